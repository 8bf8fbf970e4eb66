package dev.sluice.domain;

/** Where in a file something stands, as a person counts: lines and columns from 1. */
public record Place(String file, int line, int column) {

    /** Not in a file: typed into a form or asked by a program. */
    public static final Place NOWHERE = new Place("", 0, 0);

    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public String toString() {
        return isKnown() ? (file.isEmpty() ? "line " : file + ":") + line + ":" + column : file;
    }
}
