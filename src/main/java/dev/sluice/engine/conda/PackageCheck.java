package dev.sluice.engine.conda;

import dev.sluice.domain.PackageDifference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What of a conda file's request some Python has otherwise. Pure: others look what it has. */
public final class PackageCheck {

    private static final String PYTHON = "python";

    /** What these do for a deployment is done by the scoring server that every instance runs. */
    private static final Set<String> BUILT_IN = Set.of("azureml-inference-server-http", "inference-schema");

    private static final String INSTEAD = "what Sluice has built in";

    private final Optional<CondaPackage> python;
    private final List<AskedPackage> packages;

    private PackageCheck(Optional<CondaPackage> python, List<AskedPackage> packages) {
        this.python = python;
        this.packages = packages;
    }

    public static PackageCheck of(CondaRequest request) {
        var packages = Stream.concat(
                        request.packages().stream().flatMap(asked -> AskedPackage.of(asked).stream()),
                        request.pip().stream().flatMap(line -> AskedPackage.of(line).stream()))
                .toList();
        return new PackageCheck(request.python(), List.copyOf(new LinkedHashSet<>(packages)));
    }

    /** What has to be looked for. */
    public List<AskedPackage> packages() {
        return packages;
    }

    /**
     * What is otherwise, in the file's order.
     *
     * @param version of the interpreter
     * @param installed the version of each package that is there, by its name as {@link AskedPackage#name} has it
     * @param applies whether a requirement's condition holds there
     */
    public List<PackageDifference> differences(
            String version, Map<String, String> installed, Predicate<String> applies) {
        var differences = new ArrayList<PackageDifference>();
        python.filter(asked -> !isPython(asked.version(), version))
                .ifPresent(
                        asked -> differences.add(new PackageDifference(PYTHON, asked.version(), Optional.of(version))));
        packages.stream()
                .filter(asked -> asked.marker().isEmpty() || applies.test(asked.marker()))
                .flatMap(asked -> difference(asked, Optional.ofNullable(installed.get(asked.name()))).stream())
                .forEach(differences::add);
        return List.copyOf(differences);
    }

    /** {@code python=3.12}, {@code python 3.12} and {@code python==3.12} all mean any 3.12, as nobody means 3.12.0 alone. */
    private static boolean isPython(String asked, String version) {
        return new VersionRange(asked).includes(version)
                || asked.matches("(==)?\\d+(\\.\\d+)?")
                        && new VersionRange("=" + asked.replace("=", "")).includes(version);
    }

    private static Optional<PackageDifference> difference(AskedPackage asked, Optional<String> found) {
        if (found.filter(asked.versions()::includes).isPresent()) {
            return Optional.empty();
        }
        var instead = found.isEmpty() && BUILT_IN.contains(asked.name()) ? Optional.of(INSTEAD) : found;
        return Optional.of(new PackageDifference(asked.name(), asked.versions().text(), instead));
    }

    /** Whether pip could do anything about it. */
    public static boolean isMendable(PackageDifference difference) {
        return !difference.name().equals(PYTHON) && !difference.found().equals(Optional.of(INSTEAD));
    }
}
