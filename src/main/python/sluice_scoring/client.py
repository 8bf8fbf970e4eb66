"""One HTTP connection, as the master's loop sees it."""

import socket
import time

from .channel import Channel
from .http_reply import bare_reply
from .http_request import MAX_HEAD, HttpError, RequestReader

LINGER_SECONDS = 2.0
MOST_UNSENT = 256 * 1024


class Stream:
    """An answer that comes in parts: what has been sent of it, and whether the connection ends with it."""

    def __init__(self, status, is_last):
        self.status = status
        self.is_last = is_last
        self.size = 0


class Client(Channel):
    """Reads a request, waits for its reply, and only then looks at the next."""

    def __init__(self, front, sock, route):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.front = front
        self.route = route
        self.reader = RequestReader()
        self.request = None  # the one that waits for its reply
        self.worker = None  # that has it
        self.stream = None  # the answer that is on its way in parts
        self.lingers = False
        self.last_active = time.monotonic()
        super().__init__(front.selector, sock)

    @property
    def is_idle(self):
        return self.request is None and self.reader.is_idle and not self.outbox

    def has_expired(self, now, idle_seconds):
        limit = LINGER_SECONDS if self.lingers else idle_seconds
        return self.request is None and now - self.last_active > limit

    # -- requests

    def received(self, data):
        self.last_active = time.monotonic()
        if self.lingers:
            return
        self.reader.inbox += data
        if self.request is None:
            self.advance()
        elif len(self.reader.inbox) > MAX_HEAD:
            self.stop_reading()  # it pipelines faster than we answer: let TCP slow it down

    def ended(self):
        # A running request may still be answered, for its client may only have ended its own half.
        if self.worker and not self.lingers:
            self.stop_reading()
        else:
            self.close()

    def advance(self):
        """Handles the requests that are complete, until one has to wait for a worker."""
        try:
            while self.request is None and not self.lingers and not self.closed:
                self.request = self.reader.next_request()
                if self.request is None:
                    if self.reader.expects_continue:
                        self.reader.request.headers.pop("expect")
                        self.send(b"HTTP/1.1 100 Continue\r\n\r\n")
                    return
                self.request.arrived = time.perf_counter()
                self.route(self, self.request)
                if not self.reader.inbox:
                    return
        except HttpError as error:
            self.front.log("W", "sluice", "Invalid request: %s" % error.detail)
            self.request = None
            self.reply(bare_reply(error.status, error.detail))

    # -- replies

    def finish(self, reply, pid=None):
        """Logs the request and answers it, in this order: who has the answer finds the line in the log."""
        self.front.log_access(self.request, reply.status, len(reply.body), pid)
        self.reply(reply)

    def reply(self, reply):
        keeps_alive = not reply.bare and self._may_keep_alive()
        self.send(self.front.writer.render(reply, self.request, keeps_alive))
        self._complete(keeps_alive)

    def begin(self, reply):
        """Sends the head of an answer whose body comes in parts; its length is told by chunks, or by the end."""
        keeps_alive = bool(self.request.minor) and self._may_keep_alive()
        self.stream = Stream(reply.status, is_last=not keeps_alive)
        self.send(self.front.writer.render(reply, self.request, keeps_alive))

    def part(self, data):
        self.stream.size += len(data)
        self.last_active = time.monotonic()
        self.send(b"%x\r\n%s\r\n" % (len(data), data) if self.request.minor else data)
        if len(self.outbox) > MOST_UNSENT:
            self.worker.stop_reading()  # a slow client slows its model down, instead of filling our memory

    def end(self, pid):
        """The last part has been sent."""
        self.front.log_access(self.request, self.stream.status, self.stream.size, pid)
        if self.request.minor:
            self.send(b"0\r\n\r\n")
        self._complete(not self.stream.is_last)

    def break_off(self, pid):
        """No further part will come: the client must not take what it has for the whole."""
        self.front.log_access(self.request, self.stream.status, self.stream.size, pid)
        self.worker = None
        self.close()

    def _may_keep_alive(self):
        return self.request is not None and self.request.keeps_alive and not self.front.draining

    def _complete(self, keeps_alive):
        self.request = self.worker = self.stream = None
        self.last_active = time.monotonic()
        if not keeps_alive:
            self._finish()
        elif not self.reads:
            self.resume_reading()

    # -- the end

    def sent_all(self):
        self.last_active = time.monotonic()
        if self.lingers:
            self._finish()
        elif self.worker:
            self.worker.resume_reading()

    def _finish(self):
        """Ends our half and reads on for a while: closing with unread input would destroy the reply on its way."""
        self.lingers = True
        if self.outbox or self.closed:
            return
        try:
            self.sock.shutdown(socket.SHUT_WR)
        except OSError:
            return self.close()
        if not self.reads:
            self.resume_reading()

    def abort(self):
        self.close()

    def close(self):
        if not self.closed:
            super().close()
            self.front.forget(self)
            if self.worker:
                self.worker.cancel()
