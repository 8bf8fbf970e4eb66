package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.console.TestBench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Invocation.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvokeViewModelTest {

    private final TestBench desk = new TestBench();
    private final InvokeViewModel model =
            new InvokeViewModel(desk.control, Runnable::run, desk.bench.clock(), desk.bench.clipboard());
    private final PageFleet both = PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10);

    @BeforeEach
    void the_endpoint_is_chosen() {
        model.open(DIABETES, Optional.empty(), both.fleet());
    }

    @Test
    void a_request_goes_by_the_traffic_rules_unless_a_deployment_is_named() {
        desk.control.answers.add(PageAnswers.predictions("blue", 8));
        model.send();
        assertThat(desk.control.invocations.get(0).target()).isEqualTo(new Target.ByTraffic());
        assertThat(model.shownProperty().get().answer().answeredBy()).isEqualTo("blue");

        model.open(DIABETES, Optional.of(GREEN), both.fleet());
        model.send();
        assertThat(desk.control.invocations.get(1).target()).isEqualTo(new Target.Pinned(GREEN));
    }

    @Test
    void a_deployment_that_is_gone_is_no_target_any_more() {
        model.setTarget(new Target.Pinned(GREEN));

        model.show(PageFleet.of(BLUE).share(BLUE, 100).fleet());

        assertThat(model.targetProperty().get()).isEqualTo(new Target.ByTraffic());
        assertThat(model.targetsProperty().get()).containsExactly(new Target.ByTraffic(), new Target.Pinned(BLUE));
    }

    @Test
    void while_one_request_is_on_its_way_another_waits() {
        model.send();
        model.send();

        assertThat(desk.control.invocations).hasSize(1);
        assertThat(model.sendingProperty().get()).isTrue();
    }

    @Test
    void the_last_fifty_answers_are_kept_newest_first() {
        for (int i = 0; i < 60; i++) {
            desk.control.answers.add(PageAnswers.predictions("blue", i));
            model.send();
        }

        assertThat(model.history()).hasSize(50);
        assertThat(model.history().get(0).answer().latency()).hasMillis(59);
    }

    @Test
    void an_earlier_answer_comes_back_with_its_request() {
        model.bodyProperty().set("first");
        model.setTarget(new Target.Pinned(GREEN));
        desk.control.answers.add(PageAnswers.modelError("green"));
        model.send();
        model.bodyProperty().set("second");
        model.setTarget(new Target.ByTraffic());

        model.restore(model.history().get(0));

        assertThat(model.bodyProperty().get()).isEqualTo("first");
        assertThat(model.targetProperty().get()).isEqualTo(new Target.Pinned(GREEN));
        assertThat(model.shownProperty().get().answer().status()).isEqualTo(424);
    }

    @Test
    void a_runtime_that_does_not_answer_is_named_and_the_user_may_try_again() {
        desk.control.answer = CompletableFuture.failedFuture(new IOException("connection refused"));

        model.send();

        assertThat(model.problemProperty().get()).contains("did not answer").contains("connection refused");
        assertThat(model.sendingProperty().get()).isFalse();
    }

    @Test
    void a_burst_sends_one_after_the_other_and_counts_who_answers() {
        for (int i = 0; i < 19; i++) {
            desk.control.answers.add(PageAnswers.predictions(i % 10 == 3 ? "green" : "blue", 5));
        }
        desk.control.answers.add(PageAnswers.modelError("blue"));

        model.sendMany(20);

        var tally = model.burst().tallyProperty().get();
        assertThat(tally.answeredBy()).containsEntry("blue", 18).containsEntry("green", 2);
        assertThat(tally.failed()).isEqualTo(1);
        assertThat(tally.share("green")).isEqualTo(10);
        assertThat(model.burst().runningProperty().get()).isFalse();
    }

    @Test
    void a_stopped_burst_sends_no_more_and_counts_no_late_answer() {
        model.sendMany(20);
        model.burst().stop();

        desk.control.answer.complete(PageAnswers.predictions("blue", 5));

        assertThat(desk.control.invocations).hasSize(1);
        assertThat(model.burst().tallyProperty().get().sent()).isZero();
    }

    @Test
    void when_the_endpoint_is_deleted_its_burst_ends_with_it() {
        model.sendMany(20);

        model.show(new Fleet(2, both.fleet().runtime(), List.of(), List.of()));
        desk.control.answer.complete(PageAnswers.predictions("blue", 5));

        assertThat(model.burst().runningProperty().get()).isFalse();
        assertThat(model.burst().tallyProperty().get()).isEqualTo(BurstTally.NONE);
    }

    @Test
    void a_burst_has_a_thousand_requests_at_most() {
        model.sendMany(5_000);

        assertThat(model.burst().tallyProperty().get().wanted()).isEqualTo(1_000);
        model.burst().stop();
    }

    @Test
    void requests_without_an_answer_count_as_failed() {
        desk.control.answer = CompletableFuture.failedFuture(new IOException("connection refused"));

        model.sendMany(3);

        assertThat(model.burst().tallyProperty().get().failed()).isEqualTo(3);
        assertThat(model.burst().problemProperty().get()).contains("connection refused");
    }

    @Test
    void the_shell_line_hides_the_key_on_screen_and_has_it_on_the_clipboard() {
        model.setTarget(new Target.Pinned(GREEN));
        model.bodyProperty().set("{\"data\": [[1, 2]], \"who\": \"it's me\"}");

        assertThat(model.curlProperty().get())
                .contains("'azureml-model-deployment: green'")
                .contains("••••••••")
                .contains("it'\\''s me")
                .doesNotContain("primary-key");
        model.copyCurl();
        assertThat(desk.copied).singleElement().asString().contains("Authorization: Bearer primary-key");
    }

    @Test
    void a_file_becomes_the_body_unless_it_is_too_large_or_not_text(@TempDir Path folder) throws IOException {
        var good = Files.writeString(folder.resolve("request.json"), "{\"data\": []}");
        model.loadBody(good);
        assertThat(model.bodyProperty().get()).isEqualTo("{\"data\": []}");

        model.loadBody(Files.write(folder.resolve("large.bin"), new byte[5_000_001]));
        assertThat(model.problemProperty().get()).contains("larger than 5 MB");

        model.loadBody(Files.write(folder.resolve("image.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xff}));
        assertThat(model.problemProperty().get()).contains("cannot be read as text");

        model.loadBody(folder.resolve("missing.json"));
        assertThat(model.problemProperty().get()).contains("missing.json");
        assertThat(model.bodyProperty().get()).isEqualTo("{\"data\": []}");
    }

    @Test
    void an_answer_is_laid_out_and_its_status_has_a_name_and_a_tone() {
        var good = new AnswerText(PageAnswers.predictions("blue", 12));
        assertThat(good.status()).isEqualTo("200 OK");
        assertThat(good.tone()).isEqualTo(AnswerText.Tone.GOOD);
        assertThat(good.latency()).isEqualTo("12.0 ms");
        assertThat(good.body()).contains("\n  \"predictions\": [206.3, 68.1, 176.9],");
        assertThat(good.headers()).startsWith("azureml-model-deployment: blue\ncontent-length");

        var bad = new AnswerText(PageAnswers.modelError("green"));
        assertThat(bad.status()).isEqualTo("424 Failed Dependency");
        assertThat(bad.tone()).isEqualTo(AnswerText.Tone.SERVER);
        assertThat(bad.body()).startsWith("Traceback (most recent call last):\n  File");
    }
}
