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
    options = parse_command_line(sys.argv[1:])
    log = MasterLog.to(options.log_file, options.log_bytes)
    try:
        settings = Settings(options, os.environ)
        exit_code = Master(settings, log).run()
    except BootError as error:
        log.failure(error.failure)
        exit_code = EXIT_FAILED_TO_BOOT
    except ForkedWorker as child:
        Worker(child.settings, child.sock).run()
        return
    sys.exit(exit_code)
