package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSizeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 bytes",
                "1|1 byte",
                "1023|1023 bytes",
                "2048|2.0 KiB",
                "12897484|12.3 MiB",
                "53687091200|50.0 GiB"
            })
    void a_size_is_shown_as_the_runtime_tells_it(long bytes, String shown) {
        assertThat(FileSize.text(bytes)).isEqualTo(shown);
    }
}
