package dev.sluice.manifest;

import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.ModelDefinition;
import java.nio.file.Path;
import java.util.List;

/** Reads the files of models and environments that are to be registered (reference 1.4, 1.5). */
final class AssetReader {

    private final Section file;
    private final Path folder;
    private final Findings findings;

    AssetReader(Section file, Path folder, Findings findings) {
        this.file = file;
        this.folder = folder;
        this.findings = findings;
    }

    Decoded<ModelDefinition> model() {
        file.text("$schema");
        var name = file.required("name").flatMap(Naming::asset);
        var version = file.value("version").flatMap(Naming::version).orElse("");
        var type = ModelReader.type(file);
        var path = ModelReader.path(file, folder);
        var labels = Naming.labels(file);
        ModelReader.flavors(file);
        file.withoutEffect("stage", Value::text, "a model's stage is kept in the file and shown nowhere");
        CloudOnly.printed(file, List.of("id", "creation_context", "utc_time_created", "latest_version", "job_name"));
        file.finish();
        return findings.decoded(() -> new ModelDefinition(
                name.orElseThrow(), version, type, path.orElseThrow().toString(), labels, findings.kept()));
    }

    Decoded<EnvironmentDefinition> environment() {
        file.text("$schema");
        var name = file.required("name").flatMap(Naming::asset);
        var version = file.value("version").flatMap(Naming::version).orElse("");
        var labels = Naming.labels(file);
        CloudOnly.printed(file, List.of("id", "creation_context", "latest_version"));
        var source = EnvironmentReader.file(file, folder);
        return findings.decoded(() ->
                new EnvironmentDefinition(name.orElseThrow(), version, source.orElseThrow(), labels, findings.kept()));
    }
}
