"""Models as MLflow saves them, served without code. The model needs Python alone: it brings stand-ins for pandas and numpy."""

import json
import os
import shutil
import sys
import tempfile

from support import ROOT, SERVER, ServerTest, SharedServerTest

SCRIPT = os.path.join(SERVER, "mlflow_serving", "mlflow_score.py")
LINEAR = os.path.join(ROOT, "src", "test", "resources", "models", "mlflow-linear")
ROW = {"age": 50.5, "visits": 3, "ward": "north"}


def serving(model_dir):
    return {"AZUREML_ENTRY_SCRIPT": SCRIPT, "AZUREML_MODEL_DIR": model_dir}


class LinearModel(SharedServerTest):
    SCRIPT = "# not the one that serves"
    OPTIONS = {"env": serving(LINEAR)}

    def answers(self, value, body):
        answer = self.server.score(body)
        self.assertEqual((200, value), (answer.status, json.loads(answer.body)), answer.text)

    def refuses(self, body, *words):
        answer = self.server.score(body)
        self.assertEqual(400, answer.status, answer.text)
        self.assertEqual("False", answer.headers["x-ms-run-function-failed"])
        for word in words:
            self.assertIn(word, answer.message)

    def test_the_clouds_input_data_is_answered_with_a_bare_list(self):
        split = {"columns": ["age", "visits", "ward"], "index": [7], "data": [[50.5, 3, "north"]]}
        self.answers([131.0], {"input_data": split})

    def test_each_of_mlflows_inputs_is_taken(self):
        split = {"columns": list(ROW), "data": [list(ROW.values())]}
        for body in (
            {"dataframe_split": split},
            {"dataframe_records": [ROW]},
            {"instances": [ROW]},
            {"inputs": ROW},
            {"inputs": {"age": [50.5], "visits": [3]}},
            {"input_data": {"age": [50.5], "visits": [3]}},
        ):
            with self.subTest(body):
                self.answers([131.0], body)

    def test_columns_come_in_any_order_and_others_are_left_out(self):
        self.answers([131.0], {"dataframe_records": [{"visits": 3, "more": "?", "age": 50.5}]})

    def test_a_whole_number_may_stand_where_a_double_is_wanted(self):
        self.answers([130.0], {"dataframe_records": [{"age": 50, "visits": 3}]})

    def test_params_reach_the_model_and_have_their_defaults(self):
        self.answers([231.0], {"input_data": {"age": [50.5], "visits": [3]}, "params": {"offset": 100}})

    def test_a_missing_column_is_named_and_so_are_those_that_nobody_asked_for(self):
        self.refuses(
            {"dataframe_records": [{"age": 1.0, "visit": 3}]},
            "Model is missing inputs ['visits']. Note that there were extra inputs: ['visit']",
        )

    def test_a_value_of_another_type_is_refused_in_mlflows_words(self):
        for row, words in (
            ({"age": "old", "visits": 3}, "column age. Can not safely convert object to float64."),
            ({"age": 1.0, "visits": 1.5}, "column visits. Can not safely convert float64 to int64."),
            ({"age": 1.0, "visits": True}, "column visits. Can not safely convert bool to int64."),
            ({"age": 1.0, "visits": 3, "ward": 7}, "column ward. Can not safely convert int64 to <U0."),
        ):
            with self.subTest(row):
                self.refuses({"dataframe_records": [row]}, "Incompatible input types for", words)

    def test_a_hole_in_a_column_of_whole_numbers_is_explained(self):
        rows = [{"age": 1.0, "visits": 3}, {"age": 1.0, "visits": None}]
        self.refuses({"dataframe_records": rows}, "float64 to int64", "Hint", "missing values")

    def test_rows_that_are_too_short_are_refused(self):
        split = {"columns": ["age", "visits"], "data": [[1.0]]}
        self.refuses({"dataframe_split": split}, "2 columns passed, passed data had 1 columns")

    def test_lists_of_different_lengths_make_no_table(self):
        self.refuses({"inputs": {"age": [1.0, 2.0], "visits": [1]}}, "All arrays must be of the same length")

    def test_a_wrong_param_is_refused_and_an_unknown_one_is_left_out(self):
        given = {"age": [50.5], "visits": [3]}
        self.refuses({"input_data": given, "params": {"offset": "x"}}, "Invalid parameters found", "offset")
        self.answers([131.0], {"input_data": given, "params": {"mood": 1}})

    def test_a_body_without_a_known_field_tells_which_there_are(self):
        self.refuses({"data": [1]}, "exactly one of the input fields", "dataframe_split", "input_data", "['data']")
        self.refuses([1], "should be a JSON dictionary")

    def test_what_is_no_json_is_told_from_what_is_not_said_to_be_json(self):
        broken = self.server.ask("POST", "/score", b"{", {"Content-Type": "application/json"})
        self.assertEqual(400, broken.status)
        self.assertEqual(415, self.server.ask("POST", "/score", b"{}", {"Content-Type": "text/plain"}).status)

    def test_o5_the_description_has_the_models_columns_and_its_own_example(self):
        described = json.loads(self.server.ask("GET", "/swagger.json").body)
        text = json.dumps(described)
        self.assertIn('"required": ["input_data"]', text)
        self.assertIn('"data": [[50.5, 3, "north"]]', text)


class OtherModels(ServerTest):
    def model(self, mlmodel, **files):
        """Serves a model that is made of these files; the folder is the deployment's as the engines make it."""
        folder = os.path.join(self.temporary(), "model")
        shutil.copytree(os.path.join(LINEAR, "code"), os.path.join(folder, "code"))
        for name, text in dict(files, MLmodel=mlmodel).items():
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)
        return self.serve("", env=serving(os.path.dirname(folder)))

    def temporary(self):
        folder = tempfile.mkdtemp(prefix="mlflow-")
        self.addCleanup(shutil.rmtree, folder)
        return folder

    def fails(self, server, *words):
        self.assertEqual(3, server.exit_code())
        for word in words:
            self.assertIn(word, server.log)

    def test_c4_a_folder_that_mlflow_did_not_save_is_told(self):
        server = self.serve("", env=serving(self.temporary()))
        self.fails(server, "There is no file MLmodel under")

    def test_c4_a_model_without_the_general_flavor_is_told_with_the_flavors_that_it_has(self):
        self.fails(self.model("flavors:\n  onnx: {}\n"), "no python_function flavor", "Its flavors are: onnx")

    def test_c4_a_package_that_is_missing_is_named_with_the_version_that_the_model_was_saved_with(self):
        mlmodel = "flavors:\n  python_function:\n    code: code\n    loader_module: nosuch_flavor.pyfunc\n"
        server = self.model(mlmodel + '  nosuch_flavor:\n    nosuch_flavor_version: "4.5"\n')
        self.fails(server, "The package nosuch_flavor is not installed in " + sys.executable, "version 4.5")

    def test_c4_a_signature_that_makes_no_sense_is_told(self):
        text = "flavors:\n  python_function:\n    loader_module: linear\nsignature:\n  inputs: '[{\"name\": 1}]'\n"
        self.fails(self.model(text), "signature cannot be read", "'type'")

    def test_a_python_model_is_loaded_without_mlflow(self):
        mlmodel = "flavors:\n  python_function:\n    code: code\n    loader_module: mlflow.pyfunc.model\n"
        mlmodel += "    model_code_path: /home/somebody/echo.py\n    artifacts:\n      words:\n        path: words.txt\n"
        code = (
            "import mlflow.models, mlflow.pyfunc\n"
            "class Echo(mlflow.pyfunc.PythonModel):\n"
            "    def load_context(self, context):\n"
            "        self.word = open(context.artifacts['words']).read()\n"
            "    def predict(self, context, model_input, params=None):\n"
            "        return {self.word: len(model_input.to_dict(orient='records'))}\n"
            "mlflow.models.set_model(Echo())\n"
        )
        server = self.model(mlmodel, **{"echo.py": code, "words.txt": "rows"})
        answer = server.score({"dataframe_records": [{"a": 1}, {"a": 2}]})
        self.assertEqual({"rows": 2}, json.loads(answer.body), answer.text)
        self.assertIn("no signature", server.log)

    def test_o4_what_the_model_throws_is_the_scripts_failure(self):
        with open(os.path.join(LINEAR, "MLmodel")) as file:
            server = self.model(file.read(), **{"code/linear.py": BROKEN})
        answer = server.score({"dataframe_records": [ROW]})
        self.assertEqual(500, answer.status)
        self.assertEqual("True", answer.headers["x-ms-run-function-failed"])
        server.wait_for_log("the model is out of order")


BROKEN = """
def _load_pyfunc(path):
    return Broken()


class Broken:
    def predict(self, frame):
        raise RuntimeError("the model is out of order")
"""
