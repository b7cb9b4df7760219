"""Reasons that earlier stages give, in the language of a page.

Stages write a reason as a finished English sentence: `briefing.json` holds it so, for every language of the interface.
Here are the forms of those sentences. A page in another language finds the form that a sentence has, and prints its
translation with the same words of sources in it; a sentence of no form here stays English.
"""

import re
from collections.abc import Callable
from functools import cache

from .messages import msgid

_FORMS = (
    # why a sentence is not printed
    msgid("shares no topic with another article"),
    msgid("no other article is on this affair"),
    msgid("too short to stand alone"),
    msgid("its article is withdrawn; another article says it"),
    msgid("its article is withdrawn"),
    msgid("dropped by the desk: %(words)s"),
    msgid("dropped by the desk"),
    msgid("the desk took out its topic “%(topic)s”: %(words)s"),
    msgid("the desk took out its topic “%(topic)s”"),
    msgid("the desk took it out of the topic “%(topic)s”"),
    msgid("says the same as the printed sentence"),
    msgid("said by the printed sentence, which says more"),
    msgid("says what the printed sentence says, and more"),
    msgid("shares a fact with the printed sentence"),
    # why topics are related
    msgid("%(number)s statements stand in both"),
    msgid("both name %(words)s and %(last)s"),
    msgid("both name %(words)s"),
    # what differs
    msgid("Spelling of a name"),
    msgid("How many"),
    msgid("When it was"),
    msgid("Over or going on"),
    msgid("Expected or happened"),
    msgid("Expected or present"),
    msgid("Who said it"),
    msgid("the reports are of different days, the latest of %(day)s"),
    # how a date was found
    msgid("as written"),
    msgid("the article has no publication date"),
    msgid("the year is not stated, and %(reason)s"),
    msgid("from the publication date, %(day)s, a %(weekday)s: %(reason)s"),
    msgid("from the publication date, %(day)s, a %(weekday)s"),
    msgid("it is counted from another time"),
    msgid("there is no such day in the calendar"),
    msgid("it lies outside of the calendar"),
    msgid("it may lie before the publication or after it"),
    msgid("that day"),
    msgid("the day before"),
    msgid("the day after"),
    msgid("two days before"),
    msgid("two days after"),
    msgid("the week before"),
    msgid("the week after"),
    msgid("the week it lies in"),
    msgid("the month before"),
    msgid("the month after"),
    msgid("the month it lies in"),
    msgid("the year before"),
    msgid("the year after"),
    msgid("the year it lies in"),
    msgid("the weekend before"),
    msgid("the weekend of that week"),
    msgid("its year up to it"),
    msgid("the latest %(unit)s"),
    msgid("the next %(unit)s"),
    msgid("the %(unit)s of that week"),
    msgid("the %(unit)s of the week before"),
    msgid("the %(unit)s of the week after"),
    msgid("the nearest %(number)s %(month)s"),
    msgid("the next %(number)s %(month)s"),
    msgid("the last %(number)s %(month)s"),
    # how a fact on an article is known
    msgid("front matter"),
    msgid("as stated"),
    msgid("the first line of the text"),
    msgid("as told by its words: %(some)s of %(all)s are small words of that language"),
    # copies, and what was received
    msgid("%(share)s%% of the shorter text stands in the other"),
    msgid("%(share)s%% of the shorter text stands in the other: too much for chance, too little to tell"),
    msgid("the same words"),
    msgid("the same address"),
    msgid("no title"),
    msgid("undated"),
    msgid("outlet not stated"),
    msgid("published %(day)s, later than %(other_day)s"),
    msgid("updated %(day)s, after %(other_day)s: its words may be later"),
    # names and whom they stand for
    msgid("the desk’s decision"),
    msgid("a body of it by its name"),
    msgid("the capital of %(name)s"),
    msgid("a seat or body of %(name)s"),
    msgid("called an official of %(name)s"),
    msgid("called a body of %(name)s"),
    msgid("%(reason)s, the only one in the article"),
    msgid("%(reason)s, the only one in the story"),
    msgid("%(reason)s, the only one in articles on the matter"),
    msgid("%(reason)s, the only one in all articles"),
    msgid("the short form that an article gives of %(name)s"),
    msgid("the last name of %(name)s"),
    msgid("the first name of %(name)s"),
    msgid("another spelling of the last name of %(name)s"),
    msgid("another name of %(name)s"),
    msgid("spelled otherwise"),
    msgid("differs by a letter"),
    msgid("with more first names"),
    msgid("with or without a middle name"),
    msgid("the same but for accents, marks and capitals"),
    msgid("the same but for its form, small words and marks"),
    msgid("%(name)s, the same but for small words, accents and marks"),
    msgid("the same with the last name first"),
    # what the desk decided
    msgid("called “%(words)s”"),
    msgid("no topic"),
    msgid("no difference"),
    msgid("not a name"),
    msgid("never printed"),
    msgid("pinned by the desk"),
    msgid("merged into “%(topic)s”"),
    msgid("heads the index page"),
    msgid("heads its topics"),
    msgid("heads the index page and its topics"),
    msgid("withdrawn: %(words)s"),
    msgid("corrected: %(words)s"),
    msgid("speaker unclear"),
    msgid("spoken by %(words)s"),
    msgid("dated %(day)s"),
    msgid("no date"),
    # why something changed
    msgid("the desk decided otherwise"),
    msgid("its article still has it; no topic does"),
    msgid("its address is another now"),
    msgid("the same words, read otherwise"),
    # words that stand in these
    msgid("English"),
    msgid("German"),
    msgid("Monday"),
    msgid("Tuesday"),
    msgid("Wednesday"),
    msgid("Thursday"),
    msgid("Friday"),
    msgid("Saturday"),
    msgid("Sunday"),
    msgid("January"),
    msgid("February"),
    msgid("March"),
    msgid("April"),
    msgid("May"),
    msgid("June"),
    msgid("July"),
    msgid("August"),
    msgid("September"),
    msgid("October"),
    msgid("November"),
    msgid("December"),
)
_NAMED = frozenset(("weekday", "unit", "month"))
"""Values that are the name of a day or a month."""
_SPOKEN = _NAMED | {"reason"}
"""Values that are words of the program too. All others are a source's, the desk's or numbers."""


def translated(text: str, gettext: Callable[..., str]) -> str:
    """A reason in the language of `gettext`; `text` as it is, where it has none of the known forms."""
    if text in _FORMS:
        return gettext(text)
    for form, pattern in _patterns():
        match = pattern.fullmatch(text)
        if match and all(value in _FORMS for name, value in match.groupdict().items() if name in _NAMED):
            values = match.groupdict()
            spoken = {name: translated(value, gettext) for name, value in values.items() if name in _SPOKEN}
            return gettext(form, **{**values, **spoken})
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Those of the forms that hold values, in their order."""
    found = ((form, re.split(r"%\((\w+)\)s", form)) for form in _FORMS)
    return tuple(
        (
            form,
            re.compile(
                "".join(
                    f"(?P<{part}>.+?)" if place % 2 else re.escape(part.replace("%%", "%"))
                    for place, part in enumerate(parts)
                )
            ),
        )
        for form, parts in found
        if len(parts) > 1
    )
