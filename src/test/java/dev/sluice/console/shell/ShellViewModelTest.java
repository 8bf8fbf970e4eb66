package dev.sluice.console.shell;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.DIABETES;
import static dev.sluice.console.SampleFleets.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.BlueOnDisk;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.support.Notice;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {

    private final TestBench desk = new TestBench();
    private final ShellViewModel model = new ShellViewModel(desk.bench, ShellViewModelTest::read, Runnable::run);

    @BeforeEach
    void the_window_follows_the_runtime() {
        model.follow();
    }

    @Test
    void waits_until_the_runtime_has_told_anything() {
        assertThat(model.sceneProperty().get()).isEqualTo(ShellViewModel.Scene.LOADING);
    }

    @Test
    void a_runtime_without_endpoints_is_welcomed() {
        desk.control.push(SampleFleets.empty());

        assertThat(model.sceneProperty().get()).isEqualTo(ShellViewModel.Scene.WELCOME);
    }

    @Test
    void the_first_endpoint_is_chosen_by_itself() {
        desk.control.push(SampleFleets.split());

        assertThat(model.sceneProperty().get()).isEqualTo(ShellViewModel.Scene.PAGES);
        assertThat(model.selectionProperty().get()).isEqualTo(new Selection.OfEndpoint(DIABETES));
    }

    @Test
    void when_the_chosen_deployment_goes_its_endpoint_is_chosen() {
        desk.control.push(SampleFleets.crowded());
        model.select(new Selection.OfDeployment(GREEN));

        desk.control.push(SampleFleets.blueLive());

        assertThat(model.selectionProperty().get()).isEqualTo(new Selection.OfEndpoint(DIABETES));
    }

    @Test
    void when_the_last_endpoint_goes_nothing_is_chosen() {
        desk.control.push(SampleFleets.split());

        desk.control.push(SampleFleets.empty());

        assertThat(model.selectionProperty().get()).isEqualTo(new Selection.Nothing());
        assertThat(model.headerProperty().get()).isEqualTo(new Header.Empty());
    }

    @Test
    void a_new_deployment_is_chosen_as_soon_as_it_is_in_the_picture() {
        desk.control.push(SampleFleets.endpointOnly());
        model.pageProperty().set("traffic");
        model.drawer().files().open(List.of(Path.of("blue-deployment.yml")));

        ((Drawer.NewDeployment) model.drawer().drawerProperty().get()).form().create();
        assertThat(model.pageProperty().get()).isEqualTo("overview");
        assertThat(model.drawer().drawerProperty().get()).isEqualTo(new Drawer.Closed());
        assertThat(model.selectionProperty().get()).isEqualTo(new Selection.OfEndpoint(DIABETES));
        desk.control.push(SampleFleets.creating());

        assertThat(model.selectionProperty().get()).isEqualTo(new Selection.OfDeployment(BLUE));
    }

    @Test
    void it_is_chosen_once_and_then_the_user_may_go_elsewhere() {
        desk.control.push(SampleFleets.endpointOnly());
        model.drawer().files().open(List.of(Path.of("blue-deployment.yml")));
        ((Drawer.NewDeployment) model.drawer().drawerProperty().get()).form().create();
        desk.control.push(SampleFleets.creating());

        model.select(new Selection.OfEndpoint(DIABETES));
        desk.control.push(SampleFleets.blueLive());

        assertThat(model.selectionProperty().get()).isEqualTo(new Selection.OfEndpoint(DIABETES));
    }

    @Test
    void a_half_filled_form_is_not_replaced_by_another() {
        model.drawer().newEndpoint();
        var open = model.drawer().drawerProperty().get();

        model.drawer().newEndpoint();
        model.drawer().newDeployment(DIABETES);

        assertThat(model.drawer().drawerProperty().get()).isSameAs(open);
    }

    @Test
    void without_an_endpoint_a_new_deployment_begins_with_one() {
        desk.control.push(SampleFleets.empty());

        model.newDeployment();

        assertThat(model.drawer().drawerProperty().get()).isInstanceOf(Drawer.NewEndpoint.class);
    }

    @Test
    void a_deployment_that_came_up_is_told_quietly() {
        desk.control.push(SampleFleets.creating());

        desk.control.push(SampleFleets.blueLive());

        assertThat(desk.notices.notices()).containsExactly(new Notice.Done("diabetes/blue is ready"));
    }

    @Test
    void a_failure_is_not_told_to_who_has_the_overview_of_that_deployment_before_them() {
        model.seenWhile(() -> true);
        greenFailsWhileChosen();

        assertThat(desk.notices.notices()).isEmpty();
    }

    @Test
    void a_failure_is_told_while_another_page_is_open() {
        model.seenWhile(() -> true);
        model.pageProperty().set("traffic");
        greenFailsWhileChosen();

        assertThat(desk.notices.notices()).singleElement().isInstanceOf(Notice.Refused.class);
    }

    @Test
    void a_failure_is_told_on_the_overview_of_another_deployment() {
        model.seenWhile(() -> true);
        desk.control.push(SampleFleets.greenShadow());
        model.select(new Selection.OfDeployment(BLUE));
        desk.control.push(SampleFleets.greenFailed());

        assertThat(desk.notices.notices()).singleElement().isInstanceOf(Notice.Refused.class);
    }

    @Test
    void an_update_that_fails_unseen_is_told_as_well() {
        desk.control.push(SampleFleets.greenUpdating());
        model.select(new Selection.OfDeployment(GREEN));
        desk.control.push(SampleFleets.greenUpdateFailed());

        assertThat(desk.notices.notices()).singleElement().isInstanceOf(Notice.Refused.class);
    }

    @Test
    void a_build_that_fails_while_the_user_is_in_the_browser_is_told_by_the_desktop() throws Exception {
        var told = new ArrayList<String>();
        var away = new AwayNotices(told::add, Runnable::run, () -> false).follow(desk.notices);
        model.seenWhile(() -> false);
        greenFailsWhileChosen();
        away.close();

        assertThat(told).containsExactly("diabetes/green could not be started; no traffic was moved");
    }

    private void greenFailsWhileChosen() {
        desk.control.push(SampleFleets.greenShadow());
        model.select(new Selection.OfDeployment(GREEN));
        desk.control.push(SampleFleets.greenFailed());
    }

    @Test
    void what_was_changed_at_an_endpoint_is_forgotten_with_it_whatever_page_is_open() {
        desk.control.push(SampleFleets.split());
        var endpoint = SampleFleets.split().endpoint(DIABETES).orElseThrow();
        desk.bench.routings().allTo(endpoint, BLUE.deployment(), "all to blue");

        desk.control.push(SampleFleets.empty());

        assertThat(desk.bench.routings().toUndo(DIABETES)).isEmpty();
    }

    @Test
    void a_window_that_is_closed_follows_nothing() throws Exception {
        model.follow().close();

        assertThat(desk.control.fleetWatchers).hasSize(1);
    }

    @Test
    void the_header_tells_a_shadow_from_a_live_deployment() {
        desk.control.push(SampleFleets.greenShadow());

        model.select(new Selection.OfDeployment(GREEN));
        assertThat(((Header.OfDeployment) model.headerProperty().get()).summary())
                .contains("10 %", "copied");

        model.select(new Selection.OfDeployment(BLUE));
        assertThat(((Header.OfDeployment) model.headerProperty().get()).summary())
                .isEqualTo("100 % of the live traffic");
    }

    @Test
    void a_deletion_that_came_to_its_end_is_told_on_any_page() {
        var deleting = new Job(7, Job.Kind.DELETE, GREEN, SampleFleets.NOW, new Job.Result.Running(), List.of());
        var done =
                new Job(7, Job.Kind.DELETE, GREEN, SampleFleets.NOW, new Job.Result.Done(SampleFleets.NOW), List.of());
        desk.control.push(SampleFleets.fleet(List.of(deleting)));

        desk.control.push(SampleFleets.fleet(List.of(done)));
        desk.control.push(SampleFleets.fleet(List.of(done)));

        assertThat(desk.notices.notices()).containsExactly(new Notice.Done("diabetes/green is deleted"));
    }

    private static Read read(Path file) {
        return new Read.Deployment(BlueOnDisk.spec(), List.of());
    }
}
