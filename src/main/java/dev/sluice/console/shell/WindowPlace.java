package dev.sluice.console.shell;

import dev.sluice.console.desktop.Placement;
import dev.sluice.console.desktop.WindowState;
import dev.sluice.console.desktop.WindowState.Bounds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/** Puts the window where it was left, and knows where it is while it is not maximised. For the UI thread only. */
final class WindowPlace {

    private static final Bounds USUAL = new Bounds(0, 0, 1440, 900);
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final PauseTransition calm = new PauseTransition(Duration.millis(250));
    private Optional<Bounds> bounds;

    WindowPlace(Stage stage, WindowState left) {
        this.stage = stage;
        this.bounds = left.bounds();
        var screens = screens();
        var main = screens.get(0);
        stage.setMinWidth(Math.min(LEAST_WIDTH, main.width()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, main.height()));
        var place = Placement.of(left.bounds(), USUAL, screens);
        stage.setX(place.x());
        stage.setY(place.y());
        // JavaFX 21 maps a window at 200x200 under some window managers (JDK-8316423) unless its size is set again.
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> {
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(left.maximized());
            follow();
        });
    }

    /** Where the window is, or would be if it were not maximised; empty before it was shown. */
    Optional<Bounds> bounds() {
        return bounds;
    }

    /** A window that is being maximised has its new size before it says so: only what has stayed for a moment counts. */
    private void follow() {
        calm.setOnFinished(event -> look());
        Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(property -> property.addListener((o, before, after) -> calm.playFromStart()));
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> {
            calm.stop();
            look();
        });
    }

    private void look() {
        if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            bounds = Optional.of(new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        }
    }

    private static List<Bounds> screens() {
        var main = Screen.getPrimary();
        return Stream.concat(Stream.of(main), Screen.getScreens().stream().filter(screen -> !screen.equals(main)))
                .map(screen -> of(screen.getVisualBounds()))
                .toList();
    }

    private static Bounds of(Rectangle2D usable) {
        return new Bounds(usable.getMinX(), usable.getMinY(), usable.getWidth(), usable.getHeight());
    }
}
