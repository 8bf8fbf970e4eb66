package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor as a whole, on this computer. */
class DoctorCommandTest {

    @TempDir
    private Path home;

    @Test
    void everything_is_looked_at_and_the_exit_code_says_whether_all_is_there() throws Exception {
        Files.writeString(home.resolve("router.port"), "1");
        var told = new StringWriter();

        int exitCode = Main.commandLine()
                .setOut(new PrintWriter(told, true))
                .execute("doctor", "--json", "--home", home.toString());

        var report = new JsonMapper().readTree(told.toString());
        assertThat(report.path("findings").findValuesAsText("subject"))
                .contains(
                        "Java",
                        "Maven",
                        "Python",
                        "Docker",
                        "State folder",
                        "Runtime",
                        "Port of the endpoints",
                        "Disk",
                        "Memory",
                        "Display",
                        "Window libraries",
                        "Installing");
        assertThat(report.path("ok").asBoolean()).isEqualTo(isWell(report));
        assertThat(exitCode).isEqualTo(isWell(report) ? 0 : 1);
    }

    private static boolean isWell(JsonNode report) {
        return !report.path("findings").findValuesAsText("verdict").contains("missing");
    }

    @Test
    void where_a_program_is_missing_it_is_named_and_the_exit_code_is_1() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var doctor = new ProcessBuilder(List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "doctor",
                "--json",
                "--home",
                home.toString()));
        doctor.environment().put("PATH", home.toString());

        var process = doctor.redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(told).isEqualTo(1);
        assertThat(told).containsPattern("\"subject\" : \"Python\",\\s+\"verdict\" : \"missing\"");
    }
}
