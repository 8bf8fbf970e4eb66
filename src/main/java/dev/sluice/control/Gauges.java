package dev.sluice.control;

import dev.sluice.domain.Usage;
import dev.sluice.engine.Consumption;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.InstanceId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each instance takes of the computer: how much more it has taken at each look. For the runtime's thread only; the
 * engine does the measuring, on its own threads, and is not asked again before it has answered.
 */
final class Gauges {

    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);

    private final InstanceEngine engine;
    private final Executor loop;
    private Map<InstanceId, Consumption> last = Map.of();
    private Map<InstanceId, Usage> usages = Map.of();
    private boolean asking;

    Gauges(InstanceEngine engine, Executor loop) {
        this.engine = engine;
        this.loop = loop;
    }

    /** Empty until it was looked at twice, and where the engine cannot tell. */
    Optional<Usage> of(InstanceId id) {
        return Optional.ofNullable(usages.get(id));
    }

    /** Asks the engine about these and no others; what it told of others is forgotten. */
    void look(Collection<InstanceId> running) {
        if (running.isEmpty()) {
            read(Map.of());
        } else if (!asking) {
            asking = true;
            engine.measure(running).whenCompleteAsync(this::answered, loop);
        }
    }

    private void answered(@Nullable Map<InstanceId, Consumption> measured, @Nullable Throwable failure) {
        asking = false;
        if (failure != null) {
            LOG.debug("the engine does not tell what instances take", failure);
        }
        read(measured == null ? Map.of() : measured);
    }

    private void read(Map<InstanceId, Consumption> measured) {
        var newer = new HashMap<InstanceId, Usage>();
        measured.forEach((id, now) -> Optional.ofNullable(last.get(id))
                .flatMap(before -> between(before, now))
                .or(() -> of(id))
                .ifPresent(usage -> newer.put(id, usage)));
        usages = Map.copyOf(newer);
        last = Map.copyOf(measured);
    }

    /** Empty if no time has passed. Workers that ended may take their time with them: less than nothing is nothing. */
    private static Optional<Usage> between(Consumption before, Consumption now) {
        var passed = Duration.between(before.at(), now.at());
        if (passed.isNegative() || passed.isZero()) {
            return Optional.empty();
        }
        double busy = now.processor().minus(before.processor()).toNanos();
        return Optional.of(new Usage(Math.max(0, busy / passed.toNanos()), now.memoryBytes()).rounded());
    }
}
