package dev.sluice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One scoring script served twice, by one worker each and under the same Python: by our server, and by Flask under
 * gunicorn's sync worker, which is what the cloud's server is made of. Both are Debian's own packages.
 */
final class ScoringRivals implements AutoCloseable {

    static final String SLUICE = "sluice";
    static final String FLASK = "flask under gunicorn";

    /** The interpreter that Debian's gunicorn and Flask belong to, whatever else is found first. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final String PATH = "/score";

    private static final String SCRIPT = """
            def init():
                pass


            def run(data):
                return {"label": "setosa", "characters": len(data)}
            """;

    private static final String APPLICATION = """
            import json

            from flask import Flask, Response, request

            import score

            app = Flask("reference")
            score.init()


            @app.route("/score", methods=["POST"])
            def scored():
                answer = score.run(request.get_data(as_text=True))
                return Response(json.dumps(answer), mimetype="application/json")
            """;

    private final List<Program> programs = new ArrayList<>();
    private final List<Target> targets;

    private ScoringRivals(Path folder, Path server) throws IOException {
        Files.writeString(folder.resolve("score.py"), SCRIPT);
        Files.writeString(folder.resolve("app.py"), APPLICATION);
        int ours = Ports.free();
        int flask = Ports.free();
        try {
            targets = List.of(
                    new Target(SLUICE, ours, PATH, start(sluice(folder, server, ours))),
                    new Target(FLASK, flask, PATH, start(flask(folder, flask))));
            Ports.await(ours);
            Ports.await(flask);
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /**
     * @param folder where script, settings and logs go
     * @param server our scoring server's folder
     */
    static ScoringRivals start(Path folder, Path server) throws IOException {
        return new ScoringRivals(folder, server);
    }

    /** Ours first. */
    List<Target> targets() {
        return targets;
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
    }

    /** With its log and a line in it for each request, as an instance has it. */
    private static Recipe sluice(Path folder, Path server, int port) {
        var command = List.of(
                "env",
                "AML_APP_ROOT=" + folder,
                "AZUREML_ENTRY_SCRIPT=score.py",
                "WORKER_COUNT=1",
                PYTHON,
                "-u",
                server.toString(),
                "--port",
                Integer.toString(port),
                "--log-file",
                folder.resolve("scoring-requests.log").toString());
        return new Recipe(command, folder.resolve("scoring-sluice.log"));
    }

    /** Without a line for each request, which is in its favour. */
    private static Recipe flask(Path folder, int port) {
        var command = List.of(
                PYTHON,
                "-m",
                "gunicorn",
                "--chdir",
                folder.toString(),
                "--bind",
                "127.0.0.1:" + port,
                "--workers",
                "1",
                "--worker-class",
                "sync",
                "app:app");
        return new Recipe(command, folder.resolve("scoring-flask.log"));
    }

    private Program start(Recipe recipe) throws IOException {
        var program = Program.start(recipe);
        programs.add(program);
        return program;
    }
}
