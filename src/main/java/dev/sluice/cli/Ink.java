package dev.sluice.cli;

/** How the parts of a JSON text are told apart. */
enum Ink {
    PLAIN("", "", "", ""),
    /** The colours of the cloud's command line: bright blue keys, yellow texts, blue numbers. */
    TERMINAL("\u001b[94m", "\u001b[33m", "\u001b[34m", "\u001b[39;49;00m");

    private final String forKeys;
    private final String forTexts;
    private final String forLiterals;
    private final String end;

    Ink(String forKeys, String forTexts, String forLiterals, String end) {
        this.forKeys = forKeys;
        this.forTexts = forTexts;
        this.forLiterals = forLiterals;
        this.end = end;
    }

    String key(String text) {
        return forKeys + text + end;
    }

    String text(String text) {
        return forTexts + text + end;
    }

    /** Of a number or one of the words {@code true}, {@code false}, {@code null}. */
    String literal(String text) {
        return forLiterals + text + end;
    }
}
