package dev.sluice.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways to name something registered (reference 1.3 to 1.5). */
public sealed interface AssetReference {

    /** The asset's own name, without where it is or which version. */
    String name();

    /** {@code azureml:name:version}. */
    record Exact(String name, String version) implements AssetReference {}

    /** {@code azureml:name@label}; the label {@code latest} is the newest version, and any other is unknown here. */
    record Labelled(String name, String label) implements AssetReference {}

    /** {@code azureml:name}, which is the newest version. */
    record Bare(String name) implements AssetReference {}

    /** In a cloud registry or workspace, which cannot be asked from here; {@code where} is which, for people. */
    record Elsewhere(String uri, String where, String name) implements AssetReference {}

    /** The reference; empty if {@code text} is none. */
    static Optional<AssetReference> parse(String text) {
        return LocalWorkspace.asset(text).or(() -> Forms.parse(text));
    }

    /** The forms that a reference has. */
    final class Forms {

        private static final String WORD = "[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}";
        private static final Pattern EXACT = Pattern.compile("azureml:(" + WORD + "):(" + WORD + ")");
        private static final Pattern LABELLED = Pattern.compile("azureml:(" + WORD + ")@(" + WORD + ")");
        private static final Pattern BARE = Pattern.compile("azureml:(" + WORD + ")");
        private static final Pattern REGISTRY = Pattern.compile(
                "azureml://registries/(" + WORD + ")/(?:models|environments|codes)/(" + WORD + ")(?:/.*)?");
        private static final Pattern WORKSPACE = Pattern.compile(
                "azureml:/subscriptions/.*/(?:workspaces|registries)/(" + WORD + ")/(?:models|environments|codes)/("
                        + WORD + ")(?:/.*)?",
                Pattern.CASE_INSENSITIVE);

        private Forms() {}

        private static Optional<AssetReference> parse(String text) {
            Matcher exact = EXACT.matcher(text);
            Matcher labelled = LABELLED.matcher(text);
            Matcher bare = BARE.matcher(text);
            Matcher registry = REGISTRY.matcher(text);
            Matcher workspace = WORKSPACE.matcher(text);
            if (exact.matches()) {
                return Optional.of(new Exact(exact.group(1), exact.group(2)));
            } else if (labelled.matches()) {
                return Optional.of(new Labelled(labelled.group(1), labelled.group(2)));
            } else if (bare.matches()) {
                return Optional.of(new Bare(bare.group(1)));
            } else if (registry.matches()) {
                return Optional.of(
                        new Elsewhere(text, "the cloud registry '" + registry.group(1) + "'", registry.group(2)));
            } else if (workspace.matches()) {
                return Optional.of(
                        new Elsewhere(text, "the cloud workspace '" + workspace.group(1) + "'", workspace.group(2)));
            }
            return Optional.empty();
        }
    }
}
