package dev.sluice.manifest;

/**
 * Something that may be written where the caret is.
 *
 * @param word the key or value
 * @param sentence what it means
 * @param insert what is put in the place of what stands between {@code from} and the caret
 */
public record Proposal(String word, String sentence, String insert, int from) {}
