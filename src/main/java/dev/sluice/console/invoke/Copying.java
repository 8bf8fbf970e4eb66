package dev.sluice.console.invoke;

import dev.sluice.console.support.Clipboard;
import dev.sluice.console.support.Problems;
import dev.sluice.control.RolloutControl;
import dev.sluice.domain.EndpointName;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What goes to the clipboard. For the UI thread only. */
record Copying(RolloutControl control, Executor ui, Clipboard clipboard) {

    /** The endpoint's key or token, which is shown nowhere. */
    void key(EndpointName endpoint, Consumer<String> problem) {
        control.credentials(endpoint)
                .whenCompleteAsync(
                        (credentials, failure) -> {
                            if (credentials == null) {
                                problem.accept(Problems.of(null, failure));
                            } else {
                                clipboard.put(credentials.bearer().reveal());
                            }
                        },
                        ui);
    }
}
