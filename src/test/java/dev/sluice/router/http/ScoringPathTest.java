package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.router.Gate;
import dev.sluice.router.Upstream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An image that serves by itself chooses the path that it scores at (reference 1.5, 3.1, 9.6). */
class ScoringPathTest {

    private final Origin blue = Origin.saying("B");
    private final Origin green = Origin.saying("G");
    private final Stage stage = new Stage();

    @AfterEach
    void close() throws IOException {
        stage.close();
        blue.close();
        green.close();
    }

    @Test
    void score_is_where_the_instance_scores_and_keeps_its_query() throws IOException {
        stage.deploy("blue", Stage.ROOMY, List.of(scoringAt(blue, "/v1/predict")))
                .traffic("blue", 100)
                .publish();

        stage.client().call(RawClient.score("x"));
        stage.client().call(RawClient.get("/endpoints/iris/score?a=b"));

        assertThat(targetsOf(blue)).containsExactly("/v1/predict", "/v1/predict?a=b");
    }

    @Test
    void its_own_route_and_every_other_path_reach_it_as_they_are() throws IOException {
        stage.deploy("blue", Stage.ROOMY, List.of(scoringAt(blue, "/v1/predict")))
                .traffic("blue", 100)
                .publish();

        for (var path : List.of("/v1/predict", "/v1/models?all", "/scores", "/score/1")) {
            stage.client().call(RawClient.get("/endpoints/iris" + path));
        }

        assertThat(targetsOf(blue)).containsExactly("/v1/predict", "/v1/models?all", "/scores", "/score/1");
    }

    @Test
    void a_copy_goes_to_the_shadows_own_route() throws IOException {
        stage.deploy("blue", Stage.ROOMY, List.of(scoringAt(blue, "/v1/predict")))
                .deploy("green", Stage.ROOMY, List.of(scoringAt(green, "/invocations")))
                .traffic("blue", 100)
                .mirror("green", 50)
                .publish();

        for (int i = 0; i < 2; i++) {
            stage.client().call(RawClient.score("x"));
        }

        await().until(() -> !green.received().isEmpty());
        assertThat(targetsOf(green)).containsExactly("/invocations");
        assertThat(targetsOf(blue)).containsOnly("/v1/predict");
    }

    private static Upstream scoringAt(Origin origin, String path) {
        return new Upstream("one", origin.upstream().address(), path, new Gate());
    }

    private static List<String> targetsOf(Origin origin) {
        return origin.received().stream().map(Message::target).toList();
    }
}
