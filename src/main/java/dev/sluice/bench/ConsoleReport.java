package dev.sluice.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells how the console did: as a table for people, as JSON for programs. */
final class ConsoleReport {

    private final List<Aim> aims;

    ConsoleReport(List<Aim> aims) {
        this.aims = List.copyOf(aims);
    }

    boolean isReached() {
        return aims.stream().allMatch(Aim::isReached);
    }

    void print(PrintWriter out) {
        out.printf("%n%-52s %10s %10s  %s%n", "the console", "measured", "at most", "");
        aims.forEach(aim -> out.printf(
                Locale.ROOT,
                "%-52s %10s %10s  %-6s %s%n",
                aim.title(),
                inUnit(aim.value(), aim),
                aim.isJudged() ? inUnit(aim.limit(), aim) : "",
                verdict(aim),
                aim.note()));
        out.printf("%nall aims: %s%n", isReached() ? "reached" : "NOT REACHED");
        out.flush();
    }

    private static String inUnit(double value, Aim aim) {
        return String.format(Locale.ROOT, "%.1f %s", value, aim.unit());
    }

    private static String verdict(Aim aim) {
        if (!aim.isJudged()) {
            return "";
        }
        return aim.isReached() ? "pass" : "FAIL";
    }

    void write(Path file) throws IOException {
        var json = new ObjectMapper();
        var root = json.createObjectNode();
        root.put("pass", isReached());
        for (var aim : aims) {
            var node = root.putObject(aim.key());
            node.put("value", aim.value());
            node.put("unit", aim.unit());
            if (aim.isJudged()) {
                node.put("at_most", aim.limit());
                node.put("pass", aim.isReached());
            }
            node.put("note", aim.note());
        }
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }
}
