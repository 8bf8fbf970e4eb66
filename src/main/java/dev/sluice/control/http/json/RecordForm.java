package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.Problem.Code;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Of records, as objects with a key for each component. */
final class RecordForm<T> implements Form<T> {

    private final Class<T> type;
    private final Constructor<T> constructor;
    private final List<Component> components;
    private final Map<String, Component> byKey = new HashMap<>();

    RecordForm(Class<T> type, Forms forms) {
        this.type = type;
        constructor = constructor(type);
        components = Arrays.stream(type.getRecordComponents())
                .map(component -> Component.of(component, forms))
                .toList();
        components.forEach(component -> byKey.put(component.key, component));
    }

    /** One component: under which key, how to get it, and its form. */
    record Component(String key, Method accessor, Form<Object> form) {

        private static Component of(RecordComponent component, Forms forms) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Component(SnakeCase.of(component.getName()), accessor, forms.of(component.getGenericType()));
        }

        boolean mayBeMissing() {
            return (Form<?>) form instanceof OptionalForm;
        }

        /** An optional component's own form: what is there if it is there. */
        Form<?> present() {
            return (Form<?>) form instanceof OptionalForm<?> optional ? optional.form() : form;
        }

        Object of(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record that does not show its " + key, e);
            }
        }
    }

    List<Component> components() {
        return components;
    }

    @Override
    public void write(T value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeComponents(value, json);
        json.writeEndObject();
    }

    void writeComponents(Object value, JsonGenerator json) throws IOException {
        for (var component : components) {
            var content = component.of(value);
            if (!Optional.empty().equals(content)) {
                json.writeFieldName(component.key);
                component.form.write(content, json);
            }
        }
    }

    @Override
    public T read(Object json) {
        if (json instanceof Map<?, ?> object) {
            return readComponents(object);
        }
        throw Misfit.unexpected(json, "an object");
    }

    T readComponents(Map<?, ?> object) {
        object.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !byKey.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw unknown(key);
                });
        var contents = new Object[components.size()];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = content(components.get(i), object);
        }
        return made(contents);
    }

    private static Object content(Component component, Map<?, ?> object) {
        try {
            if (object.containsKey(component.key)) {
                return component.form.read(object.get(component.key));
            }
            if (component.mayBeMissing()) {
                return Optional.empty();
            }
            throw Misfit.of(Code.MISSING_KEY, "", "it is missing", "put it in");
        } catch (Misfit wrong) {
            throw wrong.underKey(component.key);
        }
    }

    private Misfit unknown(String key) {
        var remedy = components.isEmpty()
                ? "leave it out: there are no keys here"
                : "use "
                        + String.join(
                                ", ", components.stream().map(Component::key).toList());
        return Misfit.of(Code.UNKNOWN_KEY, WellFormed.abridged(key), "there is no such key", remedy);
    }

    /** A record of these; what its own constructor refuses is a misfit too. */
    T made(Object[] contents) {
        try {
            return constructor.newInstance(contents);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw Misfit.refused(refusal);
            }
            throw new IllegalStateException("no " + type.getSimpleName() + " could be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + type.getSimpleName() + " can be made", e);
        }
    }

    private static <T> Constructor<T> constructor(Class<T> type) {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            // Some records are their package's own, with public components all the same.
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("no record: " + type, e);
        }
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return schemas.named(type, () -> objectSchema(schemas, Map.of()));
    }

    /** @param besides what there is beside the components, all of it required */
    Map<String, Object> objectSchema(Schemas schemas, Map<String, Object> besides) {
        var properties = new LinkedHashMap<String, Object>(besides);
        components.forEach(
                component -> properties.put(component.key, component.present().schema(schemas)));
        var required = new LinkedHashMap<String, Object>(properties);
        components.stream().filter(Component::mayBeMissing).forEach(component -> required.remove(component.key));
        return Keys.of("type", "object")
                .and("properties", properties)
                .and("required", List.copyOf(required.keySet()))
                .and("additionalProperties", false)
                .all();
    }
}
