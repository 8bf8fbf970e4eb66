package dev.sluice.engine.conda;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of a Python package, in the order that PEP 440 gives them. Equal are those that this order does not tell
 * apart: {@code 1.0} and {@code 1.0.0} are not equal as records and compare as 0.
 *
 * @param stage how finished it is, and of pre-releases the number
 * @param post {@code -1} for none
 * @param dev the largest number for none: a development release comes before what it leads to
 * @param local what a builder has added after a plus sign; empty for nothing
 */
record Version(
        BigInteger epoch, List<BigInteger> release, Stage stage, long stageNumber, long post, long dev, String local)
        implements Comparable<Version> {

    /** In their order. A version that is nothing but a development release comes before its alphas. */
    enum Stage {
        DEVELOPMENT,
        ALPHA,
        BETA,
        CANDIDATE,
        FINAL
    }

    private static final long NONE_BEFORE = -1;
    private static final long NONE_AFTER = Long.MAX_VALUE;

    private static final Pattern FORM = Pattern.compile("v?(?:(?<epoch>\\d+)!)?(?<release>\\d+(?:\\.\\d+)*)"
            + "(?:[-_.]?(?<pre>a|b|c|rc|alpha|beta|pre|preview)[-_.]?(?<pren>\\d{0,9}))?"
            + "(?:-(?<postn1>\\d{1,9})|[-_.]?(?<post>post|rev|r)[-_.]?(?<postn2>\\d{0,9}))?"
            + "(?:[-_.]?(?<dev>dev)[-_.]?(?<devn>\\d{0,9}))?"
            + "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?");

    private static final Comparator<Version> ORDER = Comparator.comparing(Version::epoch)
            .thenComparing(Version::release, Version::compareNumbers)
            .thenComparing(Version::stage)
            .thenComparing(Version::stageNumber)
            .thenComparing(Version::post)
            .thenComparing(Version::dev)
            .thenComparing(Version::local, Version::compareLocal);

    Version {
        release = List.copyOf(release);
    }

    /** Empty if this is no version as Python packages have them. */
    static Optional<Version> parse(String text) {
        var matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
    }

    private static Version of(Matcher parts) {
        boolean isPost = parts.group("post") != null || parts.group("postn1") != null;
        long post = isPost ? number(parts.group("postn1")) + number(parts.group("postn2")) : NONE_BEFORE;
        long dev = parts.group("dev") != null ? number(parts.group("devn")) : NONE_AFTER;
        var epoch = parts.group("epoch");
        return new Version(
                epoch == null ? BigInteger.ZERO : new BigInteger(epoch),
                Arrays.stream(parts.group("release").split("\\."))
                        .map(BigInteger::new)
                        .toList(),
                stage(parts.group("pre"), isPost, dev != NONE_AFTER),
                number(parts.group("pren")),
                post,
                dev,
                Optional.ofNullable(parts.group("local")).orElse("").replaceAll("[-_]", "."));
    }

    private static Stage stage(@Nullable String pre, boolean isPost, boolean isDev) {
        if (pre == null) {
            return isDev && !isPost ? Stage.DEVELOPMENT : Stage.FINAL;
        }
        return switch (pre) {
            case "a", "alpha" -> Stage.ALPHA;
            case "b", "beta" -> Stage.BETA;
            default -> Stage.CANDIDATE;
        };
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    boolean isPreRelease() {
        return stage != Stage.FINAL || dev != NONE_AFTER;
    }

    boolean isPostRelease() {
        return post != NONE_BEFORE;
    }

    /** Without what a builder has added. */
    Version withoutLocal() {
        return new Version(epoch, release, stage, stageNumber, post, dev, "");
    }

    /** The release alone, without what comes before or after it. */
    Version base() {
        return new Version(epoch, release, Stage.FINAL, 0, NONE_BEFORE, NONE_AFTER, "");
    }

    /** The release without its last number: all that {@code ~=} lets vary is what comes after. */
    Version series() {
        var series = release.subList(0, Math.max(1, release.size() - 1));
        return new Version(epoch, series, Stage.FINAL, 0, NONE_BEFORE, NONE_AFTER, "");
    }

    /** Whether its release begins with all the numbers of {@code begin}; those that are not written are zero. */
    boolean beginsWith(Version begin) {
        return epoch.equals(begin.epoch)
                && compareNumbers(begin.release, release.subList(0, Math.min(release.size(), begin.release.size())))
                        == 0;
    }

    private static int compareNumbers(List<BigInteger> one, List<BigInteger> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int order = at(one, i).compareTo(at(other, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger at(List<BigInteger> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    /** None comes first, and a number comes after a word. */
    private static int compareLocal(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(!one.isEmpty(), !other.isEmpty());
        }
        var ones = one.split("\\.");
        var others = other.split("\\.");
        for (int i = 0; i < Math.min(ones.length, others.length); i++) {
            int order = compareParts(ones[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ones.length, others.length);
    }

    private static int compareParts(String one, String other) {
        boolean isNumber = Character.isDigit(one.charAt(0)) && one.chars().allMatch(Character::isDigit);
        boolean isOtherNumber = other.chars().allMatch(Character::isDigit);
        return isNumber && isOtherNumber
                ? new BigInteger(one).compareTo(new BigInteger(other))
                : isNumber == isOtherNumber ? one.compareTo(other) : Boolean.compare(isNumber, isOtherNumber);
    }
}
