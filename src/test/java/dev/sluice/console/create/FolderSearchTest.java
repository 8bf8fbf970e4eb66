package dev.sluice.console.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSearchTest {

    private static final Problem OTHER =
            Problem.of(Problem.Code.BAD_VALUE, "", "neither clearly an endpoint file nor", "an endpoint file has");
    private static final Problem WRONG = Problem.of(Problem.Code.BAD_VALUE, "model.path", "is not there", "put it");

    @TempDir
    private Path folder;

    private final FolderSearch search = new FolderSearch(FolderSearchTest::read);

    @BeforeEach
    void a_project() throws IOException {
        for (var file : List.of(
                "blue/deployment.yml", "endpoint.yaml", "blue/model/conda.yml", "green/wrong.yml", "notes.txt")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "");
        }
    }

    @Test
    void endpoints_come_before_deployments_and_what_cannot_be_used_is_last() {
        assertThat(search.in(List.of(folder)).files())
                .extracting(found -> folder.relativize(found.file()).toString())
                .containsExactly("endpoint.yaml", "blue/deployment.yml", "blue/model/conda.yml", "green/wrong.yml");
    }

    @Test
    void hidden_folders_and_what_is_very_deep_is_passed_over() throws IOException {
        for (var file : List.of(".git/endpoint.yml", "a/b/c/d/e/endpoint.yml")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "");
        }

        assertThat(search.in(List.of(folder)).files()).hasSize(4);
    }

    @Test
    void the_user_chooses_which_of_them_are_opened() {
        var opened = new ArrayList<Path>();
        var form = new FoundFilesViewModel(List.of(folder), search.in(List.of(folder)), opened::addAll);
        assertThat(form.choices())
                .extracting(FoundFilesViewModel.Choice::title)
                .containsExactly("Endpoint diabetes", "Deployment diabetes/blue");
        assertThat(form.broken()).extracting(FoundFilesViewModel.Broken::place).containsExactly("green/wrong.yml");
        assertThat(form.others()).isEqualTo(1);

        form.choices().get(0).wanted().set(false);
        assertThat(form.verb().get()).isEqualTo("Review 1 file");
        form.open();

        assertThat(opened).containsExactly(folder.resolve("blue/deployment.yml"));
        form.choices().get(1).wanted().set(false);
        assertThat(form.canOpen().get()).isFalse();
    }

    @Test
    void a_folder_with_more_yaml_than_is_looked_at_is_said_to_have_more() {
        var found = new FolderSearch(FolderSearchTest::read, new FolderSearch.Limits(3, 100)).in(List.of(folder));

        assertThat(found.files()).hasSize(3);
        assertThat(new FoundFilesViewModel(List.of(folder), found, files -> {}).unfinished())
                .startsWith(folder.getFileName() + " was not looked through to its end: at most 3 YAML files");
    }

    @Test
    void a_folder_with_more_files_than_are_looked_at_is_said_to_have_more() {
        var found = new FolderSearch(FolderSearchTest::read, new FolderSearch.Limits(100, 4)).in(List.of(folder));

        assertThat(found.unfinished()).containsExactly(folder);
    }

    @Test
    void a_folder_that_was_looked_through_is_not_said_to_have_more() {
        var found = new FolderSearch(FolderSearchTest::read, new FolderSearch.Limits(4, 5)).in(List.of(folder));

        assertThat(found.files()).hasSize(4);
        assertThat(found.unfinishedText()).isEmpty();
    }

    private static Read read(Path file) {
        return switch (String.valueOf(file.getFileName())) {
            case "endpoint.yaml", "endpoint.yml" ->
                new Read.Endpoint(EndpointSpec.managed(SampleFleets.DIABETES, AuthMode.KEY), List.of());
            case "deployment.yml" -> new Read.Deployment(SampleFleets.spec(SampleFleets.BLUE, 1), List.of());
            case "wrong.yml" -> new Read.Bad(List.of(WRONG));
            default -> new Read.Bad(List.of(OTHER));
        };
    }
}
