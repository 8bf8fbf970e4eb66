package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;

import dev.sluice.console.FakeControl;
import dev.sluice.console.PageFleet;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.Notice;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The traffic page's model and what a test asks of it; all live traffic is blue's. */
abstract class TrafficOnDiabetes {

    final TestBench desk = new TestBench();
    final FakeControl control = desk.control;
    final TrafficViewModel model = new TrafficViewModel(desk.bench.routings(), new RoutingDrafts(desk.notices));
    final PageFleet allBlue = PageFleet.of(BLUE, GREEN).share(BLUE, 100);

    List<String> notices() {
        return desk.notices.notices().stream().map(Notice::title).toList();
    }

    Notice.Refused refusal() {
        var notices = desk.notices.notices();
        return (Notice.Refused) notices.get(notices.size() - 1);
    }

    void refuse(String why) {
        var problem = Problem.of(Problem.Code.TRAFFIC_NOT_READY, "traffic.green", why, "wait for it");
        control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(List.of(problem)));
    }

    ShareRow row(DeploymentName name) {
        return model.rowsProperty().get().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Integer> drafts() {
        return model.rowsProperty().get().stream().map(ShareRow::draft).toList();
    }
}
