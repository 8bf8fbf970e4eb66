package dev.sluice.console.support;

import java.util.Optional;
import javafx.beans.DefaultProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The place of a control that gives the runtime a command: while the runtime is gone the control cannot be used, and
 * the place says why, since what is disabled shows no tooltip itself. It goes by the {@link Reach} of the window that it
 * stands in, so that a view has nothing to bind; whether the control is disabled for reasons of its own stays as it was.
 */
@DefaultProperty("control")
public final class Guarded extends StackPane {

    private final StackPane gate = new StackPane();
    private final Tooltip why = new Tooltip();
    private Needs needs = Needs.RUNTIME;

    public Guarded() {
        gate.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(gate);
        sceneProperty().addListener((o, before, after) -> obey());
        // Not by a listener on the property, which would keep what is thrown away.
        hoverProperty().addListener((o, before, hovered) -> explain());
    }

    public Guarded(Node control) {
        this(Needs.RUNTIME, control);
    }

    public Guarded(Needs needs, Node control) {
        this();
        this.needs = needs;
        setControl(control);
    }

    /** What it is the place of; it is there as long as its control is. */
    public void setControl(Node control) {
        gate.getChildren().setAll(control);
        visibleProperty().bind(control.visibleProperty());
        managedProperty().bind(control.managedProperty());
    }

    /** Null for a place that is still empty, as the loader of views meets it. */
    public @Nullable Node getControl() {
        return gate.getChildren().isEmpty() ? null : gate.getChildren().get(0);
    }

    /** For a control that gives commands at times only. */
    public void setNeeds(Needs now) {
        needs = now;
        obey();
    }

    private void obey() {
        gate.disableProperty().unbind();
        gate.setDisable(false);
        if (needs == Needs.RUNTIME) {
            reach().ifPresent(reach -> gate.disableProperty().bind(reach.lost()));
        }
    }

    private void explain() {
        Tooltip.uninstall(this, why);
        reach().filter(reach -> !reach.allows(needs)).ifPresent(reach -> {
            why.setText(reach.whyLost());
            Tooltip.install(this, why);
        });
    }

    private Optional<Reach> reach() {
        return Optional.<Scene>ofNullable(getScene()).flatMap(Reach::over);
    }
}
