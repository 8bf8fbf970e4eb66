"""A model of one's own, with a loader of its own: what MLflow calls a loader_module."""

import json
import os


def _load_pyfunc(path):
    with open(os.path.join(path, "weights.json")) as file:
        return Linear(json.load(file))


class Linear:
    def __init__(self, weights):
        self.weights = weights

    def predict(self, frame, params=None):
        offset = (params or {}).get("offset", 0.0)
        rows = frame.to_dict(orient="records")
        return [sum(weight * row[name] for name, weight in self.weights.items()) + offset for row in rows]
