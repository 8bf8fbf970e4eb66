package dev.sluice.console.jobs;

import dev.sluice.console.support.Elapsed;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All that is being done, in one line. */
public final class JobsInWords {

    private JobsInWords() {}

    /**
     * What the first one does and since when, and how many more there are; empty if there are none.
     *
     * @param running the newest first
     */
    public static String of(List<Job> running, Fleet fleet, Instant now) {
        if (running.isEmpty()) {
            return "";
        }
        var job = running.get(0);
        var elapsed = Elapsed.text(Duration.between(job.began(), now));
        var text = Messages.of("status.job", JobRow.title(job), JobRow.stepOf(job, fleet), elapsed);
        return running.size() == 1 ? text : Messages.of("status.more", text, running.size() - 1);
    }
}
