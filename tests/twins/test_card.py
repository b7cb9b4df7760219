"""The picture of a page: a PNG that others can read, and the same bytes everywhere."""

import hashlib
import struct
import zlib

from hypothesis import given
from hypothesis import strategies as st

from sitegen.twins.png import Canvas
from tests.twins.worlds import HERE, NOWHERE, made

PALETTE = ((0, 0, 0), (1, 1, 1), (2, 2, 2), (3, 3, 3))


def pixels(data: bytes) -> list[list[int]]:
    """What a picture shows, read by the rules of PNG with the system's zlib."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0] == zlib.crc32(name + body)
        chunks[name] = body
        at += 12 + length
    width, height, depth, kind, *_ = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (depth, kind, [*chunks][-1]) == (2, 3, b"IEND")
    raw = zlib.decompress(chunks[b"IDAT"])
    rows = [raw[start : start + 1 + width // 4] for start in range(0, len(raw), 1 + width // 4)]
    assert len(rows) == height
    assert {row[0] for row in rows} == {0}
    return [[byte >> shift & 3 for byte in row[1:] for shift in (6, 4, 2, 0)] for row in rows]


def test_a_card_has_the_size_that_networks_ask_for_and_few_bytes() -> None:
    files = made(HERE)
    cards = sorted(path for path in files if path.endswith(".png"))
    assert cards == ["card.png", "topics/the-bridge.png", "topics/the-crossing.png"]
    for path in cards:
        rows = pixels(files[path])
        assert (len(rows[0]), len(rows)) == (1200, 630)
        assert len(files[path]) < 12_000


def test_a_bar_is_dark_as_far_as_others_carry_it() -> None:
    bar = pixels(made(HERE)["topics/the-bridge.png"])[240]
    assert bar[80:1120] == [1] * 520 + [2] * 520  # of one article: one statement shared, one of its own
    assert bar[:80] == bar[1120:] == [0] * 80


def test_a_card_is_the_same_bytes_everywhere() -> None:
    digest = hashlib.sha256(made(HERE)["topics/the-bridge.png"]).hexdigest()
    assert digest == "12803dfa8f4e8929c81614ef5258a7ddb99a15fa95bbf9cc9dee3b77da032d2e"


def test_without_an_address_there_is_no_card() -> None:
    assert not [path for path in made(NOWHERE) if path.endswith(".png")]


rectangles = st.tuples(
    st.integers(0, 79), st.integers(0, 9), st.integers(0, 1200), st.integers(0, 9), st.integers(0, 3)
)


@given(st.integers(1, 300), st.lists(rectangles, max_size=12))
def test_any_rectangles_are_read_back(quarter: int, shapes: list[tuple[int, int, int, int, int]]) -> None:
    width, height = 4 * quarter, 9
    canvas = Canvas(width, height, PALETTE)
    expected = [[0] * width for _ in range(height)]
    for left, top, wide, high, colour in shapes:
        left, wide = min(left, width), min(wide, width - min(left, width))
        high = min(high, height - top) if top < height else 0
        canvas.fill(left, top, wide, high, colour)
        for y in range(top, top + high):
            expected[y][left : left + wide] = [colour] * wide
    assert pixels(canvas.png()) == expected
