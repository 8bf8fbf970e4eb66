"""Whether the kernel has killed for want of memory: a worker that dies of it leaves no word."""

# The whole machine's count, and that of our own limits (cgroup 2, then 1), where they can be seen.
COUNTS = ("/proc/vmstat", "/sys/fs/cgroup/memory.events", "/sys/fs/cgroup/memory/memory.oom_control")


def out_of_memory_kills():
    """How many there have been, each counted once for every place that tells of it."""
    return sum(count_in(path) for path in COUNTS)


def count_in(path):
    try:
        with open(path) as file:
            words = [line.split() for line in file]
    except OSError:
        return 0
    return sum(int(pair[1]) for pair in words if len(pair) == 2 and pair[0] == "oom_kill")
