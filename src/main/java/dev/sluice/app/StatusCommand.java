package dev.sluice.app;

import dev.sluice.control.http.RemoteControl;
import dev.sluice.home.Home;
import dev.sluice.home.NoteFile;
import dev.sluice.home.RuntimeNote;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./sluice status}: what is up. Exit code 3, as others have it, if nothing is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells which runtime is up in the state folder, where it can be reached and what it serves.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:a runtime is up", "1:one is there, but does not answer", "3:none is up"})
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_ANSWERING = 1;
    private static final int NONE_UP = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--home",
            description = "The state folder. Default: $SLUICE_HOME, or sluice in the XDG state folder.",
            converter = FolderOption.class)
    private Path home = Home.usual(System.getenv());

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var up = new NoteFile(home).read();
        var holder = Home.holder(home);
        if (up.isEmpty() && holder.isPresent()) {
            out.println("Process " + holder.get() + " has " + home + " open and is starting or ending.");
            return NOT_ANSWERING;
        }
        if (up.isEmpty()) {
            out.println("No runtime is up in " + home + ".");
            out.println("`./sluice` starts one with a window, `./sluice serve` one without.");
            return NONE_UP;
        }
        var note = up.get();
        try (var runtime = RemoteControl.at(note.doorway())) {
            tell(note, Glimpse.of(runtime), out);
            return 0;
        }
    }

    private void tell(RuntimeNote note, Glimpse glimpse, PrintWriter out) {
        if (glimpse instanceof Glimpse.Clear clear) {
            var sheet = new RuntimeSheet(home, note.pid(), note.doorway().address(), clear.fleet());
            out.println("A runtime is up, " + inWords(note.kind()) + ".");
            sheet.places().forEach(out::println);
            sheet.endpoints().forEach(out::println);
        } else if (glimpse instanceof Glimpse.Dark dark) {
            throw new IllegalStateException(
                    "process " + note.pid() + " is there, but does not answer (" + dark.reason() + "); its log is "
                            + home.resolve("sluice.log"),
                    dark.why());
        } else {
            out.println("A runtime is up, " + inWords(note.kind()) + ". It (process " + note.pid() + ") "
                    + Version.beside(note.version()) + ": what it serves cannot be seen from here.");
            out.println("`./sluice stop` ends it; then start one of this version.");
        }
    }

    private static String inWords(RuntimeNote.Kind kind) {
        return switch (kind) {
            case CONSOLE -> "begun with the console's window";
            case SERVE -> "without a window of its own";
        };
    }
}
