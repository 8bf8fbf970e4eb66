"""The module that the user wrote, checked to have an init() and a run() that can be called."""

import importlib.util
import inspect
import sys
import types

from . import cloud_modules
from .cloud_api import Headers, rawhttp
from .failures import INIT_FAILED, BootError, BootFailure, failed_import, user_traceback, wrong_function
from .inputs import ObjectInput, RawInput, TextInput

POSITIONAL = "run() cannot accept positional-only arguments, *args, or **kwargs."
BOTH = "run() cannot be decorated with both @rawhttp and @input_schema"


class UserScript:
    """`arguments` makes of a request what `run` is called with."""

    def __init__(self, path, module, log):
        self.path = path
        self.init = self._function(module, "init")
        # The cloud's Designer puts a driver before the script, whose own run() only passes on.
        driven = getattr(module, "driver_module", None)
        self._run = self._function(driven if is_driven(driven) else module, "run")
        log.info("Found user script at %s", path)
        self._input, self._wants_headers, how = self._inspect_run()
        log.info("%s", how)

    @classmethod
    def load(cls, settings, log):
        # The first entry is our own directory, whose files are none of the script's business.
        sys.path[0:1] = list(dict.fromkeys(settings.import_path))
        sys.argv = [settings.script]
        try:
            cloud_modules.offer()  # now, so that a package azureml in the script's own folder is found and added to
            return cls(settings.script, load_module(settings.script), log)
        except BootError as error:
            log.error("%s", error.failure.message)
            raise
        except BaseException as error:
            log.error("%s", user_traceback(error))
            raise BootError(failed_import(error, settings.script)) from None

    def _function(self, module, name):
        function = getattr(module, name, None)
        if not callable(function):
            message = "User script at %s does not have a %s() function defined." % (self.path, name)
            raise BootError(wrong_function("no_" + name, message, self.path))
        return function

    def _inspect_run(self):
        parameters = list(inspect.signature(self._run).parameters.values())
        if any(p.kind in (p.POSITIONAL_ONLY, p.VAR_POSITIONAL, p.VAR_KEYWORD) for p in parameters):
            raise self._bad_signature(POSITIONAL)
        inputs = [p for p in parameters if p.name != "request_headers"]
        wants_headers = len(inputs) < len(parameters)
        if not inputs:
            other = ' other than "request_headers".' if wants_headers else " for input data."
            raise self._bad_signature("run() needs to accept an argument" + other)
        is_decorated = self._is_decorated()
        if rawhttp.is_requested and is_decorated:
            raise self._bad_signature(BOTH)
        if rawhttp.is_requested:
            return RawInput(inputs[0].name), wants_headers, "run() is decorated with @rawhttp: it gets the HTTP request."
        if is_decorated:
            names = ", ".join(p.name for p in inputs)
            return ObjectInput(inputs), wants_headers, "run() is decorated with @input_schema: it gets " + names + "."
        return TextInput(inputs[0].name), wants_headers, "run() is not decorated: it gets the input in JSON string."

    def _bad_signature(self, message):
        return BootError(wrong_function("bad_run_signature", message, self.path))

    def arguments(self, request, body):
        """What to call run() with, or None if the request can be answered without it."""
        arguments = self._input(request, body)
        if self._wants_headers and arguments is not None:
            arguments["request_headers"] = dict(Headers(request["headers"]))
        return arguments

    def run(self, arguments):
        return self._run(**arguments)

    # -- schemas

    def _is_decorated(self):
        """The package, or our subset of it, has been imported by a script that uses it, and by no other."""
        schema_util = sys.modules.get("inference_schema.schema_util")
        return bool(schema_util) and schema_util.is_schema_decorated(self._run)

    def schemas(self):
        """What goes in and what comes out, for the service's description; empty if the script does not say. A script of
        ours, which knows its model's signature, says it in an attribute."""
        if not self._is_decorated():
            return getattr(self._run, "schemas", {})
        util = sys.modules["inference_schema.schema_util"]
        try:
            versions = [str(version) for version in util.get_supported_versions(self._run)]
            return {
                "input": util.get_input_schema(self._run),
                "output": util.get_output_schema(self._run),
                "versions": [version[:-2] if version.endswith(".0") else version for version in versions],
            }
        except Exception as error:
            message = "The schemas of run() cannot be described: %s" % error
            raise BootError(BootFailure("bad_swagger", INIT_FAILED, message, script=self.path)) from None


def is_driven(module):
    return isinstance(module, types.ModuleType) and hasattr(module, "run")


def load_module(path):
    spec = importlib.util.spec_from_file_location("entry_module", path)
    if spec is None:
        raise ImportError("%s is no Python file" % path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # pickle and dataclasses look the module up by its name
    spec.loader.exec_module(module)
    return module
