package dev.sluice.control;

import dev.sluice.assets.Parts;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.Pins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the version in force is made of. One that takes its place without a file is made of the same as far as both are
 * described alike: an edit that the user has not finished must not go live with another variable (reference 8 E3, G1).
 *
 * @param code its own copy of its code; empty if that is not there. An older Sluice kept none in the registry
 */
record Basis(DeploymentSpec spec, Pins pins, Optional<Path> code) {

    /** Of {@code next}'s model, environment and code, which need not be registered. */
    Pins pinsFor(DeploymentSpec next) {
        return Pins.of(pins.ids().stream().filter(id -> isIn(next, id)).toList());
    }

    private boolean isIn(DeploymentSpec next, AssetId asset) {
        boolean named = switch (asset.kind()) {
            case MODEL -> next.model().equals(spec.model());
            case ENVIRONMENT -> next.environment().equals(spec.environment());
            case CODE -> next.code().equals(spec.code());
        };
        return named && inline(next, asset.kind()).equals(inline(spec, asset.kind()));
    }

    private static List<AssetDefinition> inline(DeploymentSpec spec, AssetKind kind) {
        return Parts.of(spec).stream().filter(part -> part.kind() == kind).toList();
    }

    /** The same, with its code in a folder where nobody edits it if it is not in the registry. */
    DeploymentSpec withCode(DeploymentSpec next) {
        boolean own = pins.of(AssetKind.CODE).isEmpty();
        return own && next.code() instanceof CodeSource.Folder folder && folder.equals(spec.code())
                ? code.map(copy -> next.draft()
                                .code(new CodeSource.Folder(copy.toString(), folder.script()))
                                .done())
                        .orElse(next)
                : next;
    }
}
