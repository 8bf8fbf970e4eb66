package dev.sluice.console.support;

import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.routing.RoutingChanges;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.Outcome;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.stage.Window;

/**
 * What every page of one window works with.
 *
 * @param reach whether the runtime is there to be changed
 * @param routings all changes of routing go through it, from wherever in the window, so that each can be taken back
 * @param background runs what waits for files, so that the UI thread need not
 */
public record Workbench(
        RolloutControl control,
        Executor ui,
        Clock clock,
        NoticeBoard notices,
        Dialogs dialogs,
        FilePicker files,
        Clipboard clipboard,
        DeploymentColors colors,
        Jumps jumps,
        Reach reach,
        Errands errands,
        RoutingChanges routings,
        OwnRegistrations registrations,
        ManifestText manifests,
        Executor background) {

    /** With nothing changed yet and nothing under way, and ways to other pages that nobody has registered for yet. */
    public Workbench(
            RolloutControl control,
            Executor ui,
            Clock clock,
            NoticeBoard notices,
            Dialogs dialogs,
            FilePicker files,
            Clipboard clipboard,
            DeploymentColors colors,
            ManifestText manifests,
            Executor background) {
        this(
                control,
                ui,
                clock,
                notices,
                dialogs,
                files,
                clipboard,
                colors,
                new Jumps(),
                new Reach(),
                manifests,
                background);
    }

    private Workbench(
            RolloutControl control,
            Executor ui,
            Clock clock,
            NoticeBoard notices,
            Dialogs dialogs,
            FilePicker files,
            Clipboard clipboard,
            DeploymentColors colors,
            Jumps jumps,
            Reach reach,
            ManifestText manifests,
            Executor background) {
        this(
                control,
                ui,
                clock,
                notices,
                dialogs,
                files,
                clipboard,
                colors,
                jumps,
                reach,
                new Errands(clock),
                new RoutingChanges(control, reach, ui, notices, jumps),
                new OwnRegistrations(),
                manifests,
                background);
    }

    /** Gives a command; if it is refused for what a user may insist on, the user is asked whether to go on. */
    public CompletionStage<Outcome> give(Function<RolloutControl, CompletionStage<Outcome>> command) {
        return new Insistence(control, dialogs, ui).give(command);
    }

    /** The same, for a reason that the journal keeps; an empty one is none. */
    public CompletionStage<Outcome> give(String reason, Function<RolloutControl, CompletionStage<Outcome>> command) {
        return new Insistence(control.noting(reason), dialogs, ui).give(command);
    }

    /** The same with what is written as the note on it, which stands there again if the command is refused. */
    public CompletionStage<Outcome> give(ChangeNote note, Function<RolloutControl, CompletionStage<Outcome>> command) {
        return note.with(why -> give(why, command));
    }

    /** Asks before a command, and for a note on it; what was written is thrown away if the user thinks better of it. */
    public CompletionStage<Boolean> confirm(Question question, ChangeNote note) {
        return dialogs.confirm(question.noted(note)).thenApply(yes -> {
            if (!yes) {
                note.clear();
            }
            return yes;
        });
    }

    /** For a real window. */
    public static Workbench in(
            Window window,
            RolloutControl control,
            Clock clock,
            Dialogs dialogs,
            ManifestText manifests,
            Executor background) {
        var ui = new FxThread();
        return new Workbench(
                control,
                ui,
                clock,
                new NoticeBoard(ui),
                dialogs,
                new WindowFilePicker(window),
                new SystemClipboard(),
                new DeploymentColors(),
                manifests,
                background);
    }
}
