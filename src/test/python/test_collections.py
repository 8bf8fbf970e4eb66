"""What a script collects by itself, through the cloud's package azureml-ai-monitoring. A package of the test's own stands in."""

import json
import os
import shutil
import tempfile

from support import ServerTest

COLLECTOR = """
import json, os

class Collector:
    def __init__(self, name):
        with open(os.environ["AZUREML_MDC_CONFIG_PATH"]) as file:
            self.collections = json.load(file)["collections"]
        self.name = name

    def collect(self, frame, context=None):
        print("collected %s %s %s" % (self.name, json.dumps(frame), self.collections[self.name]["enabled"]), flush=True)
"""

SCRIPT = """
import json
from azureml.contrib.services.aml_request import rawhttp
from azureml.contrib.services.aml_response import AMLResponse
from azureml.ai.monitoring import Collector

def init():
    global inputs
    inputs = Collector(name="model_inputs")

@rawhttp
def run(request):
    inputs.collect(json.loads(request.get_data()))
    return AMLResponse("ok", 200)
"""


COLLECTIONS = json.dumps({"collections": {"model_inputs": {"enabled": "true"}}})


class CollectionsOfTheScript(ServerTest):
    def collects(self, in_packages, beside_the_script):
        folder = tempfile.mkdtemp(prefix="packages-")
        self.addCleanup(shutil.rmtree, folder)
        settings = os.path.join(folder, "mdc_config.json")
        for name, text in dict(in_packages, **{"mdc_config.json": COLLECTIONS}).items():
            os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)
        server = self.serve(
            SCRIPT, files=beside_the_script, env={"PYTHONPATH": folder, "AZUREML_MDC_CONFIG_PATH": settings}
        )
        answer = server.score([1, 2])
        self.assertEqual((200, "ok"), (answer.status, answer.text), server.log)
        server.wait_for_log("collected model_inputs [1, 2] true")

    def test_the_clouds_package_stays_importable_beside_our_stand_ins(self):
        self.collects({"azureml/ai/monitoring/__init__.py": COLLECTOR}, {})

    def test_it_does_so_where_its_folders_are_packages_of_their_own(self):
        folders = {"azureml/__init__.py": "", "azureml/ai/__init__.py": ""}
        self.collects(dict(folders, **{"azureml/ai/monitoring/__init__.py": COLLECTOR}), {})

    def test_a_script_that_brings_the_package_in_its_own_folder_finds_it_too(self):
        self.collects({}, {"app/azureml/ai/monitoring/__init__.py": COLLECTOR})
