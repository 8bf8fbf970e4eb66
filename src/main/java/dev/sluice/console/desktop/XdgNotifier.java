package dev.sluice.console.desktop;

import java.util.List;

/** Shows notifications as Linux desktops do. Blocks whoever tells. */
public final class XdgNotifier implements Notifier {

    private static final String SHOWN_MILLIS = "8000";

    private final Programs programs;

    public XdgNotifier(Programs programs) {
        this.programs = programs;
    }

    @Override
    public void tell(String title) {
        programs.output(List.of(
                "gdbus",
                "call",
                "--session",
                "--timeout=1",
                "--dest=org.freedesktop.Notifications",
                "--object-path=/org/freedesktop/Notifications",
                "--method=org.freedesktop.Notifications.Notify",
                "Sluice",
                "0",
                "''",
                quoted(title),
                "''",
                "[]",
                "{}",
                SHOWN_MILLIS));
    }

    /** In GVariant's text form, so that no title is taken for anything but a text. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ") + "'";
    }
}
