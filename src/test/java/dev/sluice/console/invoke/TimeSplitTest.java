package dev.sluice.console.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.console.invoke.TimeSplit.Part;
import dev.sluice.control.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimeSplitTest {

    @Test
    void the_routers_headers_and_the_servers_say_where_the_time_went() {
        var pieces = pieces(Map.of(
                "server-timing", List.of("queue;dur=1.500, model;dur=6.000"),
                "x-ms-run-fn-exec-ms", List.of("4.000")));

        assertThat(pieces.get(Part.QUEUE)).isEqualTo(1.5);
        assertThat(pieces.get(Part.SERVER)).isEqualTo(2);
        assertThat(pieces.get(Part.RUN)).isEqualTo(4);
        assertThat(pieces.get(Part.ROUTER)).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void without_the_fine_times_the_clouds_coarse_one_will_do() {
        var pieces = pieces(Map.of("ms-azureml-model-time", List.of("7")));

        assertThat(pieces).containsOnlyKeys(Part.SERVER, Part.ROUTER);
        assertThat(pieces.get(Part.SERVER)).isEqualTo(7);
    }

    @Test
    void nonsense_in_a_header_is_no_time_and_no_part_is_longer_than_the_whole() {
        assertThat(pieces(Map.of("ms-azureml-model-time", List.of("soon")))).containsOnlyKeys(Part.ROUTER);
        assertThat(pieces(Map.of("x-ms-run-fn-exec-ms", List.of("NaN")))).containsOnlyKeys(Part.ROUTER);
        assertThat(pieces(Map.of("ms-azureml-model-time", List.of("99"))).get(Part.SERVER))
                .isEqualTo(10);
    }

    private static Map<Part, Double> pieces(Map<String, List<String>> headers) {
        var split = TimeSplit.of(new Answer(200, "blue", Duration.ofMillis(10), headers, new byte[0]));
        return split.pieces().stream().collect(Collectors.toMap(TimeSplit.Piece::part, TimeSplit.Piece::millis));
    }
}
