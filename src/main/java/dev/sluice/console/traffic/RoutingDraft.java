package dev.sluice.console.traffic;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.routing.RoutingInWords;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the user is setting up for one endpoint: a split and a mirror, each to be applied by itself or both in one. For the
 * UI thread only.
 */
final class RoutingDraft {

    enum Part {
        SPLIT,
        MIRROR
    }

    private final SplitDraft split = new SplitDraft();
    private final MirrorDraft mirror = new MirrorDraft();
    private Part later = Part.SPLIT;

    SplitDraft split() {
        return split;
    }

    MirrorDraft mirror() {
        return mirror;
    }

    boolean isChanged() {
        return split.isChanged() || mirror.isChanged();
    }

    void edited(Part part) {
        later = part;
    }

    /** What of it is changed; empty if nothing is. */
    String inWords() {
        var parts = Stream.concat(
                Stream.of(split).filter(SplitDraft::isChanged).map(part -> RoutingInWords.of(part.split())),
                Stream.of(mirror).filter(MirrorDraft::isChanged).map(part -> RoutingInWords.of(part.mirror())));
        return parts.collect(joining(", "));
    }

    /** The deployment that would be both live and shadow if both parts were applied; empty while they go together. */
    Optional<DeploymentName> contested() {
        return split.isChanged() && mirror.isChanged() && mirror.mirror() instanceof Mirror.To to
                ? Optional.of(to.target())
                        .filter(name -> split.split().shareOf(name).value() > 0)
                : Optional.empty();
    }

    /** The contested deployment, for the part that was set up later and so has to wait for the other one. */
    Optional<DeploymentName> contested(Part part) {
        return contested().filter(name -> part == later);
    }

    /** What would hold if all were applied; of two parts that exclude each other, {@code part} and not the other. */
    Routing asked(Part part, Routing inForce) {
        boolean together = contested().isEmpty();
        boolean withSplit = split.isChanged() && (together || part == Part.SPLIT);
        boolean withMirror = mirror.isChanged() && (together || part == Part.MIRROR);
        return new Routing(
                withSplit ? split.split() : inForce.traffic(), withMirror ? mirror.mirror() : inForce.mirror());
    }
}
