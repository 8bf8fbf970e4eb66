"""What scoring scripts import from the cloud's server to see raw requests and to answer with raw responses: the part of
Flask's classes that they use. `cloud_modules` offers it under the cloud's names."""

import email
import email.policy
import io
import json
import urllib.parse

from .http_reply import HTML, JSON

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


def rawhttp(function):
    """Says that run() wants the HTTP request instead of its body. As in the cloud it is enough to have been called:
    another decorator may hide which function it was."""
    rawhttp.is_requested = True
    return function


rawhttp.is_requested = False


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

    def save(self, path):
        with open(path, "wb") as file:
            file.write(self.getbuffer())


class AMLRequest:
    """What a @rawhttp run() receives."""

    def __init__(self, method, target, headers, body):
        self.method = method
        self.path, _, query = target.partition("?")
        self.full_path = target
        self.query_string = query.encode("latin-1")
        self.args = MultiDict(urllib.parse.parse_qsl(query, keep_blank_values=True))
        self.headers = Headers(headers)
        self.content_type = headers.get("content-type")
        self.mimetype = (self.content_type or "").split(";")[0].strip().lower()
        self.content_length = len(body)
        self.stream = io.BytesIO(body)
        self._body = body

    @property
    def data(self):
        """Nothing if it is a form, which is in `form` and `files` then."""
        return b"" if self.mimetype in (FORM, MULTIPART) else self._body

    def get_data(self, cache=True, as_text=False, parse_form_data=False):
        data = self.data if parse_form_data else self._body
        return data.decode("utf-8", "replace") if as_text else data

    @property
    def is_json(self):
        return self.mimetype == JSON or (self.mimetype.startswith("application/") and self.mimetype.endswith("+json"))

    def get_json(self, force=False, silent=False, cache=True):
        if not (force or self.is_json):
            return None
        try:
            return json.loads(self._body)
        except ValueError:
            if silent:
                return None
            raise

    @property
    def json(self):
        return self.get_json()

    @property
    def form(self):
        if self.mimetype == FORM:
            return MultiDict(urllib.parse.parse_qsl(self._body.decode("utf-8", "replace"), keep_blank_values=True))
        return MultiDict((name, file.read().decode("utf-8", "replace")) for name, file in self._uploads(False))

    @property
    def files(self):
        return MultiDict(self._uploads(True))

    def _uploads(self, with_file_name):
        if self.mimetype != MULTIPART:
            return
        head = "Content-Type: %s\r\n\r\n" % self.content_type
        form = email.message_from_bytes(head.encode("latin-1") + self._body, policy=email.policy.HTTP)
        for part in form.iter_parts():
            name, filename = part.get_param("name", header="content-disposition"), part.get_filename()
            if (filename is not None) == with_file_name:
                yield name, UploadedFile(filename, part.get_content_type(), part.get_payload(decode=True))


class AMLResponse:
    """An answer with a status and headers of the script's choosing. A `message` that is made bit by bit, such as a
    generator, is sent bit by bit."""

    def __init__(self, message, status_code, response_headers=None, json_str=False, run_function_failed=False):
        is_json = json_str or message is None
        self.status_code = status_code
        self.headers = ResponseHeaders([("Content-Type", JSON if is_json else HTML)])
        self.headers["x-ms-run-function-failed"] = run_function_failed
        self.response = json.dumps({} if message is None else message) if is_json else message
        for name, value in (response_headers or {}).items():
            # A comma in the value means that the field comes several times.
            self.headers.replace(name, [str(value)] if name.lower() == "content-type" else str(value).split(","))

    @property
    def is_streamed(self):
        return hasattr(self.response, "__iter__") and not hasattr(self.response, "__len__")

    @property
    def data(self):
        return self.get_data()

    def get_data(self, as_text=False):
        body = self.response
        if isinstance(body, (list, tuple)):
            body = b"".join(encoded(part) for part in body)
        return encoded(body).decode("utf-8", "replace") if as_text else encoded(body)

    def iter_encoded(self):
        return (encoded(part) for part in self.response)

    def close(self):
        close = getattr(self.response, "close", None)
        if close:
            close()


def encoded(text):
    return bytes(text) if isinstance(text, (bytes, bytearray, memoryview)) else str(text).encode()


class ResponseHeaders:
    """Header fields in order; a name may come twice, which a dict could not hold."""

    def __init__(self, pairs):
        self._pairs = list(pairs)

    def __setitem__(self, name, value):
        self.replace(name, [str(value)])

    def __getitem__(self, name):
        return next(found for key, found in self._pairs if key.lower() == name.lower())

    def __contains__(self, name):
        return any(key.lower() == name.lower() for key, _ in self._pairs)

    def get(self, name, default=None):
        return self[name] if name in self else default

    def items(self):
        return list(self._pairs)

    def add(self, name, value):
        self._pairs.append((name, str(value)))

    def replace(self, name, values):
        self._pairs = [pair for pair in self._pairs if pair[0].lower() != name.lower()]
        self._pairs.extend((name, value.strip()) for value in values)
