"""Why a line of plain text is a heading: rules that score it and its neighbours, each with its reason in words."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from .lines import COLONS, FULL_STOPS, PAUSES, QUESTION_MARKS, Group, end_mark

_ENOUGH = 2.0
"""Points that make a heading."""
_SHORT, _MIDDLING, _LONG = 60, 100, 140
"""Characters."""
_LONG_QUESTION = 90
"""Characters; longer ones are asked in conversation."""
_INTERVIEW = 2
"""So many long questions make one: its short questions are no headings either."""
_TOP = 3
"""Lines below the first, among which a date is the article's and not a section's."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SMALL_WORD = 3
"""Letters. Articles and prepositions stay in lower case in a title."""
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)]* +[\"'“‘(]*[A-Z]")
_ADDRESS = re.compile(r"\S@\S|://|\d[\d ]{7}")
_CREDIT = re.compile(
    r"""(?:By|BY)\ [A-Z]                                             # By Ann Lee
      | (?:Photo|Image|Picture|Source|Credit)s?(?::|\ by)\ [A-Z]     # Photo: Ann Lee   Image by Ann Lee
    """,
    re.VERBOSE,
)
_TURN = re.compile(r"[QA][:.] ")  # Q: What is it?
_DATE_WORDS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "published posted updated last on at the of st nd rd th am pm a p m gmt utc bst est edt et pst pdt pt cet".split()
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A group of lines that may be a heading, and what stands around it."""

    words: str
    end: str
    """Closing punctuation, if any."""
    capitals: float
    """Share of the words that start with a capital or a digit, small words aside."""
    index: int
    """From 0, among the groups of the document."""
    is_known: bool
    recurs: bool
    is_underlined: bool
    is_numbered: bool
    """Counted as list items are, but alone above a longer text."""
    is_last: bool
    is_above_text: bool
    typical: float
    """Median length of the document's paragraphs, in characters."""
    in_interview: bool

    @property
    def length(self) -> int:
        return len(self.words)

    @property
    def is_question(self) -> bool:
        return self.end in QUESTION_MARKS


@dataclass(frozen=True, slots=True)
class _Rule:
    points: float
    reason: str
    holds: Callable[[_Place], bool]


_RULES = (
    # Where it stands
    _Rule(4, "a known section heading", lambda place: place.is_known),
    _Rule(2, "recurs in other documents", lambda place: place.recurs),
    _Rule(3, "underlined", lambda place: place.is_underlined),
    _Rule(1, "numbered, above a text without number", lambda place: place.is_numbered),
    _Rule(1, "the first line", lambda place: place.index == 0),
    _Rule(0.5, "stands above a longer line or a list", lambda place: place.is_above_text),
    _Rule(-2.5, "nothing stands below", lambda place: place.is_last),
    # How it ends
    _Rule(1.5, "no full stop at the end", lambda place: not place.end),
    _Rule(-3, "a full stop at the end", lambda place: place.end in FULL_STOPS),
    _Rule(-2.5, "breaks off with a comma", lambda place: place.end in PAUSES),
    _Rule(-1, "leads in to what follows", lambda place: place.end in COLONS and place.capitals < 0.6),
    _Rule(0.5, "a question", lambda place: place.is_question and place.length <= _LONG_QUESTION),
    _Rule(-1, "a long question", lambda place: place.is_question and place.length > _LONG_QUESTION),
    _Rule(-1, "a question of an interview", lambda place: place.is_question and place.in_interview),
    # How long it is
    _Rule(1, "short", lambda place: place.length <= _SHORT),
    _Rule(0.5, "rather short", lambda place: _SHORT < place.length <= _MIDDLING),
    _Rule(-0.5, "rather long", lambda place: _MIDDLING < place.length <= _LONG),
    _Rule(-2, "long", lambda place: place.length > _LONG),
    _Rule(0.5, "much shorter than the paragraphs", lambda place: place.length < 0.45 * place.typical),
    # How it is worded
    _Rule(1, "capitals as in a title", lambda place: place.capitals >= 0.85),
    _Rule(0.5, "many capitals", lambda place: 0.6 <= place.capitals < 0.85),
    _Rule(-2, "starts in lower case", lambda place: place.words[:1].islower()),
    _Rule(-1, "two sentences", lambda place: bool(_SENTENCE_BREAK.search(place.words))),
    _Rule(-2, "a turn of an interview", lambda place: bool(_TURN.match(place.words))),
    _Rule(-3, "an address or a number to call", lambda place: bool(_ADDRESS.search(place.words))),
    _Rule(-3, "says who made it", lambda place: bool(_CREDIT.match(place.words))),
    _Rule(-3, "the article's date", lambda place: 0 < place.index <= _TOP and _is_date(place.words)),
)


def why_headings(
    groups: Sequence[Group], *, is_known: Sequence[bool], recurs: Sequence[bool]
) -> tuple[tuple[str, ...], ...]:
    """For each group the reasons why it is a heading; none if it isn't one.

    `is_known`: it names a role; `recurs`: other documents have it too; both by group.
    Method: points of the rules that hold, added up; set by hand on one half of 123 posts and news pages whose markup
    was taken away, checked on the other half. Logistic regression on such features did no better, and gives no reasons.
    """
    plain = [group.words for group in groups if not group.mark]
    lengths = [len(words) for words in plain if end_mark(words) in FULL_STOPS]
    typical = median(lengths) if lengths else 0.0
    long_questions = sum(end_mark(words) in QUESTION_MARKS and len(words) > _LONG_QUESTION for words in plain)
    reasons: list[tuple[str, ...]] = []
    for index, group in enumerate(groups):
        above = groups[index - 1] if index else None
        below = groups[index + 1] if index + 1 < len(groups) else None
        is_numbered = _is_numbered_heading(group, above, below)
        if group.mark and not is_numbered:
            reasons.append(())
            continue
        place = _Place(
            words=group.words,
            end=end_mark(group.words),
            capitals=_capitals(group.words),
            index=index,
            is_known=is_known[index],
            recurs=recurs[index],
            is_underlined=group.underlined,
            is_numbered=is_numbered,
            is_last=below is None,
            is_above_text=_is_longer(below, group) or (below is not None and below.mark in ("bullet", "number")),
            typical=typical,
            in_interview=long_questions >= _INTERVIEW,
        )
        reasons.append(_why(place))
    return tuple(reasons)


def _is_numbered_heading(group: Group, above: Group | None, below: Group | None) -> bool:
    if group.mark != "number" or (above and above.mark == "number") or (below and below.mark):
        return False
    return _is_longer(below, group)


def _is_longer(below: Group | None, group: Group) -> bool:
    return below is not None and len(below.words) > 1.5 * len(group.words)


def _why(place: _Place) -> tuple[str, ...]:
    holding = [rule for rule in _RULES if rule.holds(place)]
    if math.fsum(rule.points for rule in holding) < _ENOUGH:
        return ()
    return tuple(rule.reason for rule in holding if rule.points > 0)


def _capitals(words: str) -> float:
    counted = [word for word in _WORD.findall(words) if len(word) > _SMALL_WORD or not word[0].islower()]
    return sum(word[0].isupper() or word[0].isdigit() for word in counted) / len(counted) if counted else 0.0


def _is_date(words: str) -> bool:
    """Whether the words say a date, in English or in numbers, and no more: "Updated 3 May 2024, 10:15 am"."""
    if len(words) > _SHORT:
        return False
    tokens = re.findall(r"\d+|[^\W\d_]+", words.lower())
    return any(token.isdigit() for token in tokens) and all(token.isdigit() or token in _DATE_WORDS for token in tokens)
