package dev.sluice.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.CodeDefinition;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.ServingRoutes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an asset is, whatever its definition calls it. */
class IntakeTest {

    private static final String PACKAGES =
            "name: env\ndependencies:\n  - python=3.11\n  - pip: [scikit-learn==1.2.1]\n";

    @TempDir
    private Path folder;

    private Library library;
    private Intake intake;

    @BeforeEach
    void a_library() {
        library = new Library(folder.resolve("assets"));
        intake = new Intake(library);
    }

    @Test
    void c6_packages_in_a_file_and_the_same_inline_are_one_environment_however_they_are_spelled() throws IOException {
        var file = Files.writeString(folder.resolve("conda.yml"), "# ours\n" + PACKAGES.replace("env\n", "'env'\n"));

        var byPath = environment(new EnvironmentSource.Conda("base", new CondaFile.At(file.toString())));
        var inline = environment(new EnvironmentSource.Conda("base", new CondaFile.Inline(PACKAGES)));

        assertThat(byPath.content().hash()).isEqualTo(inline.content().hash());
    }

    @Test
    void c6_other_packages_another_image_or_another_route_are_another_environment() {
        var one = hash(new EnvironmentSource.Conda("base", new CondaFile.Inline(PACKAGES)));

        assertThat(one)
                .isNotEqualTo(hash(new EnvironmentSource.Conda("base", new CondaFile.Inline(PACKAGES + "  - numpy\n"))))
                .isNotEqualTo(hash(new EnvironmentSource.Conda("other", new CondaFile.Inline(PACKAGES))))
                .isNotEqualTo(hash(new EnvironmentSource.Image("base")));
        var moved = new ServingRoutes(
                ServingRoutes.DEFAULT.liveness(),
                ServingRoutes.DEFAULT.readiness(),
                new ServingRoutes.Route(8080, "/predict"));
        assertThat(hash(new EnvironmentSource.Image("base", moved)))
                .isNotEqualTo(hash(new EnvironmentSource.Image("base")));
    }

    @Test
    void e3_the_packages_of_an_environment_stay_as_they_were_when_the_file_is_edited() throws IOException {
        var file = Files.writeString(folder.resolve("conda.yml"), PACKAGES);
        var draft = environment(new EnvironmentSource.Conda("base", new CondaFile.At(file.toString())));
        Files.writeString(file, "dependencies: []\n");

        var source = ((EnvironmentDefinition) draft.definition()).source();
        assertThat(source).isEqualTo(new EnvironmentSource.Conda("base", new CondaFile.Inline(PACKAGES)));
    }

    @Test
    void a_folder_to_build_is_copied_and_known_by_what_is_in_it() throws IOException {
        var context = Files.createDirectories(folder.resolve("docker"));
        Files.writeString(context.resolve("Dockerfile"), "FROM base");
        var draft = environment(new EnvironmentSource.Build(context.toString(), "Dockerfile"));
        Files.writeString(context.resolve("Dockerfile"), "FROM other");

        var copy = library.files(draft.definition().kind(), draft.content().folder());
        assertThat(copy.resolve("Dockerfile")).hasContent("FROM base");
        assertThat(hash(new EnvironmentSource.Build(context.toString(), "Dockerfile")))
                .isNotEqualTo(draft.content().hash());
    }

    @Test
    void the_same_files_as_another_type_are_another_model() throws IOException {
        var file = Files.writeString(folder.resolve("model.bin"), "weights");

        assertThat(model(file, ModelType.CUSTOM).content().hash())
                .isNotEqualTo(model(file, ModelType.MLFLOW).content().hash());
        assertThat(model(file, ModelType.CUSTOM).content().bytes()).isEqualTo(7);
    }

    @Test
    void the_same_code_is_the_same_whatever_its_folder_is_called_and_other_code_is_not() throws IOException {
        var one = code("one", "def run(data): return data");

        assertThat(code("two", "def run(data): return data").content()).isEqualTo(one.content());
        assertThat(code("two", "def run(data): return 1").content().hash())
                .isNotEqualTo(one.content().hash());
        assertThat(library.files(AssetKind.CODE, one.content().folder()).resolve("score.py"))
                .hasContent("def run(data): return data");
    }

    private Draft code(String name, String script) throws IOException {
        var code = Files.createDirectories(folder.resolve(name));
        Files.writeString(code.resolve("score.py"), script);
        return intake.take(CodeDefinition.of(code.toString()));
    }

    @Test
    void a_file_that_is_not_there_is_named_with_what_to_do() {
        var nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> model(nowhere, ModelType.CUSTOM))
                .isInstanceOfSatisfying(AssetException.class, failed -> {
                    assertThat(failed.problem().path()).isEqualTo("model.path");
                    assertThat(failed.problem().message()).contains(nowhere + " is not there");
                    assertThat(failed.problem().remedy()).contains("the path is right");
                });
    }

    @Test
    void a_disk_that_is_too_small_is_told_with_the_numbers_and_what_to_do() throws IOException {
        var huge = folder.resolve("huge.bin");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(8L << 40); // without content: it takes no room itself
        }

        assertThatThrownBy(() -> model(huge, ModelType.CUSTOM)).isInstanceOfSatisfying(AssetException.class, failed -> {
            assertThat(failed.problem().message())
                    .contains("huge.bin (8192.0 GiB)", "are free, of which 256.0 MiB are kept");
            assertThat(failed.problem().remedy()).contains("make room on the disk");
        });
    }

    @Test
    void a_state_folder_that_cannot_be_written_to_is_not_blamed_on_the_files() throws IOException {
        var model = Files.writeString(folder.resolve("iris.pkl"), "weights");
        Files.writeString(folder.resolve("assets"), "a file where the folder should be");

        assertThatThrownBy(() -> model(model, ModelType.CUSTOM))
                .isInstanceOfSatisfying(AssetException.class, failed -> {
                    assertThat(failed.problem().message()).contains("Sluice's own " + folder, "cannot be written to");
                    assertThat(failed.problem().remedy()).contains("state folder");
                });
    }

    @Test
    void a_link_to_a_folder_that_it_is_in_is_named_as_that() throws IOException {
        var model = Files.createDirectory(folder.resolve("model"));
        Files.createSymbolicLink(model.resolve("self"), model);

        assertThatThrownBy(() -> model(model, ModelType.CUSTOM))
                .isInstanceOfSatisfying(
                        AssetException.class,
                        failed -> assertThat(failed.problem().message())
                                .contains(model.resolve("self") + " is a link to a folder that it is in"));
    }

    private String hash(EnvironmentSource source) {
        return environment(source).content().hash();
    }

    private Draft environment(EnvironmentSource source) {
        return intake.take(new EnvironmentDefinition("env", "", source, Labels.NONE, CloudKeys.NONE));
    }

    private Draft model(Path path, ModelType type) {
        return intake.take(new ModelDefinition("iris", "", type, path.toString(), Labels.NONE, CloudKeys.NONE));
    }
}
