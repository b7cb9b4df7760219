"""Who says what in a sentence of a language that is described by tables: nouns with capitals, the verb second."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.languages import ReportTable
from sitegen.model import Modality

from .speakers import MASK

_WORD = re.compile(r"(?:[^\W\d_]{1,4}\.(?= [^\W\d_]))|\d+\.|[^\W_]+(?:[.'’&/-][^\W_]+)*")
_SMALL = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_BEGINS_CLAUSE = re.compile(rf"(?:^|{MASK} |[:;–—] )[\"'“„»«‚(–—\- ]*")
_APPOSITION = re.compile(r", [^,\0]{1,80}, $")
_NAMED_AFTER = re.compile(
    r", (?P<name>[^\W\d_][\w’'-]*(?: (?:(?:von|van|de|der) )?(?:[^\W\d_]\.|[A-ZÄÖÜ][\w’'-]*)){1,3})(?=[.,;:]|$)"
)
_LAST_TWO = re.compile(r"(?<!\w)(?P<participle>[^\W\d_]+) (?P<infinitive>[^\W\d_]+)(?=[.,;:]|$)")
_AFTER_WORDS = re.compile(r"[\"'”“«»]?,? ?")
_LONGEST = 2000
"""Characters of a sentence that are searched: what is longer is no prose."""
_LONGEST_SOURCE = 12
"""Words: what is longer is a clause."""
_REACH = 120
"""Characters from the verb to quoted words, at most."""


class TableReport(NamedTuple):
    """That somebody says something."""

    source: str | None
    """None: nobody is stated."""
    cue: str
    modality: Modality = "said"


class _Verb(NamedTuple):
    start: int
    end: int
    text: str


def find_speaker_by_tables(masked: str, start: int, end: int, table: ReportTable) -> tuple[str, str | None] | None:
    """Speaker and verb for the quotation at `start`:`end` of a sentence, marks included; None: unclear.

    `masked` is the sentence with `MASK` for quoted words.

    Method: `„…“, sagte Ada Reed`; `„…“, so Ada Reed`; the nearest verb before the words with its subject on either
    side; `laut Ada Reed`.

    Known failures: a speaker behind other parts of the clause (`sagte am Freitag Ada Reed`); the object of a verb that
    stands before it.
    """
    after = _AFTER_WORDS.match(masked, end)
    position = after.end() if after else end
    word = _SMALL.match(masked, position)
    if word and (word.group() in table.signs or word.group() in _verbs(table)):
        verb = _Verb(word.start(), word.end(), word.group())
        if source := _inverted(masked, verb, table):
            return source, None if verb.text in table.signs else verb.text
    before = [
        _Verb(match.start(), match.end(), match.group())
        for match in _SMALL.finditer(masked, max(0, start - _REACH), start)
        if match.group() in _verbs(table)
    ]
    for verb in reversed(before):
        if source := _subject(masked, verb, table):
            return source, verb.text
    found = _by_preposition(masked, table)
    return (found[0], None) if found else None


def find_report_by_tables(masked: str, table: ReportTable) -> TableReport | None:
    """Who says what, outside of quotation marks; None when nobody but the article does.

    Known failures: reported speech without a cue (`Die Lage sei ernst.`); a verb that stands last in its clause; verbs
    in two words that are far apart.
    """
    masked = masked[:_LONGEST]
    if found := _by_preposition(masked, table):
        return TableReport(found[0], found[1])
    words = set(_SMALL.findall(masked))
    if cue := next((phrase for phrase in sorted(table.impersonal) if phrase in masked), None):
        return TableReport(None, cue)
    if not words.isdisjoint(_verbs(table)):
        for match in _SMALL.finditer(masked):
            verb = _Verb(match.start(), match.end(), match.group())
            source = _subject(masked, verb, table) if _reports(masked, verb, table) else None
            if source and source not in table.first_persons:
                return TableReport(source, verb.text, "denied" if verb.text in table.denying else "said")
    if cue := next((word for word in sorted(table.hearsay) if word in words), None):
        return TableReport(None, cue)
    return _hearsay(masked, words, table)


def _hearsay(masked: str, words: set[str], table: ReportTable) -> TableReport | None:
    """`Er soll das Land verlassen haben.`"""
    modals = sorted(words & table.hearsay_modals)
    if not modals or words.isdisjoint(table.hearsay_infinitives):
        return None
    for match in _LAST_TWO.finditer(masked):
        is_past = match["participle"].endswith(table.participle_endings) and match["participle"].islower()
        if is_past and match["infinitive"] in table.hearsay_infinitives:
            return TableReport(None, modals[0])
    return None


def _verbs(table: ReportTable) -> frozenset[str]:
    return table.saying | table.claiming | table.describing | table.denying | table.particles.keys()


def _reports(masked: str, verb: _Verb, table: ReportTable) -> bool:
    """Whether a verb reports a claim here, and not an act: `kündigte an, dass …`, not `kündigte Steuern an`."""
    rest = masked[verb.end :]
    is_tag = masked.endswith(", ", 0, verb.start)
    if particles := table.particles.get(verb.text):
        rest = next((behind for word in sorted(particles) if (behind := _behind(rest, word)) is not None), "")
        return rest.startswith((",", ":")) or (is_tag and rest in (".", ""))
    if verb.text in table.saying:
        return True
    if verb.text in table.denying:
        return True
    return verb.text in table.claiming and (is_tag or "," in rest or ":" in rest)


def _behind(text: str, word: str) -> str | None:
    found = re.search(rf"(?<!\w){word}(?=[,:.]|$)", text)
    return text[found.end() :] if found else None


def _subject(masked: str, verb: _Verb, table: ReportTable) -> str | None:
    """The noun phrase that a verb belongs to: before it where a clause begins, else right behind it."""
    openings = list(_BEGINS_CLAUSE.finditer(masked, 0, verb.start))
    if openings:
        opening = openings[-1]
        begin = opening.end()
        first_word = _SMALL.match(masked, begin)
        if first_word and first_word.group() in table.conjunctions:
            begin = first_word.end() + 1
        phrase = _phrase(masked, begin, table)
        if phrase and phrase[1] <= verb.start:
            start, end = phrase
            between = masked[end : verb.start]
            first = masked[start:end].split(maxsplit=1)[0].lower()
            if (between == " " or _APPOSITION.fullmatch(between)) and first not in table.no_subjects:
                return masked[start : _with_name(masked, end, first, table)]
    return _inverted(masked, verb, table)


def _inverted(masked: str, verb: _Verb, table: ReportTable) -> str | None:
    phrase = _phrase(masked, verb.end + 1, table) if masked[verb.end : verb.end + 1] == " " else None
    if not phrase:
        return None
    start, end = phrase
    first = masked[start:end].split(maxsplit=1)[0].lower()
    if first in table.no_subjects:
        return None
    return masked[start : _with_name(masked, end, first, table)]


def _with_name(masked: str, end: int, first: str, table: ReportTable) -> int:
    """Where a source ends that is described, when its name follows: `der Vorsitzende, Jonas Lund`."""
    named = _NAMED_AFTER.match(masked, end) if first in table.determiners else None
    return named.end() if named else end


def _by_preposition(masked: str, table: ReportTable) -> tuple[str, str] | None:
    """A source that a preposition names, and the preposition: `laut Ada Reed`, `Ada Reed zufolge`."""
    for word in sorted(table.after_source):
        if (place := masked.find(f" {word}")) > 0:
            for start in _starts(masked, place):
                phrase = _phrase(masked, start, table)
                if phrase and phrase[1] == place:
                    return _without_noun(masked[start:place], table), word
    for phrase_before in sorted(table.before_source, key=lambda words: (-len(words), words)):
        if phrase_before[:4] not in masked:
            continue
        if match := re.search(rf"(?<!\w){phrase_before} ", masked):
            phrase = _phrase(masked, match.end(), table)
            if phrase:
                return masked[phrase[0] : phrase[1]], phrase_before
    return None


def _starts(masked: str, end: int) -> Iterator[int]:
    """Where a phrase that ends at `end` may begin, the longest first."""
    first = max(masked.rfind(mark, 0, end) for mark in (",", ":", ";", MASK, "–"))
    yield from (match.start() for match in re.finditer(r"(?<!\S)\S", masked[:end]) if match.start() > first)


def _without_noun(source: str, table: ReportTable) -> str:
    first, _, rest = source.partition(" ")
    return rest if first in table.source_nouns and rest else source


def _phrase(text: str, start: int, table: ReportTable) -> tuple[int, int] | None:
    """The span of a noun phrase that begins at `start`: `der neue Sprecher der Feuerwehr`, `Ada Reed`, `sie`."""
    position, end, count = start, None, 0
    before = ""
    starts_low = False
    while count < _LONGEST_SOURCE and (match := _WORD.match(text, position)):
        word = match.group()
        lower = word.lower()
        if count == 0 and lower in table.pronouns:
            return match.span()
        if count == 0 and lower in table.determiners:
            starts_low = True
        elif word[0].isupper():
            end = match.end()
            starts_low = starts_low or (count == 0 and word in table.unnamed)
        elif end is not None and word in table.linking:
            if word in table.determiners and not starts_low:
                break  # `sagte Reed der Zeitung`
        elif not (before in table.determiners and lower.endswith(table.adjective_endings)):
            break
        before, count = lower, count + 1
        if text[match.end() : match.end() + 1] != " ":
            break
        position = match.end() + 1
    return (start, end) if end is not None else None
