package dev.sluice.app;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.engine.docker.DockerPresence;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.framework.junit5.Start;

/** In containers, on a real engine. */
class DockerRolloutStory extends RolloutStory {

    DockerRolloutStory() {
        super(EngineChoice.docker);
    }

    @BeforeAll
    static void an_engine_answers() {
        DockerPresence.failOrSkipWithout();
    }

    @Start
    void open(Stage stage) throws Exception {
        open_the_window(stage);
    }
}
