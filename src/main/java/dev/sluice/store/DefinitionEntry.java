package dev.sluice.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.CodeDefinition;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.ServingRoutes;
import java.util.SortedMap;

/**
 * The form on disk of what an asset was registered from: one JSON text. It is apart from the domain's records, as
 * {@link StateEntry} is; the name and version stand beside it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DefinitionEntry.Model.class, name = "model"),
    @JsonSubTypes.Type(value = DefinitionEntry.Code.class, name = "code"),
    @JsonSubTypes.Type(value = DefinitionEntry.Image.class, name = "image"),
    @JsonSubTypes.Type(value = DefinitionEntry.Conda.class, name = "conda"),
    @JsonSubTypes.Type(value = DefinitionEntry.Build.class, name = "build")
})
sealed interface DefinitionEntry {

    ObjectMapper JSON = JsonMapper.builder().build();

    AssetDefinition definition(AssetId id);

    static String write(AssetDefinition definition) {
        try {
            return JSON.writeValueAsString(of(definition));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the definition holds a text that is not Unicode", e);
        }
    }

    static AssetDefinition read(AssetId id, String text) {
        try {
            return JSON.readValue(text, DefinitionEntry.class).definition(id);
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    "the definition of the " + id + " is damaged: " + e.getOriginalMessage()
                            + ". Put back a copy, or move the file away to start empty",
                    e);
        }
    }

    private static DefinitionEntry of(AssetDefinition definition) {
        var said = Said.of(definition);
        if (definition instanceof ModelDefinition model) {
            return new Model(model.type(), model.path(), said);
        } else if (definition instanceof CodeDefinition code) {
            return new Code(code.path(), said);
        }
        var source = ((EnvironmentDefinition) definition).source();
        if (source instanceof EnvironmentSource.Image image) {
            return new Image(image.image(), image.routes(), said);
        } else if (source instanceof EnvironmentSource.Conda conda
                && conda.packages() instanceof CondaFile.Inline packages) {
            return new Conda(conda.image(), packages.yaml(), conda.routes(), said);
        } else if (source instanceof EnvironmentSource.Build build) {
            return new Build(build.folder(), build.dockerfile(), build.routes(), said);
        }
        throw new IllegalArgumentException("an environment is kept with its packages and not with a path: " + source);
    }

    private static EnvironmentDefinition environment(AssetId id, EnvironmentSource source, Said said) {
        return new EnvironmentDefinition(id.name(), id.version(), source, said.labels(), said.cloudKeys());
    }

    record Model(ModelType type, String path, Said said) implements DefinitionEntry {
        @Override
        public AssetDefinition definition(AssetId id) {
            return new ModelDefinition(id.name(), id.version(), type, path, said.labels(), said.cloudKeys());
        }
    }

    record Code(String path, Said said) implements DefinitionEntry {
        @Override
        public AssetDefinition definition(AssetId id) {
            return new CodeDefinition(id.name(), id.version(), path, said.labels(), said.cloudKeys());
        }
    }

    record Image(String image, ServingRoutes routes, Said said) implements DefinitionEntry {
        @Override
        public AssetDefinition definition(AssetId id) {
            return environment(id, new EnvironmentSource.Image(image, routes), said);
        }
    }

    record Conda(String image, String packages, ServingRoutes routes, Said said) implements DefinitionEntry {
        @Override
        public AssetDefinition definition(AssetId id) {
            return environment(id, new EnvironmentSource.Conda(image, new CondaFile.Inline(packages), routes), said);
        }
    }

    record Build(String folder, String dockerfile, ServingRoutes routes, Said said) implements DefinitionEntry {
        @Override
        public AssetDefinition definition(AssetId id) {
            return environment(id, new EnvironmentSource.Build(folder, dockerfile, routes), said);
        }
    }

    /** What people and the cloud say about it. */
    record Said(
            String description,
            SortedMap<String, String> tags,
            SortedMap<String, String> properties,
            SortedMap<String, String> cloud) {

        static Said of(AssetDefinition definition) {
            var labels = definition.labels();
            return new Said(
                    labels.description(),
                    labels.tags(),
                    labels.properties(),
                    definition.cloud().json());
        }

        Labels labels() {
            return new Labels(description, tags, properties);
        }

        CloudKeys cloudKeys() {
            return new CloudKeys(cloud);
        }
    }
}
