package dev.sluice.engine.process;

import dev.sluice.engine.InstanceId;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The instances of one state folder: those that were started in this run of the program, and those of earlier ones, which
 * are found again by their folders. For the engine's thread only.
 */
final class KnownProcesses {

    private final InstanceFolders folders;
    private final Map<InstanceId, InstanceProcess> known = new HashMap<>();

    KnownProcesses(InstanceFolders folders) {
        this.folders = folders;
    }

    void add(InstanceFolder folder, InstanceProcess started) {
        known.put(folder.id(), started);
    }

    void forget(InstanceId id) {
        known.remove(id);
    }

    /** Of those that have a folder still. */
    List<InstanceProcess> present() throws IOException {
        var present = folders.present();
        known.keySet().retainAll(present.stream().map(InstanceFolder::id).toList());
        return present.stream().flatMap(folder -> in(folder).stream()).toList();
    }

    /** As far as they have been asked for in this run. */
    Collection<InstanceProcess> looked() {
        return known.values();
    }

    Optional<InstanceProcess> find(InstanceId id) {
        return folders.find(id).flatMap(this::in);
    }

    private Optional<InstanceProcess> in(InstanceFolder folder) {
        var instance = Optional.ofNullable(known.get(folder.id()));
        return instance.isPresent() ? instance : foundAgain(folder);
    }

    private Optional<InstanceProcess> foundAgain(InstanceFolder folder) {
        var found = folder.record().map(record -> InstanceProcess.foundAgain(folder, record));
        found.ifPresent(instance -> known.put(folder.id(), instance));
        return found;
    }
}
