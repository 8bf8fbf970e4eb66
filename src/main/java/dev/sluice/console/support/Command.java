package dev.sluice.console.support;

/**
 * Something that can be done, as the command palette offers it.
 *
 * @param title what is searched and read, such as {@code Send all live traffic of diabetes to green}
 * @param shortcut the keys that do the same, such as {@code Ctrl+Enter}; empty if there are none. Only shown: who offers
 *     the command listens for its keys
 * @param run does it, on the UI thread, after the palette is gone
 */
public record Command(Kind kind, String title, String shortcut, Runnable run) {

    /** What kind of thing it is, which gives it its icon and its place in the list. */
    public enum Kind {
        ACTION("mdi2l-lightning-bolt-outline"),
        PAGE("mdi2t-tab"),
        ENDPOINT("mdi2l-lan"),
        DEPLOYMENT("mdi2c-cube-outline");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        /** An Ikonli literal. */
        public String icon() {
            return icon;
        }
    }

    public static Command action(String title, Runnable run) {
        return action(title, "", run);
    }

    public static Command action(String title, String shortcut, Runnable run) {
        return new Command(Kind.ACTION, title, shortcut, run);
    }
}
