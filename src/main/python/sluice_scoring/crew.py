"""The workers: who starts them, gives them requests, hands on their answers and replaces those that die."""

import collections
import os
import signal
import socket
import time

from .channel import WorkerOutput
from .deaths import Death, kill, still_alive
from .failures import BootFailure
from .http_reply import Reply, bare_reply, message_reply
from .memory import out_of_memory_kills
from .worker_link import WorkerLink

MAX_QUEUE = 1000
MAX_IDLE_DEATHS = 5


class ForkedWorker(BaseException):
    """Raised in a child process to leave the master's loop behind, down to `main`."""

    def __init__(self, settings, sock):
        super().__init__()
        self.settings = settings
        self.sock = sock


class Crew:
    """`all_ready` is called once, with what the workers say about the script's input and output."""

    def __init__(self, settings, log, selector, all_ready):
        self.settings = settings
        self.log = log
        self.selector = selector
        self.all_ready = all_ready
        self.kills_before = out_of_memory_kills()
        self.workers = {}
        self.queue = collections.deque()
        self.idle_deaths = 0
        self.has_served = False
        self.failure = None  # why there is no use in going on

    # -- requests

    def score(self, client):
        """Has the client's request answered by the next worker that is free."""
        if len(self.queue) >= MAX_QUEUE:
            client.finish(message_reply(503, "Too many requests are waiting for a worker."))
            return
        self.queue.append(client)
        self._dispatch()

    def forget(self, client):
        if client in self.queue:
            self.queue.remove(client)

    def _dispatch(self):
        for worker in self.workers.values():
            if not self.queue:
                return
            if worker.is_free:
                worker.give(self.queue.popleft())

    # -- what workers say

    def worker_said(self, worker, meta, body):
        if worker.output:
            worker.output.read()  # what it printed before comes before what follows from its words
        if "part" in meta:
            worker.client.part(body)
        elif "stage" in meta:
            worker.stage = meta["stage"]
        elif "failure" in meta:
            worker.failure = BootFailure.of(meta["failure"])
        elif "ready" in meta:
            self._is_ready(worker, meta["ready"])
        elif "end" in meta:
            self._stream_ended(worker, meta["end"])
        elif meta.get("streams"):
            worker.client.begin(Reply(**meta))
        else:
            self._answered(worker, bare_reply(500) if "bare" in meta else Reply(body=body, **meta))

    def _is_ready(self, worker, schemas):
        worker.became_ready()
        if not self.has_served and all(other.ready for other in self.workers.values()):
            self.has_served = True
            self.all_ready(schemas)
        self._dispatch()

    def _answered(self, worker, reply):
        client = self._released(worker)
        client.finish(reply, worker.pid)
        client.advance()

    def _stream_ended(self, worker, how):
        client = self._released(worker)
        if how == "complete":
            client.end(worker.pid)
            client.advance()
        else:
            client.break_off(worker.pid)

    def _released(self, worker):
        client = worker.release()
        self.idle_deaths = 0
        self._dispatch()
        return client

    # -- life and death

    def spawn(self):
        ours, theirs = socket.socketpair()
        reader, writer = os.pipe() if self.settings.log_file else (None, None)
        pid = os.fork()
        if pid == 0:
            ours.close()
            if writer is not None:
                os.close(reader)
                os.dup2(writer, 1)
                os.dup2(writer, 2)
                os.close(writer)
            raise ForkedWorker(self.settings, theirs)
        theirs.close()
        if writer is not None:
            os.close(writer)
        output = WorkerOutput(self.selector, self.log, reader) if reader is not None else None
        self.workers[pid] = WorkerLink(self, ours, pid, output)
        self.log("I", "sluice", "Booting worker with pid: %d" % pid)

    def sweep(self, now):
        """Kills workers that are overdue: those that sleep through their alarm, or are stuck where no signal helps."""
        for worker in self.workers.values():
            if worker.deadline and now > worker.deadline:
                self.log("E", "sluice", "Worker (pid:%d) %s; killing it" % (worker.pid, worker.killed_for))
                worker.was_killed = True
                os.kill(worker.pid, signal.SIGKILL)

    def reap(self):
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if pid in self.workers:
                self._worker_died(self.workers[pid], status)

    def _worker_died(self, worker, status):
        worker.drain()
        del self.workers[worker.pid]
        worker.close()
        death = Death(worker, status, starved=out_of_memory_kills() > self.kills_before)
        self.log("E", "sluice", "Worker (pid:%d) exited %s" % (worker.pid, death.how))
        if worker.client:
            self._fail_request(worker)
        elif not worker.served:
            self.idle_deaths += 1
        if not worker.ready:
            self.give_up(worker.failure or death.boot_failure(self.settings.script))
        elif self.idle_deaths >= MAX_IDLE_DEATHS:
            self.give_up(death.repeated(MAX_IDLE_DEATHS, self.settings.script))
        else:
            self.spawn()

    @staticmethod
    def _fail_request(worker):
        if worker.client.stream:
            worker.client.break_off(worker.pid)
        else:
            worker.client.finish(bare_reply(500), worker.pid)

    def give_up(self, failure):
        """Ends all workers and refuses what waits for one."""
        if self.failure:
            return
        self.failure = failure
        unserved = [other.client for other in self.workers.values() if other.client] + list(self.queue)
        self.queue.clear()
        for client in unserved:
            client.finish(bare_reply(503))
        kill(self.workers)
        self._read_last_words()
        self.workers.clear()
        self.log("E", "sluice", "Worker failed to boot")

    def end(self, wait):
        """An idle worker ends by itself when its channel closes; a second is enough for its exit handlers. `wait` waits
        for a child's end, at most so many seconds."""
        for worker in self.workers.values():
            worker.sock.close()
        alive = still_alive(self.workers)
        deadline = time.monotonic() + 1.0
        while alive and time.monotonic() < deadline:
            wait(max(0, deadline - time.monotonic()))
            alive = still_alive(alive)
        kill(alive)
        self._read_last_words()

    def _read_last_words(self):
        for worker in self.workers.values():
            if worker.output:
                worker.output.read()
