package dev.sluice.engine;

import dev.sluice.domain.ServingRoutes;
import java.net.InetSocketAddress;
import java.time.Instant;

/** One instance as the engine sees it now. */
public record Instance(InstanceId id, InstanceKey key, Instant started, Status status) {

    /** Where on this computer something of an instance is asked for: always a loopback address. */
    public record Spot(InetSocketAddress address, String path) {}

    /** What has ended an instance, as far as the engine can tell. */
    public enum Cause {
        /** It has ended by itself, or somebody has killed it: the exit code tells. */
        EXIT,
        /** The system has killed it, since there was no memory left for it. */
        OUT_OF_MEMORY
    }

    /** What the engine knows of an instance; whether it is ready to score is asked over HTTP by others. */
    public sealed interface Status {

        /** It runs, and there is no address to reach it at yet. */
        record Booting() implements Status {}

        /** It runs, and whoever connects to one of its spots may reach it. */
        record Reachable(Spot liveness, Spot readiness, Spot scoring) implements Status {

            /** A scoring server, which has all its routes at one address. */
            public Reachable(InetSocketAddress address) {
                this(
                        new Spot(address, ServingRoutes.DEFAULT.liveness().path()),
                        new Spot(address, ServingRoutes.DEFAULT.readiness().path()),
                        new Spot(address, ServingRoutes.DEFAULT.scoring().path()));
            }

            /** Where requests go. */
            public InetSocketAddress address() {
                return scoring.address();
            }
        }

        /** It has ended; {@code reason} is for people: "exit code 3", "killed: out of memory". */
        record Ended(int exitCode, String reason, Cause cause) implements Status {

            /** By itself, or killed by somebody. */
            public Ended(int exitCode, String reason) {
                this(exitCode, reason, Cause.EXIT);
            }
        }
    }
}
