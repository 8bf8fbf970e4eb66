package dev.sluice.console.create;

import dev.sluice.console.create.FolderSearch.Found;
import dev.sluice.console.create.FolderSearch.Result;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What was found in a folder, and which of it is to be opened. For the UI thread only. */
public final class FoundFilesViewModel {

    /** A file that can be opened: what it is, where it stands, and whether it is wanted. */
    record Choice(Path file, String title, String place, BooleanProperty wanted) {}

    /** A file that looks like one of ours and cannot be used. */
    record Broken(String place, Problem problem) {}

    private final List<Choice> choices;
    private final List<Broken> broken;
    private final int others;
    private final String unfinished;
    private final Consumer<List<Path>> open;
    private final BooleanBinding canOpen;
    private final StringBinding verb;

    /**
     * @param folders what was dropped or chosen; places are told from there
     * @param open given those that are wanted, in order
     */
    public FoundFilesViewModel(List<Path> folders, Result result, Consumer<List<Path>> open) {
        var found = result.files();
        unfinished = result.unfinishedText();
        this.open = open;
        choices = found.stream()
                .filter(Found::isUsable)
                .map(each -> new Choice(
                        each.file(), title(each.read()), place(folders, each.file()), new SimpleBooleanProperty(true)))
                .toList();
        broken = found.stream()
                .filter(each -> !each.isUsable() && !each.isOfAnotherKind())
                .map(each -> new Broken(
                        place(folders, each.file()),
                        ((Read.Bad) each.read()).problems().get(0)))
                .toList();
        others = found.size() - choices.size() - broken.size();
        var wanted = choices.stream().map(Choice::wanted).toArray(BooleanProperty[]::new);
        canOpen = Bindings.createBooleanBinding(() -> count() > 0, wanted);
        verb = Bindings.createStringBinding(() -> Messages.of("found.open", count()), wanted);
    }

    List<Choice> choices() {
        return choices;
    }

    List<Broken> broken() {
        return broken;
    }

    /** How many YAML files of other kinds there are as well. */
    int others() {
        return others;
    }

    /** That there may be more than was found; empty if there is not. */
    String unfinished() {
        return unfinished;
    }

    BooleanBinding canOpen() {
        return canOpen;
    }

    StringBinding verb() {
        return verb;
    }

    public void open() {
        open.accept(choices.stream()
                .filter(choice -> choice.wanted().get())
                .map(Choice::file)
                .toList());
    }

    private long count() {
        return choices.stream().filter(choice -> choice.wanted().get()).count();
    }

    private static String title(Read read) {
        if (read instanceof Read.Endpoint endpoint) {
            return Messages.of("found.endpoint", endpoint.spec().name());
        } else if (read instanceof Read.Asset asset) {
            return Messages.of(
                    "found.asset",
                    asset.definition().kind().word(),
                    asset.definition().name());
        }
        return Messages.of("found.deployment", ((Read.Deployment) read).spec().id());
    }

    private static String place(List<Path> folders, Path file) {
        return folders.stream()
                .filter(folder -> file.startsWith(folder) && !file.equals(folder))
                .findFirst()
                .map(folder -> String.valueOf(folder.relativize(file)))
                .orElseGet(() -> String.valueOf(file.getFileName()));
    }
}
