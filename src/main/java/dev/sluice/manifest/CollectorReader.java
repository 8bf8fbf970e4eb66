package dev.sluice.manifest;

import static java.util.stream.Collectors.toMap;

import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DataCollection.Collection;
import dev.sluice.domain.DataCollection.Rolling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads which requests and answers a deployment collects (reference 1.7). */
final class CollectorReader {

    private static final Map<String, Rolling> ROLLING =
            Arrays.stream(Rolling.values()).collect(toMap(rate -> rate.name().toLowerCase(Locale.ROOT), rate -> rate));

    private CollectorReader() {}

    static DataCollection read(Section deployment) {
        var none = DataCollection.NONE;
        return deployment
                .value("data_collector")
                .flatMap(Value::section)
                .map(collector -> {
                    var read = new DataCollection(
                            collector
                                    .value("sampling_rate")
                                    .flatMap(Value::fraction)
                                    .orElse(none.samplingRate()),
                            collector
                                    .value("rolling_rate")
                                    .flatMap(rate -> rate.choice(ROLLING))
                                    .orElse(none.rolling()),
                            collections(collector),
                            headers(collector));
                    collector.finish();
                    return read;
                })
                .orElse(none);
    }

    private static TreeMap<String, Collection> collections(Section collector) {
        var collections = new TreeMap<String, Collection>();
        collector
                .value("collections")
                .flatMap(Value::section)
                .ifPresent(named -> named.each((name, keys) ->
                        keys.section().ifPresent(collection -> collections.put(name, collection(collection)))));
        return collections;
    }

    private static Collection collection(Section keys) {
        boolean enabled = keys.value("enabled").flatMap(Value::flag).orElse(false);
        var data = keys.value("data").map(CollectorReader::data).orElse("");
        keys.finish();
        return new Collection(enabled, data);
    }

    /** As the cloud's client takes it: keys with texts. What was kept before that was known may be a bare name. */
    private static String data(Value data) {
        if (!data.isSection()) {
            data.notice(
                    "no data asset is registered here; the cloud's client refuses a bare name, so that it is written"
                            + " below 'name:'");
            return data.word().map(name -> NodeJson.of(Map.of("name", name))).orElse("");
        }
        data.section().ifPresent(asset -> {
            List.of("name", "path", "version").forEach(key -> asset.value(key).ifPresent(Value::scalar));
            asset.finish();
        });
        data.notice("no data asset is registered here; the files' folder stands on the deployment's page");
        return NodeJson.texts(data.node());
    }

    private static List<String> headers(Section collector) {
        return collector
                .value("request_logging")
                .flatMap(Value::section)
                .map(logging -> {
                    var headers = logging.value("capture_headers").map(Value::items).orElse(List.of()).stream()
                            .map(Value::word)
                            .flatMap(Optional::stream)
                            .toList();
                    logging.finish();
                    return headers;
                })
                .orElse(List.of());
    }
}
