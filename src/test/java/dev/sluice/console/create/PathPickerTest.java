package dev.sluice.console.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.TestBench;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathPickerTest {

    private final TestBench desk = new TestBench();
    private final DeploymentDraft draft = new DeploymentDraft();
    private final PathPicker paths = new PathPicker(desk, draft);

    @Test
    void what_is_picked_is_written_where_it_belongs() {
        for (var name : new String[] {"model.json", "code", "env", "conda.yml"}) {
            desk.toPick.add(Path.of(name));
        }

        paths.pickModelFile();
        paths.pickCode();
        paths.pickEnvironment();
        paths.pickConda();

        assertThat(draft.model.get()).isEqualTo("model.json");
        assertThat(draft.code.get()).isEqualTo("code");
        assertThat(draft.folder.get()).isEqualTo("env");
        assertThat(draft.conda.get()).isEqualTo("conda.yml");
    }

    @Test
    void whoever_thinks_better_of_it_keeps_what_was_there() {
        draft.model.set("/models/linear.json");

        paths.pickModelFolder();

        assertThat(draft.model.get()).isEqualTo("/models/linear.json");
    }
}
