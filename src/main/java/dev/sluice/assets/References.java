package dev.sluice.assets;

import static java.util.stream.Collectors.joining;

import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.AssetReference;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Substitution;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds out what references mean, given what is registered (reference 1.4, 1.5, 8 C2). Pure. */
final class References {

    private static final String LATEST = "latest";
    private static final String FOLDER_INSTEAD = "give the path of the folder with the code on this computer";
    private static final int SUGGESTIONS = 3;

    private final Catalog catalog;
    private final AssetKind kind;

    References(Catalog catalog, AssetKind kind) {
        this.catalog = catalog;
        this.kind = kind;
    }

    Lookup find(String text) {
        return AssetReference.parse(text)
                .map(this::find)
                .orElseGet(() -> missing(
                        Problem.Code.BAD_VALUE,
                        "'" + text + "' does not name a registered " + kind.word(),
                        "write azureml:<name>:<version> or azureml:<name>@latest"));
    }

    private Lookup find(AssetReference reference) {
        if (reference instanceof AssetReference.Exact exact) {
            return exact(exact);
        } else if (reference instanceof AssetReference.Bare bare) {
            return newest(bare.name());
        } else if (reference instanceof AssetReference.Labelled labelled) {
            return labelled.label().equals(LATEST) ? newest(labelled.name()) : unknownLabel(labelled);
        } else if (reference instanceof AssetReference.Elsewhere elsewhere) {
            return substituted(elsewhere);
        }
        throw new IllegalStateException("unknown reference " + reference);
    }

    private Lookup exact(AssetReference.Exact exact) {
        return catalog.asset(new AssetId(kind, exact.name(), exact.version()))
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(
                        () -> unknown(exact.name(), "no " + kind.word() + " " + exact.name() + ":" + exact.version()));
    }

    private Lookup newest(String name) {
        var newest = catalog.newest(kind, name);
        if (newest.isPresent()) {
            return new Lookup.Found(newest.get());
        }
        var archived = catalog.versions(kind, name).map(Asset::id).toList();
        return archived.isEmpty()
                ? unknown(name, "no " + kind.word() + " called " + name)
                : missing(
                        Problem.Code.NOT_FOUND,
                        "every version of the " + kind.word() + " " + name + " is archived",
                        "restore one of them, or name it exactly: " + listed(archived.stream()));
    }

    private Lookup unknownLabel(AssetReference.Labelled labelled) {
        return missing(
                Problem.Code.NOT_SUPPORTED,
                "the label '" + labelled.label() + "' is not known here",
                "write azureml:" + labelled.name() + "@latest, or name a version");
    }

    /** The first substitution that matches counts; it names a local asset, so there is no chain of them. */
    private Lookup substituted(AssetReference.Elsewhere elsewhere) {
        if (kind == AssetKind.CODE) {
            return missing(
                    Problem.Code.NOT_SUPPORTED,
                    "'" + elsewhere.uri() + "' is in " + elsewhere.where() + ", which cannot be reached from here",
                    FOLDER_INSTEAD);
        }
        var substitution = catalog.substitutions().stream()
                .filter(candidate -> candidate.matches(elsewhere.uri()))
                .findFirst();
        if (substitution.isPresent()) {
            return standIn(elsewhere, substitution.get());
        }
        var similar = listed(nearest(elsewhere.name()));
        return missing(
                Problem.Code.NOT_SUPPORTED,
                "'" + elsewhere.uri() + "' is in " + elsewhere.where() + ", which cannot be reached from here",
                "say on the page Assets, under Substitutions, which local " + kind.word() + " stands in for it"
                        + (similar.isEmpty() ? "; there is none yet, so register one first" : ", such as " + similar));
    }

    private Lookup standIn(AssetReference.Elsewhere elsewhere, Substitution substitution) {
        var found = find(substitution.reference());
        return found instanceof Lookup.Missing missing
                ? missing(
                        missing.problem().code(),
                        "'" + elsewhere.uri() + "' is substituted by " + substitution.reference() + ", but "
                                + missing.problem().message(),
                        missing.problem().remedy())
                : found;
    }

    private Lookup unknown(String name, String what) {
        var versions = catalog.versions(kind, name).map(Asset::id).toList();
        var near = versions.isEmpty() ? nearest(name) : versions.stream().sorted(Comparator.reverseOrder());
        return missing(Problem.Code.NOT_FOUND, "there is " + what + " in the registry", instead(listed(near)));
    }

    /** Nobody registers code by hand. */
    private String instead(String names) {
        if (kind == AssetKind.CODE) {
            return FOLDER_INSTEAD + "; a copy that no deployment has is thrown away after a while";
        }
        return names.isEmpty()
                ? "register it first, or define it in the deployment's file"
                : "write " + names + ", or register it first";
    }

    /** The newest versions of the names that are most like this one, best first. */
    private Stream<AssetId> nearest(String name) {
        return catalog.of(kind)
                .map(asset -> asset.id().name())
                .distinct()
                .sorted(Comparator.comparingInt(other -> distance(name, other)))
                .flatMap(other -> catalog.newest(kind, other).stream())
                .filter(asset -> asset.naming() != Asset.Naming.GENERATED)
                .map(Asset::id);
    }

    private static String listed(Stream<AssetId> ids) {
        return ids.limit(SUGGESTIONS).map(AssetId::reference).collect(joining(" or "));
    }

    /** How many letters must be changed, added or left out to make one name of the other, whatever their case. */
    private static int distance(String name, String other) {
        var one = name.toLowerCase(Locale.ROOT);
        var two = other.toLowerCase(Locale.ROOT);
        int[] row = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                int same = diagonal + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[two.length()];
    }

    private Lookup missing(Problem.Code code, String message, String remedy) {
        return new Lookup.Missing(Problem.of(code, kind.key(), message, remedy));
    }
}
