package dev.sluice.console.edit;

import dev.sluice.console.support.ManifestText.Note;
import dev.sluice.control.Fleet;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is edited: one endpoint or one deployment. */
public interface Subject {

    /** Tells one subject from the other, and is a good name for a file. */
    String fileName();

    /** A sentence on how the text is understood; empty if there is nothing to say. */
    String hint(Fleet fleet);

    /** What relative paths in its text start from. */
    Path folder(Fleet fleet);

    /** The YAML of what is wanted in this picture; empty if it is not there any more. */
    Optional<String> text(Fleet fleet);

    /** Looks for files that the text names: not for the UI thread. */
    Read read(String text, Fleet fleet);

    /** What an edited text comes to. */
    sealed interface Read {

        record Good(Plan plan, List<Note> notes) implements Read {
            public Good {
                notes = List.copyOf(notes);
            }
        }

        record Bad(List<Problem> problems) implements Read {
            public Bad {
                problems = List.copyOf(problems);
            }
        }
    }
}
