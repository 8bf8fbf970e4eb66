package dev.sluice.console.invoke;

import java.time.Duration;

/** How often a request is sent. */
sealed interface LoadPlan {

    /** How many requests that are in all. */
    int total();

    /** One after the other, each as soon as the one before was answered. */
    record Times(int total) implements LoadPlan {

        static final int MOST = 1_000;

        /** {@code total} is taken as the nearest of 1 to {@value #MOST}. */
        public Times {
            total = Math.max(1, Math.min(MOST, total));
        }
    }

    /** At fixed instants, whether the ones before were answered or not: as many users who know nothing of each other. */
    record Rate(int perSecond, int seconds) implements LoadPlan {

        /** What the cloud lets through (reference 2.1). */
        static final int FASTEST = 500;

        /** A day: a soak test that nobody sits beside, and that ends by itself if it is forgotten. */
        static final int LONGEST_SECONDS = 24 * 60 * 60;

        /** Both are taken as the nearest that is allowed. */
        public Rate {
            perSecond = Math.max(1, Math.min(FASTEST, perSecond));
            seconds = Math.max(1, Math.min(LONGEST_SECONDS, seconds));
        }

        @Override
        public int total() {
            return perSecond * seconds;
        }

        /** When request {@code number}, from 0, is due after the first. */
        Duration due(int number) {
            return Duration.ofNanos(number * 1_000_000_000L / perSecond);
        }
    }
}
