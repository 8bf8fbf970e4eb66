package dev.sluice.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import dev.sluice.manifest.ManifestWriter;
import java.util.List;
import java.util.SortedMap;

/** A revision's form on disk. It is apart from the domain's records, so that renaming one there does not change files. */
record StateEntry(List<EndpointEntry> endpoints) {

    record EndpointEntry(
            String manifest,
            SortedMap<String, Integer> traffic,
            SortedMap<String, Integer> mirror,
            List<DeploymentEntry> deployments) {}

    record DeploymentEntry(String manifest, long generation, Progress progress) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Progress.Pending.class, name = "pending"),
        @JsonSubTypes.Type(value = Progress.Done.class, name = "done"),
        @JsonSubTypes.Type(value = Progress.GivenUp.class, name = "given_up"),
        @JsonSubTypes.Type(value = Progress.Replacing.class, name = "replacing"),
        @JsonSubTypes.Type(value = Progress.Changing.class, name = "changing"),
        @JsonSubTypes.Type(value = Progress.Kept.class, name = "kept"),
        @JsonSubTypes.Type(value = Progress.Unchanged.class, name = "unchanged")
    })
    sealed interface Progress {

        Provisioning provisioning();

        static Progress of(Provisioning provisioning) {
            if (provisioning instanceof Provisioning.Pending pending) {
                return new Pending(pending.thenAllTraffic());
            } else if (provisioning instanceof Provisioning.GivenUp up) {
                return new GivenUp(ProblemEntry.of(up.problem()), up.lastLines(), up.thenAllTraffic());
            } else if (provisioning instanceof Provisioning.Replacing replacing) {
                var manifest = ManifestWriter.write(replacing.next());
                return switch (replacing.sources()) {
                    case ANEW -> new Replacing(manifest, replacing.generation());
                    case KEPT -> new Changing(manifest, replacing.generation());
                };
            } else if (provisioning instanceof Provisioning.Kept kept) {
                var manifest = ManifestWriter.write(kept.rejected());
                var problem = ProblemEntry.of(kept.problem());
                return switch (kept.sources()) {
                    case ANEW -> new Kept(manifest, problem, kept.lastLines());
                    case KEPT -> new Unchanged(manifest, problem, kept.lastLines());
                };
            }
            return new Done();
        }

        record Pending(boolean thenAllTraffic) implements Progress {
            @Override
            public Provisioning provisioning() {
                return new Provisioning.Pending(thenAllTraffic);
            }
        }

        record Done() implements Progress {
            @Override
            public Provisioning provisioning() {
                return new Provisioning.Done();
            }
        }

        record GivenUp(ProblemEntry problem, List<String> lastLines, boolean thenAllTraffic) implements Progress {
            @Override
            public Provisioning provisioning() {
                return new Provisioning.GivenUp(problem.problem(), lastLines, thenAllTraffic);
            }
        }

        record Replacing(String manifest, long generation) implements Progress {
            @Override
            public Provisioning provisioning() {
                return new Provisioning.Replacing(
                        RevisionDocument.deployment(manifest), generation, Provisioning.Sources.ANEW);
            }
        }

        /** It is a state of its own, so that what older versions of Sluice have written can still be read. */
        record Changing(String manifest, long generation) implements Progress {
            @Override
            public Provisioning provisioning() {
                return new Provisioning.Replacing(
                        RevisionDocument.deployment(manifest), generation, Provisioning.Sources.KEPT);
            }
        }

        record Kept(String manifest, ProblemEntry problem, List<String> lastLines) implements Progress {
            @Override
            public Provisioning provisioning() {
                return new Provisioning.Kept(
                        RevisionDocument.deployment(manifest), Provisioning.Sources.ANEW, problem.problem(), lastLines);
            }
        }

        /** What {@link Changing} has come to if it failed; a state of its own for the same reason. */
        record Unchanged(String manifest, ProblemEntry problem, List<String> lastLines) implements Progress {
            @Override
            public Provisioning provisioning() {
                return new Provisioning.Kept(
                        RevisionDocument.deployment(manifest), Provisioning.Sources.KEPT, problem.problem(), lastLines);
            }
        }
    }

    record ProblemEntry(
            Problem.Code code, String path, String message, String remedy, String file, int line, int column) {

        static ProblemEntry of(Problem problem) {
            var place = problem.place();
            return new ProblemEntry(
                    problem.code(),
                    problem.path(),
                    problem.message(),
                    problem.remedy(),
                    place.file(),
                    place.line(),
                    place.column());
        }

        Problem problem() {
            return new Problem(code, path, message, remedy, new Place(file, line, column));
        }
    }
}
