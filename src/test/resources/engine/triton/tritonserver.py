#!/usr/bin/env python3
"""As much of Triton as its users see: its options, its models' folders, its routes, its errors. A model here multiplies."""
import http.server
import json
import os
import re
import signal
import sys

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # the first process of a container has no handler by itself
sys.stdout.reconfigure(line_buffering=True)
options = dict(option.removeprefix("--").split("=") for option in sys.argv[1:])
if set(options) != {"model-repository"}:
    sys.exit("tritonserver: unrecognized or missing option in " + str(sys.argv[1:]))
repository = options["model-repository"]


def loaded(name):
    """Of the newest version, of which the folder bears the number."""
    versions = [folder for folder in os.listdir(os.path.join(repository, name)) if folder.isdigit()]
    with open(os.path.join(repository, name, max(versions, key=int), "model.factor")) as file:
        return float(file.read())


MODELS = {name: loaded(name) for name in os.listdir(repository)}
print("I1126 server.cc:676] models:", *MODELS)


class Routes(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(200 if self.path in ("/v2/health/live", "/v2/health/ready") else 404, {})

    def do_POST(self):
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        asked = re.fullmatch(r"/v2/models/([^/]+)/infer", self.path)
        if not asked:
            self.answer(404, {"error": "Not Found"})
        elif asked.group(1) not in MODELS:
            self.answer(400, {"error": f"Request for unknown model: '{asked.group(1)}' is not found"})
        else:
            tensor = json.loads(sent[: int(self.headers.get("Inference-Header-Content-Length", len(sent)))])["inputs"][0]
            data = [number * MODELS[asked.group(1)] for number in tensor["data"]]
            self.answer(200, {"model_name": asked.group(1), "outputs": [dict(tensor, name="OUTPUT0", data=data)]})

    def answer(self, status, said):
        body = json.dumps(said).encode() if said else b""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Inference-Header-Content-Length", str(len(body)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


http.server.ThreadingHTTPServer(("0.0.0.0", 8000), Routes).serve_forever()
