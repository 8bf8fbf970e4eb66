package dev.sluice.engine.conda;

import dev.sluice.domain.Place;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One package as conda is asked for it, such as {@code conda-forge::numpy=1.26}.
 *
 * @param channel where it must come from; empty for any of the file's channels
 * @param name in lower case, which conda does not tell apart
 * @param version as it was written: {@code =1.26}, {@code ==1.26.4}, {@code >=1.2,<2}; empty for any
 * @param build which build of the version; empty for any
 * @param text the whole as it was written
 * @param place where; not known for what stands in the deployment's own file
 */
public record CondaPackage(String channel, String name, String version, String build, String text, Place place) {

    private static final String NAME = "(?<name>[A-Za-z0-9_][A-Za-z0-9_.-]*)";

    /** {@code numpy=1.26=py311_0}, {@code numpy==1.26}, {@code numpy>=1.2,<2}. */
    private static final Pattern JOINED =
            Pattern.compile(NAME + "\\s*(?<version>(?:[=<>!~]=?|~=)\\s*[^\\s=]+)?(?:\\s*=\\s*(?<build>[^\\s=]+))?");

    /** {@code numpy 1.26 py311_0}. */
    private static final Pattern SPACED =
            Pattern.compile(NAME + "\\s+(?<version>[0-9*][^\\s=]*)(?:\\s+(?<build>[^\\s=]+))?");

    /** {@code numpy[version='>=1.2', build=py311_0]}. */
    private static final Pattern BRACKETED = Pattern.compile(NAME + "\\[(?<keys>[^\\]]*)\\]");

    private static final Pattern KEY = Pattern.compile("(\\w+)\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\"|([^,'\"]+))");

    private static final Pattern RELEASE = Pattern.compile("[0-9]+(\\.[0-9]+)*");
    private static final Pattern COMPARISONS = Pattern.compile(
            "(==|>=|<=|!=|~=|>|<)\\s*[0-9][0-9A-Za-z.!+-]*(\\.\\*)?(\\s*,\\s*(==|>=|<=|!=|~=|>|<)\\s*[0-9][0-9A-Za-z.!+-]*(\\.\\*)?)*");

    /** Reads what stands in a conda file's list of dependencies; empty if conda would not understand it. */
    static Optional<CondaPackage> parse(String text, Place place) {
        var stripped = text.strip();
        int colons = stripped.indexOf("::");
        var channel = colons < 0 ? "" : stripped.substring(0, colons).strip();
        var rest = (colons < 0 ? stripped : stripped.substring(colons + 2).strip()).replaceAll("\\s*([,|])\\s*", "$1");
        var bracketed = BRACKETED.matcher(rest);
        if (bracketed.matches()) {
            var keys = bracketed.group("keys");
            return Optional.of(
                    of(channel, bracketed.group("name"), key(keys, "version"), key(keys, "build"), stripped, place));
        }
        for (var form : new Pattern[] {SPACED, JOINED}) {
            var matcher = form.matcher(rest);
            if (matcher.matches()) {
                return Optional.of(of(
                        channel,
                        matcher.group("name"),
                        orEmpty(matcher.group("version")),
                        orEmpty(matcher.group("build")),
                        stripped,
                        place));
            }
        }
        return Optional.empty();
    }

    private static CondaPackage of(
            String channel, String name, String version, String build, String text, Place place) {
        return new CondaPackage(
                channel, name.toLowerCase(Locale.ROOT), version.replaceAll("\\s", ""), build, text, place);
    }

    private static String key(String keys, String wanted) {
        var matcher = KEY.matcher(keys);
        while (matcher.find()) {
            if (matcher.group(1).equals(wanted)) {
                return orEmpty(matcher.group(2))
                        + orEmpty(matcher.group(3))
                        + orEmpty(matcher.group(4)).strip();
            }
        }
        return "";
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Whether this version is one of those that are asked for. */
    public boolean allows(String installed) {
        return new VersionRange(version).includes(installed);
    }

    /** What the package is called on PyPI and by Python itself. */
    public String distribution() {
        return PipNames.of(name);
    }

    /**
     * The same package and versions as pip is asked for them, such as {@code numpy==1.26.*}. A build, and a channel, have
     * no like there. Empty if pip has no way to say these versions.
     */
    public Optional<String> asPip() {
        return pipVersions().map(versions -> distribution() + versions);
    }

    private Optional<String> pipVersions() {
        if (version.isEmpty() || version.equals("*") || version.equals("=*")) {
            return Optional.of("");
        }
        if (version.startsWith("=") && !version.startsWith("==")) {
            return prefix(version.substring(1));
        }
        if (COMPARISONS.matcher(version).matches()) {
            return Optional.of(version);
        }
        return version.endsWith("*") ? prefix(version) : exact(version);
    }

    /** With one sign of equality conda takes any version that begins like this. */
    private static Optional<String> prefix(String begin) {
        var release = begin.endsWith(".*") ? begin.substring(0, begin.length() - 2) : begin;
        return RELEASE.matcher(release).matches() ? Optional.of("==" + release + ".*") : exact(release);
    }

    private static Optional<String> exact(String version) {
        return COMPARISONS.matcher("==" + version).matches() ? Optional.of("==" + version) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
