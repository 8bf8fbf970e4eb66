package dev.sluice.console.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.console.support.Selection;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the window's state in a small text file. One that cannot be read is as good as none, and one that cannot be
 * written costs nothing but the memory: neither may keep anyone from working. Safe from any thread; touches the disk.
 */
public final class WindowFile {

    private static final Logger LOG = LoggerFactory.getLogger(WindowFile.class);
    private static final String OF_A_PAGE = "page.";
    private static final long MOST_BYTES = 262_144;

    private final Path file;

    /** @param file need not exist; its folder must, to be written to */
    public WindowFile(Path file) {
        this.file = file;
    }

    public WindowState load() {
        try {
            return Files.exists(file) ? read() : WindowState.first();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read; the window opens as it does the first time", file, e);
            return WindowState.first();
        }
    }

    private WindowState read() throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("longer than any that was written here");
        }
        var kept = new Properties();
        kept.load(new StringReader(Files.readString(file, UTF_8)));
        return new WindowState(
                bounds(kept),
                Boolean.parseBoolean(text(kept, "maximized")),
                Double.parseDouble(text(kept, "divider")),
                ThemeChoice.valueOf(text(kept, "theme").toUpperCase(Locale.ROOT)),
                ColorScheme.valueOf(text(kept, "looked-like").toUpperCase(Locale.ROOT)),
                kept.getProperty("page", ""),
                selection(kept),
                whenClosed(kept),
                settings(kept));
    }

    private static Optional<WindowState.Bounds> bounds(Properties kept) {
        return kept.containsKey("width")
                ? Optional.of(new WindowState.Bounds(
                        number(kept, "x"), number(kept, "y"), number(kept, "width"), number(kept, "height")))
                : Optional.empty();
    }

    private static Selection selection(Properties kept) {
        if (!kept.containsKey("endpoint")) {
            return new Selection.Nothing();
        }
        var endpoint = new EndpointName(text(kept, "endpoint"));
        return kept.containsKey("deployment")
                ? new Selection.OfDeployment(new DeploymentId(endpoint, new DeploymentName(text(kept, "deployment"))))
                : new Selection.OfEndpoint(endpoint);
    }

    /** Earlier versions asked, whatever was answered before. */
    private static WhenClosed whenClosed(Properties kept) {
        return WhenClosed.valueOf(kept.getProperty("when-closed", "ask").toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> settings(Properties kept) {
        return kept.stringPropertyNames().stream()
                .filter(key -> key.startsWith(OF_A_PAGE))
                .collect(Collectors.toMap(key -> key.substring(OF_A_PAGE.length()), kept::getProperty));
    }

    private static double number(Properties kept, String key) {
        return Double.parseDouble(text(kept, key));
    }

    private static String text(Properties kept, String key) {
        return Optional.ofNullable(kept.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("there is no '" + key + "' in it"));
    }

    /** Written beside and put in place, so that a crash leaves the old or the new. */
    public synchronized void save(WindowState state) {
        try {
            var text = new StringWriter();
            properties(state).store(text, "How the window was left");
            var beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text.toString(), UTF_8);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be written; the next window opens as the last one did", file, e);
        }
    }

    private static Properties properties(WindowState state) {
        var kept = new Properties();
        state.bounds().ifPresent(bounds -> {
            kept.setProperty("x", String.valueOf(bounds.x()));
            kept.setProperty("y", String.valueOf(bounds.y()));
            kept.setProperty("width", String.valueOf(bounds.width()));
            kept.setProperty("height", String.valueOf(bounds.height()));
        });
        kept.setProperty("maximized", String.valueOf(state.maximized()));
        kept.setProperty("divider", String.valueOf(state.divider()));
        kept.setProperty("theme", state.theme().name().toLowerCase(Locale.ROOT));
        kept.setProperty("looked-like", state.lookedLike().name().toLowerCase(Locale.ROOT));
        kept.setProperty("when-closed", state.whenClosed().name().toLowerCase(Locale.ROOT));
        kept.setProperty("page", state.page());
        state.selection().scope().ifPresent(endpoint -> kept.setProperty("endpoint", endpoint.text()));
        if (state.selection() instanceof Selection.OfDeployment chosen) {
            kept.setProperty("deployment", chosen.deployment().deployment().text());
        }
        state.settings().forEach((name, value) -> kept.setProperty(OF_A_PAGE + name, value));
        return kept;
    }
}
