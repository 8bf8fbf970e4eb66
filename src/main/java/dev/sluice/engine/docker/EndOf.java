package dev.sluice.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.sluice.engine.Instance.Cause;
import dev.sluice.engine.Instance.Status;

/** Reads from a container that has ended how it did. */
final class EndOf {

    private static final long BYTES_PER_MIB = 1024L * 1024;
    /** With which the scoring server's start gives up in a Python that cannot run it; no other program's. */
    static final int PYTHON_TOO_OLD = 78;

    private static final String PYTHON = "python3";
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int KILLED_BY = 128;

    private EndOf() {}

    static Status.Ended container(InspectContainerResponse container) {
        var state = container.getState();
        long exit = state.getExitCodeLong() == null ? -1 : state.getExitCodeLong();
        int code = (int) exit;
        if (Boolean.TRUE.equals(state.getOOMKilled())) {
            return new Status.Ended(code, "killed: out of memory" + limit(container), Cause.OUT_OF_MEMORY);
        }
        var error = state.getError();
        return new Status.Ended(code, error == null || error.isEmpty() ? reason(code, startsPython(container)) : error);
    }

    private static String limit(InspectContainerResponse container) {
        var memory = container.getHostConfig().getMemory();
        return memory == null ? "" : " (the limit of its instance type is " + memory / BYTES_PER_MIB + " MiB)";
    }

    private static boolean startsPython(InspectContainerResponse container) {
        var entrypoint = container.getConfig().getEntrypoint();
        return entrypoint != null && entrypoint.length == 1 && entrypoint[0].equals(PYTHON);
    }

    private static String reason(int code, boolean startsPython) {
        if (code == NOT_FOUND || code == NOT_EXECUTABLE) {
            return "exit code " + code
                    + (startsPython
                            ? ": python3 could not be started; does the image have it?"
                            : ": the image's command could not be started");
        }
        if (startsPython && code == PYTHON_TOO_OLD) {
            return "the image's python3 is older than 3.8, which the scoring server needs";
        }
        return code > KILLED_BY ? "killed by signal " + (code - KILLED_BY) : "exit code " + code;
    }
}
