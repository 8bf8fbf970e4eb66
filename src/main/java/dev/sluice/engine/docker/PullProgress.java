package dev.sluice.engine.docker;

import com.github.dockerjava.api.model.PullResponseItem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Tells how a pull goes: one line for each thing that begins, not one for each percent of it. For one thread. */
final class PullProgress implements Consumer<PullResponseItem> {

    private final Consumer<String> progress;
    private final Map<String, String> last = new HashMap<>();

    PullProgress(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public void accept(PullResponseItem item) {
        if (item.getErrorDetail() != null) {
            throw new IllegalStateException(item.getErrorDetail().getMessage());
        }
        var layer = String.valueOf(item.getId());
        var status = String.valueOf(item.getStatus());
        if (!status.equals(last.put(layer, status))) {
            progress.accept(item.getId() == null ? status : layer + ": " + status);
        }
    }
}
