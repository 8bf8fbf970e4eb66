"""Answers that a script makes bit by bit."""

import os

from support import ServerTest, request_bytes

TELLER = """
import os, time
from azureml.contrib.services.aml_response import AMLResponse

def init(): pass

def run(data):
    return AMLResponse(parts(data), 200, {"Content-Type": "text/event-stream"})

def parts(kind):
    yield "first "
    try:
        while kind == "gated" and not os.path.exists("gate"): time.sleep(0.01)
        while kind == "endless": yield "x" * 100
        if kind == "slow": time.sleep(60)
        if kind == "broken": raise ValueError("in the middle")
        if kind == "dead": os._exit(9)
        yield b""
        yield b"last"
    finally:
        print("closed " + kind)
"""


class Streams(ServerTest):
    def begin(self, server, kind, ending=b"1.1"):
        connection = server.connect()
        self.addCleanup(connection.socket.close)
        connection.send(request_bytes("POST", "/score", kind).replace(b"HTTP/1.1", b"HTTP/" + ending))
        answer = connection.answer()
        self.assertEqual(200, answer.status)
        return connection, answer

    def rest(self, connection, end=None):
        """What comes until `end`, or until the connection ends."""
        while end is None or end not in connection.inbox:
            try:
                data = connection.socket.recv(65536)
            except ConnectionResetError:
                data = b""
            if not data:
                break
            connection.inbox += data
        return connection.inbox

    def test_a_part_arrives_before_the_next_is_made_and_the_connection_lives_on(self):
        server = self.serve(TELLER)
        connection, answer = self.begin(server, b"gated")
        self.assertEqual("chunked", answer.headers["transfer-encoding"])
        self.assertEqual("text/event-stream", answer.headers["content-type"])
        self.assertEqual(b"6\r\nfirst \r\n", self.rest(connection, b"first \r\n"))
        server.write("gate", "")
        self.assertEqual(b"6\r\nfirst \r\n4\r\nlast\r\n0\r\n\r\n", self.rest(connection, b"0\r\n\r\n"))
        self.assertRegex(server.log, r"POST /score 200 [\d.]+ms 10 ")
        connection.inbox = b""
        connection.send(request_bytes("GET", "/"))
        self.assertEqual("Healthy", connection.answer().text)

    def test_an_old_client_gets_the_bare_bytes_and_the_end_of_the_connection(self):
        connection, answer = self.begin(self.serve(TELLER), b"plain", b"1.0")
        self.assertNotIn("transfer-encoding", answer.headers)
        self.assertEqual(b"first last", self.rest(connection))

    def test_a_script_that_fails_in_the_middle_does_not_look_complete(self):
        server = self.serve(TELLER, env={"SCORING_TIMEOUT_MS": "700"})
        for kind, told in ((b"broken", "in the middle"), (b"slow", "failed to finish"), (b"dead", "with code 9")):
            with self.subTest(kind):
                connection, _ = self.begin(server, kind)
                self.assertEqual(b"6\r\nfirst \r\n", self.rest(connection))
                server.wait_for_log(told)

    def test_who_leaves_ends_the_making(self):
        server = self.serve(TELLER)
        connection, _ = self.begin(server, b"endless")
        connection.socket.close()
        server.wait_for_log("closed endless")
        self.assertEqual(200, server.ask("POST", "/score", b"plain").status)
        self.assertEqual(1, len(server.workers()))

    def test_a_client_that_reads_slowly_does_not_fill_the_servers_memory(self):
        server = self.serve(TELLER.replace('"x" * 100', '"x" * 10000'))
        connection, _ = self.begin(server, b"endless")
        self.assertEqual("Healthy", server.ask("GET", "/").text)
        server.wait_for_log("Listening")
        before = self.memory_of(server)
        for _ in range(20):
            server.ask("GET", "/")
        self.assertLess(self.memory_of(server) - before, 20 << 20)
        connection.socket.close()
        server.wait_for_log("closed endless")

    @staticmethod
    def memory_of(server):
        with open("/proc/%d/statm" % server.process.pid) as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
