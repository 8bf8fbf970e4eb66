package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of reference 2.2 and 2.3 by the article's own blue and green. */
class RoutingTest {

    private static final DeploymentName BLUE = new DeploymentName("blue");
    private static final DeploymentName GREEN = new DeploymentName("green");
    private static final Set<DeploymentName> BOTH = Set.of(BLUE, GREEN);
    private static final Routing ALL_TO_BLUE = Routing.CLOSED.allTo(BLUE);

    @ParameterizedTest
    @CsvSource({"0,0", "100,0", "0,100", "90,10"})
    void k2_shares_that_add_up_to_0_or_100_are_fine(int blue, int green) {
        assertThat(split(blue, green).problems(BOTH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "90,5,95,give the remaining 5 % to one of the deployments",
        "1,0,1,give the remaining 99 % to one of the deployments",
        "100,100,200,take 100 % away",
        "100,1,101,take 1 % away"
    })
    void other_sums_are_refused_with_the_way_out(int blue, int green, int total, String remedy) {
        assertThat(split(blue, green).problems(BOTH)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Problem.Code.TRAFFIC_TOTAL);
            assertThat(problem.message()).endsWith("add up to " + total);
            assertThat(problem.remedy()).isEqualTo(remedy);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 101, 150})
    void no_share_is_below_0_or_above_100(int share) {
        assertThatThrownBy(() -> new Percent(share)).hasMessageContaining("0 to 100, not " + share);
    }

    @Test
    void b5_traffic_to_a_deployment_that_does_not_exist_is_refused_with_those_that_do() {
        assertThat(TrafficSplit.allTo(new DeploymentName("gren")).problems(BOTH))
                .singleElement()
                .hasToString(Problem.of(
                                Problem.Code.UNKNOWN_DEPLOYMENT,
                                "traffic.gren",
                                "there is no deployment called gren",
                                "choose one of blue, green")
                        .toString());
        assertThat(TrafficSplit.allTo(BLUE).problems(Set.of()))
                .extracting(Problem::remedy)
                .containsExactly("create a deployment first");
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        var red = new DeploymentName("red");
        var routing = new Routing(split(90, 5).with(red, new Percent(2)), Mirror.to(red, new Percent(51)));

        assertThat(codes(routing.problems(BOTH, EndpointKind.KUBERNETES)))
                .containsExactly(
                        Problem.Code.UNKNOWN_DEPLOYMENT,
                        Problem.Code.TRAFFIC_TOTAL,
                        Problem.Code.UNKNOWN_DEPLOYMENT,
                        Problem.Code.MIRROR_TOO_LARGE,
                        Problem.Code.MIRROR_AND_LIVE,
                        Problem.Code.MIRROR_NOT_SUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({"50,true", "51,false", "100,false", "1,true"})
    void j10_at_most_half_the_traffic_is_mirrored(int share, boolean allowed) {
        assertThat(ALL_TO_BLUE.withMirror(Mirror.to(GREEN, new Percent(share))).problems(BOTH, EndpointKind.MANAGED))
                .extracting(Problem::code)
                .isEqualTo(allowed ? List.of() : List.of(Problem.Code.MIRROR_TOO_LARGE));
    }

    @Test
    void j11_a_mirror_to_a_live_deployment_and_traffic_to_the_shadow_are_refused_alike() {
        var shadowMadeLive = ALL_TO_BLUE
                .withMirror(Mirror.to(GREEN, new Percent(10)))
                .withTraffic(split(90, 10))
                .problems(BOTH, EndpointKind.MANAGED);
        var liveMadeShadow =
                ALL_TO_BLUE.withMirror(Mirror.to(BLUE, new Percent(10))).problems(BOTH, EndpointKind.MANAGED);

        assertThat(codes(shadowMadeLive)).containsExactly(Problem.Code.MIRROR_AND_LIVE);
        assertThat(codes(liveMadeShadow)).containsExactly(Problem.Code.MIRROR_AND_LIVE);
        assertThat(shadowMadeLive.get(0).message()).contains("green has 10 %");
    }

    @Test
    void a_mirror_of_0_percent_is_off() {
        assertThat(Mirror.to(GREEN, Percent.ZERO)).isEqualTo(Mirror.off());
        assertThatThrownBy(() -> new Mirror.To(GREEN, Percent.ZERO)).hasMessageContaining("is off");
        assertThat(Mirror.off().shareOf(GREEN)).isEqualTo(Percent.ZERO);
    }

    @Test
    void changing_the_split_keeps_the_mirror_and_the_other_way_round() {
        var mirrored = ALL_TO_BLUE.withMirror(Mirror.to(GREEN, new Percent(10)));

        assertThat(mirrored.withTraffic(TrafficSplit.NONE).mirror()).isEqualTo(mirrored.mirror());
        assertThat(mirrored.traffic()).isEqualTo(ALL_TO_BLUE.traffic());
    }

    @Test
    void names_that_differ_in_case_share_one_share() {
        assertThat(split(100, 0).shareOf(new DeploymentName("BLUE"))).isEqualTo(Percent.ALL);
        assertThat(split(90, 10).with(new DeploymentName("Green"), Percent.ZERO).total())
                .isEqualTo(90);
    }

    @Test
    void a_split_reads_as_the_command_line_writes_it() {
        assertThat(split(90, 10)).hasToString("blue=90 green=10");
        assertThat(TrafficSplit.NONE).hasToString("no live traffic");
        assertThat(Mirror.to(GREEN, new Percent(10))).hasToString("green=10");
        assertThat(Mirror.off()).hasToString("off");
    }

    private static TrafficSplit split(int blue, int green) {
        return TrafficSplit.of(Map.of(BLUE, new Percent(blue), GREEN, new Percent(green)));
    }

    private static List<Problem.Code> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }
}
