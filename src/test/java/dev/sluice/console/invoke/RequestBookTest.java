package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.control.Answer;
import dev.sluice.control.Invocation.Field;
import dev.sluice.control.Invocation.Head;
import dev.sluice.control.Invocation.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBookTest {

    @TempDir
    private Path folder;

    private final NoticeBoard notices = new NoticeBoard(Runnable::run);

    @Test
    void answers_and_saved_requests_are_there_again_after_a_restart() {
        var book = open(Runnable::run);
        book.add(exchange("{\"data\": [1]}"));
        book.keep(new SavedRequest("young patient", DIABETES, draft("{}")));

        var later = open(Runnable::run);

        assertThat(later.history()).singleElement().satisfies(kept -> {
            assertThat(kept.at()).isEqualTo(NOON);
            assertThat(kept.draft()).isEqualTo(draft("{\"data\": [1]}"));
            assertThat(kept.answer().status()).isEqualTo(200);
            assertThat(kept.answer().answeredBy()).isEqualTo("blue");
            assertThat(kept.answer().latency()).hasMillis(12);
            assertThat(new AnswerText(kept.answer()).body()).contains("206.3");
        });
        assertThat(later.saved()).containsExactly(new SavedRequest("young patient", DIABETES, draft("{}")));
    }

    @Test
    void keys_are_never_written() throws IOException {
        var secret = new Draft(
                new Target.Pinned(GREEN),
                new Head(
                        "POST",
                        "/score",
                        List.of(
                                new Field("Authorization", "Bearer hidden"),
                                new Field("X-Api-Key", "hidden"),
                                new Field("Cookie", "hidden"),
                                new Field("X-Kept", "seen"))),
                new Draft.Content.Text("{}"));
        var answer = new Answer(
                200, "green", Duration.ofMillis(1), Map.of("set-cookie", List.of("hidden")), "{}".getBytes(UTF_8));
        var book = open(Runnable::run);

        book.add(new Exchange(NOON, DIABETES, secret, answer));
        book.keep(new SavedRequest("with a key", DIABETES, secret));

        for (var file : List.of("history.json", "requests.json")) {
            assertThat(Files.readString(folder.resolve(file))).contains("seen").doesNotContain("hidden");
        }
    }

    @Test
    void bytes_that_are_no_text_come_back_as_they_were() {
        var bytes = new byte[] {(byte) 0x89, 'P', 0, (byte) 0xff};
        var book = open(Runnable::run);
        book.add(new Exchange(NOON, DIABETES, draft("{}"), new Answer(200, "blue", Duration.ZERO, Map.of(), bytes)));

        assertThat(open(Runnable::run).history().get(0).answer().body()).isEqualTo(bytes);
    }

    @Test
    void of_a_long_answer_the_beginning_is_kept_and_its_size() {
        var book = open(Runnable::run);
        book.add(new Exchange(
                NOON, DIABETES, draft("{}"), new Answer(200, "blue", Duration.ZERO, Map.of(), new byte[200_000])));

        var kept = open(Runnable::run).history().get(0).answer();

        assertThat(kept.body()).hasSize(AnswerJson.MOST_OF_BODY);
        assertThat(kept.size()).isEqualTo(200_000);
        assertThat(kept.isCut()).isTrue();
    }

    @Test
    void a_file_that_cannot_be_read_is_set_aside_and_the_user_is_told() throws IOException {
        Files.writeString(folder.resolve("history.json"), "{\"version\": 1, \"answers\": [{\"at\": \"yester");

        var book = open(Runnable::run);
        book.add(exchange("{}"));

        assertThat(notices.notices())
                .singleElement()
                .asString()
                .contains("history.json", "set aside", "line 1 is no JSON");
        assertThat(open(Runnable::run).history()).hasSize(1);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("history.json.broken-"));
        }
    }

    @Test
    void a_file_that_another_window_has_spoilt_meanwhile_is_set_aside_and_the_user_is_told() throws IOException {
        var book = open(Runnable::run);
        Files.writeString(folder.resolve("history.json"), "{\"version\": 99}");

        book.add(exchange("{}"));

        assertThat(notices.notices()).singleElement().asString().contains("history.json", "set aside");
    }

    @Test
    void there_is_a_bound_to_what_is_kept() throws IOException {
        var book = open(Runnable::run);
        for (int i = 0; i < 12; i++) {
            book.add(exchange("x".repeat(1 << 20)));
        }
        for (int i = 0; i < RequestBook.MOST_ANSWERS; i++) {
            book.add(exchange("{}"));
        }

        assertThat(book.history()).hasSize(RequestBook.MOST_ANSWERS);
        assertThat(Files.size(folder.resolve("history.json"))).isLessThan(4L * BookJson.MOST_LETTERS);
    }

    @Test
    void what_is_added_before_the_files_were_read_does_not_cost_what_is_in_them() {
        open(Runnable::run).add(exchange("first"));
        Queue<Runnable> disk = new ArrayDeque<>();
        var book = open(disk::add);

        book.add(exchange("second"));
        while (!disk.isEmpty()) {
            disk.remove().run();
        }

        assertThat(open(Runnable::run).history())
                .extracting(kept -> kept.draft().content())
                .containsExactly(new Draft.Content.Text("second"), new Draft.Content.Text("first"));
    }

    @Test
    void many_changes_at_once_are_written_once() {
        Queue<Runnable> disk = new ArrayDeque<>();
        var book = open(disk::add);
        disk.remove().run();

        for (int i = 0; i < 10; i++) {
            book.add(exchange("{}"));
        }

        assertThat(disk).hasSize(1);
    }

    @Test
    void a_saved_request_takes_the_place_of_one_with_its_name() {
        var book = open(Runnable::run);
        book.keep(new SavedRequest("mine", DIABETES, draft("1")));
        book.keep(new SavedRequest("mine", DIABETES, draft("2")));
        assertThat(book.saved()).containsExactly(new SavedRequest("mine", DIABETES, draft("2")));

        book.forget(book.saved().get(0));
        assertThat(open(Runnable::run).saved()).isEmpty();
    }

    @Test
    void two_windows_on_one_folder_lose_nothing_of_each_other() {
        open(Runnable::run).keep(new SavedRequest("old", DIABETES, draft("1")));
        var one = open(Runnable::run);
        var other = open(Runnable::run);

        one.add(exchangeAt(1, "of one"));
        other.add(exchangeAt(2, "of the other"));
        one.add(exchangeAt(3, "of one again"));
        one.keep(new SavedRequest("mine", DIABETES, draft("2")));
        other.keep(new SavedRequest("theirs", DIABETES, draft("3")));

        var later = open(Runnable::run);
        assertThat(later.history())
                .extracting(kept -> kept.draft().content())
                .containsExactly(text("of one again"), text("of the other"), text("of one"));
        assertThat(later.saved()).extracting(SavedRequest::name).containsExactlyInAnyOrder("old", "mine", "theirs");
    }

    @Test
    void what_one_window_has_removed_or_changed_the_other_does_not_bring_back() {
        var first = open(Runnable::run);
        first.add(exchangeAt(1, "forgotten"));
        first.keep(new SavedRequest("removed", DIABETES, draft("1")));
        first.keep(new SavedRequest("changed", DIABETES, draft("1")));
        var one = open(Runnable::run);
        var other = open(Runnable::run);

        one.forgetAnswers(one.history());
        one.forget(new SavedRequest("removed", DIABETES, draft("1")));
        one.keep(new SavedRequest("changed", DIABETES, draft("2")));
        other.add(exchangeAt(2, "new"));
        other.keep(new SavedRequest("new", DIABETES, draft("3")));

        var later = open(Runnable::run);
        assertThat(later.history()).extracting(kept -> kept.draft().content()).containsExactly(text("new"));
        assertThat(later.saved())
                .containsExactlyInAnyOrder(
                        new SavedRequest("new", DIABETES, draft("3")),
                        new SavedRequest("changed", DIABETES, draft("2")));
    }

    @Test
    void what_one_window_has_removed_is_gone_although_the_other_has_changed_something_else() {
        open(Runnable::run).keep(new SavedRequest("old", DIABETES, draft("1")));
        var one = open(Runnable::run);
        open(Runnable::run).keep(new SavedRequest("theirs", DIABETES, draft("2")));

        one.forget(one.saved().get(0));

        assertThat(open(Runnable::run).saved()).extracting(SavedRequest::name).containsExactly("theirs");
    }

    @Test
    void a_file_that_somebody_has_removed_takes_nothing_with_it() throws IOException {
        var book = open(Runnable::run);
        book.add(exchangeAt(1, "before"));
        Files.delete(folder.resolve("history.json"));

        book.add(exchangeAt(2, "after"));

        assertThat(open(Runnable::run).history()).hasSize(2);
    }

    private RequestBook open(Executor disk) {
        return RequestBook.in(folder, Clock.fixed(NOON, ZoneOffset.UTC), disk, Runnable::run, notices);
    }

    private static Exchange exchange(String body) {
        return new Exchange(NOON, DIABETES, draft(body), PageAnswers.predictions("blue", 12));
    }

    private static Exchange exchangeAt(int second, String body) {
        return new Exchange(NOON.plusSeconds(second), DIABETES, draft(body), PageAnswers.predictions("blue", 12));
    }

    private static Draft.Content text(String body) {
        return new Draft.Content.Text(body);
    }

    private static Draft draft(String body) {
        return new Draft(
                new Target.Pinned(GREEN),
                new Head("POST", "/score", List.of(new Field("Content-Type", "application/json"))),
                new Draft.Content.Text(body));
    }
}
