package dev.sluice.console.support.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.snippets.Call.Body;
import dev.sluice.console.support.snippets.Call.Header;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnippetsTest {

    private static final EndpointName DIABETES = new EndpointName("diabetes");
    private static final String URI = "http://127.0.0.1:8420/endpoints/diabetes/score";
    private static final String AWKWARD = "{\"it's\": \"a \\ $HOME `x` %s\"}\n\tend";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void a_pin_a_file_and_the_address_stand_in_every_language(Language language) {
        var snippet = language.write(
                Call.scoring(DIABETES, URI, Optional.of(new DeploymentName("green")), "sample-request.json"));

        assertThat(snippet).contains("green", "sample-request.json");
        assertThat(snippet).contains(language == Language.CLI ? "--name diabetes" : URI);
    }

    @ParameterizedTest
    @EnumSource
    void without_a_pin_none_is_written(Language language) {
        var snippet = language.write(Call.scoring(DIABETES, URI, Optional.empty(), "sample-request.json"));

        assertThat(snippet).doesNotContain("azureml-model-deployment").doesNotContain("--deployment-name");
    }

    @Test
    void every_language_that_sends_a_key_takes_it_from_the_environment() {
        for (var language : Language.values()) {
            assertThat(language.write(text("{}")).contains(Call.KEY_VARIABLE))
                    .as(language.title())
                    .isEqualTo(language != Language.CLI);
        }
    }

    @Test
    void a_shell_hands_curl_the_body_as_it_was_written() throws Exception {
        assertThat(shell("curl() { for last; do :; done; printf '%s' \"$last\"; }\n"
                        + Language.CURL.write(text(AWKWARD))))
                .isEqualTo(AWKWARD);
    }

    @Test
    void a_shell_writes_the_body_into_the_file_that_the_clouds_client_reads() throws Exception {
        shell("az() { :; }\n" + Language.CLI.write(text(AWKWARD)));

        assertThat(folder.resolve("request.json")).hasContent(AWKWARD);
    }

    @Test
    void python_understands_its_snippet_and_reads_the_body_as_it_was_written() throws Exception {
        var snippet = Language.PYTHON.write(text(AWKWARD)).replace("import requests\n", "");
        var program = "class requests:\n  def request(*a, **k):\n    import sys; sys.stdout.buffer.write(k['data']); "
                + "sys.exit(0)\n" + snippet;
        Files.writeString(folder.resolve("call.py"), program);

        assertThat(shell("SLUICE_KEY=k python3 call.py")).isEqualTo(AWKWARD);
    }

    @Test
    void java_compiles_its_snippet() throws Exception {
        var source = folder.resolve("Score.java");
        for (var body : new Body[] {new Body.Text(AWKWARD), new Body.File("a b.json"), new Body.None()}) {
            Files.writeString(source, Language.JAVA.write(call(body)));

            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                    .as(String.valueOf(body))
                    .isZero();
        }
    }

    private static Call text(String body) {
        return call(new Body.Text(body));
    }

    private static Call call(Body body) {
        var headers =
                List.of(new Header("Content-Type", "application/json"), new Header("x-ms-client-request-id", "a\"b"));
        return new Call(DIABETES, "POST", URI, Optional.empty(), headers, body);
    }

    private String shell(String script) throws Exception {
        var process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
