package dev.sluice.console.invoke;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Invocation.Field;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what keeps a request from being sent, before HTTP does. Pure. */
final class RequestCheck {

    /** The router's own limit, 413 beyond it. */
    static final long LARGEST_BODY = 100L << 20;

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    private RequestCheck() {}

    /** One sentence each; empty if it can be sent. */
    static List<String> problems(Draft draft) {
        var problems = new ArrayList<String>();
        var method = draft.head().method();
        if (!TOKEN.matcher(method).matches()) {
            problems.add(Messages.of("invoke.bad.method", method));
        }
        draft.fields().forEach(field -> addProblems(field, problems));
        if (draft.content() instanceof Draft.Content.File file && file.size() > LARGEST_BODY) {
            problems.add(Messages.of("invoke.bad.file-size", file.path().getFileName(), file.size() >> 20));
        } else if (draft.content() instanceof Draft.Content.Text text
                && text.text().length() > LARGEST_BODY) {
            problems.add(Messages.of("invoke.bad.body-size"));
        }
        return problems;
    }

    /** Whether {@code path} can stand behind an endpoint's address. */
    static boolean isPath(String path) {
        try {
            return path.startsWith("/")
                    && !path.startsWith("//")
                    && new URI("http://router/endpoints/e" + path).getRawFragment() == null;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    private static void addProblems(Field field, List<String> problems) {
        if (!TOKEN.matcher(field.name()).matches()) {
            problems.add(Messages.of("invoke.bad.header-name", field.name()));
        } else if (OF_THE_CONNECTION.contains(field.name().toLowerCase(Locale.ROOT))) {
            problems.add(Messages.of("invoke.bad.header-fixed", field.name()));
        } else if (field.value().chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127 || c > 255)) {
            problems.add(Messages.of("invoke.bad.header-value", field.name()));
        }
    }
}
