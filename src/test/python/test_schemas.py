"""A run() with typed input: our subset of inference-schema, and the package itself where it is installed."""

import importlib.util
import json
import unittest

from support import ServerTest, SharedServerTest

JSON = {"Content-Type": "application/json"}
STANDARD = """
import datetime
from inference_schema.parameter_types.standard_py_parameter_type import StandardPythonParameterType as Standard
from inference_schema.schema_decorators import input_schema, output_schema

def init(): pass

@input_schema("data", Standard({"rows": Standard([[1.5]]), "when": Standard(datetime.date(2026, 1, 2)), "free": 0}))
@input_schema("method", Standard("predict"), convert_to_provided_type=False)
@output_schema(Standard({"kind": "date"}))
def run(data, method="predict"):
    return [type(data["when"]).__name__, data["rows"], method]
"""
GOOD = {"rows": [[1, 2.5]], "when": "2026-03-04", "free": None}


class StandardTypes(SharedServerTest):
    SCRIPT = STANDARD

    def post(self, given):
        return self.server.ask("POST", "/score", json.dumps(given).encode(), JSON)

    def test_what_is_nested_in_a_sample_is_converted_on_its_own(self):
        self.assertEqual('["date", [[1, 2.5]], "predict"]', self.post({"data": GOOD}).text)

    def test_a_parameter_with_a_default_may_be_left_out_or_given(self):
        self.assertEqual('["date", [[1, 2.5]], "other"]', self.post({"data": GOOD, "method": "other"}).text)

    def test_what_is_lacking_or_of_another_type_is_told_in_the_log(self):
        for bad, told in (({**GOOD, "rows": 1}, "Expected: <class 'list'>"), ({"rows": [], "free": 0}, "lacks 'when'")):
            with self.subTest(told):
                self.assertEqual(500, self.post({"data": bad}).status)
                self.assertIn(told, self.server.log)

    def test_json_of_every_spelling_is_taken_and_nothing_else(self):
        body = json.dumps({"data": GOOD}).encode()
        for kind in ("application/json; charset=utf-8", "application/vnd.api+json"):
            self.assertEqual(200, self.server.ask("POST", "/score", body, {"Content-Type": kind}).status)
        self.assertEqual(415, self.server.ask("POST", "/score", body).status)

    def test_options_are_answered_without_run(self):
        self.assertEqual((200, b""), (self.server.ask("OPTIONS", "/score").status, self.server.ask("OPTIONS", "/score").body))

    def test_the_description_says_what_goes_in_and_out(self):
        definitions = json.loads(self.server.ask("GET", "/swagger.json").text)["definitions"]
        properties = definitions["ServiceInput"]["properties"]
        self.assertEqual(["rows", "when", "free"], properties["data"]["required"])
        self.assertEqual({"type": "string", "format": "date"}, properties["data"]["properties"]["when"])
        self.assertEqual({"type": "string"}, properties["method"])
        self.assertEqual("2026-01-02", definitions["ServiceInput"]["example"]["data"]["when"])
        self.assertEqual({"kind": "date"}, definitions["ServiceOutput"]["example"])


class Refusals(ServerTest):
    def last_words(self, script):
        server = self.serve(script)
        self.assertEqual(3, server.exit_code())
        return server.log.splitlines()[-1]

    def test_rawhttp_and_a_schema_exclude_each_other(self):
        both = "from azureml_inference_server_http.api.aml_request import rawhttp\n" + STANDARD.replace(
            '@input_schema("data"', '@rawhttp\n@input_schema("data"'
        )
        self.assertIn("run() cannot be decorated with both @rawhttp and @input_schema", self.last_words(both))

    def test_a_schema_for_a_parameter_that_is_not_there_is_refused_at_the_start(self):
        words = self.last_words(STANDARD.replace('"method", Standard', '"methode", Standard'))
        self.assertIn("@input_schema names 'methode', which is no parameter of run()", words)

    def test_a_mixed_array_is_described_in_openapi_3_only(self):
        server = self.serve(STANDARD.replace('"free": 0', '"free": [1, "x"]'))
        answer = server.ask("GET", "/swagger.json")
        self.assertEqual(404, answer.status)
        message = "Swagger version [2] is not supported for the scoring script. Supported swagger versions: [3, 3.1]."
        self.assertEqual(message, answer.message)
        self.assertEqual(200, server.ask("GET", "/swagger.json?version=3.0").status)

    def test_the_package_wins_over_our_subset_where_it_is_installed(self):
        package = {
            "app/inference_schema/__init__.py": "",
            "app/inference_schema/schema_util.py": """
                def is_schema_decorated(run): return True
                def get_input_schema(run): return {"from": "the package"}
                def get_output_schema(run): return {}
                def get_supported_versions(run): return ["2.0"]
            """,
        }
        script = "import inference_schema.schema_util\ndef init(): pass\ndef run(data): return data"
        server = self.serve(script, files=package)
        self.assertEqual("7", server.ask("POST", "/score", b'{"data": 7}', JSON).text)
        self.assertIn('"from": "the package"', server.ask("GET", "/swagger.json").text)


@unittest.skipUnless(importlib.util.find_spec("numpy"), "SKIPPED: numpy is not installed for this Python")
class Numpy(ServerTest):
    def test_rows_of_named_fields_and_moments_become_an_array_of_the_samples_kind(self):
        server = self.serve(
            """
            import numpy as np
            from inference_schema.parameter_types.numpy_parameter_type import NumpyParameterType
            from inference_schema.schema_decorators import input_schema
            KIND = np.dtype([("name", "U9"), ("grades", "f8", (2,)), ("born", "M8[D]"), ("since", "m8[D]")])
            SAMPLE = np.array([("Ann", (1, 2), "2000-01-02", 3)], dtype=KIND)
            def init(): pass
            @input_schema("people", NumpyParameterType(SAMPLE))
            def run(people): return [people["grades"].tolist(), str(people["born"][0]), str(people["since"][0])]
            """
        )
        row = ["Bob", [3, 4], "2001-02-03", "4 days"]
        answer = server.ask("POST", "/score", json.dumps({"people": [row]}).encode(), JSON)
        self.assertEqual('[[[3.0, 4.0]], "2001-02-03", "4 days"]', answer.text, server.log)
        described = json.loads(server.ask("GET", "/swagger.json").text)["definitions"]["ServiceInput"]
        self.assertEqual({"type": "string", "format": "date-time"}, described["properties"]["people"]["items"]["properties"]["born"])
        self.assertEqual([1.0, 2.0], described["example"]["people"][0]["grades"])


@unittest.skipUnless(importlib.util.find_spec("pandas"), "SKIPPED: pandas is not installed for this Python")
class Pandas(ServerTest):
    def test_records_become_a_frame_with_the_samples_columns(self):
        server = self.serve(
            """
            import pandas as pd
            from inference_schema.parameter_types.pandas_parameter_type import PandasParameterType
            from inference_schema.parameter_types.standard_py_parameter_type import StandardPythonParameterType
            from inference_schema.schema_decorators import input_schema
            SAMPLE = pd.DataFrame({"age": [1.0], "born": [pd.Timestamp("2000-01-02")]})
            def init(): pass
            @input_schema("Inputs", StandardPythonParameterType({"data": PandasParameterType(SAMPLE)}))
            def run(Inputs):
                frame = Inputs["data"]
                return [str(kind) for kind in frame.dtypes] + frame["age"].tolist()
            """
        )
        rows = {"data": [{"age": 7, "born": "2001-02-03"}]}
        answer = server.ask("POST", "/score", json.dumps({"Inputs": rows}).encode(), JSON)
        self.assertEqual('["float64", "datetime64[ns]", 7.0]', answer.text, server.log)
        narrow = {"data": [{"age": 7}]}
        self.assertEqual(500, server.ask("POST", "/score", json.dumps({"Inputs": narrow}).encode(), JSON).status)
        self.assertIn("data frame has size 1 on dimension #1, while expected value is 2", server.log)
        described = json.loads(server.ask("GET", "/swagger.json").text)["definitions"]["ServiceInput"]
        born = described["properties"]["Inputs"]["properties"]["data"]["items"]["properties"]["born"]
        self.assertEqual({"type": "string", "format": "date-time"}, born)
