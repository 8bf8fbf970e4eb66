package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.console.invoke.ShadowWatch.Finding;
import dev.sluice.console.support.snippets.Language;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Invocation.Body;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Routing;
import dev.sluice.metrics.MirrorLedger;
import dev.sluice.metrics.ShadowAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class InvokeViewModelTest extends InvokeOnDiabetes {

    @Test
    void a_request_goes_by_the_traffic_rules_unless_a_deployment_is_named() {
        desk.control.answers.add(PageAnswers.predictions("blue", 8));
        model.send();
        assertThat(desk.control.invocations.get(0).target()).isEqualTo(new Target.ByTraffic());
        assertThat(model.answer().shown().orElseThrow().answer().answeredBy()).isEqualTo("blue");

        model.open(DIABETES, Optional.of(GREEN), both.fleet());
        model.send();
        assertThat(desk.control.invocations.get(1).target()).isEqualTo(new Target.Pinned(GREEN));
    }

    @Test
    void method_path_headers_and_body_are_sent_as_they_were_written() {
        var request = model.request();
        request.methodProperty().set("PUT");
        request.pathProperty().set("/rows?limit=3");
        request.contentTypeProperty().set("text/csv");
        request.fields().add(new FieldRow("X-Mine", " 1 "));
        request.fields().add(new FieldRow("", ""));
        request.textProperty().set("a,b");

        model.send();

        var sent = desk.control.invocations.get(0);
        assertThat(sent.head().method()).isEqualTo("PUT");
        assertThat(sent.head().path()).isEqualTo("/rows?limit=3");
        assertThat(sent.contentType()).isEqualTo("text/csv");
        assertThat(sent.field("x-mine")).isEqualTo("1");
        assertThat(sent.head().fields()).hasSize(2);
        assertThat(text(sent.body())).isEqualTo("a,b");
    }

    @Test
    void a_get_has_no_body_and_no_content_type() {
        model.request().methodProperty().set("GET");

        model.send();

        assertThat(desk.control.invocations.get(0).body()).isEqualTo(new Body.None());
        assertThat(desk.control.invocations.get(0).contentType()).isEmpty();
    }

    @Test
    void what_cannot_be_sent_is_named_and_not_sent() {
        model.request().pathProperty().set("score");
        model.send();
        assertThat(model.problemProperty().get()).contains("score is no path");

        model.request().pathProperty().set("/score");
        model.request().fields().add(new FieldRow("Host", "x"));
        model.send();
        model.sendMany(new LoadPlan.Times(2));
        model.sendToBoth(BLUE, GREEN);
        assertThat(model.problemProperty().get()).contains("Host is set by the connection itself");

        assertThat(desk.control.invocations).isEmpty();
    }

    @Test
    void json_that_is_none_is_marked_and_can_be_sent_all_the_same() {
        model.request().textProperty().set("{\"data\": oops}");
        assertThat(model.request().marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.line()).isEqualTo(1));

        model.send();
        assertThat(desk.control.invocations).hasSize(1);

        model.request().contentTypeProperty().set("text/plain");
        assertThat(model.request().marks()).isEmpty();
    }

    @Test
    void a_deployment_that_is_gone_is_no_target_any_more() {
        model.target().choose(new Target.Pinned(GREEN));

        model.show(PageFleet.of(BLUE).share(BLUE, 100).fleet());

        assertThat(model.target().chosenProperty().get()).isEqualTo(new Target.ByTraffic());
        assertThat(model.target().offeredProperty().get())
                .containsExactly(new Target.ByTraffic(), new Target.Pinned(BLUE));
    }

    @Test
    void without_a_deployment_nothing_is_sent_and_it_is_said_what_is_missing() {
        model.open(DIABETES, Optional.empty(), PageFleet.of().fleet());

        model.send();
        model.sendMany(new LoadPlan.Times(20));

        assertThat(desk.control.invocations).isEmpty();
        assertThat(model.endpoint().answerableProperty().get()).isFalse();
        assertThat(model.silenceProperty().get()).isEqualTo(Silence.NOBODY);
        var jumped = new AtomicBoolean();
        desk.bench.jumps().onFirstDeployment(() -> jumped.set(true));
        model.createDeployment();
        assertThat(jumped).isTrue();
        assertThat(Silence.NOBODY.text()).contains("Create a deployment first");
        model.show(both.fleet());
        assertThat(model.endpoint().answerableProperty().get()).isTrue();
        assertThat(model.silenceProperty().get()).isEqualTo(Silence.NOTHING_SENT);
    }

    @Test
    void beside_an_earlier_answer_it_is_said_too_that_there_is_nobody_to_answer_now() {
        assertThat(model.silentProperty().get()).isTrue();
        desk.control.answers.add(PageAnswers.predictions("blue", 8));
        model.send();
        assertThat(model.silentProperty().get()).isFalse();

        model.show(PageFleet.of().fleet());

        assertThat(model.answer().shown()).isPresent();
        assertThat(model.silentProperty().get()).isTrue();
        assertThat(model.silenceProperty().get()).isEqualTo(Silence.NOBODY);
        model.show(both.fleet());
        assertThat(model.silentProperty().get()).isFalse();
    }

    @Test
    void while_a_request_is_on_its_way_that_is_said_in_place_of_its_answer() {
        desk.control.answer = new CompletableFuture<>();
        model.send();
        assertThat(model.silenceProperty().get()).isEqualTo(Silence.WAITING);

        model.stopWaiting();

        assertThat(model.silenceProperty().get()).isEqualTo(Silence.NOTHING_SENT);
    }

    @Test
    void while_one_request_is_on_its_way_another_waits_unless_the_user_gives_it_up() {
        model.send();
        model.send();
        assertThat(desk.control.invocations).hasSize(1);
        assertThat(model.answer().sendingProperty().get()).isTrue();

        model.stopWaiting();
        desk.control.answer.complete(PageAnswers.predictions("blue", 8));

        assertThat(model.answer().sendingProperty().get()).isFalse();
        assertThat(model.answer().shown()).isEmpty();
        model.send();
        assertThat(desk.control.invocations).hasSize(2);
    }

    @Test
    void who_is_asked_stays_as_the_user_wants_it_until_something_else_is_chosen_in_the_tree() {
        model.open(DIABETES, Optional.of(GREEN), both.fleet());
        model.target().choose(new Target.ByTraffic());

        model.open(DIABETES, Optional.of(GREEN), both.fleet());
        assertThat(model.target().chosen()).isEqualTo(new Target.ByTraffic());

        model.open(DIABETES, Optional.of(BLUE), both.fleet());
        assertThat(model.target().chosen()).isEqualTo(new Target.Pinned(BLUE));
        model.open(DIABETES, Optional.of(GREEN), both.fleet());
        assertThat(model.target().chosen()).isEqualTo(new Target.Pinned(GREEN));
    }

    @Test
    void a_runtime_that_does_not_answer_is_named_and_the_user_may_try_again() {
        desk.control.answer = CompletableFuture.failedFuture(new IOException("connection refused"));

        model.send();

        assertThat(model.problemProperty().get()).contains("did not answer").contains("connection refused");
        assertThat(model.answer().sendingProperty().get()).isFalse();
    }

    @Test
    void when_the_endpoint_is_deleted_its_run_ends_with_it() {
        model.sendMany(new LoadPlan.Times(20));
        assertThat(desk.bench.errands().underway()).hasSize(1);

        model.show(new Fleet(2, both.fleet().runtime(), List.of(), List.of()));
        desk.control.answer.complete(PageAnswers.predictions("blue", 5));

        assertThat(model.load().runningProperty().get()).isFalse();
        assertThat(model.load().tallyProperty().get()).isEqualTo(LoadTally.NONE);
        assertThat(desk.bench.errands().underway()).isEmpty();
    }

    @Test
    void a_run_goes_on_while_another_endpoint_is_looked_at_and_is_there_afterwards() {
        var other = new EndpointName("other");
        var two = withEmpty(other);
        model.sendMany(new LoadPlan.Rate(10, 5));

        model.open(other, Optional.empty(), two);
        assertThat(model.load().runningProperty().get()).isFalse();
        assertThat(model.load().tallyProperty().get()).isEqualTo(LoadTally.NONE);
        clock.pass(Duration.ofSeconds(2));

        model.open(DIABETES, Optional.empty(), two);
        assertThat(model.load().runningProperty().get()).isTrue();
        assertThat(model.load().tallyProperty().get().sent()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void what_is_answered_after_the_endpoint_was_deleted_is_not_shown() {
        var late = desk.control.answer;
        model.send();
        model.sendToBoth(BLUE, GREEN);

        model.show(new Fleet(2, both.fleet().runtime(), List.of(), List.of()));
        late.complete(PageAnswers.predictions("blue", 5));

        assertThat(model.answer().shown()).isEmpty();
        assertThat(model.compare().shownProperty().get()).isEmpty();
        assertThat(model.compare().busyProperty().get()).isFalse();
        assertThat(model.answer().sendingProperty().get()).isFalse();
    }

    @Test
    void a_request_that_the_mirror_may_copy_is_followed_to_its_shadow() {
        assertThat(model.endpoint().mirroredProperty().get())
                .as("no mirror yet")
                .isFalse();
        model.open(
                DIABETES,
                Optional.empty(),
                PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10).fleet());
        assertThat(model.endpoint().mirroredProperty().get()).isTrue();
        var answer = PageAnswers.predictions("blue", 8);
        desk.control.shadowAnswers.put(answer.requestId(), new ShadowAnswer.Awaited(GREEN));
        desk.control.answers.add(answer);
        model.send();
        assertThat(model.answer().shadow().findingProperty().get()).isInstanceOf(Finding.Found.class);

        model.target().choose(new Target.Pinned(BLUE));
        desk.control.answers.add(answer);
        model.send();
        assertThat(model.answer().shadow().findingProperty().get()).isEqualTo(new Finding.Nothing());
    }

    @Test
    void an_answer_leads_to_its_lines_in_the_log_of_who_gave_it() {
        var gone = new ArrayList<String>();
        desk.bench.jumps().onPage(gone::add);
        desk.bench.jumps().onLogs((deployment, words) -> gone.add(deployment + " " + words));
        desk.control.answers.add(PageAnswers.predictions("blue", 8));
        model.send();

        model.answer().openLog();

        assertThat(gone).containsExactly("logs", "diabetes/blue 7b0f3f6e-5b1f-4a0e-9c6b-2a52c1f0d9aa");
    }

    @Test
    void the_request_is_written_down_in_a_language_without_its_key() {
        model.target().choose(new Target.Pinned(GREEN));
        model.request().textProperty().set("{\"who\": \"it's me\"}");
        model.request().fields().add(new FieldRow("Authorization", "Bearer my-own"));
        model.request().fields().add(new FieldRow("X-Mine", "1"));

        assertThat(model.snippet().shownProperty().get())
                .contains("/endpoints/diabetes/score", "green", "SLUICE_KEY", "X-Mine")
                .doesNotContain("primary-key", "my-own");
        for (var language : Language.values()) {
            model.snippet().languageProperty().set(language);
            model.copySnippet();
        }
        assertThat(desk.copied).hasSize(Language.values().length).allMatch(text -> !text.contains("primary-key"));

        model.copyKey();
        assertThat(desk.copied.get(desk.copied.size() - 1)).isEqualTo("primary-key");
    }

    @Test
    void of_a_long_body_the_beginning_is_shown_in_code_and_all_of_it_copied() {
        model.request().textProperty().set("y".repeat(1 << 20));

        assertThat(model.snippet().shownProperty().get()).hasSizeLessThan(10_000);
        model.copySnippet();
        assertThat(desk.copied.get(0)).hasSizeGreaterThan(1 << 20);
    }

    private Fleet withEmpty(EndpointName name) {
        var empty = new EndpointView(
                EndpointSpec.managed(name, AuthMode.KEY),
                Routing.CLOSED,
                "http://127.0.0.1:8410/endpoints/other/score",
                "http://127.0.0.1:8410/endpoints/other/swagger.json",
                MirrorLedger.EMPTY,
                List.of());
        return new Fleet(
                2, both.fleet().runtime(), List.of(both.fleet().endpoints().get(0), empty), List.of());
    }

    private static String text(Body body) {
        return new String(((Body.Bytes) body).bytes(), StandardCharsets.UTF_8);
    }
}
