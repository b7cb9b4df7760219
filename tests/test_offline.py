"""The whole suite runs with connections elsewhere refused: that they are."""

import socket
from contextlib import closing

import pytest

ELSEWHERE = "192.0.2.1"
"""An address for documentation, which nobody has."""


def test_nothing_is_sent_elsewhere() -> None:
    with closing(socket.socket()) as stream, pytest.raises(pytest.fail.Exception, match=r"socket\.connect '192"):
        stream.connect((ELSEWHERE, 80))
    with (
        closing(socket.socket(type=socket.SOCK_DGRAM)) as datagrams,
        pytest.raises(pytest.fail.Exception, match=r"socket\.sendto '192"),
    ):
        datagrams.sendto(b"x", (ELSEWHERE, 53))


@pytest.mark.parametrize("host", ["example.org", b"example.org", "LOCALHOST.example.org", "0.0.0.0"])
def test_no_name_is_looked_up(host: str | bytes) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"socket\.getaddrinfo"):
        socket.getaddrinfo(host, 80)


def test_this_machine_is_reached() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()
    assert socket.getaddrinfo("localhost", 80)
