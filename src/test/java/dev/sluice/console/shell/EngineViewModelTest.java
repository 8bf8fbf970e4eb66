package dev.sluice.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.desktop.EngineCheck;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EngineViewModelTest {

    private CompletableFuture<EngineCheck.Finding> answer = new CompletableFuture<>();
    private final EngineViewModel engine = new EngineViewModel(
            new EngineCheck() {
                @Override
                public Optional<String> whyNoDocker() {
                    return Optional.of("no Docker engine answers at unix:///var/run/docker.sock: No such file");
                }

                @Override
                public CompletionStage<Finding> again() {
                    return answer;
                }
            },
            Runnable::run);

    @Test
    void the_exact_reason_is_said() {
        assertThat(engine.isWithoutDocker()).isTrue();
        assertThat(engine.reasonProperty().get()).contains("/var/run/docker.sock: No such file");
    }

    @Test
    void an_engine_that_answers_now_is_told_as_what_a_new_start_would_use() {
        engine.lookAgain();
        assertThat(engine.lookingProperty().get()).isTrue();

        answer.complete(new EngineCheck.Finding.Answers("Docker 24.0"));

        assertThat(engine.lookingProperty().get()).isFalse();
        assertThat(engine.findingProperty().get()).contains("Docker 24.0", "./sluice stop");
    }

    @Test
    void another_reason_takes_the_place_of_the_first() {
        engine.lookAgain();

        answer.complete(new EngineCheck.Finding.StillNone("permission denied"));

        assertThat(engine.reasonProperty().get()).isEqualTo("permission denied");
    }

    @Test
    void looking_that_fails_may_be_tried_again() {
        engine.lookAgain();

        answer.completeExceptionally(new IllegalStateException("the socket is gone"));

        assertThat(engine.findingProperty().get()).contains("the socket is gone");
        assertThat(engine.lookingProperty().get()).isFalse();
    }
}
