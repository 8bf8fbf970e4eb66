import json
import logging
import os

import joblib
import numpy


def init():
    """Called once, when the deployment starts: loads the model from the folder that was deployed."""
    global model
    path = os.path.join(os.environ["AZUREML_MODEL_DIR"], "model", "sklearn_regression_model.pkl")
    model = joblib.load(path)
    logging.info("model 1: loaded %s", path)


def run(raw_data):
    """Called for every request, with its body as text."""
    data = numpy.array(json.loads(raw_data)["data"])
    logging.info("model 1: scoring %d rows", len(data))
    return model.predict(data).tolist()
