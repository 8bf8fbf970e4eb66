"""Answers with what it was given, and with what it finds around itself."""

import json
import os
import time

from beside.helper import GREETING


def init():
    print("init of the script that answers")


def run(data):
    asked = json.loads(data)
    if "say" in asked:
        print(asked["say"])
    if "pause" in asked:
        print("pausing")
        time.sleep(asked["pause"])
    if "work" in asked:
        end = time.process_time() + asked["work"]
        while time.process_time() < end:
            pass
    if "read" in asked:
        with open(os.path.join(os.environ["AZUREML_MODEL_DIR"], asked["read"])) as file:
            return file.read()
    if "variable" in asked:
        return os.environ.get(asked["variable"], "")
    return GREETING
