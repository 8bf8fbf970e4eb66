package dev.sluice.console;

import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.AgreementMeter;
import dev.sluice.metrics.Apart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a shadow's answers agree, as a test or a picture needs it. */
public final class PageAgreement {

    public static final String PREDICTION = "$.predictions[*]";
    public static final String VERSION = "$.model.version";

    private PageAgreement() {}

    /** 1,000 pairs: all have another version, 100 another prediction, of which 37 are more than a percent away. */
    public static Agreement usual() {
        return meter().agreement();
    }

    /** The same, and one pair with a warning. */
    public static Agreement usualAndOneMore() {
        var meter = meter();
        meter.compared("r", List.of(Apart.entirely("$.warning", "", "\"drift\"")));
        return meter.agreement();
    }

    private static AgreementMeter meter() {
        var meter = new AgreementMeter(Optional.of(PageFleet.GREEN));
        for (int i = 0; i < 1_000; i++) {
            var apart = new ArrayList<Apart>();
            apart.add(Apart.entirely(VERSION, "1", "2"));
            if (i < 100) {
                double distance = i < 37 ? 0.084 : 0.000_02;
                apart.add(new Apart(PREDICTION, distance, "206.3", "225.2"));
            }
            meter.compared("7b0f3f6e-5b1f-4a0e-9c6b-2a52c1f0d9aa", apart);
        }
        return meter;
    }

    /** Long paths and values, missing ones, more places than are told apart, and some that could not be compared. */
    public static Agreement odd() {
        var meter = new AgreementMeter(Optional.of(PageFleet.GREEN));
        meter.compared("r1", List.of(Apart.entirely(Apart.STATUS, "200", "500")));
        meter.compared(
                "r2",
                List.of(Apart.entirely(
                        Apart.BODY, "not found", "Traceback (most recent call last):\n  File \"score.py\"")));
        var name = "$.explanations[*].features['a name with spaces that goes on and on and on'].contribution";
        meter.compared("r3", List.of(new Apart(name, 0.5, "0.25", "0.500000000000000001")));
        meter.compared("r4", List.of(Apart.entirely("$.warnings[*]", "", "\"" + "drift ".repeat(60) + "\"")));
        for (int i = 0; i < AgreementMeter.MOST_PLACES; i++) {
            meter.compared("r", List.of(new Apart("$.scores.class_" + i, 1e-9, "0.1", "0.10000000001")));
        }
        for (int i = 0; i < 12; i++) {
            meter.skipped();
        }
        return meter.agreement();
    }
}
