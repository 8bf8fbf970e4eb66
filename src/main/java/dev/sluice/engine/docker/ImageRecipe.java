package dev.sluice.engine.docker;

import dev.sluice.engine.PreparedEnvironment;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An image as it is.
 *
 * @param note what people are to know of it; empty if nothing
 */
record ImageRecipe(LocalImages images, String image, String note) implements Recipe {

    @Override
    public String key() {
        return image;
    }

    @Override
    public CompletableFuture<PreparedEnvironment> make(Consumer<String> progress, StopSignal stop) {
        return images.have(image, progress, stop).thenApply(found -> new PreparedEnvironment(found.id(), note));
    }
}
