"""How a server starts, and how it says why it cannot."""

import json
import os

from support import ServerTest, wait_until

GOOD = "def init(): pass\ndef run(data): return 1\n"


class Boot(ServerTest):
    def fails_with(self, script, code, *details, **options):
        server = self.serve(script, **options)
        self.assertEqual(3, server.exit_code())
        self.assertFalse(os.path.exists(server.port_path))
        last_line = server.log.splitlines()[-1]
        self.assertIn("sluice.boot - %s: " % code, last_line)
        for detail in details:
            self.assertIn(detail, last_line)
        return server

    def facts(self, script, **options):
        """What the line for programs says, which comes before the one for people."""
        server = self.serve(script, **options)
        self.assertEqual(3, server.exit_code())
        line = server.log.splitlines()[-2]
        self.assertIn(" sluice.failure - ", line)
        return json.loads(line.partition(" sluice.failure - ")[2])

    def test_c4_every_kind_of_failure_can_be_told_by_a_program(self):
        init = "def run(data): pass\ndef init():\n    "
        for script, kind, code, facts in (
            ("def run(d): pass", "no_init", "UserScriptFunctionNotFound", {}),
            ("def init(): pass", "no_run", "UserScriptFunctionNotFound", {}),
            ("def init(): pass\ndef run(*a): pass", "bad_run_signature", "UserScriptFunctionNotFound", {}),
            ("\ndef init(:", "syntax_error", "UserScriptImportError", {"error": "SyntaxError", "line": 2}),
            ("import nosuch.part", "missing_module", "UserScriptImportError", {"module": "nosuch", "line": 1}),
            ("1 / 0", "import_error", "UserScriptImportError", {"error": "ZeroDivisionError", "line": 1}),
            (init + "raise KeyError('w')", "init_failed", "UserScriptInitFailed", {"message": "'w'", "line": 3}),
            (init + "import os; os._exit(5)", "worker_died", "UserScriptInitFailed", {"exit_code": 5, "stage": "init"}),
            ("import os; os.abort()", "worker_died", "UserScriptImportError", {"signal": 6, "stage": "import"}),
        ):
            with self.subTest(kind):
                found = self.facts(script)
                self.assertEqual({"kind": kind, "code": code, **facts}, {n: found[n] for n in ("kind", "code", *facts)})
                self.assertTrue(found["script"].endswith("/score.py"))

    def test_c4_a_missing_script_is_told_from_one_that_cannot_be_imported(self):
        self.assertEqual("script_missing", self.facts(GOOD, env={"AZUREML_ENTRY_SCRIPT": "nosuch.py"})["kind"])
        self.assertEqual("import_error", self.facts("open('/nosuch/file')")["kind"])

    def test_c4_the_traceback_for_programs_shows_the_users_frames_only(self):
        files = {"app/helper.py": "def load(): raise ValueError('bad weights')"}
        found = self.facts("import helper\ndef init(): helper.load()\ndef run(d): pass", files=files)
        self.assertIn("helper.py", found["traceback"])
        self.assertTrue(found["traceback"].endswith("ValueError: bad weights"))
        for foreign in ("sluice_scoring", "importlib"):
            self.assertNotIn(foreign, found["traceback"])
        self.assertNotIn("Traceback", self.facts("def init(:")["traceback"])

    def test_an_init_that_takes_longer_than_the_cloud_waits_for_is_a_failure_of_its_own(self):
        found = self.facts("def init():\n    while True: pass\ndef run(d): pass", env={"WORKER_TIMEOUT": "1"})
        self.assertEqual("init_timeout", found["kind"])
        self.assertIn("WORKER_TIMEOUT (1 s) in init()", found["message"])

    def test_a_script_without_init_is_named(self):
        self.fails_with("def run(data): pass", "UserScriptFunctionNotFound", "score.py", "init() function defined")

    def test_a_script_without_run_is_named(self):
        self.fails_with("def init(): pass", "UserScriptFunctionNotFound", "run() function defined")

    def test_a_run_that_cannot_be_called_by_name_is_refused(self):
        for signature in ("*a", "**k", "", "request_headers"):
            with self.subTest(signature):
                script = "def init(): pass\ndef run(%s): pass" % signature
                self.fails_with(script, "UserScriptFunctionNotFound", "run()")

    def test_a_syntax_error_tells_its_line(self):
        self.fails_with("import os\ndef init(:\n", "UserScriptImportError", "SyntaxError", "score.py:2)")

    def test_a_missing_module_tells_its_name_and_who_wanted_it(self):
        server = self.fails_with(
            "import os\nimport nosuchmodule_xyz\n" + GOOD,
            "UserScriptImportError",
            "ModuleNotFoundError: No module named 'nosuchmodule_xyz'",
            "score.py:2)",
        )
        self.assertIn("Traceback (most recent call last)", server.log)

    def test_a_missing_script_is_an_import_error(self):
        server = self.serve(GOOD, env={"AZUREML_ENTRY_SCRIPT": "nosuch.py"})
        self.assertEqual(3, server.exit_code())
        self.assertIn("sluice.boot - UserScriptImportError: FileNotFoundError", server.log.splitlines()[-1])

    def test_a_failed_init_shows_the_model_directory(self):
        script = """
            def init():
                raise RuntimeError("no model\\nhere")
            def run(data): pass
        """
        server = self.fails_with(
            script,
            "UserScriptInitFailed",
            "RuntimeError: no model here",
            "score.py:3)",
            env={"AZUREML_MODEL_DIR": os.path.dirname(__file__)},
        )
        self.assertIn("sluice - Model Directory Contents:", server.log)
        self.assertIn("sluice -     test_boot.py", server.log)

    def test_the_listing_of_the_model_directory_ends_after_200_lines(self):
        script = """
            import os
            def init():
                os.makedirs("m")
                for n in range(300): open("m/%03d" % n, "w").close()
                raise RuntimeError
            def run(data): pass
        """
        server = self.fails_with(script, "UserScriptInitFailed", env={"AZUREML_MODEL_DIR": "m"})
        self.assertIn("sluice -     198\n", server.log)
        self.assertNotIn("sluice -     199\n", server.log)
        self.assertIn("more than 200 lines", server.log)

    def test_leaving_the_process_in_init_is_a_failed_init(self):
        self.fails_with(
            "import sys\ndef init(): sys.exit(5)\ndef run(d): pass", "UserScriptInitFailed", "SystemExit: 5"
        )
        self.fails_with(
            "import os\ndef init(): os._exit(5)\ndef run(d): pass", "UserScriptInitFailed", "exited with code 5"
        )
        self.fails_with("import os\nos.abort()", "UserScriptImportError", "signal 6")

    def test_a_thread_left_by_the_script_does_not_keep_a_failed_server_alive(self):
        self.fails_with(
            """
            import threading
            def init():
                threading.Thread(target=threading.Event().wait).start()
                raise RuntimeError
            def run(data): pass
            """,
            "UserScriptInitFailed",
        )

    def test_nobody_can_connect_before_every_worker_is_ready(self):
        gate = """
            import os, time
            def init():
                print("waiting", flush=True)
                while not os.path.exists("gate"): time.sleep(0.01)
            def run(data): return os.getpid()
        """
        server = self.serve(gate, env={"WORKER_COUNT": "2"})
        wait_until("both workers wait", lambda: server.log.count("sluice.print - waiting") == 2)
        self.assertFalse(os.path.exists(server.port_path))
        server.write("gate", "")
        self.assertEqual(200, server.ask("GET", "/").status)
        self.assertEqual(2, server.log.count("ready for serving traffic"))
        self.assertEqual(2, len(set(server.workers())))
        self.assertEqual([], [name for name in os.listdir(server.folder) if name.endswith(".tmp")])

    def test_a_port_that_is_taken_stops_the_server_before_the_script_is_loaded(self):
        first = self.serve(GOOD)
        second = self.serve(GOOD, arguments=["--port", str(first.port)])
        self.assertEqual(3, second.exit_code())
        self.assertIn("Address already in use", second.log)
        self.assertNotIn("Booting worker", second.log)

    def test_a_variable_that_is_no_number_is_named(self):
        server = self.serve(GOOD, env={"WORKER_COUNT": "two"})
        self.assertEqual(3, server.exit_code())
        self.assertIn("WORKER_COUNT must be a whole number, not 'two'", server.log)
