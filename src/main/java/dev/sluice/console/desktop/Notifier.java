package dev.sluice.console.desktop;

/** Tells something to a user who is in another window. Telling may take a moment, and so is not for the UI thread. */
@FunctionalInterface
public interface Notifier {

    /** A desktop that cannot show it is told in vain. */
    void tell(String title);
}
