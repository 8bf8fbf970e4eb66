package dev.sluice.console.invoke;

import dev.sluice.console.support.snippets.Call;
import dev.sluice.console.support.snippets.Language;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The request written down in a language, its key taken from the environment. For the UI thread only. */
final class SnippetModel {

    /** What is shown of a long body; all of it is copied. */
    private static final int SHOWN_BODY = 2_000;

    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.CURL);
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private Optional<Call> call = Optional.empty();

    SnippetModel() {
        language.addListener((o, before, after) -> write());
    }

    ObjectProperty<Language> languageProperty() {
        return language;
    }

    ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** @param address of the endpoint, without a slash at the end */
    void describe(EndpointName endpoint, String address, Draft draft) {
        call = Optional.of(call(endpoint, address, draft));
        write();
    }

    void forget() {
        call = Optional.empty();
        write();
    }

    /** All of it, ready to run where the key's variable is set; empty if there is no request. */
    String whole() {
        return call.map(language.get()::write).orElse("");
    }

    private void write() {
        shown.set(call.map(SnippetModel::shortened).map(language.get()::write).orElse(""));
    }

    private static Call shortened(Call call) {
        return call.body() instanceof Call.Body.Text text && text.text().length() > SHOWN_BODY
                ? new Call(
                        call.endpoint(),
                        call.method(),
                        call.uri(),
                        call.pinned(),
                        call.headers(),
                        new Call.Body.Text(text.text().substring(0, SHOWN_BODY) + "\u2026"))
                : call;
    }

    private static Call call(EndpointName endpoint, String address, Draft draft) {
        Optional<DeploymentName> pinned =
                draft.target() instanceof Target.Pinned to ? Optional.of(to.deployment()) : Optional.empty();
        return new Call(
                endpoint,
                draft.head().method(),
                address + draft.head().path(),
                pinned,
                draft.fields().stream()
                        .filter(field -> !Secrets.isSecret(field))
                        .map(field -> new Call.Header(field.name(), field.value()))
                        .toList(),
                body(draft.content()));
    }

    private static Call.Body body(Draft.Content content) {
        if (content instanceof Draft.Content.Text text) {
            return new Call.Body.Text(text.text());
        }
        return content instanceof Draft.Content.File file
                ? new Call.Body.File(file.path().toString())
                : new Call.Body.None();
    }
}
