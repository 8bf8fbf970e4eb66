package dev.sluice.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerPort;
import dev.sluice.engine.Instance;
import dev.sluice.engine.Instance.Status;
import dev.sluice.engine.InstanceId;
import dev.sluice.engine.InstanceSpec;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The containers of one state folder. Each call asks Docker and waits for its answer. Safe from any thread. */
final class Containers {

    /** Ids come back to us from outside and become part of an address. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");

    private static final Comparator<Instance> BY_START =
            Comparator.comparing(Instance::started).thenComparing(Instance::id);

    private final DockerClient docker;
    private final Labels labels;
    private final ContainerRecipe recipe;
    /** How containers have ended, which Docker must be asked for one by one, and which does not change. */
    private final Map<InstanceId, Status.Ended> ends = new ConcurrentHashMap<>();

    Containers(DockerClient docker, Labels labels, ContainerRecipe recipe) {
        this.docker = docker;
        this.labels = labels;
        this.recipe = recipe;
    }

    Instance start(InstanceSpec spec) throws IOException {
        SharedFiles.makeReadable(spec.files().app());
        SharedFiles.makeReadable(spec.files().models());
        var id = recipe.create(docker, spec, labelsFor(spec))
                .withName(labels.containerName(spec.key()))
                .exec()
                .getId();
        try {
            docker.startContainerCmd(id).exec();
            return list().stream()
                    .filter(instance -> instance.id().text().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("somebody removed the container at once"));
        } catch (RuntimeException e) {
            remove(new InstanceId(id));
            throw e;
        }
    }

    private Map<String, String> labelsFor(InstanceSpec spec) {
        var all = new HashMap<>(labels.of(spec.key()));
        all.putAll(RouteLabels.of(spec.serving().routes()));
        return all;
    }

    /** One question however many there are, and one more for each that has ended since the last time. */
    List<Instance> list() {
        var present = docker.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(labels.ours())
                .exec();
        ends.keySet()
                .retainAll(present.stream()
                        .map(container -> new InstanceId(container.getId()))
                        .toList());
        return present.stream()
                .flatMap(container -> instance(container).stream())
                .sorted(BY_START)
                .toList();
    }

    private Optional<Instance> instance(Container container) {
        var id = new InstanceId(container.getId());
        return Labels.keyOf(container.getLabels())
                .flatMap(key -> status(container, id)
                        .map(status -> new Instance(id, key, Instant.ofEpochSecond(container.getCreated()), status)));
    }

    /** Empty for one that is gone meanwhile. */
    private Optional<Status> status(Container container, InstanceId id) {
        return switch (container.getState()) {
            case "running" ->
                Optional.of(RouteLabels.reachable(container.getLabels(), published(container))
                        .orElseGet(Status.Booting::new));
            case "exited", "dead" -> end(id).map(Status.class::cast);
            case "removing" -> Optional.empty();
            default -> Optional.of(new Status.Booting());
        };
    }

    private static Map<Integer, Integer> published(Container container) {
        return Arrays.stream(container.getPorts())
                .filter(port -> port.getPrivatePort() != null && port.getPublicPort() != null)
                .collect(Collectors.toMap(
                        ContainerPort::getPrivatePort, ContainerPort::getPublicPort, (first, second) -> first));
    }

    private Optional<Status.Ended> end(InstanceId id) {
        var known = Optional.ofNullable(ends.get(id));
        if (known.isPresent()) {
            return known;
        }
        var found = ours(id).map(EndOf::container);
        found.ifPresent(end -> ends.put(id, end));
        return found;
    }

    static boolean canBe(InstanceId id) {
        return ID.matcher(id.text()).matches();
    }

    /** The container, if it is there and one of ours. */
    Optional<InspectContainerResponse> ours(InstanceId id) {
        if (!canBe(id)) {
            return Optional.empty();
        }
        try {
            var container = docker.inspectContainerCmd(id.text()).exec();
            return Optional.of(container).filter(found -> labels.areOn(labelsOf(found)));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    private static Map<String, String> labelsOf(InspectContainerResponse container) {
        var config = container.getConfig();
        return config.getLabels() == null ? Map.of() : config.getLabels();
    }

    boolean isRunning(InstanceId id) {
        return ours(id).filter(
                        container -> Boolean.TRUE.equals(container.getState().getRunning()))
                .isPresent();
    }

    /** Those of them that run and are ours, which is one question however many there are. */
    List<InstanceId> running(Collection<InstanceId> wanted) {
        return docker.listContainersCmd().withLabelFilter(labels.ours()).exec().stream()
                .map(container -> new InstanceId(container.getId()))
                .filter(wanted::contains)
                .toList();
    }

    /** Asks the server to finish what it is doing and to end. */
    void terminate(InstanceId id) {
        if (!isRunning(id)) {
            return;
        }
        try {
            docker.killContainerCmd(id.text()).withSignal("SIGTERM").exec();
        } catch (NotFoundException | ConflictException endedMeanwhile) {
            return; // what we want
        }
    }

    void remove(InstanceId id) {
        if (ours(id).isEmpty()) {
            return;
        }
        try {
            docker.removeContainerCmd(id.text())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | NotModifiedException | ConflictException alreadyUnderWay) {
            return; // somebody else removes it: what we want
        }
    }
}
