package dev.sluice.console.overview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Texts that were edited and not applied, kept while the user looks at something else: the newest few. */
final class Drafts {

    private static final int MOST = 10;

    private final Map<String, String> texts = new LinkedHashMap<>();

    /** Keeps it, or forgets what was kept if there is none any more. */
    void keep(String subject, Optional<String> draft) {
        texts.remove(subject);
        draft.ifPresent(text -> texts.put(subject, text));
        if (texts.size() > MOST) {
            texts.remove(texts.keySet().iterator().next());
        }
    }

    Optional<String> of(String subject) {
        return Optional.ofNullable(texts.get(subject));
    }
}
