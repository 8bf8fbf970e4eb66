"""The scoring script of every model that MLflow saved and that comes without code, as the cloud has one of its own.

A request is what the cloud's script takes ({"input_data": ..., "params": ...}) or what MLflow's own server takes
(dataframe_split, dataframe_records, instances, inputs). What does not fit the model's signature is answered with 400."""

import json
import logging
import os

from sluice_mlflow import answers, description, given, loading, saved_model
from sluice_mlflow.problems import InvalidInput
from sluice_scoring.contract import Refusal

log = logging.getLogger("sluice.mlflow")
service = None


class Service:
    """A loaded model and what it takes."""

    def __init__(self, saved):
        self.signature = saved.signature
        self.model = loading.load(saved)

    def answer(self, body):
        inputs, params = given.of_request(body)
        params = self.signature.enforce_params(params)
        return answers.jsonable(self.model.predict(self.signature.enforce(inputs), params))


def init():
    global service
    saved = saved_model.read(os.environ["AZUREML_MODEL_DIR"])
    if not saved.signature.inputs:
        log.warning("The model has no signature: its inputs are not checked and not described.")
    run.schemas = description.schemas(saved)
    service = Service(saved)


def run(raw_data, request_headers):
    content_type = request_headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if raw_data == "" or not (content_type == "application/json" or content_type.endswith("+json")):
        raise Refusal(415, "Expects Content-Type to be application/json")
    try:
        body = json.loads(raw_data)
    except (ValueError, RecursionError) as error:
        raise Refusal(400, "POST body could not be decoded as JSON: %s" % error) from None
    if not isinstance(body, dict):
        raise Refusal(400, "POST body should be a JSON dictionary.")
    try:
        return service.answer(body)
    except InvalidInput as error:
        raise Refusal(400, str(error)) from None
