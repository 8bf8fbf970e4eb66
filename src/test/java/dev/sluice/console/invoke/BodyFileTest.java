package dev.sluice.console.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageAnswers;
import dev.sluice.control.Invocation.Body;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request whose body comes from a file, and under which type it is sent. */
class BodyFileTest extends InvokeOnDiabetes {

    @TempDir
    private Path folder;

    @Test
    void a_text_file_becomes_the_body_and_any_other_is_sent_as_it_is() throws IOException {
        model.bodyFromFile().load(Files.writeString(folder.resolve("request.csv"), "a,b"));
        assertThat(model.request().textProperty().get()).isEqualTo("a,b");
        assertThat(model.request().contentTypeProperty().get()).isEqualTo("text/csv");

        var picture = Files.write(folder.resolve("image.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xff});
        model.bodyFromFile().load(picture);
        model.send();
        assertThat(desk.control.invocations.get(0).body()).isEqualTo(new Body.File(picture, 3));

        assertThat(model.request().contentTypeProperty().get()).isEqualTo("image/png");
        model.bodyFromFile().load(Files.write(folder.resolve("weights"), new byte[] {(byte) 0xff}));
        assertThat(model.request().contentTypeProperty().get()).isEqualTo("application/octet-stream");
        model.bodyFromFile().load(picture);

        model.bodyFromFile().load(folder.resolve("missing.json"));
        assertThat(model.problemProperty().get()).contains("missing.json is no file");
        assertThat(model.request().fileProperty().get())
                .as("what was there stays")
                .isPresent();

        model.request().dropFile();
        assertThat(model.request().fileProperty().get()).isEmpty();
        assertThat(model.request().contentTypeProperty().get())
                .as("that of the text that is there again")
                .isEqualTo("text/csv");
    }

    @Test
    void a_text_of_no_known_type_is_not_sent_under_that_of_the_file_before_it() throws IOException {
        model.bodyFromFile().load(picture());

        model.bodyFromFile().load(Files.writeString(folder.resolve("notes.md"), "# Notes"));

        assertThat(model.request().fileProperty().get()).isEmpty();
        assertThat(model.request().contentTypeProperty().get()).isEqualTo("application/json");
    }

    @Test
    void a_text_that_is_sent_again_after_a_file_of_the_history_has_its_own_type() throws IOException {
        desk.control.answers.add(PageAnswers.predictions("blue", 8));
        model.bodyFromFile().load(picture());
        model.send();
        var request = model.request();
        request.dropFile();

        model.history().use(book.history().get(0).draft());
        assertThat(request.contentTypeProperty().get()).isEqualTo("image/png");
        var withFile = request.written();
        request.dropFile();
        assertThat(request.contentTypeProperty().get()).isEqualTo("application/json");

        request.putBack(withFile);
        assertThat(request.contentTypeProperty().get()).isEqualTo("image/png");
        request.dropFile();
        assertThat(request.contentTypeProperty().get()).isEqualTo("application/json");
    }

    @Test
    void a_type_that_the_user_chose_stays_when_a_file_says_none_of_its_own() throws IOException {
        var type = model.request().contentTypeProperty();
        var unknown = Files.write(folder.resolve("data.pb"), new byte[] {(byte) 0xff});
        type.set("application/x-protobuf");

        model.bodyFromFile().load(unknown);
        assertThat(type.get()).isEqualTo("application/x-protobuf");

        model.bodyFromFile().load(picture());
        assertThat(type.get()).isEqualTo("image/png");
        model.bodyFromFile().load(unknown);
        assertThat(type.get()).isEqualTo("application/octet-stream");
    }

    @Test
    void a_long_text_is_sent_from_its_file() throws IOException {
        var file = Files.write(folder.resolve("long.json"), new byte[(1 << 20) + 1]);

        model.bodyFromFile().load(file);

        assertThat(model.request().fileProperty().get()).contains(new Draft.Content.File(file, (1 << 20) + 1));
    }

    private Path picture() throws IOException {
        return Files.write(folder.resolve("cat.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xff});
    }
}
