package dev.sluice.console.settings;

import dev.sluice.domain.InstanceProfile;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** An instance profile while it is written; one of which nothing is written is none. For the UI thread only. */
final class ProfileRow {

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty cores = new SimpleStringProperty("");
    private final StringProperty memory = new SimpleStringProperty("");
    private final StringBinding problem = Bindings.createStringBinding(this::fault, parts());

    static ProfileRow of(InstanceProfile profile) {
        var row = new ProfileRow();
        row.name.set(profile.name());
        row.cores.set(profile.coresInWords());
        row.memory.set(profile.memoryInWords());
        return row;
    }

    Observable[] parts() {
        return new Observable[] {name, cores, memory};
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty coresProperty() {
        return cores;
    }

    /** In GiB. */
    StringProperty memoryProperty() {
        return memory;
    }

    /** What is wrong with it, for people; empty if nothing. */
    StringBinding problem() {
        return problem;
    }

    private String fault() {
        return isEmpty()
                ? ""
                : InstanceProfile.fault(
                                name.get().strip(),
                                cores.get().strip(),
                                memory.get().strip())
                        .orElse("");
    }

    /** Empty while it is none, or none that could be. */
    Optional<InstanceProfile> profile() {
        return isEmpty() || !fault().isEmpty()
                ? Optional.empty()
                : Optional.of(InstanceProfile.of(name.get(), cores.get(), memory.get()));
    }

    private boolean isEmpty() {
        return Stream.of(name, cores, memory).allMatch(part -> part.get().isBlank());
    }
}
