package dev.sluice.engine.process;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.engine.InstanceKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * What is written down about an instance so that it can be found again after a crash of this program.
 *
 * @param started when it was asked for
 * @param process which process it is; nothing until the process is there
 * @param exit how it ended, if this program saw it end
 */
record InstanceRecord(InstanceKey key, Instant started, Mark process, OptionalInt exit) {

    /**
     * Tells a process from all others: a process id is used again, an id with its moment of birth is not.
     *
     * @param pid 0 while there is no process yet
     */
    record Mark(long pid, Instant born) {

        /** The system counts births from its own start, whose time of day shifts a little whenever the clock is set. */
        private static final Duration CLOCK_SHIFT = Duration.ofSeconds(2);

        private static final Mark NONE = new Mark(0, Instant.EPOCH);

        static Mark of(ProcessHandle handle) {
            // A process that is gone already has no birth to read; it is never looked for, so none is needed.
            return new Mark(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
        }

        /** The process, if it is alive. */
        Optional<ProcessHandle> find() {
            return ProcessHandle.of(pid).filter(this::isAlive);
        }

        private boolean isAlive(ProcessHandle handle) {
            var info = handle.info();
            // One without a command has ended; it is listed until its new parent has taken note of that.
            return handle.isAlive()
                    && info.command().isPresent()
                    && info.startInstant().filter(this::isBirth).isPresent();
        }

        private boolean isBirth(Instant birth) {
            return Duration.between(born, birth).abs().compareTo(CLOCK_SHIFT) <= 0;
        }
    }

    static InstanceRecord begun(InstanceKey key, Instant now) {
        return new InstanceRecord(key, now, Mark.NONE, OptionalInt.empty());
    }

    InstanceRecord with(ProcessHandle handle) {
        return new InstanceRecord(key, started, Mark.of(handle), exit);
    }

    InstanceRecord endedWith(int code) {
        return new InstanceRecord(key, started, process, OptionalInt.of(code));
    }

    boolean hasProcess() {
        return process.pid() != 0;
    }

    Properties toProperties() {
        var text = new Properties();
        text.setProperty("endpoint", key.deployment().endpoint().text());
        text.setProperty("deployment", key.deployment().deployment().text());
        text.setProperty("generation", Long.toString(key.generation()));
        text.setProperty("name", key.name());
        text.setProperty("started", started.toString());
        text.setProperty("pid", Long.toString(process.pid()));
        text.setProperty("born", process.born().toString());
        exit.ifPresent(code -> text.setProperty("exit", Integer.toString(code)));
        return text;
    }

    /** What {@link #toProperties} wrote; empty for anything else. */
    static Optional<InstanceRecord> from(Properties text) {
        try {
            var deployment = new DeploymentId(
                    new EndpointName(text.getProperty("endpoint", "")),
                    new DeploymentName(text.getProperty("deployment", "")));
            var generation = Long.parseLong(text.getProperty("generation", ""));
            var key = new InstanceKey(deployment, generation, text.getProperty("name", ""));
            var process =
                    new Mark(Long.parseLong(text.getProperty("pid", "")), Instant.parse(text.getProperty("born", "")));
            var exit = text.getProperty("exit", "");
            return Optional.of(new InstanceRecord(
                    key,
                    Instant.parse(text.getProperty("started", "")),
                    process,
                    exit.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(exit))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
