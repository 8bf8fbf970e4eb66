package dev.sluice.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A terminal, or none, that keeps what it is told; what the person answers is decided by the test. */
final class PlayedTerminal implements Terminal {

    /** Who is there. */
    enum Who {
        SCRIPT,
        PERSON
    }

    final List<String> questions = new ArrayList<>();

    private final Who who;
    private final Optional<String> answer;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Runnable farewell = () -> {};

    private PlayedTerminal(Who who, Optional<String> answer) {
        this.who = who;
        this.answer = answer;
    }

    static PlayedTerminal ofScript() {
        return new PlayedTerminal(Who.SCRIPT, Optional.empty());
    }

    static PlayedTerminal ofPerson(String answer) {
        return new PlayedTerminal(Who.PERSON, Optional.of(answer));
    }

    String told() {
        return out.toString();
    }

    String said() {
        return err.toString();
    }

    void interrupt() {
        farewell.run();
    }

    @Override
    public PrintWriter out() {
        return new PrintWriter(out);
    }

    @Override
    public PrintWriter err() {
        return new PrintWriter(err);
    }

    @Override
    public boolean showsAnswers() {
        return who == Who.PERSON;
    }

    @Override
    public boolean showsProgress() {
        return who == Who.PERSON;
    }

    @Override
    public Optional<String> ask(String question) {
        questions.add(question);
        return answer;
    }

    @Override
    public AutoCloseable onInterrupt(Runnable told) {
        farewell = told;
        return () -> farewell = () -> {};
    }
}
