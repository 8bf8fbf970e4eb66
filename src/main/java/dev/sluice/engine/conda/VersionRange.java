package dev.sluice.engine.conda;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The versions that a requirement allows, in pip's way of writing ({@code >=1.2,<2}, {@code ~=1.4.2}) or in conda's
 * ({@code =1.2} for all that begin with 1.2, {@code 1.2|1.3} for either).
 *
 * @param text as it was written; empty for any version
 */
record VersionRange(String text) {

    private static final Pattern CLAUSE = Pattern.compile("(===|==|!=|~=|>=|<=|>|<|=)?\\s*([^\\s=<>!~][^\\s]*)");

    VersionRange {
        text = text.strip();
    }

    /** Whether the installed version is one of those; what is no version is itself alone. */
    boolean includes(String installed) {
        return isAny() || Arrays.stream(text.split("\\|")).anyMatch(way -> allOf(way, installed));
    }

    private boolean isAny() {
        return text.isEmpty() || text.equals("*");
    }

    private static boolean allOf(String clauses, String installed) {
        return Arrays.stream(clauses.split(","))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .allMatch(clause -> clause(clause, installed));
    }

    private static boolean clause(String clause, String installed) {
        var parts = CLAUSE.matcher(clause);
        if (!parts.matches()) {
            return clause.equals(installed);
        }
        var operator = parts.group(1) == null ? "" : parts.group(1);
        var wanted = parts.group(2);
        if (wanted.equals("*")) {
            return true;
        }
        boolean isPrefix = wanted.endsWith(".*") || wanted.endsWith("*") || operator.equals("=");
        var bound = Version.parse(wanted.replaceAll("\\.?\\*$", ""));
        var version = Version.parse(installed);
        if (bound.isEmpty() || version.isEmpty() || operator.equals("===")) {
            return wanted.equals(installed) != operator.equals("!=");
        }
        return test(operator, bound.get(), isPrefix).test(version.get());
    }

    private static Predicate<Version> test(String operator, Version bound, boolean isPrefix) {
        return switch (operator) {
            case "!=" -> equalTo(bound, isPrefix).negate();
            case ">=" -> version -> version.withoutLocal().compareTo(bound) >= 0;
            case "<=" -> version -> version.withoutLocal().compareTo(bound) <= 0;
            case ">" -> version -> isAfter(version, bound);
            case "<" -> version -> isBefore(version, bound);
            case "~=" -> version -> version.withoutLocal().compareTo(bound) >= 0 && version.beginsWith(bound.series());
            default -> equalTo(bound, isPrefix);
        };
    }

    private static Predicate<Version> equalTo(Version bound, boolean isPrefix) {
        if (isPrefix && bound.equals(bound.base())) {
            return version -> version.beginsWith(bound);
        }
        return version -> (bound.local().isEmpty() ? version.withoutLocal() : version).compareTo(bound) == 0;
    }

    /** {@code >1.7} means none of the post-releases of 1.7, unless one is named. */
    private static boolean isAfter(Version version, Version bound) {
        boolean isOnlyPost = version.isPostRelease()
                && !bound.isPostRelease()
                && version.base().compareTo(bound.base()) == 0;
        return !isOnlyPost && version.withoutLocal().compareTo(bound) > 0;
    }

    /** {@code <2.0} means none of the pre-releases of 2.0, unless one is named. */
    private static boolean isBefore(Version version, Version bound) {
        boolean isOnlyPre = version.isPreRelease()
                && !bound.isPreRelease()
                && version.base().compareTo(bound.base()) == 0;
        return !isOnlyPre && version.compareTo(bound) < 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
