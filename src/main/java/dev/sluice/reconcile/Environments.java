package dev.sluice.reconcile;

import dev.sluice.domain.Provisioning;
import dev.sluice.engine.InstanceEngine;
import java.util.stream.Collectors;

/** Tells the engine which environments are in use, so that it can remove those that are not any more. */
final class Environments {

    private final Board board;
    private final InstanceEngine engine;

    /** What an earlier run has left is unused as well. */
    private boolean mayBeUnused = true;

    Environments(Board board, InstanceEngine engine) {
        this.board = board;
        this.engine = engine;
    }

    /** A version is gone, and with it perhaps the last that used an environment. */
    void versionGone() {
        mayBeUnused = true;
    }

    /** Not while one is being made or waits to be: nobody can tell which that will be. */
    void releaseUnused() {
        if (mayBeUnused && isSettled()) {
            mayBeUnused = false;
            engine.keepOnly(
                    board.ready().map(ready -> ready.environment().reference()).collect(Collectors.toSet()));
        }
    }

    private boolean isSettled() {
        return board.wanted().values().stream()
                .flatMap(Board::versions)
                .filter(version -> !(version.provisioning() instanceof Provisioning.GivenUp))
                .map(version -> board.workOn(version.spec().id(), version.generation()))
                .allMatch(work -> work.isGivingUp() || work.stage() instanceof Work.Stage.Ready);
    }
}
