package dev.sluice.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ports that the state folder keeps: whether the runtime has them, or will get them. */
record PortsCheck(Computer computer, StateFolder state) implements Check {

    @Override
    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        add("Port of the endpoints", state.keptPort("router.port"), findings);
        add("Port of /metrics", state.keptPort("metrics.port"), findings);
        if (findings.isEmpty()) {
            findings.add(Finding.ok("Ports", "none kept yet: the first start takes free ones and keeps them"));
        }
        return findings;
    }

    private void add(String subject, Optional<Integer> kept, List<Finding> findings) {
        kept.map(port -> finding(subject, port)).ifPresent(findings::add);
    }

    private Finding finding(String subject, int port) {
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
        return listener.map(who -> taken(subject, port, who)).orElseGet(() -> Finding.ok(subject, port + ", free"));
    }

    private static Finding taken(String subject, int port, Computer.Listener who) {
        return Finding.hint(
                subject,
                port + " is taken by " + who.program().orElse("another user's program"),
                "end that program; otherwise the next start takes another port, and clients need the new address");
    }
}
