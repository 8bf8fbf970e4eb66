"""The sample models give their recorded answers through the real server."""

import importlib.util
import json
import os
import unittest

from support import ROOT, ServerTest

RECORDED = {
    ("diabetes", "model-1"): [137.94904291160003, 182.53332062320004],
    ("diabetes", "model-2"): [140.916198, 167.479112],
    ("sklearn-regression", "model-1"): [137.94908877812463, 182.53335399985815],
    ("sklearn-regression", "model-2"): [129.10995003113837, 173.01369748868265],
}


class Samples(ServerTest):
    def answers_of(self, sample):
        for model in ("model-1", "model-2"):
            folder = os.path.join(ROOT, "sample-models", sample)
            script = os.path.join(folder, model, "onlinescoring", "score.py")
            with open(os.path.join(folder, "sample-request.json"), "rb") as file:
                request = file.read()
            server = self.serve(script, env={"AZUREML_MODEL_DIR": os.path.join(folder, model)})
            answer = server.ask("POST", "/score", request, {"Content-Type": "application/json"})
            self.assertEqual(200, answer.status, server.log)
            number = model[-1]
            self.assertRegex(server.log, r"I \[\d+\] root - req=\S+ model %s: scoring 2 rows" % number)
            for found, recorded in zip(json.loads(answer.text), RECORDED[sample, model]):
                self.assertAlmostEqual(recorded, found, places=6)

    def test_both_diabetes_models_answer_as_recorded(self):
        self.answers_of("diabetes")

    @unittest.skipUnless(importlib.util.find_spec("sklearn"), "SKIPPED: scikit-learn is not installed for this Python")
    def test_both_scikit_learn_models_answer_as_recorded(self):
        self.answers_of("sklearn-regression")

    def test_blue_and_green_differ_visibly_but_not_wildly(self):
        for sample in ("diabetes", "sklearn-regression"):
            for blue, green in zip(RECORDED[sample, "model-1"], RECORDED[sample, "model-2"]):
                self.assertTrue(1 < abs(blue - green) < 20, (blue, green))
