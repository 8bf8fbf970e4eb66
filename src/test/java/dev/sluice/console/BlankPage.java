package dev.sluice.console;

import dev.sluice.console.support.KeyHint;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Fleet;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** A page that writes down what the window does with it. */
public final class BlankPage implements Page {

    public final List<String> told = new ArrayList<>();
    private final StackPane node = new StackPane();

    /** Its title is the overview's, so that it needs no text of its own. */
    public static PageEntry entry(String id) {
        return new PageEntry(id, "overview.title", BlankPage::new);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        told.add("open " + selection);
    }

    @Override
    public void show(Fleet fleet) {
        told.add("show " + fleet.revision());
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Write down", "Ctrl+B"));
    }

    @Override
    public void close() {
        told.add("close");
    }
}
