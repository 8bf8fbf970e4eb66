package dev.sluice.app;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import javafx.stage.Stage;
import org.testfx.framework.junit5.Start;

/** On plain processes, as on any machine without Docker. */
class ProcessRolloutStory extends RolloutStory {

    ProcessRolloutStory() {
        super(EngineChoice.process);
    }

    @Start
    void open(Stage stage) throws Exception {
        open_the_window(stage);
    }
}
