package dev.sluice.console.gallery;

import static org.awaitility.Awaitility.await;

import dev.sluice.console.Png;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import org.testfx.util.WaitForAsyncUtils;

/** Writes what a window shows to {@code target/screenshots}. */
final class Pictures {

    private static final Path FOLDER = Path.of("target/screenshots");
    private static final int COLOURS_OF_SOMETHING = 4;

    private Pictures() {}

    static void take(Showcase window, State state, Look look) {
        var name = look.word() + "-" + state.name();
        Png.write(onUi(() -> look.picture(laidOut(window.scene()))), FOLDER.resolve(name + ".png"));
        var others = onUi(window::others);
        for (int i = 0; i < others.size(); i++) {
            Png.write(drawn(others.get(i), look), FOLDER.resolve(name + "-popup" + (i == 0 ? "" : i) + ".png"));
        }
    }

    private static Scene laidOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene;
    }

    /** A popup is drawn some pulses after it is shown. */
    private static Image drawn(Scene popup, Look look) {
        await().until(() -> onUi(() -> isDrawn(popup.snapshot(null))));
        return onUi(() -> look.picture(popup));
    }

    private static boolean isDrawn(Image picture) {
        int middle = (int) picture.getHeight() / 2;
        return IntStream.range(0, (int) picture.getWidth())
                        .map(x -> picture.getPixelReader().getArgb(x, middle))
                        .distinct()
                        .count()
                > COLOURS_OF_SOMETHING;
    }

    private static <T> T onUi(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
