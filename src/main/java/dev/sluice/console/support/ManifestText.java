package dev.sluice.console.support;

import dev.sluice.console.support.code.Suggestion;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The YAML of what there is, in the words of the cloud's client: written to be read, exported and edited, and read back.
 * Safe from any thread; reading looks for the files that a text names, so it must not be called on the UI thread.
 */
public interface ManifestText {

    String write(DeploymentSpec spec);

    String write(EndpointSpec spec, Routing routing);

    String write(AssetDefinition definition);

    /**
     * The text for a file in {@code folder}: paths that lead into it start from there, others are absolute.
     *
     * @param from what relative paths in it start from as it is
     */
    Portable portable(String text, Path from, Path folder);

    /** A text for a file, and what of it leads out of the file's folder. */
    record Portable(String text, List<Path> outside) {
        public Portable {
            outside = List.copyOf(outside);
        }
    }

    /** Relative paths start from {@code folder}. */
    Reading<DeploymentSpec> readDeployment(String text, Path folder);

    /** The deployment that the text describes, whether the files it names are there or not; empty if it has problems. */
    Optional<DeploymentSpec> readDeploymentAlone(String text, Path folder);

    /** What the text does not say of traffic and mirror stays as it is {@code now}. */
    Reading<EndpointEdit> readEndpoint(String text, Routing now);

    /** The same problems, each where its key stands in the text, or the nearest key above that is there. Quick. */
    List<Problem> placed(List<Problem> problems, String text);

    /** What may be written at the caret: keys of its level, or values of a choice. Quick, so it may be asked at each letter. */
    List<Suggestion> suggestions(String text, int caret);

    /** An endpoint as an edited text wants it. */
    record EndpointEdit(EndpointSpec spec, Routing routing) {}

    /** A line of the text that is accepted and does nothing here, or something other than in the cloud. */
    record Note(int line, String path, String sentence) {}

    /** What came of reading a text. */
    sealed interface Reading<T> {

        record Good<T>(T value, List<Note> notes) implements Reading<T> {
            public Good {
                notes = List.copyOf(notes);
            }
        }

        /** Every problem with its line and column, from the top down. */
        record Bad<T>(List<Problem> problems) implements Reading<T> {
            public Bad {
                problems = List.copyOf(problems);
            }
        }
    }
}
