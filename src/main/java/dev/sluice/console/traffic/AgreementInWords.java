package dev.sluice.console.traffic;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.Agreement.Place;
import dev.sluice.metrics.AgreementMeter;
import dev.sluice.metrics.Apart;
import dev.sluice.metrics.Tolerance;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far answers agree, as it is told. */
record AgreementInWords(Agreement agreement, Tolerance tolerance, Set<String> ignored) {

    private static final double LEAST_TOLD = 0.001;
    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

    static String tolerance(Tolerance tolerance) {
        return Messages.of(
                switch (tolerance) {
                    case EXACT -> "agreement.tolerance.exact";
                    case MILLIONTH -> "agreement.tolerance.millionth";
                    case THOUSANDTH -> "agreement.tolerance.thousandth";
                    case PERCENT -> "agreement.tolerance.percent";
                    case FIVE_PERCENT -> "agreement.tolerance.five-percent";
                    case TEN_PERCENT -> "agreement.tolerance.ten-percent";
                });
    }

    String summary() {
        return agreement.compared() == 0
                ? Messages.of("agreement.none")
                : Messages.of("agreement.summary", agreeing(), agreement.compared(), whose(), percent()) + leftOut();
    }

    /** For the line that stands for all of it; empty while nothing was compared. */
    String brief() {
        return agreement.compared() == 0 ? "" : Messages.of("agreement.brief", percent()) + leftOut();
    }

    private String whose() {
        return agreement.shadow().map(DeploymentName::text).orElse("");
    }

    /** Without that, all of nothing could agree. */
    private String leftOut() {
        long count = agreement.places().stream()
                .filter(place -> ignored.contains(place.name()))
                .count();
        return count == 0 ? "" : Messages.of("agreement.left-out", count);
    }

    /** What the numbers do not say; empty if they say all. */
    String limits() {
        long beyond = agreement.beyond(tolerance);
        return Stream.of(
                        agreement.skipped() == 0 ? "" : Messages.of("agreement.skipped", agreement.skipped()),
                        beyond == 0 ? "" : Messages.of("agreement.beyond", beyond))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    List<AgreementRow> rows() {
        return agreement.places().stream().map(this::row).toList();
    }

    private long agreeing() {
        return agreement.compared() - agreement.differing(tolerance, ignored);
    }

    /** Rounded down: as long as one differs it is not 100 %. */
    private String percent() {
        double tenths = Math.floor(1_000.0 * agreeing() / agreement.compared());
        return String.format(Locale.ROOT, "%.1f", tenths / 10);
    }

    private AgreementRow row(Place place) {
        long differing = agreement.differing(tolerance, place);
        var share = String.format(Locale.ROOT, "%.1f", 100.0 * differing / agreement.compared());
        return new AgreementRow(
                place.name(),
                !ignored.contains(place.name()),
                Messages.of("agreement.differing", differing, share),
                place.distance().map(AgreementInWords::distance).orElse(""),
                place.requestId(),
                value(place.live()),
                value(place.shadow()));
    }

    private static String distance(double parts) {
        return parts < LEAST_TOLD
                ? Messages.of("agreement.hardly")
                : Messages.of("agreement.percent", String.format(Locale.ROOT, "%.1f", 100 * parts));
    }

    /** In one line, as the others are. */
    private static String value(String said) {
        return said.isEmpty()
                ? Messages.of("agreement.missing")
                : LINE_BREAKS.matcher(said).replaceAll(" ");
    }

    static String place(String name) {
        return switch (name) {
            case Apart.STATUS -> Messages.of("agreement.place.status");
            case Apart.BODY -> Messages.of("agreement.place.body");
            case AgreementMeter.ELSEWHERE -> Messages.of("agreement.place.elsewhere");
            default -> name;
        };
    }
}
