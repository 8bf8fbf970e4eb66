package dev.sluice.control.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.console.SampleFleets;
import dev.sluice.control.Fleet;
import dev.sluice.control.Invocation;
import dev.sluice.control.LogLine;
import dev.sluice.control.http.Golden;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.PackageDifference;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.domain.Usage;
import dev.sluice.metrics.DeploymentMeter;
import dev.sluice.metrics.Latencies;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodecTest {

    private final Codec codec = new Codec();

    @Test
    void a_picture_is_written_in_the_form_that_was_reviewed() {
        var json = codec.write(SampleFleets.greenFailed(), Fleet.class);

        Golden.file("src/test/resources/control/fleet.json").holds(Json.pretty(Json.read(json)));
    }

    @Test
    void names_and_shares_are_plain_keys_and_numbers() {
        var split = TrafficSplit.of(Map.of(new DeploymentName("blue"), new Percent(90)));

        assertThat(written(split, TrafficSplit.class)).isEqualTo("{\"blue\":90}");
    }

    @Test
    void one_of_several_kinds_says_which_it_is_and_a_record_by_itself_does_not() {
        var mirror = Mirror.to(new DeploymentName("green"), new Percent(10));

        assertThat(written(mirror, Mirror.class)).isEqualTo("{\"variant\":\"to\",\"target\":\"green\",\"share\":10}");
        assertThat(written(mirror, Mirror.To.class)).isEqualTo("{\"target\":\"green\",\"share\":10}");
    }

    @Test
    void what_there_may_be_and_is_not_is_left_out() {
        var missing = new PackageDifference("numpy", "=1.26", Optional.empty());

        assertThat(written(missing, PackageDifference.class)).isEqualTo("{\"name\":\"numpy\",\"asked\":\"=1.26\"}");
        assertThat(read("{\"name\":\"numpy\",\"asked\":\"=1.26\",\"found\":null}", PackageDifference.class))
                .isEqualTo(missing);
    }

    @Test
    void words_are_written_as_the_cloud_writes_them_and_read_in_any_spelling() {
        assertThat(written(ModelType.MLFLOW, ModelType.class)).isEqualTo("\"mlflow_model\"");
        assertThat(read("\"AMLToken\"", AuthMode.class)).isEqualTo(AuthMode.AML_TOKEN);
        assertThat(read("\"Mlflow-Model\"", ModelType.class)).isEqualTo(ModelType.MLFLOW);
    }

    @Test
    void a_half_of_a_character_does_not_keep_the_rest_from_arriving() {
        var cut = "🙂".substring(0, 1);

        assertThat(read(written(new LogLine("a", "b" + cut), LogLine.class), LogLine.class))
                .isEqualTo(new LogLine("a", "b?"));
    }

    @Test
    void latencies_can_be_read_by_people_and_counted_on_by_programs() {
        var meter = new DeploymentMeter();
        meter.recordLive(200, 200, Duration.ofMillis(5).toNanos());
        var latencies = meter.drain().live().latencies();

        assertThat(written(latencies, Latencies.class)).startsWith("{\"count\":1,\"p50\":\"PT0.005");
        assertThat(read(written(latencies, Latencies.class), Latencies.class)).isEqualTo(latencies);
    }

    @Test
    void latencies_that_were_made_up_are_refused() {
        var zero = "\"p50\":\"PT0S\",\"p95\":\"PT0S\",\"p99\":\"PT0S\"";

        assertThat(misfit("{\"count\":3," + zero + ",\"histogram\":\"\"}", Latencies.class)
                        .message())
                .isEqualTo("the histogram is of 0 requests, the count says 3");
        assertThat(misfit("{\"count\":3," + zero + ",\"histogram\":\"AAAA\"}", Latencies.class)
                        .message())
                .isEqualTo("these bytes are no histogram of latencies");
    }

    @Test
    void a_key_that_nobody_knows_is_refused_with_where_it_is_and_those_that_are_known() {
        var problem = misfit(
                "{\"liveness\":{\"port\":1,\"path\":\"/\",\"prot\":1},\"readiness\":{},\"scoring\":{}}",
                ServingRoutes.class);

        assertThat(problem)
                .isEqualTo(Problem.of(Code.UNKNOWN_KEY, "liveness.prot", "there is no such key", "use port, path"));
    }

    @Test
    void a_key_that_is_missing_is_named() {
        var problem = misfit("{\"instance\":\"a\"}", LogLine.class);

        assertThat(problem).isEqualTo(Problem.of(Code.MISSING_KEY, "text", "it is missing", "put it in"));
    }

    @Test
    void null_never_gets_in() {
        var problem = misfit("{\"instance\":\"a\",\"text\":null}", LogLine.class);

        assertThat(problem)
                .isEqualTo(Problem.of(Code.BAD_VALUE, "text", "null stands where a text is expected", "write a text"));
    }

    @Test
    void what_a_record_itself_refuses_is_told_with_where_it_is() {
        var problem = misfit("{\"cores\":-1,\"memory_bytes\":1}", Usage.class);

        assertThat(problem).isEqualTo(Problem.of(Code.BAD_VALUE, "", "not a number of cores: -1.0", ""));
        assertThat(misfit("{\"blue\":101}", TrafficSplit.class).sentence())
                .isEqualTo(
                        "blue: 101 is not a whole number from 0 to 100. To mend it: write a whole number from 0 to 100");
    }

    @Test
    void a_kind_that_there_is_not_is_refused_with_those_that_there_are() {
        assertThat(misfit("{\"variant\":\"on\"}", Mirror.class))
                .isEqualTo(Problem.of(Code.BAD_VALUE, "variant", "there is no 'on' here", "use one of off, to"));
        assertThat(misfit("{}", Mirror.class))
                .isEqualTo(Problem.of(Code.MISSING_KEY, "variant", "it is missing", "use one of off, to"));
    }

    @Test
    void a_word_that_there_is_not_is_refused_with_those_that_there_are() {
        assertThat(misfit("\"keys\"", AuthMode.class).sentence())
                .isEqualTo("there is no auth mode 'keys'. To mend it: use one of key, aml_token, aad_token");
    }

    @Test
    void a_place_in_a_list_is_counted() {
        var head = "{\"method\":\"GET\",\"path\":\"/\",\"fields\":[{\"name\":\"a\",\"value\":\"b\"},{\"name\":1}]}";

        assertThat(misfit(head, Invocation.Head.class).path()).isEqualTo("fields[1].name");
    }

    @Test
    void two_spellings_of_one_name_are_refused() {
        assertThat(misfit("{\"blue\":50,\"Blue\":50}", TrafficSplit.class))
                .isEqualTo(Problem.of(Code.BAD_VALUE, "Blue", "it stands there twice", "leave one of the two out"));
    }

    @Test
    void what_is_no_json_is_refused_with_line_and_column() {
        assertThat(misfit("{\"instance\":\"a\",\n  \"text\":}", LogLine.class).place())
                .isEqualTo(new Place("", 2, 10));
        for (var text : new String[] {"", " ", "{", "{}{}", "{\"a\":1,\"a\":1}", "nul", "[1,]", "\u0000", "'a'"}) {
            assertThat(misfit(text, LogLine.class).code()).as(text).isEqualTo(Code.SYNTAX);
        }
    }

    @Test
    void json_too_deep_to_be_meant_is_refused() {
        assertThat(misfit("[".repeat(100_000), LogLine.class).code()).isEqualTo(Code.SYNTAX);
    }

    @Test
    void numbers_that_do_not_fit_are_refused() {
        for (var number : new String[] {"1.5", "99999999999", "1e3", "123456789012345678901234567890"}) {
            assertThat(misfit("{\"port\":" + number + ",\"path\":\"/\"}", ServingRoutes.Route.class)
                            .sentence())
                    .startsWith("port: ")
                    .contains(" is not a whole number from -2147483648 to 2147483647");
        }
        assertThat(misfit("{\"cores\":1e999,\"memory_bytes\":1}", Usage.class).path())
                .isEqualTo("cores");
    }

    private String written(Object value, Type type) {
        return new String(codec.write(value, type), StandardCharsets.UTF_8);
    }

    private <T> T read(String json, Class<T> type) {
        return codec.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private Problem misfit(String json, Class<?> type) {
        return catchThrowableOfType(Misfit.class, () -> read(json, type)).problem();
    }
}
