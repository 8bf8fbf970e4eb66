package dev.sluice.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A file whose text is in order, ready to be asked what it means. */
record Opened(Path folder, MappingNode root, Findings findings) {

    static Decoded<Opened> of(YamlText text, Overrides overrides) {
        return text.compose().then(root -> of(text.file(), text.folder(), root, overrides));
    }

    /** No file: all there is stands in {@code overrides}, whose relative paths start from {@code folder}. */
    static Decoded<Opened> nothing(Path folder, Overrides overrides) {
        return of("", folder, new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK), overrides);
    }

    private static Decoded<Opened> of(String file, Path folder, MappingNode root, Overrides overrides) {
        return OverriddenFile.of(root, overrides).then(whole -> {
            var findings = new Findings(file);
            return Shape.isBounded(whole, findings)
                    ? new Decoded.Value<>(new Opened(folder, whole, findings))
                    : new Decoded.Rejected<>(findings.problems());
        });
    }

    Section keys() {
        return new Section("", root, findings);
    }

    Decoded<ManifestKind> kind() {
        return ManifestKind.of(root, findings);
    }

    Places places() {
        return Places.of(root, findings);
    }

    /** Makes a manifest of what was read. */
    @FunctionalInterface
    interface Made<T, M extends Manifest> {
        M of(T value, List<Notice> notices, Places places);
    }

    /** What {@code read} gave, if the files that it relies on are there too, with what is worth knowing about it. */
    <T, M extends Manifest> Decoded<M> manifest(Decoded<T> read, Made<T, M> made) {
        return findings.withFilesSought(read)
                .then(value -> new Decoded.Value<>(made.of(value, findings.notices(), places())));
    }
}
