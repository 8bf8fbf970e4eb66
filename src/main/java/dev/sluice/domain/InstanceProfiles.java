package dev.sluice.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What machine sizes stand for on this computer: what its user says, else our table. The first of a name counts. */
public record InstanceProfiles(List<InstanceProfile> inOrder) {

    /** The table alone. */
    public static final InstanceProfiles NONE = new InstanceProfiles(List.of());

    public InstanceProfiles {
        inOrder = List.copyOf(inOrder);
    }

    /** What an instance of this size may take here. */
    public LocalSize of(InstanceType type) {
        return fitting(type.name())
                .map(profile -> profile.of(type.resources()))
                .orElseGet(() -> usual(type.name(), type.resources()));
    }

    private static LocalSize usual(String name, Resources asked) {
        var size = UsualSizes.of(name).orElse(UsualSizes.FALLBACK);
        return new LocalSize(
                asked.cores().of(size.cores()),
                (long) asked.memoryMiB().of(size.memoryMiB()),
                asked.decides(size) ? LocalSize.Origin.USUAL : size.origin());
    }

    private Optional<InstanceProfile> fitting(String name) {
        return inOrder.stream().filter(profile -> profile.isOf(name)).findFirst();
    }

    /** The sizes that are known by name: those of these profiles, then those of the table. */
    public List<String> names() {
        return Stream.concat(
                        inOrder.stream().map(InstanceProfile::name),
                        UsualSizes.names().stream().filter(name -> fitting(name).isEmpty()))
                .distinct()
                .toList();
    }

    /** These, and what they do not speak of as the others say. */
    public InstanceProfiles then(InstanceProfiles others) {
        return new InstanceProfiles(
                Stream.concat(inOrder.stream(), others.inOrder().stream()).toList());
    }
}
