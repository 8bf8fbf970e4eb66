package dev.sluice.engine;

/** The engine's own name for an instance: a container id, or the name of a process's folder. */
public record InstanceId(String text) implements Comparable<InstanceId> {

    @Override
    public int compareTo(InstanceId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
