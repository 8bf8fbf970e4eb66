package dev.sluice.console.support.code;

import java.util.List;

/**
 * Finds out what the parts of a text are, line by line, so that of a long text only what is seen need be looked at.
 * Pure; what is wrong in the text is coloured as well as can be. Safe from any thread.
 */
public interface Highlighter {

    /** How a text begins. */
    int START = 0;

    /** Leaves everything as it is. */
    Highlighter NONE = (line, before) -> new Line(List.of(), START);

    /**
     * @param line without its end
     * @param before {@link #START}, or what the line before has left open
     */
    Line highlight(String line, int before);

    /**
     * What is in a line.
     *
     * @param spans in order, without overlap
     * @param after what the next line begins with
     */
    record Line(List<Span> spans, int after) {
        public Line {
            spans = List.copyOf(spans);
        }
    }
}
