package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.console.TestBench;
import dev.sluice.console.invoke.ShadowWatch.Finding;
import dev.sluice.console.support.Notice;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvokeViewModelTest {

    private final TestBench desk = new TestBench();
    private final HandClock clock = new HandClock();
    private final RequestBook book = RequestBook.forNow(Runnable::run, desk.notices);
    private final InvokeViewModel model =
            new InvokeViewModel(desk.bench, new InvokeTools(book, Runnable::run, clock, clock));
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
        assertThat(model.answerableProperty().get()).isFalse();
        assertThat(model.silenceProperty().get()).isEqualTo(Silence.NOBODY);
        var jumped = new AtomicBoolean();
        desk.bench.jumps().onFirstDeployment(() -> jumped.set(true));
        model.createDeployment();
        assertThat(jumped).isTrue();
        assertThat(Silence.NOBODY.text()).contains("Create a deployment first");
        model.show(both.fleet());
        assertThat(model.answerableProperty().get()).isTrue();
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
    void an_earlier_answer_comes_back_with_its_request() {
        model.request().textProperty().set("first");
        model.target().choose(new Target.Pinned(GREEN));
        desk.control.answers.add(PageAnswers.modelError("green"));
        model.send();
        model.request().textProperty().set("second");
        model.target().choose(new Target.ByTraffic());

        model.history().restore(book.history().get(0));

        assertThat(model.request().textProperty().get()).isEqualTo("first");
        assertThat(model.target().chosenProperty().get()).isEqualTo(new Target.Pinned(GREEN));
        assertThat(model.answer().shown().orElseThrow().answer().status()).isEqualTo(424);
    }

    @Test
    void a_half_written_request_that_an_earlier_one_replaces_comes_back_whole() {
        desk.control.answers.add(PageAnswers.predictions("blue", 8));
        model.send();
        var request = model.request();
        request.methodProperty().set("PUT");
        request.pathProperty().set("half");
        request.contentTypeProperty().set("text/csv");
        request.textProperty().set("a,");
        request.fields().add(new FieldRow("X-Mi", ""));
        model.target().choose(new Target.Pinned(GREEN));
        var written = request.written();

        model.history().restore(book.history().get(0));
        assertThat(request.pathProperty().get()).isEqualTo("/score");
        assertThat(desk.notices.notices()).singleElement().isInstanceOfSatisfying(Notice.Reversible.class, notice -> {
            assertThat(notice.verb()).isEqualTo("Undo");
            notice.action().run();
        });

        assertThat(request.written()).isEqualTo(written);
        assertThat(model.target().chosen()).isEqualTo(new Target.Pinned(GREEN));
    }

    @Test
    void nothing_is_said_of_a_request_that_was_sent_or_saved_or_never_touched() {
        desk.control.answers.add(PageAnswers.predictions("blue", 8));
        desk.control.answers.add(PageAnswers.predictions("blue", 8));
        model.request().textProperty().set("sent");
        model.send();
        model.request().textProperty().set("saved");
        model.keepAs("mine");

        model.history().restore(book.history().get(0));
        model.history().use(book.saved().get(0).draft());

        assertThat(desk.notices.notices()).isEmpty();
        var fresh = new InvokeViewModel(desk.bench, new InvokeTools(book, Runnable::run, clock, clock));
        fresh.open(DIABETES, Optional.empty(), both.fleet());
        fresh.history().use(book.saved().get(0).draft());
        assertThat(desk.notices.notices()).isEmpty();
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
    void a_saved_request_is_taken_up_again_even_if_its_deployment_is_gone() {
        model.request().textProperty().set("mine");
        model.target().choose(new Target.Pinned(GREEN));
        model.keepAs("  my request ");
        model.show(PageFleet.of(BLUE).share(BLUE, 100).fleet());
        model.request().textProperty().set("other");

        var kept = book.saved().get(0);
        model.history().use(kept.draft());

        assertThat(kept.name()).isEqualTo("my request");
        assertThat(model.request().textProperty().get()).isEqualTo("mine");
        assertThat(model.target().chosenProperty().get()).isEqualTo(new Target.ByTraffic());
    }

    @Test
    void answers_are_forgotten_only_if_the_user_means_it() {
        desk.control.answers.add(PageAnswers.predictions("blue", 8));
        model.send();

        model.history().forget(List.copyOf(book.history()));
        assertThat(desk.questions.openProperty().get().orElseThrow().verb()).isEqualTo("Forget 1 answers");
        assertThat(book.history()).hasSize(1);

        desk.questions.answer(true);
        assertThat(book.history()).isEmpty();
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
        assertThat(model.mirroredProperty().get()).as("no mirror yet").isFalse();
        model.open(
                DIABETES,
                Optional.empty(),
                PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10).fleet());
        assertThat(model.mirroredProperty().get()).isTrue();
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

    @Test
    void a_text_file_becomes_the_body_and_any_other_is_sent_as_it_is(@TempDir Path folder) throws IOException {
        model.loadBody(Files.writeString(folder.resolve("request.csv"), "a,b"));
        assertThat(model.request().textProperty().get()).isEqualTo("a,b");
        assertThat(model.request().contentTypeProperty().get()).isEqualTo("text/csv");

        var picture = Files.write(folder.resolve("image.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xff});
        model.loadBody(picture);
        model.send();
        assertThat(desk.control.invocations.get(0).body()).isEqualTo(new Body.File(picture, 3));

        assertThat(model.request().contentTypeProperty().get()).isEqualTo("image/png");
        model.loadBody(Files.write(folder.resolve("weights"), new byte[] {(byte) 0xff}));
        assertThat(model.request().contentTypeProperty().get()).isEqualTo("application/octet-stream");
        model.loadBody(picture);

        model.loadBody(folder.resolve("missing.json"));
        assertThat(model.problemProperty().get()).contains("missing.json is no file");
        assertThat(model.request().fileProperty().get())
                .as("what was there stays")
                .isPresent();

        model.request().dropFile();
        assertThat(model.request().fileProperty().get()).isEmpty();
        assertThat(model.request().contentTypeProperty().get())
                .as("that of the text that is there again")
                .isEqualTo("text/csv");
    }

    @Test
    void a_text_of_no_known_type_is_not_sent_under_that_of_the_file_before_it(@TempDir Path folder) throws IOException {
        model.loadBody(picture(folder));

        model.loadBody(Files.writeString(folder.resolve("notes.md"), "# Notes"));

        assertThat(model.request().fileProperty().get()).isEmpty();
        assertThat(model.request().contentTypeProperty().get()).isEqualTo("application/json");
    }

    @Test
    void a_text_that_is_sent_again_after_a_file_of_the_history_has_its_own_type(@TempDir Path folder)
            throws IOException {
        desk.control.answers.add(PageAnswers.predictions("blue", 8));
        model.loadBody(picture(folder));
        model.send();
        var request = model.request();
        request.dropFile();

        model.history().use(book.history().get(0).draft());
        assertThat(request.contentTypeProperty().get()).isEqualTo("image/png");
        var withFile = request.written();
        request.dropFile();
        assertThat(request.contentTypeProperty().get()).isEqualTo("application/json");

        request.putBack(withFile);
        assertThat(request.contentTypeProperty().get()).isEqualTo("image/png");
        request.dropFile();
        assertThat(request.contentTypeProperty().get()).isEqualTo("application/json");
    }

    @Test
    void a_type_that_the_user_chose_stays_when_a_file_says_none_of_its_own(@TempDir Path folder) throws IOException {
        var type = model.request().contentTypeProperty();
        var unknown = Files.write(folder.resolve("data.pb"), new byte[] {(byte) 0xff});
        type.set("application/x-protobuf");

        model.loadBody(unknown);
        assertThat(type.get()).isEqualTo("application/x-protobuf");

        model.loadBody(picture(folder));
        assertThat(type.get()).isEqualTo("image/png");
        model.loadBody(unknown);
        assertThat(type.get()).isEqualTo("application/octet-stream");
    }

    private static Path picture(Path folder) throws IOException {
        return Files.write(folder.resolve("cat.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xff});
    }

    @Test
    void a_long_text_is_sent_from_its_file(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("long.json"), new byte[(1 << 20) + 1]);

        model.loadBody(file);

        assertThat(model.request().fileProperty().get()).contains(new Draft.Content.File(file, (1 << 20) + 1));
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
