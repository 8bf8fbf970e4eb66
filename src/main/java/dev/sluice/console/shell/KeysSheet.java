package dev.sluice.console.shell;

import dev.sluice.console.support.Command;
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

    /**
     * @param pages goes to each of the pages
     * @param ofPage what the open page offers; of it, what has keys is shown
     */
    KeysSheet(List<Command> pages, List<Command> ofPage) {
        getStyleClass().add("keys");
        setId("keys");
        var title = new Label(Messages.of("keys.title"));
        title.getStyleClass().add("title-4");
        var here = new ArrayList<Node>(window());
        var there = new ArrayList<Node>(section("keys.pages", line("keys.page-n", firstToLast(pages))));
        there.addAll(section(
                "keys.tree",
                line("keys.tree.type", Messages.of("keys.letters")),
                line("keys.tree.open", "Enter"),
                line("keys.tree.clear", "Esc")));
        there.addAll(section("keys.forms", line("keys.forms.do", "Enter"), line("keys.forms.cancel", "Esc")));
        var page = ofPage.stream()
                .filter(command -> !command.shortcut().isEmpty())
                .map(command -> pair(command.title(), command.shortcut()))
                .toArray(Node[]::new);
        if (page.length > 0) {
            there.addAll(section("keys.here", page));
        }
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

    private static List<Node> window() {
        return section(
                "keys.window",
                Stream.of(Shortcut.values())
                        .filter(Shortcut::hasKeys)
                        .map(shortcut -> pair(shortcut.title(), shortcut.keys()))
                        .toArray(Node[]::new));
    }

    private static List<Node> section(String titleKey, Node... lines) {
        var title = new Label(Messages.of(titleKey));
        title.getStyleClass().add("keys-section");
        return Stream.concat(Stream.of(title), Stream.of(lines)).toList();
    }

    private static Node line(String key, String keys) {
        return pair(Messages.of(key), keys);
    }

    private static Node pair(String what, String keys) {
        var text = new Label(what);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var cap = new Label(keys);
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
