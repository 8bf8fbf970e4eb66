package dev.sluice.control.http.json;

import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Substitution;
import dev.sluice.domain.Usage;
import dev.sluice.manifest.RandomSpecs;
import dev.sluice.metrics.DeploymentMeter;
import dev.sluice.metrics.Latencies;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A value of any type that travels, found by looking at the type, so that a new one is tried without being named here. */
public final class RandomValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "\"\\/",
            "line\nline",
            "\u0000\u001b",
            "größer",
            "日本",
            "🙂",
            "/score?a=b",
            "\u2028",
            "x-y_z");

    private static final int TRIES = 500;

    private final Random random;
    private final Map<Type, Supplier<Object>> special = new HashMap<>();

    public RandomValues(long seed) {
        random = new Random(seed);
        special.put(String.class, this::text);
        special.put(int.class, () -> oneOf(0, 1, 5001, random.nextInt(100), Integer.MAX_VALUE, -1));
        special.put(Integer.class, () -> random.nextInt(100));
        special.put(
                long.class, () -> oneOf(0L, 1L, (long) random.nextInt(1_000_000), Long.MAX_VALUE, random.nextLong()));
        special.put(Long.class, () -> (long) random.nextInt(1_000_000));
        special.put(double.class, () -> oneOf(0.0, 1.0, 1e-9, random.nextDouble(), 1e17, Double.MIN_VALUE));
        special.put(Double.class, random::nextDouble);
        special.put(boolean.class, random::nextBoolean);
        special.put(byte[].class, this::bytes);
        special.put(Duration.class, () -> Duration.ofNanos(oneOf(0L, 1L, 1_000_000L, random.nextLong() >>> 20)));
        special.put(Instant.class, () -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
        special.put(Path.class, () -> Path.of("/tmp", "größe " + random.nextInt(9)));
        special.put(EndpointName.class, () -> new EndpointName("Endpoint-" + random.nextInt(9)));
        special.put(DeploymentName.class, () -> new DeploymentName(oneOf("blue", "Green", "a-1") + random.nextInt(9)));
        special.put(Percent.class, () -> new Percent(random.nextInt(101)));
        special.put(AssetId.class, () -> new AssetId(oneOf(AssetKind.values()), word(), oneOf("1", "10", "v2")));
        special.put(Usage.class, () -> new Usage(random.nextDouble(), random.nextInt(1 << 30)));
        special.put(
                Substitution.class, () -> new Substitution("azureml://registries/*/" + word(), "azureml:" + word()));
        special.put(CloudKeys.class, () -> new CloudKeys(new TreeMap<>(Map.of("a.b", "{\"c\":[1,null]}"))));
        special.put(EndpointSpec.class, () -> specs().endpoint((EndpointName) of(EndpointName.class)));
        special.put(DeploymentSpec.class, this::deployment);
        special.put(ModelDefinition.class, () -> specs().model(word()));
        special.put(EnvironmentDefinition.class, () -> specs().environment(word()));
        special.put(InstanceProfile.class, () -> new InstanceProfile("Size-" + random.nextInt(99), 2, 0.5));
        special.put(Latencies.class, this::latencies);
    }

    /** One of {@code type}. */
    public Object of(Type type) {
        if (special.containsKey(type)) {
            return special.get(type).get();
        } else if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        var plain = (Class<?>) type;
        if (plain.isEnum()) {
            return oneOf(plain.getEnumConstants());
        }
        return plain.isSealed() ? of(oneOf(plain.getPermittedSubclasses())) : record(plain);
    }

    private Object generic(Class<?> type, Type[] of) {
        if (type == Optional.class) {
            return random.nextBoolean() ? Optional.of(of(of[0])) : Optional.empty();
        } else if (type == List.class) {
            return items(of[0]);
        } else if (type == SortedSet.class) {
            return new TreeSet<>(items(of[0]));
        } else if (type == SortedMap.class) {
            return new TreeMap<>(entries(of));
        }
        return entries(of);
    }

    private List<Object> items(Type type) {
        var items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(of(type));
        }
        return items;
    }

    private Map<Object, Object> entries(Type[] of) {
        var entries = new LinkedHashMap<>();
        items(of[0]).forEach(key -> entries.put(key, of(of[1])));
        return entries;
    }

    /** Some values a record refuses. */
    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int i = 0; i < TRIES; i++) {
            var contents = Arrays.stream(components)
                    .map(component -> of(component.getGenericType()))
                    .toArray();
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(contents);
            } catch (ReflectiveOperationException refused) {
                // Another try.
            }
        }
        throw new IllegalStateException("no " + type + " after " + TRIES + " tries");
    }

    private DeploymentSpec deployment() {
        var id = (DeploymentId) of(DeploymentId.class);
        return specs().deployment(id.endpoint(), id.deployment());
    }

    private RandomSpecs specs() {
        return new RandomSpecs(random.nextLong());
    }

    private Latencies latencies() {
        var meter = new DeploymentMeter();
        for (int i = random.nextInt(20); i > 0; i--) {
            meter.recordLive(200, 200, random.nextLong() >>> oneOf(20, 30, 40));
        }
        return meter.drain().live().latencies();
    }

    private byte[] bytes() {
        var bytes = new byte[random.nextInt(50)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text() {
        return oneOf(oneOf(TEXTS.toArray(String[]::new)), word(), Character.toString(random.nextInt(0xD800)));
    }

    private String word() {
        return "w" + random.nextInt(1000);
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
