package dev.sluice.doctor;

/**
 * One thing that was looked at.
 *
 * @param subject what was looked at, such as {@code Python}
 * @param found what is there, in a sentence
 * @param fix what to do about it; empty if all is well
 */
public record Finding(String subject, Verdict verdict, String found, String fix) {

    /** How it stands. */
    public enum Verdict {
        /** All is well. */
        OK,
        /** Sluice works without it; with it, it does more or does it better. */
        HINT,
        /** Sluice does not work until that is mended. */
        MISSING
    }

    public Finding {
        if (subject.isBlank() || found.isBlank()) {
            throw new IllegalArgumentException("a finding says what was looked at and what was found");
        }
        if ((verdict == Verdict.OK) != fix.isBlank()) {
            throw new IllegalArgumentException(subject + ": whatever is not well has a fix, and nothing else has");
        }
    }

    static Finding ok(String subject, String found) {
        return new Finding(subject, Verdict.OK, found, "");
    }

    static Finding hint(String subject, String found, String fix) {
        return new Finding(subject, Verdict.HINT, found, fix);
    }

    static Finding missing(String subject, String found, String fix) {
        return new Finding(subject, Verdict.MISSING, found, fix);
    }
}
