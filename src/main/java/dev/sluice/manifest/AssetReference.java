package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways to name something registered: {@code azureml:name:version}, {@code azureml:name@label} (reference 1.4). */
final class AssetReference {

    private static final String NAME = "[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}";
    private static final Pattern VERSIONED = Pattern.compile("azureml:" + NAME + "[:@]" + NAME);
    private static final Pattern BARE = Pattern.compile("azureml:(" + NAME + ")");
    private static final Pattern IN_WORKSPACE =
            Pattern.compile("azureml:/subscriptions/.*/(" + NAME + ")/versions/(" + NAME + ")");

    private AssetReference() {}

    /**
     * The reference, if it is one that can be looked up here.
     *
     * @param kind model or environment
     * @param inline what an inline definition starts with
     */
    static Optional<String> read(Value value, String kind, String inline) {
        return value.text().flatMap(text -> {
            if (VERSIONED.matcher(text).matches()) {
                return Optional.of(text);
            }
            refuse(value, text, kind, inline);
            return Optional.empty();
        });
    }

    private static void refuse(Value value, String text, String kind, String inline) {
        Matcher workspace = IN_WORKSPACE.matcher(text);
        if (text.startsWith("azureml://")) {
            value.refuse(
                    Problem.Code.NOT_SUPPORTED,
                    "the " + kind + " is in a cloud registry, which cannot be reached offline",
                    "define it in this file with '" + inline
                            + "', or register it here and name it azureml:<name>:<version>");
        } else if (workspace.matches()) {
            value.refuse(
                    Problem.Code.NOT_SUPPORTED,
                    "the " + kind + " is in a cloud workspace, which cannot be reached offline",
                    "register it here and write azureml:" + workspace.group(1) + ":" + workspace.group(2));
        } else if (BARE.matcher(text).matches()) {
            value.refuse(
                    Problem.Code.BAD_VALUE,
                    "the version of the " + kind + " is missing",
                    "write " + text + ":<version> or " + text + "@latest");
        } else {
            value.refuse(
                    Problem.Code.BAD_VALUE,
                    "'" + Spelling.abridged(text) + "' does not name a registered " + kind,
                    "write azureml:<name>:<version> or azureml:<name>@latest, or define the " + kind + " with '"
                            + inline + "'");
        }
    }
}
