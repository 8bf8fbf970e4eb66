"""HTTP as the router and other clients may speak it, well or badly."""

import contextlib
import json
import socket

from support import ServerTest, SharedServerTest, request_bytes

ECHO = """
import json
def init(): pass
def run(data): return json.loads(data)
"""


class Http(SharedServerTest):
    SCRIPT = ECHO
    OPTIONS = {"env": {"SLUICE_IDLE_TIMEOUT_MS": "600"}}

    def exchange(self, data):
        with self.server.connect() as connection:
            connection.send(data)
            answer = connection.answer()
            return answer, connection.ended() if answer.headers.get("connection") == "close" else False

    def refused(self, data, status):
        answer, closed = self.exchange(data)
        self.assertEqual((status, True), (answer.status, closed), answer.text)
        return answer

    def test_a_connection_is_used_again(self):
        with self.server.connect() as connection:
            for number in range(3):
                connection.send(request_bytes("POST", "/score", b"%d" % number))
                answer = connection.answer()
                self.assertEqual(str(number), answer.text)
                self.assertNotIn("connection", answer.headers)

    def test_one_too_many_waits_for_a_place(self):
        with contextlib.ExitStack() as crowd:
            for _ in range(900):
                crowd.enter_context(self.server.connect())
            late = crowd.enter_context(self.server.connect())
            late.send(request_bytes("POST", "/score", b"[1]"))
            self.assertEqual("[1]", late.answer().text)

    def test_pipelined_requests_are_answered_in_order(self):
        wanted = [request_bytes("POST", "/score", b"%d" % n) + request_bytes("GET", "/") for n in range(50)]
        with self.server.connect() as connection:
            connection.send(b"".join(wanted))
            texts = [connection.answer().text for _ in range(100)]
        self.assertEqual([text for n in range(50) for text in (str(n), "Healthy")], texts)

    def test_more_pipelined_bytes_than_are_buffered_are_all_answered(self):
        body = json.dumps("x" * 50000).encode()
        with self.server.connect() as connection:
            connection.send(request_bytes("POST", "/score", body) * 8)
            self.assertEqual([body] * 8, [connection.answer().body for _ in range(8)])

    def test_a_request_may_arrive_byte_by_byte(self):
        with self.server.connect() as connection:
            for byte in request_bytes("POST", "/score", b"[7]", {"X-Long": "y" * 200}):
                connection.send(bytes([byte]))
            self.assertEqual("[7]", connection.answer().text)

    def test_a_chunked_body_is_put_together(self):
        head = b"POST /score HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        with self.server.connect() as connection:
            connection.send(head + b'4;ext=1\r\n{"a"\r\n4\r\n: 1}\r\n0\r\nTrailer: t\r\n\r\n')
            connection.send(request_bytes("GET", "/"))
            self.assertEqual('{"a": 1}', connection.answer().text)
            self.assertEqual("Healthy", connection.answer().text)
            for byte in head + b"3\r\n[1]\r\n0\r\n\r\n":
                connection.send(bytes([byte]))
            self.assertEqual("[1]", connection.answer().text)

    def test_the_client_is_told_to_go_on_with_its_body(self):
        sized, chunked = (b"Content-Length: 3", b"[1]"), (b"Transfer-Encoding: chunked", b"3\r\n[1]\r\n0\r\n\r\n")
        for framing, body in (sized, chunked):
            with self.subTest(framing), self.server.connect() as connection:
                connection.send(b"POST /score HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n" + framing + b"\r\n\r\n")
                answer = connection.answer()
                self.assertEqual((100, "Continue"), (answer.status, answer.reason))
                connection.send(body)
                self.assertEqual("[1]", connection.answer().text)

    def test_http_1_0_is_answered_in_kind(self):
        answer, closed = self.exchange(b"POST /score HTTP/1.0\r\nContent-Length: 1\r\n\r\n1")
        self.assertEqual(("HTTP/1.0", 200, True), (answer.version, answer.status, closed))
        answer, closed = self.exchange(b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        self.assertEqual(("keep-alive", False), (answer.headers["connection"], closed))

    def test_close_is_respected(self):
        answer, closed = self.exchange(request_bytes("GET", "/", headers={"Connection": "close"}))
        self.assertEqual((200, True), (answer.status, closed))

    def test_a_large_body_goes_through_and_comes_back(self):
        body = json.dumps({"data": "x" * 3000000}).encode()
        answer = self.server.ask("POST", "/score", body)
        self.assertEqual((200, body), (answer.status, answer.body))

    def test_ambiguous_framing_is_refused(self):
        post = b"POST /score HTTP/1.1\r\nHost: x\r\n%s\r\n\r\n0\r\n\r\n"
        for fields, status in (
            (b"Content-Length: 5\r\nTransfer-Encoding: chunked", 400),
            (b"Content-Length: 5\r\nContent-Length: 5", 400),
            (b"Content-Length: 5\r\nContent-Length: 6", 400),
            (b"Content-Length: +5", 400),
            (b"Content-Length: 5,5", 400),
            (b"Content-Length: \xb2", 400),
            (b"Content-Length : 5", 400),
            (b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", 501),
            (b"Transfer-Encoding: gzip, chunked", 501),
            (b"Transfer-Encoding: xchunked", 501),
            (b"X-A: b\r\n Transfer-Encoding: chunked", 400),
            (b"X-A: b\nTransfer-Encoding: chunked", 400),
            (b"X-A: b\x00", 400),
        ):
            with self.subTest(fields):
                self.refused(post % fields, status)
        self.refused(b"POST /score HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400)

    def test_broken_chunks_are_refused(self):
        head = b"POST /score HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        for body in (b"x\r\n", b"-1\r\n", b"0x1\r\n", b"3\r\n[1]1\r\n", b"9" * 9000):
            with self.subTest(body[:10]):
                self.refused(head + body, 400)
        self.refused(head + b"FFFFFFFF\r\n", 413)

    def test_a_malformed_request_line_is_refused_with_the_recorded_page(self):
        answer = self.refused(b"GARBAGE\r\n\r\n", 400)
        self.assertEqual(("Bad Request", "text/html"), (answer.reason, answer.headers["content-type"]))
        self.assertIn("Invalid HTTP request line: &#x27;GARBAGE&#x27;", answer.text)
        self.refused(b"GET / HTTP/2.0\r\n\r\n", 400)
        self.refused(b"\x16\x03\x01\x02\x00\r\n\r\n", 400)

    def test_heads_have_a_limit(self):
        self.refused(request_bytes("GET", "/", headers={"X-Big": "x" * 9000}), 431)
        self.refused(request_bytes("GET", "/" + "x" * 9000), 414)
        self.refused(request_bytes("GET", "/", headers={"X-%d" % n: "x" * 8000 for n in range(9)}), 431)

    def test_a_body_over_the_limit_is_refused_before_it_is_sent(self):
        self.refused(b"POST /score HTTP/1.1\r\nHost: x\r\nContent-Length: 104857601\r\n\r\n", 413)

    def test_who_sends_a_refused_body_anyway_can_still_read_the_refusal(self):
        with self.server.connect() as connection:
            connection.send(b"POST /score HTTP/1.1\r\nHost: x\r\nContent-Length: 104857601\r\n\r\n" + b"x" * 3000000)
            self.assertEqual(413, connection.answer().status)

    def test_an_idle_connection_is_closed(self):
        for begun in (b"", b"GET / HT", b"POST /score HTTP/1.1\r\nContent-Length: 5\r\n\r\n1"):
            with self.subTest(begun), self.server.connect() as connection:
                connection.send(begun)
                self.assertTrue(connection.ended())

    def test_the_target_may_be_written_in_other_ways(self):
        self.assertEqual("1", self.exchange(request_bytes("POST", "http://host:1/score", b"1"))[0].text)
        self.assertEqual("1", self.server.ask("POST", "/%73core", b"1").text)
        for target in ("http://host", "http://[", "http://host?x"):
            self.assertEqual("Healthy", self.exchange(request_bytes("GET", target))[0].text)
        for target in ("*", "/%zz", "/%ff"):
            self.assertEqual(404, self.exchange(request_bytes("OPTIONS", target))[0].status)

    def test_a_client_that_ended_its_own_half_is_answered(self):
        with self.server.connect() as connection:
            connection.send(request_bytes("POST", "/score", b"1"))
            connection.socket.shutdown(socket.SHUT_WR)
            self.assertEqual("1", connection.answer().text)
            self.assertTrue(connection.ended())
