package dev.sluice.control;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One test request. */
public record Invocation(EndpointName endpoint, Target target, Head head, Body body) {

    private static final String CONTENT_TYPE = "Content-Type";

    /** Asks for a score, as most requests do. */
    public Invocation(EndpointName endpoint, Target target, String contentType, byte[] body) {
        this(
                endpoint,
                target,
                new Head("POST", "/score", List.of(new Field(CONTENT_TYPE, contentType))),
                new Body.Bytes(body));
    }

    /** Who is to answer. */
    public sealed interface Target {

        /** Whoever the split chooses. */
        record ByTraffic() implements Target {}

        /** This deployment, whatever its share, by the {@code azureml-model-deployment} header. */
        record Pinned(DeploymentName deployment) implements Target {}
    }

    /**
     * What comes before the body.
     *
     * @param path below the endpoint's address, with a leading slash; may have a query
     * @param fields in the order in which they are sent; an {@code Authorization} here takes the place of the key
     */
    public record Head(String method, String path, List<Field> fields) {
        public Head {
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("a path begins with a slash: " + path);
            }
            fields = List.copyOf(fields);
        }
    }

    /** A header field. */
    public record Field(String name, String value) {

        public boolean isCalled(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /** What is sent along. */
    public sealed interface Body {

        /** How many bytes. */
        long size();

        record None() implements Body {
            @Override
            public long size() {
                return 0;
            }
        }

        record Bytes(byte[] bytes) implements Body {

            public static Bytes of(String text) {
                return new Bytes(text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public long size() {
                return bytes.length;
            }
        }

        /** A file's bytes, read while they are sent. {@code size} is what the file must still have then. */
        record File(Path path, long size) implements Body {}
    }

    /** The value of the first field of that name; empty if there is none. */
    public String field(String name) {
        return head.fields().stream()
                .filter(field -> field.isCalled(name))
                .findFirst()
                .map(Field::value)
                .orElse("");
    }

    public String contentType() {
        return field(CONTENT_TYPE);
    }
}
