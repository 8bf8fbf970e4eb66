package dev.sluice.cli;

import java.util.Locale;

/** Asks before something is lost that cannot be had back (reference M2). */
final class Confirmation {

    private Confirmation() {}

    /**
     * Returns if it is wanted.
     *
     * @param what such as {@code delete endpoint diabetes}
     * @throws CommandFailed if not, or if there is nobody to be asked
     */
    static void get(Session session, Arguments given, String what) {
        if (given.has(Flags.YES)) {
            return;
        }
        var answer = session.voice()
                .terminal()
                .ask("Are you sure you want to " + what + "? (y/n): ")
                .orElseThrow(() -> CommandFailed.because(
                        "Unable to prompt for confirmation as no tty available: " + what, "use --yes"));
        if (!answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw CommandFailed.because("Operation cancelled: " + what, "answer y, or use --yes");
        }
    }
}
