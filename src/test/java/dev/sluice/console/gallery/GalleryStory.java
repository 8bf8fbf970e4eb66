package dev.sluice.console.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.console.StyleWarnings;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Screen;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Brings every page into every state; writes a picture for people and checks what needs no eye. By itself in one look, and
 * the fullest state of each page in those that differ most from it, so that CI keeps its time; {@code -Dgallery=/} in all,
 * and {@code -Dgallery=dark/traffic,long} only some: parts of {@code <look>/<state>}.
 */
@ExtendWith(ApplicationExtension.class)
class GalleryStory {

    private static final Optional<List<String>> ONLY =
            Optional.ofNullable(System.getProperty("gallery")).map(parts -> List.of(parts.split(",")));

    /** Among them the other theme, the least room, the other scale and the other language. */
    private static final Set<Look> ALSO_IN = EnumSet.of(Look.DARK_SMALL, Look.DOUBLE, Look.LONG);

    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource("statesInLooks")
    void a_page_can_be_read_whole_in_every_state(Look look, State state, FxRobot robot) {
        assumeTrue(look.fits(Screen.getPrimary()), "the screen is too small");
        try (var warnings = new StyleWarnings();
                var window = Showcase.open(robot, look, state.setting())) {
            state.steps().accept(window);
            Pictures.take(window, state, look);

            assertThat(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> findings(window, look)))
                    .isEmpty();
            assertThat(warnings.told()).isEmpty();
        }
    }

    static Stream<Arguments> statesInLooks() {
        var fullest = States.fullest();
        return Arrays.stream(Look.values())
                .flatMap(look -> States.all()
                        .filter(state -> ONLY.map(parts -> isAmong(parts, look, state))
                                .orElseGet(
                                        () -> look == Look.LIGHT || ALSO_IN.contains(look) && fullest.contains(state)))
                        .map(state -> Arguments.of(look, state)));
    }

    private static boolean isAmong(List<String> parts, Look look, State state) {
        return parts.stream().anyMatch((look.word() + "/" + state)::contains);
    }

    private static List<String> findings(Showcase window, Look look) {
        return Stream.concat(Stream.of(window.scene()), window.others().stream())
                .flatMap(scene -> findings(scene, window, look))
                .distinct()
                .toList();
    }

    private static Stream<String> findings(Scene scene, Showcase window, Look look) {
        var root = scene.getRoot();
        var always = Stream.of(
                        CutTexts.in(root), Overflow.in(root), Contrast.in(scene), Nameless.in(root), Stuck.in(root))
                .flatMap(each -> each);
        return look.isForeign() ? Stream.concat(always, Foreign.in(root, window::isData)) : always;
    }
}
