package dev.sluice.console.invoke;

import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Field;
import dev.sluice.control.Invocation.Head;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.EndpointName;
import java.nio.file.Path;
import java.util.List;

/** A request as it was put together, to be sent, kept, and taken up again. */
record Draft(Target target, Head head, Content content) {

    /** Its body, as the user gave it. */
    sealed interface Content {

        record Text(String text) implements Content {}

        record File(Path path, long size) implements Content {}

        /** Methods such as GET send none. */
        record None() implements Content {}
    }

    Invocation to(EndpointName endpoint) {
        return new Invocation(endpoint, target, head, body());
    }

    Draft to(Target other) {
        return new Draft(other, head, content);
    }

    /** Whoever is to answer. */
    boolean asksTheSameAs(Draft other) {
        return head.equals(other.head) && content.equals(other.content);
    }

    /** {@code fields} without those that hold a secret, so that it can be written down. */
    Draft withoutSecrets() {
        var fields =
                head.fields().stream().filter(field -> !Secrets.isSecret(field)).toList();
        return new Draft(target, new Head(head.method(), head.path(), fields), content);
    }

    List<Field> fields() {
        return head.fields();
    }

    private Invocation.Body body() {
        if (content instanceof Content.Text text) {
            return Invocation.Body.Bytes.of(text.text());
        }
        return content instanceof Content.File file
                ? new Invocation.Body.File(file.path(), file.size())
                : new Invocation.Body.None();
    }
}
