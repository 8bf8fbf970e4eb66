package dev.sluice.console.support;

import dev.sluice.domain.Problem;
import java.util.List;

/** Something the user is told without being stopped. */
public sealed interface Notice {

    String title();

    /** It worked; goes away by itself. */
    record Done(String title) implements Notice {}

    /**
     * It worked and can be taken back: {@code verb} says so on a button. Goes away by itself, later than {@link Done}.
     *
     * @param needs what taking it back needs
     */
    record Reversible(String title, String verb, Needs needs, Runnable action) implements Notice {}

    /** The user asked for something that is against the rules; nothing has changed. Stays until dismissed. */
    record Refused(String title, List<Problem> problems) implements Notice {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing is wrong, but it may not be what the user thinks. Stays until dismissed. */
    record WorthKnowing(String title, List<String> sentences) implements Notice {
        public WorthKnowing {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * It was not done here, where it would do more than the user may want; {@code verb} leads to where it can be done with
     * open eyes. Stays until dismissed.
     */
    record Elsewhere(String title, String why, String verb, Runnable action) implements Notice {}

    /** The runtime itself failed. Stays until dismissed. */
    record Failure(String title, String why) implements Notice {}
}
