"""Text fragments: an address that leads a browser to a passage of a page, and has it marked there.

`https://example.org/a#:~:text=The%20bridge%20at,on%20Sunday` (WICG, "URL Fragment Text Directives"): the browser looks
for the first place where the words stand, so an address is made only if the saved copy proves that this is the passage.

Known failure: the page that stands there today has the words elsewhere too (a teaser, a caption), or was changed: then
the browser marks another place with the same words, or shows the top of the page.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

_WHOLE = 60
"""Characters of a sentence that is named in full; of a longer one the first and the last words."""
_FEWEST, _MOST = 3, 8
"""Words at either end."""
_BESIDE = 4
"""Words before or after that tell a passage from its like."""
_WORD = re.compile(r"\w")
_MARKS_BEFORE = re.compile(r"^\W+")
_MARKS_BEHIND = re.compile(r"\W+$")
_SPACE = re.compile(r"\s+")
_ALIKE = str.maketrans({"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "\u00ad": None})


@dataclass(frozen=True, slots=True)
class _Directive:
    """Parts of a directive; `end` is empty where `start` is the whole passage, the others where they are not needed."""

    prefix: str
    start: str
    end: str
    suffix: str

    def __str__(self) -> str:
        """`-`, `,` and `&` are the directive’s own marks, so they are encoded in words."""
        parts = [self.prefix and f"{_encoded(self.prefix)}-", _encoded(self.start), _encoded(self.end)]
        parts.append(self.suffix and f"-{_encoded(self.suffix)}")
        return ",".join(part for part in parts if part)


def text_fragment(passage: str, blocks: Iterable[str], before: str = "", after: str = "") -> str:
    """What follows `#` in the address of `passage`: `:~:text=…`; empty where it can't be proven to lead there.

    `blocks`: the words of all blocks of the saved copy, in order, one of them with `passage`; `before` and `after`:
    those beside it in its block that may be published.
    """
    copy = _compared(tuple(blocks))
    for tried in _candidates(passage, before, after):
        if _leads(copy, tried, passage):
            return f":~:text={tried}"
    return ""


def _candidates(passage: str, before: str, after: str) -> Iterator[_Directive]:
    """The shortest first. Marks at the outer ends are left out: a sentence is found however it is quoted."""
    words = passage.split()
    prefix = _MARKS_BEFORE.sub("", " ".join(before.split()[-_BESIDE:]))
    suffix = _MARKS_BEHIND.sub("", " ".join(after.split()[:_BESIDE]))
    lengths = range(_FEWEST, min(_MOST, len(words) // 2) + 1) if len(passage) > _WHOLE else ()
    for left, right in dict.fromkeys((("", ""), (prefix, ""), ("", suffix), (prefix, suffix))):
        for length in lengths:
            start, end = " ".join(words[:length]), " ".join(words[-length:])
            yield _Directive(left, _outer(start, left, "-"), _outer(end, "-", right), right)
        yield _Directive(left, _outer(passage, left, right), "", right)


def _outer(text: str, left: str, right: str) -> str:
    """`text` without the marks at an end where nothing stands beside it."""
    text = text if left else _MARKS_BEFORE.sub("", text)
    return text if right else _MARKS_BEHIND.sub("", text)


def _leads(copy: str, tried: _Directive, passage: str) -> bool:
    """Whether the first place in `copy` that `tried` names is `passage`, and the only one that begins so.

    Words need not be whole here, as browsers ask: so no place that they would find is missed.
    """
    if not _WORD.search(tried.start):
        return False
    places = [*_pattern(tried.prefix, tried.start, "" if tried.end else tried.suffix).finditer(copy)]
    if len(places) != 1 or not tried.end:
        return len(places) == 1
    close = _pattern(tried.end, tried.suffix).search(copy, places[0].end())
    if close is None:
        return False
    begins = places[0].end() - len(_fold(tried.start))
    named = copy[begins : close.start() + len(_fold(tried.end))]
    return named == _fold(_outer(passage, tried.prefix, tried.suffix))


def _pattern(*parts: str) -> re.Pattern[str]:
    """The parts one behind the other, with nothing but white space between them."""
    return re.compile(r"\s?".join(re.escape(_fold(part)) for part in parts if part))


@lru_cache(64)
def _compared(blocks: tuple[str, ...]) -> str:
    return "\n".join(map(_fold, blocks))


def _fold(text: str) -> str:
    """As browsers compare: without case and accents, quotation marks straight, white space as one space."""
    alike = unicodedata.normalize("NFKD", text.translate(_ALIKE).casefold())
    return _SPACE.sub(" ", "".join(c for c in alike if not unicodedata.combining(c))).strip()


def _encoded(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
