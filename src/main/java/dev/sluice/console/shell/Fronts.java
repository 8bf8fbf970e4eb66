package dev.sluice.console.shell;

import dev.sluice.console.likeness.LikenessSheet;
import dev.sluice.console.palette.PaletteView;
import dev.sluice.console.palette.PaletteViewModel;
import dev.sluice.console.support.Views;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** All that may stand in front of the pages. */
final class Fronts {

    private final StackPane root;
    private final Front drawer = Front.kept(Pos.CENTER_RIGHT, 10);
    private final Front palette = Front.passing(Pos.TOP_CENTER, 14, new Insets(76, 0, 0, 0));
    private final Front keys = Front.passing(Pos.CENTER, 16, Insets.EMPTY);
    private final Front question = Front.kept(Pos.CENTER, 20);
    private final BooleanBinding covered = drawer.openProperty()
            .or(palette.openProperty())
            .or(keys.openProperty())
            .or(question.openProperty());

    /** @param root gets them as its last children */
    Fronts(StackPane root) {
        this.root = root;
        root.getChildren().addAll(drawer.node(), palette.node(), keys.node(), question.node());
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
        var view = new PaletteView(model);
        var node = Views.load("palette", view);
        model.openProperty().addListener((o, before, open) -> {
            if (open) {
                palette.open(node);
                root.applyCss();
                view.focusField();
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
}
