package dev.sluice.control.http.json;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Secret;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.Latencies;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The forms that cannot be found by looking at a type, or would be less plain then. */
final class PlainForms {

    static final Map<String, Object> TEXT = Map.of("type", "string");

    /** The rule of {@code domain.Names}. */
    private static final Map<String, Object> NAME = Keys.of("type", "string")
            .and("minLength", 3)
            .and("maxLength", 32)
            .and("pattern", "^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$")
            .all();

    /** What {@link Duration#parse} takes. JSON Schema's own format {@code duration} knows no parts of a second. */
    private static final String DURATION =
            "^[-+]?P([-+]?\\d+D)?(T([-+]?\\d+H)?([-+]?\\d+M)?([-+]?\\d+(\\.\\d{1,9})?S)?)?$";

    private PlainForms() {}

    static Map<Type, Form<?>> all() {
        var forms = new HashMap<Type, Form<?>>();
        forms.put(String.class, new TextForm<String>("a text", TEXT, text -> text, text -> text));
        forms.put(int.class, NumberForm.ints());
        forms.put(Integer.class, NumberForm.ints()); // in a list
        forms.put(long.class, NumberForm.longs());
        forms.put(Long.class, NumberForm.longs()); // in a list
        forms.put(double.class, new DecimalForm());
        forms.put(Double.class, new DecimalForm()); // what may be missing
        forms.put(boolean.class, new TruthForm());
        forms.put(Instant.class, instants());
        forms.put(Duration.class, new NamedForm<>(Duration.class, durations()));
        forms.put(Path.class, new TextForm<>("the path of a file", TEXT, Path::toString, Path::of));
        forms.put(byte[].class, bytes());
        forms.put(
                EndpointName.class,
                new NamedForm<>(
                        EndpointName.class, new TextForm<>("a name", NAME, EndpointName::text, EndpointName::new)));
        forms.put(
                DeploymentName.class,
                new NamedForm<>(
                        DeploymentName.class,
                        new TextForm<>("a name", NAME, DeploymentName::text, DeploymentName::new)));
        forms.put(Percent.class, new NamedForm<>(Percent.class, percents()));
        forms.put(Secret.class, new TextForm<>("a key or token", TEXT, Secret::reveal, Secret::new));
        forms.put(AuthMode.class, new WordForm<>(AuthMode.class, AuthMode::wireName));
        forms.put(ModelType.class, new WordForm<>(ModelType.class, ModelType::wireName));
        return forms;
    }

    private static Form<Instant> instants() {
        return new TextForm<>(
                "a time such as 2026-03-01T12:00:00Z",
                Keys.of("type", "string").and("format", "date-time").all(),
                Instant::toString,
                Instant::parse);
    }

    private static Scalar<Percent> percents() {
        return new NumberForm<>(0, 100, "", Percent::value, value -> new Percent((int) value));
    }

    private static Scalar<Duration> durations() {
        return new TextForm<>(
                "a duration such as PT1M30S",
                Keys.of("type", "string").and("pattern", DURATION).all(),
                Duration::toString,
                Duration::parse);
    }

    private static Form<byte[]> bytes() {
        return new TextForm<>(
                "bytes in Base64",
                Keys.of("type", "string").and("contentEncoding", "base64").all(),
                Base64.getEncoder()::encodeToString,
                Base64.getDecoder()::decode);
    }

    /** Of what is written as the one thing that it holds. */
    static Map<Type, Form<?>> wrappers(Forms forms) {
        var wrappers = new HashMap<Type, Form<?>>();
        wrappers.put(TrafficSplit.class, wrapper(TrafficSplit.class, forms, TrafficSplit::shares, TrafficSplit::new));
        wrappers.put(Pins.class, wrapper(Pins.class, forms, Pins::ids, Pins::new));
        wrappers.put(CloudKeys.class, wrapper(CloudKeys.class, forms, CloudKeys::json, CloudKeys::new));
        wrappers.put(
                Latencies.class,
                new MappedForm<>(
                        Latencies.class,
                        forms.<PackedLatencies>of(PackedLatencies.class),
                        PackedLatencies::of,
                        PackedLatencies::latencies));
        return wrappers;
    }

    private static <T extends Record, F> Form<T> wrapper(
            Class<T> type, Forms forms, Function<T, F> write, Function<F, T> read) {
        var only = type.getRecordComponents()[0].getGenericType();
        return new MappedForm<>(type, forms.<F>of(only), write, read);
    }
}
