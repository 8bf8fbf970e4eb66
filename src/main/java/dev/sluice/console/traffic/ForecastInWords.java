package dev.sluice.console.traffic;

import dev.sluice.console.support.Messages;
import java.util.Locale;

/** A forecast as one would say it. What is not known is said to be unknown. */
final class ForecastInWords {

    private ForecastInWords() {}

    /** "1 instance at concurrency 1 can take about 11". */
    static String capacity(Forecast forecast) {
        if (forecast.instances() == 0) {
            return Messages.of("forecast.no-instance");
        }
        return forecast.capacity().isEmpty()
                ? Messages.of("forecast.capacity-unknown", forecast.instances(), forecast.concurrency())
                : Messages.of(
                        "forecast.capacity",
                        forecast.instances(),
                        forecast.concurrency(),
                        rate(forecast.capacity().getAsDouble()));
    }

    /** "4.2 of 11 /s", for a column; nothing for one that neither gets nor can take any. */
    static String brief(Forecast forecast) {
        boolean isOut = forecast.instances() == 0 && forecast.load().orElse(0) == 0;
        if (forecast.load().isEmpty() || isOut) {
            return Messages.of("forecast.brief.unknown");
        }
        var load = rate(forecast.load().getAsDouble());
        if (forecast.capacity().isEmpty()) {
            return Messages.of(forecast.isShadow() ? "forecast.brief.load-copies" : "forecast.brief.load", load);
        }
        return Messages.of(
                forecast.isShadow() ? "forecast.brief.copies" : "forecast.brief.both",
                load,
                rate(forecast.capacity().getAsDouble()));
    }

    /** Why live requests would be refused or stand in line; empty if they would not, or nobody can tell. */
    static String liveWarning(Forecast forecast) {
        return switch (forecast.verdict()) {
            case UNKNOWN, FITS -> "";
            case TIGHT -> tight(forecast);
            case TOO_MUCH ->
                forecast.instances() == 0
                        ? Messages.of("forecast.warn.no-instance", forecast.name())
                        : tooMuch("forecast.warn.too-much", forecast);
        };
    }

    /** Why copies would be dropped; empty if they would not, or nobody can tell. */
    static String shadowWarning(Forecast forecast) {
        return switch (forecast.verdict()) {
            case UNKNOWN, FITS -> "";
            case TIGHT -> tight(forecast);
            case TOO_MUCH ->
                forecast.instances() == 0
                        ? Messages.of("forecast.warn.no-shadow", forecast.name())
                        : tooMuch("forecast.warn.shadow", forecast);
        };
    }

    private static String tight(Forecast forecast) {
        double used = 100 * forecast.load().orElse(0) / forecast.capacity().orElse(1);
        return Messages.of(
                "forecast.warn.tight", forecast.name(), rate(forecast.load().orElse(0)), Math.round(used));
    }

    private static String tooMuch(String key, Forecast forecast) {
        return Messages.of(
                key,
                forecast.name(),
                rate(forecast.load().orElse(0)),
                rate(forecast.capacity().orElse(0)),
                forecast.instancesNeeded());
    }

    /** Requests a second with as many digits as mean something. */
    static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond == 0 || perSecond >= 10 ? "%.0f" : "%.1f", perSecond);
    }
}
