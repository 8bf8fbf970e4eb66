package dev.sluice.assets;

import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelType;
import java.time.Instant;
import java.util.List;

/** Assets for tests that need some and do not care about their files. */
public final class SampleAssets {

    public static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    private SampleAssets() {}

    public static ModelDefinition model(String name, String version) {
        return new ModelDefinition(name, version, ModelType.CUSTOM, "/models/iris", Labels.NONE, CloudKeys.NONE);
    }

    public static EnvironmentDefinition environment(String name, String version) {
        return new EnvironmentDefinition(
                name, version, new EnvironmentSource.Image("python:3.12-slim"), Labels.NONE, CloudKeys.NONE);
    }

    /** What is to be registered, with a content of its own for each {@code hash}. */
    static Draft draft(AssetDefinition definition, String hash) {
        return new Draft(definition, new Asset.Content(hash.repeat(64), hash, 1), List.of());
    }

    /** Registered so many days after that Monday. */
    static Asset registered(AssetDefinition definition, int days) {
        return new Asset(
                new AssetId(definition.kind(), definition.name(), definition.version()),
                definition,
                Asset.Naming.GIVEN,
                new Asset.Content("h" + definition.version(), "", 1),
                MONDAY.plusSeconds(days * 86_400L),
                false);
    }
}
