package dev.sluice.engine.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a test has had Docker make, told from everything else by a label that every image inherits from the one it is built
 * upon, those of single steps too, and every container from its image.
 */
public final class Traces implements AutoCloseable {

    private final DockerConnection docker = DockerPresence.connection();
    private final String mark;

    /** @param test a name that no other test takes */
    public Traces(String test) {
        mark = "dev.sluice.test=" + test + "-" + ProcessHandle.current().pid();
    }

    /** For a Dockerfile: all that comes after it bears the mark. */
    public String label() {
        return "LABEL " + mark + "\n";
    }

    /** Those that run and those that have ended. */
    public List<String> containers() {
        return docker.commands().listContainersCmd().withShowAll(true).withLabelFilter(List.of(mark)).exec().stream()
                .map(container -> container.getId())
                .toList();
    }

    /** Those without a name: of steps, of which nothing has come. */
    public List<String> stepImages() {
        return images().filter(image -> names(image).findAny().isEmpty())
                .map(Image::getId)
                .toList();
    }

    /** With a name. */
    public List<String> wholeImages() {
        return images().filter(image -> names(image).findAny().isPresent())
                .map(Image::getId)
                .toList();
    }

    private Stream<Image> images() {
        return docker.commands().listImagesCmd().withShowAll(true).withLabelFilter(mark).exec().stream();
    }

    private static Stream<String> names(Image image) {
        return Stream.ofNullable(image.getRepoTags()).flatMap(Stream::of).filter(name -> !name.startsWith("<none>"));
    }

    /** Removes all of it. */
    @Override
    public void close() {
        try (docker) {
            containers()
                    .forEach(id -> passOver(() -> docker.commands()
                            .removeContainerCmd(id)
                            .withForce(true)
                            .exec()));
            images().flatMap(Traces::names)
                    .forEach(name -> passOver(
                            () -> docker.commands().removeImageCmd(name).exec()));
            images().map(Image::getId)
                    .forEach(id ->
                            passOver(() -> docker.commands().removeImageCmd(id).exec()));
        }
    }

    /** What goes together with another, or is under way. */
    private static void passOver(Runnable removal) {
        try {
            removal.run();
        } catch (NotFoundException | ConflictException goes) {
            return;
        }
    }
}
