package dev.sluice.console.overview;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Attributes as names and values, one under the other; a note stands below the value it is about. */
public final class AttributeGrid extends GridPane {

    private static final double NAMES = 150;

    public AttributeGrid() {
        getStyleClass().add("attributes");
        var names = new ColumnConstraints(NAMES);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().setAll(names, values);
    }

    void show(List<Attribute> attributes) {
        getChildren().clear();
        for (int i = 0; i < attributes.size(); i++) {
            var name = label(attributes.get(i).name(), "fact-name");
            setValignment(name, VPos.TOP);
            addRow(i, name, value(attributes.get(i)));
        }
    }

    private static VBox value(Attribute attribute) {
        var box = new VBox(label(attribute.value(), "fact-value"));
        if (!attribute.note().isEmpty()) {
            box.getChildren().add(label(attribute.note(), "caption"));
        }
        return box;
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
