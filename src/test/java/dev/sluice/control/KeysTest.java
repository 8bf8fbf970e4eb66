package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Secret;
import dev.sluice.router.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys. */
@ParameterizedClass
@EnumSource
class KeysTest extends FaceContract {

    @Test
    void b2_an_endpoint_has_two_keys_that_differ_and_both_go_on_after_a_restart() throws Exception {
        var keys = (Credentials.Keys) runtime.get(runtime.control.credentials(DIABETES));
        assertThat(keys.primary()).isNotEqualTo(keys.secondary());

        restart(engine);

        assertThat(runtime.get(runtime.control.credentials(DIABETES))).isEqualTo(keys);
        assertThat(verdict(keys.primary())).isEqualTo(Access.Verdict.GRANTED);
        assertThat(verdict(keys.secondary())).isEqualTo(Access.Verdict.GRANTED);
    }

    @Test
    void a_regenerated_key_is_another_cut_off_at_once_and_kept_and_the_other_goes_on() throws Exception {
        var before = (Credentials.Keys) runtime.get(runtime.control.credentials(DIABETES));

        assertThat(runtime.ask(runtime.control.regenerateKey(DIABETES, KeyType.PRIMARY)))
                .isInstanceOf(Outcome.Applied.class);

        var after = (Credentials.Keys) runtime.get(runtime.control.credentials(DIABETES));
        assertThat(after.primary()).isNotEqualTo(before.primary());
        assertThat(after.secondary()).isEqualTo(before.secondary());
        assertThat(verdict(before.primary())).isEqualTo(Access.Verdict.DENIED);
        assertThat(verdict(after.primary())).isEqualTo(Access.Verdict.GRANTED);
        assertThat(verdict(before.secondary())).isEqualTo(Access.Verdict.GRANTED);
        runtime.ask(runtime.control.regenerateKey(DIABETES, KeyType.SECONDARY));
        assertThat(verdict(before.secondary())).isEqualTo(Access.Verdict.DENIED);
        assertThat(verdict(after.primary())).isEqualTo(Access.Verdict.GRANTED);

        restart(engine);
        assertThat(verdict(before.primary())).isEqualTo(Access.Verdict.DENIED);
        assertThat(verdict(after.primary())).isEqualTo(Access.Verdict.GRANTED);
    }

    @Test
    void an_endpoint_with_tokens_has_no_key_to_regenerate_and_one_that_is_not_there_neither() throws Exception {
        var tokens = new EndpointName("tokens");
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(tokens, AuthMode.AML_TOKEN)));

        assertThat(runtime.ask(runtime.control.regenerateKey(tokens, KeyType.PRIMARY)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(runtime.ask(runtime.control.regenerateKey(new EndpointName("nowhere"), KeyType.PRIMARY)))
                .isInstanceOf(Outcome.Refused.class);
    }

    private Access.Verdict verdict(Secret key) {
        var endpoint = runtime.router.table().endpoint(DIABETES.text()).orElseThrow();
        return endpoint.access().check("Bearer " + key.reveal());
    }
}
