package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Addresses and ids: what is read from a request before anything is decided. */
class AddressTest {

    @Test
    void an_endpoint_can_stand_in_the_path() {
        assertThat(Address.of("/endpoints/iris/score", () -> "any")).contains(new Address("iris", "/score"));
        assertThat(Address.of("/endpoints/iris/a/b?c=/d", () -> "any")).contains(new Address("iris", "/a/b?c=/d"));
        assertThat(Address.of("/endpoints/iris", () -> "any")).contains(new Address("iris", "/"));
        assertThat(Address.of("/endpoints/iris?a", () -> "any")).contains(new Address("iris", "/?a"));
    }

    @Test
    void an_endpoint_can_stand_in_the_host() {
        assertThat(Address.of("/score", () -> "iris.localhost")).contains(new Address("iris", "/score"));
        assertThat(Address.of("/score", () -> "Iris.LocalHost:8080")).contains(new Address("Iris", "/score"));
    }

    @Test
    void the_path_wins_over_the_host() {
        assertThat(Address.of("/endpoints/blue/score", () -> "iris.localhost")).contains(new Address("blue", "/score"));
    }

    @Test
    void elsewhere_there_is_no_endpoint() {
        for (var host : new String[] {"", "localhost", ".localhost", "127.0.0.1:80", "iris.localhost.example", ":80"}) {
            assertThat(Address.of("/score", () -> host)).as(host).isEmpty();
        }
    }

    @Test
    void no_target_and_no_host_breaks_it_and_the_path_always_starts_with_a_slash() {
        qt().forAll(strings().ascii().ofLengthBetween(0, 30), strings().ascii().ofLengthBetween(0, 20))
                .check((rest, host) -> Address.of("/endpoints/" + rest, () -> host)
                        .orElseThrow()
                        .path()
                        .startsWith("/"));
    }

    @Test
    void a_clients_id_is_cut_to_what_the_cloud_allows() {
        qt().forAll(strings().basicLatinAlphabet().ofLengthBetween(0, 80)).check(given -> {
            var headers = DefaultHttpHeadersFactory.headersFactory()
                    .withValidation(false)
                    .newHeaders()
                    .set(Names.CLIENT_REQUEST_ID, given);
            return Trace.of("id", headers).clientRequestId().matches("[A-Za-z0-9_-]{0,40}");
        });
    }

    @Test
    void ids_are_guids_of_version_four() {
        qt().forAll(longs().all()).checkAssert(bits -> {
            var guid = UUID.fromString(new Guids(() -> bits).get());
            assertThat(guid.version()).isEqualTo(4);
            assertThat(guid.variant()).isEqualTo(2);
        });
        assertThat(new Guids(() -> 0x0123456789abcdefL).get()).isEqualTo("01234567-89ab-4def-8123-456789abcdef");
    }
}
