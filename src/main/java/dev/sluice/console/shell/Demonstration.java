package dev.sluice.console.shell;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Selection;
import java.util.function.BiConsumer;
import javafx.scene.Node;

/** A demonstration in the window: what it does is told across it, and shown on the pages. For the UI thread only. */
public final class Demonstration {

    private final BiConsumer<Selection, String> look;
    private final Narration narration = new Narration();
    private final SampleOffer sample;
    private Runnable lastStep = () -> {};

    /**
     * @param trySample sets the sample up, in whatever time that takes
     * @param look shows a page, by its name, of what is chosen
     */
    Demonstration(Runnable trySample, BiConsumer<Selection, String> look) {
        this.look = look;
        this.sample = new SampleOffer(() -> begin(trySample), this::remind);
    }

    /** The strip across the window. */
    Node strip() {
        return narration;
    }

    SampleOffer sample() {
        return sample;
    }

    /** Says which step this is, and shows {@code page} of {@code about}. */
    public void step(int number, int of, String title, Selection about, String page) {
        narration.step(number, of, title);
        lastStep = () -> look.accept(about, page);
        lastStep.run();
    }

    /** Says what the step has brought. */
    public void fact(String text) {
        narration.fact(text);
    }

    /** Says how it has ended. */
    public void end(String text) {
        narration.end(text);
        sample.ended();
    }

    private void begin(Runnable trySample) {
        lastStep = () -> {};
        narration.begin(Messages.of("narration.sample"));
        trySample.run();
    }

    private void remind() {
        narration.remind();
        lastStep.run();
    }
}
