package dev.sluice.console.support.routing;

import dev.sluice.console.support.Needs;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.console.support.Reach;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Routing;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import org.jspecify.annotations.Nullable;

/** Sends the commands that change routings, and tells what came of each. For the UI thread only. */
final class RoutingFlights {

    /**
     * What is to be sent.
     *
     * @param track of the endpoint whose routing it changes
     * @param inForce what it starts from, unless others are under way
     * @param step what it makes of that
     */
    record Command(
            RoutingTrack track,
            Routing inForce,
            UnaryOperator<Routing> step,
            Supplier<CompletionStage<Outcome>> send) {}

    private final Reach reach;
    private final Executor ui;
    private final NoticeBoard notices;
    private final LongProperty turn = new SimpleLongProperty();

    /** @param reach while the runtime is gone, every command fails with the reason */
    RoutingFlights(Reach reach, Executor ui, NoticeBoard notices) {
        this.reach = reach;
        this.ui = ui;
        this.notices = notices;
        reach.lost().addListener((o, before, after) -> moveOn());
    }

    /** Whether the runtime is gone, so that nothing is told of it any more. */
    boolean isOutOfReach() {
        return !reach.allows(Needs.RUNTIME);
    }

    /** Tells whenever a command is sent or answered, or the runtime goes or comes back, as long as what this returns is held. */
    Object onTurn(Runnable told) {
        ChangeListener<Number> listener = (o, before, after) -> told.run();
        turn.addListener(new WeakChangeListener<>(listener));
        return listener;
    }

    /**
     * The stage completes on the UI thread, after what came of it has been told.
     *
     * @param done told what it has changed
     * @param notDone told why it has changed nothing
     */
    CompletionStage<Outcome> send(
            Command command, Consumer<RoutingChange> done, BiConsumer<@Nullable Outcome, @Nullable Throwable> notDone) {
        var track = command.track();
        var flight = track.takeOff(command.inForce(), command.step());
        begin(track);
        return reach.give(command.send())
                .whenCompleteAsync(
                        (outcome, failure) -> {
                            if (outcome instanceof Outcome.Applied applied) {
                                done.accept(track.land(flight, applied.revision()));
                            } else {
                                track.crash(flight);
                                notDone.accept(outcome, failure);
                            }
                            moveOn();
                        },
                        ui);
    }

    /** What cannot be sent changes nothing: the notice of the last change still holds. */
    private void begin(RoutingTrack track) {
        if (reach.allows(Needs.RUNTIME)) {
            track.dismissNotice(notices);
        }
        moveOn();
    }

    private void moveOn() {
        turn.set(turn.get() + 1);
    }
}
