package dev.sluice.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.domain.Asset;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.LocalWorkspace;
import dev.sluice.domain.ModelDefinition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A registered model or environment as the cloud prints it. */
final class AssetShape {

    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private AssetShape() {}

    static ObjectNode of(Asset asset) {
        var shape = common(asset);
        shape.put("version", asset.id().version());
        shape.put("id", "azureml:" + LocalWorkspace.idOf(asset.id()));
        if (asset.definition() instanceof ModelDefinition model) {
            shape.put("type", model.type().wireName());
            shape.put("path", model.path());
        } else if (asset.definition() instanceof EnvironmentDefinition environment) {
            EnvironmentShape.put(shape, environment.source());
            shape.put("os_type", "linux");
        }
        Described.labels(shape, asset.definition().labels());
        Described.cloud(shape, asset.definition().cloud());
        return shape;
    }

    /** Of a name there is known only which version is the newest, as in the cloud. */
    static ObjectNode named(Asset newest) {
        var shape = common(newest);
        shape.put("latest_version", newest.id().version());
        shape.put("id", "azureml:" + LocalWorkspace.idOfAll(newest.id()));
        shape.putObject("tags");
        shape.putObject("properties");
        return shape;
    }

    private static ObjectNode common(Asset asset) {
        var shape = Shapes.JSON.objectNode();
        shape.put("name", asset.id().name());
        shape.put("resourceGroup", LocalWorkspace.NAME);
        shape.putObject("creation_context").put("created_at", text(asset.created()));
        return shape;
    }

    private static String text(Instant created) {
        return CREATED.format(created);
    }
}
