package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.CondaFile;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conda files on a real Docker engine, in images with pip, with conda, and with neither. */
class DockerCondaTest extends ImagesUnderTest {

    private static final String WITH_PIP = """
            channels: [conda-forge]
            dependencies:
              - python=3.9
              - sluice-tiny=1.0
              - sluice-no-such-thing=11.8
              - pip
              - pip:
                - sluice-other
            """;

    private PackageIndex index;

    @BeforeEach
    void an_index_of_packages() throws IOException {
        index = new PackageIndex()
                .with("sluice_tiny", "1.0")
                .with("sluice_tiny", "2.0")
                .with("sluice_other", "3.0");
        environment.put("PIP_INDEX_URL", index.url());
        environment.put("PIP_RETRIES", "0");
    }

    @AfterEach
    void the_index_ends() {
        index.close();
    }

    private static EnvironmentSource conda(String image, String yaml) {
        return new EnvironmentSource.Conda(image, new CondaFile.Inline(yaml));
    }

    private EnvironmentSource condaFile(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("conda.yml"), yaml);
        return new EnvironmentSource.Conda(BASE, new CondaFile.At(file.toString()));
    }

    @Test
    void c6_the_packages_of_a_conda_file_are_there_and_what_could_not_be_honoured_is_told() throws Exception {
        var prepared = prepared(conda(BASE, WITH_PIP));

        assertThat(python(
                        prepared,
                        "import sluice_tiny, sluice_other, sys;"
                                + " print(sluice_tiny.VERSION, sluice_other.VERSION, sys.prefix)"))
                .isEqualTo("1.0 3.0 /opt/conda-envs/inf-conda-env");
        assertThat(prepared.note())
                .contains("the image has no conda")
                .contains("python=3.9 was not honoured")
                .contains("none of that name: sluice-no-such-thing=11.8");
        assertThat(lines).contains(prepared.note());

        lines.clear();
        var again = prepared(condaFile("# by path this time\n" + WITH_PIP));

        assertThat(again).isEqualTo(prepared);
        assertThat(lines).singleElement().asString().contains("Nothing to build");
        assertThat(made()).hasSizeLessThan(12); // those of the one image's steps
    }

    @Test
    void c6_a_package_that_cannot_be_had_is_named_with_its_line_in_the_conda_file() throws Exception {
        var problem = refusal(condaFile("dependencies:\n  - pip:\n    - sluice-tiny==1.0\n    - sluice_nowhere>=2\n"));

        assertThat(problem.code()).isEqualTo(Problem.Code.IMAGE_BUILD_FAILURE);
        assertThat(problem.message()).contains("sluice_nowhere>=2");
        assertThat(problem.place().toString()).endsWith("conda.yml:4:7");
    }

    @Test
    void an_index_that_is_not_reached_is_told_and_nothing_is_left_out_for_it() {
        environment.put("PIP_INDEX_URL", "http://127.0.0.1:1/simple");

        var problem = refusal(conda(BASE, "dependencies: [sluice-tiny]"));

        assertThat(problem.message()).contains("cannot be reached");
        assertThat(problem.remedy()).contains("PIP_INDEX_URL");
    }

    /** As far as a test needs it, under each of the names. */
    private static final String CONDA = """
            #!/bin/sh
            [ "$1 $2 $3 $5" = "env create -p -f" ] || [ "$1 $2 $3 $5" = "create --yes -p -f" ] || exit 2
            grep -q sluice-tiny=1.0 "$6" || exit 3
            python3 -m venv --without-pip "$4" && echo "VERSION = 'from $(basename "$0")'" > "$4/sluice_tiny.py"
            mv "$4/sluice_tiny.py" "$4"/lib/python3*/site-packages/
            """;

    private String imageWith(String script, String... names) throws IOException {
        var dockerfile = new StringBuilder("FROM " + BASE + "\n");
        for (var name : names) {
            dockerfile.append("COPY conda /usr/local/bin/").append(name).append("\n");
        }
        var source = folderWith(dockerfile.toString());
        var file = Files.writeString(folder.resolve("context/conda"), script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return prepared(source).reference();
    }

    private String madeBy(String image) throws Exception {
        var prepared = prepared(conda(image, "dependencies: [sluice-tiny=1.0]"));
        assertThat(prepared.note()).isEmpty();
        return python(prepared, "import sluice_tiny; print(sluice_tiny.VERSION)");
    }

    @Test
    void an_image_with_conda_is_left_to_conda_or_what_is_faster_and_it_has_too() throws Exception {
        assertThat(madeBy(imageWith(CONDA, "micromamba"))).isEqualTo("from micromamba");
        assertThat(madeBy(imageWith(CONDA, "micromamba", "conda"))).isEqualTo("from conda");
        assertThat(madeBy(imageWith(CONDA, "micromamba", "conda", "mamba"))).isEqualTo("from mamba");
    }

    @Test
    void c6_a_package_that_conda_does_not_find_is_named_with_its_line_in_the_conda_file() throws Exception {
        var image = imageWith("""
                #!/bin/sh
                echo 'Solving environment: ...working... failed'
                printf '\\nResolvePackageNotFound:\\n  - sluice-tiny=9.9\\n\\n' >&2
                exit 1
                """, "conda");
        var file = Files.writeString(folder.resolve("conda.yml"), "dependencies:\n  - python\n  - sluice-tiny=9.9\n");

        var problem = refusal(new EnvironmentSource.Conda(image, new CondaFile.At(file.toString())));

        assertThat(problem.code()).isEqualTo(Problem.Code.IMAGE_BUILD_FAILURE);
        assertThat(problem.message()).contains("sluice-tiny=9.9");
        assertThat(problem.place().toString()).endsWith("conda.yml:3:5");
    }

    @Test
    void an_image_without_conda_and_pip_is_refused_with_what_to_take() {
        var problem = refusal(conda("debian:bookworm-slim", "dependencies: [sluice-tiny]"));

        assertThat(problem.message()).contains("neither conda nor a python3");
        assertThat(problem.remedy()).contains("micromamba");
    }

    @Test
    void a_line_that_leads_to_a_file_beside_the_conda_file_is_refused_as_the_cloud_does() throws Exception {
        var problem = refusal(condaFile("dependencies:\n  - pip:\n    - -r requirements.txt\n"));

        assertThat(problem.message()).contains("'-r requirements.txt'");
        assertThat(problem.place().line()).isEqualTo(3);
    }
}
