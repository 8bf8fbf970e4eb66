package dev.sluice.control;

import dev.sluice.collect.Collecting;
import dev.sluice.domain.Actor;
import dev.sluice.domain.CollectedData;
import dev.sluice.domain.CollectedData.Wiped;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.Problem;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What users ask about collected data. For the runtime's thread only. */
final class CollectedFiles {

    private final Collecting collecting;
    private final Routes routes;
    private final Ledger ledger;
    private final Diary diary;
    private final Executor loop;

    CollectedFiles(Collecting collecting, Routes routes, Ledger ledger, Diary diary, Executor loop) {
        this.collecting = collecting;
        this.routes = routes;
        this.ledger = ledger;
        this.diary = diary;
        this.loop = loop;
    }

    /** @throws Mistake if there is no such deployment */
    CollectedData of(DeploymentId id) {
        return routes.collected(known(id));
    }

    /**
     * Removes the deployment's files, which stands in the journal: data that is gone must have been somebody's wish.
     *
     * @throws Mistake if there is no such deployment
     */
    CompletionStage<Wiped> wipe(Actor by, DeploymentId id) {
        return collecting
                .wipe(known(id))
                .whenCompleteAsync(
                        (wiped, failure) -> {
                            var deed = Deed.of(Deed.Kind.WIPE_COLLECTED, id);
                            diary.record(
                                    failure == null
                                            ? new Happening(by, deed.from(said(wiped)), Verdict.APPLIED, "")
                                            : new Happening(
                                                    by, deed, Verdict.FAILED, String.valueOf(failure.getMessage())));
                        },
                        loop);
    }

    private static Facet said(Wiped wiped) {
        return new Facet.Said(wiped.files() + " files, " + wiped.bytes() + " bytes");
    }

    private DeploymentId known(DeploymentId id) {
        if (ledger.desired().deployment(id).isEmpty()) {
            throw new Mistake(Problem.of(
                    Problem.Code.NOT_FOUND, "deployment", "there is no deployment " + id, "name one that there is"));
        }
        return id;
    }
}
