"""Serves one scoring script (`score.py`) over HTTP, the way the cloud's managed online endpoints do.

Two kinds of process share the work:

* the *master* speaks HTTP and nothing else. It never runs user code, so `GET /` answers at once whatever a model does;
* the *workers* (WORKER_COUNT of them, forked by the master) load the script, call `init()` once, then `run()` once a
  request, in their main thread, one request at a time. One that dies is replaced; only its own request suffers.

Master and worker speak in frames over a socket pair: a JSON object (`meta`) and a raw body. Read the file from the top:
settings, logs, HTTP, replies, the master with its channels, then the worker and what it offers to user code.

Standard library only, Python 3.8 or newer, so that it runs in any image that has Python.
"""

import argparse
import collections
import email
import email.policy
import email.utils
import http
import importlib.util
import inspect
import io
import json
import logging
import os
import re
import select
import selectors
import signal
import socket
import struct
import sys
import time
import traceback
import types
import urllib.parse
import uuid

VERSION = "sluice/1.0"
EXIT_FAILED_TO_BOOT = 3  # what the cloud's server exits with, so that one rule reads both

MAX_LINE = 8190
MAX_HEAD = 64 * 1024
MAX_BODY = 100 * 1024 * 1024
MAX_ID = 100
MAX_QUEUE = 1000
MAX_CLIENTS = 900  # below the usual limit of 1024 descriptors
MAX_LISTING = 200
MAX_IDLE_DEATHS = 5
READ_SIZE = 64 * 1024  # larger buffers come from mmap, at a price for every small read
TICK_SECONDS = 1.0
LINGER_SECONDS = 2.0
OVERDUE_SECONDS = 2.0

# --- Settings --------------------------------------------------------------------------------------------------------


class Settings:
    """What the command line and the environment ask for. Variables that begin with SLUICE_ are ours, the others are
    the cloud's."""

    def __init__(self, options, env):
        self.host = options.host
        self.port = options.port if options.port is not None else whole_number(env, "SERVER_PORT", 5001)
        self.port_file = options.port_file
        self.log_file = options.log_file
        self.log_bytes = options.log_bytes
        self.app_root = os.path.abspath(env.get("AML_APP_ROOT") or os.getcwd())
        self.script = os.path.join(self.app_root, env.get("AZUREML_ENTRY_SCRIPT") or "main.py")
        self.source_directory = os.path.join(self.app_root, env.get("AZUREML_SOURCE_DIRECTORY") or ".")
        self.model_dir = env.get("AZUREML_MODEL_DIR")
        self.service_name = env.get("SERVICE_NAME", "ML service")
        self.workers = max(1, whole_number(env, "WORKER_COUNT", 1))
        self.scoring_timeout_ms = max(1, whole_number(env, "SCORING_TIMEOUT_MS", 3600000))
        self.cors_origins = [origin.strip() for origin in env.get("AML_CORS_ORIGINS", "").split(",") if origin.strip()]
        self.tells_version = env.get("SERVER_VERSION_LOG_RESPONSE_ENABLED", "true").lower() != "false"
        self.grace_seconds = whole_number(env, "SLUICE_GRACE_MS", 10000) / 1000
        self.idle_seconds = whole_number(env, "SLUICE_IDLE_TIMEOUT_MS", 120000) / 1000

    @property
    def import_path(self):
        return [os.path.dirname(self.script), self.app_root, self.source_directory]


def whole_number(env, name, default):
    """An environment variable as a number; what cannot be one stops the server before it starts."""
    text = env.get(name, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdigit()):
        sys.exit("%s must be a whole number, not %r" % (name, text))
    return int(text)


def parse_command_line(arguments):
    parser = argparse.ArgumentParser(description="Serve a scoring script over HTTP.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, help="0 takes any free port; default SERVER_PORT or 5001")
    parser.add_argument("--port-file", help="receives the port number once the server is ready")
    parser.add_argument("--log-file", help="receives every log line and all output of the script")
    parser.add_argument("--log-bytes", type=int, default=10 * 1024 * 1024, help="size at which the log is rotated")
    return parser.parse_args(arguments)


# --- Logs ------------------------------------------------------------------------------------------------------------


class LogFile:
    """A log that never takes more than twice `limit` bytes: when full it becomes `<path>.1` and starts again."""

    def __init__(self, path, limit):
        self.path = path
        self.limit = max(1, limit)
        self._open()

    def _open(self):
        self.file = open(self.path, "ab", buffering=0)
        self.size = os.fstat(self.file.fileno()).st_size

    def write(self, data):
        for start in range(0, len(data), self.limit):
            self._write_piece(data[start : start + self.limit])

    def _write_piece(self, piece):
        try:
            if self.size and self.size + len(piece) > self.limit:
                self.file.close()
                os.replace(self.path, self.path + ".1")
                self._open()
            self.size += self.file.write(piece)
        except (OSError, ValueError):
            pass  # a full disk must not stop scoring

    def close(self):
        self.file.close()


class StandardOutput:
    """The log when no file was asked for."""

    def write(self, data):
        try:
            os.write(1, data)
        except OSError:
            pass  # whoever read our output is gone; scoring goes on

    def close(self):
        pass


class MasterLog:
    """Writes the master's lines; the workers have `logging` for theirs, in the same format."""

    def __init__(self, sink):
        self.sink = sink
        self._second = None
        self._stamp = ""

    def __call__(self, level, logger, message, pid=None):
        line = "%s %s [%d] %s - %s\n" % (self._now(), level, pid or os.getpid(), logger, message)
        self.sink.write(line.encode("utf-8", "replace"))

    def _now(self):
        second, fraction = divmod(time.time(), 1)
        if second != self._second:
            self._second = second
            self._stamp = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(second))
        return "%s,%03d" % (self._stamp, fraction * 1000)


class UtcFormatter(logging.Formatter):
    """Log lines tell the time of UTC, as the cloud's do."""

    converter = time.gmtime


# --- HTTP: requests --------------------------------------------------------------------------------------------------

REQUEST_LINE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([\x21-\x7e]+) HTTP/1\.([01])")
HEADER_LINE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\x00-\x08\x0a-\x1f\x7f]*)")
ORIGIN = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*://[^/]*")
CHUNK_LINE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\x00\r\n]*)?")


class HttpError(Exception):
    """The bytes of a connection make no sense (any more): answer once, then close it."""

    def __init__(self, status, detail):
        super().__init__(detail)
        self.status = status
        self.detail = detail


class Request:
    """One HTTP request; `headers` has lower-case names, repeated fields are joined by commas."""

    __slots__ = ("method", "target", "minor", "headers", "length", "chunked", "body", "arrived")

    def __init__(self, method, target, minor, headers):
        self.method = method
        self.target = target
        self.minor = minor
        self.headers = headers
        self.chunked = "transfer-encoding" in headers
        self.length = 0 if self.chunked else body_length(headers)
        self.body = b""
        self.arrived = 0.0

    @property
    def keeps_alive(self):
        options = self.headers.get("connection", "").lower()
        return "close" not in options if self.minor else "keep-alive" in options


def parse_head(head):
    """Everything before the empty line, as a request without its body."""
    lines = head.decode("latin-1").split("\r\n")
    if len(lines[0]) > MAX_LINE:
        raise HttpError(414, "The request line is too long")
    start = REQUEST_LINE.fullmatch(lines[0])
    if start is None:
        raise HttpError(400, "Invalid HTTP request line: %r" % lines[0][:100])
    headers = {}
    for line in lines[1:]:
        if len(line) > MAX_LINE:
            raise HttpError(431, "limit request headers fields size")
        field = HEADER_LINE.fullmatch(line)
        if field is None:
            raise HttpError(400, "Invalid header line: %r" % line[:100])
        name, value = field.group(1).lower(), field.group(2).strip(" \t")
        headers[name] = headers[name] + "," + value if name in headers else value
    method, target, minor = start.groups()
    refuse_ambiguous_framing(headers, minor)
    return Request(method, target, int(minor), headers)


def refuse_ambiguous_framing(headers, minor):
    """A body whose end two readers may place differently lets a second request be smuggled in: never guess."""
    coding = headers.get("transfer-encoding")
    if coding is None:
        return
    if "content-length" in headers:
        raise HttpError(400, "Both Content-Length and Transfer-Encoding are given")
    if minor == "0":
        raise HttpError(400, "Transfer-Encoding is not part of HTTP/1.0")
    if coding.lower() != "chunked":
        raise HttpError(501, "The only transfer coding understood is chunked")


def body_length(headers):
    text = headers.get("content-length", "0")
    # Two Content-Length fields were joined by a comma, so they are refused here too.
    if not (text.isascii() and text.isdigit()):
        raise HttpError(400, "Invalid Content-Length: %r" % text[:100])
    if len(text) > 18 or int(text) > MAX_BODY:
        raise HttpError(413, "The body is larger than %d bytes" % MAX_BODY)
    return int(text)


class RequestReader:
    """Cuts requests out of the bytes of one connection."""

    def __init__(self):
        self.inbox = bytearray()
        self.request = None  # its head has been read, its body has not
        self.chunks = bytearray()
        self.in_trailer = False

    @property
    def is_idle(self):
        return self.request is None and not self.inbox

    @property
    def expects_continue(self):
        """True while the client waits for our leave to send its body."""
        waiting = self.request is not None and self.request.minor and not self.inbox
        return waiting and self.request.headers.get("expect", "").lower() == "100-continue"

    def next_request(self):
        """The next complete request, or None while bytes are missing."""
        if self.request is None and not self._read_head():
            return None
        complete = self._read_chunks() if self.request.chunked else self._read_sized()
        if not complete:
            return None
        request, self.request = self.request, None
        return request

    def _read_head(self):
        while self.inbox.startswith(b"\r\n"):
            del self.inbox[:2]  # some clients end a body with an extra line; RFC 9112 asks to skip it
        end = self.inbox.find(b"\r\n\r\n")
        if end > MAX_HEAD or (end < 0 and len(self.inbox) > MAX_HEAD):
            raise HttpError(431, "limit request headers total size")
        if end < 0:
            return False
        self.request = parse_head(bytes(self.inbox[:end]))
        del self.inbox[: end + 4]
        return True

    def _read_sized(self):
        length = self.request.length
        if len(self.inbox) < length:
            return False
        if length:
            self.request.body = bytes(self.inbox[:length])
            del self.inbox[:length]
        return True

    def _read_chunks(self):
        while not self.in_trailer:
            size_end = self._line_end()
            if size_end < 0:
                return False
            line = CHUNK_LINE.fullmatch(bytes(self.inbox[:size_end]))
            if line is None:
                raise HttpError(400, "Invalid chunk size")
            size, start = int(line.group(1), 16), size_end + 2
            if len(self.chunks) + size > MAX_BODY:
                raise HttpError(413, "The body is larger than %d bytes" % MAX_BODY)
            if size == 0:
                self.in_trailer = True
                del self.inbox[:start]
                break
            end = start + size
            if len(self.inbox) < end + 2:
                return False
            if self.inbox[end : end + 2] != b"\r\n":
                raise HttpError(400, "A chunk is longer than it says")
            self.chunks += self.inbox[start:end]
            del self.inbox[: end + 2]
        return self._skip_trailer()

    def _skip_trailer(self):
        while True:
            end = self._line_end()
            if end < 0:
                return False
            del self.inbox[: end + 2]
            if end == 0:
                self.request.body, self.chunks, self.in_trailer = bytes(self.chunks), bytearray(), False
                return True

    def _line_end(self):
        end = self.inbox.find(b"\r\n", 0, MAX_LINE)
        if end < 0 and len(self.inbox) >= MAX_LINE:
            raise HttpError(400, "A chunk's first line is too long")
        return end


# --- HTTP: replies ---------------------------------------------------------------------------------------------------

HTML = "text/html; charset=utf-8"
JSON = "application/json"
ID_HEADERS = ("x-request-id", "x-ms-request-id", "x-ms-client-request-id")
NOT_FOUND = (
    "The requested URL was not found on the server. If you entered the URL manually please check your spelling and "
    "try again."
)
NOT_ALLOWED = "The method is not allowed for the requested URL."
OWNED_BY_MASTER = {"content-length", "transfer-encoding", "connection", "date", "server"}
BARE_PAGE = """<html>
  <head>
    <title>%(reason)s</title>
  </head>
  <body>
    <h1><p>%(reason)s</p></h1>
    %(detail)s
  </body>
</html>
"""


class Reply:
    """An answer before it becomes bytes. `failed` fills x-ms-run-function-failed and is None where that is absent."""

    __slots__ = ("status", "content_type", "body", "headers", "failed", "exec_ms", "bare")

    def __init__(self, status, body=b"", content_type=JSON, headers=(), failed=False, exec_ms=None, bare=False):
        self.status = status
        self.body = body
        self.content_type = content_type
        self.headers = headers
        self.failed = failed
        self.exec_ms = exec_ms
        self.bare = bare


def message_reply(status, message, failed=False):
    """An error as the cloud's server words it: a JSON object with the single key `message`."""
    return Reply(status, json.dumps({"message": message}).encode(), failed=failed)


def bare_reply(status, detail=""):
    """An error below the scoring contract (broken HTTP, a dead worker): a small page, and the connection ends."""
    escaped = detail.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#x27;")
    page = BARE_PAGE % {"reason": reason_phrase(status), "detail": escaped}
    return Reply(status, page.encode("utf-8", "replace"), content_type="text/html", failed=None, bare=True)


def reason_phrase(status):
    try:
        return http.HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


class ReplyWriter:
    """Turns replies into bytes, with the headers that every answer carries."""

    def __init__(self, settings):
        self.version_line = "x-ms-server-version: %s\r\n" % VERSION if settings.tells_version else ""
        self.cors_origins = settings.cors_origins
        self._date_second = None
        self._date_line = ""

    def render(self, reply, request, keeps_alive):
        """`request` is None when what came in was no request."""
        phrase = reason_phrase(reply.status)
        has_body = reply.status >= 200 and reply.status not in (204, 304)
        lines = [
            "HTTP/1.%d %d %s\r\n"
            % (request.minor if request else 1, reply.status, phrase if reply.bare else phrase.upper()),
            self._server_lines(),
            self._connection_line(request, keeps_alive),
            "Content-Type: %s\r\n" % reply.content_type,
            "Content-Length: %d\r\n" % len(reply.body) if has_body else "",
        ]
        if not reply.bare:
            lines.append(self._contract_lines(reply, request))
        head = "".join(lines) + "\r\n"
        sends_body = has_body and not (request and request.method == "HEAD")
        return head.encode("latin-1", "replace") + (reply.body if sends_body else b"")

    def _contract_lines(self, reply, request):
        lines = []
        if reply.failed is not None:
            lines.append("x-ms-run-function-failed: %s\r\n" % reply.failed)
        lines.extend("%s: %s\r\n" % (name, value) for name, value in reply.headers)
        if reply.exec_ms is not None:
            lines.append("x-ms-run-fn-exec-ms: %.3f\r\n" % reply.exec_ms)
        lines.append(self.version_line)
        lines.append(id_lines(request.headers))
        if self.cors_origins:
            lines.append(self._cors_lines(request))
        return "".join(lines)

    def _server_lines(self):
        second = int(time.time())
        if second != self._date_second:
            self._date_second = second
            self._date_line = "Server: sluice\r\nDate: %s\r\n" % email.utils.formatdate(second, usegmt=True)
        return self._date_line

    @staticmethod
    def _connection_line(request, keeps_alive):
        if not keeps_alive:
            return "Connection: close\r\n"
        return "" if request.minor else "Connection: keep-alive\r\n"

    def _cors_lines(self, request):
        origin = request.headers.get("origin", "")
        if not origin or (origin not in self.cors_origins and "*" not in self.cors_origins):
            return ""
        lines = "Access-Control-Allow-Origin: %s\r\nVary: Origin\r\n" % origin
        if request.method == "OPTIONS" and "access-control-request-method" in request.headers:
            lines += "Access-Control-Allow-Methods: GET, POST\r\n"
            asked = request.headers.get("access-control-request-headers")
            lines += "Access-Control-Allow-Headers: %s\r\n" % asked if asked else ""
        return lines


def id_lines(headers):
    """The ids that let a caller find its request again. One that is too long is refused elsewhere, not repeated."""
    given = {name: headers[name] for name in ID_HEADERS if 0 < len(headers.get(name, "")) <= MAX_ID}
    request_id = given.get("x-request-id") or str(uuid.uuid4())
    older_id = given.get("x-ms-request-id")
    client_id = given.get("x-ms-client-request-id")
    lines = "x-request-id: %s\r\nx-ms-request-id: %s\r\n" % (request_id, older_id or client_id or request_id)
    if client_id or older_id:
        lines += "x-ms-client-request-id: %s\r\n" % (client_id or older_id)
    if "traceid" in headers:
        lines += "TraceId: %s\r\n" % headers["traceid"]
    return lines


def oversized_id_reply(headers):
    """The refusal of an id that is too long for the systems that store it, or None."""
    if len(headers.get("x-request-id", "")) > MAX_ID:
        return message_reply(431, "x-request-id must not exceed 100 characters")
    if max(len(headers.get(name, "")) for name in ID_HEADERS[1:]) > MAX_ID:
        return message_reply(431, "x-ms-request-id and x-ms-client-request-id must not exceed 100 characters")
    return None


# --- OpenAPI ---------------------------------------------------------------------------------------------------------

SWAGGER_FILES = {"2": ("swagger2.json", "swagger.json"), "3": ("swagger3.json",), "3.1": ("swagger3.1.json",)}


def load_swagger(settings):
    """One document a version: the user's own file if there is one, else a description of the plain contract."""
    documents = {}
    for version, names in SWAGGER_FILES.items():
        paths = [os.path.join(settings.app_root, name) for name in names]
        own = next((path for path in paths if os.path.isfile(path)), None)
        if own:
            with open(own, "rb") as file:
                documents[version] = file.read()
        else:
            documents[version] = json.dumps(ApiDescription(settings.service_name, version).document()).encode()
    return documents


class ApiDescription:
    """The plain contract in the words of OpenAPI 2, or of 3 and 3.1, key for key as the cloud's server says it."""

    def __init__(self, service, version):
        self.service = service
        self.version = version
        self.is_2 = version == "2"

    def document(self):
        description = "API specification for the Azure Machine Learning service " + self.service
        info = {"title": self.service, "description": description, "version": "1.0"}
        plain = {"type": "object", "example": {}}
        error = {"type": "object", "properties": {"message": {"type": "string"}}}
        schemas = {"ServiceInput": plain, "ServiceOutput": plain, "ErrorResponse": error}
        example = "For example: Bearer abc123"
        security = {"Bearer": {"type": "apiKey", "name": "Authorization", "in": "header", "description": example}}
        paths = {"/": self._health(), "/score": self._score(), "/swagger.json": self._swagger()}
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


# --- Frames between master and worker --------------------------------------------------------------------------------

FRAME = struct.Struct("!IQ")


def pack_frame(meta, body=b""):
    head = json.dumps(meta).encode()
    return b"".join((FRAME.pack(len(head), len(body)), head, body))


def take_frame(inbox):
    """Removes the first frame from `inbox` and returns (meta, body), or None while it is incomplete."""
    if len(inbox) < FRAME.size:
        return None
    head_size, body_size = FRAME.unpack_from(inbox)
    body_start = FRAME.size + head_size
    end = body_start + body_size
    if len(inbox) < end:
        return None
    meta = json.loads(inbox[FRAME.size : body_start])
    body = bytes(inbox[body_start:end])
    del inbox[:end]
    return meta, body


# --- Master: channels ------------------------------------------------------------------------------------------------


class Channel:
    """A non-blocking byte stream in the master's loop. Subclasses say what incoming bytes and its end mean."""

    def __init__(self, master, sock):
        sock.setblocking(False)
        self.master = master
        self.sock = sock
        self.outbox = bytearray()
        self.reads = True
        self.closed = False
        self._events = 0
        self._watch()

    def received(self, data):
        raise NotImplementedError

    def ended(self):
        raise NotImplementedError

    def abort(self):
        """Called when handling its bytes went wrong."""
        raise NotImplementedError

    def sent_all(self):
        """Called when a send that had to wait is complete."""

    def send(self, data):
        if self.closed:
            return
        if not self.outbox:
            data = data[self._send_some(data) :]
        if data and not self.closed:
            self.outbox += data
            self._watch()

    def handle(self, events):
        if events & selectors.EVENT_WRITE and not self.closed:
            del self.outbox[: self._send_some(self.outbox)]
            if not self.outbox and not self.closed:
                self._watch()
                self.sent_all()
        if events & selectors.EVENT_READ:
            self.read()

    def read(self):
        """Reads once; False when there was nothing to read (any more)."""
        if self.closed or not self.reads:
            return False
        try:
            data = self.sock.recv(READ_SIZE)
        except BlockingIOError:
            return False
        except OSError:
            data = b""
        if data:
            self.received(data)
        else:
            self.ended()
        return bool(data)

    def stop_reading(self):
        self.reads = False
        self._watch()

    def resume_reading(self):
        self.reads = True
        self._watch()

    def close(self):
        if not self.closed:
            self.closed = True
            self._watch()
            self.sock.close()

    def _send_some(self, data):
        try:
            return self.sock.send(data)
        except BlockingIOError:
            return 0
        except OSError:
            self.ended()
            return len(data)  # nobody will ever read it

    def _watch(self):
        wanted = 0
        if not self.closed:
            wanted = (selectors.EVENT_READ if self.reads else 0) | (selectors.EVENT_WRITE if self.outbox else 0)
        if wanted == self._events:
            return
        if not wanted:
            self.master.selector.unregister(self.sock)
        elif not self._events:
            self.master.selector.register(self.sock, wanted, self)
        else:
            self.master.selector.modify(self.sock, wanted, self)
        self._events = wanted


class Client(Channel):
    """One HTTP connection: reads a request, waits for its reply, and only then looks at the next."""

    def __init__(self, master, sock):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.reader = RequestReader()
        self.request = None  # the one that waits for its reply
        self.is_running = False  # and a worker has it
        self.lingers = False
        self.last_active = time.monotonic()
        super().__init__(master, sock)

    @property
    def is_idle(self):
        return self.request is None and self.reader.is_idle and not self.outbox

    def received(self, data):
        self.last_active = time.monotonic()
        if self.lingers:
            return
        self.reader.inbox += data
        if self.request is None:
            self.advance()
        elif len(self.reader.inbox) > MAX_HEAD:
            self.stop_reading()  # it pipelines faster than we answer: let TCP slow it down

    def ended(self):
        # A running request may still be answered, for its client may only have ended its own half.
        if self.is_running and not self.lingers:
            self.stop_reading()
        else:
            self.close()

    def advance(self):
        """Handles the requests that are complete, until one has to wait for a worker."""
        try:
            while self.request is None and not self.lingers and not self.closed:
                self.request = self.reader.next_request()
                if self.request is None:
                    if self.reader.expects_continue:
                        self.reader.request.headers.pop("expect")
                        self.send(b"HTTP/1.1 100 Continue\r\n\r\n")
                    return
                self.request.arrived = time.perf_counter()
                self.master.route(self, self.request)
        except HttpError as error:
            self.master.log("W", "sluice", "Invalid request: %s" % error.detail)
            self.reply(bare_reply(error.status, error.detail))

    def reply(self, reply):
        request, self.request, self.is_running = self.request, None, False
        self.last_active = time.monotonic()
        keeps_alive = request is not None and request.keeps_alive and not reply.bare and not self.master.draining
        self.send(self.master.writer.render(reply, request, keeps_alive))
        if not keeps_alive:
            self._finish()
        elif not self.reads:
            self.resume_reading()

    def sent_all(self):
        self.last_active = time.monotonic()
        if self.lingers:
            self._finish()

    def _finish(self):
        """Ends our half and reads on for a while: closing with unread input would destroy the reply on its way."""
        self.lingers = True
        if self.outbox or self.closed:
            return
        try:
            self.sock.shutdown(socket.SHUT_WR)
        except OSError:
            return self.close()
        if not self.reads:
            self.resume_reading()

    def abort(self):
        self.close()

    def close(self):
        if not self.closed:
            super().close()
            self.master.forget_client(self)


class WorkerLink(Channel):
    """The master's end of one worker process."""

    def __init__(self, master, sock, pid, output):
        self.inbox = bytearray()
        self.pid = pid
        self.output = output
        self.stage = "import"
        self.ready = False
        self.boot_error = None
        self.client = None
        self.served = 0
        self.deadline = None
        super().__init__(master, sock)

    def received(self, data):
        self.inbox += data
        frame = take_frame(self.inbox)
        while frame:
            self.master.worker_said(self, *frame)
            frame = take_frame(self.inbox)

    def ended(self):
        self.abort()

    def abort(self):
        """Without its channel a worker is of no use; most often it is dead, which SIGCHLD will tell."""
        self.stop_reading()
        self.deadline = time.monotonic() + OVERDUE_SECONDS

    def give(self, client):
        request = client.request
        client.is_running = True
        self.client = client
        self.deadline = time.monotonic() + self.master.settings.scoring_timeout_ms / 1000 + OVERDUE_SECONDS
        meta = {"method": request.method, "target": request.target, "headers": request.headers}
        self.send(pack_frame(meta, request.body))
        request.body = b""

    def release(self):
        client, self.client, self.deadline = self.client, None, None
        self.served += 1
        return client

    def drain(self):
        """Takes in all that a dead worker left behind."""
        while self.read():
            pass
        if self.output:
            self.output.read()

    def close(self):
        super().close()
        if self.output:
            self.output.close()


class WorkerOutput:
    """What a worker writes to its file descriptors 1 and 2, on its way into the log, whole lines at a time."""

    def __init__(self, master, descriptor):
        os.set_blocking(descriptor, False)
        self.master = master
        self.file = open(descriptor, "rb", buffering=0)
        self.rest = b""
        self.closed = False
        master.selector.register(self.file, selectors.EVENT_READ, self)

    def handle(self, _events):
        self.read()

    def read(self):
        """Reads once, which is enough to empty the pipe: it holds no more than READ_SIZE."""
        if self.closed:
            return
        data = self.file.read(READ_SIZE)
        if data == b"":
            self.close()
        if not data:
            return
        lines, newline, self.rest = (self.rest + data).rpartition(b"\n")
        self.master.log.sink.write(lines + newline)
        if len(self.rest) > READ_SIZE:
            self.master.log.sink.write(self.rest)
            self.rest = b""

    def close(self):
        if not self.closed:
            self.closed = True
            self.master.selector.unregister(self.file)
            self.file.close()
            if self.rest:
                self.master.log.sink.write(self.rest + b"\n")


# --- Master ----------------------------------------------------------------------------------------------------------


class ForkedWorker(BaseException):
    """Raised in a child process to leave the master's loop behind, down to `main`."""

    def __init__(self, sock):
        super().__init__()
        self.sock = sock


class Master:
    """Owns the listening socket, the clients, the queue and the workers. One thread, one loop."""

    def __init__(self, settings):
        self.settings = settings
        self.log = MasterLog(LogFile(settings.log_file, settings.log_bytes) if settings.log_file else StandardOutput())
        self.writer = ReplyWriter(settings)
        self.swagger = load_swagger(settings)
        self.selector = selectors.DefaultSelector()
        self.clients = set()
        self.workers = {}
        self.queue = collections.deque()
        self.draining = False
        self.is_listening = False
        self.idle_deaths = 0
        self.exit_code = None
        self.deadline = None
        self.next_sweep = 0.0
        self.signals, self.signal_writer = socket.socketpair()
        self.listener = self._bind()

    def _bind(self):
        """Takes the port at once, so that a taken one is known before a model is loaded; nobody can connect yet."""
        listener = socket.socket(socket.AF_INET6 if ":" in self.settings.host else socket.AF_INET)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setblocking(False)
        try:
            listener.bind((self.settings.host, self.settings.port))
        except OSError as error:
            self.log("E", "sluice", "Cannot listen on %s:%d: %s" % (self.settings.host, self.settings.port, error))
            sys.exit(1)
        return listener

    # -- the loop

    def run(self):
        self._listen_to_signals()
        for _ in range(self.settings.workers):
            self.spawn()
        while self.exit_code is None:
            for key, events in self.selector.select(TICK_SECONDS):
                self._handle(key.data, events)
            self._sweep()
        self._end_workers()
        return self.exit_code

    def _handle(self, handler, events):
        try:
            handler.handle(events)
        except Exception:  # a mistake of ours in one connection must not end the others
            self.log("E", "sluice", "Unexpected error\n" + traceback.format_exc())
            if isinstance(handler, Channel):
                handler.abort()

    def _listen_to_signals(self):
        for end in (self.signals, self.signal_writer):
            end.setblocking(False)
        signal.set_wakeup_fd(self.signal_writer.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD):
            signal.signal(number, lambda *_: None)
        self.selector.register(self.signals, selectors.EVENT_READ, Handler(self._signalled))

    def _signalled(self):
        try:
            numbers = self.signals.recv(4096)
        except BlockingIOError:
            return
        if signal.SIGCHLD in numbers:
            self._reap()
        if signal.SIGTERM in numbers or signal.SIGINT in numbers:
            self.drain()

    def _sweep(self):
        """What is due by time: idle connections, workers that ignore the alarm, the end of the grace period."""
        now = time.monotonic()
        if self.draining and self.exit_code is None and (now > self.deadline or not self._has_work()):
            self.exit_code = 0
        if now < self.next_sweep:
            return
        self.next_sweep = now + TICK_SECONDS
        for client in list(self.clients):
            limit = LINGER_SECONDS if client.lingers else self.settings.idle_seconds
            if client.request is None and now - client.last_active > limit:
                client.close()
        for worker in self.workers.values():
            if worker.deadline and now > worker.deadline:
                self.log("E", "sluice", "Worker (pid:%d) takes no notice of its time limit; killing it" % worker.pid)
                os.kill(worker.pid, signal.SIGKILL)

    def _has_work(self):
        return any(client.outbox or not (client.is_idle or client.lingers) for client in self.clients)

    # -- clients

    def accept(self):
        while True:
            try:
                sock, _ = self.listener.accept()
            except OSError:
                return  # nobody is waiting (any more)
            if len(self.clients) < MAX_CLIENTS:
                self.clients.add(Client(self, sock))
            else:
                sock.close()

    def forget_client(self, client):
        self.clients.discard(client)
        if client in self.queue:
            self.queue.remove(client)

    def route(self, client, request):
        path, _, query = request.target.partition("?")
        if not path.startswith("/"):
            path = ORIGIN.sub("", path) or "/"
        path = urllib.parse.unquote(path) if "%" in path else path
        refusal = oversized_id_reply(request.headers)
        if refusal:
            self.finish(client, refusal)
        elif path == "/score":
            self._route_score(client, request)
        elif not path.strip("/"):
            self._route_health(client, request)
        elif path == "/swagger.json":
            self._route_swagger(client, request, query)
        else:
            self.finish(client, message_reply(404, NOT_FOUND))

    def _route_health(self, client, request):
        if request.method in ("GET", "HEAD"):
            client.reply(Reply(200, b"Healthy", HTML, failed=None))  # not logged: probes come every few seconds
        elif request.method == "OPTIONS":
            self.finish(client, Reply(200, b"", HTML, [("Allow", "GET, HEAD, OPTIONS")], failed=None))
        else:
            self.finish(client, message_reply(405, NOT_ALLOWED))

    def _route_swagger(self, client, request, query):
        version = urllib.parse.parse_qs(query).get("version", ["2"])[0]
        if request.method not in ("GET", "HEAD"):
            self.finish(client, message_reply(405, NOT_ALLOWED))
        elif version in self.swagger:
            self.finish(client, Reply(200, self.swagger[version]))
        else:
            message = "Swagger version [%s] is not valid. Supported versions: [2, 3, 3.1]." % version
            self.finish(client, message_reply(404, message))

    def _route_score(self, client, request):
        if request.method not in ("GET", "POST", "OPTIONS"):
            self.finish(client, message_reply(405, NOT_ALLOWED))
        elif len(self.queue) >= MAX_QUEUE:
            self.finish(client, message_reply(503, "Too many requests are waiting for a worker."))
        else:
            self.queue.append(client)
            self._dispatch()

    def finish(self, client, reply, pid=None):
        """Logs the request and answers it, in this order: who has the answer finds the line in the log."""
        request = client.request
        took_ms = (time.perf_counter() - request.arrived) * 1000
        request_id = request.headers.get("x-request-id", "-")
        facts = (request.method, request.target, reply.status, took_ms, len(reply.body), request_id)
        self.log("I", "sluice.access", "%s %s %d %.3fms %d %s" % facts, pid)
        client.reply(reply)

    # -- workers

    def spawn(self):
        ours, theirs = socket.socketpair()
        reader, writer = os.pipe() if self.settings.log_file else (None, None)
        pid = os.fork()
        if pid == 0:
            ours.close()
            self._forget_everything()
            if writer is not None:
                os.close(reader)
                os.dup2(writer, 1)
                os.dup2(writer, 2)
                os.close(writer)
            raise ForkedWorker(theirs)
        theirs.close()
        if writer is not None:
            os.close(writer)
        output = WorkerOutput(self, reader) if reader is not None else None
        self.workers[pid] = WorkerLink(self, ours, pid, output)
        self.log("I", "sluice", "Booting worker with pid: %d" % pid)

    def _forget_everything(self):
        """In a child: a connection that it kept open would never end for its client."""
        signal.set_wakeup_fd(-1)
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()
        for channel in [*self.clients, *self.workers.values()]:
            channel.sock.close()
        for resource in (self.selector, self.listener, self.signal_writer, self.log.sink):
            resource.close()

    def _dispatch(self):
        for worker in self.workers.values():
            if not self.queue:
                return
            if worker.ready and worker.client is None and worker.reads:
                worker.give(self.queue.popleft())

    def worker_said(self, worker, meta, body):
        if worker.output:
            worker.output.read()  # what it printed before comes before what follows from its words
        if "stage" in meta:
            worker.stage = meta["stage"]
        elif "boot_error" in meta:
            worker.boot_error = meta["boot_error"]
        elif "ready" in meta:
            worker.ready = True
            if not self.is_listening and all(other.ready for other in self.workers.values()):
                self._open_doors()
            self._dispatch()
        else:
            self._answered(worker, meta, body)

    def _answered(self, worker, meta, body):
        client = worker.release()
        self.idle_deaths = 0
        self._dispatch()
        self.finish(client, bare_reply(500) if "bare" in meta else Reply(body=body, **meta), worker.pid)
        client.advance()

    def _open_doors(self):
        self.listener.listen(1024)
        self.selector.register(self.listener, selectors.EVENT_READ, Handler(self.accept))
        self.is_listening = True
        host, port = self.listener.getsockname()[:2]
        if self.settings.port_file:
            temporary = self.settings.port_file + ".tmp"
            with open(temporary, "w") as file:
                file.write("%d\n" % port)
            os.replace(temporary, self.settings.port_file)
        self.log("I", "sluice", "Listening at: http://%s:%d (%d)" % (host, port, os.getpid()))

    def _reap(self):
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if pid in self.workers:
                self._worker_died(self.workers[pid], describe_exit(status))

    def _worker_died(self, worker, how):
        worker.drain()
        del self.workers[worker.pid]
        worker.close()
        self.log("E", "sluice", "Worker (pid:%d) exited %s" % (worker.pid, how))
        if worker.client:
            self.finish(worker.client, bare_reply(500), worker.pid)
        elif not worker.served:
            self.idle_deaths += 1
        if not worker.ready:
            self._failed_to_boot(worker, how)
        elif self.idle_deaths >= MAX_IDLE_DEATHS:
            self._failed_to_boot(worker, "%s soon after init(), %d times in a row" % (how, MAX_IDLE_DEATHS))
        else:
            self.spawn()

    def _failed_to_boot(self, worker, how):
        if self.exit_code is not None:
            return
        self.exit_code = EXIT_FAILED_TO_BOOT
        code = "UserScriptImportError" if worker.stage == "import" else "UserScriptInitFailed"
        reason = worker.boot_error or "%s: The worker exited %s (%s)" % (code, how, self.settings.script)
        unserved = [other.client for other in self.workers.values() if other.client] + list(self.queue)
        self.queue.clear()
        for client in unserved:
            self.finish(client, bare_reply(503))
        self._kill(self.workers)
        self.workers.clear()
        self.log("E", "sluice", "Worker failed to boot")
        self.log("E", "sluice.boot", reason)

    # -- the end

    def drain(self):
        """Takes no more connections and lets what is under way finish, for the grace period."""
        if self.draining:
            return
        self.log("I", "sluice", "Stopping: running requests have %g s" % self.settings.grace_seconds)
        self.draining = True
        self.deadline = time.monotonic() + self.settings.grace_seconds
        if self.is_listening:
            self.selector.unregister(self.listener)
        self.listener.close()
        for client in list(self.clients):
            client.read()  # its next request may have arrived already
            if client.is_idle:
                client.close()

    def _end_workers(self):
        """An idle worker ends by itself when its channel closes; a second is enough for its exit handlers."""
        for worker in self.workers.values():
            worker.sock.close()
        alive = self._still_alive(self.workers)
        deadline = time.monotonic() + 1.0
        while alive and time.monotonic() < deadline:
            # A worker that ended since we looked has woken this socket already: none is waited for in vain.
            if select.select([self.signals], [], [], max(0, deadline - time.monotonic()))[0]:
                self.signals.recv(4096)
            alive = self._still_alive(alive)
        self._kill(alive)

    @staticmethod
    def _still_alive(pids):
        return [pid for pid in pids if os.waitpid(pid, os.WNOHANG)[0] == 0]

    def _kill(self, pids):
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        for worker in self.workers.values():
            if worker.output:
                worker.output.read()


class Handler:
    """Lets a plain function stand where the loop expects a channel."""

    def __init__(self, function):
        self.function = function

    def handle(self, _events):
        self.function()


def describe_exit(status):
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        hint = " (out of memory?)" if number == signal.SIGKILL else ""
        return "by signal %d%s" % (number, hint)
    return "with code %d" % os.WEXITSTATUS(status)


# --- Worker ----------------------------------------------------------------------------------------------------------


class UserScriptError(Exception):
    """The script does not have the functions that the contract asks for."""


class ScoringTimeout(BaseException):
    """Raised by the alarm in run(). Not an Exception, for scripts like to catch those."""


class Worker:
    """Runs the user's script in this process: boots it, then answers one frame after the other."""

    def __init__(self, settings, sock):
        self.settings = settings
        self.sock = sock

    def run(self):
        set_up_signals()
        set_up_logging()
        self.log = own_logger("sluice")
        if not self._boot():
            sys.stderr.flush()
            os._exit(EXIT_FAILED_TO_BOOT)  # a thread that the script has started must not keep us alive
        inbox = bytearray()
        while True:
            data = self.sock.recv(READ_SIZE)
            if not data:
                return  # the master is gone, or wants us to be
            inbox += data
            frame = take_frame(inbox)
            if frame:
                self._send(*self._answer(*frame))

    def _send(self, meta, body=b""):
        self.sock.sendall(pack_frame(meta, body))

    # -- boot

    def _boot(self):
        offer_cloud_modules()
        try:
            log = own_logger("sluice.user_script")
            self.script = UserScript(self.settings, log)
            self._send({"stage": "init"})
            self._init(log)
        except BaseException as error:
            self._report_boot_failure(error)
            return False
        self.log.info("Scoring timeout is set to %d", self.settings.scoring_timeout_ms)
        self.log.info("Worker with pid %d ready for serving traffic", os.getpid())
        self._send({"ready": True})
        return True

    def _init(self, log):
        log.info("Invoking user's init function")
        try:
            self.script.init()
        except BaseException as error:
            raise InitFailed() from error
        log.info("User's init has completed successfully")

    def _report_boot_failure(self, error):
        code = "UserScriptImportError"
        if isinstance(error, UserScriptError):
            code = "UserScriptFunctionNotFound"
        elif isinstance(error, InitFailed):
            code, error = "UserScriptInitFailed", error.__cause__
        self.log.error(format_user_traceback(error, self.settings.script))
        if code == "UserScriptInitFailed":
            self._list_model_directory()
        place = place_in_script(error, self.settings.script)
        self._send({"boot_error": one_line("%s: %s: %s (%s)" % (code, type(error).__name__, error, place))})

    def _list_model_directory(self):
        if not self.settings.model_dir:
            self.log.info("AZUREML_MODEL_DIR is not set")
            return
        self.log.info("Model Directory Contents:")
        for number, line in enumerate(directory_tree(self.settings.model_dir)):
            if number == MAX_LISTING:
                self.log.info("... (more than %d lines)", MAX_LISTING)
                return
            self.log.info(line)

    # -- scoring

    def _answer(self, request, body):
        """The meta and the body of the reply to one request."""
        if request["method"] == "OPTIONS" and not self.script.is_raw:
            return {"status": 200, "content_type": HTML}, b""
        try:
            given = self.script.input_from(request, body)
        except UnicodeDecodeError as error:
            return message_frame(400, "Input cannot be decoded as UTF-8: %s" % error)
        started = time.perf_counter()
        try:
            result = self._run_in_time(given, request["headers"])
        except ScoringTimeout:
            self.log.error("run() failed to finish within the allocated time: %dms", self.settings.scoring_timeout_ms)
            return message_frame(500, "Scoring timeout after %d ms" % self.settings.scoring_timeout_ms, failed=True)
        except Exception as error:
            self.log.error(format_user_traceback(error, self.settings.script))
            message = "An unexpected error occurred in scoring script. Check the logs for more info."
            return message_frame(500, message, failed=True)
        except BaseException as error:  # sys.exit() ends the request, not the worker
            self.log.error(format_user_traceback(error, self.settings.script))
            return {"bare": True}, b""
        return self._result_frame(result, (time.perf_counter() - started) * 1000)

    def _run_in_time(self, given, headers):
        signal.setitimer(signal.ITIMER_REAL, self.settings.scoring_timeout_ms / 1000)
        try:
            return self.script.run(given, headers)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _result_frame(self, result, exec_ms):
        try:
            meta, body = frame_from_response(result) if is_response(result) else ({"status": 200}, encode(result))
        except Exception as error:
            self.log.error("The result of run() cannot be sent: %s: %s", type(error).__name__, error)
            return message_frame(500, "An unexpected internal error occurred. Check the logs for more info.")
        meta["exec_ms"] = exec_ms
        return meta, body


class InitFailed(Exception):
    """init() raised; the cause is what it raised."""


class UserScript:
    """The module that the user wrote, checked to have an init() and a run() that can be called."""

    def __init__(self, settings, log):
        self.path = settings.script
        module = self._load(settings.import_path)
        log.info("Found user script at %s", self.path)
        self.init = self._function(module, "init")
        self._run = self._function(module, "run")
        self.is_raw = getattr(self._run, RAW_MARK, False)
        self._parameter, self._wants_headers = self._inspect_run()
        what = "the HTTP request" if self.is_raw else "the input in JSON string"
        log.info("Server will invoke run() with %s.", what)

    def _load(self, import_path):
        # The first entry is our own directory, whose files are none of the script's business.
        sys.path[0:1] = list(dict.fromkeys(import_path))
        sys.argv = [self.path]
        spec = importlib.util.spec_from_file_location("entry_module", self.path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module  # pickle and dataclasses look the module up by its name
        spec.loader.exec_module(module)
        return module

    def _function(self, module, name):
        function = getattr(module, name, None)
        if not callable(function):
            raise UserScriptError("User script at %s does not have a %s() function defined." % (self.path, name))
        return function

    def _inspect_run(self):
        parameters = inspect.signature(self._run).parameters.values()
        if any(p.kind in (p.POSITIONAL_ONLY, p.VAR_POSITIONAL, p.VAR_KEYWORD) for p in parameters):
            raise UserScriptError("run() cannot accept positional-only arguments, *args, or **kwargs.")
        names = [p.name for p in parameters]
        inputs = [name for name in names if name != "request_headers"]
        if not inputs:
            raise UserScriptError("run() needs to accept an argument for input data.")
        return inputs[0], "request_headers" in names

    def input_from(self, request, body):
        """What run() gets: the request itself if it asked for it, else a string."""
        if self.is_raw:
            return AMLRequest(request["method"], request["target"], request["headers"], body)
        if request["method"] == "GET":
            return query_as_json(request["target"].partition("?")[2])
        content_type = request["headers"].get("content-type", "").lower()
        if content_type.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
            return ""  # as in the cloud, where `curl -d` without a content type gives the script nothing
        return body.decode("utf-8")

    def run(self, given, headers):
        arguments = {self._parameter: given}
        if self._wants_headers:
            arguments["request_headers"] = dict(Headers(headers))
        return self._run(**arguments)


def query_as_json(query):
    """`a=1&b=[1,2]&a=x` as the JSON text of an object; a value that is no JSON is a string."""
    values = urllib.parse.parse_qs(query, keep_blank_values=True)
    parsed = {name: [json_or_text(text) for text in texts] for name, texts in values.items()}
    return json.dumps({name: found[0] if len(found) == 1 else found for name, found in parsed.items()})


def json_or_text(text):
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def encode(result):
    return json.dumps({} if result is None else result).encode()


def message_frame(status, message, failed=False):
    return {"status": status, "failed": failed}, json.dumps({"message": message}).encode()


def is_response(result):
    """Our AMLResponse, or the response class of whatever web framework the script brought along."""
    return all(hasattr(result, name) for name in ("status_code", "headers", "get_data"))


def frame_from_response(response):
    status = int(response.status_code)
    if not 200 <= status <= 599:
        raise ValueError("%d is not a status that ends a request" % status)
    headers = [(str(name), str(value)) for name, value in response.headers.items()]
    for name, value in headers:
        if HEADER_LINE.fullmatch("%s: %s" % (name, value)) is None:
            raise ValueError("invalid header %r: %r" % (name, value))
    meta = {
        "status": status,
        "content_type": next((value for name, value in headers if name.lower() == "content-type"), HTML),
        "headers": [(n, v) for n, v in headers if n.lower() != "content-type" and n.lower() not in OWNED_BY_MASTER],
        "failed": status >= 500 or bool(getattr(response, "run_function_failed", False)),
    }
    return meta, bytes(response.get_data())


def set_up_signals():
    """Stopping is the master's business: a signal to the whole group must not cut a running request short."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)  # not SIG_IGN, which the script's own child processes would inherit
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, raise_scoring_timeout)


def raise_scoring_timeout(_number, _frame):
    raise ScoringTimeout()


def set_up_logging():
    """`logging.info(...)` of a script is meant to be read, so the root logger starts at INFO, unlike Python's own."""
    # Python's own streams were made for other descriptors, and for the locale, which may know ASCII only.
    sys.__stdout__ = open(1, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.stderr = sys.__stderr__ = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
    logging.basicConfig(level=logging.INFO, handlers=[log_handler()])
    sys.stdout = PrintedLines(own_logger("sluice.print"))


def own_logger(name):
    """A logger that is not in Python's tree, where a script's logging configuration could switch it off or, sending
    its lines to sys.stdout, make it feed itself."""
    logger = logging.Logger(name, logging.INFO)
    logger.addHandler(log_handler())
    return logger


def log_handler():
    handler = logging.StreamHandler(sys.__stdout__)
    handler.setFormatter(UtcFormatter("%(asctime)s %(levelname).1s [%(process)d] %(name)s - %(message)s"))
    return handler


class PrintedLines(io.TextIOBase):
    """Stands in for sys.stdout, so that what a script prints is a log line with time and process."""

    encoding = "utf-8"

    def __init__(self, log):
        super().__init__()
        self.log = log
        self.buffer = sys.__stdout__.buffer
        self.rest = ""

    def writable(self):
        return True

    def fileno(self):
        return 1

    def write(self, text):
        *lines, self.rest = (self.rest + text).split("\n")
        for line in lines:
            self.log.info("%s", line)
        return len(text)

    def flush(self):
        if self.rest:
            rest, self.rest = self.rest, ""
            self.log.info("%s", rest)


def format_user_traceback(error, script):
    """The traceback from the script's first line on: how we came to call it helps nobody."""
    start = error.__traceback__
    while start and start.tb_frame.f_code.co_filename != script:
        start = start.tb_next
    return "".join(traceback.format_exception(type(error), error, start or error.__traceback__)).rstrip()


def place_in_script(error, script):
    if isinstance(error, SyntaxError) and error.filename:
        return "%s:%s" % (error.filename, error.lineno)
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == script]
    return "%s:%d" % (script, lines[-1]) if lines else script


def one_line(text):
    return " ".join(text.split())


def directory_tree(root):
    root = root.rstrip("/")
    yield os.path.basename(root) + "/"
    yield from directory_entries(root, 1)


def directory_entries(folder, depth):
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield "%s(%s)" % ("    " * depth, error.strerror)
        return
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        yield "    " * depth + entry.name + ("/" if is_folder else "")
        if is_folder:
            yield from directory_entries(entry.path, depth + 1)


# --- What user code can import ---------------------------------------------------------------------------------------

RAW_MARK = "_sluice_rawhttp"


def rawhttp(function):
    """Decorates a run() that wants the HTTP request instead of its body."""
    setattr(function, RAW_MARK, True)
    return function


class Headers(dict):
    """HTTP headers: names as `Content-Type`, looked up in any case."""

    def __init__(self, lower_case):
        super().__init__((name.title(), value) for name, value in lower_case.items())

    def __getitem__(self, name):
        return super().__getitem__(name.title())

    def __contains__(self, name):
        return super().__contains__(name.title())

    def get(self, name, default=None):
        return super().get(name.title(), default)


class MultiDict(dict):
    """The first value of every key; `getlist` gives them all."""

    def __init__(self, pairs):
        super().__init__()
        self.pairs = list(pairs)
        for name, value in self.pairs:
            self.setdefault(name, value)

    def getlist(self, name):
        return [value for key, value in self.pairs if key == name]


class UploadedFile(io.BytesIO):
    """One file of a multipart form."""

    def __init__(self, filename, content_type, data):
        super().__init__(data)
        self.filename = filename
        self.content_type = content_type
        self.stream = self


class AMLRequest:
    """What a @rawhttp run() receives: the part of Flask's request that scoring scripts use."""

    def __init__(self, method, target, headers, body):
        self.method = method
        self.path, _, query = target.partition("?")
        self.full_path = target
        self.query_string = query.encode("latin-1")
        self.args = MultiDict(urllib.parse.parse_qsl(query, keep_blank_values=True))
        self.headers = Headers(headers)
        self.content_type = headers.get("content-type")
        self.content_length = len(body)
        self.data = body
        self._parts = None

    def get_data(self, cache=True, as_text=False, parse_form_data=False):
        return self.data.decode("utf-8", "replace") if as_text else self.data

    @property
    def is_json(self):
        return (self.content_type or "").split(";")[0].strip().lower() == JSON

    def get_json(self, force=False, silent=False, cache=True):
        if not (force or self.is_json):
            return None
        try:
            return json.loads(self.data)
        except ValueError:
            if silent:
                return None
            raise

    @property
    def json(self):
        return self.get_json()

    @property
    def form(self):
        if (self.content_type or "").lower().startswith("application/x-www-form-urlencoded"):
            return MultiDict(urllib.parse.parse_qsl(self.data.decode("utf-8", "replace"), keep_blank_values=True))
        return MultiDict((name, file.read().decode("utf-8", "replace")) for name, file in self._uploads(False))

    @property
    def files(self):
        return MultiDict(self._uploads(True))

    def _uploads(self, with_file_name):
        if not (self.content_type or "").lower().startswith("multipart/form-data"):
            return
        head = "Content-Type: %s\r\n\r\n" % self.content_type
        form = email.message_from_bytes(head.encode("latin-1") + self.data, policy=email.policy.HTTP)
        for part in form.iter_parts():
            name, filename = part.get_param("name", header="content-disposition"), part.get_filename()
            if (filename is not None) == with_file_name:
                yield name, UploadedFile(filename, part.get_content_type(), part.get_payload(decode=True))


class AMLResponse:
    """An answer with a status and headers of the script's choosing."""

    def __init__(self, message, status_code, response_headers=None, json_str=False, run_function_failed=False):
        self.status_code = status_code
        self.headers = ResponseHeaders([("Content-Type", JSON if json_str else HTML)])
        self.run_function_failed = run_function_failed
        self._body = json.dumps(message) if json_str else message
        for name, value in (response_headers or {}).items():
            self.headers.replace(name, [str(value)] if name.lower() == "content-type" else str(value).split(","))

    def get_data(self):
        return self._body if isinstance(self._body, bytes) else str(self._body).encode()


class ResponseHeaders:
    """Header fields in order; a name may come twice, which a dict could not hold."""

    def __init__(self, pairs):
        self._pairs = list(pairs)

    def items(self):
        return list(self._pairs)

    def replace(self, name, values):
        self._pairs = [pair for pair in self._pairs if pair[0].lower() != name.lower()]
        self._pairs.extend((name, value.strip()) for value in values)


def offer_cloud_modules():
    """Scripts written for the cloud import these names, old and new; here they are ours."""
    request = types.ModuleType("aml_request", "AMLRequest and @rawhttp, offered by Sluice.")
    request.AMLRequest, request.rawhttp = AMLRequest, rawhttp
    response = types.ModuleType("aml_response", "AMLResponse, offered by Sluice.")
    response.AMLResponse = AMLResponse
    for package in ("azureml.contrib.services", "azureml_inference_server_http.api"):
        sys.modules[package + ".aml_request"] = request
        sys.modules[package + ".aml_response"] = response


# --- Start -----------------------------------------------------------------------------------------------------------


def main():
    settings = Settings(parse_command_line(sys.argv[1:]), os.environ)
    try:
        sys.exit(Master(settings).run())
    except ForkedWorker as child:
        sock = child.sock
    Worker(settings, sock).run()


if __name__ == "__main__":
    main()
