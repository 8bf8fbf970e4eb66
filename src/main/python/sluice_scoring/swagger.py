"""The description of the service in OpenAPI 2, 3 and 3.1, key for key as the cloud's server says it."""

import json
import os

from .failures import INIT_FAILED, BootError, BootFailure
from .http_reply import JSON, Reply, message_reply

# The user's own description of a version, in the order in which it is looked for.
SWAGGER_FILES = {"2": ("swagger.json", "swagger2.json"), "3": ("swagger3.json",), "3.1": ("swagger3.1.json",)}
ALIASES = {"2.0": "2", "3.0": "3"}
PLAIN = {"type": "object", "example": {}}


def documents(settings, schemas):
    """One document a version, as bytes: the user's own file if there is one, else a description of what the worker says
    about the script. A version that cannot describe the script's types is left out."""
    found = {}
    for version, names in SWAGGER_FILES.items():
        own = own_document(settings.app_root, names)
        if own is not None:
            found[version] = own
        elif version in schemas.get("versions", SWAGGER_FILES):
            found[version] = ApiDescription(settings, schemas, version).document()
    return {version: json.dumps(document).encode() for version, document in found.items()}


def own_document(folder, names):
    path = next((path for path in (os.path.join(folder, name) for name in names) if os.path.isfile(path)), None)
    if path is None:
        return None
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        message = "The user's swagger file cannot be read: %s" % error
        raise BootError(BootFailure("bad_swagger", INIT_FAILED, message, file=path)) from None


def reply(found, version):
    """The answer to who asks for a version."""
    known = ALIASES.get(version, version)
    if known in found:
        return Reply(200, found[known])
    what = "not supported for the scoring script. Supported swagger" if known in SWAGGER_FILES else "not valid. Supported"
    message = "Swagger version [%s] is %s versions: [%s]." % (version, what, ", ".join(sorted(found)))
    return message_reply(404, message)


class ApiDescription:
    """The contract in the words of OpenAPI 2, or of 3 and 3.1."""

    def __init__(self, settings, schemas, version):
        self.settings = settings
        self.schemas = schemas
        self.version = version
        self.is_2 = version == "2"

    def document(self):
        title = self.settings.service_name
        description = "API specification for the Azure Machine Learning service " + title
        info = {"title": title, "description": description, "version": self.settings.service_version}
        given, result = self.schemas.get("input", PLAIN), self.schemas.get("output", PLAIN)
        error = {"type": "object", "properties": {"message": {"type": "string"}}}
        schemas = {"ServiceInput": given, "ServiceOutput": result, "ErrorResponse": error}
        example = "For example: Bearer abc123"
        security = {"Bearer": {"type": "apiKey", "name": "Authorization", "in": "header", "description": example}}
        prefix = "/" + self.settings.path_prefix if self.settings.path_prefix else ""
        pages = {"/": self._health(), "/score": self._score(), "/swagger.json": self._swagger()}
        paths = {prefix + path: page for path, page in pages.items()}
        if self.is_2:
            head = {"swagger": "2.0", "info": info, "schemes": ["https"], "consumes": [JSON], "produces": [JSON]}
            return {**head, "securityDefinitions": security, "paths": paths, "definitions": schemas}
        head = {"openapi": "3.0.3" if self.version == "3" else "3.1.0", "info": info, "security": [{"Bearer": []}]}
        return {**head, "paths": paths, "components": {"schemas": schemas, "securitySchemes": security}}

    def _health(self):
        what = "Simple health check endpoint to ensure the service is up at any given point."
        good = "If service is up and running, this response will be returned with the content 'Healthy'"
        answer = self._content({"type": "string", "example": "Healthy"}, "text/plain")
        if self.is_2:
            answer = {"schema": {"type": "string"}, "examples": {JSON: "Healthy"}}
        return {"get": self._operation("ServiceHealthCheck", what, {}, good, answer)}

    def _score(self):
        what = "Run web service's model and get the prediction output"
        good = "The service processed the input correctly and provided a result prediction, if applicable."
        payload = "The input payload for executing the real-time machine learning service."
        content = self._content(self._named("ServiceInput"))
        body = {"requestBody": {"description": payload, **content}}
        if self.is_2:
            parameter = {"name": "serviceInputPayload", "in": "body", "description": payload}
            body = {"parameters": [{**parameter, **content}]}
        answer = self._content(self._named("ServiceOutput"))
        return {"post": self._operation("RunMLService", what, {"security": [{"Bearer": []}], **body}, good, answer)}

    def _swagger(self):
        choice = {"type": "integer", "enum": [2, 3]}
        parameter = {"name": "version", "in": "query", "required": False}
        more = {"parameters": [{**parameter, **(choice if self.is_2 else {"schema": choice})}]}
        answer = self._content({"type": "string"}, "text/plain")
        what = "Get the Swagger specification."
        return {"get": self._operation("GetSwaggerSpec", what, more, "The Swagger specification.", answer)}

    def _operation(self, name, what, more, good, answer):
        failure = self._content(self._named("ErrorResponse"))
        responses = {
            "200": {"description": good, **answer},
            "default": {"description": "The service failed to execute due to an error.", **failure},
        }
        return {"operationId": name, "description": what, **more, "responses": responses}

    def _content(self, schema, kind=JSON):
        return {"schema": schema} if self.is_2 else {"content": {kind: {"schema": schema}}}

    def _named(self, name):
        return {"$ref": ("#/definitions/" if self.is_2 else "#/components/schemas/") + name}
