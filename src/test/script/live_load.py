"""Keeps live requests coming at a steady rate and remembers every one that was not answered with 200."""

import http.client
import threading
import time
from urllib.parse import urlsplit


class LiveLoad:
    """Callers that each send one request after the other on a kept connection, as a client of the endpoint would."""

    def __init__(self, uri, key, body, callers=4, per_second=60):
        self._uri = urlsplit(uri)
        self._headers = {"Authorization": "Bearer " + key, "Content-Type": "application/json"}
        self._body = body
        self._pause = callers / per_second
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._call, daemon=True) for _ in range(callers)]
        self.answered = {}  # by deployment
        self.failures = []  # what came of each

    def start(self):
        for thread in self._threads:
            thread.start()

    def stop(self):
        self._over.set()
        for thread in self._threads:
            thread.join(30)

    def _call(self):
        connection = http.client.HTTPConnection(self._uri.hostname, self._uri.port, timeout=30)
        while not self._over.is_set():
            sent = time.time()
            try:
                connection.request("POST", self._uri.path, self._body, self._headers)
                answer = connection.getresponse()
                answer.read()
                self._note(answer.status, answer.getheader("azureml-model-deployment"))
            except (OSError, http.client.HTTPException) as failure:
                self._note(repr(failure), None)
                connection.close()
            self._over.wait(max(0.0, sent + self._pause - time.time()))
        connection.close()

    def _note(self, status, deployment):
        with self._lock:
            if status == 200:
                self.answered[deployment] = self.answered.get(deployment, 0) + 1
            else:
                self.failures.append(status)
