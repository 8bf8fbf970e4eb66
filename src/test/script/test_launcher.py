"""The launcher by itself: when it builds, what it starts, and what it tells where there is no Java. All tools are played."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# Each time it is run it makes the jar and says so.
MAVEN = """#!/bin/bash
mkdir -p target/lib; touch target/sluice-1.jar; echo build >>builds
"""

# Tells what it is asked to run; makes an archive where it is told to dump one.
JAVA = """#!/bin/bash
for word in "$@"; do
  [[ $word == -Xshare:dump ]] && dump=1
  [[ $word == -XX:SharedArchiveFile=* ]] && archive=${word#*=}
done
[[ -z ${dump-} ]] || { echo archive >"$archive"; exit; }
echo "$@"
"""

RELEASE = 'IMPLEMENTOR="Maker"\nJAVA_RUNTIME_VERSION="%s+1"\nJAVA_VERSION="%s"\nOS_ARCH="x86_64"\n'


class Launcher(unittest.TestCase):
    def setUp(self):
        self.tree = Path(tempfile.mkdtemp(prefix="sluice-launcher-"))
        self.addCleanup(shutil.rmtree, self.tree)
        shutil.copy(ROOT / "sluice", self.tree)
        for file in ("pom.xml", "src/main/Code.java", "fxml/a.fxml", "styles/a.css", "docs/compatibility.md"):
            self.write(file, "first")
        self.program("bin/mvn", MAVEN)
        self.jdk("jdk", "17.0.1")

    def write(self, file, text):
        path = self.tree / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def program(self, file, text):
        self.write(file, text).chmod(0o755)

    def jdk(self, folder, version, also=""):
        self.write(folder + "/release", RELEASE % (version, version) + also)
        self.program(folder + "/bin/java", JAVA)
        self.program(folder + "/bin/javac", "#!/bin/bash\n")

    def run_launcher(self, *words, jdk="jdk", **variables):
        environment = {**os.environ, "PATH": "%s/bin:%s" % (self.tree, os.environ["PATH"]), "JAVA_HOME": str(self.tree / jdk)}
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        environment.update(variables)
        return subprocess.run(
            [str(self.tree / "sluice"), *words], env=environment, capture_output=True, text=True, timeout=60, check=False)

    def builds(self):
        log = self.tree / "builds"
        return len(log.read_text().splitlines()) if log.exists() else 0

    def test_what_was_built_is_not_built_again(self):
        self.run_launcher("serve")
        self.run_launcher("serve")
        self.assertEqual(1, self.builds())

    def test_what_was_edited_added_or_deleted_is_built(self):
        self.run_launcher("serve")
        for number, change in enumerate(
            (lambda: self.write("src/main/Code.java", "second"), lambda: self.write("src/main/New.java", "new"),
             lambda: (self.tree / "src/main/New.java").unlink(), lambda: self.write("docs/compatibility.md", "other")), 2):
            change()
            self.run_launcher("serve")
            self.assertEqual(number, self.builds())

    def test_a_change_with_an_older_date_is_found_too(self):
        self.run_launcher("serve")
        os.utime(self.write("src/main/Code.java", "older"), (1, 1))
        self.run_launcher("serve")
        self.assertEqual(2, self.builds())

    def test_a_file_that_was_touched_but_is_the_same_is_not_built(self):
        self.run_launcher("serve")
        self.write("src/main/Code.java", "first")
        self.run_launcher("serve")
        self.assertEqual(1, self.builds())

    def test_what_was_edited_keeps_nobody_from_ending_what_runs(self):
        self.run_launcher("serve")
        self.write("src/main/Code.java", "second")
        for word in ("status", "stop"):
            self.assertIn("dev.sluice.app.Main " + word, self.run_launcher(word).stdout)
        self.assertEqual(1, self.builds())

    def test_a_build_that_fails_leaves_what_was_built_before(self):
        self.run_launcher("serve")
        self.write("src/main/Code.java", "wrong")
        self.program("bin/mvn", "#!/bin/bash\nrm -rf target/lib; mkdir target/lib; echo no good; exit 1\n")
        self.assertNotEqual(0, self.run_launcher("serve").returncode)
        self.assertTrue((self.tree / "target/sluice-1.jar").is_file())
        self.assertIn("dev.sluice.app.Main stop", self.run_launcher("stop").stdout)
        self.assertEqual([], list((self.tree / "target").glob("before*")))

    def test_what_runs_under_the_lock_of_a_build_may_run_it_again(self):
        self.program("bin/mvn", MAVEN + "[[ -n ${NESTED-} ]] || NESTED=1 ./sluice ml model list\n")
        self.assertEqual(0, self.run_launcher("serve").returncode)
        self.assertEqual(2, self.builds())

    def test_it_says_why_the_first_command_takes_longer(self):
        self.assertIn("Preparing commands", self.run_launcher("ml", "model", "list").stderr)
        self.assertNotIn("Preparing commands", self.run_launcher("ml", "model", "list").stderr)

    def test_commands_share_an_archive_of_their_own_for_each_jdk(self):
        self.jdk("other", "25")
        archives = set()
        for jdk in ("jdk", "other"):
            said = self.run_launcher("ml", "online-endpoint", "list", jdk=jdk)
            archive = next(word for word in said.stdout.split() if word.startswith("-XX:SharedArchiveFile="))
            self.assertTrue(Path(archive.partition("=")[2]).is_file(), said.stdout + said.stderr)
            archives.add(archive)
        self.assertEqual(2, len(archives))
        self.assertEqual(1, self.builds())

    def test_a_runtime_has_the_better_compiler_and_a_command_the_quick_one(self):
        self.assertNotIn("TieredStopAtLevel", self.run_launcher("serve").stdout)
        self.assertIn("-XX:TieredStopAtLevel=1", self.run_launcher("ml", "model", "list").stdout)

    def open_window(self, **variables):
        return self.run_with_jdks(DISPLAY=":1", **variables)

    def run_with_jdks(self, *words, **variables):
        """With JDK 17 on the path, and 25 and one that nobody knows yet where a system puts them."""
        launcher = self.tree / "sluice"
        launcher.write_text(launcher.read_text().replace("/usr/lib/jvm", str(self.tree / "jvm")))
        if not (self.tree / "jvm").exists():
            self.jdk("jvm/newer", "25.0.3")
            self.jdk("jvm/unknown", "99")
            (self.tree / "bin/java").symlink_to(self.tree / "jdk/bin/java")
        return self.run_launcher(*words, **variables)

    def test_a_window_is_opened_by_the_newest_jdk_that_is_known_and_built_by_the_usual_one(self):
        self.assertIn("-XX:AOTCacheOutput=", self.open_window(JAVA_HOME="").stdout)
        self.assertEqual(1, self.builds())

    def test_a_window_is_opened_by_the_jdk_that_the_user_has_set(self):
        self.assertIn("-XX:ArchiveClassesAtExit=", self.open_window().stdout)

    def test_a_jdk_for_another_processor_or_with_another_machine_opens_no_window(self):
        self.open_window(JAVA_HOME="")
        for other in ('OS_ARCH="aarch64"\n', 'JVM_VARIANT="Openj9"\n'):
            self.jdk("jvm/newer", "25.0.3", other)
            self.assertIn("-XX:ArchiveClassesAtExit=", self.open_window(JAVA_HOME="").stdout, other)
        self.jdk("jvm/newer", "25.0.3", 'JVM_VARIANT="Hotspot"\n')
        self.assertIn("-XX:AOTCacheOutput=", self.open_window(JAVA_HOME="").stdout)

    def test_a_jdk_that_cannot_be_run_here_opens_no_window_and_none_is_started_to_find_out(self):
        self.open_window(JAVA_HOME="")
        self.program("jvm/untold/bin/java", "#!/bin/bash\ntouch %s\n" % (self.tree / "started"))
        (self.tree / "jvm/newer/bin/java").chmod(0o644)
        self.assertIn("-XX:ArchiveClassesAtExit=", self.open_window(JAVA_HOME="").stdout)
        self.assertFalse((self.tree / "started").exists())

    def test_the_doctor_is_told_which_jdk_opens_windows(self):
        told = self.run_with_jdks("doctor", JAVA_HOME="").stdout
        self.assertIn("-Dsluice.window.jdk=25.0.3+1-Maker, %s/jvm/newer" % self.tree, told)
        self.assertIn("-Dsluice.window.jdk= ", self.run_with_jdks("doctor").stdout)

    def test_a_window_takes_the_archive_that_an_earlier_one_has_left_and_a_build_throws_it_away(self):
        archive = Path(self.open_window(JAVA_HOME="").stdout.partition("-XX:AOTCacheOutput=")[2].split()[0])
        archive.write_text("classes")
        self.assertIn("-XX:AOTCache=" + str(archive), self.open_window(JAVA_HOME="").stdout)
        self.write("src/main/Code.java", "second")
        self.assertIn("-XX:AOTCacheOutput=", self.open_window(JAVA_HOME="").stdout)

    def test_the_options_of_the_helper_that_makes_an_archive_are_not_told(self):
        self.open_window()
        self.program("jvm/newer/bin/java", "#!/bin/bash\necho Picked up JAVA_TOOL_OPTIONS: -Djava.class.path=x >&2\necho all else >&2")
        said = self.open_window(JAVA_HOME="")
        self.assertIn("all else", said.stderr)
        self.assertNotIn("Picked up", said.stderr)

    def test_the_version_is_told_without_a_window_and_what_it_needs(self):
        said = self.run_launcher("--version", DISPLAY=":1")
        self.assertIn("dev.sluice.app.Main --version", said.stdout)
        self.assertNotIn("javafx", said.stdout)

    def test_a_jdk_that_is_too_old_is_not_taken(self):
        self.jdk("old", "11.0.2")
        said = self.run_launcher("serve", jdk="old")
        self.assertIn("is not a JDK 17 or newer", said.stderr)

    def run_without_tools(self, *words, apt):
        """As a user who may install nothing, on a computer with a shell and apt, but neither Java, Maven nor Python."""
        launcher = self.tree / "sluice"
        launcher.write_text(launcher.read_text().replace("/usr/lib/jvm", str(self.tree / "no-jvm")))
        for tool in ("bash", "env", "readlink", "paste", "sed", "find", "sort", "cat", "stat", "uname", "id"):
            (self.tree / "plain").mkdir(exist_ok=True)
            os.symlink(shutil.which(tool), self.tree / "plain" / tool)
        for tool, text in apt.items():
            self.program("plain/" + tool, "#!/bin/bash\n" + text)
        self.program("plain/sudo", "#!/bin/bash\nexit 1\n")
        self.tree.chmod(0o755)
        nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        return subprocess.run([str(launcher), *words], env={"PATH": str(self.tree / "plain"), "HOME": str(self.tree)},
                              capture_output=True, text=True, timeout=60, check=False, **nobody)

    def test_where_nothing_may_be_installed_the_exact_line_to_run_is_printed(self):
        for jdk in (17, 21):
            said = self.run_without_tools("serve", apt={
                "apt-get": "echo must not be run; exit 1\n",
                "apt-cache": "[[ $2 == openjdk-%d-jdk-headless ]]\n" % jdk})
            self.assertEqual(1, said.returncode)
            self.assertEqual("", said.stdout)
            self.assertIn("Missing: jdk maven python3.", said.stderr)
            self.assertIn("\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends"
                          " openjdk-%d-jdk-headless maven python3\n" % jdk, said.stderr)
            shutil.rmtree(self.tree / "plain")
        self.assertEqual(0, self.builds())

    def test_where_there_is_no_apt_what_is_missing_is_named_for_another_package_manager(self):
        said = self.run_without_tools("serve", apt={})
        self.assertEqual(1, said.returncode)
        self.assertIn("Missing here, by their Debian names: jdk maven python3.", said.stderr)
        self.assertNotIn("sudo", said.stderr)

    def test_the_checks_end_with_what_failed_and_why(self):
        self.program("bin/mvn", "#!/bin/bash\necho '[ERROR]   SplitTest.sum:7 99'; seq 1000; exit 1\n")
        self.program("bin/python3", "#!/bin/bash\n")
        told = self.run_launcher("verify", SLUICE_REQUIRE_DOCKER="", SLUICE_REQUIRE_SLOWHTTPTEST="")
        self.assertEqual(1, told.returncode)
        self.assertRegex(told.stderr, r"(?s)\[ERROR\]   SplitTest\.sum:7 99\nverify: FAILED after \d+ s: format, [^;]*$")
        self.assertIn("1000", (self.tree / "target/verify-0.log").read_text())

    def test_what_passed_only_when_it_was_run_again_is_told_at_the_end(self):
        flakes = "[WARNING] Flakes: \n[WARNING] LivePaceStory.drawn\n[ERROR]   Run 1: late\n[INFO]   Run 2: PASS\n[INFO] \n[INFO] done"
        self.program("bin/mvn", MAVEN + "echo '%s'" % flakes)
        self.program("bin/python3", "#!/bin/bash\n")
        told = self.run_launcher("verify", SLUICE_REQUIRE_DOCKER="", SLUICE_REQUIRE_SLOWHTTPTEST="")
        self.assertEqual(0, told.returncode)
        self.assertRegex(told.stderr, r"(?s)AGAIN: !!!\n\[WARNING\] Flakes: \n\[WARNING\] LivePaceStory\.drawn\n.*Run 2: PASS\n.*every check passed")
        self.assertNotIn("done", told.stderr)

    def test_sources_that_do_not_compile_are_told_by_the_doctor(self):
        self.program("bin/mvn", "#!/bin/bash\necho no good; exit 1\n")
        said = self.run_with_jdks("doctor", "--json", JAVA_HOME="")
        self.assertEqual(1, said.returncode)
        found = {finding["subject"]: finding for finding in json.loads(said.stdout)["findings"]}
        self.assertEqual("ok", found["Java"]["verdict"])
        self.assertRegex(found["Java"]["found"], r"^17\.0\.1\+1-Maker, .*; a window is opened by 25\.0\.3\+1-Maker, .*/jvm/newer$")
        self.assertEqual("missing", found["Build"]["verdict"])
        self.assertIn("build.log", found["Build"]["found"])


if __name__ == "__main__":
    unittest.main()
