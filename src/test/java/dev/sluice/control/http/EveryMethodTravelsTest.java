package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.RolloutControl;
import dev.sluice.control.http.json.Codec;
import dev.sluice.control.http.json.RandomValues;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Actor.Face;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Secret;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is called at the face in another process is called at the runtime: the same, with the same, for the same user. */
class EveryMethodTravelsTest {

    private static final int VALUES = 5;
    private static final String USER = System.getProperty("user.name");
    private static final List<Object> SCRIPT = List.of(new Actor(Face.CLI, USER));
    private static final EndpointName DIABETES = new EndpointName("diabetes");

    private final Codec codec = new Codec();
    private final RecordingControl runtime = new RecordingControl();
    private final ControlServer server =
            ControlServer.open(runtime.control(), new Secret("sesame"), 0, new RemoteControlTest.Presence());
    private final RemoteControl remote = RemoteControl.at(server.doorway());

    @AfterEach
    void end() {
        remote.close();
        server.close();
    }

    static Stream<Method> methods() {
        return Arrays.stream(RolloutControl.class.getMethods())
                .filter(method -> method.getReturnType() != RolloutControl.class);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void it_arrives_with_equal_arguments_and_its_answer_comes_back(Method method) throws Exception {
        for (int seed = 0; seed < VALUES; seed++) {
            var values = new RandomValues(seed);
            runtime.willAnswerBy(new RandomValues(-seed));
            var news = new CompletableFuture<Object>();
            var given = Arrays.stream(method.getGenericParameterTypes())
                    .map(type -> isListener(type) ? (Consumer<Object>) news::complete : values.of(type))
                    .toArray();

            var answer = answer(method.invoke(remote, given), news);

            var heard = runtime.nextHeard();
            assertThat(heard.method()).isEqualTo(method);
            assertThat(json(method, heard.arguments())).isEqualTo(json(method, List.of(given)));
            assertThat(json(answer, RecordingControl.answer(method)))
                    .isEqualTo(json(heard.answered(), RecordingControl.answer(method)));
        }
    }

    private static Object answer(Object returned, CompletableFuture<Object> news) throws Exception {
        if (returned instanceof CompletionStage<?> stage) {
            return Optional.<Object>ofNullable(stage.toCompletableFuture().get(10, TimeUnit.SECONDS))
                    .orElse("");
        }
        try (var watch = (AutoCloseable) returned) {
            assertThat(watch).isNotNull();
            return news.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void who_gives_a_command_why_and_in_what_manner_arrives_with_it() throws Exception {
        Map<UnaryOperator<RolloutControl>, List<Object>> ways = Map.of(
                plain -> plain,
                SCRIPT,
                plain -> plain.by(new Actor(Face.CONSOLE, "somebody else")),
                List.of(new Actor(Face.CONSOLE, USER)),
                plain -> plain.because("größer: 50 % + 1"),
                List.of(new Actor(Face.CLI, USER, "größer: 50 % + 1")),
                RolloutControl::beyondCapacity,
                List.of(SCRIPT.get(0), "beyondCapacity"),
                RolloutControl::insteadOfWhatRuns,
                List.of(SCRIPT.get(0), "insteadOfWhatRuns"),
                RolloutControl::besideWhatRuns,
                List.of(SCRIPT.get(0), "besideWhatRuns"),
                plain -> plain.insteadOfWhatRuns()
                        .by(new Actor(Face.CONSOLE, "", "now"))
                        .beyondCapacity(),
                List.of(new Actor(Face.CONSOLE, USER, "now"), "beyondCapacity", "insteadOfWhatRuns"));
        for (var way : ways.entrySet()) {
            way.getKey()
                    .apply(remote)
                    .deleteEndpoint(DIABETES)
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);

            assertThat(runtime.nextHeard().manner()).containsExactlyInAnyOrderElementsOf(way.getValue());
        }
    }

    private List<String> json(Method method, List<Object> arguments) {
        var types = method.getGenericParameterTypes();
        return IntStream.range(0, types.length)
                .filter(i -> !isListener(types[i]))
                .mapToObj(i -> json(arguments.get(i), types[i]))
                .toList();
    }

    private String json(Object value, Type type) {
        return type == Void.class ? "" : new String(codec.write(value, type), StandardCharsets.UTF_8);
    }

    private static boolean isListener(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Consumer.class;
    }
}
