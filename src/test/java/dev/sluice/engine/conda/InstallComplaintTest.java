package dev.sluice.engine.conda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.conda.InstallComplaint.Kind;
import org.junit.jupiter.api.Test;

/** On texts as pip 23, conda 4 and 24, mamba 1 and micromamba 2 have written them. */
class InstallComplaintTest {

    private static InstallComplaint in(String text) {
        return InstallComplaint.of(text.lines().toList()).orElseThrow();
    }

    private static void assertComplaint(String text, Kind kind, String subject) {
        assertThat(in(text).kind()).isEqualTo(kind);
        assertThat(in(text).subject()).isEqualTo(subject);
    }

    @Test
    void pip_does_not_know_a_package() {
        assertComplaint("""
                Looking in indexes: http://127.0.0.1:8123/simple
                ERROR: Could not find a version that satisfies the requirement no-such-thing==1.0 (from versions: none)
                ERROR: No matching distribution found for no-such-thing==1.0
                """, Kind.UNKNOWN_PACKAGE, "no-such-thing==1.0");
    }

    @Test
    void pip_does_not_have_a_version_and_says_which_there_are() {
        var text = """
                ERROR: Could not find a version that satisfies the requirement numpy==99.0 (from versions: 1.1, 1.2, 1.3, 1.4, 1.5, 2.0)
                ERROR: No matching distribution found for numpy==99.0
                """;

        assertComplaint(text, Kind.UNKNOWN_VERSION, "numpy==99.0");
        assertThat(in(text).what()).contains("..., 1.2, 1.3, 1.4, 1.5, 2.0");
    }

    @Test
    void an_index_that_is_not_reached_is_not_taken_for_one_without_the_package() {
        assertComplaint("""
                WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by \
                'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new \
                connection: [Errno -3] Temporary failure in name resolution')': /simple/numpy/
                ERROR: Could not find a version that satisfies the requirement numpy (from versions: none)
                ERROR: No matching distribution found for numpy
                """, Kind.NOT_REACHABLE, "");
        assertComplaint(
                "CondaHTTPError: HTTP 000 CONNECTION FAILED for url <https://repo.anaconda.com/pkgs/main/linux-64/repodata.json>",
                Kind.NOT_REACHABLE,
                "");
    }

    @Test
    void pip_finds_versions_that_exclude_each_other() {
        assertComplaint("""
                ERROR: Cannot install a==1.0 and b==2.0 because these package versions have conflicting dependencies.

                The conflict is caused by:
                    a 1.0 depends on c<2
                """, Kind.CONFLICT, "a==1.0 and b==2.0");
    }

    @Test
    void pip_cannot_build_a_package_from_source() {
        assertComplaint("""
                  error: subprocess-exited-with-error
                  × Building wheel for psycopg2 (pyproject.toml) did not run successfully.
                  ERROR: Failed building wheel for psycopg2
                ERROR: Could not build wheels for psycopg2, which is required to install pyproject.toml-based projects
                """, Kind.NOT_COMPILED, "psycopg2");
    }

    @Test
    void conda_does_not_know_a_package() {
        assertComplaint("""
                Solving environment: ...working... failed

                ResolvePackageNotFound:
                  - libtiff==4.0.10=h648cc4a_1001
                  - openblas==0.3.6=h6e990d7_1
                """, Kind.UNKNOWN_PACKAGE, "libtiff==4.0.10=h648cc4a_1001");
        assertComplaint("""
                PackagesNotFoundError: The following packages are not available from current channels:

                  - no-such-thing=1.0
                """, Kind.UNKNOWN_PACKAGE, "no-such-thing=1.0");
        assertComplaint("""
                LibMambaUnsatisfiableError: Encountered problems while solving:
                  - nothing provides requested wurlitzer 2.1.0**
                """, Kind.UNKNOWN_PACKAGE, "wurlitzer 2.1.0*");
        assertComplaint("""
                error    libmamba Could not solve for environment specs
                    The following package could not be installed
                    └─ pyhton =3.10 * does not exist (perhaps a typo or a missing channel).
                critical libmamba Could not solve for environment specs
                """, Kind.UNKNOWN_PACKAGE, "pyhton =3.10");
    }

    @Test
    void conda_finds_versions_that_exclude_each_other() {
        assertComplaint("""
                UnsatisfiableError: The following specifications were found to be in conflict:
                  - liblapack==3.8.0=8_openblas -> libblas==3.8.0=8_openblas
                """, Kind.CONFLICT, "liblapack==3.8.0=8_openblas -> libblas==3.8.0=8_openblas");
        assertComplaint("""
                error    libmamba Could not solve for environment specs
                    The following package could not be installed
                    └─ softwipe =* * is not installable because it requires
                       └─ lizard ==1.19.0 *, which conflicts with any installable versions previously reported.
                """, Kind.CONFLICT, "softwipe =*");
    }

    @Test
    void a_full_disk_comes_before_whatever_it_has_led_to() {
        assertComplaint("""
                ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device
                ERROR: No matching distribution found for numpy
                """, Kind.DISK_FULL, "");
    }

    @Test
    void a_text_without_a_complaint_has_none() {
        assertThat(InstallComplaint.of("Collecting numpy\nInstalled".lines().toList()))
                .isEmpty();
    }
}
