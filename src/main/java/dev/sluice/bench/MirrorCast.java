package dev.sluice.bench;

import dev.sluice.metrics.MirrorLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An origin, Sluice's router before it and the router's shadow, a process each; closing ends them all. */
final class MirrorCast implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final Program origin;
    private final Puppet shadow;
    private final Puppet router;
    private final int port;

    private MirrorCast(Path folder) throws IOException {
        int blue = Ports.free();
        int green = Ports.free();
        port = Ports.free();
        origin = Program.start(Recipes.origin(folder, blue, Ports.free()));
        Optional<Puppet> started = Optional.empty();
        try {
            shadow = Puppet.start(Recipes.ours(folder, "shadow", ShadowProcess.class, green));
            started = Optional.of(shadow);
            router = Puppet.start(Recipes.ours(folder, "router", MirrorProcess.class, port, blue, green));
        } catch (IOException failed) {
            started.ifPresent(Puppet::close);
            origin.close();
            throw failed;
        }
    }

    /** @param folder where their settings and logs go */
    static MirrorCast start(Path folder) throws IOException {
        var cast = new MirrorCast(folder);
        try {
            Ports.await(cast.port);
            return cast;
        } catch (IOException failed) {
            cast.close();
            throw failed;
        }
    }

    /** The router's. */
    int port() {
        return port;
    }

    /** From now on the shadow has that fault, and the mirror's ledger is a new one. */
    void begin(Fault fault) throws IOException {
        shadow.tell(fault.word());
        router.tell("anew");
        router.tell("off");
    }

    void mirror() throws IOException {
        router.tell("on");
    }

    /** Returns when no copy is left: those in flight are cut. */
    void stopMirroring() throws IOException {
        router.tell("off");
        long begun = System.nanoTime();
        while (ledger().inFlight() > 0 && System.nanoTime() - begun < PATIENCE) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    MirrorLedger ledger() throws IOException {
        return LedgerLine.parse(router.tell("ledger"));
    }

    /** Bytes of the router's heap that are left after a collection. */
    long heap() throws IOException {
        return Long.parseLong(router.tell("heap"));
    }

    @Override
    public void close() {
        router.close();
        shadow.close();
        origin.close();
    }
}
