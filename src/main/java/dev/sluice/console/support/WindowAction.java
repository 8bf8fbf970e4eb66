package dev.sluice.console.support;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.input.KeyCombination;

/**
 * Something that a page offers in the whole window, whichever page is on screen.
 *
 * @param id gives its menu item the id {@code action-<id>}
 * @param titleKey a key of {@link Messages}
 * @param needs what it needs to be done
 * @param prospect what it would do now to what is chosen in the tree, in words; empty if there is nothing to do
 * @param run gets what is chosen in the tree
 */
public record WindowAction(
        String id,
        String titleKey,
        KeyCombination keys,
        Needs needs,
        Function<Selection, Optional<String>> prospect,
        Consumer<Selection> run) {}
