package dev.sluice.console.support;

/**
 * Something that can be done, as the command palette offers it.
 *
 * @param title what is searched and read, such as {@code Send all live traffic of diabetes to green}
 * @param shortcut the keys that do the same, such as {@code Ctrl+Enter}; empty if there are none. Only shown: who offers
 *     the command listens for its keys
 * @param run does it, on the UI thread, after the palette is gone
 * @param changesTraffic whether running it changes where live traffic or copies of it go, or throws a draft of
 *     that away, without a question
 */
public record Command(Kind kind, String title, String shortcut, Runnable run, boolean changesTraffic) {

    /** One that leaves live traffic alone. */
    public Command(Kind kind, String title, String shortcut, Runnable run) {
        this(kind, title, shortcut, run, false);
    }

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

    /** The same, known to change what traffic goes where: only who clearly means it gets it by Enter. */
    public Command changingTraffic() {
        return new Command(kind, title, shortcut, run, true);
    }

    public static Command action(String title, Runnable run) {
        return action(title, "", run);
    }

    public static Command action(String title, String shortcut, Runnable run) {
        return new Command(Kind.ACTION, title, shortcut, run);
    }
}
