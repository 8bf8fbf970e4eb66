package dev.sluice.app;

import dev.sluice.app.RuntimeOptions.EngineChoice;

/** On plain processes, as on any machine without Docker. */
class ProcessRolloutStory extends RolloutStory {

    ProcessRolloutStory() {
        super(EngineChoice.process);
    }
}
