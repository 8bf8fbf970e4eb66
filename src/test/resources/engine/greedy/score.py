"""Wants more memory than there is, in the server's own process group."""

import os
import signal


def init():
    global hoard
    try:
        hoard = bytearray(512 * 1024 * 1024)
        hoard[:] = b"x" * len(hoard)
    except MemoryError:
        os.kill(os.getpid(), signal.SIGKILL)


def run(data):
    return data
