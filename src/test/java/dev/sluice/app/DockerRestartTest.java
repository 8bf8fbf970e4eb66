package dev.sluice.app;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.engine.docker.DockerPresence;
import org.junit.jupiter.api.BeforeAll;

class DockerRestartTest extends RestartContract {

    DockerRestartTest() {
        super(EngineChoice.docker);
    }

    @BeforeAll
    static void an_engine_answers() {
        DockerPresence.failOrSkipWithout();
    }
}
