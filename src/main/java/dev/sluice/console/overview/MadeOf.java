package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Serving;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.domain.ServingRoutes.Route;
import java.util.ArrayList;
import java.util.List;

/**
 * For what a deployment is written, and its model, code and environment.
 *
 * @param pins what of the registry it is made of
 */
record MadeOf(DeploymentSpec spec, Pins pins) {

    List<Attribute> attributes() {
        var attributes = new ArrayList<Attribute>();
        attributes.add(Described.kindOfDeployment(spec.kind()));
        model(attributes);
        code(attributes);
        environment(attributes);
        return attributes;
    }

    private void model(List<Attribute> attributes) {
        if (spec.model() instanceof ModelSource.Files files) {
            Described.add(attributes, "attribute.model", files.path(), "");
            Described.add(attributes, "attribute.model.name", named(files.name(), files.version()), "");
            Described.add(attributes, "attribute.model.type", files.type().wireName(), "");
        } else if (spec.model() instanceof ModelSource.Registered registered) {
            Described.add(attributes, "attribute.model", registered.reference(), "");
        }
        Described.add(attributes, "attribute.registered-model", registered(AssetKind.MODEL), "");
        if (!Serving.ignoresMount(spec)) {
            Described.add(attributes, "attribute.model.mount", spec.modelMount(), "");
        }
    }

    private void code(List<Attribute> attributes) {
        if (spec.code() instanceof CodeSource.Folder folder) {
            Described.add(attributes, "attribute.code", folder.folder(), "");
        } else if (spec.code() instanceof CodeSource.Registered registered) {
            Described.add(attributes, "attribute.code", registered.reference(), "");
        }
        Described.add(attributes, "attribute.script", spec.code().script(), "");
        Described.add(attributes, "attribute.registered-code", registered(AssetKind.CODE), "");
    }

    private void environment(List<Attribute> attributes) {
        Described.add(attributes, "attribute.environment", Described.fullEnvironment(spec.environment()), "");
        Described.add(
                attributes,
                "attribute.environment.name",
                named(
                        WithoutEffect.text(spec.cloud(), WithoutEffect.ENVIRONMENT_NAME),
                        WithoutEffect.text(spec.cloud(), WithoutEffect.ENVIRONMENT_VERSION)),
                "");
        if (spec.environment() instanceof EnvironmentSource.Build build) {
            Described.add(attributes, "attribute.dockerfile", build.dockerfile(), "");
        }
        Described.add(attributes, "attribute.registered-environment", registered(AssetKind.ENVIRONMENT), "");
        routes(attributes, spec.environment().routes());
    }

    /** The usual ones are worth a line only to who has written them down. */
    private void routes(List<Attribute> attributes, ServingRoutes routes) {
        if (!routes.equals(ServingRoutes.DEFAULT)
                || spec.cloud().json().containsKey(WithoutEffect.ENVIRONMENT_ROUTES)) {
            Described.add(attributes, "attribute.route.scoring", told(routes.scoring()), "");
            Described.add(attributes, "attribute.route.readiness", told(routes.readiness()), "");
            Described.add(attributes, "attribute.route.liveness", told(routes.liveness()), "");
        }
    }

    private static String told(Route route) {
        return Messages.of("attribute.route", route.path(), route.port());
    }

    private String registered(AssetKind kind) {
        return pins.of(kind).map(AssetId::reference).orElse("");
    }

    private static String named(String name, String version) {
        return version.isEmpty() ? name : name + " : " + version;
    }
}
