package dev.sluice.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.WaitContainerCondition;
import com.github.dockerjava.api.model.WaitResponse;
import dev.sluice.engine.docker.Leftover.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What builds that came to nothing have left in Docker. Of a step that failed the steps before are kept for as long as
 * this program runs, so that the next try goes on from there; everything else is removed at once. What Docker does not
 * remove, since it is gone itself, is owed until it is back. Of what a crash of this program has left, the next
 * start owes the containers, and keeps the steps. Safe from any thread.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private static final long SECONDS_TO_REMOVE = 20;

    private final DockerClient docker;
    private final LeftoverFile file;
    /** All that there is to remove at some time: under way, kept or owed. The file says the same. */
    private final Set<Leftover> noted = new LinkedHashSet<>();

    private final Set<Leftover> kept = new LinkedHashSet<>();
    private final Set<Leftover> owed = new LinkedHashSet<>();

    Leftovers(DockerClient docker, LeftoverFile file) {
        this.docker = docker;
        this.file = file;
        noted.addAll(file.read());
        noted.forEach(left -> (left.kind() == Kind.CONTAINER ? owed : kept).add(left));
    }

    /** A build has made it. */
    synchronized void note(Leftover made) {
        if (noted.add(made)) {
            file.write(noted);
        }
    }

    /** They are part of an image that was wanted, or gone. */
    synchronized void forget(Collection<Leftover> all) {
        all.forEach(kept::remove);
        all.forEach(owed::remove);
        if (noted.removeAll(Set.copyOf(all))) {
            file.write(noted);
        }
    }

    /** They are removed by {@link #removeAll}. */
    synchronized void keep(Collection<Leftover> all) {
        kept.addAll(all);
    }

    /** Tries again what could not be removed before. */
    void removeOwed() {
        remove(inSum(owed, List.of()));
    }

    /** What is kept too. */
    void removeAll() {
        remove(inSum(owed, kept));
    }

    private synchronized List<Leftover> inSum(Collection<Leftover> some, Collection<Leftover> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    synchronized boolean isOwing() {
        return !owed.isEmpty();
    }

    /** Containers first, then images, newest first: one that is used, or that others are built upon, cannot go. */
    void remove(Collection<Leftover> all) {
        var newestFirst = new ArrayList<>(all);
        Collections.reverse(newestFirst);
        var inOrder = Stream.of(Kind.values())
                .flatMap(kind -> newestFirst.stream().filter(one -> one.kind() == kind))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            try {
                remove(inOrder.get(i));
                forget(List.of(inOrder.get(i)));
            } catch (DockerException refused) {
                owe(List.of(inOrder.get(i)), refused);
            } catch (RuntimeException silent) {
                owe(inOrder.subList(i, inOrder.size()), silent);
                return;
            }
        }
    }

    private void remove(Leftover one) {
        try {
            switch (one.kind()) {
                case CONTAINER -> removeContainer(one.id());
                case IMAGE -> removeUnlessNamed(one.id());
            }
        } catch (NotFoundException | ConflictException goneOrInUse) {
            LOG.debug("{} of a build: {}", one.line(), goneOrInUse.getMessage());
        }
    }

    /** Docker may be at it by itself, as when a build is stopped; before it is done, no image of the container's goes. */
    private void removeContainer(String id) {
        try {
            docker.removeContainerCmd(id).withForce(true).exec();
        } catch (ConflictException underWay) {
            awaitRemoval(id);
        }
    }

    private void awaitRemoval(String container) {
        var removal = new Streaming<WaitResponse>(removed -> {});
        docker.waitContainerCmd(container)
                .withCondition(WaitContainerCondition.REMOVED)
                .exec(removal);
        try {
            removal.end().orTimeout(SECONDS_TO_REMOVE, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw Failures.unwrapped(e) instanceof DockerException told ? told : e;
        } finally {
            removal.close();
        }
    }

    /** By now it may be what an image with a name consists of. */
    private void removeUnlessNamed(String image) {
        var tags = docker.inspectImageCmd(image).exec().getRepoTags();
        if (tags == null || tags.isEmpty()) {
            docker.removeImageCmd(image).exec();
        }
    }

    /** Is told once, not at every try. */
    private synchronized void owe(List<Leftover> all, RuntimeException why) {
        all.forEach(kept::remove);
        noted.addAll(all);
        file.write(noted);
        var news = all.stream().filter(owed::add).map(Leftover::line).toList();
        if (!news.isEmpty()) {
            LOG.warn(
                    "builds have left {} in Docker, which cannot be removed now ({}); tried again when Docker is back",
                    news,
                    Failures.said(why));
        }
    }
}
