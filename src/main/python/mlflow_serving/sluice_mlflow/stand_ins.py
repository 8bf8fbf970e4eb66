"""What pickled models and models from code import of mlflow, for an environment without it."""

import sys
import types


class PythonModel:
    """The class that models of one's own extend."""

    def load_context(self, context):
        pass

    def predict(self, context, model_input, params=None):
        raise NotImplementedError("this model has no predict()")


class PythonModelContext:
    """`artifacts` are paths by name."""

    def __init__(self, artifacts, model_config):
        self.artifacts = artifacts
        self.model_config = model_config or {}


def set_model(model):
    set_model.model = model


set_model.model = None


def offer():
    """Only for names that nothing has yet: whoever has mlflow keeps it."""
    add("mlflow")
    add("mlflow.pyfunc", PythonModel=PythonModel, PythonModelContext=PythonModelContext)
    add("mlflow.pyfunc.model", PythonModel=PythonModel, PythonModelContext=PythonModelContext)
    add("mlflow.models", set_model=set_model)


def add(name, **content):
    if name in sys.modules:
        return
    module = types.ModuleType(name, "Stands in for a package that is not installed.")
    module.__path__ = []
    vars(module).update(content)
    sys.modules[name] = module
    package, _, own_name = name.rpartition(".")
    if package:
        setattr(sys.modules[package], own_name, module)
