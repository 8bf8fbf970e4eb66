package dev.sluice.console.traffic;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.routing.RoutingInWords;
import dev.sluice.domain.Mirror;

/**
 * What is mirrored, or will be, as one would say it, judged by what was measured.
 *
 * @param possible whether there is a deployment that may be the shadow
 */
record MirrorInWords(MirrorDraft draft, boolean possible, Forecasts forecasts) {

    String state() {
        if (!possible) {
            return Messages.of("mirror.state.no-target");
        }
        if (draft.isChanged()) {
            return draft.mirror() instanceof Mirror.To to
                    ? Messages.of(
                            "mirror.state.draft", to.share().value(), to.target(), RoutingInWords.of(draft.inForce()))
                    : Messages.of("mirror.state.draft-off", RoutingInWords.of(draft.inForce()));
        }
        return draft.inForce() instanceof Mirror.To to
                ? Messages.of("mirror.state.on", to.share().value(), to.target())
                : Messages.of("mirror.state.off");
    }

    /** How many copies there will be and how many the shadow can take; empty while nothing is to be mirrored, or read yet. */
    String load() {
        if (!(draft.mirror() instanceof Mirror.To to) || isClosed() || !forecasts.isRead()) {
            return "";
        }
        var forecast = forecasts.of(to.target());
        var copies = forecasts.copies(to.target());
        return copies.isEmpty()
                ? Messages.of("mirror.load.unknown", to.target(), ForecastInWords.capacity(forecast))
                : Messages.of(
                        "mirror.load",
                        to.target(),
                        ForecastInWords.rate(copies.getAsDouble()),
                        ForecastInWords.capacity(forecast));
    }

    /** Why copies would be dropped or there would be none; empty if all is well. */
    String warning() {
        if (!(draft.mirror() instanceof Mirror.To to)) {
            return "";
        }
        return isClosed()
                ? Messages.of("mirror.warn.nothing")
                : ForecastInWords.shadowWarning(forecasts.of(to.target()));
    }

    private boolean isClosed() {
        return forecasts.routing().traffic().total() == 0;
    }
}
