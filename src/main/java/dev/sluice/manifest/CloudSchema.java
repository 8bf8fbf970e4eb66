package dev.sluice.manifest;

/** Where the cloud keeps the schemas that its own editors look at; the first line of each written file. */
final class CloudSchema {

    private CloudSchema() {}

    static String url(String kind) {
        return "https://azuremlschemas.azureedge.net/latest/" + kind + ".schema.json";
    }
}
