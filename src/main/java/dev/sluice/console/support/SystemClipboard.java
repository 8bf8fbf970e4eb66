package dev.sluice.console.support;

import javafx.scene.input.ClipboardContent;

/** The desktop's clipboard. For the UI thread only. */
public final class SystemClipboard implements Clipboard {

    @Override
    public void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
    }
}
