package dev.sluice.assets;

import dev.sluice.domain.Asset;
import dev.sluice.domain.CodeDefinition;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.util.Collection;

/** Puts what is registered in the place of what names it, so that a deployment can be started from it. */
public final class Furnishing {

    private final Library library;

    public Furnishing(Library library) {
        this.library = library;
    }

    /**
     * The same description with nothing in it that is registered elsewhere or can still be changed: model, code and build
     * folder are the registry's copies. Blocks on the disk; safe from any thread.
     *
     * @throws AssetException if a copy is gone or was written to
     */
    public DeploymentSpec furnished(DeploymentSpec spec, Collection<Asset> assets) {
        var furnished = spec.draft();
        for (var asset : assets) {
            if (asset.definition() instanceof EnvironmentDefinition environment) {
                furnished.environment(environment(asset, environment.source()));
            } else if (asset.definition() instanceof CodeDefinition) {
                furnished.code(new CodeSource.Folder(files(asset), spec.code().script()));
            } else {
                furnished.model(new ModelSource.Files(
                        files(asset), asset.id().name(), asset.id().version(), asset.modelType()));
            }
        }
        return furnished.done();
    }

    private EnvironmentSource environment(Asset asset, EnvironmentSource source) {
        return source instanceof EnvironmentSource.Build build
                ? new EnvironmentSource.Build(files(asset), build.dockerfile(), build.routes())
                : source;
    }

    private String files(Asset asset) {
        try {
            return library.files(asset.id().kind(), asset.content().folder()).toString();
        } catch (IOException e) {
            throw new AssetException(
                    Problem.of(
                            Problem.Code.INTERNAL,
                            asset.id().kind().key(),
                            asset.id() + " cannot be used: " + e.getMessage(),
                            "register its files anew, under another version"),
                    e);
        }
    }
}
