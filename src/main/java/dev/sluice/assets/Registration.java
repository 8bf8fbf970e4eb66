package dev.sluice.assets;

import dev.sluice.domain.Asset;
import dev.sluice.domain.Asset.Naming;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Problem;
import java.time.Instant;
import java.util.Comparator;

/**
 * Decides by which name and version a draft is registered, given what is registered already: a version, once
 * registered, never stands for anything else (reference 1.4, 8 E4). Pure.
 */
public final class Registration {

    private static final int SHORT_HASH = 12;

    private final Catalog catalog;
    private final Draft draft;
    private final Instant now;

    private Registration(Catalog catalog, Draft draft, Instant now) {
        this.catalog = catalog;
        this.draft = draft;
        this.now = now;
    }

    /**
     * The asset that the draft is, new or one that has the same content.
     *
     * @throws AssetException if its name or version cannot be, or stands for something else
     */
    public static Asset of(Catalog catalog, Draft draft, Instant now) {
        return new Registration(catalog, draft, now).asset();
    }

    private Asset asset() {
        var definition = draft.definition();
        if (definition.name().isEmpty()) {
            return generated();
        }
        mustBeWord("name", definition.name());
        return definition.version().isEmpty() ? numbered() : given();
    }

    /** The same content has the same name, so that it is found again; it is an asset of its own all the same. */
    private Asset generated() {
        var hash = draft.content().hash();
        var prefix = switch (kind()) {
            case MODEL -> "model-";
            case ENVIRONMENT -> "env-";
            case CODE -> "code-";
        };
        var shortName = new AssetId(kind(), prefix + hash.substring(0, SHORT_HASH), "1");
        return catalog.asset(shortName)
                .map(found -> isSame(found) ? found : fresh(new AssetId(kind(), prefix + hash, "1"), Naming.GENERATED))
                .orElseGet(() -> fresh(shortName, Naming.GENERATED));
    }

    private Asset numbered() {
        var name = draft.definition().name();
        return catalog.versions(kind(), name)
                .filter(this::isSame)
                .max(Comparator.comparing(Asset::id))
                .orElseGet(() -> fresh(new AssetId(kind(), name, nextVersion(name)), Naming.NUMBERED));
    }

    private String nextVersion(String name) {
        long highest = catalog.versions(kind(), name)
                .map(asset -> asset.id().version())
                .filter(version -> version.matches("[0-9]{1,18}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        return Long.toString(highest + 1);
    }

    private Asset given() {
        mustBeWord("version", draft.definition().version());
        var id = new AssetId(
                kind(), draft.definition().name(), draft.definition().version());
        var known = catalog.asset(id);
        return known.isEmpty()
                ? fresh(id, Naming.GIVEN)
                : known.filter(this::isSame).orElseGet(() -> other(known.orElseThrow()));
    }

    /** A made-up name stands for nothing that a person wanted: what has changed is called otherwise. */
    private Asset other(Asset known) {
        if (known.naming() == Naming.GENERATED) {
            return generated();
        }
        throw new AssetException(Problem.of(
                Problem.Code.ALREADY_EXISTS,
                kind().word(),
                known.id() + " is registered already, with other content, and never changes",
                "give another version, such as " + nextVersion(known.id().name())
                        + ", or none to get the next, or refer to what is registered as "
                        + known.id().reference()));
    }

    private boolean isSame(Asset known) {
        return known.content().hash().equals(draft.content().hash());
    }

    private Asset fresh(AssetId id, Naming naming) {
        return new Asset(id, draft.definition().called(id.name(), id.version()), naming, draft.content(), now, false);
    }

    private AssetKind kind() {
        return draft.definition().kind();
    }

    private void mustBeWord(String part, String text) {
        AssetId.problems(kind().word() + "." + part, part, text).stream()
                .findFirst()
                .ifPresent(problem -> {
                    throw new AssetException(problem);
                });
    }
}
