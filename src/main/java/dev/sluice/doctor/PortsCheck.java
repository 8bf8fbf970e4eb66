package dev.sluice.doctor;

import java.util.ArrayList;
import java.util.List;

/** The ports that the state folder keeps: whether the runtime has them, or will get them. */
record PortsCheck(Computer computer, StateFolder state) implements Check {

    private static final String CLIENTS = "and clients need the new address";
    private static final String COMMANDS = "which commands and windows read in control.json; other programs must too";

    @Override
    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        add("Port of the endpoints", "router.port", CLIENTS, findings);
        add("Port of /metrics", "metrics.port", CLIENTS, findings);
        add("Port for programs", "control.port", COMMANDS, findings);
        if (findings.isEmpty()) {
            findings.add(Finding.ok("Ports", "none kept yet: the first start takes free ones and keeps them"));
        }
        return findings;
    }

    private void add(String subject, String file, String whoFollows, List<Finding> findings) {
        state.keptPort(file).map(port -> finding(subject, port, whoFollows)).ifPresent(findings::add);
    }

    private Finding finding(String subject, int port, String whoFollows) {
        var listener = computer.listener(port);
        var runtime = state.holder();
        if (runtime.isPresent()) {
            return listener.isPresent()
                    ? Finding.ok(subject, port + ", served by the runtime (pid " + runtime.get() + ")")
                    : Finding.hint(
                            subject,
                            port + " is kept, but nobody listens there though a runtime is up",
                            "./sluice status tells the port in use; that is another one if " + port
                                    + " was taken when the runtime started");
        }
        return listener.map(who -> taken(subject, port, who, whoFollows))
                .orElseGet(() -> Finding.ok(subject, port + ", free"));
    }

    private static Finding taken(String subject, int port, Computer.Listener who, String whoFollows) {
        return Finding.hint(
                subject,
                port + " is taken by " + who.program().orElse("another user's program"),
                "end that program; otherwise the next start takes another port, " + whoFollows);
    }
}
