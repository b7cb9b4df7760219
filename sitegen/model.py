"""The nouns: what flows from stage to stage.

All values are frozen. Offsets count Unicode code points, half open, from 0; lines count from 1; dates are ISO 8601
with the precision that is known. Ids come from paths and words, never from counters.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sitegen.reasons import NO_REASON, Reason

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

Stance = Literal["wants", "offers", "accepts", "refuses", "intends", "denies"]
"""`intends`: somebody says that they will do it; `denies`: that a claim is not so."""

DifferenceKind = Literal["number", "duration", "date", "attendance", "status", "wording", "attribution", "spelling"]

ArticleStatus = Literal["withdrawn", "corrected"]

StatementVerb = Literal["same", "not_same", "drop", "pin"]

PinnedTo = Literal["index", "topic"]

RulingAbout = Literal["name", "speaker", "date", "topic", "statement", "difference", "article"]

Rights = Literal["full", "cited"]
"""`cited`: pages and their machine-readable twins show only the passages that are cited."""

ThemeName = Literal["default", "wire"]
"""The looks that come with the program."""

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


ArrivalFate = Literal["used", "duplicate", "draft", "refused", "ignored", "citations", "later"]
"""`draft`: kept out by its front matter; `ignored`: not of a kind that holds articles; `citations`: facts about other
files' articles; `later`: published after the day that the site is made as of."""


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
    duplicates: tuple[tuple[str, Reason], ...]
    """For each of its articles that is not used: the id of the one that stands for it, and why."""
    notes: tuple[Reason, ...]
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
    basis: tuple[tuple[str, Reason], ...] = ()
    """Name of a field → where its value was found: `front matter`, `JSON-LD datePublished`. By name."""


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
    reasons: tuple[str, ...] = ()
    """Why it is taken for a heading or a list item, in words; empty where the markup says it."""


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
    basis: Reason
    """How `value` was found, or why it can't be."""


NumberKind = Literal["count", "measure", "money", "percent", "ordinal", "age", "time", "score", "year", "label"]
"""`measure`: lengths of time too; `score`: of a match or a vote; `label`: names and does not count (`Article 5`)."""

Exactness = Literal["exact", "about", "at least", "more than", "at most", "range", "vague"]


@dataclass(frozen=True, slots=True)
class NumberExpression:
    """Words that say how many or how much. Dates are `DateExpression`s, not these."""

    sentence: str
    start: int
    """In the sentence's text, as is `end`: the number, what bounds it (`more than`) and its unit."""
    end: int
    text: str
    kind: NumberKind
    exactness: Exactness
    low: float | None
    """The number itself, as is `high`, when it is `exact` or `about`; None: no bound is stated. Of `dozens`, 24."""
    high: float | None
    unit: str | None = None
    """`%`, `pp` (points of per cent), a currency (`$` where the country is not stated, else ISO 4217), a measure."""
    counted: str | None = None
    """What is counted, as printed: `wounded soldiers`; None: unclear."""


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
    outlet_text: str | None = None
    """The other outlet that reports it, or that was told it, as printed; None: there is none, or it is not named."""
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
    numbers: tuple[NumberExpression, ...] = ()
    language: str | None = None
    """BCP 47 tag of the article: as stated, else as its words tell; None: they do not."""
    language_basis: Reason = NO_REASON
    """What `language` was read from, or why it is not known."""
    read_as: str = "en"
    """Tag of the language by whose rules it was read."""


@dataclass(frozen=True, slots=True)
class Side:
    """The country, or body of countries, that somebody or something stands for where it acts."""

    name: str
    """As the table of countries has it: `United States`."""
    entity: str | None
    """Id of the entity with that name; None: no article names it."""
    reason: Reason
    """`the capital of Norway`."""


@dataclass(frozen=True, slots=True)
class Entity:
    """The thing that mentions name, all spellings merged."""

    id: str
    name: str
    kind: EntityKind
    forms: tuple[str, ...]
    """Commonest first."""
    mentions: tuple[Mention, ...]
    reasons: tuple[Reason, ...] = ()
    """One a form, in their order: why it is taken for this name; empty for `name` itself."""
    side: Side | None = None
    """A capital, a palace, a ministry or an official is its own entity, and stands for a country; None: for none, or
    it is one."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Whose act or position a sentence reports."""

    sentence: str
    text: str
    """As printed there or, for a pronoun, earlier in the paragraph."""
    entity: str | None
    """None: it is no entity (`Norwegian officials`)."""
    side: str | None
    """Name of the country, or body of countries, that it is or stands for; None: none, or unclear."""


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
    """Over how many origins `sources` spread at least: copies of one text count once, and so does what may be one."""
    most_origins: int
    """The same at most: what may be a copy counts as none."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that go back to one text."""

    id: str
    articles: tuple[str, ...]
    """Two or more, sorted."""
    evidence: Reason
    """What they share."""
    passages: tuple[tuple[str, ...], ...] = ()
    """The longest passage that the two closest of them share: ids of its sentences in the one, then in the other."""
    is_doubtful: bool = False
    """Two articles that may go back to one text: it can't be told."""


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
    reason: Reason
    """Why it is there."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another topic, and what ties it to this one."""

    topic: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that statements of several articles share."""

    id: str
    title: str
    """Words of a source, unless `is_desks`."""
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
    is_desks: bool = False
    """The title is in the words of the desk."""
    is_provisional: bool = False
    """Found beside topics that are pinned, and not pinned itself: the next article may move it."""


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
    reason: Reason
    """Empty when used."""


@dataclass(frozen=True, slots=True)
class Because:
    """What the desk says for a decision, in its own words. None: not stated."""

    why: str | None = None
    """The reason."""
    by: str | None = None
    """Who decided."""
    on: str | None = None
    """When: an ISO date."""


@dataclass(frozen=True, slots=True)
class NameDecision:
    """What the desk decides on a name. Spellings match those of articles as identity sees words."""

    name: str
    """A spelling that articles have."""
    aliases: tuple[str, ...] = ()
    """Other spellings that articles have for the same."""
    not_same_as: tuple[str, ...] = ()
    """Spellings of somebody or something else."""
    kind: EntityKind | None = None
    """What it names: `person`, `organisation`, `place`, `document`, `event` or `other`."""
    display_name: str | None = None
    """What pages call it; its address stays that of the articles' spelling."""
    side: str | None = None
    """The country, or body of countries, that it stands for where it acts; `none`: it stands for itself."""
    drop: bool = False
    """The words, and those of `aliases`, name nothing."""
    because: Because = Because()
    line: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerDecision:
    """What the desk decides on who speaks a quotation. None: nobody that is known."""

    sentence: str
    """Id of the sentence, which ends in the digest of its words."""
    words: str
    """The quoted words, without the marks."""
    speaker: str | None = None
    """A spelling of a name, else words of the desk. Dropped: the speaker is unclear."""
    because: Because = Because()
    line: int = 0


@dataclass(frozen=True, slots=True)
class DateDecision:
    """What the desk decides on when something was. None: at no time that is known."""

    sentence: str
    """Id of the sentence, which ends in the digest of its words."""
    words: str
    """Those that name the time, found by the program or not."""
    value: str | None = None
    """ISO 8601, with the precision that is known: a day, week, month, year or a span. Dropped: they name no time."""
    because: Because = Because()
    line: int = 0


@dataclass(frozen=True, slots=True)
class SentenceRef:
    """A sentence as the desk names it: `harbour.s1a2b3c4d`; with its words behind, it is found again if they change."""

    id: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class TopicPart:
    """A part of a topic that becomes one of its own."""

    title: str
    """At the head of its page, whose address is made of it."""
    terms: tuple[str, ...] = ()
    """Words: what names them leaves for it."""
    sentences: tuple[SentenceRef, ...] = ()
    """Ids of sentences that leave for it."""


@dataclass(frozen=True, slots=True)
class TopicDecision:
    """What the desk decides on a topic."""

    topic: str
    """Its address, `topics/ADDRESS.html`, or the title that the program gave it; with `pin` a new address."""
    title: str | None = None
    """At the head of its page; the address stays."""
    id: str | None = None
    """Another address; the old one leads on to it."""
    pin: bool = False
    """`true`: it has a page, be it for one sentence: those that name one of `terms`, and those under `add`."""
    terms: tuple[str, ...] = ()
    """Words that name it, besides those that the program found."""
    split: tuple[TopicPart, ...] = ()
    """Parts that become topics of their own, each with `title`, and `terms` or `sentences`."""
    merge_into: str | None = None
    """Another topic, which takes its statements in; its address leads on there."""
    exclude: bool = False
    """`true`: it has no page."""
    add: tuple[SentenceRef, ...] = ()
    """Ids of sentences that stand in it, wherever else they stand."""
    move: tuple[SentenceRef, ...] = ()
    """Ids of sentences that stand in it, and in no other topic."""
    remove: tuple[SentenceRef, ...] = ()
    """Ids of sentences that do not stand in it."""
    order: int | None = None
    """Its place on the index page: 1 is the first. Topics without one come behind, most carried first."""
    because: Because = Because()
    line: int = 0


@dataclass(frozen=True, slots=True)
class StatementDecision:
    """What the desk decides on what sentences say."""

    verb: StatementVerb
    sentences: tuple[SentenceRef, ...]
    """`same` and `not_same`: two or more."""
    to: PinnedTo | None = None
    """What pinned sentences head: the index page or their topics; None: both."""
    because: Because = Because()
    line: int = 0


@dataclass(frozen=True, slots=True)
class DifferenceDecision:
    """That what the program took for a difference is none."""

    sentences: tuple[SentenceRef, ...]
    """Two or more, of more than one side."""
    kind: DifferenceKind | None = None
    """Of the difference; None: of any kind."""
    because: Because = Because()
    line: int = 0


@dataclass(frozen=True, slots=True)
class ArticleDecision:
    """What became of an article after it was published."""

    article: str
    """Its id."""
    status: ArticleStatus
    """`withdrawn`: nothing rests on it any more, and a page at its address says so; `corrected`: what rests on it is
    marked."""
    note: str = ""
    """What readers should know of it, in words of the desk."""
    sentences: tuple[SentenceRef, ...] = ()
    """Ids of the sentences that a correction is about; none: all of the article."""
    because: Because = Because()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Decisions:
    """What `editorial.yml` holds, each kind in the order of the file."""

    names: tuple[NameDecision, ...] = ()
    speakers: tuple[SpeakerDecision, ...] = ()
    dates: tuple[DateDecision, ...] = ()
    topics: tuple[TopicDecision, ...] = ()
    statements: tuple[StatementDecision, ...] = ()
    differences: tuple[DifferenceDecision, ...] = ()
    articles: tuple[ArticleDecision, ...] = ()
    path: str = "editorial.yml"
    """The file, as problems name it."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision that was carried out, as pages and `briefing.json` state it."""

    about: RulingAbout
    id: str
    """Of the entity (of the name's words, if it is dropped), sentence, topic, difference or article."""
    words: str
    """The name, the quotation, the expression or the title, as a source has it; empty for a sentence."""
    decided: Reason
    """In words of the program."""
    value: str | None
    """The display name, speaker, date or title; None: none, or none is given."""
    because: Because


@dataclass(frozen=True, slots=True)
class Flag:
    """That what a statement says stands, or stood, in an article that was corrected or withdrawn."""

    statement: str
    article: str
    status: ArticleStatus


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An article on which nothing rests any more."""

    analysis: Analysis
    """None of its words but the title is printed."""
    fates: tuple[Fate, ...]
    """One a sentence, in their order."""
    decision: ArticleDecision


@dataclass(frozen=True, slots=True)
class DifferenceSide:
    """What some of the articles say where others say something else."""

    says: str
    """Words of its first sentence."""
    sentences: tuple[str, ...]
    """Ids, sorted."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where sentences on one thing, of different articles, disagree; who is right is not said."""

    id: str
    kind: DifferenceKind
    note: Reason
    """What differs."""
    sides: tuple[DifferenceSide, ...]
    """Two or more, by their first sentence."""
    superseded: Reason | None = None
    """Why the days of the reports may explain it; None: they don't, or aren't known."""
    dismissed: Because | None = None
    """Why the desk takes it for none; None: it is open."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Where an article prints a quotation otherwise than the fullest wording of it."""

    spans: tuple[tuple[str, int, int], ...]
    """Sentence id, start and end of the words that it prints instead; empty where it prints none."""
    here: str
    """Those words."""
    there: str
    """The words of the fullest that they stand for; empty where it has none."""
    is_marked: bool
    """It leaves them out and says so, by an ellipsis or in brackets."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """How an article prints words that others quote as well."""

    article: str
    quotes: tuple[Quote, ...]
    """The quotations, or parts of one, that hold the words; in the order of the article."""
    variants: tuple[Variant, ...]
    """Compared with the fullest wording, in order."""
    is_part: bool
    """It begins later, ends earlier, or breaks off between two of `quotes`."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words that several articles quote."""

    id: str
    renderings: tuple[Rendering, ...]
    """One an article, the fullest first, the others by article."""


@dataclass(frozen=True, slots=True)
class Event:
    """What sentences date: a time, and what they say of it."""

    value: str
    """ISO 8601, with the precision that is known."""
    sentence: str
    """The one that is printed."""
    also: tuple[str, ...]
    """Sentences of other articles that say the same and give this time, or one that holds it; by article."""
    is_saying: bool
    """The time is that of saying it, not that of what is said."""
    outlook: Literal["", "expected", "possible"]
    """What was to come when it was reported, or might be; empty: it is told as done."""


@dataclass(frozen=True, slots=True)
class Position:
    """A sentence in which somebody who has a name says what they want, offer, accept, refuse, will do or deny."""

    party: str
    """Id of the entity."""
    stance: Stance
    sentence: str
    cue: str
    """The words that show it, as printed."""
    against: str | None = None
    """Id of another entity, whose claim, wish or plan is denied or refused; None: the words behind `cue` name none."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything known about one folder of articles: what the pages and `briefing.json` show."""

    analyses: tuple[Analysis, ...]
    """By article id."""
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    """Those that stand in a topic or in the summary, by id."""
    topics: tuple[Topic, ...]
    """Most carried first."""
    origins: tuple[Origin, ...]
    summary: tuple[str, ...]
    """Sentence ids, in the order of the index page; each printed by a statement, in a topic or not."""
    fates: tuple[Fate, ...]
    """One a sentence, by article, then position."""
    stories: tuple[Story, ...] = ()
    """By id."""
    actors: tuple[Actor, ...] = ()
    """Of the sentences that have one, by article, then position."""
    rulings: tuple[Ruling, ...] = ()
    """The decisions of the desk that were carried out: on names (dropped ones last), speakers, dates, topics,
    statements, differences and articles; in the order of its file."""
    differences: tuple[Difference, ...] = ()
    """By id."""
    utterances: tuple[Utterance, ...] = ()
    """By id; found last, within the rights (`sitegen.views`), as are the events."""
    events: tuple[Event, ...] = ()
    """Oldest first."""
    positions: tuple[Position, ...] = ()
    """By article, then place; found last, too."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """By id. Not among `analyses`: nothing else here knows of them."""
    corrected: tuple[ArticleDecision, ...] = ()
    """Articles that were corrected, by id."""
    flags: tuple[Flag, ...] = ()
    """By statement, then article."""
    dropped: tuple[str, ...] = ()
    """Ids of sentences that the desk has printed nowhere but in their articles, sorted."""
    pinned: tuple[str, ...] = ()
    """Ids of sentences in `summary` that stand there by decision of the desk."""
    redirects: tuple[tuple[str, str], ...] = ()
    """Ids that topics had, and of the topics that took their place; by the first."""
    lock: TopicLock = field(default_factory=TopicLock)
    """What pinning the topics would write: what is pinned already, as it is, and the rest."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the site, ready to be written."""

    path: str
    """Below the output folder, with forward slashes."""
    data: bytes
