package dev.sluice.cli;

import dev.sluice.control.Job;
import dev.sluice.control.LogLine;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Phase;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

    private static void printMaterialisation(Session session, DeploymentId id, int most) {
        var told = session.fleet().jobs().stream()
                .filter(job -> job.target().equals(id))
                .filter(job -> job.kind() == Job.Kind.CREATE || job.kind() == Job.Kind.UPDATE)
                .max(Comparator.comparingLong(Job::id))
                .map(job -> session.answered(session.control().jobLog(job.id())))
                .orElse(List.of())
                .stream()
                .filter(line -> MATERIALISATION.contains(line.phase()))
                .toList();
        if (told.isEmpty()) {
            session.voice().warn("nothing is known of how its files came, which is kept until the runtime ends");
        }
        told.subList(Math.max(0, told.size() - most), told.size())
                .forEach(line -> session.voice().printPlain(text(line)));
    }

    private static String text(Job.Line line) {
        return line.at() + " " + line.phase().name().toLowerCase(Locale.ROOT) + " - " + line.text();
    }
}
