package dev.sluice.app;

import dev.sluice.console.support.Errand;
import dev.sluice.console.support.Errands;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Reason;
import dev.sluice.control.RolloutControl;
import dev.sluice.demo.DemoFailed;
import dev.sluice.demo.FirstSteps;
import dev.sluice.demo.Sample;
import dev.sluice.demo.Stagehand;
import dev.sluice.demo.Teller;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What <i>Try the sample rollout</i> begins: sets the sample up in the background and tells the window how far it is.
 *
 * @param control gives its commands as the demo does, not as the user
 * @param tellers tells in the window what goes on with what is chosen; called in the background
 * @param errands where the user sees the sample, stops it as long as it goes on, and reads later how it ended
 * @param ui where errands begin and end
 * @param whenClosed is given what ends the sample's client when the window is closed
 */
record SampleStart(
        RolloutControl control,
        HttpClient http,
        Clock clock,
        Executor background,
        Function<Selection, Teller> tellers,
        Errands errands,
        Executor ui,
        Consumer<Runnable> whenClosed)
        implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SampleStart.class);

    @Override
    public void run() {
        background.execute(this::setUp);
    }

    /** What fails is told like any other failure. */
    private void setUp() {
        try (var stage = new Stagehand(control, http, Duration.ZERO)) {
            whenClosed.accept(stage::cancel);
            var sample = Sample.in(DemoCommand.samples().resolve("diabetes"));
            var teller =
                    tellers.apply(new Selection.OfEndpoint(sample.endpoint().name()));
            setUp(stage, sample, new SampleErrand(teller, clock, stage::cancel));
        } catch (DemoFailed failure) {
            notSetUp(failure);
        } catch (RuntimeException failure) {
            LOG.error("the sample could not be set up", failure);
            notSetUp(failure);
        }
    }

    /** It has ended among the jobs before the window is told how. */
    private void setUp(Stagehand stage, Sample sample, SampleErrand errand) {
        ui.execute(() -> errands.begin(errand));
        try {
            new FirstSteps(stage, sample, errand).run();
        } catch (RuntimeException failure) {
            if (!(failure instanceof DemoFailed && errand.isStopped())) {
                failed(errand, Reason.of(failure));
                throw failure;
            }
        }
        if (errand.isStopped()) {
            ended(errand, errands::stopped, "The sample was stopped. What it has set up stays.");
        } else {
            ended(errand, errands::done, "The sample's endpoint is gone.");
        }
    }

    private void ended(SampleErrand errand, BiConsumer<Errand, String> as, String text) {
        ui.execute(() -> as.accept(errand, text));
        errand.end(true, text);
    }

    /** What a model that could not be started said last follows the reason, and is for the log. */
    private void failed(SampleErrand errand, String why) {
        var lines = why.lines().toList();
        lines.forEach(errand::note);
        ui.execute(() -> errands.failed(errand, lines.isEmpty() ? "" : lines.get(0)));
    }

    private void notSetUp(RuntimeException failure) {
        tellers.apply(new Selection.Nothing()).end(false, "The sample could not be set up. " + Reason.of(failure));
    }
}
