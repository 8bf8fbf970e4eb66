"""Loads a saved model: by the mlflow package where it is installed, else here, as far as that goes without it."""

import importlib
import importlib.util
import inspect
import logging
import os
import pickle
import sys

from . import stand_ins
from .problems import MissingPackage, UnusableModel

log = logging.getLogger("sluice.mlflow")

# Under which name a package is installed, where that is not the one it is imported by.
DISTRIBUTIONS = {"sklearn": "scikit-learn", "yaml": "PyYAML", "cv2": "opencv-python", "PIL": "pillow"}


def load(saved):
    """Something with predict(input, params)."""
    sys.path[0:0] = [path for path in code_folders(saved) if path not in sys.path]
    needs_frames = not saved.signature.is_of_tensors
    for package in ("numpy", "pandas") if needs_frames else ("numpy",):
        require(package, "the inputs of the model are made with it")
    if importlib.util.find_spec("mlflow") is not None:
        import mlflow.pyfunc

        log.info("The model is loaded by mlflow %s.", mlflow.__version__)
        return Predictor(mlflow.pyfunc.load_model(saved.folder).predict)
    module = saved.loader["loader_module"]
    log.info("mlflow is not installed: Sluice loads the model itself, by the loader %s.", module)
    try:
        if module == "mlflow.sklearn":
            return load_sklearn(saved)
        if module == "mlflow.pyfunc.model":
            return load_python_model(saved)
        return load_module(saved, module)
    except ModuleNotFoundError as error:
        raise missing(error.name, "the model cannot be loaded without it", saved) from error


def code_folders(saved):
    code = saved.loader.get("code")
    return [saved.path(folder) for folder in ([code] if isinstance(code, str) else code or [])]


def require(package, why):
    if importlib.util.find_spec(package) is None:
        raise missing(package, why)


def missing(package, why, saved=None):
    package = (package or "").partition(".")[0]
    distribution = DISTRIBUTIONS.get(package, package)
    flavor = saved.flavors.get(package) if saved else None
    version = flavor.get(package + "_version") if isinstance(flavor, dict) else None
    if package == "mlflow" and saved:
        version = saved.mlflow_version
    return MissingPackage(
        "The package %s is not installed in %s: %s. Add it to the environment's packages%s."
        % (distribution, sys.executable, why, " (the model was saved with version %s)" % version if version else ""),
        name=package,
    )


class Predictor:
    """Calls a model's predict(), with params only where it takes them."""

    def __init__(self, predict):
        self._predict = predict
        self._takes_params = takes(predict, "params")

    def predict(self, given, params):
        return self._predict(given, params=params) if self._takes_params else self._predict(given)


def takes(function, name):
    try:
        return name in inspect.signature(function).parameters
    except (TypeError, ValueError):
        return False  # written in C, without a signature


def unpickled(path):
    with open(path, "rb") as file:
        return pickle.load(file)


def load_sklearn(saved):
    flavor = saved.flavors.get("sklearn") or {}
    if flavor.get("serialization_format", "pickle") not in ("pickle", "cloudpickle"):
        raise UnusableModel(
            "Only the mlflow package can read a model that was saved as %s: add mlflow to the environment's packages."
            % flavor["serialization_format"]
        )
    data = saved.loader.get("model_path") or saved.loader.get("data") or flavor.get("pickled_model") or "model.pkl"
    model = unpickled(saved.path(data))
    return Predictor(getattr(model, saved.loader.get("predict_fn", "predict")))


def load_python_model(saved):
    stand_ins.offer()
    context = stand_ins.PythonModelContext(artifacts_of(saved), saved.loader.get("model_config") or saved.loader.get("config"))
    model = python_model(saved)
    if hasattr(model, "load_context"):
        model.load_context(context)
    if not takes(model.predict, "context"):
        return Predictor(model.predict)
    in_context = InContext(model, context)
    return Predictor(in_context.predict_with_params if takes(model.predict, "params") else in_context.predict)


def artifacts_of(saved):
    said = saved.loader.get("artifacts") or {}
    return {name: saved.path(artifact["path"]) for name, artifact in said.items()}


def python_model(saved):
    """A pickled object, or a script that names one by mlflow.models.set_model()."""
    script = saved.loader.get("model_code_path")
    if not script:
        return unpickled(saved.path(saved.loader.get("python_model", "python_model.pkl")))
    spec = importlib.util.spec_from_file_location("model_code", saved.path(os.path.basename(script)))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if stand_ins.set_model.model is None:
        raise UnusableModel("%s does not name its model by mlflow.models.set_model()." % script)
    return stand_ins.set_model.model


class InContext:
    """A python_model whose predict() wants the context first."""

    def __init__(self, model, context):
        self._model = model
        self._context = context

    def predict(self, given):
        return self._model.predict(self._context, given)

    def predict_with_params(self, given, params):
        return self._model.predict(self._context, given, params=params)


def load_module(saved, name):
    """A loader of the model's own, which is a module with _load_pyfunc(path)."""
    module = importlib.import_module(name)
    if not hasattr(module, "_load_pyfunc"):
        raise UnusableModel("The model's loader %s has no function _load_pyfunc()." % name)
    data = saved.loader.get("data")
    return Predictor(module._load_pyfunc(saved.path(data) if data else saved.folder).predict)
