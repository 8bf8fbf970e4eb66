"""What a script prints and logs, as lines of one format with time, level and process."""

import contextlib
import io
import json
import logging
import logging.config
import os
import sys
import time

from .failures import BAD_SETTING, BootError, BootFailure

FORMAT = "%(asctime)s %(levelname).1s [%(process)d] %(name)s - %(message)s"
CLOUD_NAME = "azmlinfsrv"  # what our loggers are called in the cloud, and in a logging.json


class CurrentRequest:
    """The id of the request that run() is busy with; empty outside of one. There is one at a time in a process."""

    id = ""


@contextlib.contextmanager
def naming(request_id):
    CurrentRequest.id = request_id
    try:
        yield
    finally:
        sys.stdout.flush()
        CurrentRequest.id = ""


class RequestFilter(logging.Filter):
    """Begins what is logged during a request with the request's id, which its access line ends with."""

    def filter(self, record):
        if CurrentRequest.id and not hasattr(record, "request_id"):
            record.request_id = CurrentRequest.id
            record.msg = "req=%s %s" % (CurrentRequest.id, record.getMessage())
            record.args = None
        return True


class UtcFormatter(logging.Formatter):
    """Log lines tell the time of UTC, as the cloud's do."""

    converter = time.gmtime

    def __init__(self, fmt=FORMAT, datefmt=None, style="%"):
        super().__init__(fmt, datefmt, style)


class RootAccessFilter(logging.Filter):
    """A name that a logging.json made for the cloud may use; our access lines leave health out anyway."""

    def filter(self, record):
        return "GET / HTTP/1.1" not in record.getMessage()


def set_up(settings):
    """`logging.info(...)` of a script is meant to be read, so the root logger starts at INFO, unlike Python's own.

    A logging.json in the app root or beside the script has its way before sys.stdout becomes ours, lest a handler of
    its own feed itself."""
    # Python's own streams were made for other descriptors, and for the locale, which may know ASCII only.
    sys.stdout = sys.__stdout__ = open(1, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.stderr = sys.__stderr__ = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
    logging.basicConfig(level=logging.INFO, handlers=[log_handler()])
    path = find_logging_config(settings.script_folders)
    if path:
        apply_logging_config(path)
        own_logger("sluice").info("Loaded logging config from %s", path)
    sys.stdout = PrintedLines(own_logger("sluice.print"))


def find_logging_config(folders):
    paths = [os.path.join(folder, "logging.json") for folder in folders]
    return next((path for path in paths if os.path.isfile(path)), "")


def apply_logging_config(path):
    from . import cloud_modules

    cloud_modules.offer_log_config()  # a logging.json may name the cloud's formatter
    try:
        with open(path, encoding="utf-8") as file:
            logging.config.dictConfig(json.load(file))
    except Exception as error:
        message = "Invalid logging config %s: %s" % (path, error.__cause__ or error)
        raise BootError(BootFailure("bad_logging_config", BAD_SETTING, message, file=path)) from None


def own_logger(name):
    """A logger that is not in Python's tree, where a script's logging configuration could switch it off or, sending
    its lines to sys.stdout, make it feed itself. What a logging.json says about the cloud's logger of this name holds."""
    logger = logging.Logger(name, logging.INFO)
    base = logging.getLogger(CLOUD_NAME)
    if base.level or base.handlers:
        twin = logging.getLogger(name.replace("sluice", CLOUD_NAME, 1))
        logger.setLevel(twin.getEffectiveLevel())
        logger.handlers = handlers_of(twin)
    if not logger.handlers:
        logger.addHandler(log_handler())
    return logger


def handlers_of(logger):
    found = []
    while logger:
        found += logger.handlers
        logger = logger.parent if logger.propagate else None
    return found


def log_handler():
    handler = logging.StreamHandler(sys.__stdout__)
    handler.setFormatter(UtcFormatter())
    handler.addFilter(RequestFilter())
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
