package dev.sluice.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import dev.sluice.cli.Branch.Verb;
import dev.sluice.control.RolloutControl;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** {@code ml model} or {@code ml environment}. */
final class AssetVerbs {

    private static final Flag MOST = Flag.text("N", "Max number of results to return.", "--max-results", "-r");
    private static final Flag ARCHIVED_TOO = Flag.alone("List archived and active versions.", "--include-archived");
    private static final Flag ARCHIVED_ONLY = Flag.alone("List archived versions only.", "--archived-only");
    private static final Flag REGISTRY =
            Flag.text("REGISTRY", "Refused: a cloud registry cannot be reached from here.", "--registry-name");

    private final AssetKind kind;
    private final String word;

    AssetVerbs(AssetKind kind) {
        this.kind = kind;
        this.word = kind.word();
    }

    List<Branch> all() {
        var article = kind == AssetKind.MODEL ? "a " : "an ";
        return List.of(
                verb(
                        "archive",
                        "Archive " + article + word + ": hide it from lists.",
                        this::archive,
                        Flags.NAME.required(),
                        Flags.VERSION,
                        AssetChoice.LABEL),
                AssetCreation.verb(kind),
                verb(
                        "delete",
                        "Delete a version for good; the cloud has no such command.",
                        this::delete,
                        Flags.NAME.required(),
                        Flags.VERSION.required(),
                        Flags.YES),
                verb(
                        "list",
                        "List " + word + "s in a workspace.",
                        this::list,
                        Flags.NAME,
                        MOST,
                        ARCHIVED_TOO,
                        ARCHIVED_ONLY),
                verb(
                        "restore",
                        "Restore an archived " + word + ".",
                        this::restore,
                        Flags.NAME.required(),
                        Flags.VERSION,
                        AssetChoice.LABEL),
                verb(
                        "show",
                        "Show details for " + article + word + ".",
                        this::show,
                        Flags.NAME.required(),
                        Flags.VERSION,
                        AssetChoice.LABEL),
                verb(
                        "update",
                        "Update " + article + word + ": its description and tags.",
                        this::update,
                        Flags.NAME.required(),
                        Flags.VERSION,
                        AssetChoice.LABEL,
                        Flags.SET,
                        Flags.ADD,
                        Flags.REMOVE,
                        Flags.FORCE_STRING));
    }

    static Verb verb(String name, String summary, Branch.Action action, Flag... flags) {
        var all = Stream.concat(Stream.of(flags), Stream.of(REGISTRY, Flags.GROUP, Flags.WORKSPACE));
        return new Verb(name, summary, all.toList(), (session, given) -> {
            mustBeHere(given);
            action.run(session, given);
        });
    }

    private static void mustBeHere(Arguments given) {
        given.text(REGISTRY).ifPresent(registry -> {
            throw CommandFailed.because(
                    "the registry '" + registry + "' is in the cloud, which cannot be reached from here",
                    "leave " + REGISTRY + " out: the workspace here is its own registry");
        });
    }

    private AssetChoice choice(Session session) {
        return new AssetChoice(session, kind);
    }

    private static void mustSayWhich(Arguments given) {
        if (!given.has(Flags.VERSION) && !given.has(AssetChoice.LABEL)) {
            throw CommandFailed.usage(
                    "Must provide either version or label: " + Flags.VERSION + " or " + AssetChoice.LABEL);
        }
    }

    private void show(Session session, Arguments given) {
        mustSayWhich(given);
        session.print(Shapes.asset(choice(session).one(given)));
    }

    private void list(Session session, Arguments given) {
        var visible = choice(session).all().filter(asset -> isListed(asset, given));
        int most = given.number(MOST, Integer.MAX_VALUE);
        var shapes = given.text(Flags.NAME)
                .map(name -> visible.filter(asset -> asset.id().name().equals(name))
                        .sorted(AssetChoice.NEWEST_FIRST)
                        .map(Shapes::asset))
                .orElseGet(() -> eachNewest(visible).map(Shapes::newest));
        session.print(Shapes.list(shapes.limit(most)));
    }

    private static boolean isListed(Asset asset, Arguments given) {
        return given.has(ARCHIVED_ONLY) ? asset.archived() : given.has(ARCHIVED_TOO) || !asset.archived();
    }

    /** Of each name the version that was registered last. */
    private static Stream<Asset> eachNewest(Stream<Asset> assets) {
        return assets
                .collect(groupingBy(
                        asset -> asset.id().name(),
                        TreeMap::new,
                        reducing((one, other) -> AssetChoice.NEWEST_FIRST.compare(one, other) <= 0 ? one : other)))
                .values()
                .stream()
                .flatMap(Optional::stream);
    }

    private void archive(Session session, Arguments given) {
        forEach(session, given, RolloutControl::archiveAsset);
    }

    private void restore(Session session, Arguments given) {
        forEach(session, given, RolloutControl::restoreAsset);
    }

    /** The version that is named, or all of that name. */
    private void forEach(
            Session session,
            Arguments given,
            BiFunction<RolloutControl, AssetId, CompletionStage<RolloutControl.Outcome>> command) {
        choice(session).meant(given).forEach(asset -> session.applied(command.apply(session.control(), asset.id())));
    }

    private void delete(Session session, Arguments given) {
        var asset = choice(session).one(given);
        Confirmation.get(session, given, "delete " + asset.id() + " with its files");
        session.applied(session.control().deleteAsset(asset.id()));
    }

    private void update(Session session, Arguments given) {
        mustSayWhich(given);
        var asset = choice(session).one(given);
        var labels = AssetCreation.changed(asset.definition(), Edits.of(given).overrides());
        session.applied(session.control().relabelAsset(asset.id(), labels));
        session.print(Shapes.asset(
                choice(session).exactly(asset.id().name(), asset.id().version())));
    }
}
