package dev.sluice.control.http.json;

import java.lang.reflect.Type;
import java.util.Map;

/**
 * The runtime's values as JSON and back. Safe from any thread.
 *
 * <ul>
 *   <li>A record is an object with a key for each component, in snake_case. What is {@code Optional} and empty is left
 *       out; whatever else is missing, unknown or null is refused.
 *   <li>A sealed interface is its record's object with one more key, {@code variant}: the record's name in snake_case.
 *   <li>Names, percentages and secrets are what they hold, a traffic split its shares by name.
 *   <li>Times are ISO texts, bytes are Base64, words of an enumeration are in snake_case.
 * </ul>
 */
public final class Codec {

    private final Forms forms = new Forms();

    /** {@code value}, which is seen as a {@code type}, as UTF-8 JSON. */
    public byte[] write(Object value, Type type) {
        var form = forms.of(type);
        return Json.written(json -> form.write(value, json));
    }

    /**
     * The caller vouches that {@code T} is {@code type}.
     *
     * @throws Misfit if that is no JSON, or not of that type
     */
    public <T> T read(byte[] json, Type type) {
        return forms.<T>of(type).read(Json.read(json));
    }

    /** A record of single words, and of records of such, as the parameters of an address, unescaped. */
    public Map<String, String> query(Record value) {
        return new Parameters(forms.of(value.getClass())).of(value);
    }

    /** @throws Misfit if a parameter is missing, unknown or wrong */
    public <T extends Record> T readQuery(Map<String, String> parameters, Class<T> type) {
        return type.cast(new Parameters(forms.of(type)).read(parameters));
    }

    /** The JSON Schema of what {@link #write} writes; what of it has a name is put into {@code schemas}. */
    public Map<String, Object> schema(Type type, Schemas schemas) {
        return forms.of(type).schema(schemas);
    }

    /** The schema of each parameter of {@link #query}, in their order. */
    public Map<String, Object> querySchemas(Class<? extends Record> type, Schemas schemas) {
        return new Parameters(forms.of(type)).schemas(schemas);
    }

    /** A tree of maps, lists and plain values as JSON for people. */
    public static byte[] document(Map<String, Object> tree) {
        return Json.pretty(tree);
    }
}
