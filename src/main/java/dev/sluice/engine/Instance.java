package dev.sluice.engine;

import java.net.InetSocketAddress;
import java.time.Instant;

/** One instance as the engine sees it now. */
public record Instance(InstanceId id, InstanceKey key, Instant started, Status status) {

    /** What the engine knows of an instance; whether it is ready to score is asked over HTTP by others. */
    public sealed interface Status {

        /** It runs, and there is no address to reach it at yet. */
        record Booting() implements Status {}

        /** It runs, and whoever connects to {@code address} may reach it. Always a loopback address. */
        record Reachable(InetSocketAddress address) implements Status {}

        /** It has ended; {@code reason} is for people: "exit code 3", "killed: out of memory". */
        record Ended(int exitCode, String reason) implements Status {}
    }
}
