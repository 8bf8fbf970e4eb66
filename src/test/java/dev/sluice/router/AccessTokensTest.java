package dev.sluice.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import dev.sluice.domain.EndpointName;
import dev.sluice.domain.HandClock;
import dev.sluice.domain.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final HandClock clock = new HandClock(START);
    private final AccessTokens tokens = tokens("iris", "signing key");
    private final Access access = new TokenAccess(tokens);

    @Test
    void a_fresh_token_opens_and_says_when_it_ends_and_when_to_fetch_the_next() {
        var token = tokens.mint();
        assertThat(check(token.accessToken().reveal())).isEqualTo(Access.Verdict.GRANTED);
        assertThat(token.expires()).isEqualTo(START.plusSeconds(3600));
        assertThat(token.refreshAfter()).isEqualTo(START.plusSeconds(2700));
    }

    @Test
    void b2_a_token_expires_to_the_millisecond_and_a_new_one_opens_again() {
        var token = tokens.mint().accessToken().reveal();
        clock.forward(Duration.ofMillis(3_599_999));
        assertThat(check(token)).isEqualTo(Access.Verdict.GRANTED);
        clock.forward(Duration.ofMillis(1));
        assertThat(check(token)).isEqualTo(Access.Verdict.EXPIRED);
        assertThat(check(tokens.mint().accessToken().reveal())).isEqualTo(Access.Verdict.GRANTED);
    }

    @Test
    void a_token_is_good_for_its_endpoint_and_its_signing_key_only() {
        assertThat(check(tokens("other", "signing key").mint().accessToken().reveal()))
                .isEqualTo(Access.Verdict.DENIED);
        assertThat(check(tokens("iris", "another key").mint().accessToken().reveal()))
                .isEqualTo(Access.Verdict.DENIED);
        assertThat(check(tokens("IRIS", "signing key").mint().accessToken().reveal()))
                .isEqualTo(Access.Verdict.GRANTED);
    }

    @Test
    void no_character_of_a_token_can_be_changed() {
        var token = tokens.mint().accessToken().reveal();
        qt().forAll(integers().between(0, token.length() - 1), integers().between(33, 126))
                .assuming((at, c) -> token.charAt(at) != c)
                .check((at, c) -> check(token.substring(0, at) + (char) c.intValue() + token.substring(at + 1))
                        == Access.Verdict.DENIED);
    }

    @Test
    void what_is_no_token_at_all_is_denied_or_a_bad_header() {
        for (var text : new String[] {".", "1.", ".x", "1", "1.2.3", "-1.x", "99999999999999999999.x"}) {
            assertThat(check(text)).as(text).isEqualTo(Access.Verdict.DENIED);
        }
        assertThat(access.check("")).isEqualTo(Access.Verdict.BAD_HEADER);
        assertThat(access.check("Token x")).isEqualTo(Access.Verdict.BAD_HEADER);
    }

    private Access.Verdict check(String token) {
        return access.check("Bearer " + token);
    }

    private AccessTokens tokens(String endpoint, String key) {
        return new AccessTokens(new EndpointName(endpoint), new Secret(key), clock, Duration.ofHours(1));
    }
}
