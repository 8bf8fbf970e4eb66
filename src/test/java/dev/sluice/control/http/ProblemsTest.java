package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "409, ALREADY_EXISTS",
        "409, BUSY",
        "409, UNDER_WAY",
        "409, ENDPOINT_BUSY",
        "409, STILL_LIVE",
        "404, NOT_FOUND",
        "404, UNKNOWN_DEPLOYMENT",
        "422, BAD_VALUE",
        "422, TRAFFIC_TOTAL",
        "422, OUT_OF_CAPACITY",
        "400, SYNTAX",
        "500, INTERNAL",
        "404, TRAFFIC_TOTAL UNKNOWN_DEPLOYMENT",
        "409, NOT_FOUND STILL_LIVE",
    })
    void a_refusal_has_the_status_of_what_stands_most_in_the_way(int status, String codes) {
        var problems = Arrays.stream(codes.split(" "))
                .map(code -> Problem.of(Code.valueOf(code), "", "what", "do"))
                .toList();

        assertThat(new Problems(problems).status()).isEqualTo(status);
    }
}
