package dev.sluice.console.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.Invocation.Field;
import dev.sluice.control.Invocation.Head;
import dev.sluice.control.Invocation.Target;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestCheckTest {

    @Test
    void a_usual_request_has_no_problem() {
        assertThat(problems("POST", new Field("X-Mine", "1"), new Field("Accept", "*/*")))
                .isEmpty();
    }

    @Test
    void what_http_would_not_take_is_named_before_it_is_sent() {
        assertThat(problems("GO GO")).singleElement().asString().contains("GO GO is no method");
        assertThat(problems("POST", new Field("my header", "1")))
                .singleElement()
                .asString()
                .contains("cannot be called \"my header\"");
        assertThat(problems("POST", new Field("X", "a\nb")))
                .singleElement()
                .asString()
                .contains("line break");
        assertThat(problems("POST", new Field("Host", "x")))
                .singleElement()
                .asString()
                .contains("set by the connection itself");
    }

    @Test
    void a_path_stays_behind_the_endpoints_address() {
        assertThat(RequestCheck.isPath("/score")).isTrue();
        assertThat(RequestCheck.isPath("/swagger.json?version=3")).isTrue();
        assertThat(RequestCheck.isPath("score")).isFalse();
        assertThat(RequestCheck.isPath("//other/host")).isFalse();
        assertThat(RequestCheck.isPath("/a b")).isFalse();
        assertThat(RequestCheck.isPath("/a#b")).isFalse();
        assertThat(RequestCheck.isPath("")).isFalse();
    }

    @Test
    void a_file_that_the_router_would_refuse_is_not_sent() {
        var draft = new Draft(
                new Target.ByTraffic(),
                new Head("POST", "/score", List.of()),
                new Draft.Content.File(Path.of("film.mp4"), 200L << 20));

        assertThat(RequestCheck.problems(draft)).singleElement().asString().contains("film.mp4 has 200 MiB");
    }

    private static List<String> problems(String method, Field... fields) {
        return RequestCheck.problems(new Draft(
                new Target.ByTraffic(), new Head(method, "/score", List.of(fields)), new Draft.Content.Text("{}")));
    }
}
