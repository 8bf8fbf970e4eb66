package dev.sluice.domain;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** One version of a registered model, environment or code. What it stands for never changes. */
public record AssetId(AssetKind kind, String name, String version) implements Comparable<AssetId> {

    private static final Pattern WORD = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}");

    private static final Comparator<AssetId> BY_NAME = Comparator.comparing(AssetId::kind)
            .thenComparing(AssetId::name)
            .thenComparing(AssetId::version, AssetId::compareVersions);

    public AssetId {
        if (!isWord(name) || !isWord(version)) {
            throw new IllegalArgumentException("there can be no " + kind.word() + " '" + name + ":" + version + "'");
        }
    }

    /** Whether an asset's name or version may be written so. */
    public static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    /** What is wrong with {@code text} as an asset's {@code part}, its name or its version; nothing is an empty list. */
    public static List<Problem> problems(String path, String part, String text) {
        return isWord(text)
                ? List.of()
                : List.of(Problem.of(
                        Problem.Code.BAD_VALUE,
                        path,
                        "'" + text + "' cannot be an asset's " + part,
                        "use letters, digits, '_', '-' and '.', at most 255, a letter, a digit or '_' first"));
    }

    /** How a deployment's file names it. */
    public String reference() {
        return "azureml:" + name + ":" + version;
    }

    /** For people. */
    public String text() {
        return name + ":" + version;
    }

    /** In order of kind and name, versions as people count them. */
    @Override
    public int compareTo(AssetId other) {
        return BY_NAME.compare(this, other);
    }

    private static int compareVersions(String one, String other) {
        boolean numbers = isNumber(one) && isNumber(other);
        int byNumber = numbers ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : 0;
        return byNumber == 0 ? one.compareTo(other) : byNumber;
    }

    private static boolean isNumber(String version) {
        return version.length() <= 18 && version.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return kind.word() + " " + text();
    }
}
