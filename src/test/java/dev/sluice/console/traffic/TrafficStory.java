package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.TestBench;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Selection;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TrafficStory {

    private final TestBench desk = new TestBench(new FxThread());
    private final PageFleet allBlue = PageFleet.of(BLUE, GREEN).share(BLUE, 100);
    private TrafficPage page;

    @Start
    void open_the_traffic_page(Stage stage) {
        page = new TrafficPage(desk.bench);
        var scene = new Scene(page.node(), 1140, 760);
        Theme.LIGHT.apply();
        Theme.dress(scene);
        stage.setScene(scene);
        page.open(new Selection.OfEndpoint(DIABETES), allBlue.fleet());
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void a_user_drags_a_tenth_to_green_reads_what_it_does_and_applies_it(FxRobot robot) {
        var traffic = new TrafficScreen(robot);
        robot.interact(() -> PageSamples.fiveMinutes(NOON).forEach(desk.control.trafficWatchers.get(0)));

        traffic.dragShare("green", 10);
        assertThat(traffic.share("green")).isCloseTo(10, within(1));
        assertThat(traffic.share("blue") + traffic.share("green")).isEqualTo(100);
        assertThat(traffic.isDraft()).isTrue();

        traffic.typeShare("green", 10);
        assertThat(traffic.text("traffic-effect")).contains("green goes from 0 % to 10 %: about 4.2 of the present 42");
        assertThat(desk.control.asked).isEmpty();

        traffic.press("Apply traffic");
        assertThat(desk.control.asked).containsExactly("applyTraffic diabetes blue=90 green=10");
        show(robot, PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10));
        assertThat(traffic.isDraft()).isFalse();

        traffic.press("Undo last change");
        assertThat(desk.control.asked).last().isEqualTo("applyTraffic diabetes blue=100");
    }

    @Test
    void with_the_keyboard_alone_a_share_is_moved_applied_and_another_discarded(FxRobot robot) {
        var traffic = new TrafficScreen(robot);

        traffic.nudgeUp("green").nudgeUp("green").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(desk.control.asked).containsExactly("applyTraffic diabetes blue=98 green=2");

        traffic.nudgeUp("green").push(KeyCode.ESCAPE);
        assertThat(traffic.isDraft()).isFalse();
        assertThat(traffic.share("green")).isZero();
    }

    @Test
    void all_live_traffic_is_turned_off_by_its_own_switch_and_sent_to_one_deployment_by_one_button(FxRobot robot) {
        var traffic = new TrafficScreen(robot);

        traffic.flipLiveTraffic().press("Apply traffic");
        assertThat(desk.control.asked).containsExactly("applyTraffic diabetes no live traffic");
        show(robot, PageFleet.of(BLUE, GREEN));

        traffic.press("All to green");
        assertThat(desk.control.asked).last().isEqualTo("applyTraffic diabetes green=100");
    }

    @Test
    void green_becomes_the_shadow_and_gets_live_traffic_only_once_mirroring_is_stopped(FxRobot robot) {
        var traffic = new TrafficScreen(robot);

        traffic.mirrorShare(10).press("Apply mirror");
        assertThat(desk.control.asked).containsExactly("applyMirror diabetes green=10");
        show(robot, allBlue.mirror(GREEN, 10));
        assertThat(traffic.text("mirror-state")).isEqualTo("10 % of the live requests are copied to green.");
        assertThat(traffic.isOffered("share-green")).isFalse();
        assertThat(traffic.text("share-reason-green")).contains("live or shadow, never both");

        traffic.press("Stop mirroring");
        assertThat(desk.control.asked).last().isEqualTo("applyMirror diabetes off");
    }

    @Test
    void with_the_keyboard_alone_a_mirror_is_set_up_and_applied(FxRobot robot) {
        new TrafficScreen(robot).mirrorShare(20).push(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(desk.control.asked).containsExactly("applyMirror diabetes green=20");
    }

    @Test
    void what_the_runtime_refuses_is_said_in_place(FxRobot robot) {
        var problem = Problem.of(
                Problem.Code.TRAFFIC_NOT_READY,
                "traffic.green",
                "green has no ready instance",
                "wait until it is ready");
        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(List.of(problem)));
        var traffic = new TrafficScreen(robot);

        traffic.typeShare("green", 25).press("Apply traffic");

        assertThat(traffic.text("traffic-problem"))
                .contains("green has no ready instance")
                .contains("wait until");
        assertThat(traffic.share("green")).isEqualTo(25);
    }

    @Test
    void a_page_that_is_left_watches_nothing(FxRobot robot) {
        robot.interact(() -> page.close());

        assertThat(desk.control.trafficWatchers).isEmpty();
    }

    private void show(FxRobot robot, PageFleet fleet) {
        robot.interact(() -> page.show(fleet.fleet()));
    }
}
