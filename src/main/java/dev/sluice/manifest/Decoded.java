package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import java.util.List;
import java.util.function.Function;

/** What came of reading a file: a value, or every reason why there is none. */
public sealed interface Decoded<T> {

    /** Goes on with the value, if there is one. */
    <U> Decoded<U> then(Function<T, Decoded<U>> next);

    /** Why there is no value; none if there is one. */
    List<Problem> problems();

    record Value<T>(T value) implements Decoded<T> {
        @Override
        public <U> Decoded<U> then(Function<T, Decoded<U>> next) {
            return next.apply(value);
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }

    record Rejected<T>(List<Problem> problems) implements Decoded<T> {
        public Rejected {
            problems = List.copyOf(problems);
        }

        @Override
        public <U> Decoded<U> then(Function<T, Decoded<U>> next) {
            return new Rejected<>(problems);
        }
    }
}
