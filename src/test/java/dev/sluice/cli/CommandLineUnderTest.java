package dev.sluice.cli;

import dev.sluice.control.Answer;
import dev.sluice.control.Invocation;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RuntimeUnderTest;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The command line on a real runtime, whose engine is a fake one and whose router is played by the test. */
final class CommandLineUnderTest implements AutoCloseable {

    final FakeHost host = new FakeHost();
    final FakeEngine engine;
    final RuntimeUnderTest runtime;

    /** What was sent to be scored, in order. */
    final List<Invocation> sent = new ArrayList<>();

    /** The state folders whose runtime was asked for, in order. */
    final List<Optional<Path>> homes = new ArrayList<>();

    /** What the next of these is answered. */
    Answer answer = answer(200, "[11055.977245525679, 4503.079536107787]");

    /** What happens between a command's taking effect and its looking for the end of it; once. */
    Runnable meanwhile = () -> {};

    private final Path folder;

    CommandLineUnderTest(Path folder) throws Exception {
        this.folder = folder;
        engine = new FakeEngine(host, Path.of("home")).startsAtOnce();
        runtime = new RuntimeUnderTest(engine, folder);
        write("code/score.py", "");
        write("model/weights.bin", "weights");
        write("endpoint.yml", "name: my-endpoint\nauth_mode: key\ntags:\n  team: forecast\n");
        write("blue.yml", deployment("blue"));
        write("green.yml", deployment("green"));
        write("bare.yml", "code_configuration:\n  code: code\n  scoring_script: score.py\nenvironment:\n  image: a\n");
        write("broken-endpoint.yml", "name: a_b\nauth_mode: kerberos\ntag:\n  team: forecast\n");
        write(
                "broken-deployment.yml",
                "model:\n  path: nowhere/\ninstance_type: Standard_DS3_v2\ninstance_count: many\nenvironment: mine\n");
        write("model.yml", "name: my-model\nversion: 1\npath: model/\n");
        write("conda.yml", "dependencies:\n  - python=3.12\n  - numpy\n");
        write("other/weights.bin", "other weights");
    }

    static Answer answer(int status, String body) {
        return new Answer(
                status,
                "blue",
                Duration.ofMillis(3),
                Map.of("x-request-id", List.of("r-1")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static String deployment(String name) {
        return """
                name: %s
                endpoint_name: my-endpoint
                model:
                  path: model/
                code_configuration:
                  code: code
                  scoring_script: score.py
                environment:
                  image: python:3.12-slim
                instance_type: Standard_DS3_v2
                instance_count: 1
                """.formatted(name);
    }

    Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** What came of a command. */
    record Ran(int exitCode, String out, String err) {}

    /** Runs what a script would; words are parted by spaces, a text in quotes is one, {@code @x} is the test's file x. */
    Ran run(String line) {
        var terminal = PlayedTerminal.ofScript();
        int exitCode = run(terminal, line);
        return new Ran(exitCode, terminal.told(), terminal.said());
    }

    int run(Terminal terminal, String line) {
        return new CloudCommands(this::in, terminal, Clock.systemUTC()).run(Words.of(line, folder));
    }

    private Connection in(Optional<Path> home) {
        return told -> {
            homes.add(home);
            return control();
        };
    }

    private RolloutControl control() {
        return (RolloutControl) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RolloutControl.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("invoke")) {
                        sent.add((Invocation) arguments[0]);
                        return CompletableFuture.completedFuture(answer);
                    }
                    if (method.getName().equals("watch")) {
                        var now = meanwhile;
                        meanwhile = () -> {};
                        now.run();
                    }
                    try {
                        return method.invoke(runtime.control, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() throws IOException {
        runtime.close();
        host.close();
    }
}
