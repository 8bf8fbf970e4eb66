package dev.sluice.cli;

import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import dev.sluice.control.LogLine;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Pins;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** {@code ml online-deployment get-logs}: plain text, whatever form is asked for, as the cloud's client does. */
final class Logs {

    private static final int USUAL_LINES = 5000;
    private static final String SERVER = "inference-server";
    private static final String INITIALIZER = "storage-initializer";

    static final Flag LINES = Flag.text(
            "LINES", "The maximum number of lines to tail, of each instance. Default: 5000.", "--lines", "-l");
    static final Flag CONTAINER = Flag.oneOf(
            List.of(SERVER, INITIALIZER),
            "The type of container from which to retrieve logs. Default: inference-server.",
            "--container",
            "-c");

    /** What the cloud's storage initializer does: it gets model, code and environment to where they are used. */
    private static final Set<Phase> MATERIALISATION = EnumSet.of(Phase.CHECK, Phase.UNPACK, Phase.ENVIRONMENT);

    private Logs() {}

    static void run(Session session, Arguments given) {
        var id = given.deployment();
        int lines = given.number(LINES, USUAL_LINES);
        session.deployment(id);
        if (given.text(CONTAINER).orElse(SERVER).equals(SERVER)) {
            print(session, session.answered(session.control().log(id, lines)));
        } else {
            printMaterialisation(session, id, lines);
        }
    }

    /** With a heading for each instance if there are several. */
    private static void print(Session session, List<LogLine> lines) {
        boolean several = lines.stream().map(LogLine::instance).distinct().count() > 1;
        var instance = "";
        for (var line : lines) {
            if (several && !line.instance().equals(instance)) {
                instance = line.instance();
                session.voice().printPlain("--- instance " + instance + " ---");
            }
            session.voice().printPlain(line.text());
        }
    }

    /** How the files of the deployment's newest version came, as far as the runtime remembers. */
    private static void printMaterialisation(Session session, DeploymentId id, int most) {
        var fleet = session.fleet();
        var told = fleet.jobs().stream()
                .filter(job -> job.target().equals(id))
                .filter(job -> job.kind() == Job.Kind.CREATE || job.kind() == Job.Kind.UPDATE)
                .max(Comparator.comparingLong(Job::id))
                .map(job ->
                        materialisation(job, session.answered(session.control().jobLog(job.id()))))
                .orElse(List.of());
        if (told.isEmpty()) {
            session.voice().warn("nothing is known of how its files came; that is kept until the runtime ends");
        }
        var made = fleet.deployment(id).map(Fleet.DeploymentView::madeOf).orElse(Pins.NONE).ids().stream()
                .map(asset -> "made of " + asset);
        var lines = Stream.concat(told.stream(), made).toList();
        lines.subList(Math.max(0, lines.size() - most), lines.size())
                .forEach(line -> session.voice().printPlain(line));
    }

    /** What was told in each step, and how long it took. */
    private static List<String> materialisation(Job job, List<Job.Line> told) {
        var lines = new ArrayList<String>();
        var end = job.began();
        for (var step : job.steps()) {
            end = end.plus(step.took());
            if (MATERIALISATION.contains(step.phase())) {
                told.stream()
                        .filter(line -> line.phase() == step.phase())
                        .forEach(line -> lines.add(text(line.at(), step.phase(), line.text())));
                lines.add(text(end, step.phase(), "took " + step.took().toMillis() + " ms"));
            }
        }
        return lines;
    }

    private static String text(Instant at, Phase phase, String text) {
        return at + " " + phase.name().toLowerCase(Locale.ROOT) + " - " + text;
    }
}
