package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.Serving;
import dev.sluice.engine.InstanceKey;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.engine.InstanceSpec.UnpackedFiles;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Makes a deployment's files and environment ready, and starts its instances. */
final class Provisioner {

    private final Tools tools;
    private final Board board;
    private final Sightings sightings;
    private final Progress progress;
    private final Failures failures;
    private final Runnable turn;

    Provisioner(Tools tools, Board board, Sightings sightings, Progress progress, Failures failures, Runnable turn) {
        this.tools = tools;
        this.board = board;
        this.sightings = sightings;
        this.progress = progress;
        this.failures = failures;
        this.turn = turn;
    }

    /** Begins with the files and the environment unless that was done, is going on, or is held back. */
    void prepare(DesiredDeployment deployment) {
        var work = board.workOn(deployment.spec().id(), deployment.generation());
        boolean due = !(deployment.provisioning() instanceof Provisioning.GivenUp)
                && !work.isGivingUp()
                && work.stage() instanceof Work.Stage.NotBegun
                && work.backOff().allows(tools.clock().instant());
        if (due) {
            work.stage(new Work.Stage.Underway());
            stage(deployment)
                    .whenCompleteAsync(
                            (ready, failure) -> {
                                if (failure != null) {
                                    work.stage(new Work.Stage.NotBegun());
                                    failures.failed(deployment.spec().id(), deployment.generation(), failure);
                                } else {
                                    work.stage(ready);
                                }
                                turn.run();
                            },
                            tools.loop());
        }
    }

    private CompletionStage<Work.Stage> stage(DesiredDeployment deployment) {
        var id = deployment.spec().id();
        tell(deployment, Phase.UNPACK);
        return tools.materials()
                .of(deployment, board.basisOf(deployment))
                .thenCompose(made -> CompletableFuture.supplyAsync(
                                () -> unpack(made, deployment.generation()), tools.blocking())
                        .thenComposeAsync(
                                unpacked -> {
                                    tell(deployment, Phase.ENVIRONMENT);
                                    var environment =
                                            tools.engine().prepare(unpacked.environment(), line -> tell(id, line));
                                    board.workOn(id, deployment.generation())
                                            .preparing(environment.toCompletableFuture());
                                    return environment.thenApply(prepared ->
                                            new Work.Stage.Ready(unpacked.files(), unpacked.serving(), prepared));
                                },
                                tools.loop()));
    }

    /** A deployment's own files, and what they say of how they are served. */
    private record Unpacked(UnpackedFiles files, Serving serving, EnvironmentSource environment) {}

    private Unpacked unpack(DeploymentSpec spec, long generation) {
        var files = tools.workspace().unpack(spec, generation);
        return new Unpacked(files, Serving.of(spec), OwnEnvironment.of(spec, files));
    }

    /** Starts one more instance of a version whose files and environment are ready. */
    void start(DesiredDeployment deployment) {
        var id = deployment.spec().id();
        if (!(board.workOn(id, deployment.generation()).stage() instanceof Work.Stage.Ready ready)) {
            throw new IllegalStateException(id + " is not unpacked yet");
        }
        var key = new InstanceKey(id, deployment.generation(), newName(id));
        var spec = new InstanceSpec(
                key,
                ready.environment(),
                ready.files(),
                ready.serving(),
                deployment.spec().environmentVariables(),
                tools.profiles().of(deployment.spec().instanceType()));
        sightings.starting(key);
        tell(deployment, Phase.START);
        tools.engine()
                .start(spec)
                .whenCompleteAsync(
                        (instance, failure) -> {
                            if (failure != null) {
                                sightings.forget(key.name());
                                failures.failed(id, deployment.generation(), failure);
                            } else {
                                tell(deployment, Phase.INIT);
                                sightings.started(instance);
                            }
                            turn.run();
                        },
                        tools.loop());
    }

    private String newName(DeploymentId id) {
        return Stream.generate(tools.suffixes())
                .map(suffix -> id.deployment().folded() + "-" + suffix)
                .filter(name -> !sightings.knows(name))
                .findFirst()
                .orElseThrow();
    }

    /** An older version that replaces an instance of its own is not what the deployment's job is about. */
    private void tell(DesiredDeployment version, Phase phase) {
        if (board.isNewest(version.spec().id(), version.generation())) {
            progress.phase(version.spec().id(), phase);
        }
    }

    private void tell(DeploymentId id, String line) {
        tools.loop().execute(() -> progress.line(id, line));
    }
}
