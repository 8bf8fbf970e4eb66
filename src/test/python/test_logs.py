"""What a reader of the log finds in it."""

import os
import re

from support import ServerTest, wait_until

LINE = r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [DIWEC] \[\d+\] [\w.]+ - "
TALKER = """
import logging, os, sys, warnings

def init():
    print("from", "init")
    logging.info("info %d", 1)
    logging.warning("warned")
    logging.getLogger("my.model").info("named")
    logging.debug("too much detail")

def run(data):
    print("two\\nlines")
    print("no newline", end="", flush=True)
    sys.stderr.write("raw stderr\\n")
    os.write(1, b"raw one\\n")
    os.system("echo from a child")
    return 1
"""


class Logs(ServerTest):
    def test_the_log_tells_what_the_script_prints_logs_and_writes(self):
        server = self.serve(TALKER)
        server.score(1, x_request_id="abc-1")
        log = server.log
        for logger, level, text in (
            ("sluice.print", "I", "from init"),
            ("root", "I", "info 1"),
            ("root", "W", "warned"),
            ("my.model", "I", "named"),
            ("sluice.print", "I", "req=abc-1 two"),
            ("sluice.print", "I", "req=abc-1 lines"),
            ("sluice.print", "I", "req=abc-1 no newline"),
            ("sluice", "I", "Worker with pid %d ready for serving traffic" % server.workers()[0]),
        ):
            line = LINE.replace("[DIWEC]", level).replace(r"[\w.]+ - ", logger + " - " + text)
            self.assertRegex(log, "(?m)%s$" % line)
        for raw in ("raw stderr", "raw one", "from a child"):
            self.assertRegex(log, "(?m)^%s$" % raw)
        self.assertNotIn("too much detail", log)
        self.assertEqual("", server.output)

    def test_the_access_line_comes_last_and_names_the_request(self):
        server = self.serve(TALKER)
        server.score(1, x_request_id="abc-1")
        last = server.log.splitlines()[-1]
        self.assertRegex(last, LINE.replace(r"[\w.]+", "sluice.access") + r"POST /score 200 \d+\.\d{3}ms 1 abc-1$")
        self.assertIn("[%d]" % server.workers()[0], last)

    def test_every_request_but_health_has_an_access_line(self):
        server = self.serve(TALKER)
        for line in ("GET /", "HEAD /", "GET /nosuch", "PUT /score", "GET /score?a=1"):
            server.ask(*line.split())
        lines = re.findall(r"sluice.access - (\S+ \S+ \d+)", server.log)
        self.assertEqual(["GET /nosuch 404", "PUT /score 405", "GET /score?a=1 200"], lines)

    def test_without_a_log_file_everything_goes_to_the_output(self):
        server = self.serve(TALKER, with_log_file=False)
        server.score(1)
        wait_until("the access line", lambda: "sluice.access - POST /score 200" in server.output)
        for text in ("sluice.print - from init", "raw stderr", "raw one", "Listening at"):
            self.assertIn(text, server.output)

    def test_a_script_that_sends_its_logging_to_sys_stdout_does_not_go_round_in_circles(self):
        server = self.serve(
            """
            import logging, sys
            def init(): logging.basicConfig(force=True, stream=sys.stdout, level=logging.DEBUG)
            def run(data):
                logging.debug("once")
                return 1
            """
        )
        self.assertEqual(200, server.score(1).status)
        self.assertEqual(1, server.log.count("once"))

    def test_a_script_that_configures_logging_does_not_silence_the_server(self):
        server = self.serve(
            """
            import logging.config
            def init(): logging.config.dictConfig({"version": 1, "root": {"level": "ERROR", "handlers": []}})
            def run(data):
                print("still here")
                return 1
            """
        )
        server.score(1, x_request_id="abc-1")
        self.assertIn("sluice.print - req=abc-1 still here", server.log)
        self.assertIn("ready for serving traffic", server.log)

    def test_what_no_terminal_can_show_is_logged_all_the_same(self):
        server = self.serve("def init(): print('\\ud800 \\u00e9')\ndef run(data): return 1", env={"LC_ALL": "C"})
        self.assertEqual(200, server.score(1).status)
        self.assertIn("sluice.print - \\ud800 \u00e9\n", server.log)

    def test_the_log_never_takes_more_than_twice_its_limit(self):
        server = self.serve(
            """
            import os
            def init(): pass
            def run(data):
                for number in range(500): os.write(2, b"%06d %s\\n" % (number, b"x" * 90))
                os.write(2, b"y" * 30000)
                return 1
            """,
            arguments=["--log-bytes", "20000"],
        )
        for _ in range(4):
            server.score(1)
            for path in (server.log_path, server.log_path + ".1"):
                self.assertLessEqual(os.path.getsize(path), 20000)
        self.assertEqual(["server.log", "server.log.1"], sorted(n for n in os.listdir(server.folder) if "log" in n))
        self.assertIn("sluice.access - POST /score 200", server.log)
