package dev.sluice.console.invoke;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Takes a request's body from a file, as text to be edited or as it is. For the UI thread only.
 *
 * @param background where files are read
 * @param problem told why a file cannot be used; nothing if it can
 */
record BodyFromFile(RequestForm request, Executor background, Executor ui, Consumer<String> problem) {

    void load(Path file) {
        background.execute(() -> {
            var read = BodyFile.read(file);
            ui.execute(() -> take(read));
        });
    }

    private void take(BodyFile read) {
        if (read instanceof BodyFile.Unusable unusable) {
            problem.accept(unusable.problem());
            return;
        }
        problem.accept("");
        if (read instanceof BodyFile.Text text) {
            request.takeText(text.text(), text.contentType());
        } else if (read instanceof BodyFile.Bytes bytes) {
            request.takeFile(bytes.file(), bytes.contentType());
        }
    }
}
