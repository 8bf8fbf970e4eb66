package dev.sluice.app;

import dev.sluice.control.Fleet;
import dev.sluice.control.http.json.Codec;
import dev.sluice.demo.Sample;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Routing;
import dev.sluice.home.NoteFile;
import dev.sluice.home.RuntimeNote;
import dev.sluice.metrics.MirrorLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Does what commands do, from their words to their answers, before a runtime that is only played: the launcher has the
 * JVM archive the classes that this takes, and each command from then on finds them read and checked. What they answer
 * here is of no interest.
 */
final class CommandRehearsal {

    private static final List<String> COMMANDS = List.of(
            "ml online-endpoint show -n diabetes",
            "ml online-endpoint show -n diabetes --query scoring_uri -o tsv",
            "ml online-endpoint list -o table",
            "ml online-endpoint create -f %s/endpoint.yml --no-wait",
            "ml online-deployment show -n blue -e diabetes -o yaml",
            "ml online-deployment create -f %s/blue-deployment.yml --no-wait",
            "ml online-endpoint delete -n nobody --yes --no-wait");

    private CommandRehearsal() {}

    /** @param args the state folder, which nobody else uses */
    public static void main(String[] args) throws IOException {
        var sample = DemoCommand.samples().resolve("diabetes");
        try (var runtime = PlayedRuntime.open(new Codec().write(fleet(Sample.in(sample)), Fleet.class))) {
            new NoteFile(Path.of(args[0])).write(note(runtime));
            for (var command : COMMANDS) {
                Main.follow(command.formatted(sample).split(" "));
            }
        }
        System.exit(0);
    }

    private static RuntimeNote note(PlayedRuntime runtime) {
        return new RuntimeNote(
                runtime.doorway(),
                ProcessHandle.current().pid(),
                "played",
                RuntimeNote.Kind.SERVE,
                Optional.empty(),
                List.of());
    }

    private static Fleet fleet(Sample sample) {
        var blue = new Fleet.DeploymentView(
                sample.blue(), new DeploymentState.Succeeded(Instant.EPOCH), List.of(), "", Fleet.Past.CALM);
        var endpoint = new Fleet.EndpointView(
                sample.endpoint(),
                Routing.CLOSED,
                "http://127.0.0.1:1/endpoints/diabetes/score",
                "http://127.0.0.1:1/endpoints/diabetes/swagger.json",
                MirrorLedger.EMPTY,
                List.of(blue));
        return new Fleet(1, new Fleet.Runtime("process", "played", "", 1, 2), List.of(endpoint), List.of());
    }
}
