package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.Branch.Verb;
import dev.sluice.control.Mistake;
import dev.sluice.control.RolloutControl;
import dev.sluice.domain.Problem;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What a command does about a runtime that does not answer as it should. */
class SessionTest {

    private static final List<String> QUIET = List.of("--only-show-errors");

    private final PlayedTerminal terminal = PlayedTerminal.ofScript();

    private static CompletionStage<Object> failed(RuntimeException why) {
        return CompletableFuture.failedFuture(why);
    }

    private static RolloutControl runtime(CompletionStage<Object> fleet, CompletionStage<Object> ping) {
        var answers = Map.of("fleet", fleet, "ping", ping);
        return (RolloutControl) Proxy.newProxyInstance(
                SessionTest.class.getClassLoader(),
                new Class<?>[] {RolloutControl.class},
                (proxy, method, none) -> answers.get(method.getName()));
    }

    private Session session(Connection connection, List<String> words) {
        var given = Grammar.read(new Verb("show", "", List.of(), (session, none) -> {}), words);
        return new Session(connection, Voice.of(terminal, given), Clock.systemUTC(), Duration.ofMillis(1));
    }

    private Session session(RolloutControl control) {
        return session(told -> control, List.of());
    }

    @Test
    void a_question_that_a_lost_runtime_will_never_answer_is_given_up() {
        var session = session(runtime(new CompletableFuture<>(), failed(new IllegalStateException("refused"))));

        assertThatThrownBy(session::fleet)
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("the runtime does not answer any more: refused");
    }

    @Test
    void a_question_that_is_wrong_is_told_with_what_to_do_and_what_is_missing_ends_with_3() {
        var mistake = new Mistake(Problem.of(Problem.Code.NOT_FOUND, "", "there is no such thing", "name another"));
        var session = session(runtime(failed(mistake), failed(mistake)));

        assertThatThrownBy(session::fleet)
                .hasMessage("ERROR: (ResourceNotFound) there is no such thing\nTo mend it: name another")
                .extracting(failure -> ((CommandFailed) failure).exitCode())
                .isEqualTo(CommandFailed.NOT_FOUND);
    }

    @Test
    void that_a_runtime_was_started_is_told_unless_only_errors_are_wanted() {
        var runtime = runtime(new CompletableFuture<>(), new CompletableFuture<>());
        Connection starting = told -> {
            told.accept("No runtime was up");
            return runtime;
        };

        session(starting, QUIET).control();
        assertThat(terminal.said()).isEmpty();

        session(starting, List.of()).control();
        assertThat(terminal.said()).isEqualTo("No runtime was up\n");
    }

    private int run(Error failure, String... words) {
        Connection broken = told -> {
            throw failure;
        };
        return new CloudCommands(home -> broken, terminal, Clock.systemUTC()).run(List.of(words));
    }

    @Test
    void a_failure_before_the_command_begins_is_told_with_what_to_do() {
        var broken = (Terminal) Proxy.newProxyInstance(
                SessionTest.class.getClassLoader(), new Class<?>[] {Terminal.class}, (proxy, method, none) -> {
                    if (method.getName().equals("err")) {
                        return terminal.err();
                    }
                    throw new IllegalStateException("no terminal");
                });
        Connection none = told -> runtime(new CompletableFuture<>(), new CompletableFuture<>());

        int exitCode = new CloudCommands(home -> none, broken, Clock.systemUTC()).run(List.of("account", "show"));

        assertThat(exitCode).isEqualTo(1);
        assertThat(terminal.said())
                .startsWith("ERROR: no terminal\nTo mend it: give the command again with --debug")
                .contains("sluice.log in its state folder");
    }

    @Test
    void a_class_that_is_not_there_is_told_in_words_and_its_trace_only_if_it_is_wanted() {
        var missing = new NoClassDefFoundError("io/burt/jmespath/JmesPath");

        assertThat(run(missing, "ml", "model", "list")).isEqualTo(1);
        assertThat(terminal.said())
                .contains("ERROR: java.lang.NoClassDefFoundError: io/burt/jmespath/JmesPath")
                .contains("To mend it: delete target/sluice.stamp")
                .doesNotContain("\tat ");

        assertThat(run(missing, "ml", "model", "list", "--debug")).isEqualTo(1);
        assertThat(terminal.said()).contains("\tat " + SessionTest.class.getName());
    }
}
