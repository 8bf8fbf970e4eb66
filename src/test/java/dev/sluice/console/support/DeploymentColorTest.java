package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeploymentColorTest {

    private static final int WHITE = 0xffffff;
    private static final int DARK = 0x0d1117;

    @ParameterizedTest
    @EnumSource(DeploymentColor.class)
    void stands_out_from_both_themes(DeploymentColor color) {
        int rgb = Integer.parseInt(color.hex().substring(1), 16);

        assertThat(contrast(rgb, WHITE)).isGreaterThan(3);
        assertThat(contrast(rgb, DARK)).isGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(DeploymentColor.class)
    void is_the_same_in_charts_and_in_the_style_sheet(DeploymentColor color) throws IOException {
        assertThat(styleOf(color)).contains("{ -deployment-color: " + color.hex() + ";");
    }

    @ParameterizedTest
    @EnumSource(DeploymentColor.class)
    void bears_text_that_can_be_read(DeploymentColor color) throws IOException {
        int rgb = Integer.parseInt(color.hex().substring(1), 16);
        int text = styleOf(color).contains("-deployment-on: black") ? 0 : WHITE;

        assertThat(contrast(rgb, text)).isGreaterThan(4.5);
    }

    @ParameterizedTest
    @EnumSource(Eyes.class)
    void can_be_told_from_every_other(Eyes eyes) {
        for (var one : DeploymentColor.values()) {
            for (var other : DeploymentColor.values()) {
                assertThat(one == other || eyes.difference(one.hex(), other.hex()) > eyes.least)
                        .as("%s and %s differ for %s", one, other, eyes)
                        .isTrue();
            }
        }
    }

    private static String styleOf(DeploymentColor color) throws IOException {
        try (var file = Objects.requireNonNull(DeploymentColorTest.class.getResourceAsStream("/styles/tokens.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("." + color.styleClass() + ", "))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Of the web's accessibility guidelines (WCAG 2.1). */
    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double part = (channel & 0xff) / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
