package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ways to name something registered (reference 1.4): {@code azureml:name}, {@code azureml:name:version},
 * {@code azureml:name@label}, and the long names of things in a cloud workspace or registry. Whether there is such a
 * thing, or something that stands in for it here, is asked when the deployment is created.
 */
final class AssetReference {

    private static final String NAME = "[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}";
    private static final Pattern SHORT = Pattern.compile("azureml:" + NAME + "([:@]" + NAME + ")?");
    private static final Pattern IN_WORKSPACE = Pattern.compile(
            "azureml:/subscriptions/[^\\s]+/(models|environments)/" + NAME + "/(versions|labels)/" + NAME);
    private static final Pattern IN_REGISTRY = Pattern.compile(
            "azureml://registries/" + NAME + "/(models|environments)/" + NAME + "/(versions|labels)/" + NAME);

    private AssetReference() {}

    /**
     * The reference, if it has one of the forms.
     *
     * @param kind model or environment
     * @param inline what an inline definition starts with
     */
    static Optional<String> read(Value value, String kind, String inline) {
        return value.text().filter(text -> {
            boolean known = SHORT.matcher(text).matches()
                    || IN_WORKSPACE.matcher(text).matches()
                    || IN_REGISTRY.matcher(text).matches();
            if (!known) {
                refuse(value, text, kind, inline);
            }
            return known && isOf(value, text, kind);
        });
    }

    private static boolean isOf(Value value, String text, String kind) {
        boolean other = text.startsWith("azureml:/") && !text.contains("/" + kind + "s/");
        if (other) {
            value.refuse(Problem.Code.BAD_VALUE, "this is not the name of any " + kind, "name the " + kind + " to use");
        }
        return !other;
    }

    private static void refuse(Value value, String text, String kind, String inline) {
        value.refuse(
                Problem.Code.BAD_VALUE,
                "'" + Spelling.abridged(text) + "' does not name a registered " + kind,
                "write azureml:<name>:<version> or azureml:<name>@latest, or define the " + kind + " with '" + inline
                        + "'");
    }
}
