package dev.sluice.engine.docker;

import com.github.dockerjava.api.model.BuildResponseItem;
import dev.sluice.engine.LineCutter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Hands on what a build says, and remembers what it takes to explain a failure and to clear up after it. Told by one
 * thread; may be asked by others.
 */
final class BuildLog implements Consumer<BuildResponseItem> {

    private static final Pattern STEP = Pattern.compile("Step (\\d{1,6})/\\d+ : (.*)");
    private static final Pattern RUNNING = Pattern.compile("---> Running in ([0-9a-f]{12,64})");
    private static final Pattern MADE = Pattern.compile("---> ([0-9a-f]{12,64})");
    private static final Pattern BUILT = Pattern.compile("Successfully built ([0-9a-f]{12,64})");
    private static final String CACHED = "---> Using cache";
    /** "Removing", and since Docker 23 "---> Removed", behind the end of what a command has said. */
    private static final String REMOVED = " intermediate container ";

    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final int MOST_LINES = 500;

    private final Consumer<String> progress;
    private final Consumer<Leftover> making;
    private final Consumer<Leftover> unmaking;
    private final LineCutter cutter = new LineCutter(this::line);
    private final Deque<String> lines = new ArrayDeque<>();
    private final List<Leftover> made = new ArrayList<>();
    private String built = "";
    private String error = "";
    private String before = "";
    private int step = 1;
    private String instruction = "";
    /** The container in which the step runs; empty if it does not, or does no more. */
    private String running = "";

    /**
     * @param making is told what the build makes on its way, at once
     * @param unmaking is told what of it Docker has removed again
     */
    BuildLog(Consumer<String> progress, Consumer<Leftover> making, Consumer<Leftover> unmaking) {
        this.progress = progress;
        this.making = making;
        this.unmaking = unmaking;
    }

    @Override
    public synchronized void accept(BuildResponseItem item) {
        if (item.getStream() != null) {
            var bytes = item.getStream().getBytes(StandardCharsets.UTF_8);
            cutter.add(bytes, bytes.length);
        }
        if (item.getErrorDetail() != null) {
            cutter.end();
            error = String.valueOf(item.getErrorDetail().getMessage());
            progress.accept(error);
        }
    }

    private void line(String coloured) {
        var line = COLOURS.matcher(coloured).replaceAll("").stripTrailing();
        if (line.isBlank()) {
            return;
        }
        remember(line, line.strip());
        progress.accept(line);
    }

    private void remember(String line, String text) {
        var begun = STEP.matcher(text);
        if (begun.matches()) {
            step = Integer.parseInt(begun.group(1));
            instruction = begun.group(2);
            running = "";
            lines.clear();
        } else if (!running.isEmpty() && text.endsWith(REMOVED + running)) {
            hasRemoved(Leftover.container(running));
            running = "";
        } else if (text.startsWith("--->")) {
            rememberId(line);
        } else {
            said(line);
            var end = BUILT.matcher(text);
            built = end.matches() && running.isEmpty() ? end.group(1) : built;
        }
        before = text;
    }

    private void said(String line) {
        if (lines.size() == MOST_LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /**
     * What a build begins from, or finds in the cache, it has not made. Nor is it Docker that speaks so while a command
     * runs, or after one has spoken.
     */
    private void rememberId(String line) {
        var text = line.strip();
        var container = RUNNING.matcher(text);
        var image = MADE.matcher(text);
        if (!running.isEmpty()) {
            said(line);
        } else if (container.matches() && lines.isEmpty()) {
            running = container.group(1);
            hasMade(Leftover.container(running));
        } else if (image.matches() && !before.equals(CACHED) && !instruction.startsWith("FROM")) {
            hasMade(Leftover.image(image.group(1)));
        }
    }

    private void hasMade(Leftover leftover) {
        made.add(leftover);
        making.accept(leftover);
    }

    private void hasRemoved(Leftover leftover) {
        made.remove(leftover);
        unmaking.accept(leftover);
    }

    /** The number of the step that was the last to begin. */
    synchronized int step() {
        return step;
    }

    /** That step; empty if none has begun. */
    synchronized String instruction() {
        return instruction;
    }

    /** The last lines of that step, oldest first. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Docker's own sentence on why the build has failed; empty if it has said none. */
    synchronized String error() {
        return error;
    }

    /** The image, if it was completed. */
    synchronized Optional<String> built() {
        return built.isEmpty() ? Optional.empty() : Optional.of(built);
    }

    /** What this build has made on its way and what is there still, oldest first. */
    synchronized List<Leftover> made() {
        return List.copyOf(made);
    }
}
