package dev.sluice.console.assets;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.FileSize;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Inventory.Held;
import dev.sluice.domain.Asset;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelDefinition;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Says of registered models and environments what people want to know. */
record AssetWords(ZoneId zone) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int SHORT_HASH = 16;

    AssetRow row(Held held) {
        var asset = held.asset();
        return new AssetRow(
                held,
                asset.id().name(),
                asset.id().version(),
                asset.archived() ? Messages.of("assets.archived", type(asset)) : type(asset),
                moment(asset.created()),
                users(held.usedBy()),
                size(asset.content().bytes()));
    }

    private static String type(Asset asset) {
        if (asset.definition() instanceof ModelDefinition model) {
            return model.type().wireName();
        }
        var source = ((EnvironmentDefinition) asset.definition()).source();
        if (source instanceof EnvironmentSource.Build) {
            return Messages.of("assets.type.build");
        }
        return Messages.of(source instanceof EnvironmentSource.Conda ? "assets.type.conda" : "assets.type.image");
    }

    String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    static String users(List<DeploymentId> users) {
        return users.stream().map(DeploymentId::toString).collect(joining(", "));
    }

    /** Where it came from, when, how it got its name, and what its content is known by. */
    String about(Held held) {
        var asset = held.asset();
        var hash = asset.content().hash();
        return Messages.of(
                "assets.about",
                moment(asset.created()),
                origin(asset),
                Messages.of(
                        switch (asset.naming()) {
                            case GIVEN -> "assets.naming.given";
                            case NUMBERED -> "assets.naming.numbered";
                            case GENERATED -> "assets.naming.generated";
                        }),
                hash.substring(0, Math.min(SHORT_HASH, hash.length())));
    }

    private static String origin(Asset asset) {
        if (asset.definition() instanceof ModelDefinition model) {
            return model.path();
        }
        var source = ((EnvironmentDefinition) asset.definition()).source();
        if (source instanceof EnvironmentSource.Build build) {
            return build.folder();
        } else if (source instanceof EnvironmentSource.Conda conda) {
            return conda.image();
        }
        return source instanceof EnvironmentSource.Image image ? image.image() : "";
    }

    private static String size(long bytes) {
        return bytes == 0 ? "–" : FileSize.text(bytes);
    }
}
