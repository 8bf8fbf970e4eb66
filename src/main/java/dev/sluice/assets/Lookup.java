package dev.sluice.assets;

import dev.sluice.domain.Asset;
import dev.sluice.domain.Problem;

/** What a reference means. */
public sealed interface Lookup {

    /** It means {@code asset}. */
    record Found(Asset asset) implements Lookup {}

    /** It means nothing that is registered here. */
    record Missing(Problem problem) implements Lookup {}
}
