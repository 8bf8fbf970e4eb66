package dev.sluice.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.doctor.Finding.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolChecksTest {

    private static final Path JDK = Path.of("/usr/lib/jvm/java-17");
    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private final FakeComputer computer = new FakeComputer();

    @Test
    void java_is_told_with_its_maker_and_its_place() {
        computer.file(JDK.resolve("bin/javac"), "");
        assertThat(java()).isEqualTo(Finding.ok("Java", "17.0.9+9 by Debian, /usr/lib/jvm/java-17"));
    }

    @Test
    void the_jdk_of_windows_is_told_where_it_is_another() {
        computer.file(JDK.resolve("bin/javac"), "");
        assertThat(java("25.0.3+9-LTS-Eclipse_Adoptium, /usr/lib/jvm/temurin-25")
                        .found())
                .isEqualTo(
                        "17.0.9+9 by Debian, /usr/lib/jvm/java-17; a window is opened by 25.0.3+9-LTS-Eclipse_Adoptium,"
                                + " /usr/lib/jvm/temurin-25");
    }

    @Test
    void a_java_without_a_compiler_cannot_build_what_was_edited() {
        assertThat(java().verdict()).isEqualTo(Verdict.HINT);
        assertThat(java().fix()).contains("JAVA_HOME", "JDK 17");
    }

    @Test
    void maven_is_told_without_its_colours() {
        computer.program("mvn", "/usr/bin/mvn")
                .answering("/usr/bin/mvn -v", 0, "\u001b[1mApache Maven 3.8.7\u001b[m\nmore");
        assertThat(maven()).isEqualTo(Finding.ok("Maven", "Apache Maven 3.8.7, /usr/bin/mvn"));
    }

    @Test
    void without_maven_nothing_that_was_edited_can_be_built() {
        assertThat(maven().verdict()).isEqualTo(Verdict.HINT);
        assertThat(maven().fix()).contains("apt-get install", "maven");
    }

    @Test
    void a_maven_that_does_not_run_is_told_with_what_it_says() {
        computer.program("mvn", "/opt/mvn").answering("/opt/mvn -v", 1, "JAVA_HOME is not defined correctly");
        assertThat(maven().found()).contains("does not run", "JAVA_HOME is not defined correctly");
        assertThat(maven().fix()).contains("/opt/mvn -v");
    }

    @Test
    void a_docker_engine_that_answers_is_named() {
        var finding = docker(new DockerAnswer.Answers("Docker 20.10.24"));
        assertThat(finding).isEqualTo(Finding.ok("Docker", "Docker 20.10.24"));
    }

    @Test
    void without_docker_it_is_to_be_installed_and_models_run_as_processes_meanwhile() {
        var finding = docker(new DockerAnswer.None("no engine answers"));
        assertThat(finding.verdict()).isEqualTo(Verdict.HINT);
        assertThat(finding.found()).contains("no engine answers", "plain processes");
        assertThat(finding.fix()).contains("apt-get install", "docker.io");
    }

    @Test
    void a_docker_engine_that_is_not_running_is_to_be_started() {
        computer.program("dockerd", "/usr/sbin/dockerd");
        assertThat(docker(new DockerAnswer.None("no engine answers")).fix()).contains("systemctl start docker");
    }

    @Test
    void who_may_not_use_the_socket_of_docker_is_told_how_to_be_allowed() {
        computer.file(SOCKET, "").readOnly.add(SOCKET);
        assertThat(docker(new DockerAnswer.None("permission denied")).fix()).contains("usermod -aG docker");
    }

    @Test
    void a_docker_engine_that_hangs_is_to_be_restarted() {
        computer.file(SOCKET, "");
        assertThat(docker(new DockerAnswer.None("timed out")).fix()).contains("restart docker");
    }

    @Test
    void a_docker_host_that_was_named_is_the_first_suspect() {
        computer.variables.put("DOCKER_HOST", "unix:///nowhere");
        assertThat(docker(new DockerAnswer.None("no such file")).fix()).contains("unix:///nowhere", "unset");
    }

    @Test
    void root_may_install() {
        computer.program("apt-get", "/usr/bin/apt-get").answering("id -u", 0, "0\n");
        assertThat(installing().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void who_may_use_sudo_without_a_password_may_install() {
        computer.program("apt-get", "/usr/bin/apt-get")
                .answering("id -u", 0, "1000\n")
                .answering("sudo -n true", 0, "");
        assertThat(installing().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void who_may_not_install_runs_the_lines_by_hand() {
        computer.program("apt-get", "/usr/bin/apt-get")
                .answering("id -u", 0, "1000\n")
                .answering("sudo -n true", 1, "sudo: a password is required");
        assertThat(installing().verdict()).isEqualTo(Verdict.HINT);
        assertThat(installing().fix()).contains("by hand");
    }

    @Test
    void a_system_without_apt_installs_nothing_by_itself() {
        assertThat(installing().found()).contains("no apt-get");
    }

    private Finding java() {
        return java("");
    }

    private Finding java(String ofWindows) {
        return one(new JavaCheck(computer, "17.0.9+9", "Debian", JDK, ofWindows).look());
    }

    private Finding maven() {
        return one(new MavenCheck(computer).look());
    }

    private Finding docker(DockerAnswer answer) {
        return one(new DockerCheck(computer, () -> answer).look());
    }

    private Finding installing() {
        return one(new InstallingCheck(computer).look());
    }

    private static Finding one(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
