package dev.sluice.collect;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentId;
import dev.sluice.router.Passage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;

/**
 * One record of a collection as the cloud writes it: an event with the body as {@code data}, on one line. Where a
 * workspace would be named in {@code source} there is none here, and two attributes are ours: {@code requestheaders} has
 * the headers that were asked for, {@code truncated} says that {@code data} is only the beginning. Pure.
 *
 * @param id of the record
 */
record EventLine(String id, DeploymentId deployment, Instant time, Passage passage) {

    private static final String AGENT = "sluice/1";

    /**
     * @param collection which of the two bodies it is
     * @param beside where a body that is no text has been put
     */
    String of(String collection, Passage.Body body, Payload payload, String beside) {
        var line = new StringWriter();
        try (var json = JsonForm.FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", id);
            json.writeStringField("source", source());
            json.writeStringField("type", "azureml.inference." + collection);
            json.writeStringField("datacontenttype", body.contentType());
            json.writeStringField("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
            writeData(json, payload, beside);
            if (collection.equals(DataCollection.REQUESTS)) {
                json.writeStringField("path", passage.path());
                json.writeStringField("method", passage.method());
            }
            json.writeStringField("contentrange", range(body));
            json.writeStringField("correlationid", passage.correlationId());
            json.writeStringField("xrequestid", passage.requestId());
            json.writeStringField("agent", AGENT);
            writeHeaders(json);
            if (body.isCut()) {
                json.writeStringField("truncated", "true");
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return line.toString();
    }

    private static void writeData(JsonGenerator json, Payload payload, String beside) throws IOException {
        if (payload instanceof Payload.Json whole) {
            json.writeFieldName("data");
            json.writeRawValue(whole.text());
        } else if (payload instanceof Payload.Text text) {
            json.writeStringField("data", text.text());
        } else {
            json.writeStringField("data", beside);
            json.writeStringField("datainblob", "true");
        }
    }

    private void writeHeaders(JsonGenerator json) throws IOException {
        if (!passage.headers().isEmpty()) {
            json.writeObjectFieldStart("requestheaders");
            for (var header : new TreeMap<>(passage.headers()).entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
        }
    }

    private String source() {
        return "/onlineEndpoints/" + deployment.endpoint() + "/deployments/" + deployment.deployment();
    }

    /** As in HTTP: from where to where {@code data} goes, and how long the body is, if that is known. */
    private static String range(Passage.Body body) {
        var all = body.whole() ? Long.toString(body.size()) : "*";
        return body.bytes().length == 0 ? "bytes */" + all : "bytes 0-" + (body.bytes().length - 1) + "/" + all;
    }
}
