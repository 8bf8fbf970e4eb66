package dev.sluice.console.support.code;

/** What a part of a text is, for its colour. */
public enum Token {
    KEY("code-key"),
    STRING("code-string"),
    NUMBER("code-number"),
    /** {@code true}, {@code null} and the like. */
    WORD("code-word"),
    COMMENT("code-comment"),
    PUNCTUATION("code-punctuation"),
    /** Anchors, aliases and tags. */
    TAG("code-tag"),
    /** What may be a secret and is not asked for. */
    HIDDEN("code-hidden");

    private final String styleClass;

    Token(String styleClass) {
        this.styleClass = styleClass;
    }

    String styleClass() {
        return styleClass;
    }
}
