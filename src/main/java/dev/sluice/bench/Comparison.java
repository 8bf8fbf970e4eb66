package dev.sluice.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** All runs, and what they say. The runs of one round lie close together in time: only they are set against each other. */
final class Comparison {

    /** What a proxy adds may come out below what can be measured, or below zero; a ratio needs more than that. */
    private static final double LEAST_MICROS = 5;

    private final List<List<Run>> rounds = new ArrayList<>();

    void add(List<Run> round) {
        rounds.add(List.copyOf(round));
    }

    List<List<Run>> rounds() {
        return rounds;
    }

    /** One number of one target's runs. */
    Spread of(String target, Optional<Integer> rate, ToDoubleFunction<Run> number) {
        return Spread.of(rounds.stream()
                .map(round -> number.applyAsDouble(find(round, target, rate)))
                .toList());
    }

    /** Sluice's requests per second over {@code rival}'s. */
    Spread throughputAgainst(String rival) {
        Optional<Integer> most = Optional.empty();
        return Spread.of(rounds.stream()
                .map(round -> find(round, "sluice", most).perSecond()
                        / find(round, rival, most).perSecond())
                .toList());
    }

    /** What Sluice adds to the origin's own p99 over what {@code rival} adds, the rates' pairs taken together. */
    Spread addedTailAgainst(String rival, List<Integer> rates) {
        return Spread.of(rounds.stream()
                .flatMap(round -> rates.stream().map(rate -> added(round, "sluice", rate) / added(round, rival, rate)))
                .toList());
    }

    private static double added(List<Run> round, String target, int rate) {
        var at = Optional.of(rate);
        return Math.max(
                LEAST_MICROS,
                find(round, target, at).p99Micros() - find(round, "origin", at).p99Micros());
    }

    private static Run find(List<Run> round, String target, Optional<Integer> rate) {
        Predicate<Run> isIt = run -> run.target().equals(target) && run.rate().equals(rate);
        return round.stream().filter(isIt).findFirst().orElseThrow();
    }
}
