package dev.sluice.console.shell;

import dev.sluice.console.support.Views;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** What stands in the middle of the window: that it waits for the runtime, the welcome, or the pages. */
final class MiddlePane {

    private final Node loading;
    private final StackPane welcome;
    private final Node pages;
    private final Supplier<WelcomeView> greeting;
    private Optional<WelcomeView> built = Optional.empty();

    /** @param greeting fills {@code welcome}; made when it is needed, which in most windows is never */
    MiddlePane(Node loading, StackPane welcome, Node pages, Supplier<WelcomeView> greeting) {
        this.loading = loading;
        this.welcome = welcome;
        this.pages = pages;
        this.greeting = greeting;
    }

    void follow(ObservableValue<ShellViewModel.Scene> scene) {
        show(scene.getValue());
        scene.addListener((o, before, after) -> show(after));
    }

    private void show(ShellViewModel.Scene scene) {
        loading.setVisible(scene == ShellViewModel.Scene.LOADING);
        welcome.setVisible(scene == ShellViewModel.Scene.WELCOME);
        pages.setVisible(scene == ShellViewModel.Scene.PAGES);
        if (scene == ShellViewModel.Scene.WELCOME) {
            var first = built().first();
            // What is in a scroll pane is in the scene, and can take the keyboard, once that has its skin.
            welcome.applyCss();
            first.requestFocus();
        }
    }

    private WelcomeView built() {
        return built.orElseGet(() -> {
            var view = greeting.get();
            welcome.getChildren().setAll(Views.load("welcome", view));
            built = Optional.of(view);
            return view;
        });
    }
}
