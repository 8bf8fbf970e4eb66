package dev.sluice.console.support;

import java.util.concurrent.CompletionStage;

/** Asks the user before something that cannot be taken back. */
public interface Dialogs {

    /** Completes on the UI thread: true if the user chose the verb, false in every other case. */
    CompletionStage<Boolean> confirm(Question question);

    /**
     * @param title what is about to happen, as a question: "Delete diabetes?"
     * @param consequence what will be lost, in numbers
     * @param verb what the button says: "Delete endpoint"; the other button cancels and is the default
     */
    record Question(String title, String consequence, String verb) {}
}
