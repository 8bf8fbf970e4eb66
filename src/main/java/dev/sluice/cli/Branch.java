package dev.sluice.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A word of the command line, and what can come after it. */
sealed interface Branch {

    String name();

    /** One sentence, in the cloud's words. */
    String summary();

    /** A word that others follow; they are made only when they are asked for. */
    record Group(String name, String summary, Supplier<List<Branch>> below) implements Branch {

        Optional<Branch> child(String word) {
            return below.get().stream()
                    .filter(branch -> branch.name().equals(word))
                    .findFirst();
        }
    }

    /**
     * The last word: it has options, and does something.
     *
     * @param flags beside those that every command takes
     */
    record Verb(String name, String summary, List<Flag> flags, Others others, Action action) implements Branch {

        public Verb {
            flags = List.copyOf(flags);
        }

        public Verb(String name, String summary, List<Flag> flags, Action action) {
            this(name, summary, flags, Others.REFUSED, action);
        }
    }

    /** What becomes of words that a verb does not know. */
    enum Others {
        REFUSED,
        /** So that scripts pass which say to the cloud what means nothing here. */
        IGNORED
    }

    /** What a verb does. */
    interface Action {

        /** @throws CommandFailed if it cannot be done: why, for people */
        void run(Session session, Arguments given);
    }
}
