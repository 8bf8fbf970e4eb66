package dev.sluice.console.invoke;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line of the history: when, what status, who answered, how long it took. */
final class ExchangeCell extends ListCell<Exchange> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;
    private final BiFunction<EndpointName, DeploymentName, DeploymentColor> colors;

    ExchangeCell(ZoneId zone, BiFunction<EndpointName, DeploymentName, DeploymentColor> colors) {
        this.zone = zone;
        this.colors = colors;
    }

    /** Who answered, in the deployment's colour; the router itself is grey. */
    static Label chip(Exchange exchange, BiFunction<EndpointName, DeploymentName, DeploymentColor> colors) {
        var by = exchange.answer().answeredBy();
        var chip = new Label(by.isEmpty() ? Messages.of("invoke.router") : by);
        chip.getStyleClass().add("chip");
        chip.getStyleClass()
                .add(
                        by.isEmpty()
                                ? "router-chip"
                                : colors.apply(exchange.invocation().endpoint(), new DeploymentName(by))
                                        .styleClass());
        return chip;
    }

    @Override
    protected void updateItem(@Nullable Exchange exchange, boolean empty) {
        super.updateItem(exchange, empty);
        setText(null);
        setGraphic(exchange == null || empty ? null : line(exchange));
    }

    private HBox line(Exchange exchange) {
        var text = new AnswerText(exchange.answer());
        var time = new Label(TIME.format(exchange.at().atZone(zone)));
        time.getStyleClass().add("caption");
        var status = new Label(String.valueOf(exchange.answer().status()));
        status.getStyleClass().add("status");
        status.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(text.tone().name().toLowerCase(Locale.ROOT)), true);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(10, time, status, chip(exchange, colors), gap, new Label(text.latency()));
        line.getStyleClass().add("exchange");
        return line;
    }
}
