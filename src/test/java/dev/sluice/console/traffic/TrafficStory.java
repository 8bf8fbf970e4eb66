package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.console.PageAgreement;
import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.Command;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Notice;
import dev.sluice.console.support.Selection;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Problem;
import dev.sluice.metrics.MirrorLedger;
import dev.sluice.metrics.Tolerance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
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

        traffic.dragLeftShareTo(90);
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
        assertThat(traffic.isShown("traffic-draft-bar")).isFalse();

        traffic.press("#traffic-undo");
        assertThat(desk.control.asked).last().isEqualTo("applyRouting diabetes blue=100, mirror off");
        show(robot, allBlue);
        assertThat(traffic.share("blue")).isEqualTo(100);
        assertThat(traffic.isOffered("traffic-undo")).isFalse();
        assertThat(traffic.isOffered("traffic-redo")).isTrue();
    }

    @Test
    void with_the_keyboard_alone_the_border_is_moved_applied_taken_back_and_done_again(FxRobot robot) {
        var traffic = new TrafficScreen(robot);

        traffic.focus("#share-fade").push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(desk.control.asked).containsExactly("applyTraffic diabetes blue=98 green=2");
        show(robot, PageFleet.of(BLUE, GREEN).share(BLUE, 98).share(GREEN, 2));

        traffic.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(desk.control.asked).last().isEqualTo("applyRouting diabetes blue=100, mirror off");
        traffic.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(desk.control.asked).last().isEqualTo("applyRouting diabetes blue=98 green=2, mirror off");
        traffic.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(desk.control.asked).hasSize(5);
    }

    @Test
    void a_user_sees_how_far_the_models_agree_and_leaves_out_what_always_differs(FxRobot robot) {
        var traffic = new TrafficScreen(robot);
        desk.control.agrees(PageAgreement.usual());
        show(robot, allBlue.mirror(GREEN, 10).counted(new MirrorLedger(1_000, 1_000, 0, 0, 0, 0, 0, 0)));
        assertThat(traffic.text("agreement-summary")).startsWith("0 of 1,000");

        traffic.press(PageAgreement.VERSION);
        assertThat(traffic.text("agreement-summary"))
                .isEqualTo("963 of 1,000 compared answers of green agree: 96.3 %, 1 left out");
        robot.interact(() ->
                robot.lookup("#agreement-tolerance").<Tolerance>queryComboBox().setValue(Tolerance.TEN_PERCENT));
        assertThat(traffic.text("agreement-summary")).startsWith("1,000 of 1,000");

        var jumps = new ArrayList<String>();
        desk.bench.jumps().onLogs((deployment, words) -> jumps.add(deployment + " " + words));
        traffic.press("Log lines");
        assertThat(jumps).containsExactly("diabetes/green 7b0f3f6e-5b1f-4a0e-9c6b-2a52c1f0d9aa");
    }

    @Test
    void the_keyboard_stays_at_a_place_when_another_one_is_found(FxRobot robot) {
        var traffic = new TrafficScreen(robot);
        var mirrored = allBlue.mirror(GREEN, 10);
        desk.control.agrees(PageAgreement.usual());
        show(robot, mirrored);
        traffic.focus("#agreement-place-2");

        desk.control.agrees(PageAgreement.usualAndOneMore());
        show(robot, mirrored);
        assertThat(robot.lookup("#agreement-place-3").tryQuery()).isPresent();
        traffic.push(KeyCode.SPACE);
        assertThat(traffic.text("agreement-summary")).endsWith(", 1 left out");
        assertThat(robot.lookup("#agreement-place-2").queryAs(CheckBox.class).isSelected())
                .isFalse();
    }

    @Test
    void what_would_do_something_now_can_be_done_by_its_name(FxRobot robot) {
        var traffic = new TrafficScreen(robot);
        assertThat(names()).containsExactly("Turn live traffic off, as a draft");

        traffic.typeShare("green", 10);
        assertThat(names())
                .containsExactly(
                        "Apply the draft of traffic",
                        "Discard the draft of traffic",
                        "Turn live traffic off, as a draft");
        robot.interact(() -> page.commands().get(1).run().run());
        assertThat(traffic.share("green")).isZero();

        traffic.typeShare("green", 10);
        robot.interact(() -> page.commands().get(0).run().run());
        assertThat(desk.control.asked).containsExactly("applyTraffic diabetes blue=90 green=10");

        traffic.typeShare("green", 20);
        robot.interact(() -> desk.bench.reach().lose("The runtime has ended"));
        assertThat(names()).containsExactly("Discard the draft of traffic", "Turn live traffic off, as a draft");
    }

    private List<String> names() {
        return page.commands().stream().map(Command::title).toList();
    }

    @Test
    void one_large_button_ends_the_rollout_whenever_it_is_pressed(FxRobot robot) {
        var traffic = new TrafficScreen(robot);
        assertThat(traffic.text("traffic-all-to .retreat-words")).isEqualTo("All to blue");
        assertThat(traffic.text("traffic-all-to .retreat-standing")).isEqualTo("Has all of it now");
        show(robot, PageFleet.of(BLUE, GREEN).share(BLUE, 40).share(GREEN, 60));
        traffic.typeShare("green", 90);
        assertThat(traffic.text("traffic-all-to .retreat-standing")).isEqualTo("Applied at once");

        traffic.press("#traffic-all-to");

        assertThat(desk.control.asked).containsExactly("allTrafficTo diabetes/blue");
        show(robot, allBlue);
        assertThat(traffic.isDraft()).isFalse();
        traffic.press("#traffic-all-to");
        assertThat(desk.control.asked).hasSize(2);
    }

    @Test
    void escape_and_undo_throw_a_draft_away_and_leave_what_is_in_force_alone(FxRobot robot) {
        var traffic = new TrafficScreen(robot);
        traffic.typeShare("green", 10).press("Apply traffic");
        show(robot, PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10));

        traffic.focus("#share-fade").push(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(traffic.share("green")).isEqualTo(20);
        traffic.push(KeyCode.ESCAPE);
        assertThat(traffic.share("green")).isEqualTo(10);

        traffic.push(KeyCode.PAGE_DOWN);
        assertThat(traffic.share("green")).isEqualTo(20);
        traffic.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(traffic.share("green")).isEqualTo(10);
        assertThat(desk.control.asked).hasSize(1);
    }

    @Test
    void three_are_split_by_dividers_by_mouse_and_by_keyboard(FxRobot robot) {
        show(robot, three());
        var traffic = new TrafficScreen(robot);

        traffic.dragDivider("blue", 10);
        assertThat(traffic.share("blue")).isCloseTo(60, within(1));
        assertThat(traffic.share("blue") + traffic.share("canary")).isEqualTo(80);
        assertThat(traffic.share("green")).isEqualTo(20);

        traffic.push(KeyCode.ESCAPE).focus("#share-divider-canary").push(KeyCode.RIGHT);
        assertThat(traffic.share("canary")).isEqualTo(31);
        traffic.push(KeyCode.PAGE_DOWN).push(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(traffic.share("canary")).isEqualTo(11);
        assertThat(traffic.share("green")).isEqualTo(39);
        traffic.push(KeyCode.END);
        assertThat(traffic.share("green")).isZero();
        assertThat(traffic.share("blue")).isEqualTo(50);
    }

    @Test
    void a_border_is_where_the_colours_meet_however_many_have_no_share(FxRobot robot) {
        var names = IntStream.range(0, 20)
                .mapToObj(i -> new DeploymentName("m%02d".formatted(i)))
                .toArray(DeploymentName[]::new);
        show(robot, PageFleet.of(names).share(names[0], 60).share(names[1], 30).share(names[2], 10));
        var traffic = new TrafficScreen(robot);

        assertThat(traffic.offBorder("m00", 60)).isCloseTo(0, within(2.0));
        assertThat(traffic.offBorder("m01", 90)).isCloseTo(0, within(2.0));
        assertThat(traffic.isShown("share-divider-m02"))
                .as("from the last share to one of 0")
                .isTrue();
        assertThat(traffic.isShown("share-divider-m03"))
                .as("between two shares of 0")
                .isFalse();
        assertThat(traffic.isShown("share-divider-m18"))
                .as("between two shares of 0")
                .isFalse();

        traffic.focus("#share-m18").push(KeyCode.PAGE_UP);
        assertThat(traffic.share("m18")).as("raised by its row").isEqualTo(10);
        assertThat(traffic.isShown("share-divider-m18")).isTrue();
    }

    @Test
    void both_borders_of_a_share_of_nothing_can_be_had_at_the_place_where_its_neighbours_meet(FxRobot robot) {
        show(robot, PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 50).share(GREEN, 50));
        var traffic = new TrafficScreen(robot);
        assertThat(traffic.offBorder("blue", 50)).isCloseTo(-6, within(2.0));
        assertThat(traffic.offBorder("canary", 50)).isCloseTo(6, within(2.0));

        traffic.dragDivider("blue", -10).dragDivider("canary", 20);

        assertThat(traffic.share("blue")).isCloseTo(40, within(1));
        assertThat(traffic.share("green")).isCloseTo(30, within(1));
    }

    @Test
    void the_first_percent_of_a_canary_hides_no_border_under_the_next_one(FxRobot robot) {
        show(robot, PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 99).share(CANARY, 1));
        var traffic = new TrafficScreen(robot);

        traffic.dragDivider("blue", -9);

        assertThat(traffic.share("blue")).isCloseTo(90, within(1));
        assertThat(traffic.share("canary")).isCloseTo(10, within(1));
        assertThat(traffic.share("green")).isZero();
    }

    @Test
    void sharing_out_between_three_keeps_proportions_and_comes_back_to_where_it_was(FxRobot robot) {
        show(robot, three());
        var traffic = new TrafficScreen(robot);

        traffic.focus("#share-blue").push(KeyCode.PAGE_UP);
        assertThat(traffic.share("blue")).isEqualTo(60);
        assertThat(traffic.share("canary")).isEqualTo(24);
        assertThat(traffic.share("green")).isEqualTo(16);

        traffic.push(KeyCode.PAGE_DOWN);
        assertThat(traffic.share("canary")).isEqualTo(30);
        assertThat(traffic.share("green")).isEqualTo(20);
        assertThat(traffic.isDraft()).isFalse();
    }

    @Test
    void a_share_that_a_user_has_locked_stays_while_the_others_make_room(FxRobot robot) {
        show(robot, three());
        var traffic = new TrafficScreen(robot);

        traffic.press("#share-lock-green").focus("#share-blue").push(KeyCode.PAGE_UP);
        assertThat(traffic.share("blue")).isEqualTo(60);
        assertThat(traffic.share("canary")).isEqualTo(20);
        assertThat(traffic.share("green")).isEqualTo(20);

        traffic.press("#share-lock-green").focus("#share-blue").push(KeyCode.END);
        assertThat(traffic.share("green")).isZero();
    }

    @Test
    void a_user_who_is_warned_that_green_cannot_take_so_much_thinks_better_of_it(FxRobot robot) {
        var busy = PageSamples.of(
                NOON, BLUE, PageSamples.working(42, 10), GREEN, PageSamples.working(0, 5, Duration.ofMillis(90)));
        robot.interact(() -> desk.control.trafficWatchers.get(0).accept(busy));
        var traffic = new TrafficScreen(robot);

        traffic.typeShare("green", 50);
        assertThat(traffic.text("traffic-warning")).contains("can take about 11", "429");

        traffic.press("#traffic-discard");
        assertThat(traffic.share("blue")).isEqualTo(100);
        assertThat(traffic.isDraft()).isFalse();
        assertThat(traffic.isShown("traffic-warning")).isFalse();
        assertThat(desk.control.asked).isEmpty();
    }

    @Test
    void all_live_traffic_is_turned_off_by_its_own_switch_and_sent_to_one_deployment_by_one_button(FxRobot robot) {
        var traffic = new TrafficScreen(robot);

        assertThat(traffic.text("traffic-live")).isEqualTo("Live traffic on");
        traffic.flipLiveTraffic();
        assertThat(traffic.text("traffic-live")).isEqualTo("Live traffic off");
        assertThat(traffic.text("traffic-effect")).contains("will be answered 404");
        traffic.press("Apply traffic");
        assertThat(desk.control.asked).containsExactly("applyTraffic diabetes no live traffic");
        show(robot, PageFleet.of(BLUE, GREEN));
        assertThat(traffic.text("traffic-closed")).contains("are answered 404");

        traffic.press("All to green");
        assertThat(desk.control.asked).last().isEqualTo("allTrafficTo diabetes/green");
    }

    @Test
    void the_switch_is_worked_by_the_keyboard_too_and_a_text_keeps_its_own_undo(FxRobot robot) {
        var traffic = new TrafficScreen(robot);
        traffic.typeShare("green", 10).press("Apply traffic");
        show(robot, PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10));

        traffic.focus("#traffic-live").push(KeyCode.SPACE);
        assertThat(traffic.text("traffic-effect")).contains("will be answered 404");
        robot.clickOn("#traffic-reason").write("too slow");
        traffic.push(KeyCode.CONTROL, KeyCode.Z);

        assertThat(traffic.isDraft()).isTrue();
        assertThat(desk.control.asked).hasSize(1);
    }

    @Test
    void all_to_blue_is_offered_while_a_draft_is_open_and_while_a_command_is_under_way(FxRobot robot) {
        desk.control.outcome = new CompletableFuture<>();
        var traffic = new TrafficScreen(robot);
        traffic.typeShare("green", 50).press("Apply traffic").typeShare("green", 60);
        assertThat(traffic.isOffered("traffic-apply")).isFalse();

        traffic.press("All to blue");

        assertThat(desk.control.asked)
                .containsExactly("applyTraffic diabetes blue=50 green=50", "allTrafficTo diabetes/blue");
        assertThat(traffic.share("blue")).isEqualTo(100);
    }

    @Test
    void all_to_one_that_has_failed_can_be_pressed_and_is_answered_with_the_reason(FxRobot robot) {
        robot.interact(() -> page.show(SampleFleets.greenFailed()));
        var traffic = new TrafficScreen(robot);
        assertThat(traffic.isOffered("share-all-green")).isTrue();
        assertThat(traffic.help("share-all-green")).startsWith("Deployment green has failed and cannot take traffic.");

        traffic.press("All to green");

        assertThat(desk.control.asked).isEmpty();
        assertThat(traffic.share("blue")).isEqualTo(100);
        assertThat(desk.notices.notices()).singleElement().isInstanceOf(Notice.Refused.class);

        traffic.press("All to blue");
        assertThat(desk.control.asked).containsExactly("allTrafficTo diabetes/blue");
    }

    @Test
    void green_becomes_the_shadow_and_gets_live_traffic_only_once_mirroring_is_stopped(FxRobot robot) {
        var traffic = new TrafficScreen(robot);

        traffic.mirrorShare(10).press("Apply mirror");
        assertThat(desk.control.asked).containsExactly("applyMirror diabetes green=10");
        show(robot, allBlue.mirror(GREEN, 10));
        assertThat(traffic.text("mirror-state")).isEqualTo("10 % of the live requests are copied to green.");
        assertThat(traffic.isOffered("share-fade")).isFalse();
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
    void split_and_mirror_that_are_both_drafts_are_applied_in_one_change(FxRobot robot) {
        show(robot, PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 100));
        var traffic = new TrafficScreen(robot);

        traffic.typeShare("canary", 10).mirrorShare(20);
        assertThat(traffic.text("mirror-state")).contains("will be copied to green");
        traffic.push(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(desk.control.asked).containsExactly("applyRouting diabetes blue=90 canary=10, mirror green=20");
    }

    @Test
    void from_an_endpoint_without_deployments_one_gets_to_the_form_of_the_first(FxRobot robot) {
        var asked = new AtomicBoolean();
        desk.bench.jumps().onFirstDeployment(() -> asked.set(true));
        show(robot, PageFleet.of());

        new TrafficScreen(robot).press("#traffic-first-deployment");

        assertThat(asked).isTrue();
    }

    @Test
    void what_the_runtime_refuses_is_said_in_place(FxRobot robot) {
        var problem = Problem.of(
                Problem.Code.TRAFFIC_NOT_READY,
                "traffic.green",
                "deployment green has no ready instance",
                "wait until it is ready");
        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(List.of(problem)));
        var traffic = new TrafficScreen(robot);

        traffic.typeShare("green", 25).press("Apply traffic");

        assertThat(traffic.text("traffic-problem"))
                .isEqualTo("Deployment green has no ready instance. What to do: wait until it is ready.");
        assertThat(traffic.share("green")).isEqualTo(25);
    }

    @Test
    void deployments_called_the_same_have_the_colours_of_the_endpoint_turned_to(FxRobot robot) {
        var traffic = new TrafficScreen(robot);
        assertThat(traffic.dot()).contains(DeploymentColor.BLUE.styleClass());
        var iris = new EndpointName("iris");
        var colors = desk.bench.colors();
        colors.of(new DeploymentId(iris, new DeploymentName("blue-v1")));

        robot.interact(() -> page.open(new Selection.OfEndpoint(iris), allBlue.fleetOf(iris)));

        assertThat(traffic.dot())
                .as("that of iris/blue, beside which another is called blue too")
                .contains(colors.of(new DeploymentId(iris, BLUE)).styleClass())
                .doesNotContain(DeploymentColor.BLUE.styleClass());
    }

    @Test
    void a_number_that_is_none_is_marked_and_waited_for_and_escape_mends_it_before_it_throws_the_draft_away(
            FxRobot robot) {
        var traffic = new TrafficScreen(robot);
        traffic.typeShare("green", 10).type("#share-number-green", "33.3");

        assertThat(traffic.text("share-reason-green")).startsWith("Whole percent, 0 to 100.");
        assertThat(traffic.isOffered("traffic-apply")).isFalse();
        traffic.push(KeyCode.CONTROL, KeyCode.ENTER);
        traffic.type("#mirror-number", "60").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(traffic.text("mirror-number-problem")).startsWith("Whole percent, 0 to 50.");
        assertThat(desk.control.asked).isEmpty();

        traffic.push(KeyCode.ESCAPE);
        assertThat(traffic.isShown("mirror-number-problem")).isFalse();
        assertThat(traffic.isShown("share-reason-green")).isFalse();
        assertThat(traffic.share("green")).isEqualTo(33);
        traffic.press("#traffic-apply");
        assertThat(desk.control.asked).containsExactly("applyTraffic diabetes blue=67 green=33");

        traffic.type("#mirror-number", "x").type("#share-number-green", "x");
        robot.interact(() -> page.open(new Selection.OfEndpoint(DIABETES), allBlue.fleet()));
        assertThat(traffic.isShown("mirror-number-problem")).isFalse();
        assertThat(traffic.isShown("share-reason-green")).isFalse();
    }

    @Test
    void a_page_that_is_left_watches_nothing(FxRobot robot) {
        robot.interact(() -> page.close());

        assertThat(desk.control.trafficWatchers).isEmpty();
    }

    private static PageFleet three() {
        return PageFleet.of(BLUE, CANARY, GREEN)
                .share(BLUE, 50)
                .share(CANARY, 30)
                .share(GREEN, 20);
    }

    private void show(FxRobot robot, PageFleet fleet) {
        robot.interact(() -> page.show(fleet.fleet()));
    }
}
