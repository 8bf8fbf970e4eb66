"""What the command line, the environment and the configuration file ask for, in this order of weight."""

import argparse
import json
import os

from .failures import bad_setting

# What may stand in the configuration file: the cloud's variables (reference 4.1).
CONFIG_KEYS = frozenset(
    """
    AML_APP_INSIGHTS_ENABLED AML_APP_INSIGHTS_KEY AML_APP_ROOT AML_CORS_ORIGINS AML_MODEL_DC_STORAGE_ENABLED
    APP_INSIGHTS_LOG_RESPONSE_ENABLED AZUREML_DEBUG_PORT AZUREML_ENTRY_SCRIPT AZUREML_LOG_LEVEL AZUREML_MODEL_DIR
    AZUREML_SOURCE_DIRECTORY HEALTH_PORT HOSTNAME SCORING_TIMEOUT_MS SEPERATE_HEALTH_ENDPOINT SERVER_PORT
    SERVER_VERSION_LOG_RESPONSE_ENABLED SERVICE_NAME SERVICE_PATH_PREFIX SERVICE_VERSION WORKER_COUNT WORKER_PRELOAD
    WORKER_TIMEOUT WORKSPACE_NAME
    """.split()
)
NO_INSIGHTS = (
    "%s is set, but there is no Application Insights here: nothing is sent. Requests, times and what the script "
    "prints are in this log."
)
NO_DEBUGGER = "AZUREML_DEBUG_PORT is set, but no debugger is connected to here: the script starts at once."
NO_PRELOAD = "WORKER_PRELOAD has no effect here: each worker loads the script itself."
NO_SUCH_KEY = "Found extra keys in the config file that are not supported by the server.\nExtra keys = %s"


class Settings:
    """One value for each thing that can be asked for. Variables that begin with SLUICE_ are ours, the others are the
    cloud's. `remarks` are what a reader of the log should know about them."""

    def __init__(self, options, env):
        self.config_file = find_config_file(env)
        given = read_config_file(self.config_file) if self.config_file else {}
        values = Values({**given, **env})
        self.host = options.host
        self.port = options.port if options.port is not None else values.number("SERVER_PORT", 5001)
        self.health_port = values.number("HEALTH_PORT", 5000) if values.switch("SEPERATE_HEALTH_ENDPOINT") else None
        self.port_file = options.port_file
        self.log_file = options.log_file
        self._place(values)
        self._serve(values)
        self.remarks = list(remarks(given, values))

    def _place(self, values):
        self.app_root = os.path.abspath(values.text("AML_APP_ROOT") or os.getcwd())
        self.script = os.path.join(self.app_root, values.text("AZUREML_ENTRY_SCRIPT") or "main.py")
        self.source_directory = os.path.join(self.app_root, values.text("AZUREML_SOURCE_DIRECTORY") or ".")
        self.model_dir = values.text("AZUREML_MODEL_DIR")

    def _serve(self, values):
        self.service_name = values.text("SERVICE_NAME") or "ML service"
        self.service_version = values.text("SERVICE_VERSION") or "1.0"
        self.path_prefix = values.text("SERVICE_PATH_PREFIX").strip("/")
        self.workers = max(1, values.number("WORKER_COUNT", 1))
        self.worker_timeout_seconds = values.number("WORKER_TIMEOUT", 300)
        self.scoring_timeout_ms = max(1, values.number("SCORING_TIMEOUT_MS", 3600000))
        origins = values.text("AML_CORS_ORIGINS").split(",")
        self.cors_origins = [origin.strip() for origin in origins if origin.strip()]
        self.tells_version = values.switch("SERVER_VERSION_LOG_RESPONSE_ENABLED", "true")
        self.grace_seconds = values.number("SLUICE_GRACE_MS", 10000) / 1000
        self.idle_seconds = values.number("SLUICE_IDLE_TIMEOUT_MS", 120000) / 1000

    @property
    def import_path(self):
        return [os.path.dirname(self.script), self.app_root, self.source_directory]

    @property
    def script_folders(self):
        """Where files that belong to the script are looked for, in this order."""
        return list(dict.fromkeys([self.app_root, os.path.dirname(self.script)]))


class Values:
    """Variables by their names, read as what they should be."""

    def __init__(self, variables):
        self.variables = variables

    def text(self, name):
        return str(self.variables.get(name, "")).strip()

    def number(self, name, default):
        """A whole number; what cannot be one stops the server before it starts."""
        text = self.text(name)
        if not text:
            return default
        if not (text.isascii() and text.isdigit()):
            raise bad_setting(name, "%s must be a whole number, not %r" % (name, text))
        return int(text)

    def switch(self, name, default="false"):
        return (self.text(name) or default).lower() in ("true", "1", "yes", "on")


def remarks(given, values):
    extra = sorted(set(given) - CONFIG_KEYS)
    if extra:
        yield NO_SUCH_KEY % extra
    for name in ("AML_APP_INSIGHTS_ENABLED", "AML_MODEL_DC_STORAGE_ENABLED"):
        if values.switch(name):
            yield NO_INSIGHTS % name
    if values.text("AZUREML_DEBUG_PORT"):
        yield NO_DEBUGGER
    if values.switch("WORKER_PRELOAD"):
        yield NO_PRELOAD


def find_config_file(env):
    """AZUREML_CONFIG_FILE, else a config.json in the app root or beside the script; one that is empty does not count.
    Empty if there is none."""
    root = env.get("AML_APP_ROOT") or os.getcwd()
    beside_script = os.path.dirname(os.path.join(root, env.get("AZUREML_ENTRY_SCRIPT", "")))
    candidates = [env.get("AZUREML_CONFIG_FILE", "")]
    candidates += [os.path.join(folder, "config.json") for folder in (root, beside_script)]
    return next((path for path in candidates if os.path.isfile(path) and os.stat(path).st_size), "")


def read_config_file(path):
    try:
        with open(path, encoding="utf-8") as file:
            given = json.load(file)
    except (OSError, ValueError) as error:
        raise bad_setting("AZUREML_CONFIG_FILE", "Invalid config file %s: %s" % (path, error)) from None
    if not isinstance(given, dict):
        raise bad_setting("AZUREML_CONFIG_FILE", "Invalid config file %s: it is not a JSON object" % path)
    return {name: value for name, value in given.items() if value is not None}


def parse_command_line(arguments):
    parser = argparse.ArgumentParser(description="Serve a scoring script over HTTP.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, help="0 takes any free port; default SERVER_PORT or 5001")
    parser.add_argument("--port-file", help="receives the port number once the server is ready")
    parser.add_argument("--log-file", help="receives every log line and all output of the script")
    parser.add_argument("--log-bytes", type=int, default=10 * 1024 * 1024, help="size at which the log is rotated")
    return parser.parse_args(arguments)
