"""Serves one scoring script (`score.py`) over HTTP, the way the cloud's managed online endpoints do.

Two kinds of process share the work:

* the *master* speaks HTTP and nothing else. It never runs user code, so `GET /` answers at once whatever a model does;
* the *workers* (WORKER_COUNT of them, forked by the master) load the script, call `init()` once, then `run()` once a
  request, in their main thread, one request at a time. One that dies is replaced; only its own request suffers.

Master and worker speak in frames over a socket pair: a dict (`meta`) and a raw body.

Standard library only, Python 3.8 or newer, so that it runs in any image that has Python. What user code can import of
us is in `cloud_api` and in the folder `offered`.
"""

VERSION = "sluice/1.0"
