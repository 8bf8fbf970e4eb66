"""Parameters that are numpy arrays."""

import numpy as np

from ._descriptions import described
from .abstract_parameter_type import AbstractParameterType

FLOATS = {"float16": "float", "float32": "float", "float64": "double"}
TIME_UNITS = {
    "years": "Y",
    "months": "M",
    "weeks": "W",
    "days": "D",
    "hours": "h",
    "minutes": "m",
    "seconds": "s",
    "milliseconds": "ms",
    "microseconds": "us",
    "nanoseconds": "ns",
}


class NumpyParameterType(AbstractParameterType):
    """A sample array: its element type is enforced, and all of its shape but the number of rows."""

    def __init__(self, sample_input, enforce_column_type=True, enforce_shape=True):
        if not isinstance(sample_input, np.ndarray):
            raise TypeError("Invalid sample input provided, must provide a sample Numpy array.")
        super().__init__(sample_input)
        self.enforce_column_type = enforce_column_type
        self.enforce_shape = enforce_shape

    def deserialize_input(self, input_data):
        if isinstance(input_data, np.ndarray):
            return input_data
        if not isinstance(input_data, list):
            raise ValueError("Invalid input format: expected an array of items.")
        array = self._array(input_data)
        if self.enforce_shape:
            check_shape(array.shape, self.sample_input.shape)
        return array

    def _array(self, items):
        if not self.enforce_column_type:
            return np.array(items)
        dtype = self.sample_input.dtype
        return np.array([element(item, dtype) for item in items], dtype=dtype)

    def input_to_swagger(self):
        sample = self.sample_input
        schema = array_of(described_dtype(sample.dtype), max(1, sample.ndim))
        return {**schema, "format": "numpy.ndarray", "example": example(sample)}


def check_shape(found, expected):
    if len(found) != len(expected):
        raise ValueError(
            "Invalid input array: an array with %d dimensions is expected; input has %d [shape %s]"
            % (len(expected), len(found), found)
        )
    for number, (size, wanted) in enumerate(zip(found[1:], expected[1:]), 1):
        if size != wanted:
            raise ValueError(
                "Invalid input array: array has size %d on dimension #%d, while expected value is %d"
                % (size, number, wanted)
            )


def element(item, dtype):
    """What JSON has no word for: rows of named fields, moments and spans of time."""
    if dtype.names:
        values = [item[name] for name in dtype.names] if isinstance(item, dict) else item
        return tuple(element(value, dtype[place]) for place, value in enumerate(values))
    if dtype.kind == "m" and isinstance(item, str):
        amount, _, unit = item.partition(" ")
        if unit.lower() not in TIME_UNITS:
            raise ValueError("Invalid span of time: %s. It should be <value> <unit>, such as 3 days" % item)
        return np.timedelta64(int(amount), TIME_UNITS[unit.lower()])
    return item


def described_dtype(dtype):
    if dtype.names:
        properties = {name: described_dtype(dtype[name]) for name in dtype.names}
        return {"type": "object", "properties": properties}
    if dtype.subdtype:
        inner, shape = dtype.subdtype
        return array_of(described_dtype(inner), len(shape))
    if dtype.kind in "iu":
        return {"type": "integer", "format": dtype.name}
    if dtype.kind == "f":
        return {"type": "number", "format": FLOATS.get(dtype.name, "double")}
    simple = {
        "b": {"type": "boolean"},
        "O": {"type": "object"},
        "U": {"type": "string"},
        "M": {"type": "string", "format": "date-time"},
        "m": {"type": "string", "format": "timedelta"},
        "S": {"type": "string", "format": "binary"},
        "V": {"type": "string", "format": "binary"},
    }
    if dtype.kind not in simple:
        raise TypeError("There is no schema for numpy's %s" % dtype.name)
    return simple[dtype.kind]


def array_of(items, dimensions):
    for _ in range(dimensions):
        items = {"type": "array", "items": items}
    return items


def example(value):
    """The sample as JSON has it."""
    if isinstance(value, np.ndarray):
        return [example(item) for item in value]
    if isinstance(value, np.void) and value.dtype.names:
        return {name: example(value[name]) for name in value.dtype.names}
    if isinstance(value, (np.datetime64, np.timedelta64)):
        return str(value)
    plain = value.item() if isinstance(value, np.generic) else value
    return described(plain)["example"]
