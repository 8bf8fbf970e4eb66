"""Cuts requests out of the bytes of a connection, and refuses what two readers could read in two ways."""

import random
import re

MAX_LINE = 8190
MAX_HEAD = 64 * 1024
MAX_BODY = 100 * 1024 * 1024
MAX_ID = 100

KNOWN_FIELDS = {}
LONGEST_KNOWN = 200
MOST_KNOWN = 500

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
    """One HTTP request; `headers` has lower-case names, repeated fields are joined by commas. `id` is the caller's
    x-request-id, or a new one: answer, access line and the lines that the script writes meanwhile all name it."""

    __slots__ = ("method", "target", "minor", "headers", "id", "length", "chunked", "body", "arrived")

    def __init__(self, method, target, minor, headers):
        self.method = method
        self.target = target
        self.minor = minor
        self.headers = headers
        self.id = headers.get("x-request-id") or new_id()
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
        raise HttpError(400, "Invalid Request Line 'Invalid HTTP request line: %r'" % lines[0][:100])
    headers = {}
    for line in lines[1:]:
        name, value = KNOWN_FIELDS.get(line) or parse_field(line)
        headers[name] = headers[name] + "," + value if name in headers else value
    method, target, minor = start.groups()
    refuse_ambiguous_framing(headers, minor)
    return Request(method, target, int(minor), headers)


def parse_field(line):
    """The name and the value of a header line. Clients repeat themselves: most lines have been seen before."""
    if len(line) > MAX_LINE:
        raise HttpError(431, "Error parsing headers: 'limit request headers fields size'")
    field = HEADER_LINE.fullmatch(line)
    if field is None:
        raise HttpError(400, "Invalid header line: %r" % line[:100])
    found = field.group(1).lower(), field.group(2).strip(" \t")
    if len(line) <= LONGEST_KNOWN:
        if len(KNOWN_FIELDS) >= MOST_KNOWN:
            KNOWN_FIELDS.clear()  # ids, which never come again
        KNOWN_FIELDS[line] = found
    return found


def new_id():
    """In the form of a UUID of version 4. It need not be hard to guess, and the kernel's chance costs a call."""
    text = "%032x" % random.getrandbits(128)
    return "%s-%s-4%s-a%s-%s" % (text[:8], text[8:12], text[13:16], text[17:20], text[20:])


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
            raise HttpError(431, "Error parsing headers: 'limit request headers total size'")
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


