package dev.sluice.console.invoke;

import dev.sluice.console.support.code.CodeProblem;
import dev.sluice.control.Invocation.Field;
import dev.sluice.control.Invocation.Head;
import dev.sluice.control.Invocation.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The request that is being put together. For the UI thread only. */
final class RequestForm {

    static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";
    private static final String ANY_BYTES = "application/octet-stream";
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    /** Longer texts are checked in the background. */
    private static final int CHECKED_AT_ONCE = 50_000;

    private static final String SAMPLE_BODY = """
            {
              "data": [
                [61.0, 1.0, 25.8, 90.0, 280.0,
                 195.4, 55.0, 5.0, 4.9972, 90.0]
              ]
            }""";

    private final Executor background;
    private final Executor ui;
    private final StringProperty method = new SimpleStringProperty("POST");
    private final StringProperty path = new SimpleStringProperty("/score");
    private final StringProperty contentType = new SimpleStringProperty(JSON);
    private final StringProperty text = new SimpleStringProperty(SAMPLE_BODY);
    private final ObjectProperty<Optional<Draft.Content.File>> file = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<FieldRow> fields =
            FXCollections.observableArrayList(row -> new Observable[] {row.nameProperty(), row.valueProperty()});
    private final ReadOnlyObjectWrapper<Optional<CodeProblem>> wrong = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** The types that nobody chose: none, the first one, and those that files brought along. */
    private final Set<String> unchosen = new HashSet<>(Set.of("", JSON));

    /** Of what is written; empty unless a file is sent in its stead. */
    private Optional<String> typeOfText = Optional.empty();

    private long checks;

    /** @param background where long texts are checked */
    RequestForm(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
        text.addListener((o, before, after) -> check());
        contentType.addListener((o, before, after) -> check());
    }

    StringProperty methodProperty() {
        return method;
    }

    /** Below the endpoint's address. */
    StringProperty pathProperty() {
        return path;
    }

    StringProperty contentTypeProperty() {
        return contentType;
    }

    /** The body, unless a file is. */
    StringProperty textProperty() {
        return text;
    }

    /** The file whose bytes are the body; empty if the text is. */
    ObjectProperty<Optional<Draft.Content.File>> fileProperty() {
        return file;
    }

    /** Header fields besides the key's and the content's type. */
    ObservableList<FieldRow> fields() {
        return fields;
    }

    /** Where the text is not the JSON that it says it is; it can be sent all the same. */
    ReadOnlyObjectProperty<Optional<CodeProblem>> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    boolean takesBody() {
        return !WITHOUT_BODY.contains(method.get().strip());
    }

    boolean isJson() {
        return contentType.get().contains("json");
    }

    /** Only while {@link RequestCheck#isPath} holds for the path. */
    Draft draft(Target target) {
        var all = new ArrayList<Field>();
        if (takesBody() && !contentType.get().isBlank()) {
            all.add(new Field(CONTENT_TYPE, contentType.get().strip()));
        }
        fields.stream().filter(row -> !row.isBlank()).map(FieldRow::field).forEach(all::add);
        return new Draft(target, new Head(method.get().strip(), path.get().strip(), all), content());
    }

    /** @param type of the content; empty to leave it as that of what was written before */
    void takeText(String newer, String type) {
        dropFile();
        text.set(newer);
        if (!type.isEmpty()) {
            bring(type);
        }
    }

    /** @param type of the content; empty for that of any bytes, unless the user chose one */
    void takeFile(Draft.Content.File newer, String type) {
        putInStead(newer);
        if (!type.isEmpty()) {
            bring(type);
        } else if (unchosen.contains(contentType.get().strip())) {
            bring(ANY_BYTES);
        }
    }

    /** What is written is sent again, as what it was. */
    void dropFile() {
        file.set(Optional.empty());
        typeOfText.ifPresent(contentType::set);
        typeOfText = Optional.empty();
    }

    void fill(Draft draft) {
        if (draft.content() instanceof Draft.Content.File chosen) {
            putInStead(chosen);
            unchosen.add(BodyFile.contentType(chosen.path()));
        } else {
            dropFile();
        }
        method.set(draft.head().method());
        path.set(draft.head().path());
        contentType.set(draft.fields().stream()
                .filter(field -> field.isCalled(CONTENT_TYPE))
                .map(Field::value)
                .findFirst()
                .orElse(contentType.get()));
        fields.setAll(draft.fields().stream()
                .filter(field -> !field.isCalled(CONTENT_TYPE))
                .map(field -> new FieldRow(field.name(), field.value()))
                .toList());
        if (draft.content() instanceof Draft.Content.Text written) {
            text.set(written.text());
        }
    }

    /** What stands here, for {@link #putBack}. */
    Written written() {
        return new Written(
                method.get(),
                path.get(),
                contentType.get(),
                text.get(),
                file.get(),
                typeOfText,
                fields.stream()
                        .map(row -> new Written.Field(
                                row.nameProperty().get(), row.valueProperty().get()))
                        .toList());
    }

    void putBack(Written former) {
        typeOfText = former.typeOfText();
        method.set(former.method());
        path.set(former.path());
        contentType.set(former.contentType());
        text.set(former.text());
        file.set(former.file());
        fields.setAll(former.fields().stream()
                .map(field -> new FieldRow(field.name(), field.value()))
                .toList());
    }

    /** Tells of every change of what would be sent. */
    void onChange(Runnable told) {
        List.<Observable>of(method, path, contentType, text, file, fields)
                .forEach(each -> each.addListener(changed -> told.run()));
    }

    /** The type of what is written is kept until it is sent again. */
    private void putInStead(Draft.Content.File newer) {
        if (file.get().isEmpty()) {
            typeOfText = Optional.of(contentType.get());
        }
        file.set(Optional.of(newer));
    }

    private void bring(String type) {
        unchosen.add(type);
        contentType.set(type);
    }

    private Draft.Content content() {
        if (!takesBody()) {
            return new Draft.Content.None();
        }
        return file.get().<Draft.Content>map(chosen -> chosen).orElseGet(() -> new Draft.Content.Text(text.get()));
    }

    private void check() {
        long mine = ++checks;
        var checked = text.get();
        if (!isJson()) {
            wrong.set(Optional.empty());
        } else if (checked.length() <= CHECKED_AT_ONCE) {
            wrong.set(JsonCheck.problem(checked));
        } else {
            background.execute(() -> {
                var found = JsonCheck.problem(checked);
                ui.execute(() -> tell(mine, found));
            });
        }
    }

    private void tell(long check, Optional<CodeProblem> found) {
        if (check == checks) {
            wrong.set(found);
        }
    }

    /** The problems of the text, for the editor. */
    List<CodeProblem> marks() {
        return wrong.get().map(List::of).orElse(List.of());
    }
}
