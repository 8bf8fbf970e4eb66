package dev.sluice.console.create;

import dev.sluice.console.support.Errand;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.ModelDefinition;

/**
 * A registration that the runtime has not answered yet: a model's files are being copied, which may take long. The runtime
 * tells neither how far it is nor can it be called back, and registers it whatever becomes of the window.
 */
record RegistrationErrand(AssetDefinition definition, String name) implements Errand {

    @Override
    public String title() {
        return Messages.of("assets.registering", definition.kind().word(), name);
    }

    @Override
    public String now() {
        return definition instanceof ModelDefinition model
                ? Messages.of("assets.registering.model", model.path())
                : Messages.of("assets.registering.environment");
    }

    @Override
    public double progress() {
        return -1;
    }

    @Override
    public String stopEffect() {
        return "";
    }

    @Override
    public void stop() {
        // It goes on without the window.
    }
}
