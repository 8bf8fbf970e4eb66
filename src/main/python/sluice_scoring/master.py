"""The process that speaks HTTP and watches over the workers: one thread, one loop."""

import select
import selectors
import signal
import socket
import time
import traceback

from .channel import Channel, Handler
from .crew import Crew, ForkedWorker
from .failures import BootError
from .front import Front

TICK_SECONDS = 1.0


class Master:
    """Owns the loop, the signals and the end; the front owns the clients, the crew the workers."""

    def __init__(self, settings, log):
        self.settings = settings
        self.log = log
        self.selector = selectors.DefaultSelector()
        self.crew = Crew(settings, log, self.selector, self._all_ready)
        self.front = Front(settings, log, self.selector, self.crew)
        self.exit_code = None
        self.deadline = None
        self.next_sweep = 0.0
        self.signals, self.signal_writer = socket.socketpair()

    # -- the loop

    def run(self):
        """Serves until it is told to stop. Comes back as a `ForkedWorker` in each child."""
        try:
            self._listen_to_signals()
            for remark in self.settings.remarks:
                self.log("W", "sluice", remark)
            if self.settings.config_file:
                self.log("I", "sluice", "Loaded config file %s" % self.settings.config_file)
            for _ in range(self.settings.workers):
                self.crew.spawn()
            return self._serve()
        except ForkedWorker:
            self._forget_everything()
            raise

    def _serve(self):
        while self.exit_code is None:
            for key, events in self.selector.select(TICK_SECONDS):
                self._handle(key.data, events)
            if self.crew.failure:
                raise BootError(self.crew.failure)
            self._sweep()
        self.crew.end(self._wait_for_child)
        return self.exit_code

    def _handle(self, handler, events):
        try:
            handler.handle(events)
        except Exception:  # a mistake of ours in one connection must not end the others
            self.log("E", "sluice", "Unexpected error\n" + traceback.format_exc())
            if isinstance(handler, Channel):
                handler.abort()

    def _all_ready(self, schemas):
        try:
            self.front.open(schemas)
        except BootError as error:
            self.crew.give_up(error.failure)

    def _sweep(self):
        """What is due by time: idle connections, workers that ignore the alarm, the end of the grace period."""
        now = time.monotonic()
        if self.front.draining and (now > self.deadline or not self.front.has_work()):
            self.exit_code = 0
        if now >= self.next_sweep:
            self.next_sweep = now + TICK_SECONDS
            self.front.sweep(now)
            self.crew.sweep(now)

    # -- signals

    def _listen_to_signals(self):
        for end in (self.signals, self.signal_writer):
            end.setblocking(False)
        signal.set_wakeup_fd(self.signal_writer.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD):
            signal.signal(number, lambda *_: None)
        self.selector.register(self.signals, selectors.EVENT_READ, Handler(self._signalled))

    def _signalled(self):
        try:
            numbers = self.signals.recv(4096)
        except BlockingIOError:
            return
        if signal.SIGCHLD in numbers:
            self.crew.reap()
        if signal.SIGTERM in numbers or signal.SIGINT in numbers:
            self._drain()

    def _drain(self):
        """Takes no more connections and lets what is under way finish, for the grace period."""
        if self.front.draining:
            return
        self.log("I", "sluice", "Stopping: running requests have %g s" % self.settings.grace_seconds)
        self.deadline = time.monotonic() + self.settings.grace_seconds
        self.front.drain()

    def _wait_for_child(self, seconds):
        # A worker that ended since we looked has woken this socket already: none is waited for in vain.
        if select.select([self.signals], [], [], seconds)[0]:
            self.signals.recv(4096)

    # -- in a child

    def _forget_everything(self):
        """A connection that a worker kept open would never end for its client."""
        signal.set_wakeup_fd(-1)
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()
        for channel in [*self.front.clients, *self.crew.workers.values()]:
            channel.sock.close()
        self.front.close_listeners()
        for resource in (self.selector, self.signals, self.signal_writer, self.log.sink):
            resource.close()
