"""Starts real servers for the tests and talks to them in raw bytes."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
import unittest

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
SERVER = os.path.join(ROOT, "src", "main", "python")
DEADLINE_SECONDS = 20


def wait_until(what, condition):
    """Polls for a fact that only a file or a process can tell; everything else is waited for on a socket."""
    end = time.monotonic() + DEADLINE_SECONDS
    pause = threading.Event()
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        pause.wait(0.01)
    raise AssertionError("not within %d s: %s" % (DEADLINE_SECONDS, what))


class Answer:
    """One HTTP answer; header names are lower-case, `fields` keeps them all in order."""

    def __init__(self, head, body):
        status_line, *lines = head.decode("latin-1").split("\r\n")
        self.version, status, self.reason = status_line.split(" ", 2)
        self.status = int(status)
        self.fields = [tuple(line.split(": ", 1)) for line in lines]
        self.headers = {name.lower(): value for name, value in self.fields}
        self.body = body

    @property
    def text(self):
        return self.body.decode()

    @property
    def message(self):
        return json.loads(self.body)["message"]


class Connection:
    """A client that says exactly what a test wants to be said."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=DEADLINE_SECONDS)
        self.inbox = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)

    def answer(self, with_body=True):
        while b"\r\n\r\n" not in self.inbox:
            self._receive()
        head, self.inbox = self.inbox.split(b"\r\n\r\n", 1)
        length = re.search(rb"(?i)\r\ncontent-length: (\d+)", head)
        size = int(length.group(1)) if length and with_body else 0
        while len(self.inbox) < size:
            self._receive()
        body, self.inbox = self.inbox[:size], self.inbox[size:]
        return Answer(head, body)

    def ended(self):
        """True once the server has closed its half and nothing more came."""
        return self.socket.recv(1) == b"" and not self.inbox

    def _receive(self):
        data = self.socket.recv(65536)
        if not data:
            raise EOFError("the server closed the connection after %r" % self.inbox)
        self.inbox += data


def request_bytes(method, target, body=b"", headers=()):
    lines = ["%s %s HTTP/1.1" % (method, target), "Host: localhost"]
    lines += ["%s: %s" % field for field in dict(headers).items()]
    if body or method == "POST":
        lines.append("Content-Length: %d" % len(body))
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


class Server:
    """One scoring server in a folder of its own, serving the script given as text (or as an existing path)."""

    def __init__(self, script, env=None, arguments=(), files=None, with_log_file=True):
        self.folder = tempfile.mkdtemp(prefix="scoring-")
        self.log_path = os.path.join(self.folder, "server.log")
        self.port_path = os.path.join(self.folder, "port")
        app = script
        if not os.path.exists(script):
            app = self.write("app/score.py", script)
        for name, text in (files or {}).items():
            self.write(name, text)
        self.app_root = os.path.dirname(app)
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("AML_", "AZUREML_"))}
        environment.update(AML_APP_ROOT=self.app_root, AZUREML_ENTRY_SCRIPT=os.path.basename(app))
        environment.update(PYTHONDONTWRITEBYTECODE="1", **(env or {}))
        command = [sys.executable, SERVER, "--port", "0", "--port-file", self.port_path]
        if with_log_file:
            command += ["--log-file", self.log_path]
        output = open(os.path.join(self.folder, "output"), "wb")
        with output:
            self.process = subprocess.Popen(
                command + list(arguments), env=environment, stdout=output, stderr=subprocess.STDOUT, cwd=self.folder
            )

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(textwrap.dedent(text))
        return path

    @property
    def port(self):
        def ready():
            if self.process.poll() is not None:
                raise AssertionError("the server ended with %s\n%s" % (self.process.returncode, self.log + self.output))
            return os.path.exists(self.port_path)

        wait_until("the port file", ready)
        with open(self.port_path) as file:
            return int(file.read())

    @property
    def log(self):
        return self._text(self.log_path)

    @property
    def output(self):
        return self._text(os.path.join(self.folder, "output"))

    @staticmethod
    def _text(path):
        if not os.path.exists(path):
            return ""
        with open(path, "rb") as file:
            return file.read().decode("utf-8", "replace")

    def wait_for_log(self, text):
        return wait_until("%r in the log" % text, lambda: text in self.log)

    def workers(self):
        """The process ids of the workers that were started, oldest first."""
        return [int(pid) for pid in re.findall(r"Booting worker with pid: (\d+)", self.log)]

    def connect(self):
        return Connection(self.port)

    def ask(self, method, target, body=b"", headers=()):
        with self.connect() as connection:
            connection.send(request_bytes(method, target, body, headers))
            return connection.answer(with_body=method != "HEAD")

    def score(self, value, **headers):
        fields = {"Content-Type": "application/json"}
        fields.update({name.replace("_", "-"): text for name, text in headers.items()})
        return self.ask("POST", "/score", json.dumps(value).encode(), fields)

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)

    def exit_code(self):
        return self.process.wait(DEADLINE_SECONDS)

    def stop(self):
        if self.process.poll() is None:
            self.terminate()
            try:
                self.process.wait(DEADLINE_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.folder)


class ServerTest(unittest.TestCase):
    """Gives every test `self.serve(script)`, and stops what it started."""

    def serve(self, script, **options):
        server = Server(script, **options)
        self.addCleanup(server.stop)
        return server


class SharedServerTest(unittest.TestCase):
    """One server for all tests of a class, for tests that leave no trace in it."""

    SCRIPT = ""
    OPTIONS = {}

    @classmethod
    def setUpClass(cls):
        cls.server = Server(cls.SCRIPT, **cls.OPTIONS)
        cls.addClassCleanup(cls.server.stop)
