package dev.sluice.console.overview;

import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Reason;
import dev.sluice.domain.CollectedData;
import dev.sluice.domain.CollectedData.Wiped;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What the data collector keeps of a deployment, and the way to be rid of it. For the UI thread only. */
final class CollectedViewModel {

    private final Workbench bench;
    private final DeploymentId id;
    private final ReadOnlyObjectWrapper<List<Attribute>> attributes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper anything = new ReadOnlyBooleanWrapper();
    private DataCollection wanted = DataCollection.NONE;
    /** Empty until it was told for the first time. */
    private Optional<CollectedData> data = Optional.empty();

    private String unread = "";

    CollectedViewModel(Workbench bench, DeploymentId id) {
        this.bench = bench;
        this.id = id;
    }

    /** It may ask for something else by now, and more may have been written. */
    void show(DataCollection newer) {
        wanted = newer;
        show();
        bench.control().collected(id).whenCompleteAsync(this::take, bench.ui());
    }

    void wipe() {
        bench.dialogs()
                .confirm(new Question(
                        Messages.of("collected.wipe.title", id),
                        Messages.of("collected.wipe.consequence", CollectedWords.size(onDisk())),
                        Messages.of("collected.wipe.verb")))
                .thenAccept(yes -> {
                    if (yes) {
                        wipeAtOnce();
                    }
                });
    }

    void copyFolder() {
        bench.clipboard().put(data.map(CollectedData::folder).orElse(""));
        bench.notices().done(Messages.of("copied", Messages.of("collected.path")));
    }

    /** Whether the deployment's file asks for anything. */
    ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** Whether there are files. */
    ReadOnlyBooleanProperty anythingProperty() {
        return anything.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Attribute>> attributesProperty() {
        return attributes.getReadOnlyProperty();
    }

    /** Why nothing can be written now; empty if it can. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    private void wipeAtOnce() {
        bench.control()
                .wipeCollected(id)
                .whenCompleteAsync(
                        (wiped, failure) -> {
                            if (failure == null) {
                                bench.notices().done(told(wiped));
                            } else {
                                bench.notices().failed(Messages.of("collected.not-wiped", id), failure);
                            }
                            show(wanted);
                        },
                        bench.ui());
    }

    private String told(Wiped wiped) {
        return Messages.of("collected.wiped", CollectedWords.size(wiped.bytes()), id, wiped.files());
    }

    /** What was told before stays when it cannot be told again. */
    private void take(@Nullable CollectedData newer, @Nullable Throwable failure) {
        unread = failure == null ? "" : Messages.of("collected.unread", Reason.of(failure));
        data = Optional.ofNullable(newer).or(() -> data);
        show();
    }

    private long onDisk() {
        return data.map(CollectedData::diskBytes).orElse(0L);
    }

    private void show() {
        on.set(wanted.keepsPayloads() || !wanted.ofScripts().collections().isEmpty());
        anything.set(onDisk() > 0);
        attributes.set(CollectedWords.attributes(wanted, data));
        trouble.set(data.map(CollectedData::trouble)
                .filter(why -> !why.isEmpty())
                .map(why -> Messages.of("collected.trouble", why))
                .orElse(unread));
    }
}
