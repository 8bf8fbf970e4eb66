package dev.sluice.control.http;

import dev.sluice.control.Fleet;
import dev.sluice.control.Inventory;
import dev.sluice.control.LogLine;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.Activity;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import java.util.function.Consumer;

/**
 * What can be watched, as it travels: a record for each such method of {@link RolloutControl}.
 *
 * @param <T> what comes, again and again
 */
sealed interface Subject<T> {

    /** Watches it at {@code control} until the watch is closed. */
    AutoCloseable watch(RolloutControl control, Consumer<T> listener);

    /** Whether each news is the whole, and takes the place of those before it. */
    default boolean isPicture() {
        return this instanceof TheFleet || this instanceof TheAssets;
    }

    record TheFleet() implements Subject<Fleet> {
        @Override
        public AutoCloseable watch(RolloutControl control, Consumer<Fleet> listener) {
            return control.watch(listener);
        }
    }

    record TheAssets() implements Subject<Inventory> {
        @Override
        public AutoCloseable watch(RolloutControl control, Consumer<Inventory> listener) {
            return control.watchAssets(listener);
        }
    }

    record Traffic(EndpointName endpoint) implements Subject<TrafficSample> {
        @Override
        public AutoCloseable watch(RolloutControl control, Consumer<TrafficSample> listener) {
            return control.watchTraffic(endpoint, listener);
        }
    }

    record History(EndpointName endpoint) implements Subject<TrafficSample> {
        @Override
        public AutoCloseable watch(RolloutControl control, Consumer<TrafficSample> listener) {
            return control.watchHistory(endpoint, listener);
        }
    }

    record TheActivity(int newest) implements Subject<Activity> {
        @Override
        public AutoCloseable watch(RolloutControl control, Consumer<Activity> listener) {
            return control.watchActivity(newest, listener);
        }
    }

    record Log(DeploymentId deployment, int tail) implements Subject<LogLine> {
        @Override
        public AutoCloseable watch(RolloutControl control, Consumer<LogLine> listener) {
            return control.followLog(deployment, tail, listener);
        }
    }
}
