package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes from a runtime comes in pieces, which may be cut anywhere. */
class EventReaderTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nX: y\r\n\r\n";

    @Test
    void events_are_the_same_wherever_their_bytes_are_cut() throws IOException {
        var bytes = "data: \"täglich\"\n\n: alive\n\nevent: left-out\ndata: 7\n\ndata: 1\n\n"
                .getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            var events = new ArrayList<String>();
            var reader = new EventReader((name, data) -> events.add(name + "=" + text(data)));

            reader.read(ByteBuffer.wrap(bytes, 0, cut));
            reader.read(ByteBuffer.wrap(bytes, cut, bytes.length - cut));

            assertThat(events).isEqualTo(List.of("=\"täglich\"", "left-out=7", "=1"));
        }
    }

    @Test
    void the_number_behind_the_news_is_told_in_its_turn_and_must_be_one() throws IOException {
        var told = new ArrayList<String>();
        var reader = new EventReader(new EventReader.Listener() {
            @Override
            public void event(String name, byte[] data) {
                told.add(text(data));
            }

            @Override
            public void reached(long number) {
                told.add("up to " + number);
            }
        });

        reader.read(bytes("event: news\ndata: 1\n\nid: 12\n\nevent: news\ndata: 2\n\n"));

        assertThat(told).containsExactly("1", "up to 12", "2");
        assertThatThrownBy(() -> reader.read(bytes("id: many\n\n"))).isInstanceOf(IOException.class);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_head_is_the_same_wherever_its_bytes_are_cut_and_leaves_the_body() throws IOException {
        var bytes = (HEAD + "body").getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= HEAD.length(); cut++) {
            var reader = new HeadReader();
            reader.read(ByteBuffer.wrap(bytes, 0, cut));
            var rest = ByteBuffer.wrap(bytes, cut, bytes.length - cut);
            reader.read(rest);

            assertThat(reader.head().orElseThrow().status()).isEqualTo(200);
            assertThat(reader.head().orElseThrow().length()).hasValue(12);
            assertThat(rest.remaining()).isEqualTo("body".length());
        }
    }

    @Test
    void another_program_at_the_runtimes_port_is_recognised() {
        for (var other : List.of("SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/1.1 OK\r\n\r\n", "x".repeat(40_000))) {
            assertThatThrownBy(() -> new HeadReader().read(ByteBuffer.wrap(other.getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("something else than a runtime");
        }
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }
}
