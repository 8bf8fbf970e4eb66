package dev.sluice.console.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.support.Messages;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

    @Test
    void an_answer_is_laid_out_and_its_status_has_a_name_and_a_tone() {
        var good = new AnswerText(PageAnswers.predictions("blue", 12));
        assertThat(good.status()).isEqualTo("200 OK");
        assertThat(good.tone()).isEqualTo(AnswerText.Tone.GOOD);
        assertThat(good.latency()).isEqualTo("12.0 ms");
        assertThat(good.body()).contains("\n  \"predictions\": [206.3, 68.1, 176.9],");
        assertThat(good.headers()).startsWith("azureml-model-deployment: blue\ncontent-length");

        var bad = new AnswerText(PageAnswers.modelError("green"));
        assertThat(bad.status()).isEqualTo("424 Failed Dependency");
        assertThat(bad.tone()).isEqualTo(AnswerText.Tone.SERVER);
        assertThat(bad.body()).startsWith("Traceback (most recent call last):\n  File");
    }

    @Test
    void beside_424_stands_what_the_model_answered_or_why_none_did() {
        assertThat(new AnswerText(PageAnswers.predictions("blue", 12)).cause()).isEmpty();
        assertThat(new AnswerText(PageAnswers.modelError("green")).cause()).isEqualTo("the model answered 500");
        assertThat(new AnswerText(PageAnswers.notReady("green")).cause())
                .isEqualTo("no model answered: model_not_ready");
        assertThat(Messages.of("live.chart.errors.help")).contains("\"the model answered 500\"");
    }
}
