package dev.sluice.console.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The sample rollout as the window offers it: begun once, however often it is asked for. For the UI thread only. */
final class SampleOffer {

    private final ReadOnlyBooleanWrapper underway = new ReadOnlyBooleanWrapper();
    private final Runnable begin;
    private final Runnable remind;

    /**
     * @param begin sets the sample up, and shows at once that it does
     * @param remind shows how far it is; a press that seems to do nothing is pressed again
     */
    SampleOffer(Runnable begin, Runnable remind) {
        this.begin = begin;
        this.remind = remind;
    }

    void take() {
        if (underway.get()) {
            remind.run();
        } else {
            underway.set(true);
            begin.run();
        }
    }

    /** The sample is gone, or could not be set up. */
    void ended() {
        underway.set(false);
    }

    ReadOnlyBooleanProperty underwayProperty() {
        return underway.getReadOnlyProperty();
    }
}
