package dev.sluice.app;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.app.RuntimeOptions.PythonUse;
import java.nio.file.Path;
import java.time.Clock;

/** The product's runtime, with real processes for instances. */
final class ProcessRuntime {

    private ProcessRuntime() {}

    static RuntimeHost in(Path home) throws Exception {
        return in(home, new RuntimeOptions().python);
    }

    /** @param python what a conda file gets */
    static RuntimeHost in(Path home, PythonUse python) throws Exception {
        var options = new RuntimeOptions();
        options.home = home;
        options.engine = EngineChoice.process;
        options.python = python;
        return RuntimeHost.start(options, Clock.systemUTC());
    }
}
