package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeploymentColorsTest {

    private final DeploymentColors colors = new DeploymentColors();

    @Test
    void the_deployment_called_blue_is_blue_whoever_came_first() {
        Stream.of("alpha", "beta", "gamma", "delta").forEach(name -> colors.of(id(name)));

        assertThat(colors.of(id("blue"))).isEqualTo(DeploymentColor.BLUE);
        assertThat(colors.of(id("green-v2"))).isEqualTo(DeploymentColor.GREEN);
    }

    @Test
    void of_two_that_are_called_blue_only_the_first_is() {
        assertThat(colors.of(id("blue-v1"))).isEqualTo(DeploymentColor.BLUE);
        assertThat(colors.of(id("blue-v2"))).isNotEqualTo(DeploymentColor.BLUE);
    }

    @Test
    void twelve_deployments_without_a_colour_in_their_name_get_twelve_colours_and_the_pure_ones_come_first() {
        var given = IntStream.range(0, 12)
                .mapToObj(i -> colors.of(id("model-" + i)))
                .toList();

        assertThat(given).doesNotHaveDuplicates();
        assertThat(given.subList(0, 6)).allMatch(color -> color.ordinal() < 6);
    }

    @Test
    void a_deployment_keeps_its_colour_when_others_go() {
        var first = colors.of(id("first"));
        var second = colors.of(id("second"));

        colors.keepOnly(List.of(id("second")));

        assertThat(colors.of(id("second"))).isEqualTo(second).isNotEqualTo(first);
    }

    @Test
    void the_colour_of_one_that_is_gone_can_be_given_again() {
        var ids = IntStream.range(0, 12).mapToObj(i -> id("model-" + i)).toList();
        ids.forEach(colors::of);
        var freed = colors.of(id("model-3"));
        colors.keepOnly(ids.stream().filter(id -> !id.equals(id("model-3"))).toList());

        assertThat(colors.of(id("newcomer"))).isEqualTo(freed);
    }

    @Test
    void a_restart_gives_the_same_colours_again() {
        assertThat(new DeploymentColors().of(id("churn"))).isEqualTo(new DeploymentColors().of(id("churn")));
    }

    private static DeploymentId id(String name) {
        return new DeploymentId(new EndpointName("diabetes"), new DeploymentName(name));
    }
}
