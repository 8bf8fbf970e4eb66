package dev.sluice.domain;

import java.util.List;

/** Whether a deployment was ever brought up, which must survive a crash: it is never falsely said to have succeeded. */
public sealed interface Provisioning {

    /** Not yet; {@code thenAllTraffic} if all live traffic goes to it the moment it is ready. */
    record Pending(boolean thenAllTraffic) implements Provisioning {}

    record Done() implements Provisioning {}

    /** Given up; it can only be deleted (reference 2.2). */
    record GivenUp(Problem problem, List<String> lastLines) implements Provisioning {
        public GivenUp {
            lastLines = List.copyOf(lastLines);
        }
    }
}
