package dev.sluice.console.palette;

import dev.sluice.console.palette.PaletteViewModel.Hit;
import dev.sluice.console.support.Messages;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Binds fxml/palette.fxml to its view-model. The keyboard stays in the field; the list follows it. */
public final class PaletteView {

    private static final int PAGE = 8;

    private final PaletteViewModel model;

    @FXML
    private TextField field;

    @FXML
    private ListView<Hit> list;

    @FXML
    private Label nothing;

    public PaletteView(PaletteViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        field.textProperty().bindBidirectional(model.typedProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setCellFactory(view -> new PaletteCell(this::clicked));
        list.setFocusTraversable(false);
        model.hitsProperty().addListener((o, before, after) -> show());
        model.chosenProperty().addListener((o, before, after) -> choose());
        show();
    }

    /** To be called once it is in a window. */
    public void focusField() {
        field.requestFocus();
    }

    private void show() {
        list.getItems().setAll(model.hitsProperty().get());
        nothing.setVisible(list.getItems().isEmpty());
        choose();
    }

    private void choose() {
        int index = model.chosenProperty().get();
        list.getSelectionModel().clearAndSelect(index);
        if (index < 0) {
            field.setAccessibleHelp(Messages.of("palette.keys"));
        } else if (index < list.getItems().size()) {
            list.scrollTo(Math.max(0, index - PAGE / 2));
            var command = list.getItems().get(index).command();
            field.setAccessibleHelp(Messages.of("palette.told", command.title(), command.shortcut()));
        }
    }

    private void clicked(int index) {
        model.chosenProperty().set(index);
        model.run();
    }

    private void key(KeyEvent event) {
        var code = event.getCode();
        if (code == KeyCode.DOWN) {
            model.move(1);
        } else if (code == KeyCode.UP) {
            model.move(-1);
        } else if (code == KeyCode.PAGE_DOWN) {
            model.move(PAGE);
        } else if (code == KeyCode.PAGE_UP) {
            model.move(-PAGE);
        } else if (code == KeyCode.ENTER) {
            model.run();
        } else if (code == KeyCode.ESCAPE) {
            model.close();
        } else {
            return;
        }
        event.consume();
    }
}
