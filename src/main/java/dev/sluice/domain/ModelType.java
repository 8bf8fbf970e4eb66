package dev.sluice.domain;

/** What kind of files a model is (reference 1.4). The latter two can be served without a scoring script. */
public enum ModelType {
    CUSTOM("custom_model"),
    MLFLOW("mlflow_model"),
    TRITON("triton_model");

    private final String wireName;

    ModelType(String wireName) {
        this.wireName = wireName;
    }

    /** As it stands in YAML. */
    public String wireName() {
        return wireName;
    }
}
