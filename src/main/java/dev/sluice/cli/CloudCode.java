package dev.sluice.cli;

import dev.sluice.domain.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What kind of problem it is, spelled as the cloud spells its codes: {@code UserScriptInitFailed}. */
final class CloudCode {

    private CloudCode() {}

    static String of(Problem.Code code) {
        return Arrays.stream(code.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
