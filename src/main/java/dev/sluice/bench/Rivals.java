package dev.sluice.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The origin and the proxies in front of it, all running; closing ends them all. */
final class Rivals implements AutoCloseable {

    static final String KEY = "bench-0123456789abcdef0123456789abcdef";
    static final int BLUE_SHARE = 90;

    private final List<Program> programs = new ArrayList<>();
    private final Target origin;
    private final List<Target> proxies;

    private Rivals(Path folder) throws IOException {
        int blue = Ports.free();
        int green = Ports.free();
        int haproxy = Ports.free();
        int nginx = Ports.free();
        int sluice = Ports.free();
        try {
            var originProgram = start(Recipes.origin(folder, blue, green));
            origin = new Target("origin", blue, originProgram);
            proxies = List.of(
                    new Target("sluice", sluice, start(Recipes.sluice(folder, sluice, blue, green))),
                    new Target("haproxy", haproxy, start(Recipes.haproxy(folder, haproxy, blue, green))),
                    new Target("nginx", nginx, start(Recipes.nginx(folder, nginx, blue, green))));
            for (var target : List.of(blue, green, haproxy, nginx, sluice)) {
                Ports.await(target);
            }
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** @param folder where their settings and logs go */
    static Rivals start(Path folder) throws IOException {
        return new Rivals(folder);
    }

    Target origin() {
        return origin;
    }

    /** Sluice, haproxy and nginx. */
    List<Target> proxies() {
        return proxies;
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
    }

    private Program start(Recipe recipe) throws IOException {
        var program = Program.start(recipe);
        programs.add(program);
        return program;
    }
}
