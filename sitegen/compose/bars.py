"""Bar charts over time: when articles were published, when what they date took place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from sitegen.interface import Translator, msgid, msgids
from sitegen.iso_dates import first_day, last_day

from .corpus import Corpus
from .pages import TimelineDate
from .pages.pictures import BarChart, Column, Tick

_FEWEST_ARTICLES = 3
_FEWEST_DAYS = 2
_FEWEST_EVENTS = 8
"""Fewer are seen at a glance in the list itself."""
_MOST_BARS = 60
"""Of articles: on a phone 5 px each."""
_MOST_LINKED = 10
"""Of events, besides one at each end: on the narrowest phone 24 px each, which a finger needs."""
_MOST_OUTSIDE = 1 / 3
"""Of events beyond both ends of the stretch that is drawn; a coarser unit is taken where there are more."""
_WIDEST = 7.0
_MARGIN = 18
"""For the number above the highest column."""
_LINE = 18
_APART = {"day": 5, "week": 5, "month": 2}
"""Columns that the name of a month with its year takes, or that of a year."""

Unit = Literal["day", "week", "month", "year"]
_UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
_BY: dict[Unit, str] = {
    "day": msgid("by day"),
    "week": msgid("by week"),
    "month": msgid("by month"),
    "year": msgid("by year"),
}
_ARTICLES = msgids("%(n)s article", "%(n)s articles")
_DATED = msgids("%(n)s dated sentence", "%(n)s dated sentences")


def publication_chart(
    corpus: Corpus, articles: Sequence[str], *, title: str, height: int, id_: str = "by-date"
) -> BarChart | None:
    """How many of `articles` were published when: by day, or by week, month, year where there would be too many days.

    None where fewer than 3 are dated, or all of one day. `height`: of the highest column.
    """
    days = sorted(
        published[:10] for id_ in articles if len(published := corpus.articles[id_].metadata.published or "") >= 10
    )
    if len(days) < _FEWEST_ARTICLES or len(set(days)) < _FEWEST_DAYS:
        return None
    unit: Unit = next(
        (unit for unit in _UNITS if _ordinal(unit, days[-1]) - _ordinal(unit, days[0]) < _MOST_BARS), "year"
    )
    start = _ordinal(unit, days[0])
    counts = Counter(_ordinal(unit, day) for day in days)
    bins = [_Bin(_value(unit, place), counts[place]) for place in range(start, _ordinal(unit, days[-1]) + 1)]
    peak = max(bins, key=lambda found: found.done)
    translator = corpus.translator
    first, last = translator.date(days[0]), translator.date(days[-1])
    captions = [
        translator.gettext(
            msgid("When was it reported? %(articles)s %(by)s, from %(first)s to %(last)s; most %(when)s: %(number)s.")
            if peak.done > 1
            else msgid("When was it reported? %(articles)s %(by)s, from %(first)s to %(last)s."),
            articles=translator.ngettext(*_ARTICLES, len(days)),
            by=translator.gettext(_BY[unit]),
            first=first,
            last=last,
            when=_when(translator, unit, peak.value),
            number=peak.done,
        )
    ]
    if undated := len(articles) - len(days):
        captions.append(translator.gettext("Not drawn: %(number)s without a day.", number=translator.number(undated)))
    base = _MARGIN + height
    return BarChart(
        id=id_,
        title=title,
        description=_described(translator, bins, unit, _ARTICLES),
        caption=" ".join(captions),
        height=base + _LINE + 4,
        base=base,
        columns=_columns(translator, bins, unit, _ARTICLES, height, shows_all=False),
        ticks=(
            Tick(0, base + _LINE, "start", first),
            Tick(100, base + _LINE, "end", last),
        ),
    )


def event_chart(translator: Translator, dates: Sequence[tuple[TimelineDate, str]], *, height: int) -> BarChart | None:
    """How much is dated when, each column leading to its first date; what was to come is in outline.

    `dates`: each with the address of the page that it stands on; empty: it stands on the same.

    By the finest unit of which one stretch holds most of it; what lies before and after stands in one column each.
    What is known less exactly than the unit is left out, and counted in the caption. None for fewer than 8.
    """
    events = [_Dated(found, item.outlook != "", f"{page}#{found.id}") for found, page in dates for item in found.items]
    drawn = next(filter(None, (_stretch(translator, unit, events) for unit in _UNITS)), None)
    if drawn is None:
        return None
    unit, bins, less_exact = drawn
    base = _MARGIN + height
    ticks = _ticks(translator, unit, bins, base)
    total = sum(found.done + found.to_come for found in bins)
    _, number = translator.gettext, translator.number
    beyond = [f"{number(found.done + found.to_come)} {found.beyond}" for found in bins if not found.value]
    by = _(_BY[unit])
    parts = [
        _(
            "When did it happen? %(sentences)s %(by)s; each column leads to its dates.",
            sentences=translator.ngettext(*_DATED, total),
            by=by,
        ),
        _("At the ends (…): %(counts)s.", counts=", ".join(beyond)) if beyond else "",
        _("Not drawn: %(number)s known less exactly.", number=number(less_exact)) if less_exact else "",
    ]
    return BarChart(
        id="by-date",
        title=_("Dated sentences %(by)s", by=by),
        description=_described(translator, bins, unit, _DATED),
        caption=" ".join(filter(None, parts)),
        height=max(tick.y for tick in ticks) + 6,
        base=base,
        columns=_columns(translator, bins, unit, _DATED, height, shows_all=True),
        ticks=ticks,
        is_linked=True,
        has_hollow=any(found.to_come for found in bins),
    )


@dataclass(frozen=True, slots=True)
class _Dated:
    """A sentence that is dated."""

    date: TimelineDate
    is_to_come: bool
    href: str


@dataclass(frozen=True, slots=True)
class _Bin:
    value: str
    """ISO 8601; empty for what lies beyond an end."""
    done: int
    to_come: int = 0
    href: str = ""
    beyond: str = ""
    """`before 12 May 2024`."""


def _stretch(translator: Translator, unit: Unit, events: Sequence[_Dated]) -> tuple[Unit, list[_Bin], int] | None:
    """The stretch that holds most of `events`, by `unit`, its ends, and how many are known less exactly; None where it
    holds too few of them.
    """
    exact = [(place, event) for event in events if (place := _place(unit, event.date)) is not None]
    if len(exact) < _FEWEST_EVENTS or len(exact) < len(events) * (1 - _MOST_OUTSIDE):
        return None
    counts = Counter(place for place, _ in exact)
    # Of stretches that hold as many, the latest.
    start = max(counts, key=lambda first: (sum(counts[first + step] for step in range(_MOST_LINKED)), first))
    inside = [place for place in counts if start <= place < start + _MOST_LINKED]
    held = sum(counts[place] for place in inside)
    if len(inside) < _FEWEST_DAYS or (held < len(exact) * (1 - _MOST_OUTSIDE) and unit != "year"):
        return None
    first, last = min(inside), max(inside)

    def bin_(value: str, found: list[tuple[int, _Dated]], beyond: str = "") -> _Bin:
        to_come = sum(event.is_to_come for _, event in found)
        href = found[0][1].href if found else ""
        return _Bin(value, len(found) - to_come, to_come, href, beyond)

    before = [event for event in exact if event[0] < first]
    after = [event for event in exact if event[0] > last]
    bins = [bin_(_value(unit, p), [event for event in exact if event[0] == p]) for p in range(first, last + 1)]
    if before:
        bins.insert(0, bin_("", before, translator.gettext("before %(when)s", when=translator.date(bins[0].value))))
    if after:
        bins.append(bin_("", after, translator.gettext("after %(when)s", when=translator.date(_value(unit, last)))))
    return unit, bins, len(events) - len(exact)


def _place(unit: Unit, found: TimelineDate) -> int | None:
    """Which day, week, month or year a date is in; None where it is known less exactly."""
    first, last = found.value, found.until or found.value
    try:
        place = _ordinal(unit, first_day(first))
        return place if place == _ordinal(unit, last_day(last)) else None
    except ValueError:  # before the year 1, or no date
        return None


def _ordinal(unit: Unit, day: str) -> int:
    """The number of the day, week, month or year that `day` is in, counted on from one to the next."""
    found = date.fromisoformat(day)
    if unit == "day":
        return found.toordinal()
    if unit == "week":
        return (found.toordinal() - 1) // 7  # 1 January of the year 1 is a Monday
    return found.year * 12 + found.month - 1 if unit == "month" else found.year


def _value(unit: Unit, place: int) -> str:
    """ISO 8601, of a number as `_ordinal` gives it."""
    if unit == "day":
        return date.fromordinal(place).isoformat()
    if unit == "week":
        year, week, _ = date.fromordinal(place * 7 + 1).isocalendar()
        return f"{year:04}-W{week:02}"
    return f"{place // 12:04}-{place % 12 + 1:02}" if unit == "month" else f"{place:04}"


def _when(translator: Translator, unit: Unit, value: str) -> str:
    words = translator.date(first_day(value) if unit == "week" else value)
    match unit:
        case "day":
            return translator.gettext("on %(day)s", day=words)
        case "week":
            return translator.gettext("in the week of %(day)s", day=words)
        case "month":
            return translator.gettext("in %(month)s", month=words)
        case "year":
            return translator.gettext("in %(year)s", year=words)


def _words(translator: Translator, found: _Bin, unit: Unit, noun: tuple[str, str]) -> str:
    when = found.beyond or _when(translator, unit, found.value)
    words = f"{translator.ngettext(*noun, found.done + found.to_come)} {when}"
    if not found.to_come:
        return words
    return translator.gettext(
        "%(sentences)s, %(number)s of them to come when reported",
        sentences=words,
        number=translator.number(found.to_come),
    )


def _described(translator: Translator, bins: Iterable[_Bin], unit: Unit, noun: tuple[str, str]) -> str:
    return "; ".join(_words(translator, found, unit, noun) for found in bins if found.done or found.to_come) + "."


def _columns(
    translator: Translator, bins: Sequence[_Bin], unit: Unit, noun: tuple[str, str], height: int, *, shows_all: bool
) -> tuple[Column, ...]:
    """One for each of `bins` that is not empty, of two at least.

    `shows_all`: all of their numbers, not just the first highest one's, and each in the middle of its slot.
    """
    slot = 100 / len(bins)
    width = min(0.72 * slot, _WIDEST)
    # With few days the first and the last stand above their words at the ends; what is met by a finger has even slots.
    first, step = ((slot - width) / 2, slot) if shows_all else (0, (100 - width) / (len(bins) - 1))
    totals = [found.done + found.to_come for found in bins]
    highest = max(totals)
    base = _MARGIN + height
    columns: list[Column] = []
    for place, found in enumerate(bins):
        if not totals[place]:
            continue
        whole = max(4, height * totals[place] // highest)
        solid = whole if not found.to_come else max(0, min(whole - 4, whole * found.done // totals[place]))
        left = first + place * step
        number_x, anchor = _above(left, width)
        has_number = shows_all or (highest > 1 and place == totals.index(highest))
        columns.append(
            Column(
                words=_words(translator, found, unit, noun),
                left=round(left, 2),
                width=round(width, 2),
                top=base - solid,
                height=solid,
                hollow_top=base - whole,
                hollow_height=whole - solid,
                slot_left=round(place * slot, 2),
                slot_width=round(slot, 2),
                number=translator.number(totals[place]) if has_number else "",
                number_x=number_x,
                anchor=anchor,
                href=found.href,
            )
        )
    return tuple(columns)


def _above(left: float, width: float) -> tuple[float, Literal["start", "middle", "end"]]:
    """Where the number above a column stands: in its middle, and at either end of the picture not beyond that."""
    if left < 1:
        return 0, "start"
    return (100, "end") if left + width > 99 else (round(left + width / 2, 2), "middle")


def _ticks(translator: Translator, unit: Unit, bins: Sequence[_Bin], base: int) -> tuple[Tick, ...]:
    """Below the columns their days, weeks, months or years; below these, where they change, the month or the year."""
    slot = 100 / len(bins)
    ticks: list[Tick] = []
    inside = [place for place, found in enumerate(bins) if found.value]
    for place, found in enumerate(bins):
        is_named = not found.value or unit in ("day", "week") or (place - inside[0]) % 2 == 0
        if is_named:
            ticks.append(_tick(place, slot, base + _LINE, _short(translator, unit, found.value)))
    if unit == "year":
        return tuple(ticks)
    above = [(place, _context(translator, unit, bins[place].value)) for place in inside]
    changes = [above[0], *(later for earlier, later in pairwise(above) if earlier[1] != later[1])]
    shown: list[tuple[int, str]] = []
    for place, words in changes:
        if not shown or place - shown[-1][0] >= _APART[unit]:
            shown.append((place, words))
    for place, words in shown:
        is_late = place > len(bins) / 2
        x = (place + 1) * slot if is_late else place * slot
        ticks.append(Tick(round(x, 2), base + 2 * _LINE, "end" if is_late else "start", words))
    return tuple(ticks)


def _tick(place: int, slot: float, y: int, text: str) -> Tick:
    """Below the middle of a column; long words are kept from running over an end."""
    if len(text) > 3 and place == 0:
        return Tick(0, y, "start", text)
    if len(text) > 3 and slot * (place + 1) > 99:
        return Tick(100, y, "end", text)
    return Tick(round((place + 0.5) * slot, 2), y, "middle", text)


def _short(translator: Translator, unit: Unit, value: str) -> str:
    if not value:
        return "…"
    if unit == "year":
        return value
    day = date.fromisoformat(first_day(value))
    return translator.short_month(day.month) if unit == "month" else str(day.day)


def _context(translator: Translator, unit: Unit, value: str) -> str:
    """What a day's, week's or month's short words leave out."""
    year, month, _ = first_day(value).split("-")
    if unit == "month":
        return year
    return translator.gettext("%(month)s %(year)s", month=translator.short_month(int(month)), year=year)


def date_anchor(value: str) -> str:
    """Of a date on the page of the timeline."""
    return f"on-{value.replace('/', '-to-')}"


def topic_chart(corpus: Corpus, topic: str) -> BarChart | None:
    """When the articles that carry a topic were published; small."""
    title = corpus.translator.gettext("Articles on it by date")
    return publication_chart(corpus, tuple(corpus.carriers[topic]), title=title, height=32)


def index_chart(corpus: Corpus) -> BarChart | None:
    return publication_chart(
        corpus, tuple(corpus.articles), title=corpus.translator.gettext("Articles by date"), height=64
    )
