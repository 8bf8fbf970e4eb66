package dev.sluice.collect;

import dev.sluice.domain.DataCollection;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The collections that a scoring script fills, as {@code mdc_config.json} tells them to the cloud's package. Pure. */
public final class ScriptCollections {

    private ScriptCollections() {}

    /**
     * As the cloud's SDK writes it for its local mode, in which the package puts records into the log. The SDK gives the
     * sampling rate a name that the package does not look for; here it has both, so that it takes effect.
     */
    public static String json(DataCollection collection) {
        var text = new StringWriter();
        long percent = Math.round(collection.samplingRate() * 100);
        try (var json = JsonForm.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("collections");
            for (var name : collection.collections().keySet()) {
                json.writeObjectFieldStart(name.toLowerCase(Locale.ROOT));
                json.writeBooleanField("enabled", true);
                json.writeNumberField("sampling_percentage", percent);
                json.writeNumberField("sampleRatePercentage", percent);
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeStringField("runMode", "local");
            if (!collection.headers().isEmpty()) {
                json.writeFieldName("captureHeaders");
                json.writeArray(
                        collection.headers().toArray(String[]::new),
                        0,
                        collection.headers().size());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return text.toString();
    }
}
