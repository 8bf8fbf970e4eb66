package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.LastWords.Ended;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.engine.InstanceId;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastWordsTest {

    private final LastWords words = new LastWords();

    @Test
    void of_each_deployment_the_newest_few_are_kept_oldest_first() {
        IntStream.range(0, 5).forEach(i -> words.add(ended(BLUE, "i" + i, List.of("boom"))));

        assertThat(words.of(BLUE)).extracting(Ended::name).containsExactly("i2", "i3", "i4");
        assertThat(words.has(new InstanceId("i4"))).isTrue();
        assertThat(words.has(new InstanceId("i1"))).isFalse();
    }

    @Test
    void however_many_deployments_there_are_there_is_a_bound() {
        for (int i = 0; i < 60; i++) {
            words.add(ended(deployment(i), "i" + i, List.of("boom")));
        }

        long kept = IntStream.range(0, 60)
                .filter(i -> !words.of(deployment(i)).isEmpty())
                .count();
        assertThat(kept).isEqualTo(LastWords.MOST);
        assertThat(words.of(deployment(59))).hasSize(1);
    }

    @Test
    void of_enormous_lines_the_last_ones_are_kept() {
        var lines = new java.util.ArrayList<>(Collections.nCopies(500, "x".repeat(16 * 1024)));
        lines.add("the very last");

        var kept = ended(BLUE, "i", lines).lines();

        assertThat(kept).hasSizeLessThan(20).endsWith("the very last");
    }

    private static DeploymentId deployment(int i) {
        return new DeploymentId(DIABETES, new DeploymentName("blue-" + i));
    }

    private static Ended ended(DeploymentId deployment, String name, List<String> lines) {
        return new Ended(deployment, new InstanceId(name), name, lines);
    }
}
