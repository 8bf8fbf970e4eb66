"""How worker processes end: what that says about the script, and how to make them."""

import os
import signal

from .failures import IMPORT_ERROR, INIT_FAILED, BootFailure


class Death:
    """The end of one worker. `starved` says that the kernel has killed for want of memory meanwhile."""

    def __init__(self, worker, status, starved):
        self.worker = worker
        self.stage = "serving" if worker.ready else worker.stage
        self.signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
        self.exit_code = None if self.signal else os.WEXITSTATUS(status)
        self.out_of_memory = self.signal == signal.SIGKILL and starved and not worker.was_killed

    @property
    def how(self):
        if not self.signal:
            return "with code %d" % self.exit_code
        hint = ""
        if self.out_of_memory:
            hint = " (out of memory)"
        elif self.signal == signal.SIGKILL and not self.worker.was_killed:
            hint = " (out of memory?)"
        return "by signal %d%s" % (self.signal, hint)

    def boot_failure(self, script):
        """Of a worker that died before it was ready, without a word."""
        code = IMPORT_ERROR if self.stage == "import" else INIT_FAILED
        if self.worker.was_killed:
            where = "init()" if self.stage == "init" else "importing the script"
            return self._failure("init_timeout", code, "The worker %s in %s" % (self.worker.killed_for, where), script)
        return self._failure("worker_died", code, "The worker exited " + self.how, script)

    def repeated(self, times, script):
        """Of the last of several that died one after the other, before any had served a request."""
        message = "The worker exited %s soon after init(), %d times in a row" % (self.how, times)
        return self._failure("worker_died", INIT_FAILED, message, script)

    def _failure(self, kind, code, message, script):
        facts = {"stage": self.stage, "signal": self.signal, "exit_code": self.exit_code, "script": script}
        return BootFailure(kind, code, message, out_of_memory=self.out_of_memory or None, **facts)


def still_alive(pids):
    return [pid for pid in pids if os.waitpid(pid, os.WNOHANG)[0] == 0]


def kill(pids):
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
