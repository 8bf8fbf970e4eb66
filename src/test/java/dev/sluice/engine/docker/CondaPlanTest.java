package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.CondaFile;
import dev.sluice.engine.conda.CondaReader;
import dev.sluice.engine.docker.ContextFile.Content;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CondaPlanTest {

    private static final String FILE = """
            channels: [conda-forge]
            dependencies:
              - python=3.12
              - numpy=2.3.1
              - cudatoolkit=11.8
              - pytorch::pytorch=2.1=cpu_0
              - scipy=1.15|1.16
              - pip
              - pip:
                - joblib
            variables:
              MODE: a "b" $c
            """;

    private static CondaPlan plan(Installer installer) {
        var request = CondaReader.read(new CondaFile.Inline(FILE));
        return new CondaPlan("sha256:ab", "dockeruser", installer, request, List.of());
    }

    private static String file(CondaPlan plan, String name) {
        return plan.context(Map.of("PIP_INDEX_URL", "https://x", "https_proxy", "y")).files().stream()
                .filter(file -> file.name().equals(name))
                .map(file -> ((Content.Text) file.content()).text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void conda_itself_is_given_the_whole_file_and_there_is_nothing_to_tell() {
        var plan = plan(new Installer.Conda("mamba"));

        assertThat(file(plan, "Dockerfile"))
                .startsWith("FROM sha256:ab\nUSER root\nARG PIP_INDEX_URL\nCOPY conda.yml /var/azureml-app/\n")
                .contains("mamba env create -p /opt/conda-envs/inf-conda-env -f /var/azureml-app/conda.yml")
                .contains("ENV PATH=/opt/conda-envs/inf-conda-env/bin:$PATH")
                .contains("ENV MODE=\"a \\\"b\\\" \\$c\"")
                .endsWith("USER dockeruser\n")
                .doesNotContain("ARG https_proxy");
        assertThat(file(plan, "conda.yml")).contains("- \"cudatoolkit=11.8\"").contains("- \"joblib\"");
        assertThat(plan.note()).isEmpty();
    }

    @Test
    void c6_folders_of_this_computer_that_pip_is_to_look_into_are_told_whoever_installs() {
        var request = CondaReader.read(new CondaFile.Inline("""
                dependencies:
                  - pip:
                    - --find-links ./wheels
                    - -f https://there.example/wheels
                    - joblib
                """));
        for (var installer : List.of(new Installer.Conda("conda"), new Installer.Pip("3.11.2"))) {
            assertThat(new CondaPlan("sha256:ab", "", installer, request, List.of()).note())
                    .contains("not looked into", "--find-links ./wheels")
                    .doesNotContain("there.example");
        }
    }

    @Test
    void micromamba_is_asked_in_its_own_way() {
        assertThat(file(plan(new Installer.Conda("micromamba")), "Dockerfile"))
                .contains("micromamba create --yes -p /opt/conda-envs/inf-conda-env -f");
    }

    @Test
    void without_conda_pip_installs_first_what_conda_would_have_then_its_own_part() {
        var plan = plan(new Installer.Pip("3.11.2"));

        assertThat(file(plan, "requirements-conda.txt"))
                .isEqualTo("numpy==2.3.1.*\ncudatoolkit==11.8.*\ntorch==2.1.*\nscipy\n");
        assertThat(file(plan, "requirements-pip.txt")).isEqualTo("joblib\n");
        assertThat(file(plan, "Dockerfile"))
                .containsSubsequence(
                        "python3 -m venv --system-site-packages --without-pip /opt/conda-envs/inf-conda-env",
                        "install -r /var/azureml-app/requirements-conda.txt",
                        "install -r /var/azureml-app/requirements-pip.txt");
    }

    @Test
    void what_pip_cannot_honour_is_told_and_stands_on_the_image() {
        var plan = plan(new Installer.Pip("3.11.2"));
        var cuda = plan.request().libraries().get(1);

        var note = plan.without(cuda).note();

        assertThat(note)
                .contains("under the image's Python 3.11.2")
                .contains("python=3.12 was not honoured")
                .contains("none of that name: cudatoolkit=11.8")
                .contains("in whatever version pip chose, since pip cannot be asked for these: scipy=1.15|1.16")
                .contains("channel or build: pytorch::pytorch=2.1=cpu_0");
        assertThat(file(plan.without(cuda), "Dockerfile")).contains("LABEL dev.sluice.note=\"" + note + "\"");
        assertThat(file(plan.without(cuda), "requirements-conda.txt")).doesNotContain("cudatoolkit");
    }

    @Test
    void the_images_python_may_be_the_one_that_is_asked_for() {
        assertThat(plan(new Installer.Pip("3.12.4")).note()).doesNotContain("python=3.12");
        assertThat(plan(new Installer.Pip("3.1.2")).note()).contains("python=3.12 was not honoured");
    }

    @Test
    void the_best_installer_of_an_image_is_taken() {
        assertThat(Installer.among(List.of("has conda", "has mamba", "has python 3.9.1", "has pip", "has venv")))
                .isEqualTo(new Installer.Conda("mamba"));
        assertThat(Installer.among(List.of("has micromamba"))).isEqualTo(new Installer.Conda("micromamba"));
        assertThat(Installer.among(List.of("has python 3.9.1", "has pip", "has venv")))
                .isEqualTo(new Installer.Pip("3.9.1"));
        assertThat(Installer.among(List.of("has python 3.9.1", "has venv")))
                .isEqualTo(new Installer.None("no conda, and a python3 without pip"));
        assertThat(Installer.among(List.of())).isEqualTo(new Installer.None("neither conda nor a python3"));
    }
}
