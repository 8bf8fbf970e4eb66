package dev.sluice.doctor;

import java.util.List;
import java.util.Optional;

/** Who has the state folder open, and what somebody who was killed has left in it. */
record RuntimeCheck(Computer computer, StateFolder state) implements Check {

    private static final String SUBJECT = "Runtime";

    @Override
    public List<Finding> look() {
        if (!computer.exists(state.folder())) {
            return List.of(Finding.ok("State folder", state.folder() + ", not there yet: the first start makes it"));
        }
        return List.of(folder(), runtime());
    }

    private Finding folder() {
        return computer.mayWrite(state.folder())
                ? Finding.ok("State folder", state.folder().toString())
                : Finding.missing(
                        "State folder",
                        "you may not write to " + state.folder(),
                        "sudo chown -R $USER " + state.folder() + ", or name another with --home or SLUICE_HOME");
    }

    private Finding runtime() {
        var written = state.written();
        return state.holder()
                .map(pid -> written.filter(runtime -> runtime.pid() == pid)
                        .map(RuntimeCheck::reachable)
                        .orElseGet(() -> unreachable(pid)))
                .orElseGet(() -> nobody(written));
    }

    private static Finding reachable(StateFolder.Runtime runtime) {
        return Finding.ok(
                SUBJECT,
                "up: " + runtime.kind() + ", pid " + runtime.pid() + ", control at 127.0.0.1:" + runtime.controlPort());
    }

    private Finding unreachable(long pid) {
        return Finding.hint(
                SUBJECT,
                "pid " + pid + " has the state folder open, but " + state.runtimeFile()
                        + " does not tell how to reach it",
                "wait if it is just starting; otherwise kill " + pid + ", and the next start goes on where it was");
    }

    private Finding nobody(Optional<StateFolder.Runtime> written) {
        if (computer.exists(state.runtimeFile())) {
            return Finding.hint(
                    SUBJECT,
                    "none is up; " + state.runtimeFile() + " is left over"
                            + written.map(runtime -> " from pid " + runtime.pid() + ", which was killed")
                                    .orElse(" and cannot be read"),
                    "nothing need be done: the next start finds what that one ran and goes on; to see to it now:"
                            + " ./sluice serve");
        }
        return Finding.ok(SUBJECT, "none is up: ./sluice, or any command, starts one");
    }
}
