package dev.sluice.domain;

/**
 * What was asked for or has happened, by whom, and what came of it. {@code why} says why not, or how; it is cut at
 * {@value #LONGEST_WHY} characters.
 */
public record Happening(Actor actor, Deed deed, Verdict verdict, String why) {

    public static final int LONGEST_WHY = 2_000;

    /** What came of it. */
    public enum Verdict {
        /** The change was asked for and holds. */
        APPLIED,
        /** The change was asked for, is against the rules, and changed nothing. */
        REFUSED,
        /** What was begun has come to its end as it should. */
        DONE,
        /** What was begun, or ran, has failed. */
        FAILED
    }

    public Happening {
        if (why.length() > LONGEST_WHY) {
            why = why.substring(0, LONGEST_WHY);
        }
    }
}
