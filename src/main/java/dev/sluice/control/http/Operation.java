package dev.sluice.control.http;

import dev.sluice.control.http.Route.Call;
import dev.sluice.control.http.Route.ForCommand;
import dev.sluice.control.http.Route.ForQuestion;
import dev.sluice.control.http.Route.ForSubject;
import dev.sluice.control.http.Route.Method;
import dev.sluice.control.http.Route.Plain;
import dev.sluice.control.http.json.Codec;
import dev.sluice.control.http.json.Keys;
import dev.sluice.control.http.json.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link Route} as the document describes it. */
final class Operation {

    private static final String JSON = "application/json";

    private final Codec codec;
    private final Schemas schemas;

    Operation(Codec codec, Schemas schemas) {
        this.codec = codec;
        this.schemas = schemas;
    }

    Map<String, Object> of(Route route) {
        var operation = Keys.of("operationId", name(route))
                .and("tags", List.of(tag(route)))
                .and("summary", route.summary());
        var parameters = parameters(route);
        if (!parameters.isEmpty()) {
            operation.and("parameters", parameters);
        }
        if (isAskedInBody(route)) {
            operation.and(
                    "requestBody",
                    Keys.of("required", true)
                            .and("content", json(codec.schema(route.type(), schemas)))
                            .all());
        }
        return operation.and("responses", responses(route)).all();
    }

    /** Its path is unique, and what is before it the same for all of a kind. */
    private static String name(Route route) {
        var path = route.path().replaceFirst("^/v\\d+/", "").replaceFirst("^/", "");
        return path.replace(".json", "").replaceFirst("^(command|question|stream)s/", "$1-");
    }

    private static String tag(Route route) {
        if (route instanceof ForCommand) {
            return "commands";
        } else if (route instanceof ForQuestion) {
            return "questions";
        } else if (route instanceof ForSubject) {
            return "streams";
        }
        return "runtime";
    }

    private static boolean isAskedInBody(Route route) {
        return route.method() == Method.POST && route.type() != Nothing.class;
    }

    private List<Object> parameters(Route route) {
        var parameters = new ArrayList<Object>();
        if (route.method() == Method.GET) {
            codec.querySchemas(route.type(), schemas)
                    .forEach((name, schema) -> parameters.add(Keys.of("name", name)
                            .and("in", "query")
                            .and("required", true)
                            .and("schema", schema)
                            .all()));
        } else if (!(route instanceof Plain)) {
            Manners.all().keySet().forEach(name -> parameters.add(Map.of("$ref", "#/components/parameters/" + name)));
        }
        return parameters;
    }

    private Map<String, Object> responses(Route route) {
        var responses = new LinkedHashMap<String, Object>();
        if (route instanceof Plain plain && route.answer() == void.class && !isDocument(route)) {
            int status = plain.call().status();
            var done = status == 202 ? "It is accepted, and begins now." : "It is done.";
            responses.put(Integer.toString(status), Map.of("description", done));
        } else {
            var fine = Keys.of("description", description(route));
            if (route instanceof ForCommand) {
                fine.and("headers", shown());
            }
            responses.put("200", fine.and("content", content(route)).all());
        }
        responses.put("401", response(OpenApi.STRANGER));
        if (route instanceof ForCommand) {
            List.of("404", "409", "422", "503").forEach(status -> responses.put(status, response(OpenApi.PROBLEMS)));
        }
        responses.put("default", response(OpenApi.PROBLEMS));
        return responses;
    }

    /** The field that a command's answer bears. */
    static Map<String, Object> shown() {
        return Map.of(Milestones.FIELD, Map.of("$ref", "#/components/headers/" + OpenApi.SHOWN));
    }

    private static Map<String, Object> response(String name) {
        return Map.of("$ref", "#/components/responses/" + name);
    }

    private static boolean isDocument(Route route) {
        return route instanceof Plain plain && plain.call() == Call.OPENAPI;
    }

    private static String description(Route route) {
        if (route instanceof ForCommand) {
            return "It is accepted, and applied or registered. What is refused is told by its status.";
        } else if (route instanceof ForSubject) {
            return "Server-sent events for as long as they are listened to. Each event 'news' has one such value as its"
                    + " data; an event 'left-out' says how many a slow listener has missed.";
        }
        return "The answer.";
    }

    private Map<String, Object> content(Route route) {
        if (isDocument(route)) {
            return json(Map.of("type", "object"));
        }
        var schema = codec.schema(route.answer(), schemas);
        return route instanceof ForSubject ? events(schema) : json(schema);
    }

    /** OpenAPI has words for the data of one kind of events only. */
    private Map<String, Object> events(Map<String, Object> news) {
        var others = Map.of(EventStream.LEFT_OUT, codec.schema(LeftOut.class, schemas));
        return Map.of(
                "text/event-stream",
                Keys.of("schema", news).and("x-events", others).all());
    }

    static Map<String, Object> json(Map<String, Object> schema) {
        return Map.of(JSON, Map.of("schema", schema));
    }
}
