package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.DeploymentName;
import dev.sluice.router.http.Message;
import dev.sluice.router.http.Origin;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What has come to the instances, each of which answers with its deployment's name and what it was sent. */
final class Arrivals {

    /** One request, by its body, at an instance of a deployment. */
    record Arrival(String deployment, String body, boolean isCopy) {}

    private final List<Arrival> all = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch open = new CountDownLatch(0);

    Origin.Script at(DeploymentName deployment) {
        return (request, line) -> answer(deployment.text(), request, line);
    }

    static String answerOf(String deployment, String body) {
        return deployment + " got " + body;
    }

    private void answer(String deployment, Message request, Origin.Line line) throws Exception {
        var gate = open;
        all.add(new Arrival(
                deployment, request.body(), !request.all("azureml-mirrored").isEmpty()));
        assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
        line.send(Origin.ok(answerOf(deployment, request.body())));
    }

    /** From now on nothing is answered, until {@link #answerAll}. */
    void hold() {
        open = new CountDownLatch(1);
    }

    void answerAll() {
        open.countDown();
    }

    /** Those that are no copies, with this body. */
    List<Arrival> originals(String body) {
        return all.stream()
                .filter(arrival -> arrival.body().equals(body) && !arrival.isCopy())
                .toList();
    }

    List<Arrival> copies() {
        return all.stream().filter(Arrival::isCopy).toList();
    }
}
