package dev.sluice.console.live;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.locks.DataSetLock;
import java.util.function.Supplier;

/**
 * A lock that locks nothing, for data that only the UI thread touches. A chart takes its data's read locks when it gets
 * a scene and gives them back after the next layout; a write in between, on the UI thread, would wait for itself for
 * ever (javafx-facts 7.2).
 */
final class FxOnlyLock<D extends DataSet> implements DataSetLock<D> {

    private static final long serialVersionUID = 1;

    private final transient D data;

    FxOnlyLock(D data) {
        this.data = data;
    }

    @Override
    public D readLock() {
        return data;
    }

    @Override
    public D readUnLock() {
        return data;
    }

    @Override
    public D writeLock() {
        return data;
    }

    @Override
    public D writeUnLock() {
        return data;
    }

    @Override
    public D readLockGuard(Runnable reading) {
        reading.run();
        return data;
    }

    @Override
    public <R> R readLockGuard(Supplier<R> reading) {
        return reading.get();
    }

    @Override
    public D readLockGuardOptimistic(Runnable reading) {
        reading.run();
        return data;
    }

    @Override
    public <R> R readLockGuardOptimistic(Supplier<R> reading) {
        return reading.get();
    }

    @Override
    public D writeLockGuard(Runnable writing) {
        writing.run();
        return data;
    }

    @Override
    public <R> R writeLockGuard(Supplier<R> writing) {
        return writing.get();
    }
}
