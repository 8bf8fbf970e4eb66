"""Reads YAML without PyYAML: the part of it that MLflow writes into a file `MLmodel`."""

import json
import re

KEY = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#&*!|>%@`\[\]{},-][^#]*?|-[^\s#][^#]*?)\s*:(?:\s+|$)""")
ITEM = re.compile(r"-(?:\s+|$)")
NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*|(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)")
WORDS = {"": None, "~": None, "null": None, "Null": None, "true": True, "True": True, "false": False, "False": False}
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "e": "\x1b", "b": "\b", "a": "\a", "f": "\f", "v": "\v"}
ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)


class YamlError(ValueError):
    """Something that this reader does not know; the message says where."""


def load(text):
    """As PyYAML's safe_load, by PyYAML itself if it is there."""
    try:
        import yaml
    except ImportError:
        return Reader(text).document()
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise YamlError(str(error)) from None


class Reader:
    """Goes through the lines once."""

    def __init__(self, text):
        self.lines = text.lstrip("\ufeff").splitlines()
        self.at = 0

    def document(self):
        if self._next() is None:
            return None
        value = self._block(self._next()[0])
        if self._next() is not None:
            raise self._error("this does not belong to what stands before it")
        return value

    def _next(self):
        """Indentation and text of the next line that says something."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            said = line.strip()
            if said and not said.startswith("#") and said != "---":
                indent = len(line) - len(line.lstrip(" "))
                return indent, line[indent:].rstrip()
            self.at += 1
        return None

    def _error(self, what):
        return YamlError("line %d: %s (install PyYAML to have all of YAML)" % (self.at + 1, what))

    def _block(self, indent):
        return self._sequence(indent) if ITEM.match(self._next()[1]) else self._mapping(indent)

    def _mapping(self, indent):
        found = {}
        while self._next() is not None and self._next()[0] == indent and not ITEM.match(self._next()[1]):
            text = self._next()[1]
            start = KEY.match(text)
            if start is None:
                raise self._error("here a key and a colon are expected")
            key, rest = scalar(start.group(1)), text[start.end() :]
            found[key] = self._value(rest, indent)
        return found

    def _sequence(self, indent):
        found = []
        while self._next() is not None and self._next()[0] == indent and ITEM.match(self._next()[1]):
            text = self._next()[1]
            start = ITEM.match(text).end()
            rest = text[start:]
            if KEY.match(rest) or ITEM.match(rest):
                # What stands behind the dash is a block of its own that begins there.
                self.lines[self.at] = " " * (indent + start) + rest
                found.append(self._block(indent + start))
            elif rest and not rest.startswith("#"):
                found.append(self._value(rest, indent))
            else:
                self.at += 1
                below = self._next()
                found.append(self._block(below[0]) if below is not None and below[0] > indent else None)
        return found

    def _value(self, rest, indent):
        """What stands behind a key or dash at `indent`, or below it."""
        if not rest or rest.startswith("#"):
            self.at += 1
            below = self._next()
            if below is None or below[0] < indent or (below[0] == indent and not ITEM.match(below[1])):
                return None
            return self._block(below[0])
        if rest[0] in "\"'":
            return self._quoted(rest)
        if rest[0] in "[{":
            return self._flow(rest)
        if rest[0] in "|>":
            return self._literal(rest, indent)
        if rest[0] in "&*!":
            raise self._error("anchors, aliases and tags are not read")
        return self._plain(rest, indent)

    def _plain(self, rest, indent):
        parts = [rest]
        self.at += 1
        while self._next() is not None and self._next()[0] > indent and not KEY.match(self._next()[1]):
            parts.append(self._next()[1])
            self.at += 1
        return scalar(re.sub(r"\s+#.*", "", " ".join(parts)))

    def _quoted(self, rest):
        end = r'"(?:[^"\\]|\\.)*"' if rest[0] == '"' else r"'(?:[^']|'')*'(?!')"
        first, text = self.at, rest
        while True:
            whole = re.match(end, text, re.DOTALL)
            if whole:
                self.at += 1
                return scalar(whole.group())
            self.at += 1
            if self.at == len(self.lines):
                self.at = first
                raise self._error("the text that begins here has no closing quote")
            text += "\n" + self.lines[self.at]

    def _flow(self, rest):
        first, text = self.at, rest
        while True:
            try:
                value, end = json.JSONDecoder().raw_decode(text)
                self.at += 1
                return value
            except ValueError:
                simple = re.match(r"\[([^\[\]{}\"']*)\]", text, re.DOTALL)
                if simple:
                    self.at += 1
                    return [scalar(word.strip()) for word in simple.group(1).split(",") if word.strip()]
            self.at += 1
            if self.at == len(self.lines):
                self.at = first
                raise self._error("this list or mapping cannot be read")
            text += "\n" + self.lines[self.at]

    def _literal(self, rest, indent):
        self.at += 1
        first = self.at
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
                break
            self.at += 1
        lines = self.lines[first : self.at]
        depth = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
        text = "\n".join(line[depth:] for line in lines).rstrip("\n")
        text = folded(text) if rest[0] == ">" else text
        return text if rest[1:2] == "-" else text + "\n"


def scalar(text):
    if text[:1] == "'":
        return folded(text[1:-1]).replace("''", "'")
    if text[:1] == '"':
        joined = re.sub(r"(?<!\\)((?:\\\\)*)\\\n\s*", r"\1", text[1:-1])
        return ESCAPE.sub(unescaped, folded(joined))
    if text in WORDS:
        return WORDS[text]
    if NUMBER.fullmatch(text):
        return float(text) if set(text) & set(".eE") else int(text)
    return text


def folded(text):
    """A line's end is a blank, an empty line is a line's end."""
    return re.sub(r"[ \t]*\n([ \t]*\n)*[ \t]*", lambda found: "\n" * (found.group().count("\n") - 1) or " ", text)


def unescaped(found):
    code = found.group(1)
    return chr(int(code[1:], 16)) if code[0] in "xuU" and len(code) > 1 else ESCAPES.get(code, code)
