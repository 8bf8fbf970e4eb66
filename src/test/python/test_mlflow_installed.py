"""Which branch loads a model where the mlflow package is installed, and what that gets. A package of the test's own stands in."""

import json
import os
import shutil
import tempfile
import textwrap

from support import ServerTest
from test_mlflow import LINEAR, ROW, serving

# Answers with what it was called with, where the model itself would answer with numbers.
MLFLOW = {
    "mlflow/__init__.py": "__version__ = '9.8.7'\n",
    "mlflow/pyfunc/__init__.py": """
        import os

        class PyFuncModel:
            def __init__(self, folder):
                self.folder = folder

            def predict(self, data, params=None):
                rows = data.to_dict(orient="records")
                return {"folder": os.path.basename(self.folder), "rows": rows, "params": params}

        def load_model(model_uri):
            return PyFuncModel(model_uri)
        """,
}
OLDER = MLFLOW["mlflow/pyfunc/__init__.py"].replace("data, params=None", "data").replace('"params": params', '"params": "none"')


class WithMlflow(ServerTest):
    def serve_with(self, packages):
        folder = tempfile.mkdtemp(prefix="packages-")
        self.addCleanup(shutil.rmtree, folder)
        for name, text in packages.items():
            os.makedirs(os.path.join(folder, os.path.dirname(name)), exist_ok=True)
            with open(os.path.join(folder, name), "w") as file:
                file.write(textwrap.dedent(text))
        return self.serve("", env=dict(serving(LINEAR), PYTHONPATH=folder))

    def answer(self, server, body):
        answer = server.score(body)
        self.assertEqual(200, answer.status, answer.text + server.log)
        return json.loads(answer.body)

    def test_mlflow_loads_the_model_from_its_folder_and_gets_a_frame_of_the_signatures_types(self):
        server = self.serve_with(MLFLOW)
        got = self.answer(server, {"dataframe_records": [dict(ROW, visits=3, age=50)], "params": {"offset": 2}})
        self.assertEqual("mlflow-linear", got["folder"])
        self.assertEqual('[{"age": 50.0, "visits": 3, "ward": "north"}]', json.dumps(got["rows"]))  # a double is 50.0
        self.assertEqual({"offset": 2.0}, got["params"])
        self.assertIn("The model is loaded by mlflow 9.8.7.", server.log)
        self.assertNotIn("Sluice loads the model itself", server.log)

    def test_params_that_are_not_given_come_with_their_defaults(self):
        self.assertEqual({"offset": 0.0}, self.answer(self.serve_with(MLFLOW), {"dataframe_records": [ROW]})["params"])

    def test_an_mlflow_from_before_params_is_called_without_them(self):
        server = self.serve_with(dict(MLFLOW, **{"mlflow/pyfunc/__init__.py": OLDER}))
        self.assertEqual("none", self.answer(server, {"dataframe_records": [ROW]})["params"])

    def test_what_does_not_fit_the_signature_is_refused_before_mlflow_sees_it(self):
        answer = self.serve_with(MLFLOW).score({"dataframe_records": [{"age": "old", "visits": 3}]})
        self.assertEqual(400, answer.status)
        self.assertIn("Can not safely convert object to float64", answer.message)

    def test_an_mlflow_that_cannot_load_the_model_is_told_in_its_own_words(self):
        failing = "def load_model(model_uri):\n    raise ValueError('no flavor of mine')\n"
        server = self.serve_with(dict(MLFLOW, **{"mlflow/pyfunc/__init__.py": failing}))
        self.assertEqual(3, server.exit_code())
        self.assertIn("ValueError: no flavor of mine", server.log)
