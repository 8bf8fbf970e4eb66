package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.sluice.control.http.json.Codec;
import dev.sluice.control.http.json.Misfit;
import dev.sluice.control.http.json.RandomValues;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every value that travels: {@link Api} says of which types. */
class CodecProperties {

    private static final List<Type> TYPES = Api.v1().routes().stream()
            .flatMap(route -> Stream.of(route.type(), route.answer()))
            .filter(type -> type != void.class)
            .distinct()
            .toList();

    private final Codec codec = new Codec();

    @Test
    void whatever_travels_arrives_as_it_was_and_goes_on_in_the_same_words() {
        qt().withExamples(12).forAll(longs().all()).checkAssert(seed -> {
            for (var type : TYPES) {
                var value = new RandomValues(seed).of(type);
                var json = codec.write(value, type);

                Object arrived = codec.read(json, type);

                // Records with bytes in them are equal to none but themselves.
                if (!arrived.equals(value)) {
                    assertThat(arrived)
                            .as("%s", type)
                            .usingRecursiveComparison()
                            .isEqualTo(value);
                }
                assertThat(codec.write(arrived, type)).isEqualTo(json);
            }
        });
    }

    @Test
    void a_question_that_is_asked_by_an_address_arrives_as_it_was() {
        qt().withExamples(25).forAll(longs().all()).checkAssert(seed -> {
            for (var route : Api.v1().routes()) {
                if (route.method() == Route.Method.GET) {
                    var value = (Record) new RandomValues(seed).of(route.type());

                    assertThat(codec.readQuery(codec.query(value), route.type()))
                            .isEqualTo(value);
                }
            }
        });
    }

    @Test
    void json_that_was_spoilt_is_a_value_or_a_misfit_and_never_anything_else() {
        qt().withExamples(150).forAll(longs().all()).checkAssert(seed -> {
            var random = new Random(seed);
            var type = TYPES.get(random.nextInt(TYPES.size()));
            var json = spoilt(codec.write(new RandomValues(seed).of(type), type), random);
            try {
                assertThat(codec.<Object>read(json, type)).isNotNull();
            } catch (Misfit misfit) {
                assertThat(misfit.problem().message()).isNotBlank();
            }
        });
    }

    /** A few pieces of it replaced by others that JSON has too, so that much of it can still be read. */
    private static byte[] spoilt(byte[] json, Random random) {
        var pieces = List.of("null", "1", "\"\"", "[]", "{}", "true", "-", "\"variant\"", "1e999", ",", "\"none\"", "");
        var text = new StringBuilder(new String(json, StandardCharsets.UTF_8));
        for (int i = random.nextInt(3); i >= 0 && text.length() > 1; i--) {
            int from = random.nextInt(text.length());
            int end = Math.max(from, text.indexOf(",", from));
            text.replace(
                    from,
                    random.nextBoolean() ? end : Math.min(text.length(), from + 3),
                    pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
