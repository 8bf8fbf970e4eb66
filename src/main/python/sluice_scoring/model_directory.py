"""What lies under AZUREML_MODEL_DIR, for the log of an init() that failed: most often a file is not where it looks."""

import os

MAX_LISTING = 200


def log_model_directory(root, log):
    if not root:
        log.info("AZUREML_MODEL_DIR is not set")
        return
    log.info("Model Directory Contents:")
    for number, line in enumerate(directory_tree(root)):
        if number == MAX_LISTING:
            log.info("... (more than %d lines)", MAX_LISTING)
            return
        log.info("%s", line)


def directory_tree(root):
    root = root.rstrip("/")
    yield os.path.basename(root) + "/"
    yield from directory_entries(root, 1)


def directory_entries(folder, depth):
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield "%s(%s)" % ("    " * depth, error.strerror)
        return
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        yield "    " * depth + entry.name + ("/" if is_folder else "")
        if is_folder:
            yield from directory_entries(entry.path, depth + 1)
