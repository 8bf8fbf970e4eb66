package dev.sluice.console.settings;

import dev.sluice.console.settings.LocalSettings.Kept;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.console.support.Workbench;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.InstanceProfiles;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The settings while they are edited: nothing holds before they are saved. For the UI thread only. */
public final class SettingsViewModel {

    private final LocalSettings settings;
    private final Executor background;
    private final Executor ui;
    private final NoticeBoard notices;
    private final Runnable saved;
    private final ImageSubstitutions given;
    private final ObservableList<SubstitutionRow> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.patternProperty(), row.imageProperty()});
    private final ObservableList<ProfileRow> profileRows = FXCollections.observableArrayList(ProfileRow::parts);
    private final StringProperty trial = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final StringBinding becomes = Bindings.createStringBinding(this::outcome, trial, rows);
    private final BooleanBinding valid = Bindings.createBooleanBinding(
            () -> rows.stream().allMatch(row -> row.problem().get().isEmpty())
                    && profileRows.stream().allMatch(row -> row.problem().get().isEmpty()),
            rows,
            profileRows);

    /**
     * @param kept what to begin with
     * @param background where files are written
     * @param saved called when they are
     */
    public SettingsViewModel(Workbench bench, LocalSettings settings, Kept kept, Executor background, Runnable saved) {
        this.settings = settings;
        this.background = background;
        this.ui = bench.ui();
        this.notices = bench.notices();
        this.saved = saved;
        this.given = settings.givenImages();
        rows.setAll(kept.images().inOrder().stream().map(SubstitutionRow::of).toList());
        if (rows.isEmpty()) {
            add();
        }
        profileRows.setAll(
                kept.profiles().inOrder().stream().map(ProfileRow::of).toList());
        if (profileRows.isEmpty()) {
            addProfile();
        }
    }

    ObservableList<SubstitutionRow> rows() {
        return rows;
    }

    /** Those that come first whatever is edited here, as they are written. */
    List<String> given() {
        return given.inOrder().stream().map(Object::toString).toList();
    }

    void add() {
        rows.add(new SubstitutionRow());
    }

    void remove(SubstitutionRow row) {
        rows.remove(row);
    }

    /** The first that fits counts: one goes before another. */
    void moveUp(SubstitutionRow row) {
        int place = rows.indexOf(row);
        if (place > 0) {
            rows.remove(place);
            rows.add(place - 1, row);
        }
    }

    ObservableList<ProfileRow> profileRows() {
        return profileRows;
    }

    void addProfile() {
        profileRows.add(new ProfileRow());
    }

    void remove(ProfileRow row) {
        profileRows.remove(row);
    }

    /** An image to try the substitutions on. */
    StringProperty trialProperty() {
        return trial;
    }

    /** What becomes of it, in words; empty if there is none to try. */
    StringBinding becomes() {
        return becomes;
    }

    private String outcome() {
        var image = trial.get().strip();
        if (image.isEmpty()) {
            return "";
        }
        return given.then(edited())
                .fitting(image)
                .map(fitting -> Messages.of(
                        "settings.images.becomes", given.then(edited()).of(image), fitting.pattern()))
                .orElseGet(() -> Messages.of("settings.images.stays"));
    }

    BooleanBinding valid() {
        return valid;
    }

    /** Why the last saving failed; empty if it did not. A notice would stand behind the form. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    private ImageSubstitutions edited() {
        return new ImageSubstitutions(
                rows.stream().flatMap(row -> row.substitution().stream()).toList());
    }

    void save() {
        if (!valid.get()) {
            return;
        }
        var changed = new Kept(
                edited(),
                new InstanceProfiles(profileRows.stream()
                        .flatMap(row -> row.profile().stream())
                        .toList()));
        failure.set("");
        CompletableFuture.runAsync(() -> settings.keep(changed), background)
                .whenCompleteAsync((done, thrown) -> written(thrown), ui);
    }

    private void written(@Nullable Throwable thrown) {
        if (thrown == null) {
            notices.done(Messages.of("settings.saved"));
            saved.run();
        } else {
            var cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
            failure.set(Messages.of("settings.not-saved", String.valueOf(cause.getMessage())));
        }
    }
}
