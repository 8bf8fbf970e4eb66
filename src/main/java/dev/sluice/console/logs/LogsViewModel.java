package dev.sluice.console.logs;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Batches.Batch;
import dev.sluice.console.support.Clipboard;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet;
import dev.sluice.control.LogLine;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The newest log lines of one deployment, all instances together, filtered and followed. For the UI thread only. */
final class LogsViewModel {

    static final int MOST_LINES = 10_000;

    private final Clipboard clipboard;
    private final ArrayDeque<LogEntry> all = new ArrayDeque<>();
    private final ObservableList<LogEntry> shown = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<DeploymentName>> deployments = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable DeploymentName> deployment = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper arrived = new ReadOnlyLongWrapper();
    private String filter = "";
    private long dropped;

    LogsViewModel(Clipboard clipboard) {
        this.clipboard = clipboard;
        describe();
    }

    /** Oldest first, those that pass the filter. */
    ObservableList<LogEntry> lines() {
        return shown;
    }

    ReadOnlyObjectProperty<List<DeploymentName>> deploymentsProperty() {
        return deployments.getReadOnlyProperty();
    }

    /** Whose lines these are; holds null while there is no deployment. */
    ReadOnlyObjectProperty<@Nullable DeploymentName> deploymentProperty() {
        return deployment.getReadOnlyProperty();
    }

    /** Whether the newest line is kept in sight. */
    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Lines that came since following stopped. */
    ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What would make lines appear. */
    ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    /** Learns which deployments there are; keeps the chosen one while it exists, else takes the first. */
    void show(EndpointName endpoint, Fleet fleet) {
        deployments.set(fleet.endpoint(endpoint).stream()
                .flatMap(found -> found.deployments().stream())
                .map(found -> found.spec().id().deployment())
                .toList());
        var names = deployments.get();
        if (deployment.get() == null || !names.contains(deployment.get())) {
            choose(names.isEmpty() ? null : names.get(0));
        }
    }

    /** Begins anew with another deployment's lines. */
    void choose(@Nullable DeploymentName name) {
        clear();
        following.set(true);
        deployment.set(name);
        describe();
    }

    /** Grows with each batch, once its lines are in the list. */
    ReadOnlyLongProperty arrivedProperty() {
        return arrived.getReadOnlyProperty();
    }

    void append(Batch<LogLine> batch) {
        dropped += batch.dropped();
        var fresh = batch.values().stream().map(LogEntry::of).toList();
        all.addAll(fresh);
        forget(all.size() - MOST_LINES);
        var passing = fresh.stream().filter(entry -> entry.contains(filter)).toList();
        shown.addAll(passing);
        if (!following.get()) {
            unseen.set(unseen.get() + passing.size());
        }
        describe();
        arrived.set(arrived.get() + fresh.size());
    }

    void filter(String words) {
        filter = words.strip();
        shown.setAll(all.stream().filter(entry -> entry.contains(filter)).toList());
        describe();
    }

    void pauseFollowing() {
        following.set(false);
    }

    void follow() {
        following.set(true);
        unseen.set(0);
    }

    /** Takes away what is on screen; the instances keep their logs. */
    void clear() {
        all.clear();
        shown.clear();
        dropped = 0;
        unseen.set(0);
        describe();
    }

    /** Copies these lines, or all that are shown if none is given. */
    void copy(List<LogEntry> chosen) {
        clipboard.put((chosen.isEmpty() ? shown : chosen)
                .stream().map(entry -> entry.instance() + "  " + entry.text()).collect(joining("\n")));
    }

    private void forget(int tooMany) {
        var gone = new ArrayList<LogEntry>();
        for (int i = 0; i < tooMany; i++) {
            gone.add(all.remove());
        }
        dropped += gone.size();
        long passing = gone.stream().filter(entry -> entry.contains(filter)).count();
        // What is newer than the buffer may have gone before it was ever shown.
        shown.remove(0, (int) Math.min(passing, shown.size()));
    }

    private void describe() {
        var lines = filter.isEmpty()
                ? Messages.of("logs.summary.all", all.size())
                : Messages.of("logs.summary.filtered", shown.size(), all.size());
        summary.set(dropped == 0 ? lines : lines + Messages.of("logs.summary.dropped", dropped));
        emptyText.set(Messages.of(emptyKey()));
    }

    private String emptyKey() {
        if (deployment.get() == null) {
            return "logs.empty.no-deployment";
        }
        return filter.isEmpty() || all.isEmpty() ? "logs.empty.no-lines" : "logs.empty.filter";
    }
}
