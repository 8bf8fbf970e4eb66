package dev.sluice.console.shell;

import dev.sluice.console.desktop.EngineCheck;
import dev.sluice.console.desktop.EngineCheck.Finding;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Reason;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** That there is no Docker, why, and whether that is still so. For the UI thread only. */
final class EngineViewModel {

    private final EngineCheck check;
    private final Executor ui;
    private final ReadOnlyStringWrapper reason;
    private final ReadOnlyStringWrapper finding = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();

    EngineViewModel(EngineCheck check, Executor ui) {
        this.check = check;
        this.ui = ui;
        this.reason = new ReadOnlyStringWrapper(check.whyNoDocker().orElse(""));
    }

    boolean isWithoutDocker() {
        return check.whyNoDocker().isPresent();
    }

    /** Why no Docker engine is used, as it was found last; empty if one is, or none was wanted. */
    ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** What looking again has found, in words; empty before. */
    ReadOnlyStringProperty findingProperty() {
        return finding.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    void lookAgain() {
        if (!looking.get()) {
            looking.set(true);
            finding.set(Messages.of("engine.looking"));
            check.again().whenCompleteAsync(this::found, ui);
        }
    }

    private void found(@Nullable Finding found, @Nullable Throwable failure) {
        looking.set(false);
        if (found instanceof Finding.Answers answers) {
            finding.set(Messages.of("engine.answers", answers.title()));
        } else if (found instanceof Finding.StillNone none) {
            reason.set(none.reason());
            finding.set(Messages.of("engine.still-none"));
        } else if (failure != null) {
            finding.set(Messages.of("engine.not-looked", Reason.of(failure)));
        }
    }
}
