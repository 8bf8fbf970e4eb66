package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On what Docker 20.10 and 23 have said of builds. */
class BuildLogTest {

    private final List<Leftover> there = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final BuildLog log = new BuildLog(progress::add, there::add, there::remove);

    @Test
    void what_each_step_has_made_is_known_for_as_long_as_it_is_there() {
        hear(
                "Step 1/4 : FROM debian:bookworm-slim",
                "\n",
                " ---> 95a25585392c\n",
                "Step 2/4 : RUN printf abc",
                "\n",
                " ---> Running in dc51299f113d\n");
        assertThat(there).containsExactly(Leftover.container("dc51299f113d"));

        hear("abc", "Removing intermediate container dc51299f113d\n", " ---> f924ef31e300\n");
        assertThat(there).containsExactly(Leftover.image("f924ef31e300"));

        hear(
                "Step 3/4 : COPY Dockerfile /x",
                "\n",
                " ---> Using cache\n",
                " ---> d0180ec34285\n",
                "Step 4/4 : CMD [\"a\"]",
                "\n",
                " ---> Running in 863b96c6d66b\n",
                " ---> Removed intermediate container 863b96c6d66b\n",
                " ---> 3ebac0352e70\n",
                "Successfully built 3ebac0352e70\n");
        assertThat(there).containsExactly(Leftover.image("f924ef31e300"), Leftover.image("3ebac0352e70"));
        assertThat(log.made()).isEqualTo(there);
        assertThat(log.built()).contains("3ebac0352e70");
    }

    @Test
    void what_a_command_says_in_dockers_words_names_nothing_that_this_build_has_made() {
        hear(
                "Step 2/2 : RUN cat an-older-build.log",
                "\n",
                " ---> Running in f0c30774dbee\n",
                " ---> Running in 8e47fbc24a80\n ---> 95a25585392c\n",
                "Removing intermediate container 8e47fbc24a80\n",
                " ---> 95a25585392c\n",
                "Successfully built 95a25585392c\n",
                "Removing intermediate container f0c30774dbee\n",
                " ---> b2142c740d12\n");

        assertThat(log.made()).containsExactly(Leftover.image("b2142c740d12"));
        assertThat(log.built()).isEmpty();
        assertThat(progress).contains(" ---> Running in 8e47fbc24a80");
        assertThat(log.lines()).contains(" ---> 95a25585392c");
    }

    private void hear(String... pieces) {
        var json = new ObjectMapper();
        for (var piece : pieces) {
            log.accept(json.convertValue(Map.of("stream", piece), BuildResponseItem.class));
        }
    }
}
