"""The log as the master writes it: to a file that never grows beyond its limit, or to standard output."""

import os
import time


class LogFile:
    """A log that never takes more than twice `limit` bytes: when full it becomes `<path>.1` and starts again."""

    def __init__(self, path, limit):
        self.path = path
        self.limit = max(1, limit)
        self._open()

    def _open(self):
        self.file = open(self.path, "ab", buffering=0)
        self.size = os.fstat(self.file.fileno()).st_size

    def write(self, data):
        for start in range(0, len(data), self.limit):
            self._write_piece(data[start : start + self.limit])

    def _write_piece(self, piece):
        try:
            if self.size and self.size + len(piece) > self.limit:
                self.file.close()
                os.replace(self.path, self.path + ".1")
                self._open()
            self.size += self.file.write(piece)
        except (OSError, ValueError):
            pass  # a full disk must not stop scoring

    def close(self):
        self.file.close()


class StandardOutput:
    """The log when no file was asked for."""

    def write(self, data):
        try:
            os.write(1, data)
        except OSError:
            pass  # whoever read our output is gone; scoring goes on

    def close(self):
        pass


class MasterLog:
    """Writes the master's lines; the workers have `logging` for theirs, in the same format."""

    def __init__(self, sink):
        self.sink = sink
        self._second = None
        self._stamp = ""

    @classmethod
    def to(cls, path, limit):
        """A log to the file, or to standard output if there is no path."""
        return cls(LogFile(path, limit) if path else StandardOutput())

    def __call__(self, level, logger, message, pid=None):
        line = "%s %s [%d] %s - %s\n" % (self._now(), level, pid or os.getpid(), logger, message)
        self.sink.write(line.encode("utf-8", "replace"))

    def failure(self, failure):
        """The server's last words: one line for programs, one for people."""
        self("E", "sluice.failure", failure.as_json())
        self("E", "sluice.boot", failure.as_sentence())

    def _now(self):
        second, fraction = divmod(time.time(), 1)
        if second != self._second:
            self._second = second
            self._stamp = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(second))
        return "%s,%03d" % (self._stamp, fraction * 1000)
