package dev.sluice.engine.conda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.CondaFile;
import dev.sluice.domain.PackageDifference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackageCheckTest {

    /** The environment of the article that the cloud's users begin with (reference 4.5). */
    private static final String SAMPLE = """
            name: model-env
            channels: [conda-forge]
            dependencies:
              - python=3.12
              - numpy=2.3.1
              - pip
              - scikit-learn=1.7.0
              - scipy=1.16.0
              - pip:
                - azureml-inference-server-http==1.4.1
                - inference-schema[numpy-support]
                - joblib
            """;

    @Test
    void c6_every_package_of_the_sample_environment_is_compared_with_what_is_there() {
        var found = Map.of("numpy", "2.3.1", "scikit-learn", "1.9.1", "joblib", "1.4.2");

        assertThat(differences(SAMPLE, "3.11.7", found))
                .extracting(PackageDifference::toString)
                .containsExactly(
                        "python: asked =3.12, found 3.11.7",
                        "scikit-learn: asked =1.7.0, found 1.9.1",
                        "scipy: asked =1.16.0, not found",
                        "azureml-inference-server-http: asked ==1.4.1, found what Sluice has built in",
                        "inference-schema: asked any version, found what Sluice has built in");
    }

    @Test
    void only_what_pip_can_install_is_worth_a_virtual_environment() {
        assertThat(differences(SAMPLE, "3.11.7", Map.of("numpy", "2.3.1", "joblib", "1")))
                .filteredOn(PackageCheck::isMendable)
                .extracting(PackageDifference::name)
                .containsExactly("scikit-learn", "scipy");
    }

    @Test
    void a_package_is_found_under_the_name_that_python_has_for_it() {
        var asked = "dependencies: [pytorch=2.4, opencv, matplotlib-base, {pip: [ruamel_yaml, 'Flask_Cors>=4']}]";
        var found = Map.of(
                "torch",
                "2.4.1",
                "opencv-python-headless",
                "4",
                "matplotlib",
                "3",
                "ruamel-yaml",
                "0.18",
                "flask-cors",
                "5");

        assertThat(differences(asked, "3.11.7", found)).isEmpty();
    }

    @Test
    void what_only_conda_has_is_no_package_of_pythons() {
        var asked = "dependencies: [libgomp, gcc_linux-64, cudatoolkit=11, r-base, librosa]";

        assertThat(differences(asked, "3.11.7", Map.of()))
                .extracting(PackageDifference::name)
                .containsExactly("librosa");
    }

    @Test
    void python_may_be_written_in_each_of_condas_ways() {
        for (var asked :
                List.of("python", "python=3.11", "python==3.11", "python 3.11", "python>=3.8,<3.12", "python=3.11.7")) {
            assertThat(differences("dependencies: ['" + asked + "']", "3.11.7", Map.of()))
                    .as(asked)
                    .isEmpty();
        }
        assertThat(differences("dependencies: [python=3.11.8]", "3.11.7", Map.of()))
                .containsExactly(new PackageDifference("python", "=3.11.8", Optional.of("3.11.7")));
    }

    @Test
    void a_requirement_for_other_pythons_and_an_option_of_pips_ask_for_nothing() {
        var asked = "dependencies: [{pip: ['tomli; python_version < \"3.11\"', '--extra-index-url https://x/y',"
                + " 'dill', 'torch @ https://x/torch.whl', 'six --hash=sha256:00']}]";

        assertThat(PackageCheck.of(CondaReader.read(new CondaFile.Inline(asked)))
                        .differences("3.11.7", Map.of("torch", "2", "six", "1"), marker -> !marker.contains("3.11")))
                .extracting(PackageDifference::name)
                .containsExactly("dill");
    }

    private static List<PackageDifference> differences(String conda, String python, Map<String, String> found) {
        return PackageCheck.of(CondaReader.read(new CondaFile.Inline(conda)))
                .differences(python, found, marker -> true);
    }
}
