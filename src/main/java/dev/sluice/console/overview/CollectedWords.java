package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.CollectedData;
import dev.sluice.domain.DataCollection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is collected of a deployment, in words. Pure. */
final class CollectedWords {

    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    private CollectedWords() {}

    /** @param data empty until it was read */
    static List<Attribute> attributes(DataCollection wanted, Optional<CollectedData> data) {
        var attributes = new ArrayList<Attribute>();
        var collections = collections(wanted);
        if (!collections.isEmpty()) {
            attributes.add(new Attribute(
                    Messages.of("collected.what"),
                    String.join("\n", collections),
                    isByScript(wanted) ? Messages.of("collected.script.note") : ""));
            attributes.add(new Attribute(
                    Messages.of("collected.rate"),
                    Messages.of("collected.rate.value", percent(wanted.samplingRate())),
                    Messages.of("collected.rate.note")));
        }
        if (wanted.keepsPayloads()) {
            how(attributes, wanted);
        }
        if (data.isEmpty() && wanted.keepsPayloads()) {
            attributes.add(new Attribute(Messages.of("collected.records"), Messages.of("collected.reading")));
        }
        data.filter(read -> wanted.keepsPayloads() || read.diskBytes() > 0).ifPresent(read -> where(attributes, read));
        return List.copyOf(attributes);
    }

    static String size(long bytes) {
        if (bytes < KIB) {
            return Messages.of("collected.bytes", bytes);
        }
        return bytes < MIB ? unit("collected.kib", bytes, KIB) : unit("collected.mib", bytes, MIB);
    }

    private static String unit(String key, long bytes, long unit) {
        return Messages.of(key, String.format(Locale.ROOT, "%.1f", bytes / (double) unit));
    }

    private static List<String> collections(DataCollection wanted) {
        var names = new ArrayList<String>();
        if (wanted.keeps(DataCollection.REQUESTS)) {
            names.add(Messages.of("collected.request"));
        }
        if (wanted.keeps(DataCollection.ANSWERS)) {
            names.add(Messages.of("collected.response"));
        }
        wanted.ofScripts().collections().keySet().forEach(name -> names.add(Messages.of("collected.script", name)));
        return names;
    }

    private static boolean isByScript(DataCollection wanted) {
        return !wanted.ofScripts().collections().isEmpty();
    }

    /** Without zeros that say nothing: 30, 0.1. */
    private static String percent(double rate) {
        return BigDecimal.valueOf(Math.round(rate * 1_000_000), 4)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void how(List<Attribute> attributes, DataCollection wanted) {
        attributes.add(new Attribute(
                Messages.of("collected.rolling"),
                Messages.of(
                        switch (wanted.rolling()) {
                            case MINUTE -> "collected.rolling.minute";
                            case HOUR -> "collected.rolling.hour";
                            case DAY -> "collected.rolling.day";
                            case MONTH -> "collected.rolling.month";
                            case YEAR -> "collected.rolling.year";
                        }),
                Messages.of("collected.rolling.note")));
        Described.add(
                attributes,
                "collected.headers",
                String.join(", ", wanted.headers()),
                Messages.of("collected.headers.note"));
    }

    private static void where(List<Attribute> attributes, CollectedData data) {
        attributes.add(
                new Attribute(Messages.of("collected.folder"), data.folder(), Messages.of("collected.folder.note")));
        attributes.add(new Attribute(
                Messages.of("collected.disk"),
                size(data.diskBytes()),
                data.removedFiles() == 0
                        ? Messages.of("collected.disk.note")
                        : Messages.of("collected.disk.removed", data.removedFiles())));
        attributes.add(new Attribute(
                Messages.of("collected.records"), Messages.of("collected.records.value", data.records())));
        if (data.lost() > 0) {
            attributes.add(new Attribute(
                    Messages.of("collected.lost"),
                    Messages.of("collected.lost.value", data.lost()),
                    Messages.of("collected.lost.note")));
        }
    }
}
