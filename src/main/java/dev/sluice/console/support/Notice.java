package dev.sluice.console.support;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.sluice.domain.Problem;
import dev.sluice.domain.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Something the user is told without being stopped. */
public sealed interface Notice {

    String title();

    /** All that its card says, for whoever hears it: a screen reader stands on the card's button. */
    default String spoken() {
        return Stream.concat(Stream.of(Sentence.ended(title())), details()).collect(joining(" "));
    }

    /** What it says besides its title, in sentences. */
    default Stream<String> details() {
        return Stream.empty();
    }

    /** Whether it tells of the same thing, perhaps how that stands by now. */
    default boolean isAboutTheSame(Notice earlier) {
        return earlier.getClass() == getClass() && earlier.title().equals(title());
    }

    /** It worked; goes away by itself. */
    record Done(String title) implements Notice {}

    /**
     * It worked and can be taken back: {@code verb} says so on a button. Goes away by itself, later than {@link Done}.
     *
     * @param needs what taking it back needs
     */
    record Reversible(String title, String verb, Needs needs, Runnable action) implements Notice {}

    /** Where something stands: {@code verb} says on a button what {@code go} opens. */
    record Way(String verb, Runnable go) {}

    /**
     * The user asked for something that is against the rules, or that has come to grief. Stays until dismissed.
     *
     * @param way to where it stands, if there is a place
     */
    record Refused(String title, List<Problem> problems, Optional<Way> way) implements Notice {

        public Refused(String title, List<Problem> problems) {
            this(title, problems, Optional.empty());
        }

        public Refused {
            problems = List.copyOf(problems);
        }

        @Override
        public Stream<String> details() {
            return problems.stream().map(Problems::told);
        }

        /** Files of two folders may bear one name. */
        @Override
        public boolean isAboutTheSame(Notice earlier) {
            return Notice.super.isAboutTheSame(earlier)
                    && earlier instanceof Refused refused
                    && files(refused.problems).equals(files(problems));
        }

        private static Set<String> files(List<Problem> problems) {
            return problems.stream().map(problem -> problem.place().file()).collect(toUnmodifiableSet());
        }
    }

    /** Nothing is wrong, but it may not be what the user thinks. Stays until dismissed. */
    record WorthKnowing(String title, List<String> sentences) implements Notice {
        public WorthKnowing {
            sentences = List.copyOf(sentences);
        }

        @Override
        public Stream<String> details() {
            return sentences.stream();
        }
    }

    /**
     * It was not done here, where it would do more than the user may want; {@code verb} leads to where it can be done with
     * open eyes. Stays until dismissed.
     */
    record Elsewhere(String title, String why, String verb, Runnable action) implements Notice {

        @Override
        public Stream<String> details() {
            return Stream.of(why);
        }
    }

    /** The runtime itself failed. Stays until dismissed. */
    record Failure(String title, String why) implements Notice {

        @Override
        public Stream<String> details() {
            return Stream.of(why);
        }
    }
}
