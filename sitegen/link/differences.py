"""Where sources differ: sentences on one thing, of different articles, that give it otherwise.

No verdict: each side stands with all its sentences. Precision comes before recall, as a false difference accuses a
source (decision 0013).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from sitegen.model import Attribution, Difference, DifferenceKind, Quote, Side
from sitegen.text import digest, normalise

from .corpus import Line
from .figures import MINUTES, Figure, figures
from .similar import Similarity
from .vocabulary import MONTHS, WEEKDAYS
from .words import stem

_OVER = frozenset("concluded ended finished completed".split())
_GOING_ON = frozenset("resumed continued continue continues continuing resume ongoing underway".split())
_AWAITED = frozenset("expected due set scheduled planned".split())
_ATTENDING = frozenset(map(stem, "join attend participate".split()))
_PRONOUNS = frozenset("he she they it we i who".split())
_ALIKE = 0.75  # of the letters of two spellings


@dataclass(frozen=True, slots=True)
class DifferenceOptions:
    """How alike sentences must be before what they give otherwise is taken for a difference.

    Set by judgement on small worlds; not measured.
    """

    near: float = 0.30
    """Score of `Similarity` for figures, states and spellings."""
    close: float = 0.45
    """For days, and durations in different units: what recurs differs without disagreement."""
    covered: float = 0.5
    """Share of the content of the shorter sentence that the other must hold."""


@dataclass(frozen=True, slots=True)
class _Found:
    kind: DifferenceKind
    about: str
    """What is given otherwise: pairs of one kind and subject that meet in a sentence are one difference."""
    note: str
    sides: tuple[tuple[int, str, str], tuple[int, str, str]]
    """Sentence, value, words."""


def find_differences(similarity: Similarity, options: DifferenceOptions) -> tuple[Difference, ...]:
    """Where the articles of one affair disagree, by id.

    Known failures: rounds of one kind of event in an affair without dates (two votes, two raids); a party's figure
    that only one of the articles attributes.
    """
    lines = similarity.corpus.lines
    claims = {a.sentence: a for analysis in similarity.corpus.analyses for a in analysis.attributions}
    told: defaultdict[str, set[tuple[str, float]]] = defaultdict(set)
    for line in lines:
        told[line.article].update((figure.unit, figure.value) for figure in figures(line))
    spelt: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        spelt[line.article].update(token.text for token in line.tokens if token.is_name)
    found: list[_Found] = []
    for score, one, other in similarity.pairs():
        if score < options.near:
            break
        a, b = lines[one], lines[other]
        if a.article == b.article or not _on_one_thing(a, b, similarity, options):
            continue
        found += _spellings(a, b, spelt)
        if _of_two_parties(claims.get(a.sentence.id), claims.get(b.sentence.id)):
            continue
        found += _figures(a, b, told, is_close=score >= options.close)
        if score >= options.close:
            found += _days(a, b)
        found += _states(a, b)
    found += _speakers(similarity)
    return tuple(sorted(_merged(found, similarity), key=lambda difference: difference.id))


def _on_one_thing(a: Line, b: Line, similarity: Similarity, options: DifferenceOptions) -> bool:
    places, others = similarity.particulars(a.index).places, similarity.particulars(b.index).places
    if places and others and not places & others:
        return False
    one, other = _names(a), _names(b)
    # Two sentences that each name somebody the other does not are on two things, unless only the spelling differs.
    if any(not _spelt_alike(n, other) for n in one - other) and any(not _spelt_alike(n, one) for n in other - one):
        return False
    best = max(similarity.coverage(a.index, by=b.index), similarity.coverage(b.index, by=a.index))
    return best >= options.covered and similarity.shared(a.index, b.index) >= 3


def _names(line: Line) -> set[str]:
    calendar = WEEKDAYS | MONTHS
    return {t.text for t in line.tokens[1:] if t.stem and t.is_name and t.text.lower() not in calendar}


def _spelt_alike(name: str, others: set[str]) -> bool:
    return any(_is_respelt(name, other) for other in others)


def _is_respelt(one: str, other: str) -> bool:
    """Whether two words can be spellings of one name; `Russia` and `Russian` or `Russians` are two words.

    Known failure: two people whose names differ in a letter or two (`Hansen`, `Hanson`), named in like sentences.
    """
    if one == other or one[0] != other[0] or min(len(one), len(other)) < 5 or stem(one) == stem(other):
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long[len(short) :] not in ("y", "i", "j", "h"):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _of_two_parties(one: Attribution | None, other: Attribution | None) -> bool:
    if one is None or other is None or one.source_text is None or other.source_text is None:
        return False
    a, b = ({t.lower() for t in c.split()} for c in (one.source_text, other.source_text))
    return not (a | b) & _PRONOUNS and not a & b


def _figures(a: Line, b: Line, told: dict[str, set[tuple[str, float]]], *, is_close: bool) -> Iterator[_Found]:
    mine, theirs = list(figures(a)), list(figures(b))
    for x in mine:
        for y in theirs:
            is_length = x.unit in MINUTES and y.unit in MINUTES
            if x.unit != y.unit and not (is_length and is_close and len(mine) == len(theirs) == 1):
                continue
            if sum(f.unit == x.unit for f in mine) > 1 or sum(f.unit == y.unit for f in theirs) > 1:
                continue  # which of them answers which can't be told
            if not x.around & y.around or _agree(x, y, is_length=is_length):
                continue
            # An article that gives both figures gives two parties' claims, or two things.
            if (y.unit, y.value) in told[a.article] or (x.unit, x.value) in told[b.article]:
                continue
            kind: DifferenceKind = "duration" if is_length else "number"
            says, said = a.sentence.text[x.start : x.end], b.sentence.text[y.start : y.end]
            note = "How long it lasts" if is_length else f"Number: {_counted(says)}"
            about = "duration" if is_length else x.unit
            yield _Found(kind, about, note, ((a.index, _value(x), says), (b.index, _value(y), said)))


def _counted(words: str) -> str:
    word = words.replace("-", " ").split()[-1]
    return word if word.isalpha() else "the sum" if words[0] in "$€£" else "the share"


def _value(figure: Figure) -> str:
    return f"{figure.value:g} {figure.unit}"


def _agree(x: Figure, y: Figure, *, is_length: bool) -> bool:
    """Whether one exact value would satisfy both: `more than 100` and 120."""
    by, of = (MINUTES[x.unit], MINUTES[y.unit]) if is_length else (1.0, 1.0)
    return x.low * by <= y.high * of and y.low * of <= x.high * by


def _days(a: Line, b: Line) -> Iterator[_Found]:
    mine, theirs = _day(a), _day(b)
    if mine and theirs and mine[0] != theirs[0] and mine[2] == theirs[2]:
        yield _Found("date", "day", "When it was", ((a.index, mine[0], mine[1]), (b.index, theirs[0], theirs[1])))


def _day(line: Line) -> tuple[str, str, str] | None:
    """The one day that a sentence names, its words, and which kind of words; None: it names none, or several."""
    days: list[tuple[str, str, str]] = []
    words = line.tokens
    for i, word in enumerate(words):
        lower = word.text.lower()
        if lower in WEEKDAYS and word.is_name:
            days.append((lower, word.text, "weekday"))
        elif lower in MONTHS and word.is_name:
            for beside in (words[i - 1] if i else None, words[i + 1] if i + 1 < len(words) else None):
                if beside is not None and beside.text.isdigit() and int(beside.text) <= 31:
                    start, end = min(word.start, beside.start), max(word.end, beside.end)
                    days.append((f"{beside.text} {lower[:3]}", line.sentence.text[start:end], "date"))
                    break
    return days[0] if len(days) == 1 else None


def _states(a: Line, b: Line) -> Iterator[_Found]:
    for x, y in ((a, b), (b, a)):
        over, going = _word(x, _OVER), _word(y, _GOING_ON)
        if over and going and not _word(x, _GOING_ON) and not _word(y, _OVER):
            yield _Found("status", "over", "Over or going on", ((x.index, "over", over), (y.index, "going on", going)))
        for verb, says in _awaited(x):
            for token in y.tokens:
                is_done = token.stem == verb and token.text.lower().endswith("ed")
                if is_done and not list(_awaited(y)):
                    kind: DifferenceKind = "attendance" if verb in _ATTENDING else "status"
                    sides = ((x.index, "expected", says), (y.index, "happened", token.text))
                    yield _Found(kind, f"expected {verb}", "Expected or happened", sides)


def _word(line: Line, words: frozenset[str]) -> str:
    return next((token.text for token in line.tokens if token.text.lower() in words), "")


def _awaited(line: Line) -> Iterator[tuple[str, str]]:
    """Stem of each act that is still to come, and the words for it: `expected to join`."""
    words = line.tokens
    for word, to, verb in zip(words, words[1:], words[2:], strict=False):
        if word.text.lower() in _AWAITED and to.text.lower() == "to":
            yield verb.stem, line.sentence.text[word.start : verb.end]


def _spellings(a: Line, b: Line, spelt: dict[str, set[str]]) -> Iterator[_Found]:
    one, other = [t.text for t in a.tokens], [t.text for t in b.tokens]
    for what, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what != "replace" or j - i != 1 or m - k != 1:
            continue
        x, y = one[i], other[k]
        is_name = a.tokens[i].is_name and b.tokens[k].is_name and a.tokens[i].stem and b.tokens[k].stem
        calendar = {x.lower(), y.lower()} & (WEEKDAYS | MONTHS)
        if is_name and not calendar and _is_respelt(x, y) and y not in spelt[a.article] and x not in spelt[b.article]:
            about = " ".join(sorted((x, y)))
            yield _Found("spelling", about, "Spelling of a name", ((a.index, x, x), (b.index, y, y)))


def _speakers(similarity: Similarity) -> Iterator[_Found]:
    """Who is said to have spoken the same words; a speaker without a name of their own is no claim to compare."""
    spoken: defaultdict[str, list[tuple[int, Quote]]] = defaultdict(list)
    for analysis in similarity.corpus.analyses:
        for quote in analysis.quotes:
            words = normalise(quote.text)
            if len(words.split()) >= 5 and quote.speaker_text and quote.sentence in similarity.index_of:
                spoken[words].append((similarity.index_of[quote.sentence], quote))
    lines = similarity.corpus.lines
    for words, found in spoken.items():
        for n, (one, x) in enumerate(found):
            for other, y in found[n + 1 :]:
                a, b = x.speaker_text or "", y.speaker_text or ""
                is_named = all(s.split()[-1][0].isupper() and s.lower() not in _PRONOUNS for s in (a, b))
                if lines[one].article == lines[other].article or not is_named:
                    continue
                last, end = a.split()[-1], b.split()[-1]
                if last in b or end in a or _is_respelt(last, end):
                    continue
                if a in lines[one].sentence.text and b in lines[other].sentence.text:
                    yield _Found("attribution", words, "Who said it", ((one, last, a), (other, end, b)))


def _merged(found: list[_Found], similarity: Similarity) -> Iterator[Difference]:
    """One difference of all pairs of one kind and subject that meet in a sentence."""
    group_of: dict[tuple[str, str, int], list[_Found]] = {}
    for pair in found:
        keys = [(pair.kind, pair.about, index) for index, _, _ in pair.sides]
        joined = [pair]
        for group in {id(g): g for key in keys if (g := group_of.get(key))}.values():
            joined += group
        for member in joined:
            group_of.update(((member.kind, member.about, index), joined) for index, _, _ in member.sides)
    for group in {id(g): g for g in group_of.values()}.values():
        yield _difference(group, similarity)


def _difference(group: list[_Found], similarity: Similarity) -> Difference:
    lines = similarity.corpus.lines
    by_value: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for pair in group:
        for index, value, words in pair.sides:
            by_value[value][index] = words
    sides = tuple(
        Side(places[min(places)], tuple(lines[i].sentence.id for i in sorted(places)))
        for places in sorted(by_value.values(), key=min)
    )
    first = min(group, key=lambda pair: sorted(pair.sides))
    key = " ".join([first.kind, *sorted(s for side in sides for s in side.sentences), *(side.says for side in sides)])
    return Difference(f"k.{digest(key)}", first.kind, first.note, sides, _superseded(first.kind, sides, similarity))


def _superseded(kind: DifferenceKind, sides: tuple[Side, ...], similarity: Similarity) -> str | None:
    """Counts and states move on; a spelling, a length or a day does not."""
    if kind not in ("number", "status", "attendance"):
        return None
    published = {a.article.id: a.article.metadata.published for a in similarity.corpus.analyses}
    lines = similarity.corpus.lines
    days: list[set[str]] = []
    for side in sides:
        dates = [published[lines[similarity.index_of[s]].article] for s in side.sentences]
        if None in dates:
            return None
        days.append({date[:10] for date in dates if date})
    days.sort(key=min)
    if all(max(earlier) < min(later) for earlier, later in pairwise(days)):
        return f"the reports are of different days, the latest of {max(days[-1])}"
    return None
