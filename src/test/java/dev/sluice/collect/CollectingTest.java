package dev.sluice.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.CollectedData;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DataCollection.Rolling;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.HandClock;
import dev.sluice.metrics.CollectionMeter;
import dev.sluice.router.Collector;
import dev.sluice.router.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectingTest {

    private static final DeploymentId BLUE = new DeploymentId(new EndpointName("iris"), new DeploymentName("blue"));
    private static final Limits SMALL = new Limits(1 << 20, 3_000, 1_000);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-26T05:08:30Z"));
    private final CollectionMeter meter = new CollectionMeter();
    private int ids;

    @Test
    void a_request_and_its_answer_are_a_line_each_in_the_clouds_form() throws IOException {
        keepOne(collecting(Limits.DEFAULT), passage(json("{\"data\":\n [1]}"), json("[0.5]"), Map.of("x-team", "a")));

        assertThat(linesOf("request"))
                .containsExactly("{\"specversion\":\"1.0\",\"id\":\"id2\","
                        + "\"source\":\"/onlineEndpoints/iris/deployments/blue\",\"type\":\"azureml.inference.request\","
                        + "\"datacontenttype\":\"application/json\",\"time\":\"2026-11-26T05:08:30Z\","
                        + "\"data\":{\"data\":  [1]},\"path\":\"/score\",\"method\":\"POST\","
                        + "\"contentrange\":\"bytes 0-13/14\",\"correlationid\":\"mine\",\"xrequestid\":\"r1\","
                        + "\"agent\":\"sluice/1\",\"requestheaders\":{\"x-team\":\"a\"}}");
        assertThat(linesOf("response"))
                .singleElement()
                .asString()
                .contains(
                        "\"type\":\"azureml.inference.response\"", "\"data\":[0.5]", "\"contentrange\":\"bytes 0-4/5\"")
                .doesNotContain("\"path\"");
    }

    @Test
    void numbers_are_kept_digit_for_digit() throws IOException {
        keepOne(collecting(Limits.DEFAULT), passage(json("[1.10, 12345678901234567890.125e-7]"), text("")));
        assertThat(linesOf("request")).singleElement().asString().contains("[1.10, 12345678901234567890.125e-7]");
    }

    @Test
    void what_is_not_json_is_kept_as_a_text_whatever_it_was_called() throws IOException {
        keepOne(collecting(Limits.DEFAULT), passage(json("{\"data\": [1"), text("a \"b\"\nc")));
        assertThat(linesOf("request")).singleElement().asString().contains("\"data\":\"{\\\"data\\\": [1\"");
        assertThat(linesOf("response")).singleElement().asString().contains("\"data\":\"a \\\"b\\\"\\nc\"");
    }

    @Test
    void what_is_no_text_is_put_beside_and_pointed_to() throws IOException {
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', 0};
        keepOne(collecting(Limits.DEFAULT), passage(new Passage.Body("image/png", image, 5, true), text("")));
        var beside = folderOf("request").resolve("2026/11/26/05/id2");
        assertThat(beside).hasBinaryContent(image);
        assertThat(linesOf("request"))
                .singleElement()
                .asString()
                .contains("\"data\":\"" + beside.toUri() + "\",\"datainblob\":\"true\"");
    }

    @Test
    void a_record_of_a_body_that_was_cut_says_so_even_when_the_cut_goes_through_a_character() throws IOException {
        byte[] half = {'a', (byte) 0xC3};
        keepOne(collecting(Limits.DEFAULT), passage(new Passage.Body("text/plain", half, 300, true), text("")));
        assertThat(linesOf("request"))
                .singleElement()
                .asString()
                .contains("\"data\":\"a\"", "\"contentrange\":\"bytes 0-1/300\"", "\"truncated\":\"true\"");
    }

    @Test
    void a_record_of_a_body_that_broke_off_does_not_know_its_length() throws IOException {
        keepOne(
                collecting(Limits.DEFAULT),
                passage(new Passage.Body("text/plain", "ab".getBytes(UTF_8), 2, false), text("")));
        assertThat(linesOf("request")).singleElement().asString().contains("\"contentrange\":\"bytes 0-1/*\"");
        assertThat(linesOf("response")).singleElement().asString().contains("\"contentrange\":\"bytes */0\"");
    }

    @ParameterizedTest
    @CsvSource({
        "MINUTE, 2026/11/26/05/08, 2026/11/26/05/09",
        "HOUR, 2026/11/26/05, 2026/11/26/06",
        "DAY, 2026/11/26, 2026/11/27",
        "MONTH, 2026/11, 2026/12",
        "YEAR, 2026, 2027"
    })
    void a_new_file_is_begun_with_each_span_of_the_rolling_rate(Rolling rolling, String first, String second)
            throws IOException {
        var collector = collecting(Limits.DEFAULT).collector(BLUE, wanted(1, rolling), meter);
        keep(collector, passage(text("x"), text("y")));
        clock.forward(
                switch (rolling) {
                    case MINUTE -> Duration.ofMinutes(1);
                    case HOUR -> Duration.ofHours(1);
                    case DAY -> Duration.ofDays(1);
                    case MONTH -> Duration.ofDays(30);
                    case YEAR -> Duration.ofDays(365);
                });
        keep(collector, passage(text("x"), text("y")));
        assertThat(List.of(first, second))
                .allSatisfy(span -> assertThat(folderOf("request").resolve(span).resolve("id1.jsonl"))
                        .exists());
    }

    @Test
    void a_file_that_has_grown_long_is_followed_by_another_and_beyond_the_cap_the_oldest_go() throws IOException {
        var collecting = collecting(SMALL);
        var collector = collecting.collector(BLUE, wanted(1, Rolling.MINUTE), meter);
        for (int i = 0; i < 12; i++) {
            keep(collector, passage(text("x".repeat(200)), text("y")));
            clock.forward(20);
        }
        assertThat(files("request")).noneMatch(file -> file.toString().contains("/05/08/"));
        assertThat(files("")).allSatisfy(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(SMALL.fileBytes()));
        var state = collecting.state(BLUE, meter);
        assertThat(state.diskBytes()).isEqualTo(sizeOf("")).isLessThanOrEqualTo(SMALL.diskBytes());
        assertThat(state.removedFiles()).isPositive();
        assertThat(state.records()).isEqualTo(24);
    }

    @Test
    void a_second_file_of_the_same_hour_has_a_number() throws IOException {
        var collector = collecting(SMALL).collector(BLUE, wanted(1, Rolling.HOUR), meter);
        IntStream.range(0, 3).forEach(i -> keep(collector, passage(text("x".repeat(50)), text("y"))));
        assertThat(files("request"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("id1-2.jsonl", "id1.jsonl");
    }

    @Test
    void what_an_earlier_run_has_left_counts_and_is_wiped_too() throws Exception {
        keepOne(collecting(Limits.DEFAULT), passage(text("x"), text("y")));
        long before = sizeOf("");
        var next = collecting(Limits.DEFAULT);
        assertThat(next.state(BLUE, meter).diskBytes()).isEqualTo(before);
        assertThat(next.wipe(BLUE).toCompletableFuture().get()).isEqualTo(new CollectedData.Wiped(2, before));
        assertThat(folder.resolve("iris/blue")).doesNotExist();
        assertThat(next.state(BLUE, meter).diskBytes()).isZero();
        keepOne(next, passage(text("x"), text("y")));
        assertThat(linesOf("request")).hasSize(1);
    }

    @Test
    void files_stay_with_a_deleted_deployment_and_go_with_the_endpoint() throws IOException {
        var collecting = collecting(Limits.DEFAULT);
        var collector = collecting.collector(BLUE, wanted(1, Rolling.HOUR), meter);
        keep(collector, passage(text("x"), text("y")));
        assertThat(linesOf("request")).hasSize(1);
        collecting.forget(BLUE.endpoint());
        keep(collector, passage(text("late"), text("y")));
        assertThat(folder.resolve("iris")).doesNotExist();
    }

    @Test
    void of_any_requests_in_a_row_the_sampling_rate_is_kept() {
        var collector = collecting(Limits.DEFAULT).collector(BLUE, wanted(0.3, Rolling.HOUR), meter);
        for (int start = 0; start < 5; start++) {
            assertThat(IntStream.range(0, 10)
                            .filter(i -> collector.samplesNext())
                            .count())
                    .isEqualTo(3);
        }
        assertThat(collecting(Limits.DEFAULT)
                        .collector(BLUE, wanted(0, Rolling.HOUR), meter)
                        .samplesNext())
                .isFalse();
    }

    @Test
    void a_deployment_keeps_its_place_in_the_sampling_until_it_asks_for_something_else() {
        var collecting = collecting(Limits.DEFAULT);
        var half = wanted(0.5, Rolling.HOUR);
        assertThat(collecting.collector(BLUE, half, meter)).isSameAs(collecting.collector(BLUE, half, meter));
        assertThat(collecting.collector(BLUE, wanted(1, Rolling.HOUR), meter))
                .isNotSameAs(collecting.collector(BLUE, half, meter));
    }

    @Test
    void nothing_is_collected_unless_it_was_asked_for() {
        var own = new TreeMap<>(Map.of("model_inputs", new DataCollection.Collection(true, "")));
        var off = new TreeMap<>(Map.of("request", new DataCollection.Collection(false, "")));
        var collecting = collecting(Limits.DEFAULT);
        assertThat(collecting.collector(BLUE, DataCollection.NONE, meter)).isSameAs(Collector.NONE);
        assertThat(collecting.collector(BLUE, new DataCollection(1, Rolling.HOUR, own, List.of()), meter))
                .isSameAs(Collector.NONE);
        assertThat(collecting.collector(BLUE, new DataCollection(1, Rolling.HOUR, off, List.of()), meter))
                .isSameAs(Collector.NONE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_would_wait_in_too_long_a_line_is_lost_and_counted() {
        Queue<Runnable> line = new ArrayDeque<>();
        var collecting = new Collecting(folder, clock, line::add, this::nextId, new Limits(4_000, 3_000, 1_000));
        var collector = collecting.collector(BLUE, wanted(1, Rolling.HOUR), meter);
        for (int i = 0; i < 5; i++) {
            keep(collector, passage(text("x"), text("y")));
        }
        assertThat(collecting.state(BLUE, meter).lost()).isEqualTo(4);
        line.forEach(Runnable::run);
        keep(collector, passage(text("x"), text("y")));
        assertThat(collecting.state(BLUE, meter).lost()).as("with room again").isEqualTo(4);
    }

    @Test
    void a_disk_that_takes_nothing_is_told_until_it_does_again() throws IOException {
        var collecting = collecting(Limits.DEFAULT);
        var collector = collecting.collector(BLUE, wanted(1, Rolling.HOUR), meter);
        Files.createDirectories(folder.resolve("iris"));
        Files.writeString(folder.resolve("iris/blue"), "in the way");
        keep(collector, passage(text("x"), text("y")));
        assertThat(collecting.state(BLUE, meter).trouble()).isNotEmpty();
        assertThat(collecting.state(BLUE, meter).lost()).isEqualTo(2);
        Files.delete(folder.resolve("iris/blue"));
        keep(collector, passage(text("x"), text("y")));
        assertThat(collecting.state(BLUE, meter).trouble()).isEmpty();
        assertThat(linesOf("request")).hasSize(1);
    }

    @Test
    void no_file_may_be_longer_than_all_of_them_together() {
        assertThatThrownBy(() -> new Limits(1, 10, 11)).isInstanceOf(IllegalArgumentException.class);
    }

    private Collecting collecting(Limits limits) {
        ids = 0;
        Executor atOnce = Runnable::run;
        return new Collecting(folder, clock, atOnce, this::nextId, limits);
    }

    private String nextId() {
        ids++;
        return "id" + ids;
    }

    private static DataCollection wanted(double rate, Rolling rolling) {
        var both = new TreeMap<String, DataCollection.Collection>();
        both.put("request", new DataCollection.Collection(true, ""));
        both.put("response", new DataCollection.Collection(true, ""));
        return new DataCollection(rate, rolling, both, List.of());
    }

    private void keepOne(Collecting collecting, Passage passage) {
        keep(collecting.collector(BLUE, wanted(1, Rolling.HOUR), meter), passage);
    }

    private static void keep(Collector collector, Passage passage) {
        collector.take(passage, 0);
    }

    private static Passage passage(Passage.Body request, Passage.Body answer) {
        return passage(request, answer, Map.of());
    }

    private static Passage passage(Passage.Body request, Passage.Body answer, Map<String, String> headers) {
        return new Passage("r1", "mine", "POST", "/score", headers, Optional.of(request), Optional.of(answer));
    }

    private static Passage.Body json(String text) {
        return new Passage.Body("application/json", text.getBytes(UTF_8), text.length(), true);
    }

    private static Passage.Body text(String text) {
        return new Passage.Body("text/plain", text.getBytes(UTF_8), text.length(), true);
    }

    private Path folderOf(String collection) {
        return folder.resolve("iris/blue").resolve(collection);
    }

    private List<Path> files(String collection) throws IOException {
        try (var all = Files.walk(folderOf(collection))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private long sizeOf(String collection) throws IOException {
        return files(collection).stream()
                .mapToLong(file -> {
                    try {
                        return Files.size(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .sum();
    }

    private List<String> linesOf(String collection) throws IOException {
        return files(collection).stream()
                .filter(file -> file.toString().endsWith(".jsonl"))
                .flatMap(file -> {
                    try {
                        return Files.readAllLines(file).stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
