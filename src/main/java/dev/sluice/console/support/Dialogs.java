package dev.sluice.console.support;

import java.util.Optional;
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
     * @param note where the user may say why; empty where nobody would ask
     */
    record Question(
            String title, String consequence, String verb, String typed, Needs needs, Optional<ChangeNote> note) {

        /** One that asks for no note. */
        public Question(String title, String consequence, String verb, String typed, Needs needs) {
            this(title, consequence, verb, typed, needs, Optional.empty());
        }

        /** Before a command to the runtime. */
        public Question(String title, String consequence, String verb, String typed) {
            this(title, consequence, verb, typed, Needs.RUNTIME);
        }

        /** Before a command to the runtime; answered by a button alone. */
        public Question(String title, String consequence, String verb) {
            this(title, consequence, verb, "");
        }

        /** The same with a line for a note. */
        public Question noted(ChangeNote written) {
            return new Question(title, consequence, verb, typed, needs, Optional.of(written));
        }
    }
}
