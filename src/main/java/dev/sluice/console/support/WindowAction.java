package dev.sluice.console.support;

import java.util.function.Consumer;
import javafx.scene.input.KeyCombination;

/**
 * Something that a page offers in the whole window, whichever page is on screen.
 *
 * @param id gives its menu item the id {@code action-<id>}
 * @param titleKey a key of {@link Messages}
 * @param needs what it needs to be done
 * @param run gets what is chosen in the tree
 */
public record WindowAction(String id, String titleKey, KeyCombination keys, Needs needs, Consumer<Selection> run) {}
