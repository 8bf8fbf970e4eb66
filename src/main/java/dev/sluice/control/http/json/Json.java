package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.sluice.domain.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as plain values: maps, lists, texts, {@code Long}, {@code Double} (or larger numbers), {@code Boolean} and
 * {@link #NULL}. Of Jackson only the part that reads and writes tokens is used, since the command line starts anew for
 * each of its commands.
 */
final class Json {

    /** Stands for JSON's null. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static final int DEEPEST = 64;

    /** The longest text: a body of {@link dev.sluice.control.Answer#MOST_KEPT} bytes in Base64, and some. */
    private static final int LONGEST_TEXT = 24 << 20;

    /** The longest key: a label's name may be as long as a file may be. */
    private static final int LONGEST_KEY = 4 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_KEY)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private Json() {}

    /** Something that writes tokens. */
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a value could not be written as JSON", e);
        }
        return bytes.toByteArray();
    }

    /** A tree of plain values, one key to a line. */
    static byte[] pretty(Object tree) {
        return written(json -> {
            json.useDefaultPrettyPrinter();
            write(tree, json);
        });
    }

    private static void write(Object tree, JsonGenerator json) throws IOException {
        if (tree instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (var entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (tree instanceof Iterable<?> items) {
            json.writeStartArray();
            for (var item : items) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (tree instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (tree instanceof Number number) {
            json.writeNumber(number.toString());
        } else {
            json.writeString(tree.toString());
        }
    }

    /** @throws Misfit if that is no JSON, or there is more than one value */
    static Object read(byte[] text) {
        try (var parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw Misfit.noJson("there is nothing", Place.NOWHERE);
            }
            var value = value(parser);
            if (parser.nextToken() != null) {
                throw Misfit.noJson("more follows after its end", place(parser.currentTokenLocation()));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw Misfit.noJson(e.getOriginalMessage(), place(e.getLocation()));
        } catch (IOException e) {
            throw Misfit.noJson(String.valueOf(e.getMessage()), Place.NOWHERE);
        }
    }

    private static Place place(JsonLocation where) {
        return where == null ? Place.NOWHERE : new Place("", where.getLineNr(), where.getColumnNr());
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> NULL;
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser));
        }
        return object;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        var array = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    /** What a value is, for people. */
    static String kind(Object json) {
        if (json instanceof Map) {
            return "an object";
        } else if (json instanceof List) {
            return "a list";
        } else if (json instanceof String) {
            return "a text";
        } else if (json instanceof Boolean) {
            return "true or false";
        } else if (json instanceof Number) {
            return "a number";
        }
        return "null";
    }
}
