package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.docker.BuildFailed.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On sentences as Docker 20 to 28, apt and shells have written them. */
class BuildDiagnosisTest {

    private static final String FAILED = "The command '/bin/sh -c it' returned a non-zero code: ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY failed: file not found in build context or excluded by .dockerignore: stat src/a.txt: file does not exist"
                        + " | FILE | src/a.txt",
                "COPY failed: stat /var/lib/docker/tmp/docker-builder918/src/a.txt: no such file or directory"
                        + " | FILE | there is no src/a.txt",
                "COPY failed: forbidden path outside the build context: ../a () | FILE | forbidden path",
                "COPY failed: no source files were specified | FILE | no source files",
                "dockerfile parse error line 3: unknown instruction: RUNN | SYNTAX | RUNN",
                "pull access denied for no/such, repository does not exist or may require 'docker login': denied"
                        + " | IMAGE | no/such",
                "manifest for debian:nine not found: manifest unknown: manifest unknown | IMAGE | debian:nine",
                "Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io: no such host"
                        + " | IMAGE | the registry cannot be reached",
                "Get \"https://mcr.microsoft.com/v2/\": dial tcp 127.0.0.1:443: connect: connection refused"
                        + " | IMAGE | the registry cannot be reached",
                "no matching manifest for linux/arm64/v8 in the manifest list entries | IMAGE | linux/arm64/v8",
                "toomanyrequests: You have reached your pull rate limit | IMAGE | rate limit",
                "Error processing tar file(exit status 1): write /x: no space left on device | DISK_FULL | disk",
                "failed to register layer: write /usr/lib/x: no space left on device | DISK_FULL | disk",
                "connection error: desc = \"transport: dial unix /run/containerd/containerd.sock: connect: connection"
                        + " refused\": unknown | ENGINE_GONE | broke off in the middle of the build",
                "transport is closing: unavailable | ENGINE_GONE | broke off in the middle of the build",
                "context canceled | ENGINE_GONE | broke off in the middle of the build",
                "OCI runtime create failed: exec: \"/bin/sh\": stat /bin/sh: no such file or directory: unknown"
                        + " | COMMAND | no shell"
            })
    void what_docker_says_of_a_step_tells_what_is_in_the_way(String error, Cause cause, String part) {
        var reason = BuildDiagnosis.of(List.of(), error);

        assertThat(reason.cause()).isEqualTo(cause);
        assertThat(reason.what()).contains(part);
        assertThat(reason.remedy()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E: Unable to locate package no-such-thing | PACKAGES | no-such-thing",
                "E: Package 'python2' has no installation candidate | PACKAGES | python2",
                "E: Version '9.9' for 'curl' was not found | PACKAGES | 9.9",
                "W: Failed to fetch http://deb.debian.org/x  Temporary failure resolving 'deb.debian.org'"
                        + " | NETWORK | deb.debian.org",
                "ERROR: Could not find a version that satisfies the requirement nope==1 (from versions: none)"
                        + " | UNKNOWN_PACKAGE | nope==1",
                "OSError: [Errno 28] No space left on device | DISK_FULL | disk"
            })
    void what_a_steps_commands_say_names_the_package(String line, Cause cause, String part) {
        var reason = BuildDiagnosis.of(List.of("before", line, "after"), FAILED + "100");

        assertThat(reason.cause()).isEqualTo(cause);
        assertThat(reason.what()).contains(part);
    }

    @Test
    void any_other_command_is_told_by_its_last_line_and_its_code() {
        assertThat(BuildDiagnosis.of(List.of("one", "cannot find the moon"), FAILED + "7")
                        .what())
                .contains("cannot find the moon")
                .contains("code: 7");
    }

    @Test
    void a_step_that_was_killed_is_told_from_one_that_failed() {
        assertThat(BuildDiagnosis.of(List.of("Killed"), FAILED + "137").what())
                .contains("memory")
                .contains("Docker was stopped");
        assertThat(BuildDiagnosis.of(List.of("Terminated"), FAILED + "143").remedy())
                .contains("try again");
        assertThat(BuildDiagnosis.of(List.of("/bin/sh: 1: conda: not found"), FAILED + "127")
                        .what())
                .contains("not in the image")
                .contains("conda");
    }
}
