package dev.sluice.console.explorer;

import dev.sluice.console.support.Command;
import dev.sluice.console.support.Deed;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Selection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;

/** The menu of a line of the tree, made anew each time for what is chosen then. */
final class ExplorerMenu {

    private ExplorerMenu() {}

    static void on(TreeView<ExplorerRow> tree, Supplier<List<Command>> pages, Function<Selection, List<Deed>> deeds) {
        var menu = new ContextMenu();
        tree.setContextMenu(menu);
        // A filter: a menu that has nothing yet is not shown.
        tree.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            var line = tree.getSelectionModel().getSelectedItem();
            menu.getItems().clear();
            if (line != null) {
                menu.getItems().add(pages(pages.get()));
                deeds.apply(line.getValue().selection())
                        .forEach(deed -> menu.getItems().add(item(deed.title(), deed.run())));
            }
        });
    }

    /** Of the line that the menu was asked for, which is chosen by that. */
    private static Menu pages(List<Command> pages) {
        var menu = new Menu(Messages.of("explorer.pages"));
        pages.forEach(page -> menu.getItems().add(item(page.title(), page.run())));
        return menu;
    }

    private static MenuItem item(String title, Runnable run) {
        var item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> run.run());
        return item;
    }
}
