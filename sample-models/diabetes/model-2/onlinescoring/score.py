"""Model 2: a hundred small decision trees, each correcting the ones before."""

import json
import logging
import os


def init():
    """Called once, when the deployment starts."""
    global model
    path = os.path.join(os.environ["AZUREML_MODEL_DIR"], "model", "trees.json")
    with open(path) as file:
        model = json.load(file)
    logging.info("model 2: loaded %d trees", len(model["trees"]))


def run(raw_data):
    """Called for every request, with its body as text."""
    rows = json.loads(raw_data)["data"]
    logging.info("model 2: scoring %d rows", len(rows))
    return [predict(row) for row in rows]


def predict(row):
    if len(row) != len(model["features"]):
        raise ValueError("a row has %d numbers, not %d" % (len(model["features"]), len(row)))
    return model["start"] + sum(ask(tree, row) for tree in model["trees"])


def ask(branch, row):
    """Follows the answers down a tree to the number at its end."""
    while isinstance(branch, dict):
        branch = branch["yes"] if row[branch["column"]] <= branch["at_most"] else branch["no"]
    return branch
