package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever an instance sends: the client gets a well-framed answer, the instance's own if that was sound, and the
 * next request's answer is never made of what was left of this one.
 */
class AnswerPathFuzz {

    private static final String MARK = "the next answer";

    @FuzzTest
    void no_answer_is_taken_for_another_or_read_in_two_ways(byte[] bytes) {
        for (var method : List.of("GET", "HEAD")) {
            check(bytes, method, Math.max(1, bytes.length));
            check(bytes, method, Pieces.of(bytes).further());
        }
    }

    @Test
    void in_pieces_of_whatever_length_a_seed_is_read_alike() throws Exception {
        for (var bytes : Pieces.seeds(getClass())) {
            for (int piece = 1; piece < bytes.length; piece++) {
                check(bytes, "GET", piece);
                check(bytes, "HEAD", piece);
            }
        }
    }

    private static void check(byte[] bytes, String method, int piece) {
        try (var wire = new Wire()) {
            ask(wire, method);
            var instance = wire.instances().get(0);
            for (int from = 0; from < bytes.length; from += piece) {
                if (!instance.sends(bytes, from, Math.min(bytes.length, from + piece))) {
                    break;
                }
            }
            if (StrictReader.answers(wire.toClient(), List.of(method))
                    .messages()
                    .isEmpty()) {
                instance.hangsUp();
            }
            verify(StrictReader.answers(bytes, List.of(method)), wire, method);
        }
    }

    private static void verify(StrictReader.All sent, Wire wire, String method) {
        var heard = StrictReader.answers(wire.toClient(), List.of(method));
        assertThat(heard.end()).isNotEqualTo(StrictReader.End.WRONG);
        if (heard.messages().isEmpty()) {
            assertThat(wire.isOver()).as("answered or closed").isTrue();
        }
        if (heard.messages().isEmpty() && sent.messages().stream().anyMatch(StrictReader.Read::mayBeRefused)) {
            return;
        }
        if (!sent.messages().isEmpty()) {
            var answer = heard.messages().get(0);
            int status = sent.messages().get(0).status();
            assertThat(answer.status()).isEqualTo(status == 200 ? 200 : 424);
            assertThat(answer.body()).isEqualTo(sent.messages().get(0).body());
        }
        if (!wire.isOver()) {
            assertThat(heard.end()).isEqualTo(StrictReader.End.WHOLE);
            assertNextIsItsOwn(wire, method);
        }
    }

    private static void assertNextIsItsOwn(Wire wire, String method) {
        int before = wire.toClient().length;
        ask(wire, "GET");
        for (var instance : wire.instances()) {
            if (instance.isOpen()) {
                instance.answers(MARK);
            }
        }
        var all = StrictReader.answers(wire.toClient(), List.of(method, "GET"));
        assertThat(wire.toClient().length).isGreaterThan(before);
        assertThat(all.end()).isEqualTo(StrictReader.End.WHOLE);
        assertThat(all.messages()).hasSize(2);
        assertThat(all.messages().get(1).all("x-number")).containsExactly(MARK);
    }

    private static void ask(Wire wire, String method) {
        var request =
                (method + " /endpoints/iris/score HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        assertThat(wire.clientSends(request, 0, request.length)).isTrue();
        assertThat(wire.instances()).isNotEmpty();
    }
}
