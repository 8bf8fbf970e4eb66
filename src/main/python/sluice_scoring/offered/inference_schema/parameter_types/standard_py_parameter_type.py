"""Parameters of standard Python types, and dicts and lists with other parameter types in them."""

import base64
import datetime
import json

from ._descriptions import described
from .abstract_parameter_type import AbstractParameterType


class StandardPythonParameterType(AbstractParameterType):
    """A sample of a standard type. What in a dict or a list is a parameter type itself converts its own part."""

    def input_to_swagger(self):
        if self.sample_input is None:
            raise ValueError("Sample input cannot be None")
        schema = described(self.sample_input)
        try:
            json.dumps(schema)
        except TypeError as error:
            raise TypeError("the sample must be of what JSON can say: %s" % error) from None
        return schema

    def deserialize_input(self, input_data):
        kind = self.sample_data_type
        if isinstance(input_data, str) and kind is not str:
            input_data = self._from_text(input_data)
        if kind is float and isinstance(input_data, int):
            return input_data  # JSON does not tell 1 from 1.0
        if kind is tuple and isinstance(input_data, list):
            input_data = tuple(input_data)
        if not isinstance(input_data, kind):
            found = type(input_data)
            raise ValueError("Invalid input data type to parse. Expected: %s but got %s" % (kind, found))
        return self._with_parts(input_data)

    def _from_text(self, text):
        kind = self.sample_data_type
        if kind in (bytes, bytearray):
            return kind(base64.b64decode(text))
        if kind is datetime.datetime:
            return parsed_moment(text)
        if kind is datetime.date:
            return datetime.date.fromisoformat(text)
        if kind is datetime.time:
            return parsed_moment("2000-01-01 " + text).timetz()
        return text

    def _with_parts(self, value):
        sample = self.sample_input
        if isinstance(sample, dict):
            typed = {name: part for name, part in sample.items() if isinstance(part, AbstractParameterType)}
            missing = [name for name in typed if name not in value]
            if missing:
                raise ValueError("the input lacks %s" % ", ".join(map(repr, missing)))
            return {name: typed[name].deserialize_input(v) if name in typed else v for name, v in value.items()}
        if isinstance(sample, (list, tuple)) and any(isinstance(part, AbstractParameterType) for part in sample):
            if len(value) > len(sample):
                raise ValueError("%d items are expected; input has %d" % (len(sample), len(value)))
            return type(sample)(
                part.deserialize_input(v) if isinstance(part, AbstractParameterType) else v
                for part, v in zip(sample, value)
            )
        return value


def parsed_moment(text):
    """As ISO 8601 says it, or as our own examples do, with a space before the time zone."""
    text = text.strip().replace("Z", "+00:00")
    head, _, zone = text.rpartition(" ")
    if zone[:1] in ("+", "-"):
        text = head + (zone if ":" in zone else zone[:3] + ":" + zone[3:])
    return datetime.datetime.fromisoformat(text)
