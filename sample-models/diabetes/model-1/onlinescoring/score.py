"""Model 1: a weighted sum of ten measurements."""

import json
import logging
import os


def init():
    """Called once, when the deployment starts."""
    global model
    path = os.path.join(os.environ["AZUREML_MODEL_DIR"], "model", "linear.json")
    with open(path) as file:
        model = json.load(file)
    logging.info("model 1: loaded %d weights", len(model["weights"]))


def run(raw_data):
    """Called for every request, with its body as text."""
    rows = json.loads(raw_data)["data"]
    logging.info("model 1: scoring %d rows", len(rows))
    return [predict(row) for row in rows]


def predict(row):
    weights = model["weights"].values()
    if len(row) != len(weights):
        raise ValueError("a row has %d numbers, not %d" % (len(weights), len(row)))
    return model["intercept"] + sum(weight * value for weight, value in zip(weights, row))
