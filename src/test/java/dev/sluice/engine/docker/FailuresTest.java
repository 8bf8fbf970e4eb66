package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.InternalServerErrorException;
import dev.sluice.domain.Problem;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static Problem told(Throwable failure) {
        return Failures.explained(failure).problem();
    }

    @Test
    void a_file_of_this_computer_that_cannot_be_used_is_no_matter_of_docker() {
        var denied = told(new AccessDeniedException("/work/env/Dockerfile"));
        assertThat(denied.code()).isEqualTo(Problem.Code.INTERNAL);
        assertThat(denied.message()).isEqualTo("this user may not use the file /work/env/Dockerfile");
        assertThat(denied.remedy()).doesNotContain("docker");

        var gone = new CompletionException(new UncheckedIOException(new NoSuchFileException("/state/models/net")));
        assertThat(told(gone).message()).isEqualTo("there is no file /state/models/net any more");

        var full = new FileSystemException("/state/x", null, "No space left on device");
        assertThat(told(full).message()).isEqualTo("a file cannot be used: /state/x: No space left on device");
    }

    @Test
    void a_docker_that_is_gone_is_told_from_one_that_refuses() {
        var gone = told(new RuntimeException(new ConnectException("Connection refused")));
        assertThat(gone.message()).isEqualTo("Docker does not answer: Connection refused");
        assertThat(gone.remedy()).contains("docker info");

        var refuses = told(new InternalServerErrorException("Status 500: {\"message\":\"driver failed\"}"));
        assertThat(refuses.message()).isEqualTo("Docker refused: driver failed");
    }
}
