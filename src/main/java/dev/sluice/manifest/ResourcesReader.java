package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks what a Kubernetes deployment asks of its cluster: {@code resources}, in Kubernetes' own units (reference 1.3). */
final class ResourcesReader {

    private static final List<String> KINDS = List.of("cpu", "memory", "nvidia.com/gpu");
    private static final Pattern QUANTITY =
            Pattern.compile("(?<number>[0-9]{1,18}(\\.[0-9]{1,18})?)(?<unit>m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?");
    private static final Map<String, BigDecimal> UNITS = units();

    private ResourcesReader() {}

    static void check(Value resources) {
        resources.section().ifPresent(keys -> {
            var requests = amounts(keys, "requests");
            var limits = amounts(keys, "limits");
            requests.forEach((kind, request) -> Optional.ofNullable(limits.get(kind))
                    .filter(limit -> request.amount().compareTo(limit.amount()) > 0)
                    .ifPresent(limit -> request.value()
                            .refuse(
                                    Problem.Code.BAD_VALUE,
                                    "it requests more than its limit of " + limit.text(),
                                    "lower the request, or raise 'resources.limits." + kind + "'")));
            keys.finish();
        });
    }

    private static Map<String, Amount> amounts(Section resources, String key) {
        var amounts = new LinkedHashMap<String, Amount>();
        resources.value(key).flatMap(Value::section).ifPresent(section -> {
            for (var kind : KINDS) {
                section.value(kind).flatMap(ResourcesReader::amount).ifPresent(amount -> amounts.put(kind, amount));
            }
            section.finish();
        });
        return amounts;
    }

    private static Optional<Amount> amount(Value value) {
        return value.scalar().flatMap(text -> {
            var quantity = QUANTITY.matcher(text);
            if (!quantity.matches()) {
                value.refuse(
                        Problem.Code.BAD_VALUE,
                        "expected a Kubernetes quantity, found '" + Spelling.abridged(text) + "'",
                        "write a number such as 1, 0.5 or 500m for cores, and 512Mi or 2Gi for memory");
                return Optional.empty();
            }
            var unit =
                    Optional.ofNullable(quantity.group("unit")).map(UNITS::get).orElse(BigDecimal.ONE);
            return Optional.of(new Amount(value, text, new BigDecimal(quantity.group("number")).multiply(unit)));
        });
    }

    private static Map<String, BigDecimal> units() {
        var units = new LinkedHashMap<String, BigDecimal>();
        units.put("m", new BigDecimal("0.001"));
        var letters = List.of("k", "M", "G", "T", "P", "E");
        for (int i = 0; i < letters.size(); i++) {
            var binary = letters.get(i).toUpperCase(Locale.ROOT) + "i";
            units.put(letters.get(i), BigDecimal.valueOf(1000).pow(i + 1));
            units.put(binary, BigDecimal.valueOf(1024).pow(i + 1));
        }
        return units;
    }

    private record Amount(Value value, String text, BigDecimal amount) {}
}
