package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfileTest {

    /** The cloud's images have stand-ins. */
    private static final UnaryOperator<String> CLOUD =
            image -> image.startsWith("mcr.microsoft.com/") ? "local:1" : image;

    private static String rewritten(String text) {
        return Dockerfile.parse(text).withImages(CLOUD);
    }

    @Test
    void steps_are_counted_without_comments_and_continued_lines() {
        var file = Dockerfile.parse("""
                # syntax
                FROM a

                RUN one \\
                    # within
                    && two
                COPY b.txt /
                """);

        assertThat(file.lineOfStep(1)).isEqualTo(2);
        assertThat(file.lineOfStep(2)).isEqualTo(4);
        assertThat(file.lineOfStep(3)).isEqualTo(7);
        assertThat(file.lineOfStep(4)).isEqualTo(1);
    }

    @Test
    void another_sign_may_continue_a_line() {
        assertThat(Dockerfile.parse("# escape=`\nFROM a\nRUN b `\n c\nRUN d\\\nRUN e")
                        .lineOfStep(4))
                .isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM mcr.microsoft.com/azureml/x:1 | FROM local:1",
                "from mcr.microsoft.com/azureml/x:1 as base | FROM local:1 AS base",
                "FROM --platform=linux/amd64 mcr.microsoft.com/x | FROM --platform=linux/amd64 local:1",
                "FROM debian | FROM debian",
                "FROM scratch | FROM scratch"
            })
    void an_image_to_begin_from_is_replaced(String line, String expected) {
        assertThat(rewritten(line)).isEqualTo(expected + "\n");
    }

    @Test
    void an_image_that_an_argument_names_is_replaced_too() {
        assertThat(rewritten("ARG TAG=20\nARG IMAGE=\"mcr.microsoft.com/x\"\nFROM ${IMAGE}:$TAG\nRUN a"))
                .isEqualTo("ARG TAG=20\nARG IMAGE=\"mcr.microsoft.com/x\"\nFROM local:1\nRUN a\n");
        assertThat(rewritten("FROM ${IMAGE:-mcr.microsoft.com/x}")).isEqualTo("FROM local:1\n");
    }

    @Test
    void each_step_stays_on_its_line() {
        assertThat(rewritten("FROM \\\n  mcr.microsoft.com/x \\\n  AS base\nRUN a"))
                .isEqualTo("FROM local:1 AS base\n\n\nRUN a\n");
    }

    @Test
    void an_earlier_stage_is_no_image() {
        UnaryOperator<String> all = image -> "other";

        assertThat(Dockerfile.parse("FROM a AS base\nFROM base\nCOPY --from=base /x /\nCOPY --from=0 /x /")
                        .withImages(all))
                .isEqualTo("FROM other AS base\nFROM base\nCOPY --from=base /x /\nCOPY --from=0 /x /\n");
    }

    @Test
    void an_image_that_files_are_copied_from_is_replaced() {
        assertThat(rewritten("FROM a\nCOPY --chown=1 --from=mcr.microsoft.com/x /y /y"))
                .isEqualTo("FROM a\nCOPY --chown=1 --from=local:1 /y /y\n");
    }
}
