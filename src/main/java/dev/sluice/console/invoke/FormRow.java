package dev.sluice.console.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.console.support.Messages;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A field of the form and what is written in it. For the UI thread only. */
final class FormRow {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final FormField field;
    private final StringProperty text;

    FormRow(FormField field) {
        this.field = field;
        this.text = new SimpleStringProperty(field.example());
    }

    FormField field() {
        return field;
    }

    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with it; empty if nothing is. */
    String problem() {
        if (text.get().isBlank()) {
            return field.isRequired() && field.kind() != FormField.Kind.TEXT
                    ? Messages.of("invoke.form.required", field.name())
                    : "";
        }
        return value().isPresent() ? "" : Messages.of(problemKey(), field.name());
    }

    /** Whether it is to stand in the body. */
    boolean isGiven() {
        return !text.get().isBlank() || field.isRequired() && field.kind() == FormField.Kind.TEXT;
    }

    /** Empty if what is written is no value of its kind. */
    Optional<JsonNode> value() {
        var written = text.get().strip();
        return switch (field.kind()) {
            case TEXT -> Optional.of(TextNode.valueOf(text.get()));
            case NUMBER -> number(written);
            case WHOLE_NUMBER -> number(written).filter(JsonNode::canConvertToExactIntegral);
            case YES_NO ->
                written.equals("true") || written.equals("false")
                        ? Optional.of(BooleanNode.valueOf(written.equals("true")))
                        : Optional.empty();
            case JSON -> json(written);
        };
    }

    private String problemKey() {
        return switch (field.kind()) {
            case TEXT, JSON -> "invoke.form.no-json";
            case NUMBER -> "invoke.form.no-number";
            case WHOLE_NUMBER -> "invoke.form.no-whole-number";
            case YES_NO -> "invoke.form.no-yes-no";
        };
    }

    private static Optional<JsonNode> number(String written) {
        try {
            return Optional.of(DecimalNode.valueOf(new BigDecimal(written)));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> json(String written) {
        try {
            return Optional.of(JSON.readTree(written)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }
}
