package dev.sluice.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was given beside the file, as with {@code --name} or {@code --set request_settings.request_timeout_ms=}. It counts
 * as if it stood in the file, so a key that is given here need not be in it (reference 1.1). Later edits see what earlier
 * ones have made.
 */
public record Overrides(List<Edit> edits) {

    public static final Overrides NONE = new Overrides(List.of());

    public Overrides {
        edits = List.copyOf(edits);
    }

    /** Texts by the path of their key. */
    public static Overrides of(Map<String, String> values) {
        var edits = new ArrayList<Edit>();
        new TreeMap<>(values)
                .forEach((path, text) -> edits.add(new Edit.Put(KeyPath.parse(path), new Edit.Given.Text(text))));
        return new Overrides(edits);
    }
}
