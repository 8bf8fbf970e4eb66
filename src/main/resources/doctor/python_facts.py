"""Tells, as JSON, what Sluice wants to know of this Python. Changes nothing."""

import configparser
import importlib.util
import json
import os
import sys
import urllib.error
import urllib.request

PYPI = "https://pypi.org/simple"


def has(name):
    return importlib.util.find_spec(name) is not None


def numpy():
    try:
        import numpy

        return numpy.__version__
    except Exception as error:  # an import may fail in any way
        return None if isinstance(error, ImportError) and not has("numpy") else "broken: %s" % error


def index():
    """The package index that pip would ask, by its own order: variable, then its files, the later ones first."""
    if os.environ.get("PIP_INDEX_URL"):
        return os.environ["PIP_INDEX_URL"]
    home = os.path.expanduser("~")
    config = os.environ.get("XDG_CONFIG_HOME") or os.path.join(home, ".config")
    files = ["/etc/xdg/pip/pip.conf", "/etc/pip.conf", os.path.join(home, ".pip", "pip.conf")]
    files += [os.path.join(config, "pip", "pip.conf"), os.environ.get("PIP_CONFIG_FILE", "")]
    read = configparser.RawConfigParser()
    try:
        read.read([file for file in files if file and file != os.devnull])
        return read.get("global", "index-url", fallback=PYPI)
    except configparser.Error:
        return PYPI


def complaint(url):
    """Why the index cannot be asked; None if it can."""
    try:
        urllib.request.urlopen(url.rstrip("/") + "/pip/", timeout=4).close()
        return None
    except urllib.error.HTTPError as error:
        return None if error.code in (401, 403, 404) else "answers %d" % error.code
    except Exception as error:  # names that are not found, sockets, certificates, addresses that are none
        return str(getattr(error, "reason", error))


def without_password(url):
    scheme, mark, rest = url.partition("://")
    return scheme + mark + rest.rpartition("@")[2] if mark else url


where = index()
print(
    json.dumps(
        {
            "executable": sys.executable,
            "version": "%d.%d.%d" % sys.version_info[:3],
            "venv": has("venv") and has("ensurepip"),
            "numpy": numpy(),
            "index": without_password(where),
            "complaint": complaint(where),
        }
    )
)
