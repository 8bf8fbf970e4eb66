package dev.sluice.console.support.code;

import java.util.List;

/** What became of a line from one text to another. */
public enum LineKind {
    SAME(List.of(), " "),
    ADDED(List.of("code-added"), "+"),
    REMOVED(List.of("code-removed"), "-");

    private final List<String> styleClasses;
    private final String sign;

    LineKind(List<String> styleClasses, String sign) {
        this.styleClasses = styleClasses;
        this.sign = sign;
    }

    List<String> styleClasses() {
        return styleClasses;
    }

    /** For who cannot tell colours apart. */
    String sign() {
        return sign;
    }
}
