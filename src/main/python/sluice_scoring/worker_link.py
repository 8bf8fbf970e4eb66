"""The master's end of one worker process."""

import time

from .channel import Channel
from .frames import pack_frame, take_frame

OVERDUE_SECONDS = 2.0


class WorkerLink(Channel):
    """Gives one request after the other to a worker and hands on what it says."""

    def __init__(self, crew, sock, pid, output):
        self.crew = crew
        self.inbox = bytearray()
        self.pid = pid
        self.output = output
        self.stage = "import"
        self.ready = False
        self.is_dead = False
        self.failure = None
        self.client = None
        self.served = 0
        self.settings = crew.settings
        self.deadline = None
        self.killed_for = ""
        self.was_killed = False
        self._set_deadline(None)
        super().__init__(crew.selector, sock)

    @property
    def is_free(self):
        return self.ready and self.client is None and self.reads and not self.is_dead

    def received(self, data):
        self.inbox += data
        frame = take_frame(self.inbox)
        while frame:
            self.crew.worker_said(self, *frame)
            frame = take_frame(self.inbox)

    def ended(self):
        self.abort()

    def abort(self):
        """Without its channel a worker is of no use; most often it is dead, which SIGCHLD will tell."""
        self.stop_reading()
        self.deadline = time.monotonic() + OVERDUE_SECONDS

    def give(self, client):
        request = client.request
        client.worker = self
        self.client = client
        self._set_deadline(self.settings.scoring_timeout_ms / 1000 + OVERDUE_SECONDS)
        meta = {"method": request.method, "target": request.target, "headers": request.headers, "id": request.id}
        self.send(pack_frame(meta, request.body))
        request.body = b""

    def cancel(self):
        """Its client has gone: an answer that comes in parts need not go on."""
        self.send(pack_frame({"cancel": True}))
        if not self.reads and not self.closed:
            self.resume_reading()

    def became_ready(self):
        self.ready = True
        self.deadline = None

    def release(self):
        client, self.client, self.deadline = self.client, None, None
        self.served += 1
        if not self.reads:
            self.resume_reading()
        return client

    def _set_deadline(self, seconds):
        """`seconds` is None while it boots. WORKER_TIMEOUT holds for whatever a worker does, as under gunicorn."""
        self.killed_for = "takes no notice of its time limit"
        timeout = self.settings.worker_timeout_seconds
        if timeout and (seconds is None or timeout < seconds):
            seconds = timeout
            self.killed_for = "was busy for longer than WORKER_TIMEOUT (%g s)" % timeout
        self.deadline = time.monotonic() + seconds if seconds is not None else None

    def drain(self):
        """Takes in all that a dead worker left behind."""
        self.is_dead = True
        while self.read():
            pass
        if self.output:
            self.output.read()

    def close(self):
        super().close()
        if self.output:
            self.output.close()
