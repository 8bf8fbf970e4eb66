package dev.sluice.console.settings;

import static java.util.stream.Collectors.joining;

import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.Sentence;
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
    private final StringBinding nameProblem = Bindings.createStringBinding(this::faultOfName, parts());
    private final StringBinding coresProblem = Bindings.createStringBinding(this::faultOfCores, parts());
    private final StringBinding memoryProblem = Bindings.createStringBinding(this::faultOfMemory, parts());
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

    StringBinding nameProblem() {
        return nameProblem;
    }

    StringBinding coresProblem() {
        return coresProblem;
    }

    StringBinding memoryProblem() {
        return memoryProblem;
    }

    private String fault() {
        return Stream.of(faultOfName(), faultOfCores(), faultOfMemory())
                .filter(fault -> !fault.isEmpty())
                .collect(joining(" "));
    }

    private String faultOfName() {
        return told(InstanceProfile.faultOfName(name.get().strip()));
    }

    private String faultOfCores() {
        return told(InstanceProfile.faultOfCores(cores.get().strip()));
    }

    private String faultOfMemory() {
        return told(InstanceProfile.faultOfMemory(memory.get().strip()));
    }

    private String told(Optional<String> fault) {
        return isEmpty() ? "" : fault.map(Sentence::of).orElse("");
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
