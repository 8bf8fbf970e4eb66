package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.console.support.Notice;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.EndpointName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was sent or saved before is taken up again. */
class HistoryModelTest extends InvokeOnDiabetes {

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
    void a_request_that_another_of_its_name_replaces_can_be_had_back() {
        model.request().textProperty().set("first");
        model.keepAs("mine");
        var first = book.saved().get(0);
        model.keepAs("mine");
        assertThat(desk.notices.notices()).as("it is the same").isEmpty();

        model.request().textProperty().set("second");
        model.keepAs("mine");

        assertThat(desk.notices.notices()).singleElement().isInstanceOfSatisfying(Notice.Reversible.class, notice -> {
            assertThat(notice.title()).contains("mine");
            notice.action().run();
        });
        assertThat(book.saved()).containsExactly(first);
    }

    @Test
    void a_request_of_the_history_is_told_by_its_saved_name_or_what_it_sends() {
        desk.control.answers.add(PageAnswers.predictions("blue", 8));
        model.request().textProperty().set("{\n  \"rows\": [1,   2]\n}");
        model.send();
        var sent = book.history().get(0);
        assertThat(model.history().words(sent).brief()).isEqualTo("{\"rows\": [1, 2]}");

        model.keepAs("two rows");
        assertThat(model.history().words(sent).brief()).isEqualTo("two rows");
        assertThat(model.history().words(sent).whole())
                .isEqualTo("two rows\nPOST /score, By traffic rules\n{\"rows\": [1, 2]}");

        var elsewhere = new Exchange(sent.at(), new EndpointName("churn"), sent.draft(), sent.answer());
        assertThat(model.history().words(elsewhere).brief())
                .as("a name is of one endpoint")
                .isEqualTo("{\"rows\": [1, 2]}");

        var pinned = new Exchange(sent.at(), sent.endpoint(), sent.draft().to(new Target.Pinned(GREEN)), sent.answer());
        assertThat(model.history().words(pinned).isPinned()).isTrue();
        assertThat(model.history().words(sent).isPinned()).isFalse();
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
}
