"""What becomes of the result of run(): a frame for the master, and the parts of an answer that comes bit by bit."""

import json

from .http_reply import HTML, OWNED_BY_MASTER
from .http_request import HEADER_LINE

FAILED = "x-ms-run-function-failed"


def frame(result):
    """The meta and the body of the answer; that of one which `streams` has its body in `parts_of`."""
    if not is_response(result):
        return {"status": 200}, encode(result)
    meta = meta_of(result)
    if is_streamed(result):
        return {**meta, "streams": True}, b""
    return meta, bytes(result.get_data())


def encode(result):
    return json.dumps({} if result is None else result).encode()


def message_frame(status, message, failed=False):
    return {"status": status, "failed": failed}, json.dumps({"message": message}).encode()


def is_response(result):
    """Our AMLResponse, or the response class of whatever web framework the script brought along."""
    return all(hasattr(result, name) for name in ("status_code", "headers", "get_data"))


def is_streamed(response):
    return bool(getattr(response, "is_streamed", False)) and hasattr(response, "iter_encoded")


def parts_of(response):
    """A generator of bytes; closing it closes the response."""
    try:
        yield from response.iter_encoded()
    finally:
        close = getattr(response, "close", None)
        if close:
            close()


def meta_of(response):
    status = int(response.status_code)
    if not 200 <= status <= 599:
        raise ValueError("%d is not a status that ends a request" % status)
    headers = [(str(name), str(value)) for name, value in response.headers.items()]
    for name, value in headers:
        if HEADER_LINE.fullmatch("%s: %s" % (name, value)) is None:
            raise ValueError("invalid header %r: %r" % (name, value))
    named = {name.lower(): value for name, value in headers}
    ours = OWNED_BY_MASTER | {"content-type", FAILED}
    return {
        "status": status,
        "content_type": named.get("content-type", HTML),
        "headers": [(name, value) for name, value in headers if name.lower() not in ours],
        "failed": True if status >= 500 else said_to_have_failed(named),
    }


def said_to_have_failed(named):
    """None if the response does not say: only the cloud's own class does."""
    return named[FAILED] == "True" if FAILED in named else None
