package dev.sluice.domain;

/** Where the code that answers requests comes from (reference 1.3). */
public sealed interface CodeSource {

    /** The file in it that has {@code init()} and {@code run()}; empty if there is no code. */
    String script();

    /** No code: the image serves by itself, or the model is one that is served without any (reference 1.4). */
    record None() implements CodeSource {
        @Override
        public String script() {
            return "";
        }
    }

    /** A folder on this machine, by absolute path; copied, never used in place. */
    record Folder(String folder, String script) implements CodeSource {}

    /** What was copied with a deployment before, {@code azureml:name:version}. */
    record Registered(String reference, String script) implements CodeSource {}
}
