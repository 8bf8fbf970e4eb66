package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.List;
import java.util.Map;
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
        assertThat(given.subList(0, 4)).allMatch(color -> color.ordinal() < 6);
        assertThat(given.subList(0, 10)).doesNotContain(DeploymentColor.BLUE, DeploymentColor.GREEN);
    }

    @Test
    void a_deployment_keeps_its_colour_when_others_go() {
        var first = colors.of(id("first"));
        var second = colors.of(id("second"));

        colors.show(List.of(id("second")));

        assertThat(colors.of(id("second"))).isEqualTo(second).isNotEqualTo(first);
    }

    @Test
    void the_colour_of_one_that_is_gone_can_be_given_again() {
        var ids = IntStream.range(0, 12).mapToObj(i -> id("model-" + i)).toList();
        ids.forEach(colors::of);
        var freed = colors.of(id("model-3"));
        colors.show(ids.stream().filter(id -> !id.equals(id("model-3"))).toList());

        assertThat(colors.of(id("newcomer"))).isEqualTo(freed);
    }

    @Test
    void a_restart_gives_the_same_colours_again() {
        assertThat(new DeploymentColors().of(id("churn"))).isEqualTo(new DeploymentColors().of(id("churn")));
    }

    @Test
    void what_was_given_is_given_again_by_a_later_window_whoever_is_seen_first_then() {
        var arrived = Stream.of("blue", "green", "brk-req", "brk-syntax", "canary", "churn", "iris-v2", "wine")
                .map(DeploymentColorsTest::id)
                .toList();
        IntStream.rangeClosed(1, arrived.size()).forEach(count -> colors.show(arrived.subList(0, count)));

        var later = new DeploymentColors();
        later.recall(colors.all());
        later.show(List.of());
        later.show(arrived.stream().sorted().toList());

        assertThat(arrived).allSatisfy(id -> assertThat(later.of(id)).isEqualTo(colors.of(id)));
    }

    @Test
    void without_a_memory_nobody_takes_the_colour_of_one_that_is_called_by_it() {
        var names = Stream.of("aaa", "bbb", "brk-req", "brk-syntax", "canary", "gold", "green", "purple", "red", "teal")
                .map(DeploymentColorsTest::id)
                .toList();

        colors.show(names);

        assertThat(colors.of(id("green"))).isEqualTo(DeploymentColor.GREEN);
        assertThat(names.stream().map(colors::of)).doesNotHaveDuplicates();
    }

    @Test
    void one_that_is_called_by_a_colour_takes_another_if_its_own_is_taken() {
        IntStream.range(0, 11).forEach(i -> colors.of(id("model-" + i)));

        assertThat(IntStream.range(0, 11).mapToObj(i -> colors.of(id("model-" + i))))
                .doesNotContain(colors.of(id("blue-v2")));
    }

    @Test
    void a_memory_that_is_none_is_left_alone() {
        colors.recall(Map.of("diabetes/blue", "ultraviolet", "nonsense", "RED"));

        assertThat(colors.of(id("blue"))).isEqualTo(DeploymentColor.BLUE);
    }

    @Test
    void what_is_recalled_is_kept_until_the_runtime_tells_what_there_is_and_given_then() {
        colors.recall(Map.of("diabetes/churn", "RED"));

        assertThat(colors.all()).containsExactly(Map.entry("diabetes/churn", "RED"));
        colors.show(List.of(id("arrived"), id("churn")));
        assertThat(colors.of(id("churn"))).isEqualTo(DeploymentColor.RED);
    }

    private static DeploymentId id(String name) {
        return new DeploymentId(new EndpointName("diabetes"), new DeploymentName(name));
    }
}
