package dev.sluice.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.doctor.Finding.Verdict;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells an examination: in lines for people, as JSON for programs. The launcher tells in the same forms. */
public record Report(Examination examination) {

    /** A line each; what is not well has its fix below it. */
    public void print(PrintWriter out) {
        for (var finding : examination.findings()) {
            out.printf("%-8s %-22s %s%n", word(finding.verdict()), finding.subject(), finding.found());
            if (!finding.fix().isEmpty()) {
                out.printf("%-8s %-22s -> %s%n", "", "", finding.fix());
            }
        }
        out.println(
                examination.isWell()
                        ? "All that Sluice needs is there."
                        : "Sluice does not work until what is missing is mended.");
        out.flush();
    }

    public void printJson(PrintWriter out) throws JsonProcessingException {
        var json = new JsonMapper();
        var root = json.createObjectNode().put("ok", examination.isWell());
        var findings = root.putArray("findings");
        for (var finding : examination.findings()) {
            findings.addObject()
                    .put("subject", finding.subject())
                    .put("verdict", word(finding.verdict()))
                    .put("found", finding.found())
                    .put("fix", finding.fix());
        }
        out.println(json.writerWithDefaultPrettyPrinter().writeValueAsString(root));
        out.flush();
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
