"""Where reports differ on whether something is over or has happened, who was there, and who said it."""

from collections import defaultdict
from collections.abc import Iterator

from sitegen.reasons import worded
from sitegen.text import normalise

from .comparable import Finding, Reports, are_of_other_days, unsaid
from .corpus import Line
from .opposites import NEGATIONS
from .spellings import is_respelt
from .states import MEETING, Presence, acts, presence, states
from .words import stem

_FEW_WORDS = 5  # of a quotation that others may speak as well
_RUN = 8  # words that two longer quotations share


def differing_states(reports: Reports) -> Iterator[Finding]:
    """Events of one kind, over here and going on there, on one weekday, or at one place and with one name."""
    told = [(line, state) for line in reports.lines if reports.is_told(line) for state in states(line)]
    for n, (a, x) in enumerate(told):
        for b, y in told[n + 1 :]:
            if a.article == b.article or x.kind != y.kind or x.is_over == y.is_over:
                continue
            if unsaid(x.of, b) and unsaid(y.of, a):
                continue  # a strike at the mill, and one in the harbour
            one, other = reports.similarity.particulars(a.index), reports.similarity.particulars(b.index)
            if not one.days & other.days and not (one.places & other.places and reports.named(a) & reports.named(b)):
                continue
            sides = tuple(
                (line.index, "over" if s.is_over else "going on", line.sentence.text[s.start : s.end])
                for line, s in ((a, x), (b, y))
            )
            yield Finding("status", x.kind, worded("Over or going on"), sides)


def differing_acts(a: Line, b: Line, reports: Reports) -> Iterator[Finding]:
    if any(word.lower in NEGATIONS for line in (a, b) for word in line.tokens):
        return
    mine, theirs = list(acts(a)), list(acts(b))
    for x in mine:
        for y in theirs:
            if x.verb != y.verb or x.is_done == y.is_done or not reports.have_one_subject(a, x.start, b, y.start):
                continue
            sides = tuple(
                (line.index, "happened" if s.is_done else "expected", line.sentence.text[s.start : s.end])
                for line, s in ((a, x), (b, y))
            )
            yield Finding("status", f"expected {x.verb}", worded("Expected or happened"), sides)


def differing_presences(reports: Reports) -> Iterator[Finding]:
    """People expected at a gathering that others say they were at."""
    there: defaultdict[tuple[str, str], list[tuple[Line, Presence]]] = defaultdict(list)
    for line in reports.lines:
        if (found := presence(line)) is not None:
            part = (found.end, len(line.sentence.text)) if found.comes_before else (0, found.start)
            for name in sorted(filter(reports.is_person, reports.named(line, *part))):
                there[name, found.gathering].append((line, found))
    for (name, gathering), places in sorted(there.items()):
        for n, (a, x) in enumerate(places):
            for b, y in places[n + 1 :]:
                if a.article == b.article or are_of_other_days(a, b):
                    continue
                if gathering != MEETING and reports.name_others_each(a, b):
                    continue  # two funerals
                if x.is_expected != y.is_expected:
                    sides = tuple(
                        (line.index, "expected" if p.is_expected else "there", line.sentence.text[p.start : p.end])
                        for line, p in ((a, x), (b, y))
                    )
                    yield Finding("attendance", f"{name} {gathering}", worded("Expected or present"), sides)


def differing_speakers(reports: Reports) -> Iterator[Finding]:
    """Who is said to have spoken the same words, where both are people by their names."""
    index_of, lines = reports.similarity.index_of, reports.lines
    spoken: defaultdict[str, list[tuple[int, str, str, str]]] = defaultdict(list)
    for analysis in reports.similarity.corpus.analyses:
        for quote in analysis.quotes:
            said = normalise(quote.text)
            words = said.split()
            if len(words) < _FEW_WORDS or quote.sentence not in index_of:
                continue
            index = index_of[quote.sentence]
            if (speaker := reports.speaker(lines[index], quote)) is not None:
                for start in range(max(1, len(words) - _RUN + 1)):
                    spoken[" ".join(words[start : start + _RUN])].append((index, *speaker, said))
    seen: set[tuple[int, int]] = set()
    for found in spoken.values():
        for n, one in enumerate(found):
            for other in found[n + 1 :]:
                a, b = lines[one[0]], lines[other[0]]
                if a.article == b.article or one[1] == other[1] or (one[0], other[0]) in seen:
                    continue
                seen.add((one[0], other[0]))
                if one[3] not in other[3] and other[3] not in one[3]:
                    continue  # one takes up what the other said
                # Who is named beside may have spoken along, or be meant by the other.
                if {one[1]} & reports.named_at_all(b) or {other[1]} & reports.named_at_all(a):
                    continue
                last, end = one[2].split()[-1], other[2].split()[-1]
                stems = {t.stem for t in a.tokens} & {t.stem for t in b.tokens}
                if last != end and not {stem(last), stem(end)} & stems and not is_respelt(last, end):
                    yield Finding("attribution", "quotation", worded("Who said it"), (one[:3], other[:3]))
