package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.BLUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.Notice;
import dev.sluice.domain.CollectedData;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DataCollection.Rolling;
import dev.sluice.domain.DeploymentId;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CollectedViewModelTest {

    private static final DeploymentId ID = SampleFleets.spec(BLUE, 1).id();
    private static final CollectedData SOME =
            new CollectedData("/home/me/modelDataCollector/diabetes/blue", 1_572_864, 1_234, 0, 0, "");

    private final TestBench desk = new TestBench();
    private final CollectedViewModel model = new CollectedViewModel(desk.bench, ID);

    @Test
    void o7_a_deployment_that_asks_for_nothing_says_that_nothing_is_written_down() {
        model.show(DataCollection.NONE);
        assertThat(model.onProperty().get()).isFalse();
        assertThat(model.anythingProperty().get()).isFalse();
        assertThat(model.attributesProperty().get()).isEmpty();
    }

    @Test
    void what_is_collected_where_and_how_much_is_told() {
        desk.control.collected = SOME;
        model.show(wanted(0.305, "request", "response"));
        assertThat(model.onProperty().get()).isTrue();
        assertThat(values())
                .contains(
                        "requests\nanswers",
                        "30.5 % of all requests",
                        "a new one each day",
                        SOME.folder(),
                        "1.5 MiB",
                        "1,234 records since Sluice was started");
    }

    @Test
    void until_it_was_read_what_has_been_written_nothing_is_said_of_it() {
        desk.control.telling = new CompletableFuture<>();
        model.show(wanted(1, "request"));

        assertThat(values()).contains("Reading what has been written...").noneMatch(value -> value.contains("records"));
        assertThat(names()).doesNotContain("Folder", "On disk");

        desk.control.telling.complete(null);
        assertThat(values()).contains("no records since Sluice was started");
    }

    @Test
    void what_cannot_be_read_says_why_and_what_was_read_before_stays() {
        desk.control.collected = SOME;
        model.show(wanted(1, "request"));
        desk.control.telling = CompletableFuture.failedFuture(new IOException("the runtime is gone"));

        model.show(wanted(1, "request"));

        assertThat(model.troubleProperty().get()).contains("could not be read: the runtime is gone");
        assertThat(values()).contains("1.5 MiB");
    }

    @Test
    void lost_records_and_removed_files_are_told_only_when_there_are_any() {
        desk.control.collected = SOME;
        model.show(wanted(1, "request"));
        assertThat(names()).doesNotContain("Lost");
        desk.control.collected = new CollectedData("/f", 10, 1, 3, 2, "No space left on device");
        model.show(wanted(1, "request"));
        assertThat(names()).contains("Lost");
        assertThat(notes()).anyMatch(note -> note.contains("2 older files have been removed"));
        assertThat(model.troubleProperty().get()).contains("No space left on device", "Free some space");
    }

    @Test
    void collections_that_the_script_fills_are_told_to_go_to_the_log() {
        model.show(wanted(1, "model_inputs"));
        assertThat(model.onProperty().get()).isTrue();
        assertThat(values()).contains("model_inputs, by the scoring script");
        assertThat(notes()).anyMatch(note -> note.contains("azureml-ai-monitoring") && note.contains("the log"));
        assertThat(names()).doesNotContain("Folder");
    }

    @Test
    void what_is_left_of_an_earlier_collection_can_still_be_seen_and_wiped() {
        desk.control.collected = SOME;
        model.show(DataCollection.NONE);
        assertThat(model.onProperty().get()).isFalse();
        assertThat(model.anythingProperty().get()).isTrue();
        assertThat(values()).contains(SOME.folder());
    }

    @Test
    void a_wipe_asks_with_the_size_and_then_says_how_much_it_was() {
        desk.control.collected = SOME;
        model.show(wanted(1, "request"));
        model.wipe();
        assertThat(desk.questions.openProperty().get().orElseThrow().consequence())
                .startsWith("1.5 MiB of requests and answers are removed");
        desk.control.wiped = CompletableFuture.completedFuture(new CollectedData.Wiped(3, 2_048));
        desk.control.collected = new CollectedData(SOME.folder(), 0, 1_234, 0, 0, "");
        desk.questions.answer(true);
        assertThat(desk.control.asked).containsExactly("wipeCollected diabetes/blue");
        assertThat(notices()).containsExactly(new Notice.Done("2.0 KiB of diabetes/blue: 3 files removed"));
        assertThat(model.anythingProperty().get()).as("after the wipe").isFalse();
    }

    @Test
    void a_wipe_that_is_not_confirmed_removes_nothing() {
        desk.control.collected = SOME;
        model.show(wanted(1, "request"));
        model.wipe();
        desk.questions.answer(false);
        assertThat(desk.control.asked).isEmpty();
    }

    @Test
    void a_wipe_that_fails_says_why() {
        desk.control.collected = SOME;
        model.show(wanted(1, "request"));
        model.wipe();
        desk.control.wiped = CompletableFuture.failedFuture(new IOException("Read-only file system."));
        desk.questions.answer(true);
        assertThat(notices())
                .containsExactly(new Notice.Failure(
                        "What was collected of diabetes/blue could not be wiped", "Read-only file system."));
    }

    private List<Notice> notices() {
        return List.copyOf(desk.bench.notices().notices());
    }

    private List<String> names() {
        return model.attributesProperty().get().stream().map(Attribute::name).toList();
    }

    private List<String> values() {
        return model.attributesProperty().get().stream().map(Attribute::value).toList();
    }

    private List<String> notes() {
        return model.attributesProperty().get().stream().map(Attribute::note).toList();
    }

    private static DataCollection wanted(double rate, String... names) {
        var collections = new TreeMap<String, DataCollection.Collection>();
        Stream.of(names).forEach(name -> collections.put(name, new DataCollection.Collection(true, "")));
        return new DataCollection(rate, Rolling.DAY, collections, List.of());
    }
}
