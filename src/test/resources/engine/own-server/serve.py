#!/usr/bin/env python3
"""Answers on each of its ports with what it sees; without ports of its own on 8000, as Triton does. In a MOOD it does worse."""
import http.server
import json
import os
import signal
import sys
import threading

OPTIONS = dict(option.lstrip("-").split("=") for option in sys.argv[1:])
PORTS = {name: int(OPTIONS[name]) for name in ("live", "ready", "score") if name in OPTIONS} or {"all": 8000}

signal.signal(signal.SIGTERM, lambda *_: os._exit(0))  # the first process of a container has no handler by itself

MOOD = os.environ.get("MOOD", "")  # "not ready", "hanging" or "deaf"


def can_write(folder):
    try:
        with open(os.path.join(folder, "written"), "w"):
            return True
    except OSError:
        return False


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        for name in ("live", "ready"):  # each on its own port only
            if self.path.startswith("/" + name) and self.server.server_port != PORTS.get(name, 8000):
                self.send_error(404)
                return
        if MOOD == "not ready" and self.path.startswith("/ready"):
            self.send_error(503)
            return
        if MOOD == "hanging" and self.path == "/live":
            threading.Event().wait()
        self.tell(200)

    def do_POST(self):
        self.tell(int(self.headers.get("X-Wanted-Status", 200)))

    def tell(self, status):
        models = os.environ["AZUREML_MODEL_DIR"]
        seen = {
            "port": self.server.server_port,
            "path": self.path,
            "body": self.rfile.read(int(self.headers.get("Content-Length", 0))).decode(),
            "options": OPTIONS,
            "models": {name: sorted(os.listdir(os.path.join(models, name))) for name in os.listdir(models)},
            "model_dir": models,
            "writes_models": can_write(models),
            "writes_home": can_write("/tmp"),
            "root": os.getuid() == 0,
            "user": os.getuid(),
            "capabilities": [line.split()[1] for line in open("/proc/self/status") if line.startswith("CapEff")][0],
            "variable": os.environ.get("THRESHOLD", ""),
        }
        body = json.dumps(seen).encode()
        self.send_response(status)
        self.send_header("X-Own-Header", "kept")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if MOOD == "deaf":
    threading.Event().wait()
for port in PORTS.values():
    threading.Thread(target=http.server.HTTPServer(("0.0.0.0", port), Answers).serve_forever).start()
