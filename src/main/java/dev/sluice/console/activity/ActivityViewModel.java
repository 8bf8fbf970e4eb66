package dev.sluice.console.activity;

import dev.sluice.console.support.Batches.Batch;
import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Rows;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.domain.Activity;
import dev.sluice.domain.EndpointName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The journal as a list that can be filtered; an older page is fetched when it is asked for. For the UI thread only. */
final class ActivityViewModel {

    /** How many entries are fetched at once. */
    static final int PAGE = 1_000;

    private final Workbench bench;
    private final ActivityWords words;
    private final ChangeNote note;
    private final List<ActivityRow> all = new ArrayList<>();
    private final ObservableList<ActivityRow> shown = FXCollections.observableArrayList();
    private final ObservableList<Optional<EndpointName>> endpoints = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<EndpointName>> endpoint =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ActivityGroup> group = new ReadOnlyObjectWrapper<>(ActivityGroup.ALL);
    private final ReadOnlyBooleanWrapper older = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unread = new ReadOnlyBooleanWrapper();
    private String filter = "";
    private boolean read;
    private boolean isBegunAnew;
    private boolean fetching;
    private String whyUnread = "";
    private Fleet fleet = new Fleet(0, new Fleet.Runtime("", "", "", 0, 0), List.of(), List.of());

    ActivityViewModel(Workbench bench) {
        this.bench = bench;
        this.words = new ActivityWords(bench.clock());
        this.note = new ChangeNote(bench.ui());
        endpoints.add(Optional.empty());
        describe();
    }

    /** Newest first, those that pass the filters. */
    ObservableList<ActivityRow> rows() {
        return shown;
    }

    /** What can be chosen: all endpoints (empty), those there are, and those that the journal tells of. */
    ObservableList<Optional<EndpointName>> endpoints() {
        return endpoints;
    }

    ReadOnlyObjectProperty<Optional<EndpointName>> endpointProperty() {
        return endpoint.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ActivityGroup> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /** Whether there may be entries older than those that were fetched. */
    ReadOnlyBooleanProperty olderProperty() {
        return older.getReadOnlyProperty();
    }

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why the list is empty. */
    ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    /** Whether the journal could not be read, and nothing has come since. */
    ReadOnlyBooleanProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** Begins anew for this endpoint; what was typed to filter stays. */
    void open(EndpointName name, Fleet newer) {
        begin(Optional.of(name), newer);
    }

    /** Begins anew for all endpoints, also those that are gone. */
    void openAll(Fleet newer) {
        begin(Optional.empty(), newer);
    }

    /** What was read earlier stays until the journal is told again: built anew, the table would take longer than a frame. */
    private void begin(Optional<EndpointName> about, Fleet newer) {
        isBegunAnew = true;
        read = !all.isEmpty();
        whyUnread = "";
        fleet = newer;
        updateEndpoints(); // a list whose choice is not among its items shows nothing, also when it comes
        endpoint.set(about);
        refresh();
    }

    void show(Fleet newer) {
        fleet = newer;
        updateEndpoints();
    }

    Fleet fleet() {
        return fleet;
    }

    /** What could not be read is tried again; what is shown of it, and how, stays. */
    void beginAgain() {
        begin(endpoint.get(), fleet);
    }

    /** The journal was looked at, and there is nothing in it that would come. */
    void foundNothing() {
        read = true;
        describe();
    }

    /** New entries are followed all the same, as soon as that can be. */
    void couldNotRead(String why) {
        whyUnread = why;
        if (isBegunAnew) { // what was read before is not the present journal
            all.clear();
            read = false;
            refresh();
        }
        describe();
    }

    /** Takes in newer entries, oldest first. */
    void append(Batch<Activity> batch) {
        read = true;
        var newest = new ArrayList<>(batch.values().stream().map(words::row).toList());
        older.set(older.get() || all.isEmpty() && newest.size() + batch.dropped() >= PAGE);
        Collections.reverse(newest);
        if (isBegunAnew) {
            isBegunAnew = false;
            keepThoseBefore(newest.get(newest.size() - 1).entry().number());
        }
        all.addAll(0, newest);
        refresh();
    }

    /** Those that were fetched earlier, if the journal's newest entries follow on them without a gap. */
    private void keepThoseBefore(long number) {
        if (!all.isEmpty() && all.get(0).entry().number() < number) {
            all.clear();
            older.set(true); // what lies between, and before
        } else {
            all.removeIf(row -> row.entry().number() >= number);
        }
    }

    /** Fetches the next page of older entries. */
    void fetchOlder() {
        older.set(false);
        fetching = true;
        long before = oldest();
        bench.control()
                .olderActivity(before, PAGE)
                .whenCompleteAsync((entries, failure) -> fetched(before, entries, failure), bench.ui());
    }

    private void fetched(long before, @Nullable List<Activity> entries, @Nullable Throwable failure) {
        fetching = false;
        if (entries == null) {
            older.set(true);
            bench.notices()
                    .failed(
                            Messages.of("activity.not-fetched"),
                            failure == null ? new IllegalStateException() : failure);
            return;
        }
        if (all.isEmpty() || oldest() == before) {
            var rows = entries.stream().map(words::row).toList();
            all.addAll(rows);
            shown.addAll(rows.stream().filter(passing()::passes).toList());
            older.set(entries.size() == PAGE);
            updateEndpoints();
            describe();
        }
    }

    void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        refresh();
    }

    void choose(ActivityGroup chosen) {
        group.set(chosen);
        refresh();
    }

    void choose(Optional<EndpointName> chosen) {
        endpoint.set(chosen);
        refresh();
    }

    /** On the next restoration. */
    ChangeNote note() {
        return note;
    }

    /** Whether the answer to a change of the endpoint's routing is still to come. */
    boolean isBeingRouted(EndpointName name) {
        return bench.routings().isBusy(name);
    }

    /** Applies an earlier routing. Without a note of the user's, the journal says which entry it came from. */
    void restore(Restoration restoration, ActivityRow from) {
        var name = restoration.endpoint();
        fleet.endpoint(name)
                .ifPresent(endpoint -> note.with(
                                why -> bench.routings().both(endpoint, restoration.wanted(), because(why, from)))
                        .whenComplete((outcome, failure) -> bench.notices()
                                .notDone(Messages.of("activity.restore.not-done", name), outcome, failure)));
    }

    private static String because(String why, ActivityRow from) {
        return why.isBlank() ? Messages.of("activity.restore.reason", text(from)) : why;
    }

    private static String text(ActivityRow row) {
        return String.valueOf(row.entry().number());
    }

    /** All that passes the filters, also what was not fetched to be shown, for a spreadsheet. */
    CompletionStage<String> csv() {
        return whole().thenApplyAsync(ActivityCsv::of, bench.background());
    }

    /** The same as the cloud's commands. */
    CompletionStage<String> script() {
        return whole().thenApplyAsync(ActivityViewModel::script, bench.background());
    }

    private static String script(List<ActivityRow> rows) {
        var entries = new ArrayList<>(rows.stream().map(ActivityRow::entry).toList());
        Collections.reverse(entries);
        return CloudScript.of(entries);
    }

    /** The list itself stays as it is: with the whole journal it would be slow. */
    private CompletionStage<List<ActivityRow>> whole() {
        var fetched = List.copyOf(shown);
        if (all.isEmpty() || !older.get() && !fetching) {
            return CompletableFuture.completedFuture(fetched);
        }
        var passing = passing();
        return new OlderActivity(bench.control(), PAGE)
                .before(oldest())
                .thenApplyAsync(
                        entries -> Stream.concat(
                                        fetched.stream(),
                                        entries.stream().map(words::row).filter(passing::passes))
                                .toList(),
                        bench.background());
    }

    private long oldest() {
        return all.isEmpty() ? Long.MAX_VALUE : all.get(all.size() - 1).entry().number();
    }

    private ActivityFilter passing() {
        return new ActivityFilter(endpoint.get(), group.get(), filter);
    }

    private void refresh() {
        Rows.splice(shown, all.stream().filter(passing()::passes).toList());
        updateEndpoints();
        describe();
    }

    private void updateEndpoints() {
        var names = new TreeSet<EndpointName>();
        fleet.endpoints().forEach(view -> names.add(view.spec().name()));
        all.forEach(row -> row.entry().deed().target().endpoint().ifPresent(names::add));
        endpoint.get().ifPresent(names::add);
        var choices = new ArrayList<Optional<EndpointName>>();
        choices.add(Optional.empty());
        names.forEach(name -> choices.add(Optional.of(name)));
        Rows.update(endpoints, choices);
    }

    private void describe() {
        summary.set(read ? counted() : "");
        unread.set(!read && !whyUnread.isEmpty());
        emptyText.set(Messages.of(emptyKey(), whyUnread));
    }

    private String counted() {
        return shown.size() == all.size()
                ? Messages.of("activity.summary.all", all.size())
                : Messages.of("activity.summary.filtered", shown.size(), all.size());
    }

    private String emptyKey() {
        if (!read) {
            return unread.get() ? "activity.empty.not-read" : "activity.empty.loading";
        }
        return all.isEmpty() ? "activity.empty" : "activity.empty.filter";
    }
}
