package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 bytes",
                "1|1 byte",
                "7|7 bytes",
                "1023|1023 bytes",
                "1024|1.0 KiB",
                "1536|1.5 KiB",
                "1048524|1023.9 KiB",
                "1048575|1.0 MiB",
                "12897484|12.3 MiB",
                "53687091200|50.0 GiB",
                "8796093022208|8192.0 GiB"
            })
    void a_size_is_told_in_the_unit_that_fits(long bytes, String told) {
        assertThat(ByteSize.of(bytes).text()).isEqualTo(told);
    }
}
