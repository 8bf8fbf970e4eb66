package dev.sluice.domain;

/** The packages that an environment adds to its image, as conda's own file names them (reference 1.5). */
public sealed interface CondaFile {

    /** A file on this machine, by absolute path. */
    record At(String path) implements CondaFile {}

    /** Written into the deployment's own file; {@code yaml} is what the file would hold. */
    record Inline(String yaml) implements CondaFile {}
}
