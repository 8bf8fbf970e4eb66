"""The decorators of a run() that takes and gives typed values."""

import functools
import inspect

from .parameter_types.abstract_parameter_type import AbstractParameterType
from .schema_util import MARK, Schemas


def input_schema(param_name, param_type, convert_to_provided_type=True, optional=False):
    """The parameter is described by the sample in `param_type`, and converted to what that is before the call."""
    described = _checked(param_type).input_to_swagger()

    def decorate(function):
        signature = inspect.signature(function)
        if param_name not in signature.parameters:
            raise ValueError("@input_schema names %r, which is no parameter of %s()" % (param_name, function.__name__))

        @functools.wraps(function)
        def converting(*args, **kwargs):
            call = signature.bind(*args, **kwargs)
            if convert_to_provided_type and param_name in call.arguments:
                value = call.arguments[param_name]
                call.arguments[param_name] = param_type.deserialize_input(value) if value is not None else value
            return function(*call.args, **call.kwargs)

        _schemas_of(converting, signature).describe_input(param_name, described)
        return converting

    return decorate


def output_schema(output_type):
    """The result is described by the sample in `output_type`; it is sent as run() returns it."""
    described = _checked(output_type).input_to_swagger()

    def decorate(function):
        @functools.wraps(function)
        def passing(*args, **kwargs):
            return function(*args, **kwargs)

        _schemas_of(passing, inspect.signature(function)).describe_output(described)
        return passing

    return decorate


def _checked(param_type):
    if not isinstance(param_type, AbstractParameterType):
        raise TypeError("a schema needs a parameter type such as NumpyParameterType(sample), not %r" % (param_type,))
    return param_type


def _schemas_of(wrapper, signature):
    """Decorators stand above each other: `functools.wraps` has handed on what the one below knows."""
    if not hasattr(wrapper, MARK):
        setattr(wrapper, MARK, Schemas(list(signature.parameters)))
    return getattr(wrapper, MARK)
