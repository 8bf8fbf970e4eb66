package dev.sluice.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts as a cluster writes them: {@code 500m} of a core, {@code 1.5Gi} of memory (reference 1.3). */
public final class Quantity {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)([a-zA-Z]{0,2})");

    private static final Map<String, BigDecimal> CORES = Map.of("", BigDecimal.ONE, "m", BigDecimal.valueOf(1, 3));

    private static final Map<String, BigDecimal> BYTES = Map.of(
            "", BigDecimal.ONE,
            "k", BigDecimal.valueOf(1_000L),
            "M", BigDecimal.valueOf(1_000_000L),
            "G", BigDecimal.valueOf(1_000_000_000L),
            "T", BigDecimal.valueOf(1_000_000_000_000L),
            "Ki", BigDecimal.valueOf(1L << 10),
            "Mi", BigDecimal.valueOf(1L << 20),
            "Gi", BigDecimal.valueOf(1L << 30),
            "Ti", BigDecimal.valueOf(1L << 40));

    private static final BigDecimal BYTES_PER_MEBIBYTE = BigDecimal.valueOf(1L << 20);

    private Quantity() {}

    /** Cores of the processor, such as 0.5 for {@code 500m}; empty if {@code text} is no such amount, or nothing. */
    public static Optional<Double> cores(String text) {
        return amount(text, CORES).map(BigDecimal::doubleValue);
    }

    /** Whole mebibytes of memory, at least one; empty if {@code text} is no such amount, or nothing. */
    public static Optional<Long> mebibytes(String text) {
        return amount(text, BYTES)
                .map(bytes -> Math.max(
                        1, bytes.divideToIntegralValue(BYTES_PER_MEBIBYTE).longValue()));
    }

    private static Optional<BigDecimal> amount(String text, Map<String, BigDecimal> units) {
        var matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.ofNullable(units.get(matcher.group(2)))
                        .map(unit -> new BigDecimal(matcher.group(1)).multiply(unit))
                        .filter(amount -> amount.signum() > 0)
                : Optional.empty();
    }
}
