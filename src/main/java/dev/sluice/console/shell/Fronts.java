package dev.sluice.console.shell;

import dev.sluice.console.likeness.LikenessSheet;
import dev.sluice.console.palette.PaletteView;
import dev.sluice.console.palette.PaletteViewModel;
import dev.sluice.console.support.Views;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** All that may stand in front of the pages. */
final class Fronts {

    private final StackPane root;
    private final Front drawer;
    private final Front palette;
    private final Front keys;
    private final Front question;
    private final BooleanBinding covered;
    private Optional<Palette> built = Optional.empty();

    private record Palette(PaletteView view, Node node) {}

    /** @param root gets each as a child when it is opened for the first time */
    Fronts(StackPane root) {
        this.root = root;
        drawer = Front.kept(root, Pos.CENTER_RIGHT, 10);
        palette = Front.passing(root, Pos.TOP_CENTER, 14, new Insets(76, 0, 0, 0));
        keys = Front.passing(root, Pos.CENTER, 16, Insets.EMPTY);
        question = Front.kept(root, Pos.CENTER, 20);
        covered = drawer.openProperty()
                .or(palette.openProperty())
                .or(keys.openProperty())
                .or(question.openProperty());
    }

    /** Whether anything stands in front of the pages, which then take no keys. */
    BooleanBinding covered() {
        return covered;
    }

    Front question() {
        return question;
    }

    /** A field can only take the keyboard once the panes round it have been built. */
    void openDrawer(Node form, Runnable focusFirst) {
        drawer.open(form);
        root.applyCss();
        focusFirst.run();
    }

    void closeDrawer() {
        drawer.close();
    }

    void openKeys(KeysSheet sheet) {
        keys.open(sheet);
        root.applyCss();
        sheet.focusFirst(keys::close);
    }

    void openLikeness(LikenessSheet sheet) {
        keys.open(sheet);
        root.applyCss();
        sheet.focusFirst(keys::close);
    }

    /** Shows the palette whenever its model says that it is open. */
    void follow(PaletteViewModel model) {
        model.openProperty().addListener((o, before, open) -> {
            if (open) {
                var shown = paletteOf(model);
                palette.open(shown.node());
                root.applyCss();
                shown.view().focusField();
            } else {
                palette.close();
            }
        });
        palette.openProperty().addListener((o, before, open) -> {
            if (!open) {
                model.close();
            }
        });
    }

    /** Built when it is opened for the first time. */
    private Palette paletteOf(PaletteViewModel model) {
        return built.orElseGet(() -> {
            var view = new PaletteView(model);
            var made = new Palette(view, Views.load("palette", view));
            built = Optional.of(made);
            return made;
        });
    }
}
