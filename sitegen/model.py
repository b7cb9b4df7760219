"""The nouns: what flows from stage to stage.

All values are frozen. Offsets count Unicode code points, half open, from 0; lines count from 1; dates are ISO 8601
with the precision that is known. Ids come from paths and words, never from counters.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "quotation", "table", "code"]
"""Tables and code are kept and shown on the article page, not cited."""

Role = Literal["title", "lead", "why-it-matters", "key-developments", "full-report", "context", "other"]
"""What a section is for."""

EntityKind = Literal["person", "organisation", "place", "document", "event", "other"]

Relation = Literal["same", "entails", "entailed", "partial"]
"""Seen from the printed sentence. `entails`: it says all that the other says, and more; `entailed`: the other says
more; `partial`: they share a fact. All but `partial` count as corroboration."""

FateKind = Literal["used", "said-by-another", "left-out"]

Voice = Literal["outlet", "named", "quoted", "unnamed", "other-outlet"]
"""Whose claim a sentence is. `outlet`: the article's own; `quoted`: in quotation marks, whoever says it."""

Modality = Literal["happened", "said", "denied", "expected", "possible"]
"""`happened`: told as a fact, an event or a state."""

Rights = Literal["full", "cited"]
"""`cited`: pages and their machine-readable twins show only the passages that are cited."""

CITED_KINDS: frozenset[str] = frozenset({"paragraph", "list_item", "quotation"})
"""Blocks that have sentences."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input file, as read."""

    id: str
    """Of the article that it holds: the slug of `path` without its suffix."""
    path: str
    """Below the content folder, with forward slashes."""
    data: bytes
    sha256: str
    """Of `data`, hexadecimal."""


ArrivalFate = Literal["used", "duplicate", "refused", "ignored", "citations"]
"""`ignored`: not of a kind that holds articles; `citations`: facts about other files' articles."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """The evidence that an article stands for another one."""

    share: float
    """Of the runs of words of the shorter one that stand in the other, in [0, 1], rounded to 3 places."""
    here: str
    """The longest passage that both have, or its beginning, as the article that is not used words it; empty when
    there is none, and when the rights of either article withhold it."""
    there: str
    """The same as the article that stands for it words it."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one file of the content folder."""

    path: str
    """Below the content folder."""
    fate: ArrivalFate
    articles: tuple[str, ...]
    """Ids of the articles that are used of it, in order."""
    duplicates: tuple[tuple[str, str], ...]
    """For each of its articles that is not used: the id of the one that stands for it, and why."""
    notes: tuple[str, ...]
    """What a reader should know: undated, read with repairs, why it was refused."""
    overlaps: tuple[Overlap, ...] = ()
    """One for each of `duplicates`, in their order."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A place in an article's text that is not printed as it stands: markup, an entity, a backslash."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its words. None: not stated, and never guessed."""

    published: str | None = None
    """ISO 8601 date, or date and time."""
    updated: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    """http or https."""
    language: str | None = None
    """BCP 47 tag."""
    rights: Rights = "full"
    document: str | None = None
    """The original this article was imported from: path below the project folder, with forward slashes."""
    document_sha256: str | None = None
    section: str | None = None
    """Of the outlet: `World`, `Business`."""
    agency: str | None = None
    """News agency that the text is credited to."""
    dateline: str | None = None
    """Place that the report is filed from, as printed: `KYIV`."""
    basis: tuple[tuple[str, str], ...] = ()
    """Name of a field → where its value was found, in words: `front matter`, `JSON-LD datePublished`. By name."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes articles, as the desk knows them. None: not known."""

    name: str
    aliases: tuple[str, ...] = ()
    """Other names that articles give it."""
    owner: str | None = None
    """Who stands behind it."""
    agency: str | None = None
    """News agency whose copy it prints."""
    country: str | None = None
    """Where it is published, as the desk writes it."""
    kind: str | None = None
    """`newspaper`, `agency`, `government` …: the desk's word."""
    home: str | None = None
    """Address of its home page; articles from that host are its own."""
    rights: Rights | None = None
    """Of its articles that state none."""
    rating: str | None = None
    """The desk's own, in its own words."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, quotation, table or piece of code: a span of the article's text."""

    id: str
    """Article id, `.b`, digest of the words."""
    kind: BlockKind
    role: Role
    start: int
    end: int
    text: str
    """The span's words through the projection (`sitegen.text.project`)."""
    level: int = 0
    """Headings only: 1 is the title, 2 a section, 3 a subsection."""
    under: str | None = None
    """Id of the heading above."""


@dataclass(frozen=True, slots=True)
class Article:
    """What was read from a source."""

    id: str
    path: str
    """Of its source, below the content folder."""
    sha256: str
    """Of its source's bytes."""
    text: str
    """The decoded source: BOM dropped, newlines `\\n`. All offsets index this."""
    edits: tuple[Edit, ...]
    """By start, not overlapping. With `text`, all that the projection needs."""
    blocks: tuple[Block, ...]
    """By start, not overlapping."""
    title: str | None
    """None when the article has none."""
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit that is cited: a span of a block."""

    id: str
    """Article id, `.s`, digest of the words."""
    article: str
    block: str
    start: int
    end: int
    text: str
    """The span's words through the projection."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name somebody or something; no title, no possessive."""

    sentence: str
    start: int
    """In the sentence's text, as is `end`."""
    end: int
    text: str
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks, without the marks."""

    sentence: str
    start: int
    end: int
    text: str
    speaker_text: str | None
    """The speaker as printed; None: unclear."""
    verb: str | None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that name a time."""

    sentence: str
    start: int
    end: int
    text: str
    value: str | None
    """ISO 8601, with the precision of the words (`2022-02`); None: cannot be known."""
    basis: str
    """How `value` was found, or why it can't be, in words."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose claim a sentence is, and whether it tells what happened."""

    sentence: str
    voice: Voice
    source_text: str | None
    """Whose claim it is, as printed; None: the outlet's, or unclear."""
    cue: str | None
    """The word that shows `voice`: `said`, `according to`, `reportedly`."""
    modality: Modality
    reason: str
    """In words: what `voice` and `modality` were read from."""
    actor_text: str | None = None
    """Whose act or position it reports, as printed there or, for a pronoun, earlier in the paragraph; None: unclear."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one article says, sentence by sentence, in the order of its text."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    dates: tuple[DateExpression, ...]
    attributions: tuple[Attribution, ...] = ()
    """One a sentence, in their order."""


@dataclass(frozen=True, slots=True)
class Entity:
    """The thing that mentions name, all spellings merged."""

    id: str
    name: str
    kind: EntityKind
    forms: tuple[str, ...]
    """Commonest first."""
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """A sentence elsewhere that says what a statement's printed sentence says."""

    sentence: str
    relation: Relation
    score: float
    """Of the similarity with the printed sentence, in [0, 1], rounded to 3 places."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One printed sentence, and the sentences elsewhere that say the same."""

    id: str
    sentence: str
    also: tuple[Companion, ...]
    """By article, then position."""
    sources: tuple[str, ...]
    """Ids of the articles that carry it in full, the printed one first."""
    origins: int
    """Over how many origins `sources` spread: copies of one text count once."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that go back to one text."""

    id: str
    articles: tuple[str, ...]
    """Two or more, sorted."""
    evidence: str
    """In words: what they share."""
    passages: tuple[tuple[str, ...], ...] = ()
    """The longest passage that the two closest of them share: ids of its sentences in the one, then in the other."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report one event; every article is in one story, some are alone in theirs."""

    id: str
    articles: tuple[str, ...]
    """Sorted."""
    rounds: tuple[str, ...] = ()
    """Ids of the other stories of its affair, sorted."""


@dataclass(frozen=True, slots=True)
class Member:
    """A statement in a topic."""

    statement: str
    reason: str
    """Why it is there, in words."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another topic, and what ties it to this one."""

    topic: str
    reason: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that statements of several articles share."""

    id: str
    title: str
    """Words of a source."""
    aliases: tuple[str, ...]
    """Other wordings of the same subject in the sources."""
    terms: tuple[str, ...]
    """Stems that decide who belongs."""
    summary: tuple[str, ...]
    """Sentence ids; usually one."""
    members: tuple[Member, ...]
    """Most corroborated first."""
    related: tuple[Related, ...]
    """Closest first."""


@dataclass(frozen=True, slots=True)
class PinnedAffair:
    """Articles whose topics are pinned together, and how another article is known to belong to them."""

    id: str
    articles: tuple[str, ...]
    """Ids of those that were of it when it was pinned, sorted."""
    weights: Mapping[str, float]
    """Stem → its share in the direction of the articles; the heaviest only."""


@dataclass(frozen=True, slots=True)
class PinnedTopic:
    """What a topic is known by, whatever articles come: its identity, and the terms that decide who belongs."""

    id: str
    title: str
    """At the head of its page; no other topic's."""
    affair: str
    """Id of the affair whose articles it gathers."""
    aliases: tuple[str, ...]
    """Other wordings of it in the sources."""
    names: tuple[tuple[str, ...], ...]
    """Sets of stems: a sentence that holds all of one, or words of their families, names the topic."""
    weights: Mapping[str, float]
    """Stem → its share in the direction of the sentences that name it; the heaviest only."""
    line: int = 0
    """Of its file, from 1; 0 if it is in none."""


@dataclass(frozen=True, slots=True)
class TopicLock:
    """The topics that are pinned: what `topics.lock.yml` holds."""

    affairs: tuple[PinnedAffair, ...] = ()
    """By id."""
    topics: tuple[PinnedTopic, ...] = ()
    """By id."""
    apart: tuple[str, ...] = ()
    """Ids of articles that were there and belong to none of the affairs, sorted."""
    path: str = ""
    """The file it came from, as problems name it; empty for none."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one sentence of an article."""

    sentence: str
    kind: FateKind
    statement: str | None
    """The statement that prints it or says it; None when left out."""
    reason: str
    """In words; empty when used."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything known about one folder of articles: what the pages and `briefing.json` show."""

    analyses: tuple[Analysis, ...]
    """By article id."""
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    topics: tuple[Topic, ...]
    """Most carried first."""
    origins: tuple[Origin, ...]
    summary: tuple[str, ...]
    """Sentence ids, in the order of the index page."""
    fates: tuple[Fate, ...]
    """One a sentence, by article, then position."""
    stories: tuple[Story, ...] = ()
    """By id."""
    lock: TopicLock = field(default_factory=TopicLock)
    """What pinning the topics would write: what is pinned already, as it is, and the rest."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the site, ready to be written."""

    path: str
    """Below the output folder, with forward slashes."""
    data: bytes
