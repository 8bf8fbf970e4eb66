package dev.sluice.console.invoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.control.Invocation.Field;
import dev.sluice.control.Invocation.Head;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.StreamSupport;

/** A request as JSON, and back. Pure. */
final class DraftJson {

    private DraftJson() {}

    static ObjectNode write(Draft draft) {
        var node = JsonNodeFactory.instance.objectNode();
        if (draft.target() instanceof Target.Pinned pinned) {
            node.put("deployment", pinned.deployment().text());
        }
        node.put("method", draft.head().method());
        node.put("path", draft.head().path());
        var fields = node.putArray("headers");
        draft.fields()
                .forEach(field -> fields.addObject().put("name", field.name()).put("value", field.value()));
        if (draft.content() instanceof Draft.Content.Text text) {
            node.put("text", text.text());
        } else if (draft.content() instanceof Draft.Content.File file) {
            node.put("file", file.path().toString());
            node.put("bytes", file.size());
        }
        return node;
    }

    /** @throws IllegalArgumentException if that is not what {@link #write} wrote */
    static Draft read(JsonNode node) {
        var fields = new ArrayList<Field>();
        node.path("headers")
                .forEach(field -> fields.add(new Field(BookJson.text(field, "name"), BookJson.text(field, "value"))));
        Target target = node.has("deployment")
                ? new Target.Pinned(new DeploymentName(BookJson.text(node, "deployment")))
                : new Target.ByTraffic();
        var head = new Head(BookJson.text(node, "method"), BookJson.text(node, "path"), fields);
        return new Draft(target, head, content(node));
    }

    /** Of all texts in it, about. */
    static long letters(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().length();
        }
        return StreamSupport.stream(node.spliterator(), false)
                .mapToLong(DraftJson::letters)
                .sum();
    }

    private static Draft.Content content(JsonNode node) {
        if (node.has("file")) {
            return new Draft.Content.File(
                    Path.of(BookJson.text(node, "file")), node.path("bytes").asLong());
        }
        return node.has("text") ? new Draft.Content.Text(BookJson.text(node, "text")) : new Draft.Content.None();
    }
}
