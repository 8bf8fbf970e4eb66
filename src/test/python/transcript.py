"""Reads `recorded/answers.md`: sections with a server's variables, and in them exchanges of raw bytes."""

import ast
import os
import re

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "recorded")
EXCHANGE = re.compile(r"(?ms)^#### (.*?)\n```http\n(.*?)\n```\n```http\n(.*?)\n```")


class Section:
    """What one server was asked, in order."""

    def __init__(self, text):
        self.title = text.split("\n", 1)[0]
        self.letter = self.title[0]
        self.env = ast.literal_eval(re.search(r"(?m)^env (.*)$", text).group(1))
        self.exchanges = [Exchange(self.letter, *found) for found in EXCHANGE.findall(text)]


class Exchange:
    """A request's bytes and the recorded answer; `answer` is empty where the connection closed without a byte."""

    def __init__(self, letter, name, request, answer):
        self.name = "%s: %s" % (letter, name)
        self.request = wire(request)
        interim, _, final = answer.rpartition("HTTP/1.1 100 Continue\n\n")
        self.expects_interim = bool(interim or "100 Continue" in answer)
        self.answer = [] if final.startswith("<") else head_lines(final)
        self.body = b"" if final.startswith("<") else body_of(final)
        self.method = self.request.split(b" ", 1)[0].decode("latin-1")


def sections():
    with open(os.path.join(FOLDER, "answers.md"), encoding="utf-8") as file:
        return [Section(text) for text in re.split(r"(?m)^## ", file.read())[1:]]


def wire(text):
    """A message as it was on the wire, from its look in the file."""
    head = "\r\n".join(head_lines(text)) + "\r\n\r\n"
    return expanded(head).encode("latin-1") + body_of(text)


def head_lines(text):
    return text.split("\n\n", 1)[0].rstrip("\n").split("\n")


def body_of(text):
    """The length that the head tells decides how the body's lines ended."""
    body = text.partition("\n\n")[2]
    if re.search(r"(?m)^Transfer-Encoding: chunked$", text.partition("\n\n")[0]):
        return chunked(body)
    length = re.search(r"(?m)^Content-Length: (\d+)$", text.partition("\n\n")[0])
    raw = unescaped(expanded(body))
    candidates = [raw, raw + b"\n", raw.replace(b"\n", b"\r\n"), raw.replace(b"\n", b"\r\n") + b"\r\n"]
    return next((found for found in candidates if length and len(found) == int(length.group(1))), raw)


def chunked(body):
    """Sizes and chunks, each on lines of its own; a chunk that ended with a newline shows it as an empty line."""
    wired = b""
    for size, chunk in re.findall(r"(?m)^([0-9a-f]+)\n(.*)\n", body + "\n"):
        data = chunk.encode()
        data += b"\n" * (int(size, 16) - len(data))
        wired += b"%x\r\n%s\r\n" % (len(data), data)
    return wired if wired.endswith(b"0\r\n\r\n") else wired + b"0\r\n\r\n"


def expanded(text):
    return re.sub(r"<(\d+) x>", lambda found: "x" * int(found.group(1)), text)


def unescaped(text):
    return re.sub(rb"\\x([0-9a-f]{2})", lambda found: bytes([int(found.group(1), 16)]), text.encode())
