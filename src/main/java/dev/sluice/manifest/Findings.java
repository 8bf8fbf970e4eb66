package dev.sluice.manifest;

import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** What reading one file has brought to light so far. Reading goes on after a problem, so that all are told at once. */
final class Findings {

    private static final int MOST_TOLD = 100;
    private static final Comparator<Problem> FROM_THE_TOP = Comparator.comparingInt(
                    (Problem problem) -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column());

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<LocalFile> files = new ArrayList<>();
    private final SortedMap<String, String> kept = new TreeMap<>();
    private final SortedMap<String, Set<String>> asked = new TreeMap<>();

    Findings(String file) {
        this.file = file;
    }

    void problem(Problem.Code code, String path, Node where, String message, String remedy) {
        problems.add(new Problem(code, path, message, remedy, placeOf(where)));
    }

    void notice(String path, Node where, String sentence) {
        notices.add(new Notice(path, placeOf(where), sentence));
    }

    void relyOn(LocalFile reliedOn) {
        files.add(reliedOn);
    }

    /** Keeps what stands at {@code path}, so that it is written again though nothing here has a use for it. */
    void keep(String path, String json) {
        kept.put(path, json);
    }

    CloudKeys kept() {
        return new CloudKeys(kept);
    }

    /** Notes which keys there may be at {@code path}: the readers are the schema that the shipped ones are held against. */
    void asked(String path, Collection<String> keys) {
        asked.computeIfAbsent(path, there -> new TreeSet<>()).addAll(keys);
    }

    SortedMap<String, Set<String>> asked() {
        return asked;
    }

    /** The value, which is only made if nothing was found wrong; else every problem, from the top of the file down. */
    <T> Decoded<T> decoded(Supplier<T> value) {
        return problems.isEmpty() ? new Decoded.Value<>(value.get()) : new Decoded.Rejected<>(problems());
    }

    /** What was read, if the files that it relies on are there too. */
    <T> Decoded<T> withFilesSought(Decoded<T> read) {
        files.forEach(file -> file.problem().ifPresent(problems::add));
        return problems.isEmpty() ? read : new Decoded.Rejected<>(problems());
    }

    /** Every problem, from the top of the file down; of a flood, as many as a person may read. */
    List<Problem> problems() {
        var told = problems.stream().sorted(FROM_THE_TOP).collect(Collectors.toCollection(ArrayList::new));
        if (told.size() > MOST_TOLD) {
            int more = told.size() - (MOST_TOLD - 1);
            told.subList(MOST_TOLD - 1, told.size()).clear();
            told.add(Problem.of(Problem.Code.BAD_VALUE, "", "and " + more + " more problems", ""));
        }
        return told;
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }

    Place placeOf(Node node) {
        return place(file, node.getStartMark());
    }

    /** What an override brought in stands nowhere: it has no mark. */
    static Place place(String file, @Nullable Mark mark) {
        return mark == null ? Place.NOWHERE : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
