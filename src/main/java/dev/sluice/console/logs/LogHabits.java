package dev.sluice.console.logs;

import dev.sluice.console.support.PageSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How a user likes to look at lines; kept over the end of the program. */
record LogHabits(boolean wrapping, LogLevels levels, LogTimes times) {

    private static final String WRAPPING = "wrap";
    private static final String LEVELS = "levels";
    private static final String TIMES = "times";

    /** What is not kept, or not known, is as it is at the first time. */
    static LogHabits in(PageSettings kept) {
        return new LogHabits(
                kept.get(WRAPPING).map(Boolean::parseBoolean).orElse(false),
                kept.get(LEVELS).flatMap(one(LogLevels.values())).orElse(LogLevels.ALL),
                kept.get(TIMES).flatMap(one(LogTimes.values())).orElse(LogTimes.LOCAL));
    }

    void keep(PageSettings settings) {
        settings.put(WRAPPING, String.valueOf(wrapping));
        settings.put(LEVELS, word(levels));
        settings.put(TIMES, word(times));
    }

    private static <E extends Enum<E>> Function<String, Optional<E>> one(E[] choices) {
        return kept -> Arrays.stream(choices)
                .filter(choice -> word(choice).equals(kept))
                .findFirst();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
