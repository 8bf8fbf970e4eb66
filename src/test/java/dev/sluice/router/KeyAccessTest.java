package dev.sluice.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.Secret;
import org.junit.jupiter.api.Test;

class KeyAccessTest {

    private final Access access = new KeyAccess(new Secret("primary"), new Secret("secondary"));

    @Test
    void both_keys_open() {
        assertThat(access.check("Bearer primary")).isEqualTo(Access.Verdict.GRANTED);
        assertThat(access.check("Bearer secondary")).isEqualTo(Access.Verdict.GRANTED);
    }

    @Test
    void any_other_credential_is_denied() {
        for (var other : new String[] {"Primary", "primar", "primaryy", "primary secondary", "ключ"}) {
            assertThat(access.check("Bearer " + other)).as(other).isEqualTo(Access.Verdict.DENIED);
        }
    }

    @Test
    void what_is_not_a_bearer_header_is_bad() {
        for (var header : new String[] {"", "primary", "Basic primary", "Bearer", "Bearer   ", "Bearerprimary"}) {
            assertThat(access.check(header)).as(header).isEqualTo(Access.Verdict.BAD_HEADER);
        }
    }

    @Test
    void the_scheme_may_be_written_in_any_case() {
        assertThat(access.check("bEARER primary")).isEqualTo(Access.Verdict.GRANTED);
    }

    @Test
    void nobody_gets_in_where_nobody_may() {
        assertThat(KeyAccess.toNobody().check("Bearer primary")).isEqualTo(Access.Verdict.DENIED);
        assertThat(KeyAccess.toNobody().check("")).isEqualTo(Access.Verdict.BAD_HEADER);
    }
}
