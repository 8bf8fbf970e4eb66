package dev.sluice.console.shell;

import dev.sluice.console.desktop.ThemeChoice;
import dev.sluice.console.desktop.WhenClosed;
import dev.sluice.console.support.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** The window's menus: all that it can do, with keys and letters to get there. */
final class ShellMenu {

    private final Actions actions;

    ShellMenu(Actions actions) {
        this.actions = actions;
    }

    /** The pages fill two of the menus themselves. */
    void fill(MenuBar bar, ObjectProperty<ThemeChoice> theme, Menu edit, Menu pages) {
        var file = new Menu(Messages.of("menu.file"));
        file.getItems()
                .setAll(
                        actions.item(Shortcut.NEW_ENDPOINT),
                        actions.item(Shortcut.NEW_DEPLOYMENT),
                        new SeparatorMenuItem(),
                        actions.item(Shortcut.OPEN_YAML),
                        actions.item(Shortcut.OPEN_FOLDER),
                        actions.item(Shortcut.SAMPLE),
                        new SeparatorMenuItem(),
                        actions.item(Shortcut.SETTINGS),
                        new SeparatorMenuItem(),
                        actions.item(Shortcut.QUIT));
        edit.setText(Messages.of("menu.edit"));
        pages.setText(Messages.of("menu.pages"));
        var help = new Menu(Messages.of("menu.help"));
        help.getItems().setAll(actions.item(Shortcut.KEYS), actions.item(Shortcut.LIKENESS));
        bar.getMenus().setAll(file, edit, view(theme), pages, help);
    }

    /** Before the last of {@code file}, which closes the window. */
    void addClosing(Menu file, ObjectProperty<WhenClosed> chosen) {
        var closing = new Menu(Messages.of("menu.closing"));
        var group = new ToggleGroup();
        addChoice(closing, group, chosen, WhenClosed.ASK, Shortcut.ASK_AT_CLOSE);
        addChoice(closing, group, chosen, WhenClosed.KEEP_SERVING, Shortcut.KEEP_AT_CLOSE);
        addChoice(closing, group, chosen, WhenClosed.STOP, Shortcut.STOP_AT_CLOSE);
        file.getItems().add(file.getItems().size() - 1, closing);
    }

    private Menu view(ObjectProperty<ThemeChoice> theme) {
        var view = new Menu(Messages.of("menu.view"));
        view.getItems()
                .setAll(
                        actions.item(Shortcut.PALETTE),
                        actions.item(Shortcut.FILTER),
                        actions.item(Shortcut.NEXT_PANE),
                        actions.item(Shortcut.PREVIOUS_PANE),
                        actions.item(Shortcut.JOBS),
                        new SeparatorMenuItem(),
                        actions.item(Shortcut.SWITCH_THEME),
                        new SeparatorMenuItem());
        var group = new ToggleGroup();
        addChoice(view, group, theme, ThemeChoice.LIGHT, Shortcut.LIGHT);
        addChoice(view, group, theme, ThemeChoice.DARK, Shortcut.DARK);
        addChoice(view, group, theme, ThemeChoice.SYSTEM, Shortcut.SYSTEM);
        return view;
    }

    private <T> void addChoice(Menu menu, ToggleGroup group, ObjectProperty<T> chosen, T choice, Shortcut shortcut) {
        var item = actions.prepare(new RadioMenuItem(shortcut.menuText()), shortcut);
        item.setToggleGroup(group);
        item.setSelected(chosen.get() == choice);
        chosen.addListener((o, before, after) -> item.setSelected(after == choice));
        menu.getItems().add(item);
    }
}
