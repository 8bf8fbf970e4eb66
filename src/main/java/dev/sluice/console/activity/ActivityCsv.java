package dev.sluice.console.activity;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Entries of the journal as a table for spreadsheets (RFC 4180), newest first as on the page. Pure. */
final class ActivityCsv {

    private static final String END = "\r\n";

    private ActivityCsv() {}

    static String of(List<ActivityRow> rows) {
        var head =
                line("number", "time", "user", "face", "what", "target", "before", "after", "outcome", "why", "reason");
        return head + rows.stream().map(ActivityCsv::line).collect(joining());
    }

    private static String line(ActivityRow row) {
        var entry = row.entry();
        return line(
                String.valueOf(entry.number()),
                entry.at().toString(),
                entry.actor().user(),
                entry.actor().face().name(),
                row.what(),
                row.target(),
                row.before(),
                row.after(),
                entry.verdict().name(),
                entry.why(),
                row.reason());
    }

    private static String line(String... fields) {
        return Stream.of(fields).map(ActivityCsv::field).collect(joining(",", "", END));
    }

    /** A spreadsheet takes what begins so for a formula; with an apostrophe before it, it is text. */
    private static String field(String text) {
        var harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\\r\\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
