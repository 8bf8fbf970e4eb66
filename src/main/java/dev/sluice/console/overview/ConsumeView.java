package dev.sluice.console.overview;

import dev.sluice.console.overview.ConsumeViewModel.Pin;
import dev.sluice.console.support.Rows;
import dev.sluice.console.support.snippets.Language;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Binds fxml/overview-consume.fxml to its view-model. Decides nothing. */
final class ConsumeView {

    private final ConsumeViewModel model;

    @FXML
    private ComboBox<Language> language;

    @FXML
    private ComboBox<Pin> pin;

    @FXML
    private Label about;

    @FXML
    private Label export;

    @FXML
    private TextArea snippet;

    ConsumeView(ConsumeViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        language.getItems().setAll(Language.values());
        language.setConverter(new LanguageText());
        language.valueProperty().bindBidirectional(model.languageProperty());
        pin.setConverter(new PinText());
        model.pinsProperty().addListener((o, before, after) -> Rows.update(pin.getItems(), after));
        Rows.update(pin.getItems(), model.pinsProperty().get());
        pin.valueProperty().bindBidirectional(model.pinProperty());
        export.setText(ConsumeViewModel.maskedExport());
        about.textProperty().bind(model.aboutProperty());
        snippet.textProperty().bind(model.snippetProperty());
    }

    @FXML
    private void copy() {
        model.copy();
    }

    @FXML
    private void copyKey() {
        model.copyKey();
    }

    private static final class LanguageText extends StringConverter<Language> {
        @Override
        public String toString(@Nullable Language language) {
            return language == null ? "" : language.title();
        }

        @Override
        public Language fromString(String text) {
            throw new UnsupportedOperationException("a language is chosen, not typed");
        }
    }

    private static final class PinText extends StringConverter<Pin> {
        @Override
        public String toString(@Nullable Pin pin) {
            return pin == null ? "" : pin.text();
        }

        @Override
        public Pin fromString(String text) {
            throw new UnsupportedOperationException("a pin is chosen, not typed");
        }
    }
}
