"""What a model says about its inputs and parameters, and whether a request fits it. The checks and their words are MLflow's."""

import json
import logging

from .columns import Column, enforce_columns
from .problems import InvalidInput, UnusableModel
from .tensors import Tensor, enforce_tensors

log = logging.getLogger("sluice.mlflow")


class Signature:
    """`inputs` are all columns or all tensors; empty if the model does not say, and then every input is taken."""

    def __init__(self, inputs=(), outputs=(), params=None):
        self.inputs = list(inputs)
        self.outputs = list(outputs)
        self.params = params

    @classmethod
    def read(cls, said):
        """`said` has each part as JSON text."""
        said = said or {}
        try:
            inputs, outputs, params = (parsed(said.get(part)) for part in ("inputs", "outputs", "params"))
            return cls(
                [spec_of(spec) for spec in inputs or ()],
                [spec_of(spec) for spec in outputs or ()],
                None if params is None else [Param(spec) for spec in params],
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnusableModel("The model's signature cannot be read: %s: %s" % (type(error).__name__, error)) from None

    @property
    def is_of_tensors(self):
        return bool(self.inputs) and isinstance(self.inputs[0], Tensor)

    @property
    def has_names(self):
        return bool(self.inputs) and self.inputs[0].name is not None

    def enforce(self, given):
        """What the model's predict() is to get."""
        if not self.inputs:
            return given.as_sent()
        return enforce_tensors(self.inputs, given) if self.is_of_tensors else enforce_columns(self.inputs, given)

    def enforce_params(self, given):
        if self.params is None:
            if given:
                log.warning("Params can only be given to a model whose signature has params. Ignoring: %s", list(given))
            return {}
        known = {param.name: param for param in self.params}
        ignored = [name for name in given if name not in known]
        if ignored:
            log.warning("Unrecognized params %s are ignored for inference. Supported params are: %s.", ignored, set(known))
        found, invalid = {}, []
        for name, param in known.items():
            try:
                found[name] = param.enforce(given[name]) if name in given else param.default
            except ValueError as error:
                invalid.append((name, str(error)))
        if invalid:
            raise InvalidInput("Invalid parameters found: %r" % invalid)
        return found


def parsed(part):
    return json.loads(part) if isinstance(part, str) else part


def spec_of(spec):
    return Tensor(spec) if spec["type"] == "tensor" else Column(spec)


class Param:
    """A parameter of predict() that a request may give."""

    KINDS = {
        "boolean": (bool,),
        "integer": (int,),
        "long": (int,),
        "float": (int, float),
        "double": (int, float),
        "string": (str,),
    }

    def __init__(self, spec):
        self.name = spec["name"]
        self.type = spec.get("type") or spec.get("dtype")
        self.default = spec.get("default")
        self.is_list = spec.get("shape") is not None

    def enforce(self, value):
        if self.is_list != isinstance(value, list):
            shape = "a list" if self.is_list else "a scalar"
            raise ValueError("Value must be %s, got %s" % (shape, type(value).__name__))
        return [self._one(element) for element in value] if self.is_list else self._one(value)

    def _one(self, value):
        kinds = self.KINDS.get(self.type)
        is_wrong_bool = isinstance(value, bool) and self.type != "boolean"
        if kinds and (is_wrong_bool or not isinstance(value, kinds)):
            raise ValueError("Failed to convert value `%s` from type `%s` to `%s`" % (value, type(value).__name__, self.type))
        return float(value) if kinds == (int, float) else value
