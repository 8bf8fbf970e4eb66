package dev.sluice.console.support;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line for the note on a change: optional, so it is small, and beside or above the button that makes the change. */
public final class NoteLine extends HBox {

    private static final double SPACING = 10;
    private static final double LEAST = 100;
    private static final double USUAL = 220;

    private final Label label = new Label();
    private final TextField field = new TextField();

    public NoteLine() {
        super(SPACING);
        getStyleClass().add("note-line");
        setAlignment(Pos.CENTER_LEFT);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setMnemonicParsing(true);
        label.setLabelFor(field);
        field.setPromptText(Messages.of("note.prompt"));
        field.setAccessibleText(Messages.of("note.accessible"));
        field.setMinWidth(LEAST);
        field.setPrefWidth(USUAL);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(label, field);
    }

    /** For a note that is built without a file. */
    public NoteLine(String text, String fieldId, ChangeNote note) {
        this();
        setText(text);
        setFieldId(fieldId);
        show(note);
    }

    /** What is written here is that note, and the other way round. */
    public void show(ChangeNote note) {
        field.textProperty().bindBidirectional(note.textProperty());
    }

    /** The label, with the letter that leads to the field. */
    public void setText(String text) {
        label.setText(text);
    }

    public String getText() {
        return label.getText();
    }

    public void setFieldId(String id) {
        field.setId(id);
    }

    public String getFieldId() {
        return field.getId();
    }
}
