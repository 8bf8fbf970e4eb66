package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.control.Answer;
import dev.sluice.control.Fleet;
import dev.sluice.control.http.Route.Call;
import dev.sluice.control.http.json.Codec;
import dev.sluice.control.http.json.Misfit;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiTest {

    private static final DeploymentId BLUE = new DeploymentId(new EndpointName("diabetes"), new DeploymentName("blue"));

    private final Codec codec = new Codec();

    @Test
    void every_command_question_and_stream_is_offered() {
        var offered = Api.v1().routes().stream().map(Route::type).toList();
        var all = Stream.of(Command.class, Question.class, Subject.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .toList();

        assertThat(offered)
                .containsAll(all.stream()
                        .<Class<? extends Record>>map(ApiTest::record)
                        .toList());
        assertThat(offered).filteredOn(all::contains).doesNotHaveDuplicates();
    }

    private static Class<? extends Record> record(Class<?> type) {
        return type.asSubclass(Record.class);
    }

    @Test
    void a_command_is_posted_to_its_own_name() {
        var route = Api.v1().of(new Command.AllTrafficTo(BLUE));

        assertThat(route.method()).isEqualTo(Route.Method.POST);
        assertThat(route.path()).isEqualTo("/v1/commands/all-traffic-to");
        assertThat(Api.v1().at("/v1/commands/all-traffic-to")).contains(route);
    }

    @Test
    void a_question_is_answered_with_what_the_runtime_answers_it_with() {
        var paths = List.of("invoke", "log-tail", "shadow-answer");

        assertThat(paths)
                .extracting(path -> Api.v1()
                        .at("/v1/questions/" + path)
                        .orElseThrow()
                        .answer()
                        .getTypeName())
                .containsExactly(
                        Answer.class.getName(),
                        "java.util.List<dev.sluice.control.LogLine>",
                        "java.util.Optional<dev.sluice.metrics.ShadowAnswer>");
        assertThat(Api.v1().of(Call.FLEET).answer()).isEqualTo(Fleet.class);
    }

    @Test
    void nothing_is_where_nothing_is_offered() {
        assertThat(Api.v1().at("/v1/commands/format-disk")).isEmpty();
        assertThat(Api.v1().at("/v2/fleet")).isEmpty();
    }

    @Test
    void a_deployment_in_an_address_is_two_parameters() {
        var log = new Subject.Log(BLUE, 100);

        assertThat(codec.query(log)).isEqualTo(Map.of("endpoint", "diabetes", "deployment", "blue", "tail", "100"));
        assertThat(codec.readQuery(codec.query(log), Subject.Log.class)).isEqualTo(log);
    }

    @Test
    void a_parameter_that_is_missing_unknown_or_wrong_is_refused_by_its_name() {
        assertThat(misfit(Map.of())).isEqualTo("job: the parameter is missing. To mend it: put it in");
        assertThat(misfit(Map.of("job", "1", "jobs", "1")))
                .isEqualTo("jobs: there is no such parameter. To mend it: use job");
        assertThat(misfit(Map.of("job", "first"))).startsWith("job: 'first' is not a whole number from ");
    }

    private String misfit(Map<String, String> parameters) {
        return catchThrowableOfType(Misfit.class, () -> codec.readQuery(parameters, Question.JobLog.class))
                .problem()
                .sentence();
    }

    @Test
    void a_secret_is_told_to_who_asks_for_credentials_and_to_nobody_else() {
        var telling = Api.v1().routes().stream()
                .filter(route -> reachable(route.answer()).contains(Secret.class)
                        || reachable(route.type()).contains(Secret.class))
                .toList();

        assertThat(telling).extracting(Route::path).containsExactly("/v1/questions/credentials");
        assertThat(reachable(Problems.class)).doesNotContain(Secret.class);
    }

    @Test
    void what_is_asked_of_a_runtime_with_a_get_leaves_it_as_it_is() {
        assertThat(Api.v1().routes())
                .filteredOn(route -> route.method() == Route.Method.GET)
                .noneMatch(route -> route instanceof Route.ForCommand)
                .extracting(Route::type)
                .doesNotContain(record(Question.WipeCollected.class), record(Question.Invoke.class));
    }

    private static Set<Class<?>> reachable(Type from) {
        var found = new HashSet<Class<?>>();
        look(from, found);
        return found;
    }

    private static void look(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> look(argument, found));
        } else if (type instanceof Class<?> plain && found.add(plain)) {
            if (plain.isRecord()) {
                Arrays.stream(plain.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(component -> look(component, found));
            } else if (plain.isSealed()) {
                Arrays.stream(plain.getPermittedSubclasses()).forEach(variant -> look(variant, found));
            }
        }
    }
}
