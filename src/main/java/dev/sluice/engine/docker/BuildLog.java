package dev.sluice.engine.docker;

import com.github.dockerjava.api.model.BuildResponseItem;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.LineCutter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Hands on what a build says, and remembers what it takes to explain a failure. For one thread at a time. */
final class BuildLog implements Consumer<BuildResponseItem> {

    private static final Pattern STEP = Pattern.compile("Step (\\d{1,6})/\\d+ : (.*)");
    private static final Pattern PARSE_ERROR = Pattern.compile("parse error (?:on )?line (\\d{1,6})");
    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

    private final BuildContext context;
    private final Consumer<String> progress;
    private final LineCutter cutter = new LineCutter(this::line);
    private int step = 1;
    private String instruction = "";
    private String lastLine = "";
    private String error = "";

    BuildLog(BuildContext context, Consumer<String> progress) {
        this.context = context;
        this.progress = progress;
    }

    @Override
    public void accept(BuildResponseItem item) {
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
        var line = COLOURS.matcher(coloured).replaceAll("").strip();
        if (line.isEmpty()) {
            return;
        }
        var begun = STEP.matcher(line);
        if (begun.matches()) {
            step = Integer.parseInt(begun.group(1));
            instruction = begun.group(2);
            lastLine = "";
        } else {
            lastLine = line;
        }
        progress.accept(line);
    }

    /** The failure of the step that was the last to begin, as the build told it. */
    EngineException failure() {
        return failure(lastLine.isEmpty() || lastLine.startsWith("--->") ? error : lastLine + " (" + error + ")");
    }

    /** The failure of the whole, told by {@code saying}. */
    EngineException failure(String saying) {
        var place = PARSE_ERROR.matcher(saying);
        int line = place.find() ? Integer.parseInt(place.group(1)) : context.lineOfStep(step);
        return new EngineException(Problem.of(
                        Problem.Code.IMAGE_BUILD_FAILURE,
                        "environment.build",
                        instruction.isEmpty() ? saying : "the step `" + instruction + "` failed: " + saying,
                        "correct the Dockerfile, or what the step needs, and deploy again")
                .at(new Place(context.dockerfile().toString(), line, 1)));
    }
}
