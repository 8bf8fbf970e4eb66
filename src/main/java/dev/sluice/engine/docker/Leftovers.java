package dev.sluice.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What builds that came to nothing have left in Docker. Of a step that failed the steps before are kept for as long as
 * this program runs, so that the next try goes on from there; everything else is removed at once. Safe from any thread.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final DockerClient docker;
    private final Set<String> kept = new LinkedHashSet<>();

    Leftovers(DockerClient docker) {
        this.docker = docker;
    }

    /** They are removed by {@link #removeKept}. */
    synchronized void keep(List<String> images) {
        kept.addAll(images);
    }

    void removeKept() {
        List<String> images;
        synchronized (this) {
            images = List.copyOf(kept);
            kept.clear();
        }
        removeImages(images);
    }

    void removeContainers(List<String> containers) {
        for (var container : containers) {
            try {
                docker.removeContainerCmd(container).withForce(true).exec();
            } catch (DockerException goneAlready) {
                LOG.debug("container {} of a build: {}", container, goneAlready.getMessage());
            }
        }
    }

    /** Newest first: one that others are built upon cannot go. One that has a name by now, or is in use, is left. */
    void removeImages(List<String> images) {
        for (int i = images.size() - 1; i >= 0; i--) {
            remove(images.get(i));
        }
    }

    private void remove(String image) {
        try {
            var tags = docker.inspectImageCmd(image).exec().getRepoTags();
            if (tags == null || tags.isEmpty()) {
                docker.removeImageCmd(image).exec();
            }
        } catch (DockerException goneOrInUse) {
            LOG.debug("image {} of a build: {}", image, goneOrInUse.getMessage());
        }
    }
}
