package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.router.http.Message;
import dev.sluice.router.http.RawClient;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A trial's callers, each on a connection that it keeps, and what the model says of their answers. */
final class RolloutCalls implements Closeable {

    static final int AT_ONCE = 3;

    /** Requests on their way, and what was so when they were sent. */
    record Asked(
            List<String> bodies, RolloutModel.Turns turns, RolloutModel.Copies copies, Map<String, Integer> running) {}

    private final RolloutModel model;
    private final Arrivals arrivals;
    private final List<RawClient> clients = new ArrayList<>();
    private final Map<String, String> shadowOf = new HashMap<>();
    private List<String> usualFields = List.of();
    private int sent;

    RolloutCalls(RolloutModel model, Arrivals arrivals, int port) throws IOException {
        this.model = model;
        this.arrivals = arrivals;
        for (int i = 0; i < AT_ONCE; i++) {
            clients.add(new RawClient(port));
        }
    }

    Asked none() {
        return asked(List.of());
    }

    /** Requests that are at their instances, and answered only when {@link Arrivals#answerAll} says so. */
    Asked hold() throws IOException {
        arrivals.hold();
        var asked = send();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> asked.bodies().stream()
                        .allMatch(body -> arrivals.originals(body).size() == 1));
        return asked;
    }

    Asked send() throws IOException {
        var bodies = new ArrayList<String>();
        for (var client : clients) {
            bodies.add("live " + ++sent);
            client.send(RawClient.score(bodies.get(bodies.size() - 1)));
        }
        return asked(bodies);
    }

    private Asked asked(List<String> bodies) {
        return new Asked(bodies, model.turns(), model.copies(), model.running());
    }

    /** I2 and I3: by one deployment that was live when the request was sent, and in the same words with a shadow and without. */
    void assertAnswered(Asked asked, Set<Integer> whereReady) throws IOException {
        for (int i = 0; i < asked.bodies().size(); i++) {
            var answer = clients.get(i).receive();
            var deployment = answer.field("azureml-model-deployment");
            if (asked.turns().split.isEmpty()) {
                assertThat(answer.status()).isEqualTo(404);
            } else {
                assertThat(asked.turns().split).containsKey(deployment);
                asked.turns().answeredBy(deployment);
                if (asked.running().get(deployment) > 0) {
                    asked.copies().admitted();
                }
                shadowOf.put(asked.bodies().get(i), asked.copies().shadow);
                assertAnswer(answer, deployment, asked.bodies().get(i), asked.running(), whereReady);
            }
        }
    }

    private void assertAnswer(
            Message answer, String deployment, String body, Map<String, Integer> running, Set<Integer> whereReady) {
        if (running.get(deployment) == 0) {
            assertThat(answer.status()).isEqualTo(424);
            assertThat(answer.field("ms-azureml-model-error-reason")).isEqualTo("model_not_ready");
            assertThat(arrivals.originals(body)).isEmpty();
        } else {
            assertThat(whereReady).contains(answer.status());
            assertThat(arrivals.originals(body)).containsExactly(new Arrivals.Arrival(deployment, body, false));
            if (answer.status() == 200) {
                assertThat(answer.body()).isEqualTo(Arrivals.answerOf(deployment, body));
                assertThat(fieldsOf(answer)).isEqualTo(usualFields(answer));
            }
        }
    }

    private List<String> usualFields(Message first) {
        if (usualFields.isEmpty()) {
            usualFields = fieldsOf(first);
        }
        return usualFields;
    }

    private static List<String> fieldsOf(Message answer) {
        return answer.fields().stream()
                .map(field -> field.substring(0, field.indexOf(':')))
                .toList();
    }

    /** I4: who is named answers, in any spelling, whatever the split; and no such request is ever copied. */
    void pin(String name) throws IOException {
        var deployment = name.toLowerCase(Locale.ROOT);
        var body = "pinned " + ++sent;
        var answer = clients.get(0).call(RawClient.score(body, "azureml-model-deployment: " + name));
        if (model.exists(deployment)) {
            assertThat(answer.field("azureml-model-deployment")).isEqualTo(deployment);
            assertAnswer(answer, deployment, body, model.running(), Set.of(200));
        } else {
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    void assertCopiesWentToTheirShadow() {
        assertThat(arrivals.copies()).allMatch(copy -> copy.deployment().equals(shadowOf.get(copy.body())));
        assertThat(arrivals.copies()).extracting(Arrivals.Arrival::body).doesNotHaveDuplicates();
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}
