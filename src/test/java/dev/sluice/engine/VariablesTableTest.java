package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.likeness.Likeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of variables has each that the scoring server knows or the engines set, and says which do something. */
class VariablesTableTest {

    private static final Pattern NAME = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b|\\bHOSTNAME\\b");

    /** Of the cloud's images alone (reference 4.1). */
    private static final Set<String> OF_IMAGES = Set.of("AZUREML_INFERENCE_PYTHON_PATH");

    /** Read, and yet without effect in an instance, and why. */
    private static final Map<String, String> OVERRULED =
            Map.of("SERVER_PORT", "the engines give the port by an option, which weighs more");

    private String settings = "";
    private String engines = "";

    @BeforeEach
    void the_sources() throws IOException {
        settings = Files.readString(Path.of("src/main/python/sluice_scoring/settings.py"));
        engines = Files.readString(Path.of("src/main/java/dev/sluice/engine/CloudVariables.java"));
    }

    @Test
    void every_variable_of_the_cloud_is_in_the_table_and_no_other() {
        var all = new TreeSet<>(OF_IMAGES);
        all.addAll(known());
        all.addAll(used());

        assertThat(rows().keySet()).isEqualTo(all);
    }

    @Test
    void the_table_calls_without_effect_those_that_nothing_reads() {
        var idle = rows().entrySet().stream()
                .filter(row -> row.getValue().equals("no local effect"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        var read = used();
        read.removeAll(OVERRULED.keySet());
        var unread = new TreeSet<>(rows().keySet());
        unread.removeAll(read);

        assertThat(idle).isEqualTo(unread);
    }

    /** What may stand in the scoring server's configuration file. */
    private Set<String> known() {
        return names(between("CONFIG_KEYS", "NO_INSIGHTS"));
    }

    /** What the scoring server makes something of, and what the engines set. Ours is left out. */
    private Set<String> used() {
        var used = names(between("class Settings", "class Values"));
        used.addAll(names(between("def find_config_file", "def read_config_file")));
        Pattern.compile("put\\(\\s*\"(\\w+)\"").matcher(engines).results().forEach(put -> used.add(put.group(1)));
        used.removeIf(name -> name.startsWith("SLUICE_"));
        return used;
    }

    private String between(String start, String end) {
        int from = settings.indexOf(start);
        assertThat(from).as(start).isNotNegative();
        return settings.substring(from, settings.indexOf(end, from));
    }

    private static Set<String> names(String text) {
        var names = NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
        names.remove("CONFIG_KEYS");
        return names;
    }

    private static Map<String, String> rows() {
        return Likeness.rows().stream()
                .filter(row -> row.table().equals("Variables of the inference server"))
                .collect(Collectors.toMap(Likeness.Row::what, Likeness.Row::here));
    }
}
