package dev.sluice.router;

import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Secret;
import java.time.Clock;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to look at a caller's key or token. */
@State(Scope.Benchmark)
public class AccessBench {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final Access byKey = new KeyAccess(new Secret(KEY), new Secret("another-" + KEY));
    private final AccessTokens tokens = new AccessTokens(
            new EndpointName("iris"), new Secret("signing-" + KEY), Clock.systemUTC(), Duration.ofHours(12));
    private final Access byToken = new TokenAccess(tokens);
    private final String rightKey = "Bearer " + KEY;
    private final String wrongKey = "Bearer " + KEY.replace('f', 'e');
    private final String token = "Bearer " + tokens.mint().accessToken().reveal();

    @Benchmark
    public Access.Verdict rightKey() {
        return byKey.check(rightKey);
    }

    @Benchmark
    public Access.Verdict wrongKey() {
        return byKey.check(wrongKey);
    }

    @Benchmark
    public Access.Verdict token() {
        return byToken.check(token);
    }
}
