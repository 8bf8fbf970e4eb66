"""Models as MLflow saves them, under real pandas, numpy and scikit-learn; skipped, loudly, where they are not installed."""

import importlib.util
import json
import os
import pickle
import shutil
import sys
import tempfile
import unittest

from support import SERVER, ServerTest
from test_mlflow import serving

PACKAGES = ("numpy", "pandas", "sklearn", "cloudpickle")
MISSING = [name for name in PACKAGES if importlib.util.find_spec(name) is None]


@unittest.skipIf(MISSING, "NOT TESTED: MLflow models under %s, which %s not installed." % (MISSING, "are"))
class RealPackages(ServerTest):
    def model(self, loader, signature=None, flavors="", objects=()):
        folder = tempfile.mkdtemp(prefix="mlflow-")
        self.addCleanup(shutil.rmtree, folder)
        mlmodel = "flavors:\n  python_function:\n" + "".join("    %s\n" % line for line in loader) + flavors
        for part, specs in (signature or {}).items():
            mlmodel += ("signature:\n" if part == "inputs" else "") + "  %s: '%s'\n" % (part, json.dumps(specs))
        with open(os.path.join(folder, "MLmodel"), "w") as file:
            file.write(mlmodel)
        for name, data in dict(objects).items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        return self.serve("", env=serving(folder))

    def answers(self, server, expected, body):
        answer = server.score(body)
        self.assertEqual((200, expected), (answer.status, json.loads(answer.body)), answer.text + server.log)

    def sklearn_model(self, fitted, **signature):
        flavors = "  sklearn:\n    pickled_model: model.pkl\n    serialization_format: cloudpickle\n"
        loader = ["loader_module: mlflow.sklearn", "model_path: model.pkl", "predict_fn: predict"]
        return self.model(loader, signature, flavors, {"model.pkl": pickle.dumps(fitted)})

    def test_a_model_of_scikit_learn_predicts_from_a_data_frame(self):
        import pandas
        from sklearn.linear_model import LinearRegression

        frame = pandas.DataFrame({"a": [0.0, 1.0, 2.0], "b": [1.0, 0.0, 1.0]})
        server = self.sklearn_model(
            LinearRegression().fit(frame, [1, 2, 5]),
            inputs=[{"name": "a", "type": "double"}, {"name": "b", "type": "double"}],
        )
        answer = server.score({"input_data": {"columns": ["b", "a"], "index": [0, 1], "data": [[1, 0], [0, 1.0]]}})
        self.assertEqual(200, answer.status, answer.text)
        self.assertEqual([1.0, 2.0], [round(value, 6) for value in json.loads(answer.body)])
        self.assertIn("Model is missing inputs ['a', 'b']", server.score({"input_data": [[1, 0]]}).message)

    def test_a_signature_of_tensors_checks_shape_and_type(self):
        from sklearn.linear_model import LinearRegression

        spec = {"type": "tensor", "tensor-spec": {"dtype": "float64", "shape": [-1, 2]}}
        server = self.sklearn_model(LinearRegression().fit([[0, 0], [1, 1], [1, 0]], [0, 2, 1]), inputs=[spec])
        answer = server.score({"inputs": [[1, 1]]})
        self.assertEqual([2.0], [round(value, 6) for value in json.loads(answer.body)])
        refused = server.score({"instances": [[1, 1, 1]]})
        self.assertEqual(400, refused.status)
        self.assertIn("Shape of input (1, 3) does not match expected shape (-1, 2).", refused.message)
        self.assertIn("cannot be an array of float64", server.score({"inputs": [["x", "y"]]}).message)

    def test_a_python_model_that_cloudpickle_wrote_is_loaded_without_mlflow(self):
        server = self.model(
            ["loader_module: mlflow.pyfunc.model", "python_model: python_model.pkl"],
            {"inputs": [{"name": "when", "type": "datetime"}, {"name": "n", "type": "integer"}]},
            objects={"python_model.pkl": pickled_python_model()},
        )
        self.answers(
            server,
            [{"year": 2026, "dtype": "int32"}],
            {"dataframe_records": [{"when": "2026-11-26T10:00:00", "n": 3}]},
        )
        self.assertIn("to datetime", server.score({"dataframe_records": [{"when": "soon", "n": 3}]}).message)

    def test_arrays_and_holes_reach_a_model_without_a_signature_as_they_are(self):
        server = self.model(
            ["loader_module: mlflow.pyfunc.model", "python_model: python_model.pkl"],
            objects={"python_model.pkl": pickled_python_model()},
        )
        self.answers(server, [[2, 2]], {"instances": [[1, 2], [3, 4]]})


def pickled_python_model():
    """As MLflow pickles it: the class by value, its base by name."""
    import cloudpickle

    sys.path.insert(0, os.path.join(SERVER, "mlflow_serving"))
    from sluice_mlflow import stand_ins

    stand_ins.offer()
    stand_ins.PythonModel.__module__ = "mlflow.pyfunc.model"

    class Years(stand_ins.PythonModel):
        def predict(self, context, model_input):
            if not hasattr(model_input, "columns"):
                import numpy

                return numpy.array([model_input.shape])
            import pandas

            years = model_input["when"].dt.year
            return pandas.DataFrame({"year": years, "dtype": str(model_input["n"].dtype)})

    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    return cloudpickle.dumps(Years())
