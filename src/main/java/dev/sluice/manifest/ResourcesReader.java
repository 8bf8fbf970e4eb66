package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import dev.sluice.domain.Quantity;
import dev.sluice.domain.Resources;
import dev.sluice.domain.Resources.Share;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a Kubernetes deployment asks of its cluster: {@code resources}, in Kubernetes' own units (reference 1.3). */
final class ResourcesReader {

    private static final String CORES = "cpu";
    private static final String MEMORY = "memory";

    private static final Map<String, Function<String, Optional<Double>>> KINDS = kinds();

    private ResourcesReader() {}

    /** None if the deployment asks for none. They stay in the file, as texts, which the cloud's client insists on. */
    static Resources read(Section deployment) {
        return deployment
                .value("resources")
                .flatMap(value -> value.section().map(keys -> {
                    value.keepAsTexts();
                    return asked(keys);
                }))
                .orElse(Resources.NONE);
    }

    private static Resources asked(Section keys) {
        var requests = amounts(keys, "requests");
        var limits = amounts(keys, "limits");
        keys.finish();
        requests.forEach((kind, request) -> Optional.ofNullable(limits.get(kind))
                .filter(limit -> request.amount() > limit.amount())
                .ifPresent(limit -> request.value()
                        .refuse(
                                Problem.Code.BAD_VALUE,
                                "it requests more than its limit of " + limit.text(),
                                "lower the request, or raise 'resources.limits." + kind + "'")));
        return new Resources(share(CORES, requests, limits), share(MEMORY, requests, limits));
    }

    /** What is requested beyond the limit has been refused. */
    private static Share share(String kind, Map<String, Amount> requests, Map<String, Amount> limits) {
        var limit = Optional.ofNullable(limits.get(kind)).map(Amount::amount);
        var request =
                Optional.ofNullable(requests.get(kind)).map(Amount::amount).orElse(0.0);
        return new Share(limit.map(most -> Math.min(most, request)).orElse(request), limit);
    }

    private static Map<String, Amount> amounts(Section resources, String key) {
        var amounts = new LinkedHashMap<String, Amount>();
        resources.value(key).flatMap(Value::section).ifPresent(section -> {
            KINDS.forEach((kind, reading) -> section.value(kind)
                    .flatMap(value -> amount(value, reading))
                    .ifPresent(amount -> amounts.put(kind, amount)));
            Optional.ofNullable(amounts.get(GraphicsAsked.KEY))
                    .filter(amount -> amount.amount() > 0)
                    .ifPresent(amount -> amount.value().notice(CloudOnly.NO_GRAPHICS));
            section.finish();
        });
        return amounts;
    }

    private static Optional<Amount> amount(Value value, Function<String, Optional<Double>> reading) {
        return value.scalar().flatMap(text -> {
            var amount = reading.apply(text).map(number -> new Amount(value, text, number));
            if (amount.isEmpty()) {
                value.refuse(
                        Problem.Code.BAD_VALUE,
                        "expected a Kubernetes quantity, found '" + Spelling.abridged(text) + "'",
                        "write such as 500m or 2 for cores, 512Mi or 2Gi for memory, 1 for GPUs");
            }
            return amount;
        });
    }

    private static Map<String, Function<String, Optional<Double>>> kinds() {
        var kinds = new LinkedHashMap<String, Function<String, Optional<Double>>>();
        kinds.put(CORES, Quantity::cores);
        kinds.put(MEMORY, text -> Quantity.mebibytes(text).map(Long::doubleValue));
        kinds.put(GraphicsAsked.KEY, ResourcesReader::whole);
        return kinds;
    }

    private static Optional<Double> whole(String text) {
        return text.matches("[0-9]{1,3}") ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }

    private record Amount(Value value, String text, double amount) {}
}
