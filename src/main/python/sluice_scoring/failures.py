"""Why a server could not start, told apart so that a program can read it."""

import json
import os
import traceback

EXIT_FAILED_TO_BOOT = 3  # what the cloud's server exits with, so that one rule reads both

IMPORT_ERROR = "UserScriptImportError"
FUNCTION_NOT_FOUND = "UserScriptFunctionNotFound"
INIT_FAILED = "UserScriptInitFailed"
BAD_SETTING = "BadSetting"

MAX_TRACEBACK = 8 * 1024
OUR_FOLDER = os.path.dirname(os.path.abspath(__file__))


class BootFailure:
    """One reason. `kind` tells it from all others, `code` is the cloud's word for its family, and the facts say the
    rest: where, what module, which signal."""

    def __init__(self, kind, code, message, **facts):
        self.kind = kind
        self.code = code
        self.message = one_line(message)
        self.facts = {name: fact for name, fact in facts.items() if fact is not None}

    @classmethod
    def of(cls, facts):
        """From what `as_dict` made."""
        return cls(**facts)

    def as_dict(self):
        return {"kind": self.kind, "code": self.code, "message": self.message, **self.facts}

    def as_json(self):
        return json.dumps(self.as_dict())

    def as_sentence(self):
        """`UserScriptInitFailed: KeyError: 'weights' (/app/score.py:7)`: the line that a person reads."""
        place = self.facts.get("file") or self.facts.get("script")
        if "file" in self.facts and "line" in self.facts:
            place = "%s:%s" % (place, self.facts["line"])
        error = self.facts.get("error")
        what = "%s: %s" % (error, self.message) if error else self.message
        return "%s: %s%s" % (self.code, what, " (%s)" % place if place else "")


class BootError(Exception):
    """Ends the start of the server or of a worker."""

    def __init__(self, failure):
        super().__init__(failure.as_sentence())
        self.failure = failure


def bad_setting(name, message):
    return BootError(BootFailure("bad_setting", BAD_SETTING, message, setting=name))


def failed_import(error, script):
    """The script could not be loaded: it is not there, it is no Python, or what it imports failed."""
    kind, module = "import_error", None
    if isinstance(error, SyntaxError):
        kind = "syntax_error"
    elif isinstance(error, ModuleNotFoundError) and error.name:
        kind, module = "missing_module", error.name
    elif isinstance(error, FileNotFoundError) and error.filename == script and not os.path.exists(script):
        kind = "script_missing"
    return from_error(kind, IMPORT_ERROR, error, script, module=module)


def failed_init(error, script):
    """What init() raised. A module that is missing is the same want, whoever asked for it."""
    module = error.name if isinstance(error, ModuleNotFoundError) else None
    return from_error("init_failed", INIT_FAILED, error, script, module=module)


def from_error(kind, code, error, script, **facts):
    file, line = place_in_script(error, script)
    facts = {**facts, "error": type(error).__name__, "traceback": user_traceback(error)[-MAX_TRACEBACK:]}
    return BootFailure(kind, code, str(error), file=file, line=line, script=script, **facts)


def user_traceback(error):
    """The traceback without our own frames and Python's import machinery, which help nobody; causes likewise."""
    told = traceback.TracebackException.from_exception(error)
    forget_foreign_frames(told)
    return "".join(told.format() if told.stack else told.format_exception_only()).rstrip()


def forget_foreign_frames(told):
    frames = [frame for frame in told.stack if not is_foreign(frame.filename)]
    told.stack = traceback.StackSummary.from_list(frames)
    for cause in (told.__cause__, told.__context__):
        if cause:
            forget_foreign_frames(cause)


def is_foreign(path):
    return path.startswith((OUR_FOLDER, "<frozen "))


def wrong_function(kind, message, script):
    return BootFailure(kind, FUNCTION_NOT_FOUND, message, error="UserScriptError", file=script, script=script)


def place_in_script(error, script):
    """The file and the line of the script that the error came from; the line is None if no line of it is to blame."""
    if isinstance(error, SyntaxError) and error.filename:
        return error.filename, error.lineno
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == script]
    return script, lines[-1] if lines else None


def one_line(text):
    return " ".join(text.split())
