"""A non-blocking byte stream in the master's loop."""

import os
import selectors

from .frames import READ_SIZE


class Channel:
    """A non-blocking byte stream in the master's loop. Subclasses say what incoming bytes and its end mean."""

    def __init__(self, selector, sock):
        sock.setblocking(False)
        self.selector = selector
        self.sock = sock
        self.outbox = bytearray()
        self.reads = True
        self.closed = False
        self._events = 0
        self._watch()

    def received(self, data):
        raise NotImplementedError

    def ended(self):
        raise NotImplementedError

    def abort(self):
        """Called when handling its bytes went wrong, or nobody reads ours any more."""
        raise NotImplementedError

    def sent_all(self):
        """Called when a send that had to wait is complete."""

    def send(self, data):
        if self.closed:
            return
        if not self.outbox:
            data = data[self._send_some(data) :]
        if data and not self.closed:
            self.outbox += data
            self._watch()

    def handle(self, events):
        if events & selectors.EVENT_WRITE and not self.closed:
            del self.outbox[: self._send_some(self.outbox)]
            if not self.outbox and not self.closed:
                self._watch()
                self.sent_all()
        if events & selectors.EVENT_READ:
            self.read()

    def read(self):
        """Reads once; False when there was nothing to read (any more)."""
        if self.closed or not self.reads:
            return False
        try:
            data = self.sock.recv(READ_SIZE)
        except BlockingIOError:
            return False
        except OSError:
            data = b""
        if data:
            self.received(data)
        else:
            self.ended()
        return bool(data)

    def stop_reading(self):
        self.reads = False
        self._watch()

    def resume_reading(self):
        self.reads = True
        self._watch()

    def close(self):
        if not self.closed:
            self.closed = True
            self._watch()
            self.sock.close()

    def _send_some(self, data):
        try:
            return self.sock.send(data)
        except BlockingIOError:
            return 0
        except OSError:
            self.abort()
            return len(data)  # nobody will ever read it

    def _watch(self):
        wanted = 0
        if not self.closed:
            wanted = (selectors.EVENT_READ if self.reads else 0) | (selectors.EVENT_WRITE if self.outbox else 0)
        if wanted == self._events:
            return
        if not wanted:
            self.selector.unregister(self.sock)
        elif not self._events:
            self.selector.register(self.sock, wanted, self)
        else:
            self.selector.modify(self.sock, wanted, self)
        self._events = wanted


class WorkerOutput:
    """What a worker writes to its file descriptors 1 and 2, on its way into the log, whole lines at a time."""

    def __init__(self, selector, log, descriptor):
        os.set_blocking(descriptor, False)
        self.selector = selector
        self.sink = log.sink
        self.file = open(descriptor, "rb", buffering=0)
        self.rest = b""
        self.closed = False
        selector.register(self.file, selectors.EVENT_READ, self)

    def handle(self, _events):
        self.read()

    def read(self):
        """Reads once, which is enough to empty the pipe: it holds no more than READ_SIZE."""
        if self.closed:
            return
        data = self.file.read(READ_SIZE)
        if data == b"":
            self.close()
        if not data:
            return
        lines, newline, self.rest = (self.rest + data).rpartition(b"\n")
        self.sink.write(lines + newline)
        if len(self.rest) > READ_SIZE:
            self.sink.write(self.rest)
            self.rest = b""

    def close(self):
        if not self.closed:
            self.closed = True
            self.selector.unregister(self.file)
            self.file.close()
            if self.rest:
                self.sink.write(self.rest + b"\n")


class Handler:
    """Lets a plain function stand where the loop expects a channel."""

    def __init__(self, function):
        self.function = function

    def handle(self, _events):
        self.function()
