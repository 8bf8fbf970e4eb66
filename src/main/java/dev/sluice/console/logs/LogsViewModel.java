package dev.sluice.console.logs;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Batches.Batch;
import dev.sluice.console.support.Clipboard;
import dev.sluice.console.support.Watch;
import dev.sluice.control.Fleet;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/**
 * The newest log lines of an endpoint's deployments, or of one of them, all instances together in the order of time;
 * filtered, searched and followed. For the UI thread only.
 */
final class LogsViewModel {

    private final Clipboard clipboard;
    private final FilteredLines lines = new FilteredLines();
    private final Instances instances = new Instances();
    private final Sources sources = new Sources();
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<LogLevels> levels = new ReadOnlyObjectWrapper<>(LogLevels.ALL);
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper arrived = new ReadOnlyLongWrapper();
    private final LogsInWords inWords = new LogsInWords();
    private final ReadOnlyBooleanWrapper older = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper readingOlder = new ReadOnlyBooleanWrapper();
    private final Watch olderReading = new Watch();
    private OlderLines olderLines = OlderLines.none();
    private OlderLines wantedLines = olderLines;
    private boolean isToldAgain;

    LogsViewModel(Clipboard clipboard) {
        this.clipboard = clipboard;
        words.addListener((o, before, typed) -> filter(lines.filter().with(Words.of(typed))));
        describe();
    }

    /** Oldest first, those that pass the filter. */
    ObservableList<LogEntry> lines() {
        return lines.shown();
    }

    LogSearch search() {
        return lines.search();
    }

    /** How much there is to see, or why there is nothing. */
    LogsInWords inWords() {
        return inWords;
    }

    Instances instances() {
        return instances;
    }

    Sources sources() {
        return sources;
    }

    ReadOnlyObjectProperty<LogFilter> filterProperty() {
        return lines.filterProperty();
    }

    /** The instance whose lines are shown alone, or {@link InstanceChoice#ALL}. */
    ObservableValue<InstanceChoice> instanceProperty() {
        return filterProperty().map(now -> instances.choice(now.instance()));
    }

    /** What is typed into the filter. */
    StringProperty wordsProperty() {
        return words;
    }

    /** Whether the newest line is kept in sight. */
    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Lines that came since following stopped. */
    ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /** How many older lines had to go. */
    ReadOnlyLongProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    /** Whether there may be lines that are not here and can be read. */
    ReadOnlyBooleanProperty olderProperty() {
        return older.getReadOnlyProperty();
    }

    /** Whether {@link #readOlder} was asked for and they have not come yet. */
    ReadOnlyBooleanProperty readingOlderProperty() {
        return readingOlder.getReadOnlyProperty();
    }

    /** Grows with each batch, and with older lines, once they are in the list. */
    ReadOnlyLongProperty arrivedProperty() {
        return arrived.getReadOnlyProperty();
    }

    /** Where the lines that were shown before the last ones came are now. */
    LogShift shift() {
        return lines.shift();
    }

    /** Whether what was written before could not be read, and nothing has come since. */
    ReadOnlyBooleanProperty unreadProperty() {
        return inWords.unreadProperty();
    }

    /** Learns which deployments and instances there are; goes over to all when the chosen deployment is gone. */
    void show(EndpointName endpoint, Fleet fleet) {
        var deployments =
                fleet.endpoint(endpoint).map(Fleet.EndpointView::deployments).orElse(List.of());
        sources.show(
                deployments.stream().map(view -> view.spec().id().deployment()).toList());
        if (sources.isChosenGone()) {
            forgetAll();
            choose(Optional.empty());
        }
        instances.show(deployments.stream()
                .filter(view -> sources.isFollowed(view.spec().id().deployment()))
                .flatMap(view -> view.instances().stream())
                .toList());
        describe();
    }

    /**
     * Begins anew with the lines of a deployment, or of all. Those of them that are on screen stay until all are told again:
     * taken out and put in again, they would take longer than a frame.
     */
    void choose(Optional<DeploymentName> chosen) {
        follow();
        beginWith(
                lines.kept().stream()
                        .filter(line -> chosen.map(line.deployment()::equals).orElse(true))
                        .toList(),
                lines.filter().of(""));
        isToldAgain = true;
        sources.choose(chosen);
        describe();
    }

    /** Whoever listens to {@link #readingOlderProperty} brings them. The newest line is out of sight then. */
    void readOlder() {
        pauseFollowing();
        wantedLines = olderLines.more(instances.mostLines());
        readingOlder.set(true);
        describe();
    }

    /** How many lines of each instance are wanted. */
    int wantedOfEach() {
        return wantedLines.asked();
    }

    /** Takes their answer, unless lines were cleared or are followed again before it comes. */
    Consumer<Runnable> whileReadingOlder() {
        return olderReading.whileOpen(Runnable::run);
    }

    /** Lines of old, as many as are wanted of each instance if there are so many. What is here stays. */
    void haveReadOlder(List<LogEntry> told) {
        var older = OlderLines.before(lines.kept(), told);
        var taken = lines.addOlder(older);
        instances.added(taken);
        dropped.set(older.size() - taken.size());
        olderLines = wantedLines;
        endReadingOlder();
        describe();
        arrived.set(arrived.get() + taken.size());
    }

    /** What is here stays. */
    void couldNotReadOlder() {
        endReadingOlder();
        describe();
    }

    private void endReadingOlder() {
        olderReading.close();
        readingOlder.set(false);
    }

    /** Lines written before are on their way, if there are any. */
    void beginReading() {
        olderLines = OlderLines.none();
        endReadingOlder();
        inWords.beginReading();
        describe();
    }

    /** New lines are followed all the same, as soon as that can be. */
    void couldNotRead(String why) {
        clearIfToldAgain();
        inWords.couldNotRead(why);
        describe();
    }

    /** The logs were looked at, and there is nothing in them that would come. */
    void foundNothing() {
        clearIfToldAgain();
        inWords.haveRead();
        describe();
    }

    private void clearIfToldAgain() {
        if (isToldAgain) {
            forgetAll();
        }
    }

    void append(Batch<LogEntry> batch) {
        inWords.haveRead();
        var dated = LogPast.dated(batch.values());
        if (isToldAgain) {
            beginWith(dated, lines.filter());
            dropped.set(batch.dropped());
        } else {
            add(dated);
            dropped.set(dropped.get() + batch.dropped());
        }
        describe();
        arrived.set(arrived.get() + batch.values().size());
    }

    private void beginWith(List<LogEntry> newer, LogFilter next) {
        isToldAgain = false;
        lines.beginWith(newer, next);
        instances.clear();
        instances.added(lines.kept());
        dropped.set(0);
        unseen.set(0);
    }

    private void add(List<LogEntry> newer) {
        var change = lines.add(newer);
        instances.removed(change.forgotten());
        instances.removed(change.again());
        instances.added(change.added());
        dropped.set(dropped.get() + change.tooOld() + change.forgotten().size());
        if (!following.get()) {
            var shift = lines.shift();
            unseen.set(unseen.get() + shift.added().size() - shift.again().size());
        }
    }

    void choose(LogLevels wanted) {
        levels.set(wanted);
        filter(lines.filter().with(wanted));
    }

    /** What the user has chosen last, whatever is shown now to answer a question. */
    ReadOnlyObjectProperty<LogLevels> levelsProperty() {
        return levels.getReadOnlyProperty();
    }

    void choose(InstanceChoice instance) {
        filter(lines.filter().of(instance.name()));
    }

    private void filter(LogFilter next) {
        lines.filter(next);
        unseen.set(0);
        keepWhatIsLookedAt();
        describe();
    }

    /**
     * Shows only the lines of one request, among those that are looked at: with another deployment or level they would be read
     * anew, and of a line that was just in sight only the newest few are sure to come again.
     */
    void onlyRequest(String id) {
        words.set(id);
    }

    /** Shows only the lines with these words, of the deployment or of all, however lines were looked at last. */
    void only(Optional<DeploymentName> deployment, String text) {
        if (!sources.chosenProperty().get().equals(deployment)) {
            choose(deployment);
        }
        filter(lines.filter().with(LogLevels.ALL));
        choose(InstanceChoice.ALL);
        words.set(text);
    }

    void pauseFollowing() {
        following.set(false);
        keepWhatIsLookedAt();
    }

    void follow() {
        if (!following.get()) {
            following.set(true);
            endReadingOlder();
            unseen.set(0);
            keepWhatIsLookedAt();
            describe();
        }
    }

    /** Who reads, or looks for something among the lines, has what was found before many others for longer. */
    private void keepWhatIsLookedAt() {
        if (following.get() && lines.filter().hidesNothing()) {
            var forgotten = lines.narrow();
            instances.removed(forgotten);
            dropped.set(dropped.get() + forgotten.size());
        } else {
            lines.widen();
        }
    }

    /** Takes away what is on screen and goes on with what comes; the instances keep their logs. */
    void clear() {
        inWords.haveCleared();
        forgetAll();
        follow();
    }

    private void forgetAll() {
        endReadingOlder();
        beginWith(List.of(), lines.filter());
        describe();
    }

    /** Copies these lines, or all that are shown if none is given. */
    void copy(List<LogEntry> chosen) {
        clipboard.put(text(chosen.isEmpty() ? lines.shown() : chosen));
    }

    /** All lines that are shown, with their times in UTC. */
    String text() {
        return text(lines.shown());
    }

    private static String text(List<LogEntry> entries) {
        return entries.stream().map(LogEntry::line).collect(joining("\n", "", "\n"));
    }

    /** Lines that were written before the page was opened may not have been read, and the oldest may have gone. */
    private void describe() {
        olderLines = olderLines.sharedBy(instances.choices().size() - 1);
        boolean mayHaveOlder = lines.haveRoomAtRest()
                && (dropped.get() > 0 || instances.mostLines() >= olderLines.asked() && olderLines.canBeMore());
        older.set(mayHaveOlder && !readingOlder.get() && !isToldAgain);
        inWords.describe(new LogsInWords.Counts(
                !sources.areNone(),
                lines.shown().size(),
                lines.kept().size(),
                !lines.filter().hidesNothing(),
                mayHaveOlder));
    }
}
