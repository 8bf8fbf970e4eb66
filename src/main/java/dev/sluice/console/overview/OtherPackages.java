package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.PackageDifference;
import java.util.List;
import java.util.Optional;

/** The packages that a deployment's environment has otherwise than its conda file asks for. */
final class OtherPackages {

    private OtherPackages() {}

    /** Nothing if all is as asked. */
    static Optional<AttributeGroup> group(List<PackageDifference> differences) {
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new AttributeGroup(
                        Messages.of("attributes.packages"),
                        differences.stream().map(OtherPackages::attribute).toList()));
    }

    /** What was asked for and is not there, by name; empty if nothing is missing. */
    static String missing(List<PackageDifference> differences) {
        var names = differences.stream()
                .filter(PackageDifference::isMissing)
                .map(difference -> difference.name() + difference.asked())
                .toList();
        return names.isEmpty() ? "" : Messages.of("overview.packages-missing", names.size(), String.join(", ", names));
    }

    private static Attribute attribute(PackageDifference difference) {
        return new Attribute(
                difference.name(),
                difference
                        .found()
                        .map(version -> Messages.of("attribute.package.found", version))
                        .orElseGet(() -> Messages.of("attribute.package.missing")),
                difference.asked().isEmpty()
                        ? Messages.of("attribute.package.asked-any")
                        : Messages.of("attribute.package.asked", difference.asked()));
    }
}
