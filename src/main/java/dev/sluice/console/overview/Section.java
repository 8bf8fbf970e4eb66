package dev.sluice.console.overview;

/** What of an endpoint or a deployment is looked at. */
enum Section {
    SUMMARY("section.summary"),
    CONSUME("section.consume"),
    YAML("section.yaml");

    private final String titleKey;

    Section(String titleKey) {
        this.titleKey = titleKey;
    }

    String titleKey() {
        return titleKey;
    }
}
