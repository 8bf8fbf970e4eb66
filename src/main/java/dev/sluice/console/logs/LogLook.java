package dev.sluice.console.logs;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Workbench;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How lines look: their times, whether long ones are wrapped, and the colour of who wrote them. For the UI thread only. */
record LogLook(
        Clock clock,
        Workbench bench,
        Supplier<Optional<EndpointName>> endpoint,
        ObjectProperty<LogTimes> times,
        BooleanProperty wrap) {

    LogLook(Workbench bench, Supplier<Optional<EndpointName>> endpoint) {
        this(bench.clock(), bench, endpoint, new SimpleObjectProperty<>(LogTimes.LOCAL), new SimpleBooleanProperty());
    }

    /** Of several lines that belong together only the first says its time; none does whose time nobody knows. */
    String time(LogEntry entry) {
        return entry.timed() ? times.get().text(entry.at(), clock) : "";
    }

    /** The colour of who wrote it; empty while nothing is chosen. */
    Optional<DeploymentColor> color(LogEntry entry) {
        return endpoint.get().map(name -> bench.colors().of(new DeploymentId(name, entry.deployment())));
    }
}
