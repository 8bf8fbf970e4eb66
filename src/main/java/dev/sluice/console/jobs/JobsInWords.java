package dev.sluice.console.jobs;

import dev.sluice.console.support.Elapsed;
import dev.sluice.console.support.Errands.Underway;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import dev.sluice.control.Registering;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that is being done, in one line. */
public final class JobsInWords {

    private JobsInWords() {}

    /**
     * What the first one does and since when, and how many more there are; empty if there are none.
     *
     * @param errands what the window does by itself, the newest first; told before jobs
     */
    public static String of(List<Underway> errands, Fleet fleet, Instant now) {
        var jobs = new TreeMap<Long, String>(Comparator.reverseOrder());
        fleet.jobs().stream().filter(Job::isRunning).forEach(job -> jobs.put(job.id(), of(job, fleet, now)));
        fleet.registrations().stream()
                .filter(Registering::isRunning)
                .forEach(registering -> jobs.put(registering.id(), of(registering, now)));
        var all = Stream.concat(errands.stream().map(each -> of(each, now)), jobs.values().stream())
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        return all.size() == 1 ? all.get(0) : Messages.of("status.more", all.get(0), all.size() - 1);
    }

    private static String of(Underway underway, Instant now) {
        var errand = underway.errand();
        return text(errand.title(), errand.now(), underway.began(), now);
    }

    private static String of(Job job, Fleet fleet, Instant now) {
        return text(JobRow.title(job), JobRow.stepOf(job, fleet), job.began(), now);
    }

    private static String of(Registering registering, Instant now) {
        return text(JobRow.title(registering), JobRow.stepOf(registering), registering.began(), now);
    }

    private static String text(String title, String step, Instant began, Instant now) {
        return Messages.of("status.job", title, step, Elapsed.text(Duration.between(began, now)));
    }
}
