package dev.sluice.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Extent;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry's copies of assets' files. */
class LibraryTest {

    @TempDir
    private Path folder;

    private Library library;
    private Path model;

    @BeforeEach
    void a_user_has_a_model() throws IOException {
        library = new Library(folder.resolve("assets"));
        model = folder.resolve("project/model");
        write(model.resolve("weights.bin"), "first");
        write(model.resolve("nested/more.bin"), "more");
        write(folder.resolve("project/secret.txt"), "nobody's business");
    }

    @Test
    void e3_editing_the_source_changes_nothing_in_the_copy() throws IOException {
        var kept = keep(model);
        write(model.resolve("weights.bin"), "edited");

        assertThat(files(kept).resolve("weights.bin")).hasContent("first");
        assertThat(files(kept)).hasFileName("model");
        assertThat(keep(model).folder()).isNotEqualTo(kept.folder());
    }

    @Test
    void the_same_content_is_kept_once_wherever_it_comes_from() throws IOException {
        var elsewhere = folder.resolve("elsewhere/model");
        write(elsewhere.resolve("nested/more.bin"), "more");
        write(elsewhere.resolve("weights.bin"), "first");

        assertThat(keep(elsewhere)).isEqualTo(keep(model));
        assertThat(names()).hasSize(1);
    }

    @Test
    void a_file_of_another_name_is_another_model_since_scripts_open_it_by_that() throws IOException {
        var renamed = Files.copy(model.resolve("weights.bin"), folder.resolve("other.bin"));

        assertThat(keep(renamed).folder())
                .isNotEqualTo(keep(model.resolve("weights.bin")).folder());
    }

    @Test
    void what_the_disk_has_no_room_for_is_refused_before_a_byte_of_it_is_written() throws IOException {
        try (var file = new RandomAccessFile(model.resolve("huge.bin").toFile(), "rw")) {
            file.setLength(8L << 40); // without content: it takes no room itself
        }

        assertThatThrownBy(() -> keep(model))
                .hasMessageContaining("no room for a copy")
                .hasMessageContaining("model (8192.0 GiB)")
                .hasMessageContaining("are free");
        assertThat(names()).isEmpty();
    }

    @Test
    void who_looks_on_is_told_how_much_there_is_before_a_byte_is_copied_and_then_each_part() throws IOException {
        var onlooker = new Watching(10);

        keep(model, onlooker);

        assertThat(onlooker.told)
                .hasSize(5)
                .startsWith("2 files, 9 bytes")
                .contains("4 bytes", "model/nested/more.bin whole, 4", "5 bytes", "model/weights.bin whole, 5");
    }

    @Test
    void of_a_copy_that_is_not_wanted_any_more_nothing_stays() {
        var onlooker = new Watching(1);

        assertThatThrownBy(() -> keep(model, onlooker)).isInstanceOf(CancellationException.class);

        assertThat(onlooker.told).as("it was in the midst of it").hasSize(2);
        assertThat(folder.resolve("assets/models")).isEmptyDirectory();
    }

    @Test
    void nothing_is_read_for_somebody_who_wants_nothing() {
        var opened = new ArrayList<Path>();
        library = new Library(folder.resolve("assets"), file -> {
            opened.add(file);
            return Opening.PLAIN.open(file);
        });

        assertThatThrownBy(() -> keep(model, new Watching(0))).isInstanceOf(CancellationException.class);

        assertThat(opened).isEmpty();
        assertThat(folder.resolve("assets")).doesNotExist();
    }

    @Test
    void a_file_that_vanishes_in_the_midst_is_named_and_of_the_copy_nothing_stays() {
        library = new Library(folder.resolve("assets"), file -> {
            Files.delete(file);
            return Opening.PLAIN.open(file);
        });

        assertThatThrownBy(() -> keep(model)).isInstanceOf(NoSuchFileException.class);
        assertThat(folder.resolve("assets/models")).isEmptyDirectory();
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_is_named_with_the_reason() {
        library = new Library(folder.resolve("assets"), file -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        });

        assertThatThrownBy(() -> keep(model.resolve("weights.bin")))
                .hasMessage(model.resolve("weights.bin") + ": Input/output error");
        assertThat(folder.resolve("assets/models")).isEmptyDirectory();
    }

    /** Writes down what it is told, and wants no more once it was told of so many parts. */
    private static final class Watching implements Onlooker {
        private final List<String> told = new ArrayList<>();
        private final int patience;
        private int parts;

        private Watching(int patience) {
            this.patience = patience;
        }

        @Override
        public void mayGoOn() {
            if (parts >= patience) {
                throw new CancellationException();
            }
        }

        @Override
        public void found(Extent all) {
            told.add(all.files() + " files, " + all.bytes() + " bytes");
        }

        @Override
        public void copied(long bytes) {
            parts++;
            told.add(bytes + " bytes");
        }

        @Override
        public void whole(String file, long bytes) {
            told.add(file + " whole, " + bytes);
        }
    }

    @Test
    void nobody_may_write_to_the_copy() throws IOException {
        var kept = files(keep(model)).resolve("weights.bin");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("r--r--r--");
    }

    @Test
    void a_copy_that_somebody_wrote_to_all_the_same_is_not_used_and_is_made_anew_when_asked() throws IOException {
        var kept = keep(model);
        var touched = files(kept).resolve("weights.bin");
        Files.setPosixFilePermissions(touched, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(touched, "tampered");

        assertThatThrownBy(() -> files(kept)).hasMessageContaining("was written to");
        assertThat(files(keep(model)).resolve("weights.bin")).hasContent("first");
    }

    @Test
    void only_what_was_named_is_copied_never_what_lies_beside_it() throws IOException {
        keep(model);

        try (var all = Files.walk(folder.resolve("assets"))) {
            assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("secret.txt");
        }
    }

    @Test
    void a_link_that_leads_out_is_refused_and_nothing_is_left() throws IOException {
        Files.createSymbolicLink(model.resolve("link"), folder.resolve("project/secret.txt"));

        assertThatThrownBy(() -> keep(model)).isInstanceOf(IOException.class).hasMessageContaining("link");
        assertThat(names()).isEmpty();
    }

    @Test
    void a_deployments_copy_shares_the_disk_with_the_registrys() throws IOException {
        var kept = files(keep(model));

        TreeCopy.link(kept, folder.resolve("deployment/model"));

        var linked = folder.resolve("deployment/model/weights.bin");
        assertThat(Files.isSameFile(linked, kept.resolve("weights.bin"))).isTrue();
    }

    @Test
    void what_its_owner_may_write_to_is_copied_and_not_shared() throws IOException {
        TreeCopy.link(model, folder.resolve("deployment/model"));
        write(model.resolve("weights.bin"), "edited");

        assertThat(folder.resolve("deployment/model/weights.bin")).hasContent("first");
    }

    @Test
    void a_copy_that_was_just_asked_for_is_not_thrown_away() throws IOException {
        var kept = keep(model);
        assertThat(library.retire(AssetKind.MODEL, kept.folder())).isEmpty();

        library.release(kept);

        assertThat(library.retire(AssetKind.MODEL, kept.folder())).isPresent();
        assertThat(names()).noneMatch(kept.folder()::equals);
    }

    @Test
    void the_start_clears_away_what_nobody_names_and_what_a_crash_has_left() throws IOException {
        var wanted = keep(model);
        var unwanted = keep(model.resolve("weights.bin"));
        library.release(wanted);
        library.release(unwanted);
        var rest = Files.createDirectories(folder.resolve("assets/models/unfinished-1/model"));

        var next = new Library(folder.resolve("assets"));
        var leaving = next.retireAllBut(AssetKind.MODEL, Set.of(wanted.folder()));
        for (var path : leaving) {
            TreeRemoval.remove(path);
        }

        assertThat(leaving).hasSize(2).contains(rest.getParent());
        assertThat(names()).containsExactly(wanted.folder());
    }

    private Library.Kept keep(Path source) throws IOException {
        return keep(source, Onlooker.NOBODY);
    }

    private Library.Kept keep(Path source, Onlooker onlooker) throws IOException {
        return library.keep(AssetKind.MODEL, source, source.getFileName().toString(), onlooker);
    }

    private Path files(Library.Kept kept) throws IOException {
        return library.files(kept.kind(), kept.folder());
    }

    private List<String> names() throws IOException {
        var shelf = folder.resolve("assets/models");
        if (Files.notExists(shelf, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var all = Files.list(shelf)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
