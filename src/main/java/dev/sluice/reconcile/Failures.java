package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import dev.sluice.engine.EngineException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done when something of a version fails: one that never was up is given up, another is tried again. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Tools tools;
    private final Board board;
    private final Progress progress;
    private final Runnable turn;

    Failures(Tools tools, Board board, Progress progress, Runnable turn) {
        this.tools = tools;
        this.board = board;
        this.progress = progress;
        this.turn = turn;
    }

    /** What becomes of a generation that nobody wants any more is no failure. */
    void failed(DeploymentId id, long generation, Throwable failure) {
        board.version(id, generation).ifPresent(version -> failed(version, problemOf(id, failure), List.of()));
    }

    /** The same, where the problem and the lines that tell of it are known. */
    void failed(DeploymentId id, long generation, Problem problem, List<String> lines) {
        board.version(id, generation).ifPresent(version -> failed(version, problem, lines));
    }

    private void failed(DesiredDeployment version, Problem problem, List<String> lines) {
        var id = version.spec().id();
        var work = board.workOn(id, version.generation());
        if (!(version.provisioning() instanceof Provisioning.Pending)) {
            tryLater(id, work, problem);
        } else if (work.beginGivingUp()) {
            progress.gaveUp(id, problem, lines);
        }
    }

    private void tryLater(DeploymentId id, Work work, Problem problem) {
        LOG.warn("{} failed and will be tried again: {}", id, problem.sentence());
        work.failedAt(tools.clock().instant());
        progress.failedForNow(id, problem);
        tools.loop().schedule(turn, work.backOff().delay().toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private static Problem problemOf(DeploymentId id, Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof EngineException known) {
            return known.problem();
        }
        LOG.error("unexpected failure while working on {}", id, cause);
        return Problem.of(
                Problem.Code.INTERNAL,
                id.toString(),
                "unexpected failure: " + cause,
                "look at the program's log; delete the deployment and create it again");
    }
}
