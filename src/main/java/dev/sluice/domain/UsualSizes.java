package dev.sluice.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the cloud's machine sizes stand for when nobody says otherwise. A model on a laptop needs a fair share, not a whole
 * cloud machine: a small size gets half a core and 512 MiB, the recommended DS3 one core and 1 GiB, and so on: a quarter of
 * the cores, and about a sixteenth of the memory.
 */
final class UsualSizes {

    /** Of a size that is not in the table. */
    static final LocalSize FALLBACK = new LocalSize(1, 1024, LocalSize.Origin.FALLBACK);

    private static final Map<String, LocalSize> TABLE = table();

    private UsualSizes() {}

    /** Those in the table, smallest first within a family. */
    static List<String> names() {
        return List.copyOf(TABLE.keySet());
    }

    static Optional<LocalSize> of(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return TABLE.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, LocalSize> table() {
        var table = new LinkedHashMap<String, LocalSize>();
        table.put("Standard_DS1_v2", new LocalSize(0.5, 512));
        table.put("Standard_DS2_v2", new LocalSize(0.5, 768));
        table.put("Standard_F2s_v2", new LocalSize(0.5, 512));
        table.put("Standard_E2s_v3", new LocalSize(0.5, 1024));
        table.put("Standard_DS3_v2", new LocalSize(1, 1024));
        table.put("Standard_F4s_v2", new LocalSize(1, 1024));
        table.put("Standard_E4s_v3", new LocalSize(1, 2048));
        table.put("Standard_DS4_v2", new LocalSize(2, 2048));
        table.put("Standard_F8s_v2", new LocalSize(2, 2048));
        table.put("Standard_E8s_v3", new LocalSize(2, 4096));
        table.put("Standard_DS5_v2", new LocalSize(4, 4096));
        table.put("Standard_F16s_v2", new LocalSize(4, 4096));
        table.put("Standard_E16s_v3", new LocalSize(4, 8192));
        table.put("Standard_F32s_v2", new LocalSize(8, 8192));
        table.put("Standard_E32s_v3", new LocalSize(8, 16384));
        table.put("Standard_F48s_v2", new LocalSize(12, 12288));
        table.put("Standard_E48s_v3", new LocalSize(12, 24576));
        table.put("Standard_F64s_v2", new LocalSize(16, 16384));
        table.put("Standard_E64s_v3", new LocalSize(16, 32768));
        table.put("Standard_F72s_v2", new LocalSize(18, 18432));
        return table;
    }
}
