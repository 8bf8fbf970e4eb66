package dev.sluice.console.shell;

import dev.sluice.console.create.FileNames;
import dev.sluice.console.support.Errand;
import dev.sluice.console.support.Errands;
import dev.sluice.console.support.JobLine;
import dev.sluice.console.support.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * A search of folders among what the window does by itself, once it has taken a while: most are over before anybody could read
 * that they are under way. Told on the search's thread, read and stopped on the UI thread.
 */
final class SearchErrand implements Errand {

    private static final double NOBODY_KNOWS = -1;

    private final List<Path> paths;
    private final Errands errands;
    private final Set<Path> lookedAt = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopped;
    private boolean isOver;

    SearchErrand(List<Path> paths, Errands errands) {
        this.paths = List.copyOf(paths);
        this.errands = errands;
    }

    /** @param aWhile does on the UI thread, after a while, what it is given */
    void showAfter(Executor aWhile) {
        aWhile.execute(() -> {
            if (!isOver) {
                errands.begin(this);
            }
        });
    }

    /** The file is looked at; false when no more are to be. */
    boolean goesOn(Path file) {
        lookedAt.add(file);
        return !isStopped;
    }

    /** There is nothing more to see or to stop; one that was stopped has ended already. */
    void end() {
        isOver = true;
        errands.done(this, now());
    }

    boolean isStopped() {
        return isStopped;
    }

    @Override
    public void stop() {
        isStopped = true;
        errands.stopped(this, now());
    }

    @Override
    public String title() {
        return Messages.of("open.search", FileNames.of(paths));
    }

    @Override
    public String now() {
        return Messages.of("open.search.now", lookedAt.size());
    }

    @Override
    public double progress() {
        return NOBODY_KNOWS;
    }

    @Override
    public List<Step> steps() {
        return List.of();
    }

    @Override
    public List<JobLine> log() {
        return List.of();
    }

    @Override
    public String stopEffect() {
        return Messages.of("open.search.stop.effect");
    }
}
