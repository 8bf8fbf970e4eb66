package dev.sluice.console.support.code;

/**
 * Something wrong in a text.
 *
 * @param line from 1
 * @param column from 1; 0 if the whole line is meant
 */
public record CodeProblem(int line, int column, String message) {

    public CodeProblem {
        if (line < 1 || column < 0) {
            throw new IllegalArgumentException("no place in a text: " + line + ":" + column);
        }
    }
}
