package dev.sluice.console.logs;

import dev.sluice.console.support.Rows;
import dev.sluice.control.Fleet.InstanceView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The instances that run, and those that are gone but have lines here: a crashed one's last words are what one looks for. */
final class Instances {

    private final Map<String, Integer> linesOf = new HashMap<>();
    private final ObservableList<InstanceChoice> choices = FXCollections.observableArrayList(InstanceChoice.ALL);
    private final ReadOnlyIntegerWrapper longestName = new ReadOnlyIntegerWrapper();
    private Set<String> running = Set.of();

    /** All of them together first, then by name. */
    ObservableList<InstanceChoice> choices() {
        return choices;
    }

    /** The one of that name; all of them if it is gone. */
    InstanceChoice choice(String name) {
        return choices.stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElse(InstanceChoice.ALL);
    }

    /** How many characters a column of the names needs. */
    ReadOnlyIntegerProperty longestNameProperty() {
        return longestName.getReadOnlyProperty();
    }

    void show(List<InstanceView> present) {
        running = present.stream().map(InstanceView::name).collect(Collectors.toSet());
        update();
    }

    /** How many lines are here of the one that has most. */
    int mostLines() {
        return linesOf.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    void added(List<LogEntry> entries) {
        entries.forEach(entry -> linesOf.merge(entry.instance(), 1, Integer::sum));
        update();
    }

    void removed(List<LogEntry> entries) {
        entries.forEach(
                entry -> linesOf.computeIfPresent(entry.instance(), (name, lines) -> lines == 1 ? null : lines - 1));
    }

    void clear() {
        linesOf.clear();
        update();
    }

    private void update() {
        var names = new TreeSet<>(linesOf.keySet());
        names.addAll(running);
        var newer = new ArrayList<InstanceChoice>();
        newer.add(InstanceChoice.ALL);
        names.forEach(name -> newer.add(new InstanceChoice(name, !running.contains(name))));
        Rows.update(choices, newer);
        longestName.set(names.stream().mapToInt(String::length).max().orElse(0));
    }
}
