package dev.sluice.control.http.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The form of each type, made when it is first asked for. Safe from any thread. */
final class Forms {

    private final ConcurrentMap<Type, Form<?>> known = new ConcurrentHashMap<>();

    Forms() {
        PlainForms.all().forEach(known::put);
        known.putAll(PlainForms.wrappers(this));
    }

    /**
     * The caller vouches that its values are of {@code type}.
     *
     * @throws IllegalArgumentException if such values do not travel
     */
    @SuppressWarnings("unchecked")
    <T> Form<T> of(Type type) {
        var form = known.get(type);
        if (form == null) {
            // Not computeIfAbsent: a form asks for those of its parts. Two that are made at once are alike.
            form = made(type);
            known.put(type, form);
        }
        return (Form<T>) form;
    }

    private Form<?> made(Type type) {
        if (type instanceof ParameterizedType generic) {
            return made((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type instanceof Class<?> plain) {
            return made(plain);
        }
        throw unknown(type);
    }

    private Form<?> made(Class<?> generic, Type[] of) {
        if (generic == Optional.class) {
            return new OptionalForm<>(of(of[0]));
        } else if (generic == List.class) {
            return new ListForm<>(of(of[0]), List::copyOf);
        } else if (generic == SortedSet.class) {
            return new ListForm<>(of(of[0]), TreeSet::new);
        } else if (generic == SortedMap.class) {
            return new MapForm<>(key(of[0]), of(of[1]), TreeMap::new);
        } else if (generic == Map.class) {
            return new MapForm<>(key(of[0]), of(of[1]), LinkedHashMap::new);
        }
        throw unknown(generic);
    }

    private Scalar<?> key(Type type) {
        if ((Form<?>) of(type) instanceof Scalar<?> scalar) {
            return scalar;
        }
        throw new IllegalArgumentException("no key of an object: " + type.getTypeName());
    }

    private Form<?> made(Class<?> type) {
        if (type.isEnum()) {
            return word(type);
        } else if (type.isRecord()) {
            return new RecordForm<>(type, this);
        } else if (type.isSealed()) {
            return new VariantForm<>(type, this);
        }
        throw unknown(type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Form<?> word(Class<?> type) {
        return new WordForm<>((Class) type);
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("values of " + type.getTypeName() + " do not travel");
    }
}
