package dev.sluice.app;

import dev.sluice.app.RuntimeOptions.EngineChoice;

class ProcessRestartTest extends RestartContract {

    ProcessRestartTest() {
        super(EngineChoice.process);
    }
}
