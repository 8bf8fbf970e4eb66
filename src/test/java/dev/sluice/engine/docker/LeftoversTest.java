package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.RemoveContainerCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final Leftover CONTAINER = Leftover.container("0123456789ab");
    private static final Leftover STEP = Leftover.image("ba9876543210");

    @TempDir
    private Path folder;

    private final List<String> removed = new ArrayList<>();
    private Optional<RuntimeException> trouble = Optional.empty();
    private boolean isBeingRemoved;
    private LeftoverFile file;

    @BeforeEach
    void a_state_folder() {
        file = new LeftoverFile(folder.resolve(LeftoverFile.NAME));
    }

    @Test
    void what_a_docker_that_is_gone_did_not_remove_goes_when_it_is_back() {
        var leftovers = leftovers();
        trouble = Optional.of(new IllegalStateException("connection refused"));
        leftovers.remove(List.of(STEP, CONTAINER));
        assertThat(leftovers.isOwing()).isTrue();
        assertThat(file.read()).containsExactlyInAnyOrder(CONTAINER, STEP);

        trouble = Optional.empty();
        leftovers.removeOwed();

        assertThat(removed).containsExactly(CONTAINER.id(), STEP.id());
        assertThat(leftovers.isOwing()).isFalse();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void what_is_gone_already_is_owed_no_more() {
        trouble = Optional.of(new NotFoundException("no such container"));

        var leftovers = leftovers();
        leftovers.note(CONTAINER);
        leftovers.remove(List.of(CONTAINER));

        assertThat(leftovers.isOwing()).isFalse();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void a_container_that_docker_is_removing_by_itself_is_waited_for_before_the_images_it_is_made_of() {
        isBeingRemoved = true;

        var leftovers = leftovers();
        leftovers.remove(List.of(STEP, CONTAINER));

        assertThat(removed).containsExactly("waited for " + CONTAINER.id(), STEP.id());
        assertThat(leftovers.isOwing()).isFalse();
    }

    @Test
    void after_a_crash_containers_go_at_once_and_steps_at_the_end_since_the_next_build_goes_on_from_them() {
        var before = leftovers();
        before.note(CONTAINER);
        before.note(STEP);

        var after = leftovers();
        after.removeOwed();
        assertThat(removed).containsExactly(CONTAINER.id());
        assertThat(file.read()).containsExactly(STEP);

        after.removeAll();
        assertThat(removed).containsExactly(CONTAINER.id(), STEP.id());
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void what_has_become_part_of_an_image_is_left_alone() {
        var leftovers = leftovers();
        leftovers.note(STEP);
        leftovers.forget(List.of(STEP));

        leftovers.removeAll();

        assertThat(removed).isEmpty();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void a_line_of_somebody_else_s_is_passed_over() throws IOException {
        Files.write(file.path(), List.of("image ../../etc", CONTAINER.line(), ""));

        assertThat(file.read()).containsExactly(CONTAINER);
    }

    private Leftovers leftovers() {
        return new Leftovers(played(DockerClient.class, ""), file);
    }

    /** Docker, as far as it is asked here: a command that is executed tells what it has removed, or what is wrong. */
    private <T> T played(Class<T> type, String id) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, words) -> {
            if (method.getName().equals("exec")) {
                return words == null ? executed(type, id) : waited((ResultCallback<?>) words[0], id);
            }
            return method.getReturnType().isInstance(self) ? self : played(method.getReturnType(), (String) words[0]);
        }));
    }

    private @Nullable Object executed(Class<?> type, String id) {
        trouble.ifPresent(problem -> {
            throw problem;
        });
        if (type.getSimpleName().startsWith("Inspect")) {
            return new InspectImageResponse();
        }
        if (isBeingRemoved && type == RemoveContainerCmd.class) {
            throw new ConflictException("removal is already in progress");
        }
        removed.add(id);
        return null; // as a method without a result
    }

    private ResultCallback<?> waited(ResultCallback<?> callback, String id) {
        removed.add("waited for " + id);
        callback.onComplete();
        return callback;
    }
}
