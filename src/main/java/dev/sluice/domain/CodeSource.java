package dev.sluice.domain;

/** Where the code that answers requests comes from (reference 1.3). */
public sealed interface CodeSource {

    /** No code: the image serves by itself, or the model is one that is served without any (reference 1.4). */
    record None() implements CodeSource {}

    /** The folder with the scoring code (absolute path) and the script in it that has {@code init()} and {@code run()}. */
    record Folder(String folder, String script) implements CodeSource {}
}
