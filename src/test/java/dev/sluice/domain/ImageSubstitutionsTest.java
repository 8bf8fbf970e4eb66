package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSubstitutionsTest {

    @ParameterizedTest
    @CsvSource({
        "mcr.microsoft.com/azureml/*, mcr.microsoft.com/azureml/minimal-ubuntu22.04:latest, true",
        "mcr.microsoft.com/azureml/*, mcr.microsoft.com/other, false",
        "python, python, true",
        "python, python:3.12-slim, true",
        "python, python@sha256:00, true",
        "python, python-extra:1, false",
        "python:3.12, python:3.12-slim, false",
        "python:3.*, python:3.12-slim, true",
        "host:5000/python, host:5000/python:1, true",
        "a.b/c, axb/c, false",
        "*, anything:1, true"
    })
    void a_pattern_fits_the_images_that_it_reads_like(String pattern, String image, boolean fits) {
        assertThat(new ImageSubstitution(pattern, "local").of(image).isPresent())
                .isEqualTo(fits);
    }

    @Test
    void what_a_star_stood_for_may_be_taken_over_so_that_a_mirror_serves_all_of_a_registry() {
        assertThat(new ImageSubstitution("mcr.microsoft.com/*", "mirror:5000/*").of("mcr.microsoft.com/azureml/a:1"))
                .contains("mirror:5000/azureml/a:1");
    }

    @Test
    void the_first_that_fits_counts() {
        var substitutions = new ImageSubstitutions(
                List.of(new ImageSubstitution("a/b*", "one"), new ImageSubstitution("a/*", "two")));

        assertThat(substitutions.of("a/bc")).isEqualTo("one");
        assertThat(substitutions.of("a/c")).isEqualTo("two");
        assertThat(substitutions.of("c")).isEqualTo("c");
        assertThat(new ImageSubstitutions(List.of(new ImageSubstitution("a/bc", "zero")))
                        .then(substitutions)
                        .of("a/bc"))
                .isEqualTo("zero");
    }

    @Test
    void what_is_no_substitution_cannot_be_made() {
        assertThatThrownBy(() -> new ImageSubstitution("", "a")).hasMessageContaining("to be replaced is missing");
        assertThatThrownBy(() -> new ImageSubstitution("a", "")).hasMessageContaining("in its place is missing");
        assertThatThrownBy(() -> new ImageSubstitution("a b", "a")).hasMessageContaining("spaces");
        assertThatThrownBy(() -> new ImageSubstitution("a", "b/*")).hasMessageContaining("more '*'");
    }
}
