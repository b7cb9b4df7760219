"""The server, asked over a real connection."""

import json
import re
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from urllib.request import urlopen

import pytest

from sitegen.errors import Problem
from sitegen.serve.server import Screen, Server, Shown, first_free, loopback, revision_of
from tests.demands import give_up

PAGE = b"<!DOCTYPE html>\n<title>Start</title>\n"
FILES = {"index.html": PAGE, "style.css": b"p {}\n", "404.html": b"<p>none</p>\n"}
LONGEST = 60
"""Seconds that an answer may take on a busy machine."""


def shown(files: dict[str, bytes], *problems: Problem, is_kept: bool = False) -> Shown:
    return Shown(files, revision_of(files), problems, is_kept)


@pytest.fixture
def screen() -> Screen:
    return Screen(shown(FILES))


@pytest.fixture
def server(screen: Screen) -> Iterator[Server]:
    with Server("127.0.0.1", 0) as server, server.showing(screen):
        yield server


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=LONGEST)
    connection.request(method, path, headers={"Host": f"localhost:{server.port}", **headers})
    return connection.getresponse()


def test_a_page_is_served_with_the_script_and_is_not_stored(server: Server) -> None:
    response = ask(server, "/")
    body = response.read()
    assert (response.status, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert body.startswith(PAGE)
    assert f'<script data-revision="{revision_of(FILES)}">'.encode() in body[len(PAGE) :]
    assert int(response.headers["Content-Length"]) == len(body)
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in response.headers
    assert response.headers["Server"].strip() == "sitegen"


def test_other_files_are_served_to_the_byte(server: Server) -> None:
    assert ask(server, "/style.css").read() == FILES["style.css"]


def test_what_was_not_built_is_answered_with_the_page_for_it(server: Server) -> None:
    response = ask(server, "/../../etc/passwd")
    assert (response.status, response.read().startswith(FILES["404.html"])) == (404, True)


@pytest.mark.parametrize("path", ["/", "/nothing.html", "/.sitegen/events"])
def test_head_is_answered_with_the_head_alone(server: Server, path: str) -> None:
    response = ask(server, path, "HEAD")
    assert (response.status, response.read()) == (404 if "nothing" in path else 200, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT"])
def test_nothing_but_reading_is_done(server: Server, method: str) -> None:
    assert ask(server, "/", method).status == 501


@pytest.mark.parametrize("path", ["/", "/style.css", "/.sitegen/events"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "localhost"},
        {"Host": "localhost:1"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
    ],
    ids=str,
)
def test_a_page_from_elsewhere_gets_nothing(server: Server, path: str, headers: dict[str, str]) -> None:
    response = ask(server, path, **headers)
    assert (response.status, response.read()) == (421, b"This site is shown on its own machine only.\n")


def test_its_own_pages_and_every_name_of_this_machine_are_answered(server: Server) -> None:
    for name in ("localhost", "127.0.0.1", "[::1]"):
        own = f"{name}:{server.port}"
        assert ask(server, "/style.css", Host=own, Origin=f"http://{own}").status == 200


def test_the_address_of_a_server_leads_to_it(server: Server) -> None:
    assert server.url == f"http://127.0.0.1:{server.port}/"


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6")
def test_the_newer_protocol_is_written_in_brackets(screen: Screen) -> None:
    try:
        server = Server("::1", 0)
    except OSError:
        give_up("this machine has no address of its own in IPv6")
    with server, server.showing(screen), urlopen(server.url, timeout=LONGEST) as response:
        assert server.url == f"http://[::1]:{server.port}/"
        assert response.status == 200


def test_an_address_without_end_is_refused(server: Server) -> None:
    assert ask(server, "/" + "a" * 70_000).status == 414


def events(response: HTTPResponse) -> Iterator[dict[str, object]]:
    """What a page hears; heartbeats are left out."""
    assert response.headers["Content-Type"] == "text/event-stream"
    for line in response:
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


def test_a_page_hears_what_is_shown_and_what_is_shown_next(server: Server, screen: Screen) -> None:
    heard = events(ask(server, "/.sitegen/events"))
    assert next(heard) == {"revision": revision_of(FILES), "isKept": False, "problems": []}
    files = {**FILES, "index.html": b"<p>new</p>\n"}
    screen.show(shown(files))
    assert next(heard)["revision"] == revision_of(files) != revision_of(FILES)
    problem = Problem("article-empty", "error", "no <text>", "content/a.md", 3, remedy="write it")
    screen.show(shown(files, problem, is_kept=True))
    assert next(heard) == {
        "revision": revision_of(files),
        "isKept": True,
        "problems": [
            {
                "level": "error",
                "where": "content/a.md:3",
                "message": "no <text>",
                "remedy": "write it",
                "code": "article-empty",
            }
        ],
    }
    assert ask(server, "/").read().startswith(b"<p>new</p>")


def test_what_a_page_listens_to_ends_with_what_is_shown() -> None:
    with Server("127.0.0.1", 0) as server:
        with server.showing(Screen(shown(FILES))):
            heard = events(ask(server, "/.sitegen/events"))
            next(heard)
        assert list(heard) == []


def test_a_page_that_went_does_not_stop_the_others(server: Server, screen: Screen) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as gone:
        gone.sendall(f"GET /.sitegen/events HTTP/1.0\r\nHost: localhost:{server.port}\r\n\r\n".encode())
        assert gone.recv(12) == b"HTTP/1.0 200"
    heard = events(ask(server, "/.sitegen/events"))
    next(heard)
    for number in range(3):
        screen.show(shown({**FILES, "new.css": b"%d" % number}))
        assert re.fullmatch(r"[0-9a-f]{64}", str(next(heard)["revision"]))


def test_the_first_free_port_is_taken_unless_one_is_named() -> None:
    with Server("127.0.0.1", 0) as taken:
        with pytest.raises(OSError, match="in use"):
            Server("127.0.0.1", taken.port)
        with first_free("127.0.0.1") as one, first_free("127.0.0.1") as other:
            assert 8000 <= one.port < other.port


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "127.0.0.1"),
        ("127.8.8.8", "127.8.8.8"),
        ("::1", "::1"),
        ("0.0.0.0", None),
        ("192.168.0.1", None),
        ("::", None),
        ("desk.example", None),
        ("", None),
    ],
)
def test_only_addresses_of_this_machine_are_listened_on(host: str, address: str | None) -> None:
    assert loopback(host) == address
