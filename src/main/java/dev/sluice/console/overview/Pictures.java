package dev.sluice.console.overview;

import dev.sluice.console.support.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The things that were looked at last, at most ten of them. For the UI thread only. */
final class Pictures {

    private static final int MOST = 10;

    private final Map<Selection, Picture> kept = new LinkedHashMap<>();

    /** The one that was built for it earlier, else a new one. */
    Picture of(Selection selection, Supplier<Picture> builder) {
        var earlier = kept.remove(selection);
        var picture = earlier == null ? builder.get() : earlier;
        kept.put(selection, picture);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return picture;
    }

    /** Of all that are kept. */
    List<Sheets> sheets() {
        return kept.values().stream().map(Picture::sheets).toList();
    }
}
