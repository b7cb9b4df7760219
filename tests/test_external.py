"""Addresses outside of the site, asked on a host of our own."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sitegen.errors import Problem
from sitegen.external import Address, check_external, external_addresses
from tests.project import make_project, sitegen

ANSWERS = {"/fine": 200, "/gone": 404, "/gone-for-good": 410, "/busy": 503, "/members": 403}
SAID: list[tuple[str, str, str]] = []


class _Host(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        SAID.append((self.command, self.path, self.headers["User-Agent"]))
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/fine")
        elif self.path == "/no-head":
            self.send_response(200 if self.command == "GET" else 405)
        elif self.path == "/rubbish":
            self.wfile.write(b"\0\1\2")
            return
        else:
            self.send_response(ANSWERS.get(self.path, 200))
        self.end_headers()

    do_HEAD = do_GET = _answer  # noqa: N815 - the names that the library asks for

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing to say."""


@pytest.fixture
def host() -> Iterator[str]:
    SAID.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def asked(*urls: str) -> tuple[Problem, ...]:
    return check_external([Address(url, "a.html", 3) for url in urls], "sitegen/1", timeout=2, pause=0)


def test_what_answers_is_fine_wherever_it_leads(host: str) -> None:
    assert asked(f"{host}/fine", f"{host}/moved", f"{host}/no-head", f"{host}/grö ße?a=b c") == ()
    assert ("GET", "/no-head", "sitegen/1") in SAID
    assert ("HEAD", "/gr%C3%B6%20%C3%9Fe?a=b%20c", "sitegen/1") in SAID
    assert [method for method, path, _ in SAID if path == "/moved"] == ["HEAD"]


@pytest.mark.parametrize(("path", "status"), [("/gone", 404), ("/gone-for-good", 410)])
def test_what_is_gone_is_a_warning_where_it_stands(host: str, path: str, status: int) -> None:
    (problem,) = asked(host + path)
    assert (problem.code, problem.level, problem.where) == ("external-dead", "warning", "a.html:3")
    assert problem.message == f"{host}{path} answers {status}: it is not there any more"
    assert problem.remedy


@pytest.mark.parametrize("path", ["/busy", "/members", "/rubbish"])
def test_what_does_not_say_is_only_noted(host: str, path: str) -> None:
    (problem,) = asked(host + path)
    assert (problem.code, problem.level) == ("external-unchecked", "note")


def test_a_host_that_refuses_is_noted() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    (problem,) = asked(f"http://127.0.0.1:{port}/")
    assert (problem.code, problem.level) == ("external-unchecked", "note")


def test_without_a_network_that_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    for hosts in (1, 2, 9):
        (problem,) = asked(*(f"https://{number}.example/a" for number in range(hosts)))
        assert (problem.code, problem.level, problem.path) == ("external-unchecked", "warning", "")
        assert problem.message.startswith("no network: ")


def test_a_host_without_an_address_is_dead_if_others_answer(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def known(name: str, *rest: object, **named: object) -> object:
        if name.endswith(".example"):
            raise socket.gaierror(-2, "Name or service not known")
        return real(name, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", known)
    (problem,) = asked(f"{host}/fine", "https://gone.example/a", "https://gone.example/b")
    assert (problem.code, problem.message) == (
        "external-dead",
        "https://gone.example/a the host can't be found: Name or service not known",
    )


@pytest.mark.parametrize(
    "url", ["http://[", "http://a b/", "http://exa\u0308mple.example:x/", "https://", "http://ü..example/"]
)
def test_addresses_that_are_none_are_noted_and_nothing_fails(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [])
    assert {problem.code for problem in asked(url)} <= {"external-unchecked", "external-dead"}


def test_two_requests_to_one_host_are_apart(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("sitegen.external.time.sleep", slept.append)
    addresses = [Address(f"{host}/{name}", "a.html", 1) for name in ("a", "b")]
    assert check_external(addresses, "sitegen/1", timeout=2, pause=5) == ()
    assert len(slept) == 1
    assert 4 < slept[0] <= 5


def test_each_address_outside_is_asked_once_without_its_fragment() -> None:
    page = (
        b'<a href="https://a.example/x#y">\n<a href="HTTPS://b.example"><a href="mailto:c@d.example"><a href="z.html">'
    )
    files = {
        "b.html": page,
        "a.html": b'\n<a href="https://a.example/x">',
        "c.json": page,
        "d.html": b'<a href="https://us.example/e">',
    }
    assert external_addresses(files, "https://us.example/") == (
        Address("HTTPS://b.example", "b.html", 2),
        Address("https://a.example/x", "a.html", 2),
    )


def test_only_check_external_uses_the_network(host: str, tmp_path: Path) -> None:
    article = f"---\npublisher: Wire\nurl: {host}/gone\n---\n\n# Trams run late\n\nTrams run late on Monday.\n"
    project = make_project(tmp_path, {"content/trams.md": article})
    assert sitegen(project, "build").status == 0
    assert sitegen(project, "check").status == 0
    assert SAID == []
    run = sitegen(project, "check", "--external")
    assert (run.status, "[external-dead]" in run.err) == (0, True)
    assert f"{host}/gone answers 404" in run.err
    assert sitegen(project, "check", "--external", "--strict").status == 1
