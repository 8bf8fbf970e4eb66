package dev.sluice.console.support;

/** Where copied text goes. */
public interface Clipboard {

    void put(String text);
}
