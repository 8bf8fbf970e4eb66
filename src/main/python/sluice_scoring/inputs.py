"""What run() is called with, by how it is written: reference section 4.3."""

import inspect
import json
import urllib.parse

from .cloud_api import AMLRequest
from .contract import Refusal

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class RawInput:
    """For @rawhttp: the request itself, whatever its method."""

    def __init__(self, parameter):
        self.parameter = parameter

    def __call__(self, request, body):
        return {self.parameter: AMLRequest(request["method"], request["target"], request["headers"], body)}


class TextInput:
    """For a run() without decorators: the body as a string, or the query as the JSON text of an object."""

    def __init__(self, parameter):
        self.parameter = parameter

    def __call__(self, request, body):
        if request["method"] == "OPTIONS":
            return None
        if request["method"] == "GET":
            return {self.parameter: json.dumps(query_values(request["target"]))}
        if content_type(request).startswith(FORMS):
            return {self.parameter: ""}  # as in the cloud, where a plain `curl -d` gives the script nothing
        try:
            return {self.parameter: body.decode("utf-8")}
        except UnicodeDecodeError as error:
            raise Refusal(400, "Input cannot be decoded as UTF-8: %s" % error) from None


class ObjectInput:
    """For @input_schema: each parameter from the key of the same name in a JSON object."""

    def __init__(self, parameters):
        self.parameters = list(parameters)

    def __call__(self, request, body):
        if request["method"] == "OPTIONS":
            return None
        if request["method"] == "GET":
            return self._arguments(query_values(request["target"]))
        if not is_json(content_type(request)):
            raise Refusal(415, "Expects Content-Type to be application/json")
        return self._arguments(self._object(body))

    @staticmethod
    def _object(body):
        if not body:
            raise Refusal(400, "POST body is empty. Expecting a JSON dictionary.")
        try:
            given = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise Refusal(400, "POST body could not be decoded as JSON: %s" % error) from None
        if not isinstance(given, dict):
            raise Refusal(400, "POST body should be a JSON dictionary.")
        return given

    def _arguments(self, given):
        arguments = {p.name: given.get(p.name, p.default) for p in self.parameters}
        for name, value in arguments.items():
            if value is inspect.Parameter.empty:
                raise Refusal(400, "A value is not provided for the %r parameter." % name)
        return arguments


def query_values(target):
    """`a=1&b=[1,2]&a=x` as an object; a value that is no JSON is a string, a key that comes again makes a list."""
    values = urllib.parse.parse_qs(target.partition("?")[2], keep_blank_values=True)
    parsed = {name: [json_or_text(text) for text in texts] for name, texts in values.items()}
    return {name: found[0] if len(found) == 1 else found for name, found in parsed.items()}


def json_or_text(text):
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def content_type(request):
    return request["headers"].get("content-type", "").lower()


def is_json(kind):
    kind = kind.split(";")[0].strip()
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))
