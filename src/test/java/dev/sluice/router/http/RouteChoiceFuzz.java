package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Percent;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.router.Wheel;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import java.util.HashMap;
import java.util.Locale;

/** How a request finds its deployment, whatever its address, its ids, its pin and the split are. */
class RouteChoiceFuzz {

    private static final String PREFIX = "/endpoints/";

    @FuzzTest
    void an_address_is_taken_apart_without_losing_or_adding_anything(FuzzedDataProvider data) {
        var host = data.consumeAsciiString(40);
        var target = "/" + data.consumeRemainingAsAsciiString();
        var address = Address.of(target, () -> host);
        if (target.startsWith(PREFIX)) {
            var spelled = PREFIX + address.orElseThrow().endpoint();
            assertThat(target).startsWith(spelled);
            assertThat(address.get().path())
                    .endsWith(target.substring(spelled.length()))
                    .startsWith("/");
            assertThat(address.get().endpoint()).doesNotContain("/", "?");
        } else {
            address.ifPresent(found -> {
                assertThat(found.path()).isEqualTo(target);
                assertThat(found.endpoint()).isNotEmpty();
                assertThat(host.toLowerCase(Locale.ROOT))
                        .startsWith(found.endpoint().toLowerCase(Locale.ROOT) + ".localhost");
            });
        }
    }

    @FuzzTest
    void an_id_of_the_clients_is_short_and_harmless_or_none(FuzzedDataProvider data) {
        var given = data.consumeRemainingAsString();
        var headers = DefaultHttpHeadersFactory.headersFactory()
                .withValidation(false)
                .newHeaders()
                .add(Names.CLIENT_REQUEST_ID, given);
        var trace = Trace.of("ours", headers);
        trace.writeTo(headers);
        assertThat(trace.clientRequestId()).matches("[A-Za-z0-9_-]{0,40}");
        assertThat(headers.getAll(Names.REQUEST_ID)).containsExactly("ours");
    }

    @FuzzTest
    void whatever_the_split_each_deployment_gets_its_share_within_one(FuzzedDataProvider data) {
        var split = split(data);
        var wheel = new Wheel(split);
        var got = new HashMap<DeploymentName, Integer>();
        for (int n = 1; n <= 200 && !split.shares().isEmpty(); n++) {
            got.merge(wheel.next().orElseThrow(), 1, Integer::sum);
            for (var share : split.shares().entrySet()) {
                double owed = n * share.getValue().value() / 100.0;
                assertThat(Math.abs(got.getOrDefault(share.getKey(), 0) - owed)).isLessThan(1.0);
            }
        }
    }

    /** Up to a hundred deployments that share all traffic, or none. */
    private static TrafficSplit split(FuzzedDataProvider data) {
        var split = TrafficSplit.NONE;
        int left = 100;
        for (int i = 0; left > 0 && data.remainingBytes() > 0; i++) {
            int share = data.consumeInt(1, left);
            split = split.with(new DeploymentName("model-" + i), new Percent(share));
            left -= share;
        }
        return left == 0 || split.shares().isEmpty()
                ? split
                : split.with(new DeploymentName("rest"), new Percent(left));
    }
}
