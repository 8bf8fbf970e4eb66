package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** How a command tells what comes of it: the answer on standard output in the form asked for, all else on standard error. */
final class Voice {

    private final Terminal terminal;
    private final Query query;
    private final Printer.Form form;
    private final boolean quiet;

    private Voice(Terminal terminal, Query query, Printer.Form form, boolean quiet) {
        this.terminal = terminal;
        this.query = query;
        this.form = form;
        this.quiet = quiet;
    }

    /** As the options that every command takes say. */
    static Voice of(Terminal terminal, Arguments given) {
        var form = Printer.Form.valueOf(given.text(Flags.OUTPUT).orElse("json").toUpperCase(Locale.ROOT));
        return new Voice(
                terminal,
                given.text(Flags.QUERY).map(Voice::query).orElse(Query.ALL),
                terminal.showsAnswers() ? form : form.inPipe(),
                given.has(Flags.QUIET));
    }

    private static Query query(String text) {
        try {
            return Query.of(text);
        } catch (IllegalArgumentException wrong) {
            throw CommandFailed.usage("argument --query: " + wrong.getMessage());
        }
    }

    Terminal terminal() {
        return terminal;
    }

    void print(JsonNode answer) {
        try {
            Printer.print(answer, query, form, terminal.out());
        } catch (Query.Failed failed) {
            throw CommandFailed.because(
                    String.valueOf(failed.getMessage()), "look at the answer without --query first");
        } finally {
            terminal.out().flush();
        }
    }

    /** As it is, without a form. */
    void printPlain(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }

    /** Something that may not be as the user thinks. */
    void warn(String sentence) {
        say("WARNING: " + sentence);
    }

    /** How it goes. */
    void say(String line) {
        if (!quiet) {
            terminal.err().println(line);
            terminal.err().flush();
        }
    }

    boolean isQuiet() {
        return quiet;
    }
}
