package dev.sluice.domain;

import java.util.List;
import java.util.Locale;

/**
 * The local profile of the cloud's machine sizes. A model on a laptop needs a fair share, not a whole cloud machine: a
 * small size gets half a core and 512 MiB, the recommended DS3 one core and 1 GiB, and so on.
 */
final class InstanceTypes {

    private static final InstanceType FALLBACK = new InstanceType("", 1, 1024, false);

    private static final List<InstanceType> TABLE = List.of(
            new InstanceType("Standard_DS1_v2", 0.5, 512, true),
            new InstanceType("Standard_DS2_v2", 0.5, 768, true),
            new InstanceType("Standard_F2s_v2", 0.5, 512, true),
            new InstanceType("Standard_E2s_v3", 0.5, 1024, true),
            new InstanceType("Standard_DS3_v2", 1, 1024, true),
            new InstanceType("Standard_F4s_v2", 1, 1024, true),
            new InstanceType("Standard_E4s_v3", 1, 2048, true),
            new InstanceType("Standard_DS4_v2", 2, 2048, true),
            new InstanceType("Standard_F8s_v2", 2, 2048, true),
            new InstanceType("Standard_E8s_v3", 2, 4096, true),
            new InstanceType("Standard_DS5_v2", 4, 4096, true),
            new InstanceType("Standard_F16s_v2", 4, 4096, true));

    private InstanceTypes() {}

    static List<InstanceType> all() {
        return TABLE;
    }

    static InstanceType profile(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return TABLE.stream()
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(new InstanceType(name, FALLBACK.cores(), FALLBACK.memoryMiB(), false));
    }
}
