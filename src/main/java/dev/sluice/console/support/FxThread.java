package dev.sluice.console.support;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The UI thread as an executor: runs at once when already there, else later. The only user of {@link Platform}. */
public final class FxThread implements Executor {

    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }
}
