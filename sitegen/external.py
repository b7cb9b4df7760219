"""External: whether addresses outside of a site still lead somewhere. EDGE: the only module that uses the network.

Never part of a build: what others do to their sites must not change ours.
"""

import http.client
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from sitegen.built import read_page
from sitegen.errors import Problem

_TIMEOUT = 10.0
"""Seconds for an answer."""
_PAUSE = 1.0
"""Seconds between two requests to one host."""
_NOT_FOR_HEAD = frozenset({400, 403, 404, 405, 501, 503})
"""Answers to HEAD that careless hosts give where GET would be fine."""
_GONE = frozenset({404, 410})
_ENOUGH = 3
"""Hosts in a row that can't be reached, and none that could, before the network is taken to be missing."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address outside of the site, and where it stands first."""

    url: str
    path: str
    """Of a page, below the site."""
    line: int


def external_addresses(files: Mapping[str, bytes], site_url: str | None = None) -> tuple[Address, ...]:
    """The http addresses that pages lead to, each once, by address. `files`: path below the site → bytes."""
    found: dict[str, Address] = {}
    for path, data in sorted(files.items()):
        if path.endswith(".html"):
            for link in read_page(data).links:
                url = link.href.partition("#")[0]
                is_ours = bool(site_url) and url.startswith(site_url or "")
                if url.lower().startswith(("http://", "https://")) and not is_ours:
                    found.setdefault(url, Address(url, path, link.line))
    return tuple(found[url] for url in sorted(found))


def check_external(
    addresses: Iterable[Address],
    writer: str,
    progress: Callable[[str], None] = lambda _: None,
    *,
    timeout: float = _TIMEOUT,
    pause: float = _PAUSE,
) -> tuple[Problem, ...]:
    """Ask each address, one after another, whether it is there: HEAD, then GET. `writer`: how we name ourselves.

    Problems: `external-dead`, a warning, for what is gone (404, 410) or whose host has no address;
    `external-unchecked`, a note, for what did not say (refused, busy, too slow), or, once and as a warning, if there
    is no network.
    Known failure: hosts that answer programs otherwise than readers.
    """
    asked_last: dict[str, float] = {}
    problems: list[Problem] = []
    unreached: set[str] = set()
    reached = False
    for address in addresses:
        host = _host(address.url)
        if host in unreached:
            continue
        wait = asked_last.get(host, -pause) + pause - time.monotonic() if host in asked_last else 0.0
        if wait > 0:
            time.sleep(wait)
        progress(address.url)
        answer = _ask(address.url, writer, timeout, pause)
        asked_last[host] = time.monotonic()
        if isinstance(answer, int):
            reached = True
            problems += _of_status(address, answer)
            continue
        if isinstance(answer, _Unreachable):
            unreached.add(host)
            if not reached and len(unreached) >= _ENOUGH:
                return (_offline(answer.said),)
            problems.append(_problem("external-dead", address, f"the host can't be found: {answer.said}"))
        else:
            reached = True
            problems.append(_problem("external-unchecked", address, answer))
    if unreached and not reached:
        return (_offline("no host could be found"),)
    return tuple(problems)


@dataclass(frozen=True, slots=True)
class _Unreachable:
    said: str


def _ask(url: str, writer: str, timeout: float, pause: float) -> "int | str | _Unreachable":
    """The status of the answer; in words why there is none; or that the host can't be found."""
    status: int | str | _Unreachable = 0
    for method in ("HEAD", "GET"):
        if method == "GET":
            if status not in _NOT_FOR_HEAD:
                break
            time.sleep(pause)
        try:
            request = urllib.request.Request(_spelled(url), method=method, headers={"User-Agent": writer})  # noqa: S310 - http only
            with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310
                return int(answer.status)
        except urllib.error.HTTPError as error:
            status = error.code
            error.close()
        except urllib.error.URLError as error:
            if isinstance(error.reason, socket.gaierror):
                return _Unreachable(str(error.reason.strerror or "no such host"))
            if isinstance(error.reason, OSError) and error.reason.errno in _NO_NETWORK:
                return _Unreachable(str(error.reason.strerror))
            status = f"no answer: {error.reason}"
        except TimeoutError:
            status = f"no answer within {timeout:g} seconds"
        except (OSError, ValueError, http.client.HTTPException) as error:
            status = f"no answer: {error or type(error).__name__}"
    return status


_NO_NETWORK = frozenset({101, 113, 51, 65, 10051, 10065})
"""Network or host unreachable: on Linux, on macOS, on Windows."""


def _of_status(address: Address, status: int) -> Iterator[Problem]:
    if status in _GONE:
        yield _problem("external-dead", address, f"answers {status}: it is not there any more")
    elif status >= 400:
        yield _problem("external-unchecked", address, f"answers {status}")


def _problem(code: str, address: Address, said: str) -> Problem:
    shown = address.url if len(address.url) <= 200 else f"{address.url[:200]}…"
    if code == "external-dead":
        remedy = "correct `url:` above the article; or keep it, and name an archived copy in a note of the desk"
        return Problem(code, "warning", f"{shown} {said}", address.path, address.line, remedy=remedy)
    return Problem(code, "note", f"{shown} {said}", address.path, address.line, remedy="look at it yourself")


def _offline(said: str) -> Problem:
    message = f"no network: {said}; addresses outside of the site were not looked at"
    return Problem("external-unchecked", "warning", message, remedy="check again with a network")


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url


def _spelled(url: str) -> str:
    """An address with what is not ASCII written as `%` and digits, and the host as IDNA writes it."""
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    safe = "%/:=&?~#+!$,;'@()*[]"
    return parts._replace(netloc=host, path=quote(parts.path, safe), query=quote(parts.query, safe)).geturl()
