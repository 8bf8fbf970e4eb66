package dev.sluice.engine.conda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.Place;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CondaPackageTest {

    private static CondaPackage parsed(String text) {
        return CondaPackage.parse(text, Place.NOWHERE).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "numpy; numpy",
                "NumPy; numpy",
                "numpy=1.26; numpy==1.26.*",
                "numpy=1.26.*; numpy==1.26.*",
                "numpy==1.26.4; numpy==1.26.4",
                "numpy 1.26.4; numpy==1.26.4",
                "numpy 1.26.*; numpy==1.26.*",
                "numpy=1.26=py311_0; numpy==1.26.*",
                "numpy 1.26 py311_0; numpy==1.26",
                "numpy>=1.2,<2; numpy>=1.2,<2",
                "numpy >=1.2, <2; numpy>=1.2,<2",
                "numpy~=1.2; numpy~=1.2",
                "numpy[version='>=1.2,<2', build=py_0]; numpy>=1.2,<2",
                "conda-forge::numpy=1.26; numpy==1.26.*",
                "scikit-learn=1.7.0; scikit-learn==1.7.0.*",
                "pytorch=2.1.0rc1; torch==2.1.0rc1",
                "numpy=*; numpy"
            })
    void conda_and_pip_are_asked_for_the_same_versions(String conda, String pip) {
        assertThat(parsed(conda).asPip()).contains(pip);
    }

    @Test
    void either_of_two_versions_is_more_than_pip_can_be_asked_for() {
        assertThat(parsed("numpy=1.24|1.26").asPip()).isEqualTo(Optional.empty());
    }

    @Test
    void channel_and_build_are_kept() {
        var numpy = parsed("nvidia/label/cuda-12::cuda-nvcc=12.1=0");

        assertThat(numpy.channel()).isEqualTo("nvidia/label/cuda-12");
        assertThat(numpy.name()).isEqualTo("cuda-nvcc");
        assertThat(numpy.build()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=1", "a b c d", "--pre", "a;b", "a@b"})
    void what_is_no_package_is_none(String text) {
        assertThat(CondaPackage.parse(text, Place.NOWHERE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-r requirements.txt", "-e .", "./local.whl", "/tmp/a.whl", "local-1.0.tar.gz", "file:a", ".."})
    void a_line_of_pips_that_leads_to_a_file_beside_the_conda_file_is_known(String line) {
        assertThat(new PipLine(line, Place.NOWHERE).needsFileBeside()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f ./wheels", "-fwheels", "--find-links /srv/wheels", "--find-links=file:///srv/wheels"})
    void a_line_of_pips_that_leads_to_a_folder_of_this_computer_is_known(String line) {
        assertThat(new PipLine(line, Place.NOWHERE).looksIntoFolderHere()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-f https://there.example/w", "--find-links=https://there.example/w", "foo", "-f", "--no-index"})
    void a_place_for_packages_elsewhere_is_none(String line) {
        assertThat(new PipLine(line, Place.NOWHERE).looksIntoFolderHere()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numpy",
                "a.b==1",
                "--extra-index-url https://example.org/simple",
                "git+https://example.org/a.git@main",
                "x @ https://example.org/x-1.0.whl",
                "inference-schema[numpy-support]>=1.8"
            })
    void any_other_line_of_pips_stands_on_its_own(String line) {
        assertThat(new PipLine(line, Place.NOWHERE).needsFileBeside()).isFalse();
    }

    @Test
    void a_line_of_pips_names_its_package_if_it_has_one() {
        assertThat(new PipLine("inference-schema[numpy-support]>=1.8", Place.NOWHERE).name())
                .contains("inference-schema");
        assertThat(new PipLine("--pre", Place.NOWHERE).name()).isEmpty();
    }
}
