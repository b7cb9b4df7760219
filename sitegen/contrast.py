"""Contrast: whether the colours of a stylesheet's tokens can be told apart, as WCAG 2.2 computes it."""

import re
from collections.abc import Iterator, Mapping

from sitegen.errors import Problem

LEAST = 4.5
"""Of text on its ground: success criterion 1.4.3 (AA)."""
PAIRS = tuple(
    (text, ground)
    for text, grounds in {
        "--ink": ("--paper", "--raised", "--lit"),
        "--dim": ("--paper", "--raised"),
        "--link": ("--paper", "--raised"),
    }.items()
    for ground in grounds
)
"""Tokens that the rules set text in, and those that it stands on."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_TOKEN = re.compile(r"(--[a-z][a-z-]*)\s*:\s*([^;{}]+)")
_PAIR = re.compile(r"light-dark\(([^,()]*(?:\([^()]*\))?),([^,()]*(?:\([^()]*\))?)\)")
_HEX = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*\)")
_NAMED = {"black": (0, 0, 0), "white": (255, 255, 255)}
Colour = tuple[int, int, int]


def check_contrast(css: str, path: str) -> tuple[Problem, ...]:
    """A problem for each pair of tokens of a stylesheet, light and dark, that is hard to tell apart. `path`: its file.

    What stands last under `:root` holds. Colours are read as `#abc`, `#aabbcc`, `rgb(1, 2, 3)`, `black` and `white`, in
    `light-dark()` or alone.
    Problems: `contrast-low`, a warning, on the line of the text's colour.
    Method: relative luminance and contrast ratio of WCAG 2.2.
    Known failure: colours in another notation, translucent ones, and those that `@media` gives are not judged.
    """
    tokens = dict(_tokens(css))
    return tuple(problem for text, ground in PAIRS for problem in _compare(tokens, text, ground, path))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21. A colour: red, green and blue, from 0 to 255."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _tokens(css: str) -> Iterator[tuple[str, tuple[str, int]]]:
    """Name → value and line of what is declared under `:root`, outside of `@media` and its like."""
    css = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), css)
    for block in _ROOT.finditer(css):
        if css.count("{", 0, block.start()) != css.count("}", 0, block.start()):
            continue
        for token in _TOKEN.finditer(css, block.start(1), block.end(1)):
            yield token[1], (token[2].strip(), css.count("\n", 0, token.start()) + 1)


def _compare(tokens: Mapping[str, tuple[str, int]], text: str, ground: str, path: str) -> Iterator[Problem]:
    if text not in tokens or ground not in tokens:
        return
    (ink, line), (paper, _) = tokens[text], tokens[ground]
    for scheme, one, other in zip(("light", "dark"), _schemes(ink), _schemes(paper), strict=True):
        if one is None or other is None:
            continue
        ratio = contrast(one, other)
        if ratio < LEAST:
            shown = int(ratio * 100) / 100  # never rounded up to what is wanted
            message = f"{text} on {ground} has a contrast of {shown} in the {scheme} scheme; {LEAST} is the least"
            way = "darker" if _luminance(one) < _luminance(other) else "lighter"
            yield Problem("contrast-low", "warning", message, path, line, remedy=f"make {text} {way}")


def _schemes(value: str) -> tuple[Colour | None, Colour | None]:
    """A value in the light scheme and in the dark one; None: not judged."""
    pair = _PAIR.fullmatch(value)
    light, dark = (pair[1], pair[2]) if pair else (value, value)
    return _colour(light.strip()), _colour(dark.strip())


def _colour(value: str) -> Colour | None:
    if match := _HEX.fullmatch(value):
        digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if match := _RGB.fullmatch(value):
        red, green, blue = (min(int(part), 255) for part in match.groups())
        return red, green, blue
    return _NAMED.get(value.lower())


def _luminance(colour: Colour) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
