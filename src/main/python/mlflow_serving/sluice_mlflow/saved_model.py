"""A model's folder as MLflow saves it, and what its file `MLmodel` says."""

import json
import os

from . import plain_yaml
from .problems import UnusableModel
from .signature import Signature

MARK = "MLmodel"


class SavedModel:
    """`loader` is what the flavor python_function says about how to load it; `flavors` has them all."""

    def __init__(self, folder, content):
        self.folder = folder
        self.flavors = content.get("flavors") or {}
        self.loader = self.flavors.get("python_function")
        if not isinstance(self.loader, dict) or not self.loader.get("loader_module"):
            raise UnusableModel(
                "The model in %s has no python_function flavor, which says how any model is loaded. Its flavors are: %s."
                % (folder, ", ".join(sorted(self.flavors)) or "none")
            )
        self.mlflow_version = content.get("mlflow_version")
        self.signature = Signature.read(content.get("signature"))
        self.example = self._example(content.get("saved_input_example_info") or {})

    def path(self, relative):
        return os.path.join(self.folder, relative)

    def _example(self, info):
        """The input that was saved with the model, as JSON; it is only shown, so that trouble with it is none."""
        try:
            with open(self.path(info["artifact_path"]), encoding="utf-8") as file:
                return json.load(file)
        except (KeyError, OSError, ValueError):
            return None


def find(model_dir):
    """The folder with the file MLmodel that is nearest to the top."""
    level = [model_dir]
    while level:
        for folder in level:
            if os.path.isfile(os.path.join(folder, MARK)):
                return folder
        level = [entry.path for folder in level for entry in sorted(os.scandir(folder), key=lambda e: e.name) if entry.is_dir()]
    raise UnusableModel("There is no file %s under %s, so MLflow did not save this model." % (MARK, model_dir))


def read(model_dir):
    folder = find(model_dir)
    path = os.path.join(folder, MARK)
    try:
        with open(path, encoding="utf-8") as file:
            content = plain_yaml.load(file.read())
    except (plain_yaml.YamlError, UnicodeDecodeError) as error:
        raise UnusableModel("%s cannot be read: %s" % (path, error)) from None
    if not isinstance(content, dict):
        raise UnusableModel("%s holds no keys." % path)
    return SavedModel(folder, content)
