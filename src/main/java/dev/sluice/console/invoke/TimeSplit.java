package dev.sluice.console.invoke;

import dev.sluice.control.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request's time went, in milliseconds, as far as the answer's headers tell. What nobody has measured is part of
 * {@link Part#ROUTER}: the way there and back, and the bodies.
 */
record TimeSplit(List<Piece> pieces, double total) {

    /** Whose time it is, in the order in which it passes. */
    enum Part {
        /** Waiting for a place at an instance. */
        QUEUE,
        /** The instance's server, around {@code run()}; all of the instance if it does not tell more. */
        SERVER,
        /** The scoring script's {@code run()}. */
        RUN,
        ROUTER
    }

    record Piece(Part part, double millis) {}

    private static final Pattern TIMING = Pattern.compile("queue;dur=([0-9.]+), model;dur=([0-9.]+)");

    TimeSplit {
        pieces = List.copyOf(pieces);
    }

    static TimeSplit of(Answer answer) {
        double total = answer.latency().toNanos() / 1e6;
        var told = TIMING.matcher(answer.header("server-timing"));
        boolean isFine = told.matches();
        double queue = isFine ? number(told.group(1)).orElse(0.0) : 0;
        double model = Math.min(
                isFine
                        ? number(told.group(2)).orElse(0.0)
                        : number(answer.header("ms-azureml-model-time")).orElse(0.0),
                Math.max(0, total - queue));
        double run =
                Math.min(model, number(answer.header("x-ms-run-fn-exec-ms")).orElse(0.0));
        var pieces = new ArrayList<Piece>();
        add(pieces, Part.QUEUE, queue);
        add(pieces, Part.SERVER, model - run);
        add(pieces, Part.RUN, run);
        add(pieces, Part.ROUTER, total - queue - model);
        return new TimeSplit(pieces, total);
    }

    /** Whether anything is known but the whole. */
    boolean tellsMore() {
        return pieces.size() > 1;
    }

    private static void add(List<Piece> pieces, Part part, double millis) {
        if (millis > 0) {
            pieces.add(new Piece(part, millis));
        }
    }

    private static Optional<Double> number(String text) {
        try {
            double number = Double.parseDouble(text);
            return number >= 0 && Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }
}
