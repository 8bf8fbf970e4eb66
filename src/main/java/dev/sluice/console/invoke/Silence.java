package dev.sluice.console.invoke;

import dev.sluice.console.support.Messages;

/** Why there is no answer on screen. */
enum Silence {
    /** The endpoint has no deployment: there is nobody to ask. */
    NOBODY("invoke.answer.nobody.title", "invoke.answer.nobody.text"),

    /** A request is on its way. */
    WAITING("invoke.answer.waiting.title", "invoke.answer.waiting.text"),

    /** Nothing was sent yet. */
    NOTHING_SENT("invoke.answer.empty.title", "invoke.answer.empty.text");

    private final String titleKey;
    private final String textKey;

    Silence(String titleKey, String textKey) {
        this.titleKey = titleKey;
        this.textKey = textKey;
    }

    String title() {
        return Messages.of(titleKey);
    }

    String text() {
        return Messages.of(textKey);
    }
}
