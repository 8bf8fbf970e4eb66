"""Under which names scripts written for the cloud find what is ours.

The raw HTTP classes take the place of the cloud's own, for it is our server that reads them. The inference-schema
package is only stood in for: the folder `offered` comes last on the import path, so one that is installed wins."""

import importlib
import importlib.util
import os
import sys
import types

from . import worker_logs
from .cloud_api import AMLRequest, AMLResponse, rawhttp

OFFERED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "offered")


def offer():
    for package in ("azureml.contrib.services", "azureml_inference_server_http.api"):
        add_module(package + ".aml_request", AMLRequest=AMLRequest, rawhttp=rawhttp)
        add_module(package + ".aml_response", AMLResponse=AMLResponse)
    offer_log_config()
    sys.path.append(OFFERED)


def offer_log_config():
    add_module(
        "azureml_inference_server_http.log_config",
        AMLLogFormatter=worker_logs.UtcFormatter,
        RootAccessFilter=worker_logs.RootAccessFilter,
    )


def add_module(name, **content):
    module = types.ModuleType(name, "Offered by Sluice in the cloud's name.")
    vars(module).update(content)
    sys.modules[name] = module
    package, _, own_name = name.rpartition(".")
    setattr(package_named(package), own_name, module)


def package_named(name):
    """The package itself if it is installed, for there may be more in it; else an empty one."""
    if name in sys.modules:
        return sys.modules[name]
    parent, _, own_name = name.rpartition(".")
    above = package_named(parent) if parent else None
    if is_installed(name):
        return importlib.import_module(name)
    package = types.ModuleType(name, "Stands in for a package that is not installed.")
    package.__path__ = []
    sys.modules[name] = package
    if above:
        setattr(above, own_name, package)
    return package


def is_installed(name):
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError, AttributeError):
        return False
