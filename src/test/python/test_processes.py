"""Master and workers: who runs what, who survives what, and how it all ends."""

import os
import signal

from support import ServerTest, request_bytes, wait_until

GATED = """
import json, os, sys, time

def init():
    print("init in %d" % os.getpid())

def run(data):
    if data == "osexit": os._exit(9)
    if data == "segfault": os.kill(os.getpid(), 11)
    if data == "spin":
        print("spinning")
        while not os.path.exists("gate"): pass
    return os.getpid()
"""


class Processes(ServerTest):
    def post(self, server, text):
        connection = server.connect()
        self.addCleanup(connection.socket.close)
        connection.send(request_bytes("POST", "/score", text.encode()))
        return connection

    def test_c5_init_runs_once_and_run_once_a_call(self):
        server = self.serve(
            """
            counts = {"init": 0, "run": 0}
            def init(): counts["init"] += 1
            def run(data):
                counts["run"] += 1
                return counts
            """
        )
        answers = [server.score(1).text for _ in range(3)]
        self.assertEqual('{"init": 1, "run": 3}', answers[-1])

    def test_c5_every_worker_runs_init_once_and_serves(self):
        server = self.serve(GATED, env={"WORKER_COUNT": "2"})
        first = self.post(server, "spin")
        server.wait_for_log("spinning")
        other = server.score("x").text
        server.write("gate", "")
        self.assertEqual({first.answer().text, other}, {str(pid) for pid in server.workers()})
        self.assertEqual(2, server.log.count("sluice.print - init in"))

    def test_health_is_answered_while_the_only_worker_computes(self):
        server = self.serve(GATED)
        busy = self.post(server, "spin")
        server.wait_for_log("spinning")
        self.assertEqual("Healthy", server.ask("GET", "/").text)
        waiting = self.post(server, "x")
        server.write("gate", "")
        self.assertEqual(busy.answer().text, waiting.answer().text)

    def test_a_worker_that_dies_costs_its_own_request_only(self):
        server = self.serve(GATED)
        for death, how in (("osexit", "with code 9"), ("segfault", "by signal 11")):
            with self.subTest(death):
                pid = server.score("x").text
                dying, waiting = self.post(server, death), self.post(server, "x")
                answer = dying.answer()
                self.assertEqual((500, "Internal Server Error"), (answer.status, answer.reason))
                self.assertTrue(dying.ended())
                self.assertEqual("Healthy", server.ask("GET", "/").text)
                answer = waiting.answer()
                self.assertEqual(200, answer.status)
                self.assertNotEqual(pid, answer.text)
                self.assertIn("Worker (pid:%s) exited %s" % (pid, how), server.log)
        self.assertEqual(3, server.log.count("sluice.print - init in"))

    def test_a_death_is_noticed_while_a_child_of_the_worker_lives_on(self):
        server = self.serve(
            """
            import os, time
            def init(): pass
            def run(data):
                if os.fork():
                    os._exit(9)
                while os.path.exists("app") and not os.path.exists("gate"): time.sleep(0.01)
                os._exit(0)
            """
        )
        self.assertEqual(500, server.score(1).status)
        self.assertEqual(200, server.ask("GET", "/").status)
        server.write("gate", "")

    def test_many_deaths_in_a_row_are_many_answers(self):
        server = self.serve(GATED)
        for _ in range(15):
            self.assertEqual(500, self.post(server, "osexit").answer().status)
        self.assertEqual(200, server.score("x").status)
        self.assertNotIn("Unexpected error", server.log)

    def test_a_run_that_ignores_its_time_limit_is_killed(self):
        server = self.serve(
            """
            import signal
            def init(): pass
            def run(data):
                signal.signal(signal.SIGALRM, signal.SIG_IGN)
                while data == "2": pass
                return 1
            """,
            env={"SCORING_TIMEOUT_MS": "100"},
        )
        self.assertEqual(500, server.score(2).status)
        self.assertIn("takes no notice of its time limit", server.log)
        self.assertEqual(200, server.score(1).status)

    def test_an_idle_worker_that_is_killed_is_replaced(self):
        server = self.serve(GATED)
        pid = int(server.score("x").text)
        os.kill(pid, signal.SIGKILL)
        wait_until("a second worker", lambda: len(server.workers()) == 2)
        self.assertEqual(str(server.workers()[1]), server.score("x").text)

    def test_a_replacement_that_cannot_boot_ends_the_server(self):
        server = self.serve(
            """
            import os
            def init():
                open("%s" % ("second" if os.path.exists("first") else "first"), "w").close()
                assert not os.path.exists("second"), "only once"
            def run(data): os._exit(1)
            """
        )
        self.assertEqual(500, server.score(1).status)
        self.assertEqual(3, server.exit_code())
        self.assertIn("sluice.boot - UserScriptInitFailed: AssertionError: only once", server.log.splitlines()[-1])

    def test_workers_that_always_die_before_their_first_request_end_the_server(self):
        server = self.serve(
            """
            import os, threading
            def init(): threading.Timer(0.05, os._exit, [4]).start()
            def run(data): return 1
            """
        )
        self.assertEqual(3, server.exit_code())
        self.assertIn("with code 4 soon after init(), 5 times in a row", server.log.splitlines()[-1])

    def test_a_request_whose_client_has_gone_is_not_run(self):
        server = self.serve(GATED.replace("def run(data):", "def run(data):\n    print('ran ' + data)"))
        busy = self.post(server, "spin")
        server.wait_for_log("spinning")
        with server.connect() as connection:
            connection.send(request_bytes("POST", "/score", b"gone") + request_bytes("GET", "/"))
        self.assertEqual("Healthy", server.ask("GET", "/").text)  # by now the master has seen it go
        server.write("gate", "")
        busy.answer()
        server.score("x")
        self.assertNotIn("ran gone", server.log)

    def test_a_stop_lets_the_running_request_finish(self):
        server = self.serve(GATED)
        busy = self.post(server, "spin")
        server.wait_for_log("spinning")
        idle = server.connect()
        self.addCleanup(idle.socket.close)
        port = server.port
        server.terminate()
        self.assertTrue(idle.ended())
        with self.assertRaises(OSError):
            type(idle)(port)
        for pid in server.workers():
            os.kill(pid, signal.SIGTERM)  # as when a whole process group is told to stop
        server.write("gate", "")
        answer = busy.answer()
        self.assertEqual((200, "close"), (answer.status, answer.headers["connection"]))
        self.assertEqual(0, server.exit_code())

    def test_the_patience_of_a_stop_has_an_end(self):
        server = self.serve(GATED, env={"SLUICE_GRACE_MS": "200"})
        self.post(server, "spin")
        server.wait_for_log("spinning")
        server.terminate()
        self.assertEqual(0, server.exit_code())
        with self.assertRaises(ProcessLookupError):
            os.kill(server.workers()[0], 0)

    def test_a_worker_ends_with_its_exit_handlers_run(self):
        server = self.serve(
            """
            import atexit
            def init(): atexit.register(lambda: print("goodbye"))
            def run(data): return 1
            """
        )
        server.score(1)
        server.terminate()
        self.assertEqual(0, server.exit_code())
        self.assertIn("sluice.print - goodbye", server.log)

    def test_a_worker_does_not_outlive_a_master_that_was_killed(self):
        server = self.serve(GATED)
        pid = int(server.score("x").text)
        server.process.kill()
        server.process.wait()
        wait_until("the end of the worker", lambda: not is_running(pid))


def is_running(pid):
    """False for a process that ended, even if nobody has collected it yet."""
    try:
        with open("/proc/%d/stat" % pid) as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
