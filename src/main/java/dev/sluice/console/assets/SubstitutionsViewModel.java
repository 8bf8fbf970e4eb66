package dev.sluice.console.assets;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.console.support.Rows;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Inventory;
import dev.sluice.domain.Substitution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What stands in for assets of cloud registries and workspaces, in the order in which it is tried; each change is
 * applied at once. For the UI thread only.
 */
final class SubstitutionsViewModel {

    private final Workbench bench;
    private final ObservableList<Substitution> rows = FXCollections.observableArrayList();
    private final StringProperty pattern = new SimpleStringProperty("");
    private final StringProperty reference = new SimpleStringProperty("");
    private final StringProperty tried = new SimpleStringProperty("");
    private final StringBinding problem = Bindings.createStringBinding(this::findProblem, pattern, reference);
    private final StringBinding verdict = Bindings.createStringBinding(this::findVerdict, tried, rows);

    SubstitutionsViewModel(Workbench bench) {
        this.bench = bench;
    }

    void show(Inventory inventory) {
        Rows.update(rows, inventory.substitutions());
    }

    ObservableList<Substitution> rows() {
        return rows;
    }

    StringProperty patternProperty() {
        return pattern;
    }

    StringProperty referenceProperty() {
        return reference;
    }

    /** A reference to try, as it may stand in a deployment's file. */
    StringProperty triedProperty() {
        return tried;
    }

    /** Why what was typed cannot be added; empty if it can, or nothing was typed yet. */
    StringBinding problem() {
        return problem;
    }

    /** What the tried reference means with these substitutions. */
    StringBinding verdict() {
        return verdict;
    }

    boolean canAdd() {
        return Substitution.problem(pattern.get().strip(), reference.get().strip())
                .isEmpty();
    }

    void add() {
        if (canAdd()) {
            var next = new ArrayList<>(rows);
            next.add(new Substitution(pattern.get().strip(), reference.get().strip()));
            pattern.set("");
            reference.set("");
            apply(next);
        }
    }

    void remove(Substitution substitution) {
        apply(rows.stream().filter(row -> !row.equals(substitution)).toList());
    }

    /** Lets it be tried before the one above it. */
    void raise(Substitution substitution) {
        int at = rows.indexOf(substitution);
        if (at > 0) {
            var next = new ArrayList<>(rows);
            Collections.swap(next, at, at - 1);
            apply(next);
        }
    }

    private void apply(List<Substitution> next) {
        bench.notices()
                .follow(
                        bench.control().substituteAssets(next),
                        Messages.of("assets.substitutions.done"),
                        Messages.of("assets.substitutions.not-done"));
    }

    private String findProblem() {
        if (pattern.get().isBlank() && reference.get().isBlank()) {
            return "";
        }
        return Substitution.problem(pattern.get().strip(), reference.get().strip())
                .map(Problems::told)
                .orElse("");
    }

    private String findVerdict() {
        var uri = tried.get().strip();
        if (uri.isEmpty()) {
            return "";
        }
        return rows.stream()
                .filter(row -> row.matches(uri))
                .findFirst()
                .map(row -> Messages.of("assets.substitutions.becomes", row.reference()))
                .orElseGet(() -> Messages.of("assets.substitutions.none"));
    }
}
