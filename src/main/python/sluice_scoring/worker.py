"""The process that runs the user's script: boots it, then answers one request after the other."""

import os
import select
import signal
import sys
import time

from . import results, worker_logs
from .contract import Refusal, ScoringTimeout
from .failures import EXIT_FAILED_TO_BOOT, BootError, failed_init, user_traceback
from .frames import READ_SIZE, pack_frame, take_frame
from .http_reply import HTML
from .model_directory import log_model_directory
from .results import message_frame
from .user_script import UserScript

GENERIC = "An unexpected error occurred in scoring script. Check the logs for more info."
INTERNAL = "An unexpected internal error occurred. Check the logs for more info."


class MasterLink:
    """The worker's end of its channel."""

    def __init__(self, sock):
        self.sock = sock
        self.inbox = bytearray()

    def send(self, meta, body=b""):
        self.sock.sendall(pack_frame(meta, body))

    def next_request(self):
        """The next request, or None once the master is gone, or wants us to be. What else it says came too late."""
        while True:
            frame = take_frame(self.inbox)
            if frame and "method" in frame[0]:
                return frame
            if not frame and not self._receive():
                return None

    def is_cancelled(self):
        """Whether the master has lost interest in the running request: nothing else is said while there is one."""
        return bool(self.inbox or select.select([self.sock], [], [], 0)[0])

    def _receive(self):
        data = self.sock.recv(READ_SIZE)
        self.inbox += data
        return bool(data)


class Alarm:
    """Ends what takes too long, by an exception in the main thread."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.left = seconds

    def start(self):
        self.left = self.seconds

    def __enter__(self):
        signal.setitimer(signal.ITIMER_REAL, self.left)

    def __exit__(self, *_):
        # Never 0, which would mean no limit at all.
        self.left = max(signal.setitimer(signal.ITIMER_REAL, 0)[0], 0.001)


class Worker:
    """Runs the user's script in this process, in its main thread."""

    def __init__(self, settings, sock):
        self.settings = settings
        self.master = MasterLink(sock)
        self.alarm = Alarm(settings.scoring_timeout_ms / 1000)

    def run(self):
        set_up_signals()
        try:
            worker_logs.set_up(self.settings)
            self.log = worker_logs.own_logger("sluice")
            self._boot()
        except BootError as error:
            self.master.send({"failure": error.failure.as_dict()})
            sys.stderr.flush()
            os._exit(EXIT_FAILED_TO_BOOT)  # a thread that the script has started must not keep us alive
        request = self.master.next_request()
        while request:
            with worker_logs.naming(request[0]["id"]):
                self._answer(*request)
            request = self.master.next_request()

    # -- boot

    def _boot(self):
        log = worker_logs.own_logger("sluice.user_script")
        self.script = UserScript.load(self.settings, log)
        self.master.send({"stage": "init"})
        self._init(log)
        self.log.info("Scoring timeout is set to %d", self.settings.scoring_timeout_ms)
        self.log.info("Worker with pid %d ready for serving traffic", os.getpid())
        self.master.send({"ready": self.script.schemas()})

    def _init(self, log):
        log.info("Invoking user's init function")
        try:
            self.script.init()
        except BaseException as error:
            self.log.error("%s", user_traceback(error))
            log_model_directory(self.settings.model_dir, self.log)
            raise BootError(failed_init(error, self.script.path)) from None
        log.info("User's init has completed successfully")

    # -- scoring

    def _answer(self, request, body):
        try:
            arguments = self.script.arguments(request, body)
        except Refusal as refusal:
            return self.master.send(*message_frame(refusal.status, refusal.message))
        if arguments is None:
            return self.master.send({"status": 200, "content_type": HTML})
        started = time.perf_counter()
        self.alarm.start()
        try:
            with self.alarm:
                result = self.script.run(arguments)
        except BaseException as error:
            return self.master.send(*self._failed(error))
        self._send_result(result, (time.perf_counter() - started) * 1000)

    def _failed(self, error):
        """The reply to a request on which run() raised."""
        if isinstance(error, Refusal):
            return message_frame(error.status, error.message)
        if isinstance(error, ScoringTimeout):
            limit = self.settings.scoring_timeout_ms
            self.log.error("run() failed to finish within the allocated time: %dms", limit)
            return message_frame(500, "Scoring timeout after %d ms" % limit, failed=True)
        self.log.error("%s", user_traceback(error))
        if isinstance(error, Exception):
            return message_frame(500, GENERIC, failed=True)
        return {"bare": True}, b""  # sys.exit() ends the request, not the worker

    def _send_result(self, result, exec_ms):
        try:
            meta, body = results.frame(result)
        except Exception as error:
            self.log.error("The result of run() cannot be sent: %s: %s", type(error).__name__, error)
            return self.master.send(*message_frame(500, INTERNAL))
        meta["exec_ms"] = exec_ms
        self.master.send(meta, body)
        if meta.get("streams"):
            self.master.send({"end": self._send_parts(results.parts_of(result))})

    def _send_parts(self, parts):
        """Sends an answer as the script makes it, and says how that ended. The alarm holds for the making only."""
        try:
            while not self.master.is_cancelled():
                with self.alarm:
                    part = next(parts, None)
                if part is None:
                    return "complete"
                if part:
                    self.master.send({"part": True}, part)
            self.log.info("The client has gone: its answer ends here")
        except BaseException as error:
            self._failed(error)
        finally:
            parts.close()
        return "broken"


def set_up_signals():
    """Stopping is the master's business: a signal to the whole group must not cut a running request short."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)  # not SIG_IGN, which the script's own child processes would inherit
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, raise_scoring_timeout)


def raise_scoring_timeout(_number, _frame):
    raise ScoringTimeout()
