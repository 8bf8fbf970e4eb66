package dev.sluice.control.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.control.Fleet;
import org.junit.jupiter.api.Test;

class CodecTest {

    private final Codec codec = new Codec();

    @Test
    void a_picture_comes_out_as_it_went_in() {
        var json = codec.write(SampleFleets.greenFailed(), Fleet.class);

        assertThat(codec.<Fleet>read(json, Fleet.class)).isEqualTo(SampleFleets.greenFailed());
    }
}
