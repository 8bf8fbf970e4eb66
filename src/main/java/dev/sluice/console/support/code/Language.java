package dev.sluice.console.support.code;

/** What a text is written in. */
public enum Language {
    PLAIN(Highlighter.NONE),
    JSON(new JsonHighlighter()),
    YAML(new YamlHighlighter());

    private final Highlighter highlighter;

    Language(Highlighter highlighter) {
        this.highlighter = highlighter;
    }

    Highlighter highlighter() {
        return highlighter;
    }
}
