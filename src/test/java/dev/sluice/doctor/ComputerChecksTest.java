package dev.sluice.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.doctor.Finding.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComputerChecksTest {

    private static final long MIB = 1L << 20;
    private static final Path HOME = Path.of("/state");
    private static final String ALL_LIBRARIES =
            "libgtk-3.so.0 => /lib\nlibGL.so.1 => /lib\nlibXtst.so.6 => /lib\nlibXxf86vm.so.1 => /lib\n";

    private final FakeComputer computer = new FakeComputer();

    @Test
    void a_disk_with_room_is_well() {
        assertThat(disk(10_240)).isEqualTo(Finding.ok("Disk", "10.0 GiB left at /state"));
    }

    @Test
    void little_room_on_the_disk_is_a_hint_and_none_is_in_the_way() {
        assertThat(disk(1_000).verdict()).isEqualTo(Verdict.HINT);
        assertThat(disk(100).verdict()).isEqualTo(Verdict.MISSING);
        assertThat(disk(100).fix()).contains("--home");
    }

    @Test
    void a_disk_that_does_not_tell_is_a_hint() {
        assertThat(new RoomCheck(computer, HOME).look().get(0).fix()).contains("df -h /state");
    }

    @Test
    void little_memory_is_a_hint() {
        assertThat(memory("MemTotal: 1 kB\nMemAvailable:    4194304 kB\n"))
                .isEqualTo(Finding.ok("Memory", "4.0 GiB available"));
        assertThat(memory("MemAvailable:     524288 kB\n").verdict()).isEqualTo(Verdict.HINT);
    }

    @Test
    void a_system_that_does_not_tell_its_memory_is_not_blamed_for_it() {
        assertThat(memory("nothing").verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void a_display_of_either_kind_will_do() {
        computer.variables.put("WAYLAND_DISPLAY", "wayland-0");
        assertThat(display()).isEqualTo(Finding.ok("Display", "wayland-0"));
        computer.variables.put("DISPLAY", ":0");
        assertThat(display()).isEqualTo(Finding.ok("Display", ":0"));
    }

    @Test
    void without_a_display_there_is_no_window_but_all_else() {
        assertThat(display().verdict()).isEqualTo(Verdict.HINT);
        assertThat(display().fix()).contains("./sluice serve");
    }

    @Test
    void each_library_that_the_window_misses_is_named_with_its_package() {
        computer.answering("/sbin/ldconfig -p", 0, ALL_LIBRARIES);
        assertThat(libraries().verdict()).isEqualTo(Verdict.OK);
        computer.answering("/sbin/ldconfig -p", 0, ALL_LIBRARIES.replaceAll("libG.*|libX.*", ""));
        assertThat(libraries().found()).isEqualTo("missing: libGL.so.1, libXtst.so.6, libXxf86vm.so.1");
        assertThat(libraries().fix()).contains("libgl1 libxtst6 libxxf86vm1");
    }

    @Test
    void where_libraries_cannot_be_listed_the_window_will_tell() {
        assertThat(libraries().verdict()).isEqualTo(Verdict.OK);
    }

    private Finding disk(long mib) {
        computer.room = Optional.of(mib * MIB);
        return new RoomCheck(computer, HOME).look().get(0);
    }

    private Finding memory(String told) {
        computer.file(Path.of("/proc/meminfo"), told);
        return new RoomCheck(computer, HOME).look().get(1);
    }

    private Finding display() {
        return new WindowCheck(computer).look().get(0);
    }

    private Finding libraries() {
        return new WindowCheck(computer).look().get(1);
    }
}
