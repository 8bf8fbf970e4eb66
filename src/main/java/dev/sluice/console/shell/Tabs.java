package dev.sluice.console.shell;

import dev.sluice.console.support.Command;
import dev.sluice.console.support.KeyHint;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Needs;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.Reach;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.WindowAction;
import dev.sluice.control.Fleet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * The pages as tabs. A page is built when it is first looked at or before, while nobody is at the window, and stays in the
 * scene then, unseen while another one is chosen: put back, each of its nodes would have its styles worked out anew, which
 * takes longer than a frame. Only the one that is seen follows the size of the window.
 */
final class Tabs {

    private final List<PageEntry> pages;
    private final ShellViewModel model;
    private final PageSwitch pageSwitch = new PageSwitch();
    private @Nullable TabPane pane;

    Tabs(List<PageEntry> pages, ShellViewModel model) {
        this.pages = List.copyOf(pages);
        this.model = model;
    }

    /** @param covered whether something stands in front, which then keeps its page */
    void fill(TabPane target, Menu menu, BooleanSupplier covered) {
        pane = target;
        for (int i = 0; i < pages.size(); i++) {
            var tab = new Tab(Messages.of(pages.get(i).titleKey()));
            tab.setId("tab-" + pages.get(i).id());
            target.getTabs().add(tab);
            menu.getItems().add(item(target, tab, i, covered));
        }
        target.getSelectionModel()
                .select(Math.max(0, indexOf(model.pageProperty().get())));
        target.getSelectionModel().selectedItemProperty().addListener((o, before, after) -> {
            model.pageProperty().set(pages.get(target.getTabs().indexOf(after)).id());
            open();
        });
        model.pageProperty()
                .addListener((o, before, after) -> target.getSelectionModel().select(indexOf(after)));
        model.selectionProperty().addListener((o, before, after) -> open());
        model.fleetProperty().addListener((o, before, after) -> show(after));
    }

    /** Goes to each of the pages. */
    List<Command> commands() {
        return IntStream.range(0, pages.size()).mapToObj(this::command).toList();
    }

    private Command command(int index) {
        var page = pages.get(index);
        return new Command(
                Command.Kind.PAGE,
                Messages.of("palette.page", Messages.of(page.titleKey())),
                keys(index).getDisplayText(),
                () -> model.pageProperty().set(page.id()));
    }

    /** What the pages offer whichever of them is on screen, if it would do something now. */
    List<Command> commandsOfAllPages(Reach reach) {
        return pages.stream()
                .flatMap(entry -> entry.actions().stream())
                .filter(action -> reach.allows(action.needs()))
                .flatMap(action -> action
                        .prospect()
                        .apply(model.selectionProperty().get())
                        .stream()
                        .map(prospect -> command(action, prospect)))
                .toList();
    }

    /** Nobody asks before it: what needs the runtime has changed it then. */
    private Command command(WindowAction action, String prospect) {
        var command = Command.action(
                prospect,
                action.keys().getDisplayText(),
                () -> action.run().accept(model.selectionProperty().get()));
        return action.needs() == Needs.RUNTIME ? command.changingTraffic() : command;
    }

    /** What the page that is open offers. */
    List<Command> commandsOfPage() {
        return pageSwitch.commands();
    }

    /** The keys of what the pages offer whichever of them is on screen. */
    List<KeyHint> keysOfAllPages() {
        return pages.stream()
                .flatMap(entry -> entry.actions().stream())
                .map(action -> new KeyHint(
                        Messages.of(action.titleKey()).replace("_", ""),
                        action.keys().getDisplayText()))
                .toList();
    }

    /** The keys of the page that is open. */
    List<KeyHint> keysOfPage() {
        return pageSwitch.keys();
    }

    /** How each page is looked at, as {@link #recall} takes it. */
    Map<String, String> settings() {
        var all = new TreeMap<String, String>();
        pages.forEach(page -> page.settings().all().forEach((name, value) -> all.put(page.id() + "." + name, value)));
        return all;
    }

    /** Gives each page the settings of its own; to be called before the pages are built. */
    void recall(Map<String, String> settings) {
        settings.forEach((key, value) -> pages.stream()
                .filter(page -> key.startsWith(page.id() + "."))
                .forEach(page -> page.settings().put(key.substring(page.id().length() + 1), value)));
    }

    /** The pages that have something to show when there is no endpoint. */
    List<PageEntry> ofNothingChosen() {
        return pages.stream().filter(PageEntry::isOfNothingChosen).toList();
    }

    /** Whether the page has something to show when there is no endpoint. */
    boolean isOfNothingChosen(String id) {
        return has(id) && pages.get(indexOf(id)).isOfNothingChosen();
    }

    boolean has(String id) {
        return indexOf(id) >= 0;
    }

    /** What the pages offer whichever of them is on screen, for what is chosen then. */
    void fillActions(Menu menu, BooleanSupplier covered, Reach reach) {
        pages.stream()
                .flatMap(entry -> entry.actions().stream())
                .forEach(action -> menu.getItems().add(item(action, covered, reach)));
    }

    private MenuItem item(WindowAction action, BooleanSupplier covered, Reach reach) {
        var item = new MenuItem(Messages.of(action.titleKey()));
        item.setId("action-" + action.id());
        item.setAccelerator(action.keys());
        if (action.needs() == Needs.RUNTIME) {
            item.disableProperty().bind(reach.lost());
        }
        item.setOnAction(event -> {
            if (!covered.getAsBoolean()) {
                action.run().accept(model.selectionProperty().get());
            }
        });
        return item;
    }

    /** Shows the page for what is chosen; called again, it changes nothing. */
    void open() {
        var selection = model.selectionProperty().get();
        var fleet = model.fleetProperty().get();
        if (pane == null) {
            return;
        }
        var index = pane.getSelectionModel().getSelectedIndex();
        if (!pages.get(index).isOfNothingChosen() && !isIn(fleet, selection)) {
            pageSwitch.close();
            return;
        }
        var page = pages.get(index).page();
        pageSwitch.open(page, selection, fleet);
        putInScene(index);
        keepSizeUnseen(index);
    }

    void close() {
        pageSwitch.close();
    }

    /** What builds all pages, in pieces: the nodes of one, and their styles, unless somebody has turned to it meanwhile. */
    List<Runnable> pieces() {
        return IntStream.range(0, pages.size())
                .boxed()
                .flatMap(index -> Stream.<Runnable>of(
                        () -> pages.get(index).page(), () -> putInScene(index), () -> keepSizeUnseen(index)))
                .toList();
    }

    /** Out of the scene, until they are turned to: what is in it has all its styles worked out anew when the looks change. */
    void takeUnseenOut() {
        if (pane != null) {
            pane.getTabs().stream().filter(tab -> !tab.isSelected()).forEach(tab -> tab.setContent(null));
        }
    }

    private void putInScene(int index) {
        if (pane != null) {
            pane.getTabs().get(index).setContent(pages.get(index).page().node());
        }
    }

    /** Once it has been laid out: a pane of tabs gives all of them its size, seen or not, while it is being resized too. */
    private void keepSizeUnseen(int index) {
        if (pane != null) {
            var seen = pane.getTabs().get(index).selectedProperty();
            pages.get(index).page().node().managedProperty().bind(seen);
        }
    }

    private void show(Fleet fleet) {
        pageSwitch.show(fleet);
        open();
    }

    private int indexOf(String id) {
        return pages.stream().map(PageEntry::id).toList().indexOf(id);
    }

    private static boolean isIn(Fleet fleet, Selection selection) {
        if (selection instanceof Selection.OfEndpoint of) {
            return fleet.endpoint(of.endpoint()).isPresent();
        }
        return selection instanceof Selection.OfDeployment of
                && fleet.deployment(of.deployment()).isPresent();
    }

    private static MenuItem item(TabPane target, Tab tab, int index, BooleanSupplier covered) {
        var item = new MenuItem(tab.getText());
        item.setOnAction(event -> {
            if (!covered.getAsBoolean()) {
                target.getSelectionModel().select(tab);
            }
        });
        item.setAccelerator(keys(index));
        return item;
    }

    private static KeyCombination keys(int index) {
        var digit = KeyCode.getKeyCode(String.valueOf(index + 1));
        return new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN);
    }
}
