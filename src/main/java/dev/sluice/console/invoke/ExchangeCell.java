package dev.sluice.console.invoke;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.WholeText;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line of the history: when, what status, who answered, and whether it was pinned, what was asked, how long it took. */
final class ExchangeCell extends ListCell<Exchange> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ENGLISH);

    /** In pixels; the rest of the line is for what was asked. */
    private static final double MOST_OF_NAME = 170;

    private static final double LEAST_OF_ASKED = 50;

    private final ZoneId zone;
    private final Function<String, DeploymentColor> colors;

    private final Function<Exchange, DraftText> words;

    ExchangeCell(ZoneId zone, Function<String, DeploymentColor> colors, Function<Exchange, DraftText> words) {
        this.zone = zone;
        this.colors = colors;
        this.words = words;
        // As wide as the list, whatever a name needs: what was asked gives way.
        setPrefWidth(0);
    }

    /** Who answered, in the deployment's colour; the router itself is grey. */
    static Label chip(String by, Function<String, DeploymentColor> colors) {
        var chip = new Label(by.isEmpty() ? Messages.of("invoke.router") : by);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.getStyleClass().add("chip");
        chip.getStyleClass().add(by.isEmpty() ? "router-chip" : colors.apply(by).styleClass());
        return chip;
    }

    /** A status in its tone. */
    static Label status(int status) {
        var label = new Label(String.valueOf(status));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("status");
        setTone(label, AnswerText.tone(status));
        return label;
    }

    static void setTone(Label label, AnswerText.Tone tone) {
        for (var each : AnswerText.Tone.values()) {
            label.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == tone);
        }
    }

    @Override
    protected void updateItem(@Nullable Exchange exchange, boolean empty) {
        super.updateItem(exchange, empty);
        setText(null);
        setGraphic(exchange == null || empty ? null : line(exchange));
    }

    private HBox line(Exchange exchange) {
        var answer = exchange.answer();
        var time = new Label(TIME.format(exchange.at().atZone(zone)));
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.getStyleClass().add("caption");
        var words = this.words.apply(exchange);
        var asked = new Label(words.brief());
        asked.setMinWidth(LEAST_OF_ASKED);
        asked.setPrefWidth(LEAST_OF_ASKED);
        asked.setMaxWidth(Double.MAX_VALUE);
        WholeText.inTooltip(asked, new ReadOnlyStringWrapper(words.whole()));
        asked.getStyleClass().addAll("code-line", "muted");
        HBox.setHgrow(asked, Priority.ALWAYS);
        var took = new Label(AnswerText.latency(answer.latency()));
        took.setMinWidth(Region.USE_PREF_SIZE);
        var by = WholeText.inTooltip(chip(answer.answeredBy(), colors));
        by.setMinWidth(0);
        by.setMaxWidth(MOST_OF_NAME);
        by.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        var line = new HBox(10, time, status(answer.status()), by, asked, took);
        if (words.isPinned()) {
            var pinned = new Label(Messages.of("invoke.history.pinned"));
            pinned.setMinWidth(Region.USE_PREF_SIZE);
            pinned.getStyleClass().add("caption");
            line.getChildren().add(3, pinned);
        }
        line.getStyleClass().add("exchange");
        return line;
    }
}
