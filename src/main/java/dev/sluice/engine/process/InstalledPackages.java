package dev.sluice.engine.process;

import dev.sluice.domain.PackageDifference;
import dev.sluice.engine.conda.AskedPackage;
import dev.sluice.engine.conda.PackageCheck;
import dev.sluice.engine.process.HostPython.Interpreter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The packages that an interpreter has, and which of pip's conditions hold for it. */
record InstalledPackages(Interpreter interpreter, Map<String, String> versions, Set<String> holding) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Without a tool that knows pip's conditions they are taken to hold: better one difference too many than too few. */
    private static final String LOOK = """
            import importlib, re, sys
            from importlib import metadata

            def holds(condition):
                for home in ("packaging.markers", "pip._vendor.packaging.markers"):
                    try:
                        return importlib.import_module(home).Marker(condition).evaluate({"extra": ""})
                    except ImportError:
                        continue
                    except Exception:
                        return True
                return True

            for package in metadata.distributions():
                name = package.metadata["Name"]
                if name:
                    print("package", re.sub(r"[-_.]+", "-", name).lower(), package.version, sep="\\t")
            for condition in sys.argv[1:]:
                if holds(condition):
                    print("holds", condition, sep="\\t")
            """;

    /** Runs the interpreter once to see what it has of what is asked for. */
    static InstalledPackages of(Interpreter interpreter, PackageCheck asked, Errand errand) throws IOException {
        var conditions = asked.packages().stream()
                .map(AskedPackage::marker)
                .filter(marker -> !marker.isEmpty())
                .distinct();
        var command = Stream.concat(Stream.of(interpreter.path(), "-c", LOOK), conditions)
                .toList();
        var versions = new HashMap<String, String>();
        var holding = new HashSet<String>();
        var ended = errand.run(command, Path.of("/"), PATIENCE, line -> {
            var parts = line.split("\t");
            if (parts.length == 3 && parts[0].equals("package")) {
                versions.putIfAbsent(parts[1], parts[2]); // the first one that is found is the one that is imported
            } else if (parts.length == 2 && parts[0].equals("holds")) {
                holding.add(parts[1]);
            }
        });
        if (!ended.isWell()) {
            throw new IOException(interpreter + " cannot tell its packages: " + lastOf(ended.lines()));
        }
        return new InstalledPackages(interpreter, Map.copyOf(versions), Set.copyOf(holding));
    }

    private static String lastOf(List<String> lines) {
        return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
    }

    List<PackageDifference> differencesFrom(PackageCheck asked) {
        return asked.differences(interpreter.version(), versions, holding::contains);
    }
}
