"""Explain: what was found on a line of an article, and why, for the desk that corrects it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.errors import Outcome, Problem
from sitegen.model import (
    Analysis,
    Arrival,
    Article,
    Attribution,
    Block,
    BlockKind,
    Briefing,
    DifferenceKind,
    Entity,
    EntityKind,
    Fate,
    FateKind,
    NumberExpression,
    Relation,
    Role,
    Ruling,
    Sentence,
    Statement,
)
from sitegen.speakers import find_speakers, stated_speakers
from sitegen.text import closest, line_of

_MOST_IDS = 10


@dataclass(frozen=True, slots=True)
class NameFound:
    """Words that name somebody or something."""

    text: str
    kind: EntityKind
    entity: str
    name: str
    forms: tuple[str, ...]
    """All spellings, commonest first."""
    reason: str
    """Why this spelling is taken for that name; empty where it goes without saying."""
    decisions: tuple[str, ...]
    """Of the desk, on the name."""
    side: str
    """Whom it stands for, and why; empty: itself."""


@dataclass(frozen=True, slots=True)
class QuoteFound:
    """Words in quotation marks."""

    text: str
    speaker: str | None
    """Name of an entity, or words of the desk; None: unclear."""
    entity: str | None
    reason: str
    """Why it is the speaker, in words."""


@dataclass(frozen=True, slots=True)
class DateFound:
    """Words that name a time."""

    text: str
    value: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class TopicFound:
    """A topic that holds a statement."""

    id: str
    title: str
    reason: str
    """Why the statement was joined to it."""
    decisions: tuple[str, ...] = ()
    """Of the desk, on the topic."""


@dataclass(frozen=True, slots=True)
class DifferenceFound:
    """Where others say something else."""

    id: str
    kind: DifferenceKind
    note: str
    others: tuple[str, ...]
    """Ids of the sentences of the other sides."""
    dismissed: str
    """By the desk, and why; empty: it is open."""


@dataclass(frozen=True, slots=True)
class StatementFound:
    """A statement that a sentence is, or says."""

    id: str
    relation: Relation | None
    """Seen from the printed sentence; None: this is the printed one."""
    score: float | None
    printed: str
    """Id of the printed sentence."""
    place: str
    """Of the printed sentence: `content/a.md:12`."""
    text: str
    articles: tuple[str, ...]
    """That carry it in full."""
    origins: int
    topics: tuple[TopicFound, ...]
    in_summary: bool
    """Whether the index page prints it in short."""
    decisions: tuple[str, ...] = ()
    """Of the desk, on other sentences of it."""
    flags: tuple[str, ...] = ()
    """Articles that say, or said, so and were corrected or withdrawn."""


@dataclass(frozen=True, slots=True)
class SentenceFound:
    """A sentence, and all that was found in it."""

    id: str
    first_line: int
    last_line: int
    text: str
    claim: Attribution | None
    names: tuple[NameFound, ...]
    dropped: tuple[str, ...]
    """Names that the desk dropped."""
    quotes: tuple[QuoteFound, ...]
    dates: tuple[DateFound, ...]
    numbers: tuple[NumberExpression, ...]
    fate: FateKind
    reason: str
    """Why it was left out, or not printed itself; empty when used."""
    statements: tuple[StatementFound, ...]
    decisions: tuple[str, ...] = ()
    """Of the desk, on the sentence."""
    differences: tuple[DifferenceFound, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockFound:
    """A block that stands on the line."""

    id: str
    kind: BlockKind
    role: Role
    level: int
    reasons: tuple[str, ...]
    """Why it is taken for what it is; empty where the markup says it."""
    under: tuple[str, ...]
    """The headings above it, outermost first."""
    first_line: int
    last_line: int
    text: str
    unprinted: tuple[str, ...]
    """Markup on the line that is not printed."""
    sentences: tuple[SentenceFound, ...]
    """Those on the line; none of a heading, a table or code."""


@dataclass(frozen=True, slots=True)
class FactFound:
    """What is known of the article."""

    name: str
    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was found on a line."""

    file: str
    line: int
    """0: the whole article."""
    article: str
    title: str | None
    facts: tuple[FactFound, ...]
    words: str
    """The line as it stands; empty for the whole article."""
    notes: tuple[str, ...]
    """What to know about the line, in words."""
    blocks: tuple[BlockFound, ...]


def explain(
    briefing: Briefing,
    arrivals: Sequence[Arrival],
    file: str,
    line: int | None,
    *,
    content: str,
    is_text: Callable[[str], bool],
) -> Outcome[Explanation | None]:
    """What was found on a line of a file, from 1; of all of it for None.

    `file` is a path below the content folder, or the id of an article; `content` is that folder, as places name it;
    `is_text`: whether a path is that of a text; of other files, lines are those of the Markdown that `import` makes.
    Problems: `place-missing` if there is no such file or line, with what there is; `place-unused`, a note, for a file
    that no article was used of. The value is then None.
    """
    analyses = {analysis.article.id: analysis for analysis in briefing.analyses}
    analyses |= {gone.decision.article: gone.analysis for gone in briefing.withdrawn}
    arrival = next((arrival for arrival in arrivals if arrival.path == file), None)
    if file not in analyses and arrival is None:
        return _nothing(*_missing_file(file, arrivals, analyses, content), path=file)
    if arrival and not arrival.articles:
        return _unused(arrival, content)
    ids = (file,) if arrival is None else arrival.articles
    if len(ids) > 1:
        some = ", ".join(ids[:_MOST_IDS]) + (" …" if len(ids) > _MOST_IDS else "")
        message = f"the file holds {len(ids)} articles"
        return _nothing(message, f"write the id of one in place of the file: {some}", path=f"{content}/{file}")
    analysis = analyses[ids[0]]
    article, is_derived = analysis.article, not is_text(analysis.article.path)
    lines = article.text.removesuffix("\n").split("\n")
    if line is not None and not 1 <= line <= len(lines):
        message = f"there is no line {line}: {_of(article, is_derived=is_derived)} has {len(lines)}"
        return _nothing(message, f"write a line from 1 to {len(lines)}", path=f"{content}/{article.path}")
    finder = _Finder(briefing, analysis, content)
    blocks = tuple(finder.blocks(line))
    return Outcome(
        Explanation(
            file=f"{content}/{article.path}",
            line=line or 0,
            article=article.id,
            title=article.title,
            facts=tuple(_facts(article)),
            words="" if line is None else lines[line - 1],
            notes=(
                *(_decision(ruling) for ruling in briefing.rulings if ruling.id == article.id),
                *_notes(article, f"{content}/{article.path}", line, lines, blocks, is_derived=is_derived),
            ),
            blocks=blocks,
        )
    )


def _nothing(message: str, remedy: str, *, path: str) -> Outcome[Explanation | None]:
    return Outcome(None, (Problem("place-missing", "error", message, path, remedy=remedy),))


def _missing_file(
    file: str, arrivals: Iterable[Arrival], analyses: Mapping[str, Analysis], content: str
) -> tuple[str, str]:
    """What to say of a name that is neither a file's nor an article's: message and remedy."""
    for analysis in analyses.values():
        if file and analysis.article.metadata.document == file:
            article = f"{content}/{analysis.article.path}"
            return f"this is the document that {article} was imported from", f"explain {article}, whose lines differ"
    path = closest(file, [arrival.path for arrival in arrivals])
    near = f"{content}/{path}" if path else closest(file, analyses)
    return "there is no such file or article", f"did you mean {near}?" if near else f"name a file of {content}/"


def _unused(arrival: Arrival, content: str) -> Outcome[Explanation | None]:
    """Why no article was used of a file."""
    stand_ins = [f"{why} as the article {id_}, which stands for it" for id_, why in arrival.duplicates]
    message = f"{arrival.fate}: {'; '.join((*stand_ins, *map(str, arrival.notes))) or 'nothing more is known'}"
    remedy = f"explain {arrival.duplicates[0][0]}" if stand_ins else ""
    return Outcome(None, (Problem("place-unused", "note", message, f"{content}/{arrival.path}", remedy=remedy),))


def _of(article: Article, *, is_derived: bool) -> str:
    return f"the Markdown made of {article.path}" if is_derived else "the file"


def _facts(article: Article) -> Iterator[FactFound]:
    metadata, basis = article.metadata, dict(article.metadata.basis)
    for name in ("published", "updated", "publisher", "author", "agency", "url", "language", "rights"):
        value = getattr(metadata, name)
        if value not in (None, "full"):
            yield FactFound(name, value, str(basis.get(name, "")))


def _notes(
    article: Article,
    file: str,
    line: int | None,
    lines: Sequence[str],
    blocks: Sequence[BlockFound],
    *,
    is_derived: bool,
) -> Iterator[str]:
    if is_derived:
        yield f"lines are those of {_of(article, is_derived=True)}, as import would write it"
    if line is None or blocks:
        return
    first = line_of(article.text, article.blocks[0].start)
    closed = next((number for number, words in enumerate(lines[1:], 2) if words.strip() == "---"), 0)
    if lines[0].strip() == "---" and line <= closed < first:
        yield "front matter: what the article states of itself"
    elif lines[line - 1].strip():
        yield "nothing on this line is printed: it is markup"
    else:
        yield "the line is empty"
    near = min(
        (line_of(article.text, place) for block in article.blocks for place in (block.start, block.end - 1)),
        key=lambda other: (abs(other - line), other),
    )
    yield f"the nearest line with words is {near}: sitegen explain {file}:{near}"


class _Finder:
    """Look-ups over one article of a briefing."""

    def __init__(self, briefing: Briefing, analysis: Analysis, content: str):
        self._briefing = briefing
        self._analysis = analysis
        self._content = content
        self._text = analysis.article.text
        self._by_id: dict[str, Block] = {block.id: block for block in analysis.article.blocks}
        self._fates: dict[str, Fate] = {fate.sentence: fate for fate in briefing.fates}
        self._fates |= {fate.sentence: fate for gone in briefing.withdrawn for fate in gone.fates}
        self._claims = {claim.sentence: claim for claim in analysis.attributions}
        self._speakers, self._stated = find_speakers(briefing), stated_speakers(briefing)
        self._places = {sentence.id: (a.article, sentence) for a in briefing.analyses for sentence in a.sentences}
        self._statements: defaultdict[str, list[Statement]] = defaultdict(list)
        for statement in briefing.statements:
            for sentence in dict.fromkeys((statement.sentence, *(also.sentence for also in statement.also))):
                self._statements[sentence].append(statement)
        self._rulings: defaultdict[str, list[Ruling]] = defaultdict(list)
        for ruling in briefing.rulings:
            if ruling.about == "name":
                self._rulings[ruling.id].append(ruling)
        self._on: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        """What a decision is about, and its id → the decisions on it, in words."""
        for ruling in briefing.rulings:
            self._on[ruling.about, ruling.id].append(_decision(ruling))

    def blocks(self, line: int | None) -> Iterator[BlockFound]:
        """The blocks on a line, or all."""
        sentences: defaultdict[str, list[Sentence]] = defaultdict(list)
        for sentence in self._analysis.sentences:
            sentences[sentence.block].append(sentence)
        for block in self._analysis.article.blocks:
            first, last = self._lines(block)
            if line is None or first <= line <= last:
                shown = [
                    s for s in sentences[block.id] if line is None or self._lines(s)[0] <= line <= self._lines(s)[1]
                ]
                yield BlockFound(
                    id=block.id,
                    kind=block.kind,
                    role=block.role,
                    level=block.level,
                    reasons=block.reasons,
                    under=self._under(block),
                    first_line=first,
                    last_line=last,
                    text=block.text,
                    unprinted=tuple(self._unprinted(block, line)),
                    sentences=tuple(map(self._sentence, shown)),
                )

    def _lines(self, part: Block | Sentence) -> tuple[int, int]:
        return line_of(self._text, part.start), line_of(self._text, max(part.start, part.end - 1))

    def _under(self, block: Block) -> tuple[str, ...]:
        found: list[str] = []
        above = block.under
        while above is not None:
            found.insert(0, self._by_id[above].text)
            above = self._by_id[above].under
        return tuple(found)

    def _unprinted(self, block: Block, line: int | None) -> Iterator[str]:
        for edit in self._analysis.article.edits:
            if block.start <= edit.start < block.end and line in (None, line_of(self._text, edit.start)):
                yield self._text[edit.start : edit.end] + (f" → {edit.replacement}" if edit.replacement else "")

    def _sentence(self, sentence: Sentence) -> SentenceFound:
        first, last = self._lines(sentence)
        fate = self._fates[sentence.id]
        analysis = self._analysis
        return SentenceFound(
            id=sentence.id,
            first_line=first,
            last_line=last,
            text=sentence.text,
            claim=self._claims.get(sentence.id),
            names=tuple(self._names(sentence)),
            dropped=tuple(self._dropped(sentence)),
            quotes=tuple(self._quotes(sentence)),
            dates=tuple(DateFound(d.text, d.value, str(d.basis)) for d in analysis.dates if d.sentence == sentence.id),
            numbers=tuple(number for number in analysis.numbers if number.sentence == sentence.id),
            fate=fate.kind,
            reason=str(fate.reason),
            statements=tuple(self._statement(sentence, statement) for statement in self._statements[sentence.id]),
            decisions=tuple(self._on["statement", sentence.id]),
            differences=tuple(self._differences(sentence)),
        )

    def _differences(self, sentence: Sentence) -> Iterator[DifferenceFound]:
        for found in self._briefing.differences:
            if any(sentence.id in side.sentences for side in found.sides):
                others = tuple(s for side in found.sides if sentence.id not in side.sentences for s in side.sentences)
                dismissed = "; ".join(self._on["difference", found.id])
                yield DifferenceFound(found.id, found.kind, str(found.note), others, dismissed)

    def _names(self, sentence: Sentence) -> Iterator[NameFound]:
        found = [
            (m, entity) for entity in self._briefing.entities for m in entity.mentions if m.sentence == sentence.id
        ]
        for mention, entity in sorted(found, key=lambda pair: pair[0].start):
            decisions = tuple(_decision(ruling) for ruling in self._rulings[entity.id])
            reason = _reason(entity, mention.text)
            side = f"{entity.side.name}: {entity.side.reason}" if entity.side else ""
            yield NameFound(mention.text, entity.kind, entity.id, entity.name, entity.forms, reason, decisions, side)

    def _dropped(self, sentence: Sentence) -> Iterator[str]:
        known = {entity.id for entity in self._briefing.entities}
        for id_, rulings in self._rulings.items():
            if id_ not in known:
                yield from (f"{r.words}: {_decision(r)}" for r in rulings if r.words in sentence.text)

    def _quotes(self, sentence: Sentence) -> Iterator[QuoteFound]:
        for quote in self._analysis.quotes:
            if quote.sentence != sentence.id:
                continue
            speaker, stated = self._speakers[quote], self._stated.get(quote)
            if stated:
                name = speaker.name if speaker else stated.value
                reason = _decision(stated)
            else:
                name = speaker.name if speaker else quote.speaker_text
                reason = _as_printed(quote.speaker_text, quote.verb)
            yield QuoteFound(quote.text, name, speaker.id if speaker else None, reason)

    def _statement(self, sentence: Sentence, statement: Statement) -> StatementFound:
        also = next((also for also in statement.also if also.sentence == sentence.id), None)
        article, printed = self._places[statement.sentence]
        return StatementFound(
            id=statement.id,
            relation=also.relation if also else None,
            score=also.score if also else None,
            printed=printed.id,
            place=f"{self._content}/{article.path}:{line_of(article.text, printed.start)}",
            text=printed.text,
            articles=statement.sources,
            origins=statement.origins,
            topics=tuple(
                TopicFound(topic.id, topic.title, str(member.reason), tuple(self._on["topic", topic.id]))
                for topic in self._briefing.topics
                for member in topic.members
                if member.statement == statement.id
            ),
            in_summary=statement.sentence in self._briefing.summary,
            decisions=tuple(
                f"{id_}: {words}"
                for id_ in (statement.sentence, *(other.sentence for other in statement.also))
                if id_ != sentence.id
                for words in self._on["statement", id_]
            ),
            flags=tuple(
                f"the article {f.article} was {f.status}" for f in self._briefing.flags if f.statement == statement.id
            ),
        )


def _reason(entity: Entity, form: str) -> str:
    """Why a form is taken for a name, as far as that is kept."""
    return str(dict(zip(entity.forms, entity.reasons, strict=False)).get(form, ""))


def _decision(ruling: Ruling) -> str:
    because = ruling.because
    why = f" – {because.why}" if because.why else ""
    by = ", ".join(filter(None, (because.by, because.on)))
    return f"the desk’s decision: {ruling.decided}{why}{f' ({by})' if by else ''}"


def _as_printed(speaker: str | None, verb: str | None) -> str:
    if speaker is None:
        return "nothing beside it says who speaks"
    return f"the text has “{speaker}”" + (f", {verb}" if verb else "")
