package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutersTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"99999", "-1", "no port", ""})
    void a_damaged_note_of_the_last_port_costs_the_address_and_not_the_start(String note) throws Exception {
        try (var home = Home.open(folder).orElseThrow()) {
            Files.writeString(home.routerPort(), note);

            try (var router = Routers.open(home, 0)) {
                assertThat(home.routerPort()).hasContent(Integer.toString(router.port()));
            }
        }
    }

    @Test
    void the_port_of_last_time_is_taken_again() throws Exception {
        try (var home = Home.open(folder).orElseThrow()) {
            int first;
            try (var router = Routers.open(home, 0)) {
                first = router.port();
            }
            try (var router = Routers.open(home, 0)) {
                assertThat(router.port()).isEqualTo(first);
            }
        }
    }
}
