package dev.sluice.manifest;

import static dev.sluice.manifest.Workplace.DEPLOYMENT;
import static dev.sluice.manifest.Workplace.complaints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to do harm, or by a tool gone wrong: refused in a moment, with a place and a reason. */
class HostileFileTest {

    private static final Duration MOMENT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void a_folder_with_files() {
        workplace = new Workplace(folder);
    }

    @Test
    void a_file_that_unfolds_without_end_is_refused() {
        var bomb = new StringBuilder("name: abc\na0: &a0 [x, x]\n");
        for (int i = 1; i <= 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(refusal(bomb.toString())).contains("Number of aliases").hasLineCount(1);
    }

    @Test
    void a_few_aliases_of_a_large_part_are_refused_before_they_are_unfolded() {
        var large = ("- " + "x".repeat(90_000) + "\n").repeat(10).strip();
        var wide = "- x\n".repeat(6_000);

        assertThat(refusal(
                        "auth_mode: key\nname: abc\ntags: &t\n" + large + "\nproperties: {a: *t, b: *t, c: *t, d: *t}"))
                .contains("the file unfolds to more than 20000 values or 4 MiB of text")
                .contains("file.yml:");
        assertThat(refusal("auth_mode: key\nname: abc\ntags: &t\n" + wide + "properties: {a: *t, b: *t, c: *t, d: *t}"))
                .contains("the file unfolds to more than 20000 values or 4 MiB of text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags: &t\n  self: *t", "tags: &t [[*t]]", "tags: &t\n  <<: *t", "identity: &i {type: *i}"})
    void a_part_of_itself_is_refused(String text) {
        assertThat(refusal("auth_mode: key\nname: abc\n" + text))
                .contains("this alias is a part of what it stands for")
                .contains("file.yml:")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void very_deep_nesting_is_refused(String opening) {
        assertThat(refusal("name: abc\nauth_mode: key\ntags:\n  " + opening.repeat(20_000)))
                .isNotEmpty()
                .hasLineCount(1);
    }

    @Test
    void ten_megabytes_are_refused_unread_and_so_is_a_text_without_line_ends() throws IOException {
        var large = Files.write(folder.resolve("large.yml"), new byte[10 << 20]);

        assertThat(complaints(Manifests.read(large)))
                .contains("larger than 1 MiB")
                .hasLineCount(1);
        assertThat(refusal("auth_mode: key\nname: " + "x".repeat(1_000_000)))
                .startsWith("SYNTAX file.yml:2:1 the line is longer than 100000 characters");
        assertThat(refusal("x".repeat(1_000) + ": 1\nauth_mode: key\nname: abc"))
                .contains("is not a key of this file")
                .hasSizeLessThan(500);
    }

    @Test
    void many_mistakes_are_told_up_to_a_number_that_can_be_read() {
        var text = new StringBuilder("name: abc\nauth_mode: key\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("k").append(i).append(": 1\n");
        }
        assertThat(refusal(text.toString())).hasLineCount(100).endsWith("and 9901 more problems");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE,true",
        "UTF-16BE,true",
        "UTF-16LE,false",
        "UTF-16BE,false",
        "ISO-8859-1,false",
        "UTF-32BE,false"
    })
    void other_encodings_are_refused_by_name_if_they_can_be_told(String encoding, boolean marked) throws IOException {
        var yaml = (marked ? "\uFEFF" : "") + "name: abc\nauth_mode: key\ndescription: größer\n";
        var file = Files.write(folder.resolve("other.yml"), yaml.getBytes(Charset.forName(encoding)));

        assertThat(complaints(Manifests.read(file)))
                .startsWith("SYNTAX " + file + ":1:1 the file is ")
                .contains(encoding.startsWith("UTF-16") ? "UTF-16" : "not UTF-8 text")
                .endsWith("save it as UTF-8")
                .hasLineCount(1);
    }

    @Test
    void a_nul_character_is_refused_where_it_stands() throws IOException {
        var file = Files.writeString(folder.resolve("nul.yml"), "name: abc\nauth_mode: k\u0000y\n");

        assertThat(complaints(Manifests.read(file)))
                .startsWith("SYNTAX " + file + ":2:13 this character cannot stand in a file")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!python/object/apply:os.system ['true']",
                "!!javax.script.ScriptEngineManager [x]",
                "!local {a: b}",
                "!!binary aGk=",
                "!!set {a, b}",
            })
    void a_tag_is_refused_and_nothing_is_made_of_it(String value) {
        assertThat(refusal("auth_mode: key\nname: abc\nproperties:\n  x: " + value))
                .contains("SYNTAX file.yml:4:6 properties.x: the tag '")
                .contains("remove it");
    }

    @Test
    void a_key_that_stands_twice_is_told_at_any_depth_even_where_nothing_is_read() {
        var yaml = DEPLOYMENT.replace("  path: model.pkl", "  path: model.pkl\n  flavors: {a: {b: 1, b: 2}}");

        assertThat(refusal(yaml))
                .contains("SYNTAX file.yml:5:23 model.flavors.a.b: 'b' stands here twice, first at file.yml:5:17")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../etc/passwd", "/etc/passwd", "x/../../../../etc/passwd"})
    void a_script_or_dockerfile_that_leads_out_of_its_folder_is_refused(String path) {
        assertThat(refusal(DEPLOYMENT.replace("score.py", path)))
                .contains("code_configuration.scoring_script: the file must be inside the folder");
        assertThat(refusal(DEPLOYMENT.replaceAll(
                        "environment:\n.*\n.*\n",
                        "environment: {build: {path: docker, dockerfile_path: " + path + "}}\n")))
                .contains("environment.build.dockerfile_path: the file must be inside the folder");
    }

    @Test
    void a_link_that_leads_out_of_the_folder_is_refused_and_one_within_is_not() throws IOException {
        var outside = Files.writeString(folder.resolve("outside.py"), "");
        Files.createSymbolicLink(folder.resolve("onlinescoring/link.py"), outside);
        Files.createSymbolicLink(folder.resolve("onlinescoring/same.py"), Path.of("score.py"));

        assertThat(refusal(DEPLOYMENT.replace("score.py", "link.py")))
                .startsWith(
                        "BAD_VALUE file.yml:7:19 code_configuration.scoring_script: it is a link that leads out of");
        assertThat(refusal(DEPLOYMENT.replace("score.py", "same.py"))).isEmpty();
    }

    @Test
    void a_file_that_is_none_is_refused_without_being_opened() throws Exception {
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(refusal(DEPLOYMENT.replace("model.pkl", "pipe")))
                .startsWith("NOT_FOUND file.yml:4:9 model.path: there is no file or folder at " + pipe);
        assertThat(assertTimeoutPreemptively(MOMENT, () -> complaints(Manifests.read(pipe))))
                .contains("it is no file but a pipe, device or the like");
        assertThat(assertTimeoutPreemptively(MOMENT, () -> complaints(Manifests.read(Path.of("/dev/zero")))))
                .contains("it is no file but a pipe, device or the like");
    }

    private String refusal(String text) {
        return assertTimeoutPreemptively(MOMENT, () -> workplace.complaints(text));
    }
}
