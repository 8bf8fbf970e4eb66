package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whatever a client sends: what reaches an instance is what a strict reader finds in the client's bytes, request by
 * request, and each gets exactly one answer. The bytes come as a whole, which is when {@link PlainHead} may take
 * them, and in pieces, which is when it mostly cannot.
 */
class RequestPathFuzz {

    /** What is wrong in a head is found when the head is whole. */
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @FuzzTest
    void no_request_passes_that_could_be_read_in_two_ways(byte[] bytes) {
        check(bytes, bytes.length, 1);
        var pieces = Pieces.of(bytes);
        check(bytes, pieces.first(), pieces.further());
    }

    @Test
    void wherever_a_seed_is_cut_in_two_and_byte_by_byte_it_is_read_alike() throws Exception {
        for (var bytes : Pieces.seeds(getClass())) {
            check(bytes, 1, 1);
            for (int cut = 2; cut < bytes.length; cut++) {
                check(bytes, cut, bytes.length);
            }
        }
    }

    /** Sends {@code first} bytes and then {@code further} at a time. */
    private static void check(byte[] bytes, int first, int further) {
        var expected = StrictReader.requests(bytes);
        try (var wire = new Wire()) {
            var passed = new ArrayList<StrictReader.Read>();
            int from = 0;
            int to = first;
            while (from < bytes.length && wire.clientSends(bytes, from, to)) {
                answerAll(wire, passed);
                from = to;
                to = Math.min(bytes.length, to + further);
            }
            assertThat(wire.failures()).isEmpty();
            verify(expected, passed, wire);
        }
    }

    /** The instance answers each whole request with the number that it had. */
    private static void answerAll(Wire wire, List<StrictReader.Read> passed) {
        for (var asked = whoWasAsked(wire); asked.isPresent(); asked = whoWasAsked(wire)) {
            var instance = asked.get();
            var seen = StrictReader.requests(instance.received());
            assertThat(seen.end()).isNotEqualTo(StrictReader.End.WRONG);
            if (seen.messages().size() > instance.answered()) {
                assertThat(seen.messages()).hasSize(instance.answered() + 1);
                passed.add(seen.messages().get(instance.answered()));
                instance.answers(Integer.toString(passed.size()));
            }
        }
    }

    private static Optional<Wire.Instance> whoWasAsked(Wire wire) {
        return wire.instances().stream().filter(Wire.Instance::hasMore).findFirst();
    }

    private static void verify(StrictReader.All expected, List<StrictReader.Read> passed, Wire wire) {
        var requests = expected.messages();
        var answers = answers(wire, requests);
        assertThat(answers.end()).isEqualTo(StrictReader.End.WHOLE);
        int next = 0;
        for (int i = 0; i < answers.messages().size(); i++) {
            var answer = answers.messages().get(i);
            boolean isOrigins = answer.status() == 200;
            if (i == requests.size()) {
                assertThat(isOrigins).as("an answer to what is no request").isFalse();
            } else if (isOrigins) {
                assertThat(passed.size()).isGreaterThan(next);
                assertSame(requests.get(i), passed.get(next));
                next++;
                assertThat(answer.all("x-number")).containsExactly(Integer.toString(next));
            } else if (answer.status() != 400 || !requests.get(i).mayBeRefused()) {
                assertThat(answer.status()).as("of a sound request").isIn(401, 404, 413, 417, 501);
            }
        }
        assertThat(passed).hasSize(next);
        int answered = answers.messages().size();
        if (answered < requests.size()) {
            assertThat(wire.isOver()).as("answered or closed").isTrue();
            assertThat(answers.messages().get(answered - 1).saysClose()
                            || requests.get(answered - 1).mayBeRefused())
                    .isTrue();
        } else if (expected.end() == StrictReader.End.WRONG) {
            wire.clientSends(END_OF_HEAD, 0, END_OF_HEAD.length);
            wire.toClient();
            assertThat(wire.isOver()).as("closed after what is not HTTP").isTrue();
        }
    }

    /** The last may be to something that is no request, but says HEAD. */
    private static StrictReader.All answers(Wire wire, List<StrictReader.Read> requests) {
        var methods =
                new ArrayList<>(requests.stream().map(StrictReader.Read::method).toList());
        methods.add("GET");
        var answers = StrictReader.answers(wire.toClient(), methods);
        if (answers.end() != StrictReader.End.CUT) {
            return answers;
        }
        methods.set(requests.size(), "HEAD");
        return StrictReader.answers(wire.toClient(), methods);
    }

    private static void assertSame(StrictReader.Read sent, StrictReader.Read seen) {
        assertThat(seen.method()).isEqualTo(sent.method());
        assertThat(seen.body()).isEqualTo(sent.body());
        assertThat(sent.target()).endsWith(seen.target().substring(1));
    }
}
