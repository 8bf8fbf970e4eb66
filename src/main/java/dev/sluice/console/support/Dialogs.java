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
     * @param typed what the user must type before the verb can be chosen; empty if nothing
     * @param needs what the verb needs to be done
     */
    record Question(String title, String consequence, String verb, String typed, Needs needs) {

        /** Before a command to the runtime. */
        public Question(String title, String consequence, String verb, String typed) {
            this(title, consequence, verb, typed, Needs.RUNTIME);
        }

        /** Before a command to the runtime; answered by a button alone. */
        public Question(String title, String consequence, String verb) {
            this(title, consequence, verb, "");
        }
    }
}
