package dev.sluice.engine.process;

import dev.sluice.engine.Instance;
import dev.sluice.engine.Instance.Cause;
import dev.sluice.engine.Instance.Status;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance as this engine knows it: a child of ours, or one found again after a crash. For the engine's thread only. */
final class InstanceProcess {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceProcess.class);
    private static final int UNKNOWN_EXIT_CODE = -1;
    private static final int KILLED_BY = 128;
    private static final int KILLED = KILLED_BY + 9;

    private final InstanceFolder folder;
    private final CompletableFuture<Status.Ended> end = new CompletableFuture<>();
    private final BooleanSupplier vanished;
    private InstanceRecord record;
    private Status status = new Status.Booting();

    private InstanceProcess(InstanceFolder folder, InstanceRecord record, BooleanSupplier vanished) {
        this.folder = folder;
        this.record = record;
        this.vanished = vanished;
    }

    /** Our own child: the system tells us when and how it ends. */
    static InstanceProcess child(
            InstanceFolder folder, InstanceRecord record, Process process, Executor engine, ProcFolder proc) {
        var instance = new InstanceProcess(folder, record, () -> false);
        var killsBefore = proc.memoryKills();
        process.onExit()
                .thenAcceptAsync(
                        ended -> instance.exited(
                                ended(ended.exitValue(), !proc.memoryKills().equals(killsBefore))),
                        engine);
        return instance;
    }

    /**
     * How it has ended.
     *
     * @param memoryRanOut whether the system has killed something for want of memory meanwhile; it does not say what
     */
    static Status.Ended ended(int code, boolean memoryRanOut) {
        return code == KILLED && memoryRanOut
                ? new Status.Ended(code, "killed: out of memory", Cause.OUT_OF_MEMORY)
                : new Status.Ended(code, reason(code));
    }

    /**
     * One that an earlier run of this program has started: we can only look whether it is there. (The JDK would tell
     * of its end too, up to five seconds late.)
     */
    static InstanceProcess foundAgain(InstanceFolder folder, InstanceRecord written) {
        var record = written.hasProcess() || written.exit().isPresent() ? written : withLostProcess(folder, written);
        var mark = record.process();
        var instance = new InstanceProcess(folder, record, () -> mark.find().isEmpty());
        record.exit().ifPresent(code -> instance.end.complete(new Status.Ended(code, reason(code))));
        return instance;
    }

    /** The crash came after the start of the process and before its id was written down. */
    private static InstanceRecord withLostProcess(InstanceFolder folder, InstanceRecord record) {
        return folder.processes().stream().findFirst().map(record::with).orElse(record);
    }

    /** As it was at the last look. */
    Instance now() {
        return new Instance(folder.id(), record.key(), record.started(), status);
    }

    /** Looks again; true if it has begun to listen or has ended since the last look. */
    boolean look() {
        if (status instanceof Status.Ended) {
            return false;
        }
        if (!end.isDone() && vanished.getAsBoolean()) {
            end.complete(new Status.Ended(
                    UNKNOWN_EXIT_CODE,
                    "it ended; its exit code is not known, because Sluice was restarted after it was begun"));
        }
        var before = status;
        status = end.isDone() ? end.join() : reachability();
        return !status.equals(before);
    }

    /** It runs and has not opened its port yet. */
    boolean isStarting() {
        return status instanceof Status.Booting;
    }

    private Status reachability() {
        if (status instanceof Status.Reachable) {
            return status;
        }
        var port = folder.port();
        return port.isPresent() ? new Status.Reachable(new InetSocketAddress("127.0.0.1", port.getAsInt())) : status;
    }

    private void exited(Status.Ended how) {
        record = record.endedWith(how.exitCode());
        try {
            folder.write(record);
        } catch (IOException e) {
            LOG.debug("{} is being removed; how it ended need not be kept", folder.id(), e);
        }
        end.complete(how);
    }

    private static String reason(int code) {
        return code > KILLED_BY ? "killed by signal " + (code - KILLED_BY) : "exit code " + code;
    }

    /** The server's process, if it is alive. */
    Optional<ProcessHandle> server() {
        return end.isDone() ? Optional.empty() : record.process().find();
    }

    /** Completes when it has ended. */
    CompletableFuture<Status.Ended> end() {
        return end.copy();
    }

    /** Asks the server to finish what it is doing and to end. */
    void terminate() {
        record.process().find().ifPresent(ProcessHandle::destroy);
    }

    /** Ends the server, its workers, and whatever these have started. */
    void kill() {
        record.process().find().ifPresent(server -> {
            // Asked for first: they cannot be told from others once their parent is gone.
            var descendants = server.descendants().toList();
            server.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
        });
        folder.processes().forEach(ProcessHandle::destroyForcibly);
    }

    void remove() throws IOException {
        folder.remove();
    }
}
