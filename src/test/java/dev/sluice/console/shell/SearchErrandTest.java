package dev.sluice.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.support.Errand;
import dev.sluice.console.support.Errands.Underway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that was dropped on the window, and takes a while to look through. */
class SearchErrandTest {

    @TempDir
    private Path folder;

    private final TestBench desk = new TestBench();
    private final List<Runnable> search = new ArrayList<>();
    private final List<Runnable> aWhile = new ArrayList<>();
    private final List<Path> read = new ArrayList<>();
    private final DrawerViewModel drawer =
            new DrawerViewModel(desk.bench, this::read, search::add, SampleFleets::split, made -> {}, aWhile::add);

    @BeforeEach
    void a_folder_with_a_deployment_is_dropped() throws IOException {
        Files.writeString(folder.resolve("blue.yml"), "");
        Files.writeString(folder.resolve("notes.txt"), "");
        drawer.files().open(List.of(folder));
    }

    @Test
    void a_search_that_takes_a_while_is_seen_among_the_jobs_until_it_is_over() {
        assertThat(errands()).isEmpty();

        aWhile.forEach(Runnable::run);
        assertThat(errands()).singleElement().satisfies(errand -> {
            assertThat(errand.title()).isEqualTo("Looking through " + folder.getFileName());
            assertThat(errand.now()).isEqualTo("0 files looked at");
            assertThat(errand.stopEffect()).isNotEmpty();
        });

        var errand = errands().get(0);
        search.forEach(Runnable::run);
        assertThat(errands()).isEmpty();
        assertThat(errand.now()).isEqualTo("2 files looked at");
        assertThat(drawer.drawerProperty().get()).isInstanceOf(Drawer.FoundFiles.class);
    }

    @Test
    void a_search_that_is_stopped_reads_nothing_more_and_opens_nothing() {
        aWhile.forEach(Runnable::run);

        errands().get(0).stop();
        search.forEach(Runnable::run);

        assertThat(errands()).isEmpty();
        assertThat(read).isEmpty();
        assertThat(drawer.drawerProperty().get()).isInstanceOf(Drawer.Closed.class);
        assertThat(desk.notices.notices()).isEmpty();
    }

    @Test
    void a_short_search_is_not_seen_at_all() {
        search.forEach(Runnable::run);

        aWhile.forEach(Runnable::run);

        assertThat(errands()).isEmpty();
    }

    private List<Errand> errands() {
        return desk.bench.errands().underway().stream().map(Underway::errand).toList();
    }

    private Read read(Path file) {
        read.add(file);
        return new Read.Deployment(SampleFleets.spec(SampleFleets.BLUE, 1), List.of());
    }
}
