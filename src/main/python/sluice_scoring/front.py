"""What faces the clients: listening sockets, connections, and which page answers what."""

import os
import re
import selectors
import socket
import time
import urllib.parse

from . import swagger
from .channel import Handler
from .client import Client
from .failures import BAD_SETTING, BootError, BootFailure
from .http_reply import (
    HTML,
    NOT_ALLOWED,
    NOT_FOUND,
    Reply,
    ReplyWriter,
    message_reply,
    oversized_id_reply,
    unrouted_reply,
)

MAX_CLIENTS = 900  # below the usual limit of 1024 descriptors
ORIGIN = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*://[^/]*")


class Front:
    """Answers what is not for the script by itself; the rest goes to the crew."""

    def __init__(self, settings, log, selector, crew):
        self.settings = settings
        self.log = log
        self.selector = selector
        self.crew = crew
        self.writer = ReplyWriter(settings)
        self.clients = set()
        self.draining = False
        self.documents = {}
        self.listener = self._bind()
        self.health_listener = None
        self.held_up = []

    # -- connections

    def _bind(self):
        """Takes the port at once, so that a taken one is known before a model is loaded; nobody can connect yet."""
        try:
            return listening_socket(self.settings.host, self.settings.port)
        except OSError as error:
            port = self.settings.port
            message = "Cannot listen on %s:%d: %s" % (self.settings.host, port, error)
            raise BootError(BootFailure("port_taken", BAD_SETTING, message, port=port)) from None

    def open(self, schemas):
        """Every worker is ready: from now on clients can connect."""
        self.documents = swagger.documents(self.settings, schemas)
        versions = ", ".join(self.documents)
        self.log("I", "sluice.swagger", "Swaggers are prepared for the following versions: [%s]." % versions)
        self._listen(self.listener, self.route)
        self._open_health_port()
        host, port = self.listener.getsockname()[:2]
        if self.settings.port_file:
            temporary = self.settings.port_file + ".tmp"
            with open(temporary, "w") as file:
                file.write("%d\n" % port)
            os.replace(temporary, self.settings.port_file)
        self.log("I", "sluice", "Listening at: http://%s:%d (%d)" % (host, port, os.getpid()))

    def _open_health_port(self):
        """Here several instances may share one machine, so a port that is taken is no reason not to serve."""
        port = self.settings.health_port
        if port is None:
            return
        try:
            self.health_listener = listening_socket(self.settings.host, port)
        except OSError as error:
            self.log("W", "sluice", "Cannot listen on HEALTH_PORT %d: %s; GET / is answered above" % (port, error))
            return
        self._listen(self.health_listener, self.route_to_health)
        self.log("I", "sluice", "Health is answered at: http://%s:%d" % self.health_listener.getsockname()[:2])

    def _listen(self, listener, route):
        listener.listen(1024)
        self.selector.register(listener, selectors.EVENT_READ, Handler(lambda: self._accept(listener, route)))

    def _accept(self, listener, route):
        while len(self.clients) < MAX_CLIENTS:
            try:
                sock, _ = listener.accept()
            except OSError:
                return  # nobody is waiting (any more)
            self.clients.add(Client(self, sock, route))
        # Who comes now waits in the system's queue: let in and closed, it would see its request fail.
        self.selector.unregister(listener)
        self.held_up.append((listener, route))

    def forget(self, client):
        self.clients.discard(client)
        self.crew.forget(client)
        if self.held_up and not self.draining:
            held_up, self.held_up = self.held_up, []
            for listener, route in held_up:
                self._listen(listener, route)

    def sweep(self, now):
        for client in list(self.clients):
            if client.has_expired(now, self.settings.idle_seconds):
                client.close()

    # -- pages

    def route(self, client, request):
        path = path_of(request)
        refusal = oversized_id_reply(request.headers)
        if refusal:
            client.finish(refusal)
        elif path == "/score":
            self._route_score(client, request)
        elif not path.strip("/"):
            self._route_health(client, request)
        elif path == "/swagger.json":
            self._route_swagger(client, request)
        else:
            client.finish(unrouted_reply(404, NOT_FOUND))

    def route_to_health(self, client, request):
        if path_of(request).strip("/"):
            client.finish(unrouted_reply(404, NOT_FOUND))
        else:
            self._route_health(client, request)

    def _route_health(self, client, request):
        if request.method in ("GET", "HEAD"):
            client.reply(Reply(200, b"Healthy", HTML, failed=None))  # not logged: probes come every few seconds
        elif request.method == "OPTIONS":
            client.finish(Reply(200, b"", HTML, [("Allow", "GET, HEAD, OPTIONS")], failed=None))
        else:
            client.finish(unrouted_reply(405, NOT_ALLOWED))

    def _route_swagger(self, client, request):
        if request.method not in ("GET", "HEAD"):
            client.finish(unrouted_reply(405, NOT_ALLOWED))
            return
        query = urllib.parse.parse_qs(request.target.partition("?")[2])
        client.finish(swagger.reply(self.documents, query.get("version", ["2"])[0]))

    def _route_score(self, client, request):
        if request.method in ("GET", "POST", "OPTIONS"):
            self.crew.score(client)
        elif request.method == "HEAD":
            client.finish(message_reply(405, "Method not allowed"))
        else:
            client.finish(unrouted_reply(405, NOT_ALLOWED))

    def log_access(self, request, status, size, pid):
        took_ms = (time.perf_counter() - request.arrived) * 1000
        facts = (request.method, request.target, status, took_ms, size, request.id)
        self.log("I", "sluice.access", "%s %s %d %.3fms %d %s" % facts, pid)

    # -- the end

    def has_work(self):
        return any(client.outbox or not (client.is_idle or client.lingers) for client in self.clients)

    def drain(self):
        """Takes no more connections, and lets go of those that nothing is under way on."""
        self.draining = True
        for listener in self._listeners():
            if listener in self.selector.get_map():
                self.selector.unregister(listener)
        self.close_listeners()
        for client in list(self.clients):
            client.read()  # its next request may have arrived already
            if client.is_idle:
                client.close()

    def close_listeners(self):
        for listener in self._listeners():
            listener.close()

    def _listeners(self):
        return [listener for listener in (self.listener, self.health_listener) if listener]


def listening_socket(host, port):
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setblocking(False)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener


def path_of(request):
    path = request.target.partition("?")[0]
    if not path.startswith("/"):
        path = ORIGIN.sub("", path) or "/"
    return urllib.parse.unquote(path) if "%" in path else path
