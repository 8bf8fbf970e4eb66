package dev.sluice.console.overview;

import javafx.scene.layout.HBox;

/**
 * What holds attributes side by side. How high it is at a width is worked out once, until something in it changes: it depends
 * on how each text is wrapped, and the toolkit would ask all of them again whenever anything moves on the page.
 */
public final class AttributeColumns extends HBox {

    private double width = -1;
    private double prefHeight;
    private double minHeight;

    @Override
    protected double computePrefHeight(double atWidth) {
        workOut(atWidth);
        return prefHeight;
    }

    @Override
    protected double computeMinHeight(double atWidth) {
        workOut(atWidth);
        return minHeight;
    }

    /** Called when something in it changes, too. */
    @Override
    public void requestLayout() {
        width = -1;
        super.requestLayout();
    }

    private void workOut(double atWidth) {
        if (atWidth == -1 || atWidth != width) {
            prefHeight = super.computePrefHeight(atWidth);
            minHeight = super.computeMinHeight(atWidth);
            width = atWidth;
        }
    }
}
