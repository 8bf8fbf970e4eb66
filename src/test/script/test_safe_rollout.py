"""The safe rollout, as a script written for the cloud's command line, runs here: on both engines, under live load.

python3 -m unittest discover -s src/test/script
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

import jmespath

from live_load import LiveLoad
from transcript import ROOT, Transcript

SAMPLE = ROOT / "sample-models" / "diabetes"
SCRIPT = SAMPLE / "safe-rollout.sh"
REQUEST = (SAMPLE / "sample-request.json").read_bytes()
BLUE = [137.949, 182.533]
GREEN = [140.916, 167.479]
PATIENCE = 300


def docker_answers():
    return shutil.which("docker") is not None and subprocess.run(
        ["docker", "version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


class Rollout:
    """What holds on either engine."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="sluice-script-")
        cls.environment = {**os.environ, "SLUICE_HOME": cls.folder + "/home"}
        cls.environment.pop("DISPLAY", None)
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.addClassCleanup(cls.sluice, "stop", "--yes")
        cls.start_runtime()
        cls.run_script()

    @classmethod
    def run_script(cls):
        cls.script = Transcript(SCRIPT, cls.environment, cls.folder, held="online-endpoint delete")
        cls.addClassCleanup(cls.script.stop)
        cls.script.wait_for("online-endpoint invoke", PATIENCE)  # blue is up, with all traffic
        name = jmespath.search("name", cls.answer("online-endpoint create"))
        uri = cls.sluice("ml", "online-endpoint", "show", "-n", name, "--query", "scoring_uri", "-o", "tsv").strip()
        key = cls.sluice("ml", "online-endpoint", "get-credentials", "-n", name, "--query", "primaryKey", "-o", "tsv")
        cls.load = LiveLoad(uri, key.strip(), REQUEST)
        cls.load.start()
        cls.addClassCleanup(cls.load.stop)
        cls.name, cls.uri, cls.key = name, uri, key.strip()
        cls.script.wait_for("online-endpoint delete", PATIENCE)
        cls.wait_until_blue_is_gone()
        cls.load.stop()  # all that comes before the endpoint's end is without a failure
        cls.copies = cls.copies_at_green()
        cls.piped = cls.invoke_with("/dev/stdin", REQUEST)
        cls.script.let_go()
        cls.code = cls.script.wait_for_end(PATIENCE)

    @classmethod
    def wait_until_blue_is_gone(cls):
        """The script does not wait for that, and it takes as long as blue takes to stop."""
        end = time.monotonic() + PATIENCE
        while cls.run_sluice("ml", "online-deployment", "show", "-n", "blue", "-e", cls.name).returncode == 0:
            assert time.monotonic() < end and not cls.script.is_over(), f"blue is there\n{cls.script.complaints()}"

    @classmethod
    def copies_at_green(cls):
        """How many copies of live requests green has answered, as the router has counted."""
        port = (Path(cls.folder) / "home" / "metrics.port").read_text(encoding="utf-8").strip()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=30) as page:
            lines = page.read().decode().splitlines()
        counted = ('sluice_requests_total{', f'endpoint="{cls.name}"', 'deployment="green"', 'kind="mirrored"',
                   ',status="200"')
        return sum(float(line.split()[-1]) for line in lines if all(part in line for part in counted))

    @classmethod
    def invoke_with(cls, file, standard_input):
        return subprocess.run(
            ["./sluice", "ml", "online-endpoint", "invoke", "-n", cls.name, "--request-file", file], cwd=ROOT,
            env=cls.environment, input=standard_input, capture_output=True, timeout=PATIENCE, check=False)

    @classmethod
    def run_sluice(cls, *words):
        return subprocess.run(["./sluice", *words], cwd=ROOT, env=cls.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=PATIENCE, check=False)

    @classmethod
    def sluice(cls, *words):
        return cls.run_sluice(*words).stdout

    @classmethod
    def answer(cls, *words, which=0):
        """What the command with these words has printed, as JSON."""
        printed = cls.script.printed_by(*words)
        assert len(printed) > which, f"no {words} in {cls.script.steps()}\n{cls.script.complaints()}"
        try:
            return json.loads(printed[which])
        except json.JSONDecodeError as error:
            raise AssertionError(f"{words} printed {printed[which]!r}\n{cls.script.complaints()}") from error

    def holds(self, query, *words, which=0):
        answer = self.answer(*words, which=which)
        self.assertIs(jmespath.search(query, answer), True, f"{query} of {json.dumps(answer, indent=2)}")

    def test_the_script_comes_to_its_end(self):
        self.assertEqual(self.code, 0, self.script.complaints())

    def test_a1_subscription_workspace_and_group_are_accepted_and_said_to_have_no_effect(self):
        self.assertIn("no effect", self.script.complaints())

    def test_d1_the_endpoint_has_the_name_of_the_command_line_and_not_the_file_s(self):
        self.assertNotEqual(self.name, "diabetes")
        self.holds("starts_with(name, 'endpt-')", "online-endpoint create")
        self.holds("provisioning_state == 'Succeeded'", "online-endpoint create")
        self.holds("starts_with(scoring_uri, 'http://127.0.0.1:') && ends_with(scoring_uri, '/score')",
                   "online-endpoint create")
        self.holds("traffic == `{}` && auth_mode == 'key'", "online-endpoint create")

    def test_e1_blue_is_up_and_shows_what_was_registered(self):
        self.holds("name == 'blue' && provisioning_state == 'Succeeded' && instance_count == `1`",
                   "online-deployment create", "--name blue")
        self.holds("starts_with(model, 'azureml:')", "online-deployment create", "--name blue")

    def test_f5_the_answer_is_printed_as_one_json_string_and_is_blue_s(self):
        self.scores(BLUE, json.loads(self.answer("online-endpoint invoke")))

    def test_g1_blue_has_two_instances(self):
        self.holds("instance_count == `2` && provisioning_state == 'Succeeded'", "online-deployment update")

    def test_h2_green_has_nothing_of_the_traffic(self):
        self.assertEqual(self.answer("online-endpoint show", "--query traffic"), {"blue": 100, "green": 0})

    def test_i1_green_answers_when_it_is_named(self):
        self.scores(GREEN, json.loads(self.answer("online-endpoint invoke", "--deployment-name green")))

    def test_i3_the_address_and_the_key_serve_curl(self):
        self.scores(GREEN, self.answer("curl"))
        curl = next(step["words"] for step in self.script.steps() if step["words"].startswith("curl"))
        self.assertIn(self.uri, curl)
        self.assertIn("Bearer " + self.key, curl)

    def test_j1_the_mirror_is_shown_and_the_traffic_is_still_blue_s(self):
        self.holds("mirror_traffic == `{\"green\": 10}` && traffic.blue == `100`", "--mirror-traffic green=10")
        self.assertEqual(self.answer("--query mirror_traffic"), {"green": 10})

    def test_j2_callers_get_blue_s_answers_while_green_gets_copies(self):
        self.assertGreater(self.copies, 0)
        while_mirrored = self.script.printed_by("online-endpoint invoke")[-5:]
        for printed in while_mirrored:
            self.scores(BLUE, json.loads(json.loads(printed)))

    def test_f2_what_comes_on_standard_input_is_sent_too(self):
        self.assertEqual(self.piped.returncode, 0, self.piped)
        self.scores(GREEN, json.loads(json.loads(self.piped.stdout)))

    def test_o3_the_log_has_a_heading_and_the_last_lines_of_each_instance(self):
        lines = self.script.printed_by("get-logs")[0].splitlines()
        self.assertEqual(sum(line.startswith("--- instance ") for line in lines), 2, lines)
        self.assertLessEqual(len(lines), 2 + 2 * 5)

    def test_j16_a_mirror_of_nothing_is_none(self):
        self.holds("mirror_traffic == `{}`", "--mirror-traffic green=0")

    def test_k1_a_tenth_is_green_s(self):
        self.holds("traffic == `{\"blue\": 90, \"green\": 10}`", "--traffic", "blue=90 green=10")

    def test_l1_all_is_green_s(self):
        self.holds("traffic == `{\"blue\": 0, \"green\": 100}`", "--traffic", "blue=0 green=100")
        self.assertGreater(self.load.answered.get("green", 0), 0)

    def test_m1_n1_nothing_is_left(self):
        self.assertEqual(self.script.printed_by("online-endpoint delete"), [""])
        gone = self.run_sluice("ml", "online-endpoint", "show", "-n", self.name)
        self.assertEqual(gone.returncode, 3, gone)

    def test_no_live_request_has_failed_until_blue_was_gone(self):
        self.assertEqual(self.load.failures, [])
        self.assertGreater(sum(self.load.answered.values()), 300)

    def scores(self, expected, answer):
        self.assertEqual(len(expected), len(answer))
        for one, other in zip(expected, answer):
            self.assertAlmostEqual(one, other, places=2)


class OnProcessesTest(Rollout, unittest.TestCase):
    """A runtime that was started for it, on processes of this machine's Python."""

    @classmethod
    def start_runtime(cls):
        serving = subprocess.Popen(["./sluice", "serve", "--engine", "process"], cwd=ROOT, env=cls.environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(serving.wait, 60)
        cls.addClassCleanup(serving.stdout.close)
        cls.addClassCleanup(serving.terminate)
        serving.stdout.readline()

    # What the script has not asked for, by the few jars that a command gets from the launcher.

    def does(self, *words):
        done = self.run_sluice(*words)
        self.assertEqual(done.returncode, 0, done)
        return done.stdout

    def test_commands_share_an_archive_of_their_classes(self):
        archives = list((ROOT / "target").glob("sluice-command-*.jsa"))
        self.assertTrue(archives and all(archive.stat().st_size > 0 for archive in archives), archives)

    def test_an_endpoint_is_printed_in_each_form_and_edited_by_its_keys(self):
        self.addCleanup(self.sluice, "ml", "online-endpoint", "delete", "-n", "forms", "--yes")
        self.does("ml", "online-endpoint", "create", "-n", "forms")
        self.does("ml", "online-endpoint", "update", "-n", "forms", "--set", "tags.x=1")
        show = ("ml", "online-endpoint", "show", "-n", "forms")
        self.assertRegex(self.does(*show, "-o", "table"), r"(?m)^key +Managed .* forms ")
        self.assertIn("tags:\n  x: '1'\n", self.does(*show, "-o", "yaml"))
        self.assertEqual(self.does(*show, "-o", "tsv", "--query", "[name, join('-', values(tags))]"), "forms\n1\n")
        names = "sort_by([?starts_with(name, 'for')], &name)[].{is: name, long: length(name)}"
        self.assertEqual(json.loads(self.does("ml", "online-endpoint", "list", "--query", names)),
                         [{"is": "forms", "long": 5}])

    def test_models_and_environments_are_registered_listed_and_hidden(self):
        self.does("ml", "model", "create", "-n", "shelf", "-v", "7", "-p", str(SAMPLE / "sample-request.json"))
        versions = ("ml", "model", "list", "-n", "shelf", "-o", "tsv", "--query", "[].version")
        self.assertEqual(self.does(*versions), "7\n")
        self.does("ml", "model", "archive", "-n", "shelf", "-v", "7")
        self.assertEqual(self.does(*versions), "")
        self.assertGreater(int(self.does("ml", "environment", "list", "--query", "length(@)")), 0)

    def test_what_the_cloud_does_not_have_is_taken(self):
        done = self.run_sluice("ml", "online-deployment", "delete", "-n", "red", "-e", "nowhere", "--yes", "--insist")
        self.assertEqual(done.returncode, 3, done)
        home = self.environment["SLUICE_HOME"]
        elsewhere = {**self.environment, "SLUICE_HOME": self.folder + "/elsewhere"}
        done = subprocess.run(["./sluice", "ml", "model", "list", "--home", home], cwd=ROOT, env=elsewhere,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertFalse(Path(elsewhere["SLUICE_HOME"]).exists())

    def test_it_tells_its_version(self):
        self.assertRegex(self.does("--version"), r"^Sluice \d+\.")


class OnDockerTest(Rollout, unittest.TestCase):
    """Whatever the first command starts by itself: containers, where an engine answers."""

    @classmethod
    def setUpClass(cls):
        if not docker_answers():
            if os.environ.get("SLUICE_REQUIRE_DOCKER") == "1":
                raise AssertionError("SLUICE_REQUIRE_DOCKER=1, but no Docker engine answers")
            raise unittest.SkipTest("no Docker engine answers: the script is NOT tried in containers")
        super().setUpClass()

    @classmethod
    def start_runtime(cls):
        """The script's first command that needs one does that."""

    def test_the_first_command_says_that_it_has_started_a_runtime(self):
        self.assertIn("No runtime was up", self.script.complaints())


if __name__ == "__main__":
    unittest.main()
