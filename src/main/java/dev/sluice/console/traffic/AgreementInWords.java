package dev.sluice.console.traffic;

import dev.sluice.console.support.Messages;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.Agreement.Place;
import dev.sluice.metrics.AgreementMeter;
import dev.sluice.metrics.Apart;
import dev.sluice.metrics.Tolerance;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How far answers agree, as it is told. */
record AgreementInWords(Agreement agreement, Tolerance tolerance, Set<String> ignored) {

    private static final double LEAST_TOLD = 0.001;

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
                : Messages.of("agreement.summary", agreeing(), agreement.compared(), percent());
    }

    /** For the line that stands for all of it; empty while nothing was compared. */
    String brief() {
        return agreement.compared() == 0 ? "" : Messages.of("agreement.brief", percent());
    }

    /** Empty if all were compared. */
    String skipped() {
        return agreement.skipped() == 0 ? "" : Messages.of("agreement.skipped", agreement.skipped());
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
                place.largest().map(AgreementInWords::distance).orElse(""),
                place.requestId(),
                value(place.live()),
                value(place.shadow()));
    }

    private static String distance(double parts) {
        return parts < LEAST_TOLD
                ? Messages.of("agreement.hardly")
                : Messages.of("agreement.percent", String.format(Locale.ROOT, "%.1f", 100 * parts));
    }

    private static String value(String said) {
        return said.isEmpty() ? Messages.of("agreement.missing") : said;
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
