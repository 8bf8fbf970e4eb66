package dev.sluice.control.http;

import dev.sluice.control.RolloutControl;
import dev.sluice.control.http.json.Codec;
import dev.sluice.control.http.json.Keys;
import dev.sluice.control.http.json.Schemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An {@link Api} as an OpenAPI 3.1 document, the same bytes each time. */
final class OpenApi {

    static final String PROBLEMS = "Problems";
    static final String SHOWN = "Shown";
    static final String STRANGER = "Stranger";
    private static final String RUNTIME = "runtime";

    /** Names in the document are short: whose command or question something is, is no part of them. */
    private static final Set<Class<?>> UNNAMED =
            Set.of(RolloutControl.class, Command.class, Question.class, Subject.class);

    private final Codec codec;
    private final Schemas schemas = new Schemas(UNNAMED);

    private OpenApi(Codec codec) {
        this.codec = codec;
    }

    static byte[] document(Api api, Codec codec) {
        return Codec.document(new OpenApi(codec).of(api));
    }

    private Map<String, Object> of(Api api) {
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of(RUNTIME, List.of())));
        document.put("paths", paths(api));
        document.put("components", components());
        return document;
    }

    private static Map<String, Object> info() {
        return Keys.of("title", "Sluice's runtime")
                .and("version", Api.VERSION)
                .and(
                        "description",
                        "What a runtime offers to the other processes of its user. It listens at 127.0.0.1; address and"
                                + " secret are in the file control.json of its state folder. Keys that are not in a"
                                + " schema are refused. A bodyless answer has no content.")
                .all();
    }

    private Map<String, Object> paths(Api api) {
        var paths = new LinkedHashMap<String, Object>();
        var operation = new Operation(codec, schemas);
        for (var route : api.routes()) {
            var method = route.method() == Route.Method.GET ? "get" : "post";
            paths.put(route.path(), Map.of(method, operation.of(route)));
        }
        return paths;
    }

    /** After the paths: they have asked for the schemas. */
    private Map<String, Object> components() {
        var problems = Keys.of(
                        "description",
                        "It was not done: all that is wrong, and what to do about it. A command that was refused has its"
                                + " number in the field " + Milestones.FIELD + " all the same.")
                .and("headers", Operation.shown())
                .and("content", Operation.json(codec.schema(Problems.class, schemas)))
                .all();
        var stranger = Map.<String, Object>of("description", "The secret is missing or not this runtime's.");
        return Keys.of("schemas", schemas.all())
                .and(
                        "responses",
                        Keys.of(PROBLEMS, problems).and(STRANGER, stranger).all())
                .and("headers", Map.of(SHOWN, number()))
                .and("parameters", Manners.all())
                .and("securitySchemes", Map.of(RUNTIME, secret()))
                .all();
    }

    private static Map<String, Object> number() {
        return Keys.of(
                        "description",
                        "The number of what was done, or refused. The streams of the fleet and of what is registered, and"
                                + " no others, tell as an id, behind the news, the greatest number that the news show:"
                                + " who waits for this one waits for it or a greater one. Each start of a runtime counts"
                                + " anew.")
                .and("schema", Map.of("type", "integer"))
                .all();
    }

    private static Map<String, Object> secret() {
        return Keys.of("type", "http")
                .and("scheme", "bearer")
                .and("description", "The secret in control.json, which each start of a runtime makes anew.")
                .all();
    }
}
