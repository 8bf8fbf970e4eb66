package dev.sluice.domain;

/** What can be registered (reference 1.4, 1.5). */
public enum AssetKind {
    MODEL("model"),
    ENVIRONMENT("environment");

    private final String word;

    AssetKind(String word) {
        this.word = word;
    }

    /** As it stands in a deployment's file and in the cloud's commands. */
    public String word() {
        return word;
    }
}
