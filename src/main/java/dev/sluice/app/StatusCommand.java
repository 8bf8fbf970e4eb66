package dev.sluice.app;

import dev.sluice.control.Fleet;
import dev.sluice.control.http.RemoteControl;
import dev.sluice.home.Home;
import dev.sluice.home.NoteFile;
import dev.sluice.home.RuntimeNote;
import dev.sluice.home.StatusSheet;
import dev.sluice.home.StatusSheet.State;
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

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}: for people, or for programs. Default: ${DEFAULT-VALUE}.")
    private Form form = Form.text;

    @Option(names = "--json", description = "The same as --output json.")
    private boolean json;

    /** As they are typed. */
    enum Form {
        text,
        json
    }

    @Override
    public Integer call() throws Exception {
        var up = new NoteFile(home).read();
        var holder = Home.holder(home);
        if (up.isEmpty()) {
            return holder.map(this::between).orElseGet(this::none);
        }
        var note = up.get();
        try (var runtime = RemoteControl.at(note.doorway())) {
            var glimpse = Glimpse.of(runtime);
            return isForPrograms() ? sheet(note, glimpse) : tell(note, glimpse, out());
        }
    }

    private boolean isForPrograms() {
        return json || form == Form.json;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int between(long pid) {
        if (isForPrograms()) {
            new StatusSheet(State.STARTING_OR_ENDING, home).process(pid).print(out());
        } else {
            out().println("Process " + pid + " has " + home + " open and is starting or ending.");
        }
        return NOT_ANSWERING;
    }

    private int none() {
        if (isForPrograms()) {
            new StatusSheet(State.DOWN, home).print(out());
        } else {
            out().println("No runtime is up in " + home + ".");
            out().println("`./sluice` starts one with a window, `./sluice serve` one without.");
        }
        return NONE_UP;
    }

    private int sheet(RuntimeNote note, Glimpse glimpse) {
        if (glimpse instanceof Glimpse.Clear clear) {
            serving(new StatusSheet(State.UP, home).runtime(note), clear.fleet())
                    .print(out());
        } else if (glimpse instanceof Glimpse.Dark dark) {
            new StatusSheet(State.NOT_ANSWERING, home)
                    .runtime(note)
                    .says("reason", dark.reason())
                    .print(out());
            return NOT_ANSWERING;
        } else {
            new StatusSheet(State.OTHER_VERSION, home).runtime(note).print(out());
        }
        return 0;
    }

    private static StatusSheet serving(StatusSheet sheet, Fleet fleet) {
        var runtime = fleet.runtime();
        return sheet.says("router", "http://127.0.0.1:" + runtime.routerPort())
                .says("metrics", "http://127.0.0.1:" + runtime.metricsPort() + "/metrics")
                .says("engine", runtime.engine())
                .counts("endpoints", fleet.endpoints().size())
                .counts(
                        "deployments",
                        fleet.endpoints().stream()
                                .mapToInt(endpoint -> endpoint.deployments().size())
                                .sum())
                .counts("deployments_up", fleet.deploymentsUp())
                .counts("jobs_running", fleet.running());
    }

    private int tell(RuntimeNote note, Glimpse glimpse, PrintWriter out) {
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
        return 0;
    }

    private static String inWords(RuntimeNote.Kind kind) {
        return switch (kind) {
            case CONSOLE -> "begun with the console's window";
            case SERVE -> "without a window of its own";
        };
    }
}
