package dev.sluice.domain;

import java.util.Optional;

/** What a cluster's deployment asks of one instance's machine ({@code resources}, reference 1.3). */
public record Resources(Share cores, Share memoryMiB) {

    public static final Resources NONE = new Resources(Share.NONE, Share.NONE);

    /** Whether the size alone would give an instance something else. */
    boolean decides(LocalSize size) {
        return cores.decides(size.cores()) || memoryMiB.decides(size.memoryMiB());
    }

    /**
     * How much of one thing.
     *
     * @param least what is requested, 0 if nothing is. A request is no limit: an instance gets more if its size has more
     * @param limit what it is held to, whatever its size has; empty if the file does not say
     */
    public record Share(double least, Optional<Double> limit) {

        public static final Share NONE = new Share(0, Optional.empty());

        /** @throws IllegalArgumentException if there can be no such share */
        public Share {
            if (!(least >= 0)
                    || limit.filter(most -> !(most > 0) || most < least).isPresent()) {
                throw new IllegalArgumentException("no share of a machine: at least " + least + ", at most " + limit);
            }
        }

        private boolean decides(double size) {
            return limit.isPresent() || least > size;
        }

        /** What an instance gets of a size that has so much. */
        double of(double size) {
            return limit.orElse(Math.max(size, least));
        }

        /** What it gets where the size is all there is. */
        double within(double size) {
            return limit.filter(most -> most < size).orElse(size);
        }
    }
}
