package dev.sluice.console.edit;

import dev.sluice.console.edit.Subject.Read;
import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.ManifestText.Note;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.console.support.code.Suggestion;
import dev.sluice.console.support.code.VariableLines;
import dev.sluice.console.support.diff.LineDiff;
import dev.sluice.control.Fleet;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The YAML of one thing: follows what is in force until it is edited; is checked while it is edited; shows what would
 * change before anything does. For the UI thread only.
 */
public final class YamlViewModel {

    /** What the user is doing with the text. */
    public enum Mode {
        WRITING,
        REVIEWING
    }

    private final Workbench bench;
    private final Subject subject;
    private final StringProperty text = new SimpleStringProperty("");
    private final ChangeNote note;
    private final BooleanProperty variablesShown = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper hasVariables = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Note>> notes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> effects = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<LineDiff> diff = new ReadOnlyObjectWrapper<>(LineDiff.NONE);
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.WRITING);
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canReview = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper applying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper verb = new ReadOnlyStringWrapper("");
    private String inForce;
    private Fleet fleet;
    private Optional<Plan> plan = Optional.empty();
    private boolean overtaken;
    private boolean reading;
    private boolean readAgain;

    public YamlViewModel(Workbench bench, Subject subject, Fleet fleet) {
        this.bench = bench;
        this.subject = subject;
        this.fleet = fleet;
        this.note = new ChangeNote(bench.ui());
        this.inForce = subject.text(fleet).orElse("");
        text.set(inForce);
        hint.set(subject.hint(fleet));
        text.addListener((o, before, after) -> changed());
        variablesShown.addListener((o, before, after) -> compareAgain());
        changed();
    }

    /** Takes in a newer picture. A text that is being edited stays, and is compared with what is in force now. */
    public void show(Fleet newer) {
        fleet = newer;
        subject.text(newer).filter(now -> !now.equals(inForce)).ifPresent(this::follow);
    }

    /** Shows what applying the text would do. */
    void review() {
        if (canReview.get()) {
            compare();
            mode.set(Mode.REVIEWING);
        }
    }

    /** Not while it is applied: what is written then would be lost when that is done. */
    void backToWriting() {
        if (!applying.get()) {
            mode.set(Mode.WRITING);
        }
    }

    void apply() {
        var now = plan.filter(any -> mode.get() == Mode.REVIEWING && !applying.get());
        now.ifPresent(agreed -> {
            applying.set(true);
            note.with(agreed.command())
                    .whenCompleteAsync((outcome, failure) -> applied(agreed, outcome, failure), bench.ui());
        });
    }

    /** Throws the edits away. */
    void revert() {
        overtaken = false;
        backToWriting();
        text.set(inForce);
    }

    /** Puts another text in the place of what is written, to be gone on with. */
    public void propose(String other) {
        backToWriting();
        text.set(other);
    }

    void copy() {
        bench.clipboard().put(text.get());
        bench.notices().done(Messages.of("copied", subject.fileName()));
    }

    /** Writes the text into a file that the user chooses. */
    void save() {
        new YamlExport(bench, subject, fleet).save(text.get());
    }

    /** What was written and not applied, so that it can be kept while the user looks at something else. */
    public Optional<String> draft() {
        return edited.get() ? Optional.of(text.get()) : Optional.empty();
    }

    /** What may be written at the caret. */
    List<Suggestion> suggestions(String written, int caret) {
        return bench.manifests().suggestions(written, caret);
    }

    StringProperty textProperty() {
        return text;
    }

    /** On applying it. */
    ChangeNote note() {
        return note;
    }

    /** Whether the values of environment variables, which may be secrets, are shown. */
    public BooleanProperty variablesShownProperty() {
        return variablesShown;
    }

    /** Whether there are any, in the text or in what is in force. */
    ReadOnlyBooleanProperty hasVariablesProperty() {
        return hasVariables.getReadOnlyProperty();
    }

    /** What is wrong with the text, or why it was refused. */
    ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** What of the text does nothing here. */
    ReadOnlyObjectProperty<List<Note>> notesProperty() {
        return notes.getReadOnlyProperty();
    }

    /** What applying it would do. */
    ReadOnlyObjectProperty<List<String>> effectsProperty() {
        return effects.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LineDiff> diffProperty() {
        return diff.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty editedProperty() {
        return edited.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canReviewProperty() {
        return canReview.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty applyingProperty() {
        return applying.getReadOnlyProperty();
    }

    /** How the text stands to what is in force, in a few words. */
    ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** What the button that applies it says. */
    ReadOnlyStringProperty verbProperty() {
        return verb.getReadOnlyProperty();
    }

    private void follow(String now) {
        boolean untouched = !edited.get();
        inForce = now;
        if (untouched) {
            text.set(now);
            return;
        }
        overtaken = true;
        changed();
        compareAgain();
    }

    private void compareAgain() {
        if (mode.get() == Mode.REVIEWING) {
            compare();
        }
    }

    private void compare() {
        diff.set(variablesShown.get() ? LineDiff.of(inForce, text.get()) : MaskedDiff.of(inForce, text.get()));
    }

    private void changed() {
        edited.set(!text.get().equals(inForce));
        hasVariables.set(VariableLines.areIn(text.get()) || VariableLines.areIn(inForce));
        canReview.set(false);
        if (!edited.get()) {
            overtaken = false;
        }
        read();
    }

    /** One reading at a time; what is typed meanwhile is read next, and only the newest of it. */
    private void read() {
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        var asked = text.get();
        var picture = fleet;
        CompletableFuture.supplyAsync(() -> subject.read(asked, picture), bench.background())
                .whenCompleteAsync((read, failure) -> wasRead(asked, read, failure), bench.ui());
    }

    private void wasRead(String asked, @Nullable Read read, @Nullable Throwable failure) {
        reading = false;
        if (readAgain) {
            readAgain = false;
            read();
        } else if (failure != null) {
            bench.notices().failed(Messages.of("yaml.not-read"), failure);
        } else if (read != null && asked.equals(text.get())) {
            take(read);
        }
    }

    private void take(Read read) {
        if (read instanceof Read.Good good) {
            plan = Optional.of(good.plan());
            problems.set(List.of());
            notes.set(good.notes());
            effects.set(good.plan().effects());
            verb.set(good.plan().verb());
        } else if (read instanceof Read.Bad bad) {
            plan = Optional.empty();
            problems.set(bad.problems());
            notes.set(List.of());
            effects.set(List.of());
            backToWriting();
        }
        canReview.set(edited.get() && plan.filter(now -> !now.changesNothing()).isPresent());
        standing.set(Messages.of(standingKey(), problems.get().size()));
    }

    private String standingKey() {
        if (!problems.get().isEmpty()) {
            return "yaml.standing.wrong";
        } else if (!edited.get()) {
            return "yaml.standing.in-force";
        } else if (overtaken) {
            return "yaml.standing.overtaken";
        }
        return canReview.get() ? "yaml.standing.edited" : "yaml.standing.same";
    }

    private void applied(Plan agreed, @Nullable Outcome outcome, @Nullable Throwable failure) {
        applying.set(false);
        if (outcome instanceof Outcome.Applied) {
            agreed.done().run();
            revert();
        } else if (outcome instanceof Outcome.Refused refused) {
            problems.set(bench.manifests().placed(refused.problems(), text.get()));
            standing.set(Messages.of("yaml.standing.refused"));
            bench.notices().refused(agreed.refused(), refused.problems());
        } else if (failure != null) {
            bench.notices().failed(agreed.refused(), failure);
        }
        backToWriting(); // last: whoever comes back to the text is led to what is wrong with it
    }
}
