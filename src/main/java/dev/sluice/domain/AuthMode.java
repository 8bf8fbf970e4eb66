package dev.sluice.domain;

/** How callers prove themselves: by a key that does not expire, or by a token that does (reference B2). */
public enum AuthMode {
    KEY("key"),
    AML_TOKEN("aml_token"),
    AAD_TOKEN("aad_token");

    private final String wireName;

    AuthMode(String wireName) {
        this.wireName = wireName;
    }

    /** As it stands in YAML. */
    public String wireName() {
        return wireName;
    }
}
