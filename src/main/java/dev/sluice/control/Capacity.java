package dev.sluice.control;

import dev.sluice.domain.Demand;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.Machine;
import dev.sluice.domain.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says what would need more of the computer than it has, as the cloud refuses what is over quota; a user may want it all
 * the same.
 */
record Capacity(Machine machine, InstanceProfiles profiles) {

    private static final double MIB_PER_GIB = 1024;

    /** What does not fit any more by a change; what was too much before may stay, and become less. */
    List<Problem> problems(DesiredState before, DesiredState after) {
        var now = Demand.of(before, profiles);
        var then = Demand.of(after, profiles);
        var problems = new ArrayList<Problem>();
        if (then.memoryMiB() > now.memoryMiB() && then.memoryMiB() > machine.memoryMiB()) {
            problems.add(full(
                    "memory",
                    gib(then.memoryMiB() - now.memoryMiB()) + " more of memory are asked for, " + gib(now.memoryMiB())
                            + " are promised to instances already, and this computer has " + gib(machine.memoryMiB())));
        }
        if (then.cores() > now.cores() && then.cores() > machine.promisableCores()) {
            problems.add(full(
                    "cores",
                    cores(then.cores() - now.cores()) + " more are asked for, " + cores(now.cores())
                            + " are promised to instances already, and of this computer's " + machine.cores()
                            + " no more than " + cores(machine.promisableCores()) + " are promised"));
        }
        return List.copyOf(problems);
    }

    private static Problem full(String what, String numbers) {
        return Problem.of(
                Problem.Code.OUT_OF_CAPACITY,
                "instance_count",
                "not enough " + what + " (the cloud's OutOfQuota): " + numbers,
                "ask for fewer instances or a smaller instance_type, delete what is not needed, or start Sluice with"
                        + " --instance-profile " + InstanceProfile.FORM + ", for a size to stand for less here");
    }

    private static String gib(long mebibytes) {
        return String.format(Locale.ROOT, "%.1f GiB", mebibytes / MIB_PER_GIB);
    }

    private static String cores(double number) {
        return String.format(Locale.ROOT, "%.1f cores", number);
    }
}
