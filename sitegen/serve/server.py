"""Server: shows a built site on this machine, and tells its pages when there is another. EDGE: network and threads."""

import contextlib
import errno
import hashlib
import ipaddress
import json
import os
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer

from sitegen.errors import Problem
from sitegen.file_digests import Digest, digest_anew

from .answer import answer, local_names
from .page import EVENTS, with_reload

FIRST_PORT = 8000
_PORTS = 100
"""How many are tried, from the first on."""
_SCRIPT = Path(__file__).with_name("reload.js")
_PATIENCE = 60
"""Seconds that a browser may take to ask, or to take what it asked for."""
_PLAIN = "text/plain; charset=utf-8"
_HEARTBEAT = 15
"""Seconds after which a page that listens hears that there is nothing new, by which it is noticed when it is gone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A site as it is shown, and what its last build says."""

    files: Mapping[str, bytes]
    """By path below the site."""
    revision: str
    """Hexadecimal; the same for the same files."""
    problems: tuple[Problem, ...] = ()
    """For the pages to show."""
    is_kept: bool = False
    """The last build made no site: this is that of the build before."""


class Screen:
    """What is shown now; threads may wait for what is shown next."""

    def __init__(self, shown: Shown) -> None:
        self._changed = threading.Condition()
        self._shown = shown
        self.has_ended = False
        """Nothing is shown any more."""

    @property
    def shown(self) -> Shown:
        return self._shown

    def show(self, shown: Shown) -> None:
        with self._changed:
            self._shown = shown
            self._changed.notify_all()

    def end(self) -> None:
        """Let go of all that wait."""
        with self._changed:
            self.has_ended = True
            self._changed.notify_all()

    def after(self, seen: Shown, seconds: float) -> Shown | None:
        """What is shown once it is not what was seen; None if it still is after so many seconds, or at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self.has_ended or self._shown is not seen, seconds)
            return self._shown if self._shown is not seen else None


def revision_of(files: Mapping[str, bytes], digest: Digest = digest_anew) -> str:
    """A digest of the paths and bytes of a site. `digest`: what knows those of its files."""
    whole = hashlib.sha256()
    for path, data in sorted(files.items()):
        whole.update(f"{path}\0{digest(path, data)}\n".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


def loopback(host: str) -> str | None:
    """The address of this machine that `host` names, to listen on; None if others can reach what it names."""
    if host == "localhost":
        return "127.0.0.1"
    try:
        return host if ipaddress.ip_address(host).is_loopback else None
    except ValueError:
        return None


class Server(ThreadingTCPServer):
    """Listens from when it is made, and answers while a screen is shown: until then browsers wait.

    One thread for each connection; those that listen for events end with what is shown.
    Raises: OSError if the port is in use, or can't be had.
    """

    daemon_threads = True
    block_on_close = False
    # Elsewhere it lets a server start again at once; on Windows it would let two have one port.
    allow_reuse_address = os.name != "nt"
    request_queue_size = 64

    def __init__(self, host: str, port: int) -> None:
        """`host`: what `loopback` gives; `port`: 0: any that is free."""
        is_six = ":" in host
        self.address_family = socket.AF_INET6 if is_six else socket.AF_INET
        super().__init__((host, port), _Handler)
        self.script = _SCRIPT.read_text("utf-8")
        self.names = local_names(host, self.port)
        self.url = f"http://[{host}]:{self.port}/" if is_six else f"http://{host}:{self.port}/"
        self.screen: Screen

    @property
    def port(self) -> int:
        port = self.server_address[1]
        assert isinstance(port, int)
        return port

    @contextlib.contextmanager
    def showing(self, screen: Screen) -> Iterator[None]:
        """Answer, by threads, while the context is open."""
        self.screen = screen
        thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            screen.end()
            self.shutdown()
            thread.join()


def first_free(host: str) -> Server:
    """A server at the first port from 8000 on that is free.

    Raises: OSError if none is.
    """
    for port in range(FIRST_PORT, FIRST_PORT + _PORTS):
        try:
            return Server(host, port)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    return Server(host, 0)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version = "sitegen"
    sys_version = ""
    timeout = _PATIENCE

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError):  # whoever asked has gone
            super().handle()

    def do_GET(self) -> None:
        self._answer(self.wfile.write)

    def do_HEAD(self) -> None:
        self._answer(lambda _: None)

    def log_message(self, *_: object) -> None:
        """Nothing: the terminal is for the builds."""

    def _answer(self, write: Callable[[bytes], object]) -> None:
        if not self._is_asked_here():
            self._send(421, _PLAIN, b"This site is shown on its own machine only.\n", write)
        elif self.path.partition("?")[0] == EVENTS:
            self._events()
        else:
            shown = self.server.screen.shown
            found = answer(self.path, shown.files)
            is_page = found.content_type.startswith("text/html")
            body = with_reload(found.body, self.server.script, shown.revision) if is_page else found.body
            self._send(found.status, found.content_type, body, write)

    def _is_asked_here(self) -> bool:
        """Whether a page of this server asks, or nobody else's."""
        origin = self.headers.get("Origin")
        names = self.server.names
        return self.headers.get("Host") in names and (origin is None or origin.removeprefix("http://") in names)

    def _send(self, status: int, content_type: str, body: bytes, write: Callable[[bytes], object]) -> None:
        self.send_response(status)
        self._say_what(content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        write(body)

    def _say_what(self, content_type: str) -> None:
        self.send_header("Content-Type", content_type)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _events(self) -> None:
        """What is shown, and whatever is shown next, until the page is gone
        (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""
        self.send_response(200)
        self._say_what("text/event-stream")
        self.end_headers()
        if self.command == "HEAD":
            return
        screen = self.server.screen
        seen = screen.shown
        self.wfile.write(_event(seen))
        while not screen.has_ended:
            shown = screen.after(seen, _HEARTBEAT)
            self.wfile.write(b":\n\n" if shown is None else _event(shown))
            seen = shown or seen


def _event(shown: Shown) -> bytes:
    problems = [
        {
            "level": problem.level,
            "where": problem.where,
            "message": problem.message,
            "remedy": problem.remedy,
            "code": problem.code,
        }
        for problem in shown.problems
    ]
    state = {"revision": shown.revision, "isKept": shown.is_kept, "problems": problems}
    return f"data: {json.dumps(state)}\n\n".encode()
