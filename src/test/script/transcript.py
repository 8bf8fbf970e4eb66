"""Runs a script as it stands, with `az` meaning Sluice, and tells which command printed what."""

import os
import re
import subprocess
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
MARK = "\x1e"
STEP = re.compile(MARK + r"+ (?P<words>[^\n]*)\n(?P<printed>[^" + MARK + "]*)")

# The shell's own trace goes where the output goes, so that each command stands before what it has printed.
SHELL = r"""
exec >"$1" 9>&1
BASH_XTRACEFD=9
PS4=$'\x1e '
shopt -s expand_aliases
alias az="$3"
set -x
. "$2"
"""


# Begins a command with the words $HELD once somebody has written to $GATE.
AZ = """#!/bin/bash
[[ $* != *"$HELD"* ]] || read -r _ <"$GATE" || exit 1 # nobody will let it go any more
exec ./sluice "$@"
"""


class Transcript:
    """
    A run of a script. Reads while it goes on, so that a test can act between its steps; and before the command with the
    words `held`, which waits until it is let go.
    """

    def __init__(self, script, environment, folder, held):
        gate = Path(folder) / "gate"
        os.mkfifo(gate)
        self._gate = os.open(gate, os.O_RDWR)  # held open, so that to write to it never waits for a reader
        az = Path(folder) / "az"
        az.write_text(AZ)
        az.chmod(0o755)
        self._output = Path(folder) / "output.txt"
        self._output.touch()
        self._complaints = Path(folder) / "complaints.txt"
        with open(self._complaints, "wb") as complaints:
            self._process = subprocess.Popen(
                ["bash", "-c", SHELL, "bash", str(self._output), str(script), str(az)],
                cwd=ROOT, env={**environment, "HELD": held, "GATE": str(gate)}, stdin=subprocess.DEVNULL, stderr=complaints)

    def wait_for(self, words, within):
        """Returns once a command with these words has begun, or the script has ended."""
        self._until(lambda: any(words in step["words"] for step in self.steps()), within, words)

    def let_go(self):
        os.write(self._gate, b"\n")

    def wait_for_end(self, within):
        return self._process.wait(within)

    def is_over(self):
        return self._process.poll() is not None

    def steps(self):
        text = self._output.read_text(encoding="utf-8", errors="replace")
        return [match.groupdict() for match in STEP.finditer(text)]

    def complaints(self):
        return self._complaints.read_text(encoding="utf-8", errors="replace")

    def printed_by(self, *words):
        """What the commands with all these words have printed, in order."""
        return [step["printed"] for step in self.steps() if all(word in step["words"] for word in words)]

    def stop(self):
        if not self.is_over():
            self._process.kill()
            self._process.wait()
        os.close(self._gate)

    def _until(self, holds, within, what):
        end = time.monotonic() + within
        changed = threading.Event()
        while not holds() and not self.is_over():
            if time.monotonic() > end:
                raise AssertionError(f"no '{what}' within {within} s; so far:\n{self.steps()}\n{self.complaints()}")
            changed.wait(0.05)
