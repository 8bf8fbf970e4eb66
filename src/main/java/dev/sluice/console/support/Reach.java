package dev.sluice.console.support;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** Whether the runtime can be told anything: while it is gone, what would change it is not offered. For the UI thread only. */
public final class Reach {

    /** Empty while the runtime is there. */
    private final StringProperty whyLost = new SimpleStringProperty("");

    private final BooleanBinding lost = whyLost.isNotEmpty();

    public BooleanBinding lost() {
        return lost;
    }

    public void lose(String why) {
        whyLost.set(why);
    }

    public void regain() {
        whyLost.set("");
    }

    /** The control in a place of its own, which says why it is not offered: what is disabled shows no tooltip itself. */
    public StackPane guarded(Node control) {
        var place = new StackPane(control);
        guard(place, control);
        return place;
    }

    /** @param place is round the control and nothing else */
    public void guard(Node place, Node control) {
        control.disableProperty().bind(lost);
        var why = new Tooltip();
        // Not by a listener on the property, which would keep what is thrown away.
        place.hoverProperty().addListener((o, before, hovered) -> {
            Tooltip.uninstall(place, why);
            if (lost.get()) {
                why.setText(whyLost.get());
                Tooltip.install(place, why);
            }
        });
    }
}
