package dev.sluice.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.sluice.engine.InstanceId;
import dev.sluice.engine.LineCutter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what containers have written, as lines. Safe from any thread. */
final class ContainerLogs {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerLogs.class);
    private static final int MOST_LINES = 50_000;

    private final DockerClient docker;

    /** @param docker the client for streams */
    ContainerLogs(DockerClient docker) {
        this.docker = docker;
    }

    CompletableFuture<List<String>> tail(InstanceId id, int lines) {
        var collected = Collections.synchronizedList(new ArrayList<String>());
        var text = new Text(collected::add);
        var reading = new Streaming<Frame>(text);
        docker.logContainerCmd(id.text())
                .withStdOut(true)
                .withStdErr(true)
                .withTail(Math.min(lines, MOST_LINES))
                .exec(reading);
        return reading.end().handle((ended, failure) -> {
            text.end();
            if (failure != null && !(Failures.unwrapped(failure) instanceof NotFoundException)) {
                throw Failures.explained(failure);
            }
            return List.copyOf(collected);
        });
    }

    AutoCloseable follow(InstanceId id, int tail, Consumer<String> line) {
        var reading = new Streaming<Frame>(new Text(line));
        docker.logContainerCmd(id.text())
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(true)
                .withTail(Math.min(tail, MOST_LINES))
                .exec(reading);
        reading.end().whenComplete((ended, failure) -> {
            if (failure != null) {
                LOG.debug("the log of {} is no longer followed", id, failure);
            }
        });
        return reading;
    }

    /** Frames of the two outputs, each made into lines by itself: a frame may end amid a line. */
    private static final class Text implements Consumer<Frame> {

        private final LineCutter output;
        private final LineCutter errors;

        Text(Consumer<String> line) {
            output = new LineCutter(line);
            errors = new LineCutter(line);
        }

        @Override
        public void accept(Frame frame) {
            var bytes = frame.getPayload();
            (frame.getStreamType() == StreamType.STDERR ? errors : output).add(bytes, bytes.length);
        }

        void end() {
            output.end();
            errors.end();
        }
    }
}
