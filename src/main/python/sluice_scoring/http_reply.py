"""Answers, and the headers that every one of them carries."""

import email.utils
import http
import json
import time

from . import VERSION
from .http_request import MAX_ID

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
    """An answer before it becomes bytes. `failed` fills x-ms-run-function-failed and is None where that is absent; the
    body of one that `streams` follows later, in parts; one that is not `signed` carries neither version nor ids."""

    __slots__ = ("status", "content_type", "body", "headers", "failed", "exec_ms", "streams", "signed", "bare")

    def __init__(
        self,
        status,
        body=b"",
        content_type=JSON,
        headers=(),
        failed=False,
        exec_ms=None,
        streams=False,
        signed=True,
        bare=False,
    ):
        self.status = status
        self.body = body
        self.content_type = content_type
        self.headers = headers
        self.failed = failed
        self.exec_ms = exec_ms
        self.streams = streams
        self.signed = signed
        self.bare = bare


def message_reply(status, message, failed=False):
    """An error as the cloud's server words it: a JSON object with the single key `message`."""
    return Reply(status, json.dumps({"message": message}).encode(), failed=failed)


def unrouted_reply(status, message):
    """What there is no such page or no such method for; the cloud's server leaves it unsigned."""
    return Reply(status, json.dumps({"message": message}).encode(), signed=False)


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
            "" if reply.bare else self._server_lines(),
            self._connection_line(request, keeps_alive),
            "Content-Type: %s\r\n" % reply.content_type,
            self._length_line(reply, request) if has_body else "",
        ]
        if not reply.bare:
            lines.append(self._contract_lines(reply, request))
        head = "".join(lines) + "\r\n"
        sends_body = has_body and not (request and request.method == "HEAD")
        return head.encode("latin-1", "replace") + (reply.body if sends_body else b"")

    def _length_line(self, reply, request):
        if not reply.streams:
            return "Content-Length: %d\r\n" % len(reply.body)
        return "Transfer-Encoding: chunked\r\n" if request.minor else ""  # HTTP/1.0 ends it with the connection

    def _contract_lines(self, reply, request):
        lines = []
        if reply.failed is not None:
            lines.append("x-ms-run-function-failed: %s\r\n" % reply.failed)
        lines.extend("%s: %s\r\n" % (name, value) for name, value in reply.headers)
        if reply.exec_ms is not None:
            lines.append("x-ms-run-fn-exec-ms: %.3f\r\n" % reply.exec_ms)
        if reply.signed:
            lines.append(self.version_line)
            lines.append(id_lines(request))
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


def id_lines(request):
    """The ids that let a caller find its request again. The recorded order of precedence: what is too long is refused
    elsewhere and not repeated, and a refused x-request-id takes the other two along."""
    given = {name: request.headers.get(name, "") for name in ID_HEADERS}
    older, client = given["x-ms-request-id"], given["x-ms-client-request-id"]
    lines = ""
    if len(request.id) <= MAX_ID:
        lines += "x-request-id: %s\r\n" % request.id
        if max(len(older), len(client)) <= MAX_ID:
            lines += "x-ms-request-id: %s\r\n" % (older or client or request.id)
            lines += "x-ms-client-request-id: %s\r\n" % (client or older) if client or older else ""
    if "traceid" in request.headers:
        lines += "TraceId: %s\r\n" % request.headers["traceid"]
    return lines


def oversized_id_reply(headers):
    """The refusal of an id that is too long for the systems that store it, or None."""
    if len(headers.get("x-request-id", "")) > MAX_ID:
        return message_reply(431, "x-request-id must not exceed 100 characters")
    if max(len(headers.get(name, "")) for name in ID_HEADERS[1:]) > MAX_ID:
        return message_reply(431, "x-ms-request-id and x-ms-client-request-id must not exceed 100 characters")
    return None


