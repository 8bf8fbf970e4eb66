package dev.sluice.console.shell;

import dev.sluice.console.support.Command;
import dev.sluice.console.support.KeyHint;
import dev.sluice.console.support.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every key that does something: in the window, in the tree and the forms, and on the page that is open. */
final class KeysSheet extends VBox {

    private final Button close = new Button(Messages.of("keys.close"));

    KeysSheet(Tabs tabs) {
        getStyleClass().add("keys");
        setId("keys");
        var title = new Label(Messages.of("keys.title"));
        title.getStyleClass().add("title-4");
        var anywhere = Stream.concat(window(), tabs.keysOfAllPages().stream());
        var here = new ArrayList<Node>(section("keys.window", anywhere));
        var there = new ArrayList<Node>(section("keys.here", tabs.keysOfPage().stream()));
        there.addAll(section("keys.pages", Stream.of(KeyHint.of("keys.page-n", firstToLast(tabs.commands())))));
        there.addAll(section(
                "keys.tree",
                Stream.of(
                        KeyHint.of("keys.tree.type", Messages.of("keys.letters")),
                        KeyHint.of("keys.tree.open", "Enter"),
                        KeyHint.of("keys.tree.clear", "Esc"))));
        there.addAll(section(
                "keys.forms", Stream.of(KeyHint.of("keys.forms.do", "Enter"), KeyHint.of("keys.forms.cancel", "Esc"))));
        close.setCancelButton(true);
        close.setId("keys-close");
        var foot = new HBox(close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(title, new HBox(36, column(here), column(there)), foot);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /** To be called once it is in a window. */
    void focusFirst(Runnable whenClosed) {
        close.setOnAction(event -> whenClosed.run());
        close.requestFocus();
    }

    private static String firstToLast(List<Command> pages) {
        return pages.get(0).shortcut() + " ... " + pages.get(pages.size() - 1).shortcut();
    }

    private static Stream<KeyHint> window() {
        return Stream.of(Shortcut.values())
                .filter(Shortcut::hasKeys)
                .map(shortcut -> new KeyHint(shortcut.title(), shortcut.keys()));
    }

    /** Its title and its lines; nothing without any. */
    private static List<Node> section(String titleKey, Stream<KeyHint> hints) {
        var lines = hints.<Node>map(KeysSheet::line).toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        var title = new Label(Messages.of(titleKey));
        title.getStyleClass().add("keys-section");
        return Stream.concat(Stream.of(title), lines.stream()).toList();
    }

    private static Node line(KeyHint hint) {
        var text = new Label(hint.what());
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var cap = new Label(hint.keys());
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(24, text, cap);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static VBox column(List<Node> lines) {
        var column = new VBox(7);
        column.getChildren().setAll(lines);
        column.setMinWidth(330);
        return column;
    }
}
