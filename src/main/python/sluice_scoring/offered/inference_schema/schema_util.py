"""What the decorators know about a function."""

import copy

MARK = "__sluice_schemas__"
VERSIONS = ("2.0", "3.0", "3.1")
UNKNOWN = {"type": "object"}


class Schemas:
    """The described input and output of one function. A mixed array can be said in OpenAPI 3 only."""

    def __init__(self, parameters):
        self.parameters = parameters
        self.input = None
        self.output = None
        self.versions = VERSIONS

    def describe_input(self, name, described):
        if self.input is None:
            properties = {parameter: {} for parameter in self.parameters}
            example = {parameter: "" for parameter in self.parameters}
            self.input = {"type": "object", "properties": properties, "example": example}
        described = self._taken(described)
        self.input["example"][name] = described.pop("example")
        self.input["properties"][name] = described

    def describe_output(self, described):
        if self.output is not None:
            raise ValueError("the function has an @output_schema already")
        self.output = self._taken(described)

    def _taken(self, described):
        if "oneOf" in str(described):
            self.versions = VERSIONS[1:]
        return copy.deepcopy(described)


def is_schema_decorated(function):
    return hasattr(function, MARK)


def get_input_schema(function):
    return _schema(function, "input")


def get_output_schema(function):
    return _schema(function, "output")


def get_supported_versions(function):
    return list(getattr(function, MARK).versions) if is_schema_decorated(function) else list(VERSIONS)


def _schema(function, which):
    return copy.deepcopy(getattr(getattr(function, MARK, None), which, None) or UNKNOWN)
