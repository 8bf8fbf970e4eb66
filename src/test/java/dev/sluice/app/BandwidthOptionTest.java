package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.BandwidthLimit;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BandwidthOptionTest {

    @Test
    void bandwidth_is_unlimited_unless_the_user_asks_for_a_limit() {
        assertThat(options().bandwidthLimit).isEqualTo(BandwidthLimit.none());
        assertThat(options("--bandwidth-limit=5MB").bandwidthLimit).isEqualTo(BandwidthLimit.perSecond(5_000_000));
    }

    @Test
    void what_is_no_bandwidth_is_refused_with_how_to_write_one() {
        assertThatThrownBy(() -> options("--bandwidth-limit=fast"))
                .hasMessageContaining("'fast' is no bandwidth")
                .hasMessageContaining("5MB");
    }

    private static RuntimeOptions options(String... arguments) {
        return CommandLine.populateCommand(new RuntimeOptions(), arguments);
    }
}
