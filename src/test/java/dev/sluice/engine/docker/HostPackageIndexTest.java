package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostPackageIndexTest {

    @TempDir
    private Path home;

    private void pipConf(String text) throws IOException {
        Files.createDirectories(home.resolve(".config/pip"));
        Files.writeString(home.resolve(".config/pip/pip.conf"), text);
    }

    private Map<String, String> pip(Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("HOME", home.toString());
        environment.put("PIP_CONFIG_FILE", ""); // nor that of the test's own computer
        return HostPackageIndex.pip(environment);
    }

    @Test
    void builds_are_told_of_the_index_in_the_users_pip_conf() throws IOException {
        pipConf("""
                # of the company
                [global]
                index-url = https://index.example/simple
                extra_index_url =
                    https://a.example/simple
                    https://b.example/simple
                cache-dir = /var/cache
                [list]
                timeout = 3
                """);

        assertThat(pip(Map.of()))
                .containsEntry("PIP_INDEX_URL", "https://index.example/simple")
                .containsEntry("PIP_EXTRA_INDEX_URL", "https://a.example/simple https://b.example/simple")
                .doesNotContainKeys("PIP_CACHE_DIR", "PIP_TIMEOUT");
    }

    @Test
    void a_variable_wins_over_the_file() throws IOException {
        pipConf("[global]\nindex-url = https://index.example/simple\n");

        assertThat(pip(Map.of("PIP_INDEX_URL", "https://other.example/simple")))
                .containsEntry("PIP_INDEX_URL", "https://other.example/simple");
    }

    @Test
    void files_of_this_computer_are_out_of_a_builds_sight() {
        assertThat(pip(Map.of("PIP_FIND_LINKS", "/srv/wheels"))).doesNotContainKey("PIP_FIND_LINKS");
    }

    @Test
    void what_a_build_is_not_told_for_that_is_said() {
        var quiet = Map.of("HOME", home.toString(), "PIP_CONFIG_FILE", "", "PIP_INDEX_URL", "https://index.example");
        var local = new HashMap<>(quiet);
        local.put("PIP_FIND_LINKS", "/srv/wheels");

        assertThat(HostPackageIndex.outOfSight(local)).contains("PIP_FIND_LINKS=/srv/wheels", "not used");
        assertThat(HostPackageIndex.outOfSight(quiet)).isEmpty();
    }

    @Test
    void pip_tries_twice_or_it_would_not_say_that_it_did_not_reach_the_index() {
        assertThat(pip(Map.of("PIP_RETRIES", "0"))).containsEntry("PIP_RETRIES", "1");
    }

    @Test
    void proxies_are_told_to_every_build_and_nothing_else_is() {
        assertThat(HostPackageIndex.proxies(Map.of("https_proxy", "http://p:1", "NO_PROXY", "", "SECRET", "x")))
                .isEqualTo(Map.of("https_proxy", "http://p:1"));
    }
}
