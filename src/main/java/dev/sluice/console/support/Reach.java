package dev.sluice.console.support;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;

/**
 * Whether the runtime can be told anything: while it is gone, what would change it is not offered. What stands in the
 * window learns it by {@link Guarded}. For the UI thread only.
 */
public final class Reach {

    /** Empty while the runtime is there. */
    private final StringProperty whyLost = new SimpleStringProperty("");

    private final BooleanBinding lost = whyLost.isNotEmpty();

    /** The reach that rules over a window; empty for one that no runtime is behind. */
    static Optional<Reach> over(Scene scene) {
        return Optional.ofNullable((Reach) scene.getProperties().get(Reach.class));
    }

    /** Whatever comes to stand in {@code scene} after this goes by it. */
    public void rule(Scene scene) {
        scene.getProperties().put(Reach.class, this);
    }

    public BooleanBinding lost() {
        return lost;
    }

    /** Why nothing can be changed; empty while the runtime is there. */
    public String whyLost() {
        return whyLost.get();
    }

    /** Whether what needs this can be done now. */
    public boolean allows(Needs needs) {
        return needs == Needs.NOTHING || !lost.get();
    }

    /** Gives a command, which fails with the reason while nothing can be given. */
    public <T> CompletionStage<T> give(Supplier<CompletionStage<T>> command) {
        return lost.get() ? CompletableFuture.failedFuture(new IllegalStateException(whyLost())) : command.get();
    }

    public void lose(String why) {
        whyLost.set(why);
    }

    public void regain() {
        whyLost.set("");
    }
}
