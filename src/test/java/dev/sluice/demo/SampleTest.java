package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

    private static final Path DIABETES = Path.of("sample-models/diabetes");

    @TempDir
    private Path folder;

    @Test
    void a_sample_without_its_files_fails_the_demo_in_a_sentence() {
        assertThatThrownBy(() -> Sample.in(folder))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("endpoint.yml");
    }

    @Test
    void a_sample_without_its_request_fails_the_demo_in_a_sentence() throws IOException {
        copy(DIABETES);
        Files.delete(folder.resolve("sample-request.json"));

        assertThatThrownBy(() -> Sample.in(folder))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("sample-request.json");
    }

    private void copy(Path source) throws IOException {
        try (var all = Files.walk(source)) {
            for (var path : all.skip(1).toList()) {
                Files.copy(path, folder.resolve(source.relativize(path).toString()));
            }
        }
    }
}
