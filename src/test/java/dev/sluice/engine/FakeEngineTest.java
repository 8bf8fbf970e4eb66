package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake keeps what real engines promise, and does what tests tell it. */
class FakeEngineTest extends InstanceEngineContract {

    private static final Pattern SAY = Pattern.compile("\\{\"say\": \"(.*)\"}");

    private final FakeHost host = new FakeHost();
    private final FakeEngine fake = new FakeEngine();
    private Duration worked = Duration.ZERO;

    @Override
    protected FakeEngine open(Path home) {
        return new FakeEngine(host, home).serves(this::score).whenStarted(FakeEngineTest::boot);
    }

    @Override
    protected EnvironmentSource environment() {
        return new EnvironmentSource.Image("any");
    }

    @Override
    protected void kill(Instance instance) {
        host.instance(instance.id()).end(137, "killed by signal 9");
    }

    @AfterEach
    void switch_off() {
        host.close();
    }

    private static void boot(FakeInstance instance) {
        if (instance.spec().files().app().endsWith("fails")) {
            instance.log("Traceback (most recent call last):");
            instance.log("sluice.boot - UserScriptInitFailed: ValueError: the model is broken");
            instance.end(3, "exit code 3");
        } else {
            instance.listen();
        }
    }

    private String score(InstanceSpec spec, String body) {
        if (body.contains("work")) {
            var id = host.instances(home.toString()).get(0).id();
            worked = worked.plusMillis(200);
            host.instance(id).takes(new Consumption(FakeEngine.STARTED.plus(worked), worked, 40 << 20));
        }
        var say = SAY.matcher(body);
        if (say.matches()) {
            var id = host.instances(home.toString()).get(0).id();
            host.instance(id).log("sluice.print - " + say.group(1));
        }
        return "\"hello from a package beside the script\"";
    }

    private Instance begin(String name) {
        return done(fake.start(spec("answers", name, Map.of())));
    }

    @Test
    void an_instance_boots_until_the_test_lets_it_listen() {
        var id = begin("blue-1").id();
        assertThat(fake.instance("blue-1").status()).isInstanceOf(Instance.Status.Booting.class);

        fake.listens(id);

        assertThat(fake.instance("blue-1").status()).isInstanceOf(Instance.Status.Reachable.class);
    }

    @Test
    void a_held_call_waits_until_it_is_released() {
        fake.hold(FakeEngine.Call.START);
        var waiting = fake.start(spec("answers", "blue-1", Map.of())).toCompletableFuture();
        assertThat(waiting).isNotDone();

        fake.release(FakeEngine.Call.START);

        assertThat(waiting).isCompleted();
        assertThat(fake.deeds()).containsExactly("start blue-1");
    }

    @Test
    void a_refused_call_fails_with_the_problem_and_succeeds_again_once_allowed() {
        fake.refuse(FakeEngine.Call.START, Problem.of(Problem.Code.OUT_OF_QUOTA, "", "no room", "make some"));
        assertThatThrownBy(() -> begin("blue-1")).hasMessageContaining("no room");

        fake.allow(FakeEngine.Call.START);

        assertThat(begin("blue-1").key().name()).isEqualTo("blue-1");
    }

    @Test
    void an_unhealthy_instance_answers_so() {
        fake.serves((spec, body) -> body).startsAtOnce();
        var instance = begin("blue-1");
        var address = ((Instance.Status.Reachable) instance.status()).address();

        fake.turnsUnhealthy(instance.id());
        assertThat(get(address, "/")).isEqualTo("not well");

        fake.turnsHealthy(instance.id());
        assertThat(get(address, "/")).isEqualTo("Healthy");
        done(fake.stop(instance.id(), GRACE));
    }
}
