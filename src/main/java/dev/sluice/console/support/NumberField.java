package dev.sluice.console.support;

import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A whole number within limits, which counts as it is typed. What is no such number is left as it stands, also when the
 * keyboard goes elsewhere, is marked and has a {@link #problemProperty reason}: whoever uses the number has to wait until it
 * is mended, or Esc has put the last good one back. So a number that does not stand in the field is never used.
 */
public final class NumberField extends Spinner<Integer> {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    /** No more digits than an int has for certain. */
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final IntegerSpinnerValueFactory numbers = new IntegerSpinnerValueFactory(0, 100);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanBinding wrong = problem.isNotEmpty();
    private String rule = "number.whole";

    public NumberField() {
        numbers.setConverter(new Typed());
        setValueFactory(numbers);
        setEditable(true);
        getStyleClass().add("number-field");
        accessibleHelpProperty().bind(problem);
        getEditor().accessibleHelpProperty().bind(problem);
        getEditor().textProperty().addListener((o, before, typed) -> take(typed));
        problem.addListener((o, before, after) -> pseudoClassStateChanged(DANGER, !after.isEmpty()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    }

    /** @param key of what is said of a number that is none, which gets the limits */
    public void setRule(String key) {
        rule = key;
        judge();
    }

    public void setLimits(int least, int most) {
        if (least > numbers.getMax()) {
            numbers.setMax(most);
        }
        numbers.setMin(least);
        numbers.setMax(most);
        judge();
    }

    /** Shows it, unless it is the good one behind what is being typed. */
    public void setNumber(int number) {
        numbers.setValue(number);
    }

    /** The last good one. */
    public int number() {
        return numbers.getValue();
    }

    /** Why what stands in the field cannot be used; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** While it cannot be used. */
    public BooleanBinding wrong() {
        return wrong;
    }

    /** The last good one instead of what cannot be used; whether there was something to put back. */
    public boolean putBack() {
        boolean isWrong = wrong.get();
        if (isWrong) {
            getEditor().setText(String.valueOf(number()));
            getEditor().selectAll();
        }
        return isWrong;
    }

    /** It is no number for the window, whose Esc closes or throws away more. */
    private void escape(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && putBack()) {
            key.consume();
        }
    }

    private void take(String typed) {
        read(typed).ifPresent(numbers::setValue);
        judge();
    }

    /** What can be used by other limits than it was typed under was not taken then. */
    private void judge() {
        var typed = read(getEditor().getText());
        boolean stands = typed.filter(number -> number == number()).isPresent();
        problem.set(stands ? "" : Messages.of(rule, numbers.getMin(), numbers.getMax()));
        if (!stands && typed.isPresent()) {
            getEditor().setText(String.valueOf(number()));
        }
    }

    private Optional<Integer> read(String typed) {
        return Optional.of(typed.strip())
                .filter(text -> WHOLE.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(number -> number >= numbers.getMin() && number <= numbers.getMax());
    }

    /** The toolkit reads the field once more when the keyboard leaves it: what is none leaves the number as it was. */
    private final class Typed extends StringConverter<Integer> {
        @Override
        public String toString(@Nullable Integer number) {
            return number == null ? "" : number.toString();
        }

        @Override
        public Integer fromString(String text) {
            return read(text).orElse(number());
        }
    }
}
