"""PNG: rectangles in four colours, written without a library.

A compressor of the system would do, but its versions differ in their bytes, and the same input must give the same file.
Here a row that repeats costs seven bytes, which is all that plain shapes need.
Sources: PNG (W3C, third edition); DEFLATE (RFC 1951) with fixed codes; zlib (RFC 1950).
"""

import zlib
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import groupby

Colour = tuple[int, int, int]
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BASES = (
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    13,
    15,
    17,
    19,
    23,
    27,
    31,
    35,
    43,
    51,
    59,
    67,
    83,
    99,
    115,
    131,
    163,
    195,
    227,
    258,
)
_EXTRA = (0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0)
"""Shortest length of each length code from 257 on, and how many bits say how much longer it is."""
_LONGEST = 258


class Canvas:
    """A picture of `width` × `height` pixels; the width is a multiple of four."""

    def __init__(self, width: int, height: int, palette: Sequence[Colour]):
        assert width % 4 == 0
        assert len(palette) == 4
        self._width = width
        self._palette = palette
        self._rows = [bytearray(width) for _ in range(height)]

    def fill(self, left: int, top: int, width: int, height: int, colour: int) -> None:
        """Paint a rectangle in a colour of the palette, by its place there; it must lie within the picture."""
        for row in self._rows[top : top + height]:
            row[left : left + width] = bytes([colour]) * width

    def png(self) -> bytes:
        """The file: two bits a pixel."""
        head = self._width.to_bytes(4) + len(self._rows).to_bytes(4) + bytes([2, 3, 0, 0, 0])
        colours = bytes(value for colour in self._palette for value in colour)
        parts = (b"IHDR", head), (b"PLTE", colours), (b"IDAT", self._compressed()), (b"IEND", b"")
        return _SIGNATURE + b"".join(_chunk(*part) for part in parts)

    def _compressed(self) -> bytes:
        bits = _Bits()
        bits.put(0b011, 3)  # the last block, with fixed codes
        written: list[bytes] = []
        for look, alike in groupby(self._rows):
            row = b"\0" + _packed(bytes(look))  # it begins with its filter: none
            more = sum(1 for _ in alike) - 1
            _row(bits, row)
            if len(row) >= _BASES[0]:
                bits.put(*_times(more, *_repetition(len(row), len(row))))
            else:
                for _ in range(more):
                    _row(bits, row)
            written.append(row * (more + 1))
        bits.code(0, 7)
        return b"\x78\x01" + bits.bytes() + zlib.adler32(b"".join(written)).to_bytes(4)


def _packed(row: bytes) -> bytes:
    """Four pixels a byte. Every fourth make one number; none is so large that it reaches into the next."""
    one, two, three, four = (int.from_bytes(row[place::4]) for place in range(4))
    return (one << 6 | two << 4 | three << 2 | four).to_bytes(len(row) // 4)


def _row(bits: "_Bits", row: bytes) -> None:
    """A row as it is, runs of one byte as repetitions of the byte before."""
    for byte, run in groupby(row):
        length = sum(1 for _ in run)
        _literal(bits, byte)
        if length > _BASES[0]:
            bits.put(*_repetition(length - 1, 1))
        else:
            for _ in range(length - 1):
                _literal(bits, byte)


def _literal(bits: "_Bits", byte: int) -> None:
    if byte < 144:
        bits.code(0x30 + byte, 8)
    else:
        bits.code(0x190 + byte - 144, 9)


@cache
def _repetition(length: int, distance: int) -> tuple[int, int]:
    """`length` bytes, at least three, once more from `distance` bytes back: the bits, and how many. Pictures are made
    of few different ones."""
    bits = _Bits()
    while length:
        # What is left over must be long enough for a code as well.
        piece = min(length, _LONGEST) if length <= _LONGEST or length >= _LONGEST + _BASES[0] else length - _BASES[0]
        place = bisect_right(_BASES, piece) - 1
        if place < 23:
            bits.code(place + 1, 7)
        else:
            bits.code(0xC0 + place - 23, 8)
        bits.put(piece - _BASES[place], _EXTRA[place])
        _distance(bits, distance)
        length -= piece
    return bits.number()


def _times(times: int, value: int, width: int) -> tuple[int, int]:
    """A number of `width` bits, so many times one behind the other, and the width of all: a geometric series."""
    return value * ((1 << width * times) - 1) // ((1 << width) - 1), width * times


def _distance(bits: "_Bits", distance: int) -> None:
    if distance <= 4:
        bits.code(distance - 1, 5)
        return
    extra = (distance - 1).bit_length() - 2
    half = (distance - 1) >> extra & 1
    bits.code(2 * extra + 2 + half, 5)
    bits.put((distance - 1) & ((1 << extra) - 1), extra)


class _Bits:
    """Bits, packed from the lowest of each byte on."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._held = 0
        self._count = 0

    def put(self, value: int, width: int) -> None:
        """A number, its lowest bit first."""
        self._held |= value << self._count
        self._count += width
        whole = self._count // 8
        if whole:
            self._bytes += (self._held & ((1 << 8 * whole) - 1)).to_bytes(whole, "little")
            self._held >>= 8 * whole
            self._count -= 8 * whole

    def code(self, value: int, width: int) -> None:
        """A Huffman code, its highest bit first."""
        self.put(int(f"{value:0{width}b}"[::-1], 2), width)

    def number(self) -> tuple[int, int]:
        """All as one number, and its width."""
        width = 8 * len(self._bytes)
        return self._held << width | int.from_bytes(self._bytes, "little"), width + self._count

    def bytes(self) -> bytes:
        return bytes(self._bytes) + (bytes([self._held]) if self._count else b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)
