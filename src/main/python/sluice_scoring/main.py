"""Where the server starts, and where a process turns into a worker."""

import os
import sys

from .crew import ForkedWorker
from .failures import EXIT_FAILED_TO_BOOT, BootError
from .master import Master
from .master_log import MasterLog
from .settings import Settings, parse_command_line
from .worker import Worker


def main():
    worker = serve()
    # Not where the exception is handled: it would be told as the context of whatever the script raises.
    worker.run()


def serve():
    """Serves until the end and leaves the program then; only in a child it comes back, with what that is to be."""
    options = parse_command_line(sys.argv[1:])
    log = MasterLog.to(options.log_file, options.log_bytes)
    try:
        sys.exit(Master(Settings(options, os.environ), log).run())
    except BootError as error:
        log.failure(error.failure)
        sys.exit(EXIT_FAILED_TO_BOOT)
    except ForkedWorker as child:
        return Worker(child.settings, child.sock)
