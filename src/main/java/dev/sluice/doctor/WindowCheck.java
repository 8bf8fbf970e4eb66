package dev.sluice.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the window needs: a display, and libraries. Commands and the runtime go without. */
record WindowCheck(Computer computer) implements Check {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Each with its package; newer releases offer libgtk-3-0t64 under the older name. */
    private static final Map<String, String> LIBRARIES = libraries();

    private static Map<String, String> libraries() {
        var libraries = new LinkedHashMap<String, String>();
        libraries.put("libgtk-3.so.0", "libgtk-3-0");
        libraries.put("libGL.so.1", "libgl1");
        libraries.put("libXtst.so.6", "libxtst6");
        libraries.put("libXxf86vm.so.1", "libxxf86vm1");
        return libraries;
    }

    @Override
    public List<Finding> look() {
        return List.of(display(), drawing());
    }

    private Finding display() {
        return computer.variable("DISPLAY")
                .or(() -> computer.variable("WAYLAND_DISPLAY"))
                .map(display -> Finding.ok("Display", display))
                .orElseGet(() -> Finding.hint(
                        "Display",
                        "neither DISPLAY nor WAYLAND_DISPLAY is set: there can be no window",
                        "log in at a desktop, or with ssh -X; ./sluice serve and ./sluice ml need none"));
    }

    private Finding drawing() {
        return known().map(WindowCheck::among)
                .orElseGet(() -> Finding.ok("Window libraries", "ldconfig does not tell; the window will"));
    }

    private Optional<String> known() {
        var ldconfig = computer.program("ldconfig").orElse(Path.of("/sbin/ldconfig"));
        return computer.run(PATIENCE, List.of(ldconfig.toString(), "-p"))
                .filter(Computer.Said::isWell)
                .map(Computer.Said::text);
    }

    private static Finding among(String known) {
        var missing = LIBRARIES.keySet().stream()
                .filter(library -> !known.contains(library))
                .toList();
        return missing.isEmpty()
                ? Finding.ok("Window libraries", String.join(", ", LIBRARIES.keySet()))
                : Finding.hint(
                        "Window libraries",
                        "missing: " + String.join(", ", missing),
                        Install.of(missing.stream().map(LIBRARIES::get).toArray(String[]::new)));
    }
}
