package dev.sluice.console.invoke;

import java.util.List;
import java.util.Optional;

/**
 * All that stands in the form of a request, also what cannot be sent, so that it can be brought back as it was.
 *
 * @param file whose bytes are the body; empty if the text is
 * @param typeOfText of what is written; empty unless a file is sent in its stead
 */
record Written(
        String method,
        String path,
        String contentType,
        String text,
        Optional<Draft.Content.File> file,
        Optional<String> typeOfText,
        List<Field> fields) {

    /** A header field as far as it is written. */
    record Field(String name, String value) {}

    Written {
        fields = List.copyOf(fields);
    }
}
