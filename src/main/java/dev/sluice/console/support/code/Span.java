package dev.sluice.console.support.code;

/** The letters of a line from {@code start}, counted from 0, to before {@code end} are a {@code token}. */
public record Span(int start, int end, Token token) {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no letters from " + start + " to " + end);
        }
    }
}
