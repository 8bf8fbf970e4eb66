package dev.sluice.console.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.traffic.ShareBar.Part;
import org.junit.jupiter.api.Test;

class ShareBarTest {

    private static final Part GREEN = new Part("green", DeploymentColor.values()[0], 10);

    @Test
    void a_part_too_narrow_for_its_name_still_tells_its_share() {
        assertThat(GREEN.fitting(100)).isEqualTo("green 10 %");
        assertThat(GREEN.fitting(60)).isEqualTo("10 %");
        assertThat(GREEN.fitting(20)).isEmpty();
    }
}
