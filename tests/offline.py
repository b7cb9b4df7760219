"""No test leaves this machine: whatever connects or looks up a name elsewhere fails the test, and is not sent.

An audit hook sees all that goes through `socket`, whoever calls it and whatever a test puts in its place, but nothing
of other programs that are started: those are held to it in `tests/long/test_no_network.py`.
"""

import ipaddress
import socket
import sys

import pytest

_SENT = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_ASKED = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})


def stay_here() -> None:
    """From now on, and for good, this process and its forks talk to this machine only."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Fails the test: that is no `Exception`, so that no code under test takes it for a network that is down."""
    if event in _ASKED:
        host = arguments[0]
    elif event in _SENT and isinstance(arguments[1], tuple):
        opened, address = arguments[0], arguments[1]
        if isinstance(opened, socket.socket) and opened.family not in (socket.AF_INET, socket.AF_INET6):
            return
        host = address[0]
    else:
        return
    if not _is_here(host):
        pytest.fail(f"a test would leave this machine: {event} {host!r}")


def _is_here(host: object) -> bool:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False
