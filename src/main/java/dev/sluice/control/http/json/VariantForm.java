package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.Problem.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Of sealed interfaces: an object whose key {@value #VARIANT} says which of the records it is. */
final class VariantForm<T> implements Form<T> {

    /** Not {@code type} or {@code kind}, which are components of some of the records. */
    static final String VARIANT = "variant";

    private final Class<T> type;
    private final Forms forms;

    /** In order of names: that in which the class file has them is the compiler's whim. */
    private final Map<String, Class<?>> byName = new TreeMap<>();

    VariantForm(Class<T> type, Forms forms) {
        this.type = type;
        this.forms = forms;
        for (var subtype : type.getPermittedSubclasses()) {
            byName.put(name(subtype), subtype);
        }
    }

    private static String name(Class<?> subtype) {
        return SnakeCase.of(subtype.getSimpleName());
    }

    private RecordForm<?> record(Class<?> subtype) {
        if ((Form<?>) forms.of(subtype) instanceof RecordForm<?> record) {
            return record;
        }
        throw new IllegalStateException(subtype + " is not written as an object");
    }

    @Override
    public void write(T value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(VARIANT, name(value.getClass()));
        record(value.getClass()).writeComponents(value, json);
        json.writeEndObject();
    }

    @Override
    public T read(Object json) {
        if (!(json instanceof Map<?, ?> object)) {
            throw Misfit.unexpected(json, "an object");
        }
        var variant = object.get(VARIANT);
        if (variant == null) {
            throw wrong(Code.MISSING_KEY, "it is missing");
        }
        var subtype = byName.get(String.valueOf(variant));
        if (subtype == null) {
            throw wrong(Code.BAD_VALUE, "there is no '" + WellFormed.abridged(variant.toString()) + "' here");
        }
        var components = new LinkedHashMap<Object, Object>(object);
        components.remove(VARIANT);
        return type.cast(record(subtype).readComponents(components));
    }

    private Misfit wrong(Code code, String message) {
        return Misfit.of(code, VARIANT, message, "use one of " + String.join(", ", byName.keySet()));
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return schemas.named(type, () -> {
            var choices = new ArrayList<Map<String, Object>>();
            var mapping = new LinkedHashMap<String, Object>();
            byName.forEach((name, subtype) -> {
                var choice = variantSchema(name, subtype, schemas);
                choices.add(choice);
                mapping.put(name, choice.get("$ref"));
            });
            var discriminator = Keys.of("propertyName", VARIANT).and("mapping", mapping);
            return Keys.of("oneOf", choices)
                    .and("discriminator", discriminator.all())
                    .all();
        });
    }

    private Map<String, Object> variantSchema(String name, Class<?> subtype, Schemas schemas) {
        return schemas.variant(
                type, subtype, () -> record(subtype).objectSchema(schemas, Map.of(VARIANT, Map.of("const", name))));
    }
}
