package dev.sluice.console.invoke;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.invoke.ShadowWatch.Finding;
import dev.sluice.console.support.JsonText;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.code.CodeEditor;
import dev.sluice.metrics.MirrorMeter.Outcome;
import dev.sluice.metrics.ShadowAnswer;
import java.nio.charset.StandardCharsets;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Binds fxml/invoke-shadow.fxml to what is known of the shadow's answer. */
final class ShadowView {

    private final InvokeViewModel model;

    @FXML
    private Label shadowText;

    @FXML
    private Button shadowCompare;

    @FXML
    private CodeEditor shadowBody;

    ShadowView(InvokeViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.answer().shadow().findingProperty().addListener((o, before, after) -> show(after));
        model.endpoint()
                .mirroredProperty()
                .addListener((o, before, after) ->
                        show(model.answer().shadow().findingProperty().get()));
        show(model.answer().shadow().findingProperty().get());
    }

    @FXML
    private void compareShadow() {
        model.answer()
                .shown()
                .ifPresent(live -> model.answer()
                        .shadow()
                        .given()
                        .ifPresent(answer -> model.compare()
                                .compare(
                                        Side.of(live),
                                        Side.of(answer, live.answer().requestId()))));
    }

    private void show(Finding finding) {
        shadowText.setText(text(finding));
        boolean hasAnswer = model.answer().shadow().given().isPresent();
        showIf(shadowCompare, hasAnswer);
        showIf(shadowBody, hasAnswer);
        shadowBody.setText(model.answer()
                .shadow()
                .given()
                .map(given -> JsonText.pretty(new String(given.body(), StandardCharsets.UTF_8)))
                .orElse(""));
    }

    private String text(Finding finding) {
        if (finding instanceof Finding.Found found) {
            return text(found.answer());
        }
        if (finding instanceof Finding.Trouble trouble) {
            return trouble.why();
        }
        if (finding instanceof Finding.Looking) {
            return Messages.of("invoke.shadow.looking");
        }
        if (finding instanceof Finding.NotCopied) {
            return Messages.of("invoke.shadow.not-copied");
        }
        return Messages.of(model.endpoint().mirroredProperty().get() ? "invoke.shadow.nothing" : "invoke.shadow.none");
    }

    private static String text(ShadowAnswer answer) {
        if (answer instanceof ShadowAnswer.Given given) {
            return Messages.of(
                    "invoke.shadow.given",
                    given.shadow(),
                    String.valueOf(given.status()),
                    AnswerText.latency(given.took()),
                    AnswerText.size(given.size()));
        }
        return answer instanceof ShadowAnswer.Missed missed
                ? Messages.of("invoke.shadow.missed", missed.shadow(), Messages.of(whyKey(missed.why())))
                : Messages.of("invoke.shadow.awaited", answer.shadow());
    }

    private static String whyKey(Outcome why) {
        return switch (why) {
            case ANSWERED, FAILED -> "invoke.shadow.failed";
            case TIMED_OUT -> "invoke.shadow.timed-out";
            case RESET -> "invoke.shadow.reset";
            case DROPPED_QUEUE, DROPPED_SIZE -> "invoke.shadow.dropped";
        };
    }
}
