package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Activity;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine.Call;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked of a deployment on which an operation is under way (reference 2.2: 409). */
@ParameterizedClass
@EnumSource
class OneAtATimeTest extends FaceContract {

    private final List<Activity> journal = new CopyOnWriteArrayList<>();
    private RolloutControl control;

    @BeforeEach
    void blue_serves_and_nothing_that_is_started_from_now_on_gets_ready() throws Exception {
        control = runtime.control;
        runtime.bringUp(BLUE, InitialTraffic.NONE);
        control.watchActivity(100, journal::add);
        engine.whenStarted(instance -> {});
    }

    @Test
    void a_second_operation_is_refused_by_the_name_of_the_first_and_changes_nothing() throws Exception {
        runtime.ask(control.scale(BLUE, 3));

        assertThat(refused(control.scale(BLUE, 4))).isEqualTo(scaling());
        assertThat(refused(control.redeploy(BLUE))).isEqualTo(scaling());
        assertThat(refused(control.updateDeployment(runtime.spec(BLUE).withInstanceCount(2))))
                .isEqualTo(scaling());
        assertThat(refused(control.deleteDeployment(BLUE))).isEqualTo(scaling());
        assertThat(refused(control.deleteEndpoint(DIABETES))).isEqualTo(scaling());
        assertThat(runtime.fleet().deployment(BLUE).orElseThrow().spec().instanceCount())
                .isEqualTo(3);
    }

    @Test
    void an_operation_on_another_deployment_of_the_endpoint_is_refused_by_the_name_of_the_first() throws Exception {
        engine.startsAtOnce();
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        engine.whenStarted(instance -> {});
        runtime.ask(control.scale(BLUE, 3));
        var red = new DeploymentId(DIABETES, new DeploymentName("red"));

        assertThat(besideRefused(control.createDeployment(runtime.spec(red), InitialTraffic.NONE)))
                .isEqualTo(scaling());
        assertThat(besideRefused(control.scale(GREEN, 2))).isEqualTo(scaling());
        assertThat(besideRefused(control.redeploy(GREEN))).isEqualTo(scaling());
        assertThat(besideRefused(control.updateDeployment(runtime.spec(GREEN).withInstanceCount(2))))
                .isEqualTo(scaling());
        assertThat(besideRefused(control.deleteDeployment(GREEN))).isEqualTo(scaling());
        assertThat(runtime.ask(control.besideWhatRuns().scale(GREEN, 2))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void what_is_wrong_with_a_command_itself_is_told_rather_than_what_it_would_have_to_wait_for() throws Exception {
        runtime.ask(control.scale(BLUE, 3));

        var refused = (Outcome.Refused) runtime.ask(control.deleteDeployment(GREEN));

        assertThat(refused.problems()).extracting(Problem::code).containsExactly(Code.NOT_FOUND);
    }

    @Test
    void a_job_is_taken_back_whatever_else_runs_on_the_endpoint() throws Exception {
        runtime.ask(control.scale(BLUE, 3));
        long first = runningJob().id();
        runtime.ask(control.besideWhatRuns().createDeployment(runtime.spec(GREEN), InitialTraffic.NONE));

        assertThat(runtime.ask(control.cancel(first))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void traffic_mirror_keys_and_other_endpoints_are_not_held_up() throws Exception {
        runtime.ask(control.scale(BLUE, 3));

        assertThat(runtime.ask(control.applyTraffic(DIABETES, TrafficSplit.allTo(BLUE.deployment()))))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(runtime.ask(control.applyMirror(DIABETES, new Mirror.Off()))).isInstanceOf(Outcome.Applied.class);
        assertThat(runtime.ask(control.regenerateKey(DIABETES, KeyType.PRIMARY)))
                .isInstanceOf(Outcome.Applied.class);
        var other = new EndpointName("other");
        assertThat(runtime.ask(control.createEndpoint(EndpointSpec.managed(other, AuthMode.KEY))))
                .isInstanceOf(Outcome.Applied.class);
        runtime.create(new DeploymentId(other, BLUE.deployment()), InitialTraffic.NONE);
    }

    @Test
    void whoever_insists_ends_the_first_and_the_journal_says_which() throws Exception {
        runtime.ask(control.redeploy(BLUE));
        long first = runningJob().id();

        assertThat(runtime.ask(control.insteadOfWhatRuns().redeploy(BLUE))).isInstanceOf(Outcome.Applied.class);

        assertThat(job(first).result()).isInstanceOf(Job.Result.Failed.class);
        await().untilAsserted(() -> assertThat(journal)
                .last()
                .returns(Verdict.APPLIED, Activity::verdict)
                .extracting(Activity::why)
                .asString()
                .contains("although update deployment diabetes/blue is under way (job " + first));
    }

    @Test
    void what_is_being_created_can_be_deleted_by_insisting_but_not_scaled() throws Exception {
        runtime.create(GREEN, InitialTraffic.NONE);

        var notYet = ((Outcome.Refused) runtime.ask(control.insteadOfWhatRuns().scale(GREEN, 2))).problems();
        assertThat(notYet).extracting(Problem::code).containsExactly(Code.BUSY);
        assertThat(notYet)
                .extracting(Problem::message)
                .containsExactly("create deployment diabetes/green is under way");
        assertThat(refused(control.deleteDeployment(GREEN))).contains("create deployment diabetes/green");
        assertThat(runtime.ask(control.insteadOfWhatRuns().deleteDeployment(GREEN)))
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void creating_what_is_being_created_is_refused_by_the_name_of_that_rather_than_as_there_already() throws Exception {
        runtime.create(GREEN, InitialTraffic.NONE);

        var again = runtime.ask(control.createDeployment(runtime.spec(GREEN), InitialTraffic.NONE));

        assertThat(((Outcome.Refused) again).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.BUSY);
            assertThat(problem.message())
                    .isEqualTo("create deployment diabetes/green is under way (job "
                            + runningJob().id() + ")");
        });
    }

    @Test
    void an_endpoint_is_deleted_while_its_deployment_still_is() throws Exception {
        engine.hold(Call.STOP);
        runtime.ask(control.deleteDeployment(BLUE));
        assertThat(runningJob().kind()).isEqualTo(Job.Kind.DELETE);

        assertThat(runtime.ask(control.deleteEndpoint(DIABETES))).isInstanceOf(Outcome.Applied.class);
        engine.release(Call.STOP);
    }

    @Test
    void scaling_that_cannot_start_its_instances_ends_as_failed_and_holds_nothing_up_any_more() throws Exception {
        engine.whenStarted(instance -> instance.end(137, "killed"));

        runtime.ask(control.scale(BLUE, 2));

        await().until(() -> newestJob().result() instanceof Job.Result.Failed);
        await().untilAsserted(() -> assertThat(journal)
                .anySatisfy(entry -> assertThat(entry.verdict()).isEqualTo(Verdict.FAILED)));
        assertThat(runtime.ask(control.scale(BLUE, 1))).isInstanceOf(Outcome.Applied.class);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    private String scaling() {
        return "scale deployment diabetes/blue is under way (job "
                + runningJob().id() + ")";
    }

    private Job runningJob() {
        return runtime.fleet().jobs().stream()
                .filter(Job::isRunning)
                .findFirst()
                .orElseThrow();
    }

    private Job newestJob() {
        return runtime.fleet().jobs().get(0);
    }

    private Job job(long id) {
        return runtime.fleet().jobs().stream()
                .filter(job -> job.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private String refused(CompletionStage<Outcome> command) throws Exception {
        return refusedWith(Code.UNDER_WAY, command);
    }

    private String besideRefused(CompletionStage<Outcome> command) throws Exception {
        return refusedWith(Code.ENDPOINT_BUSY, command);
    }

    /** The message of the one problem, which a user may insist on. */
    private String refusedWith(Code code, CompletionStage<Outcome> command) throws Exception {
        var problems = ((Outcome.Refused) runtime.ask(command)).problems();
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        return problems.get(0).message();
    }
}
