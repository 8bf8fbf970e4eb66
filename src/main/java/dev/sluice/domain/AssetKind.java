package dev.sluice.domain;

/** What can be registered (reference 1.3 to 1.5). */
public enum AssetKind {
    MODEL("model", "model"),
    ENVIRONMENT("environment", "environment"),
    /** A folder with the code that answers. Only deployments bring it; it goes when none has had it for long. */
    CODE("code", "code_configuration.code");

    private final String word;
    private final String key;

    AssetKind(String word, String key) {
        this.word = word;
        this.key = key;
    }

    /** As it stands in the cloud's commands and ids. */
    public String word() {
        return word;
    }

    /** Under which key a deployment's file names one. */
    public String key() {
        return key;
    }
}
