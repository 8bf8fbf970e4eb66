package dev.sluice.engine.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this computer's pip gets its packages and how it gets out: by the variables and the configuration files that pip
 * itself reads. Builds are told the same. An address with a password in it can then be read from the image's history by
 * whoever may use Docker on this computer.
 */
final class HostPackageIndex {

    private static final Logger LOG = LoggerFactory.getLogger(HostPackageIndex.class);

    /** What leads to packages; files of this computer are out of a build's sight. */
    private static final List<String> SETTINGS = List.of(
            "index-url",
            "extra-index-url",
            "find-links",
            "no-index",
            "trusted-host",
            "proxy",
            "timeout",
            "retries",
            "pre");

    private static final List<String> PROXIES = List.of(
            "http_proxy", "https_proxy", "no_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY");

    private static final Pattern SECTION = Pattern.compile("\\[\\s*(.*?)\\s*\\]");
    private static final Pattern SETTING = Pattern.compile("([A-Za-z_-]+)\\s*[=:]\\s*(.*)");

    private HostPackageIndex() {}

    /** What every build is told: Docker knows these without being asked. */
    static SortedMap<String, String> proxies(Map<String, String> environment) {
        var proxies = new TreeMap<String, String>();
        PROXIES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .forEach(name -> proxies.put(name, environment.get(name)));
        return proxies;
    }

    /**
     * What pip is told by its variables, such as {@code PIP_INDEX_URL}. Those of the environment win over the files.
     *
     * @param environment the variables of this program's process
     */
    static SortedMap<String, String> pip(Map<String, String> environment) {
        var settings = all(environment);
        settings.values().removeIf(HostPackageIndex::isFile);
        // Without a second try pip keeps to itself that it did not reach the index, and says that nobody has the
        // package.
        settings.replace("PIP_RETRIES", "0", "1");
        return settings;
    }

    /** What of it leads to files of this computer and is not told to builds, for people; empty if nothing does. */
    static String outOfSight(Map<String, String> environment) {
        var files = all(environment).entrySet().stream()
                .filter(setting -> isFile(setting.getValue()))
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return files.isEmpty() ? "" : "pip's " + files + " is not used: a build does not see this computer's files";
    }

    private static SortedMap<String, String> all(Map<String, String> environment) {
        var settings = new TreeMap<String, String>();
        files(environment).forEach(file -> settings.putAll(read(file)));
        SETTINGS.forEach(setting -> {
            var variable = variable(setting);
            Optional.ofNullable(environment.get(variable))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> settings.put(variable, value));
        });
        return settings;
    }

    private static String variable(String setting) {
        return "PIP_" + setting.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static boolean isFile(String value) {
        return value.startsWith("/") || value.startsWith("~") || value.startsWith(".") || value.startsWith("file:");
    }

    /** In pip's own order: what comes later wins. */
    private static Stream<Path> files(Map<String, String> environment) {
        var named = environment.getOrDefault("PIP_CONFIG_FILE", "");
        var home = environment.getOrDefault("HOME", "");
        var config = environment.getOrDefault("XDG_CONFIG_HOME", home.isEmpty() ? "" : home + "/.config");
        return Stream.of(
                        "/etc/pip.conf",
                        home.isEmpty() ? "" : home + "/.pip/pip.conf",
                        config.isEmpty() ? "" : config + "/pip/pip.conf",
                        named)
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isRegularFile);
    }

    private static Map<String, String> read(Path file) {
        try {
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("{} cannot be read; builds are not told what it says", file, e);
            return Map.of();
        }
    }

    /** The settings of the sections {@code global} and {@code install}; a value may go on in lines that are indented. */
    static Map<String, String> parse(List<String> lines) {
        var settings = new TreeMap<String, String>();
        var section = "";
        var last = "";
        for (var line : lines) {
            var text = line.strip();
            var opened = SECTION.matcher(text);
            var setting = SETTING.matcher(text);
            if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
                continue;
            }
            if (opened.matches()) {
                section = opened.group(1);
            } else if (Character.isWhitespace(line.charAt(0)) && settings.containsKey(last)) {
                settings.merge(last, text, (before, more) -> (before + " " + more).strip());
            } else if (setting.matches() && (section.equals("global") || section.equals("install"))) {
                last = SETTINGS.contains(setting.group(1).replace('_', '-')) ? variable(setting.group(1)) : "";
                if (!last.isEmpty()) {
                    settings.put(last, setting.group(2));
                }
            }
        }
        return settings;
    }
}
