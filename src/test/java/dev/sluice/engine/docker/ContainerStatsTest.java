package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.Statistics;
import dev.sluice.engine.Consumption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerStatsTest {

    private static final String READ = "\"read\": \"2026-03-01T12:00:00.25Z\"";
    private static final String PROCESSOR = "\"cpu_stats\": {\"cpu_usage\": {\"total_usage\": 1500000000}}";

    @Test
    void files_that_the_system_could_drop_are_not_the_containers_memory() throws Exception {
        var expected = new Consumption(Instant.parse("2026-03-01T12:00:00.25Z"), Duration.ofMillis(1_500), 70);

        assertThat(read("{" + READ + "," + PROCESSOR
                        + ", \"memory_stats\": {\"usage\": 100, \"stats\": {\"inactive_file\": 30}}}"))
                .contains(expected);
        assertThat(read("{" + READ + "," + PROCESSOR
                        + ", \"memory_stats\": {\"usage\": 100, \"stats\": {\"total_inactive_file\": 30}}}"))
                .contains(expected);
    }

    @Test
    void a_container_that_has_ended_takes_nothing_that_is_known() throws Exception {
        assertThat(read("{\"read\": \"0001-01-01T00:00:00Z\", \"cpu_stats\": {\"cpu_usage\": {\"total_usage\": 0}},"
                        + " \"memory_stats\": {}}"))
                .isEmpty();
        assertThat(read("{}")).isEmpty();
    }

    private static Optional<Consumption> read(String json) throws JsonProcessingException {
        return ContainerStats.consumption(new ObjectMapper().readValue(json, Statistics.class));
    }
}
