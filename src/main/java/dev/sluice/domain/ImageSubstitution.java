package dev.sluice.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One image that stands in for others, where their registry cannot be reached.
 *
 * @param pattern which images: {@code *} is any text, and one without a tag means every tag, such as {@code
 *     mcr.microsoft.com/azureml/*}
 * @param image what is taken in their place; its n-th {@code *} is what the pattern's n-th has stood for
 */
public record ImageSubstitution(String pattern, String image) {

    private static final Pattern NO_NAME = Pattern.compile("[\\s=#]");

    public ImageSubstitution {
        fault(pattern, image).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /** What is wrong with the two, for people; empty if nothing. */
    public static Optional<String> fault(String pattern, String image) {
        return faultOfPattern(pattern).or(() -> faultOfImage(pattern, image));
    }

    /** What is wrong with the pattern by itself. */
    public static Optional<String> faultOfPattern(String pattern) {
        return pattern.isEmpty()
                ? Optional.of("the image, or the pattern of images, that is to be replaced is missing")
                : faultOfName(pattern);
    }

    /** What is wrong with the image, beside a pattern. */
    public static Optional<String> faultOfImage(String pattern, String image) {
        if (image.isEmpty()) {
            return Optional.of("the image that is taken in its place is missing");
        }
        return faultOfName(image)
                .or(() -> stars(image) > stars(pattern)
                        ? Optional.of("the image has more '*' than the pattern")
                        : Optional.empty());
    }

    private static Optional<String> faultOfName(String text) {
        return NO_NAME.matcher(text).find()
                ? Optional.of("the name of an image has no spaces, '=' or '#'")
                : Optional.empty();
    }

    private static long stars(String text) {
        return text.chars().filter(c -> c == '*').count();
    }

    /** What stands in for the image; empty if the pattern does not fit it. */
    public Optional<String> of(String original) {
        var matcher = compiled().matcher(original);
        return matcher.matches() ? Optional.of(filled(matcher)) : Optional.empty();
    }

    private Pattern compiled() {
        var parts = pattern.split("\\*", -1);
        var regex = new StringBuilder(Pattern.quote(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            regex.append("(.*)").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(regex + (namesNoTag() ? "(?:[:@].*)?" : ""));
    }

    private boolean namesNoTag() {
        return pattern.indexOf(':', pattern.lastIndexOf('/') + 1) < 0 && pattern.indexOf('@') < 0;
    }

    private String filled(Matcher matcher) {
        var parts = image.split("\\*", -1);
        var text = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            text.append(matcher.group(i)).append(parts[i]);
        }
        return text.toString();
    }

    /** As it is written in a line of text. */
    @Override
    public String toString() {
        return pattern + " = " + image;
    }
}
