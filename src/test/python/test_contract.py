"""What score.py gets and what its results become: reference section 4.3 and the recorded answers, one by one."""

import json

from support import ServerTest, SharedServerTest

PLAIN = """
import json
import sys
from azureml.contrib.services.aml_response import AMLResponse
from azureml_inference_server_http.api.aml_response import AMLResponse as NewName

assert NewName is AMLResponse
calls = 0

def init():
    pass

def run(raw_data):
    global calls
    calls += 1
    asked = json.loads(raw_data)
    op = asked.get("op") if isinstance(asked, dict) else None
    if op == "raise":
        raise ValueError("secret detail")
    if op == "resp":
        return AMLResponse(asked["body"], asked["code"], asked.get("headers", {}), asked.get("json", False))
    return {
        None: lambda: asked,
        "none": lambda: None,
        "str": lambda: "hello",
        "tuple": lambda: (1, 2),
        "bytes": lambda: b"x",
        "object": lambda: object(),
        "nan": lambda: float("nan"),
        "unicode": lambda: {"k": "\\u00e9\\u4e2d"},
        "kind": lambda: type(raw_data).__name__,
        "exit": lambda: sys.exit(7),
        "calls": lambda: calls,
    }[op]()
"""
GENERIC = "An unexpected error occurred in scoring script. Check the logs for more info."
INTERNAL = "An unexpected internal error occurred. Check the logs for more info."


class UndecoratedRun(SharedServerTest):
    SCRIPT = PLAIN

    def op(self, name, **more):
        return self.server.score(dict(op=name, **more))

    def test_health_is_answered_without_the_script(self):
        answer = self.server.ask("GET", "/")
        self.assertEqual((200, "OK", "Healthy"), (answer.status, answer.reason, answer.text))
        self.assertEqual("text/html; charset=utf-8", answer.headers["content-type"])
        self.assertNotIn("x-ms-run-function-failed", answer.headers)
        self.assertNotIn("GET / 200", self.server.log)

    def test_health_answers_head_and_options_and_two_slashes(self):
        head = self.server.ask("HEAD", "/")
        self.assertEqual((200, "7"), (head.status, head.headers["content-length"]))
        self.assertEqual("GET, HEAD, OPTIONS", self.server.ask("OPTIONS", "/").headers["allow"])
        self.assertEqual("Healthy", self.server.ask("GET", "//").text)
        self.assertEqual(405, self.server.ask("POST", "/", b"{}").status)

    def test_a_result_that_json_can_say_is_answered_as_json(self):
        answer = self.server.score({"data": [1, 2]})
        self.assertEqual((200, '{"data": [1, 2]}'), (answer.status, answer.text))
        self.assertEqual("application/json", answer.headers["content-type"])
        self.assertEqual("False", answer.headers["x-ms-run-function-failed"])
        self.assertGreaterEqual(float(answer.headers["x-ms-run-fn-exec-ms"]), 0)

    def test_results_become_what_the_cloud_makes_of_them(self):
        expected = {
            "none": "{}",
            "str": '"hello"',
            "tuple": "[1, 2]",
            "nan": "NaN",
            "unicode": '{"k": "\\u00e9\\u4e2d"}',
            "kind": '"str"',
        }
        for op, text in expected.items():
            with self.subTest(op):
                answer = self.op(op)
                self.assertEqual((200, text), (answer.status, answer.text))

    def test_a_result_that_json_cannot_say_is_an_internal_error_that_is_not_the_scripts(self):
        for op in ("bytes", "object"):
            with self.subTest(op):
                answer = self.op(op)
                self.assertEqual((500, INTERNAL), (answer.status, answer.message))
                self.assertEqual("False", answer.headers["x-ms-run-function-failed"])
                self.assertNotIn("x-ms-run-fn-exec-ms", answer.headers)

    def test_an_exception_is_told_in_the_log_and_not_to_the_client(self):
        answer = self.op("raise")
        self.assertEqual((500, "INTERNAL SERVER ERROR", GENERIC), (answer.status, answer.reason, answer.message))
        self.assertEqual("True", answer.headers["x-ms-run-function-failed"])
        self.assertIn("ValueError: secret detail", self.server.log)

    def test_sys_exit_costs_the_request_and_not_the_worker(self):
        before = json.loads(self.op("calls").text)
        answer = self.op("exit")
        self.assertEqual((500, "text/html", "close"), self.facts(answer, "content-type", "connection"))
        self.assertEqual("Internal Server Error", answer.reason)
        self.assertEqual(141, len(answer.body))
        self.assertEqual(before + 2, json.loads(self.op("calls").text))

    def test_the_body_is_given_as_text_whatever_its_type_says(self):
        for fields in ({"Content-Type": "text/plain"}, {}):
            with self.subTest(fields):
                self.assertEqual('{"data": 1}', self.server.ask("POST", "/score", b'{"data": 1}', fields).text)

    def test_an_empty_body_and_bad_json_are_the_scripts_problem(self):
        for body in (b"", b"{bad json"):
            with self.subTest(body):
                self.assertEqual(GENERIC, self.server.ask("POST", "/score", body).message)

    def test_a_form_gives_the_script_an_empty_string(self):
        for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=B"):
            with self.subTest(kind):
                answer = self.server.ask("POST", "/score", b'{"data": 1}', {"Content-Type": kind})
                self.assertEqual((500, GENERIC), (answer.status, answer.message))

    def test_what_is_not_utf_8_is_a_bad_request(self):
        answer = self.server.ask("POST", "/score", b"\xff\xfe{")
        self.assertEqual(400, answer.status)
        self.assertEqual(
            "Input cannot be decoded as UTF-8: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
            answer.message,
        )
        self.assertEqual("False", answer.headers["x-ms-run-function-failed"])

    def test_get_turns_the_query_into_json(self):
        self.assertEqual("{}", self.server.ask("GET", "/score").text)
        answer = self.server.ask("GET", "/score?a=1&b=[1,2]&c=x&a=2")
        self.assertEqual('{"a": [1, 2], "b": [1, 2], "c": "x"}', answer.text)

    def test_options_are_answered_without_run(self):
        answer = self.server.ask("OPTIONS", "/score")
        self.assertEqual((200, b"", "0"), (answer.status, answer.body, answer.headers["content-length"]))
        self.assertEqual("text/html; charset=utf-8", answer.headers["content-type"])

    def test_other_methods_are_not_allowed(self):
        for method in ("PUT", "DELETE", "PATCH", "TRACE"):
            with self.subTest(method):
                answer = self.server.ask(method, "/score")
                self.assertEqual((405, "METHOD NOT ALLOWED"), (answer.status, answer.reason))
                self.assertEqual("The method is not allowed for the requested URL.", answer.message)
        self.assertEqual((405, b""), self.facts(self.server.ask("HEAD", "/score")) + (b"",))

    def test_other_paths_are_not_found(self):
        for target in ("/nosuch", "/score/", "/SCORE"):
            with self.subTest(target):
                answer = self.server.ask("POST", target, b"{}")
                self.assertEqual((404, "NOT FOUND", 135), (answer.status, answer.reason, len(answer.body)))

    def test_an_aml_response_is_answered_as_it_is(self):
        for code, reason in ((200, "OK"), (400, "BAD REQUEST"), (403, "FORBIDDEN"), (503, "SERVICE UNAVAILABLE")):
            with self.subTest(code):
                answer = self.op("resp", body="b", code=code, headers={"X-A": "b,c"})
                self.assertEqual((code, reason, "b"), (answer.status, answer.reason, answer.text))
                self.assertEqual([("X-A", "b"), ("X-A", "c")], [f for f in answer.fields if f[0] == "X-A"])
                self.assertEqual(str(code >= 500), answer.headers["x-ms-run-function-failed"])
                self.assertEqual("text/html; charset=utf-8", answer.headers["content-type"])

    def test_an_aml_response_may_be_json_or_say_its_type(self):
        answer = self.op("resp", body={"x": 1}, code=200, json=True)
        self.assertEqual((200, "application/json", '{"x": 1}'), self.facts(answer, "content-type") + (answer.text,))
        answer = self.op("resp", body="x", code=200, headers={"Content-Type": "image/jpeg"})
        self.assertEqual("image/jpeg", answer.headers["content-type"])

    def test_an_aml_response_cannot_break_the_framing_of_http(self):
        answer = self.op("resp", body="x", code=200, headers={"Content-Length": "99", "Transfer-Encoding": "chunked"})
        self.assertEqual(("1", "x"), (answer.headers["content-length"], answer.text))
        self.assertEqual(INTERNAL, self.op("resp", body="x", code=200, headers={"X-A": "a\r\nX-B: b"}).message)
        self.assertEqual(INTERNAL, self.op("resp", body="x", code=99).message)

    def test_ids_are_repeated_or_made_up(self):
        names = ("x-request-id", "x-ms-request-id", "x-ms-client-request-id")
        for given, expected in (
            ({"x-request-id": "A"}, ("A", "A", None)),
            ({"x-ms-request-id": "B"}, ("new", "B", "B")),
            ({"x-ms-client-request-id": "C"}, ("new", "C", "C")),
            (dict(zip(names, "ABC")), ("A", "B", "C")),
            ({"TraceId": "T"}, ("new", "new", None)),
        ):
            with self.subTest(given):
                answer = self.server.ask("POST", "/score", b"1", given)
                found = tuple(answer.headers.get(name) for name in names)
                self.assertEqual(expected, tuple("new" if id and len(id) == 36 else id for id in found))
                self.assertEqual(given.get("TraceId"), answer.headers.get("traceid"))

    def test_an_id_of_more_than_100_characters_is_refused(self):
        for target in ("/", "/score"):
            answer = self.server.ask("GET", target, headers={"x-request-id": "a" * 101})
            self.assertEqual((431, "x-request-id must not exceed 100 characters"), (answer.status, answer.message))
        answer = self.server.score(1, x_ms_client_request_id="a" * 101)
        self.assertEqual(
            "x-ms-request-id and x-ms-client-request-id must not exceed 100 characters", answer.message
        )
        self.assertEqual("a" * 100, self.server.score(1, x_request_id="a" * 100).headers["x-request-id"])

    def test_every_answer_tells_the_version(self):
        self.assertRegex(self.server.score(1).headers["x-ms-server-version"], r"^sluice/\d")

    @staticmethod
    def facts(answer, *names):
        return (answer.status,) + tuple(answer.headers[name] for name in names)


class Swagger(ServerTest):
    RECORDED_SIZE = {"2": 2198, "3": 2359, "3.1": 2359}

    def test_three_versions_are_generated_as_large_as_the_recorded_ones(self):
        server = self.serve("def init(): pass\ndef run(data): return 1")
        for version, key in (("2", "swagger"), ("3", "openapi"), ("3.1", "openapi")):
            answer = server.ask("GET", "/swagger.json?version=" + version)
            self.assertEqual((200, "application/json"), (answer.status, answer.headers["content-type"]))
            self.assertTrue(json.loads(answer.text)[key].startswith(version))
            self.assertEqual(self.RECORDED_SIZE[version], len(answer.body))
        self.assertEqual("2.0", json.loads(server.ask("GET", "/swagger.json").text)["swagger"])
        answer = server.ask("GET", "/swagger.json?version=9")
        self.assertEqual(404, answer.status)
        self.assertEqual("Swagger version [9] is not valid. Supported versions: [2, 3, 3.1].", answer.message)
        self.assertEqual(405, server.ask("POST", "/swagger.json", b"{}").status)

    def test_the_users_own_file_wins(self):
        server = self.serve("def init(): pass\ndef run(data): return 1", files={"app/swagger.json": '{"own": 2}'})
        self.assertEqual('{"own": 2}', server.ask("GET", "/swagger.json").text)


class OtherForms(ServerTest):
    def test_request_headers_are_given_to_who_asks(self):
        server = self.serve(
            """
            def init(): pass
            def run(data, request_headers):
                return {"data": data, "h": {n: v for n, v in request_headers.items() if n != "Host"}}
            """
        )
        answer = server.ask("POST", "/score", b'{"data": 1}', {"x-ms-request-id": "B", "X-Custom": "v"})
        self.assertEqual(
            '{"data": "{\\"data\\": 1}", "h": {"X-Ms-Request-Id": "B", "X-Custom": "v", "Content-Length": "11"}}',
            answer.text,
        )

    def test_rawhttp_gives_the_request_itself_for_every_method(self):
        server = self.serve(
            """
            from azureml.contrib.services.aml_request import AMLRequest, rawhttp
            from azureml.contrib.services.aml_response import AMLResponse

            def init(): pass

            @rawhttp
            def run(request):
                assert isinstance(request, AMLRequest)
                if request.args.get("m") == "bytes":
                    kind = {"Content-Type": "application/octet-stream"}
                    return AMLResponse(request.get_data(False), 200, kind)
                if request.args.get("m") == "file":
                    return list(request.files["file"].read())
                return {"method": request.method, "args": request.args, "len": len(request.get_data()),
                        "files": [f.filename for f in request.files.values()],
                        "type": request.headers.get("content-type")}
            """
        )
        octets = {"Content-Type": "application/octet-stream"}
        expected = {"method": "POST", "args": {"x": "1"}, "len": 3, "files": [], "type": octets["Content-Type"]}
        self.assertEqual(expected, json.loads(server.ask("POST", "/score?x=1", b"\x00\x01\xff", octets).text))
        self.assertEqual("OPTIONS", json.loads(server.ask("OPTIONS", "/score").text)["method"])
        self.assertEqual(405, server.ask("PUT", "/score", b"x").status)
        self.assertEqual(b"\x00\x01\xff", server.ask("POST", "/score?m=bytes", b"\x00\x01\xff", octets).body)
        form = {"Content-Type": "multipart/form-data; boundary=B"}
        part = b'--B\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n%s\r\n--B--\r\n'
        answer = json.loads(server.ask("POST", "/score", part % b"hi", form).text)
        self.assertEqual((["a.bin"], 81), (answer["files"], answer["len"]))
        data = b"\x00\r\n\n\xff\xe9\r"
        self.assertEqual(list(data), json.loads(server.ask("POST", "/score?m=file", part % data, form).text))

    def test_a_script_may_answer_with_a_response_of_its_own_framework(self):
        server = self.serve(
            """
            class Response:
                status_code = 202
                headers = {"Content-Type": "text/plain"}
                def get_data(self): return b"later"
            def init(): pass
            def run(data): return Response()
            """
        )
        answer = server.score(1)
        self.assertEqual((202, "text/plain", "later"), (answer.status, answer.headers["content-type"], answer.text))

    def test_a_call_that_takes_too_long_is_stopped_even_if_it_catches_every_exception(self):
        server = self.serve(
            """
            def init(): pass
            def run(data):
                if data == "1": return "quick"
                while True:
                    try:
                        while True: pass
                    except Exception: pass
            """,
            env={"SCORING_TIMEOUT_MS": "300"},
        )
        answer = server.score(2)
        self.assertEqual((500, "Scoring timeout after 300 ms"), (answer.status, answer.message))
        self.assertEqual("True", answer.headers["x-ms-run-function-failed"])
        self.assertEqual('"quick"', server.score(1).text)
        self.assertEqual(1, len(server.workers()))

    def test_cross_origin_headers_are_given_to_the_origins_named(self):
        server = self.serve(
            "def init(): pass\ndef run(data): return 1",
            env={"AML_CORS_ORIGINS": "http://a.example, http://b.example"},
        )
        good = server.score(1, Origin="http://a.example")
        self.assertEqual("http://a.example", good.headers["access-control-allow-origin"])
        self.assertEqual("Origin", good.headers["vary"])
        self.assertNotIn("access-control-allow-origin", server.score(1, Origin="http://evil.example").headers)
        asked = {"Origin": "http://b.example", "Access-Control-Request-Method": "POST"}
        answer = server.ask("OPTIONS", "/score", headers=asked)
        self.assertEqual("GET, POST", answer.headers["access-control-allow-methods"])

    def test_the_version_header_can_be_left_out(self):
        server = self.serve(
            "def init(): pass\ndef run(data): return 1", env={"SERVER_VERSION_LOG_RESPONSE_ENABLED": "false"}
        )
        self.assertNotIn("x-ms-server-version", server.score(1).headers)

    def test_c3_the_script_imports_its_neighbours_and_not_ours(self):
        server = self.serve(
            """
            import settings, worker
            from nested.deep import ANSWER
            def init(): pass
            def run(data): return [settings.NAME, worker.NAME, ANSWER]
            """,
            files={
                "app/settings.py": "NAME = 'theirs'",
                "app/worker.py": "NAME = 'theirs too'",
                "app/nested/deep.py": "ANSWER = 42",
            },
        )
        self.assertEqual('["theirs", "theirs too", 42]', server.score(1).text)

    def test_the_clouds_modules_are_there_under_both_names_and_as_packages(self):
        server = self.serve(
            """
            import azureml.contrib.services.aml_request
            import azureml_inference_server_http.api.aml_response as new
            from azureml.contrib.services import aml_response as old
            def init(): pass
            def run(data): return old.AMLResponse is new.AMLResponse
            """
        )
        self.assertEqual("true", server.score(1).text)

    def test_a_request_without_an_id_is_named_alike_in_answer_and_log(self):
        server = self.serve("def init(): pass\ndef run(data):\n    print('said')\n    return 1")
        given = server.score(1).headers["x-request-id"]
        self.assertIn("sluice.print - req=%s said\n" % given, server.log)
        self.assertRegex(server.log, "sluice.access - POST /score 200 .* %s\n" % given)
