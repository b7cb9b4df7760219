"""The page kinds: one dataclass each, holding just what its template shows.

Addresses (`href`) are relative to the page that holds them. Words of a source stand in `Line` or in fields that say so;
everything else is the program's or the desk's.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from sitegen.model import ArrivalFate, BlockKind, FateKind, Role, Voice

from .shapes import BarChart, Matrix, TopicMap


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Site:
    """What every page of the site knows about the whole, seen from that page."""

    title: str
    language: str
    """BCP 47 tag of the interface."""
    description: str
    """The desk's words; may be empty."""
    home: str
    """Address of the index page."""
    stylesheet: str
    navigation: tuple[Link, ...]
    canonical: str | None
    """Absolute address of this page; None unless `site_url` is set."""
    more: tuple[Link, ...] = ()
    """To the pages that are looked up rather than read, for the foot of each page."""
    feeds: tuple[Link, ...] = ()
    """Their words are what they are called: `Atom`, `JSON Feed`."""
    search: str = ""
    """Address of the search; empty: there is none."""
    icon: str = "icon.svg"
    image: str | None = None
    """Absolute address of the picture for previews of this page; None unless `site_url` is set."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote mark behind a line."""

    id: str
    """Anchor of the mark, for the way back."""
    href: str
    """Of the note, on the same page."""
    number: str
    """`3.1`: article 3 of this page, its first passage."""
    label: str
    """For those who do not see the number: `Source 3.1: OUTLET`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a sentence."""

    text: str
    href: str = ""
    """Of the page of the name that the words are; empty: no link."""
    is_marked: bool = False
    """The words are what the page is about: those quoted, those that name a date."""
    is_other: bool = False
    """Marked, and not what others print there."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a source, word for word, with the marks of the notes behind it."""

    sentence: str
    """Sentence id."""
    text: str
    notes: tuple[NoteMark, ...]
    pieces: tuple[Piece, ...] = ()
    """Together exactly `text`; empty where none of them is linked or marked."""


@dataclass(frozen=True, slots=True)
class VoiceMark:
    """Whose claim a sentence is."""

    kind: Voice
    words: str
    """`said by Ada Reed`, `denied by the ministry`, `the article’s own words`."""


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """A choice of whose claims are shown."""

    kind: Voice
    words: str
    count: int
    """Statements of the page."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How another article puts a statement."""

    line: Line
    voice: VoiceMark
    relation: str
    """In words: `says the same`, `says more`, `says less`, `says part of it`."""
    article: Link


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """A choice of the reports whose statements are shown, by their days."""

    number: str
    """`1` is the oldest."""
    words: str
    """`4 March 2024`, `4 March 2024 to 6 March 2024`."""
    count: int
    """Statements of the page."""


@dataclass(frozen=True, slots=True)
class FlagItem:
    """That an article that says so, or said so, was corrected or withdrawn."""

    words: str
    """`was withdrawn`, `was corrected`: behind the article’s title."""
    article: Link
    note: str
    """The desk's words; may be empty."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is new of a statement since the last edition."""

    marks: tuple[Link, ...]
    """`new`, `reworded`, `a fact changed`, `more sources`, `fewer sources`: each leads to what changed, and why."""
    since: str
    """`12 March 2026`."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """At the anchor of a statement that a page printed in an edition, and does not print now."""

    id: str
    """The anchor."""
    words: str
    """`Withdrawn since 12 March 2026`, `Reworded since 12 March 2026`, `Elsewhere since 12 March 2026`."""
    now: Link | None
    """Where it is said now."""
    told: Link
    """What it said, and why it went."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What an edition brought to a topic, and took from it."""

    edition: Link
    words: str
    """`12 statements`, `2 added, 1 gone`."""


@dataclass(frozen=True, slots=True)
class StatementItem:
    """A statement as a topic page shows it."""

    id: str
    """Anchor."""
    line: Line
    voice: VoiceMark
    support: str
    """`3 of 5 articles`, `3 of 5 articles, 2 origins`, or `1 article only`."""
    is_corroborated: bool
    """More than one origin carries it."""
    reason: str
    """Why it is on this page; empty when it names the topic by its title. Stands with its citation."""
    wordings: tuple[Wording, ...]
    also_in: tuple[Link, ...]
    """Other topics that hold it."""
    differs: tuple[Link, ...] = ()
    """Where reports differ on it, by what differs."""
    silent: tuple[Link, ...] = ()
    """Articles of the topic that do not carry it though most do, by their outlets."""
    flags: tuple[FlagItem, ...] = ()
    decisions: tuple["Decided", ...] = ()
    """On its sentences."""
    fresh: Fresh | None = None
    """None: nothing is new of it, or there is no edition."""
    since: str = ""
    """Day of the first report that carries it; empty where that is no news, as all reports are of one day."""
    periods: tuple[str, ...] = ()
    """Numbers of the page's `PeriodChoice`s whose reports carry it."""
    citation: str = ""
    """What stands behind its words where it is cited: author, title, outlet, day, address."""
    relation: str = ""
    """Of one that stands under another: what it says of that one's words."""
    together: tuple["StatementItem", ...] = ()
    """Statements of the page that put the same otherwise: printed once, under this one."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What the desk decided, in words that are no source's."""

    about: str
    """Words of a source: a name, a quotation, an expression of time, a title; empty where `to` leads to it."""
    what: str
    """`the same as “Lind”; shown as “Ada Lind”`."""
    why: str
    """The desk's reason; may be empty."""
    signed: str
    """`A. Lee, 2026-03-14`; empty if neither is stated."""
    to: Link | None = None
    """Where what it is about stands."""


@dataclass(frozen=True, slots=True)
class BackLink:
    href: str
    text: str
    """`a`, `b`, `c`."""
    label: str
    """`Back to mark a of note 3.1: "First words of the line"`."""


@dataclass(frozen=True, slots=True)
class ContextItem:
    """A sentence of a passage in its context: the one that is cited, the one before it, or the one after it."""

    sentence: str
    """Sentence id."""
    text: str
    is_cited: bool
    is_apart: bool = False
    """It begins another paragraph or list item than the one before it here."""


@dataclass(frozen=True, slots=True)
class PassageNote:
    """A note: one passage of one article."""

    id: str
    number: str
    href: str
    """The passage on the article page."""
    where: str
    """Where in the article: the words of the headings above it, or `lead`; then `line 23`."""
    back: tuple[BackLink, ...]
    context: tuple[ContextItem, ...] = ()
    """The passage among its neighbours, as far as they may be shown; on pages with many notes by itself."""
    original: str = ""
    """Address of the passage in the original; of the original, where no address is proven to lead to the passage;
    empty where the article states none."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """An article that this page cites, and its passages."""

    id: str
    number: int
    article: Link
    """The words of the title are the source's, unless `is_derived`."""
    is_derived: bool
    """The article has no title: the words are the first of its text."""
    publisher: str | None
    published: str | None
    document: str | None
    url: str | None
    passages: tuple[PassageNote, ...]
    correction: str = ""
    """What was corrected in the article since, in the desk's words; empty: nothing."""


@dataclass(frozen=True, slots=True)
class RelatedItem:
    topic: Link
    reason: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article and how much of a topic it carries."""

    article: Link
    statements: int


@dataclass(frozen=True, slots=True)
class VariantItem:
    """Where an article prints other words than the fullest wording of a quotation. Both are a source's."""

    here: str
    """Empty: it prints none."""
    there: str
    """Empty: the fullest has none."""
    is_marked: bool
    """It leaves them out, and says so by an ellipsis or in brackets."""


@dataclass(frozen=True, slots=True)
class RenderingItem:
    """How an article prints words that others quote as well."""

    article: Link
    outlet: str
    lines: tuple[Line, ...]
    """Its sentences, the quoted words marked, those of `variants` as others."""
    variants: tuple[VariantItem, ...]
    relation: str
    """To the fullest: `the fullest`, `the same words`, `part of it`, `other words`, `part of it, other words`."""


@dataclass(frozen=True, slots=True)
class UtteranceItem:
    """Words that several articles quote, and how each of them prints them."""

    id: str
    """Anchor."""
    speakers: tuple[Link, ...]
    """Whoever is given as the speaker; more than one where articles name different ones. Without a page: no address."""
    carried: str
    """`3 articles`, with the origins where copies are among them."""
    renderings: tuple[RenderingItem, ...]
    """The fullest first."""


@dataclass(frozen=True, slots=True)
class TopicPage:
    """One subject: everything the articles say about it."""

    template: ClassVar[str] = "topic.html"
    path: str
    title: str
    site: Site
    aliases: tuple[str, ...]
    counts: str
    """`23 statements from 5 articles; 9 are carried by more than one.` Nothing that an unrelated article changes."""
    summary: tuple[Line, ...]
    """Empty when the first of the statements says it."""
    corroborated: tuple[StatementItem, ...]
    """Carried by more than one origin, most first."""
    single: tuple[StatementItem, ...]
    """Carried by one article only."""
    voices: tuple[VoiceChoice, ...]
    """Whose claims the statements are; empty where all are of one kind."""
    carriers: tuple[Carrier, ...]
    silent: tuple[Link, ...]
    """Articles that say nothing on it, though they carry a related topic."""
    related: tuple[RelatedItem, ...]
    sources: tuple[SourceNote, ...]
    names: tuple[Link, ...] = ()
    """Whom and what its statements name most, most first."""
    story: Link | None = None
    """The story that it is part of, on the index page; None where the folder has one story only."""
    copied: tuple[StatementItem, ...] = ()
    """Carried by more than one article, all of one origin as far as can be told."""
    behind: tuple[str, ...] = ()
    """What it rests on, in lines of counts."""
    utterances: tuple[UtteranceItem, ...] = ()
    """Quotations of its statements that several articles print."""
    dates: "tuple[TimelineDate, ...]" = ()
    """What its statements date, oldest first."""
    is_desks: bool = False
    """The title is the desk's wording."""
    decisions: tuple[Decided, ...] = ()
    """On the topic."""
    twins: tuple[Link, ...] = ()
    """The page for programs and for those who cite: `plain text`, `BibTeX`, `CSL-JSON`."""
    news: Link | None = None
    """`2 new, 1 changed since 12 March 2026`; None: nothing is new, or there is no edition."""
    history: tuple[HistoryRow, ...] = ()
    """Editions in which something came or went, oldest first; empty where there are none."""
    tombstones: tuple[Tombstone, ...] = ()
    """Statements that it printed in an edition."""
    structured: str = ""
    """JSON-LD."""
    reported: BarChart | None = None
    """When its articles were published."""
    matrix: Matrix | None = None
    """Which of them carries which statement."""
    newest: str = ""
    """Day of its newest article, and whether the folder has much newer ones; empty if none is dated."""
    contents: tuple[Link, ...] = ()
    """Its sections, where they are many."""
    differences: "tuple[DifferenceItem, ...]" = ()
    """Where articles differ on it."""
    more_differences: Link | None = None
    """To those that do not stand here."""
    matters: tuple[StatementItem, ...] = ()
    """Carried by one origin, under a heading that says why it matters."""
    background: tuple[StatementItem, ...] = ()
    """Carried by one origin, under a heading that says it is background."""
    periods: tuple[PeriodChoice, ...] = ()
    """Days of reports; empty where all are of one day."""
    further: tuple[Link, ...] = ()
    """Its other pages, where its statements are too many for one."""

    @property
    def statements(self) -> tuple[StatementItem, ...]:
        """All of this page, in its order; those that stand under another behind it."""
        listed = (*self.corroborated, *self.matters, *self.background, *self.copied, *self.single)
        return tuple(item for first in listed for item in (first, *first.together))


@dataclass(frozen=True, slots=True)
class GonePage:
    """At the address of a topic or an article that an edition had, and that is no more."""

    template: ClassVar[str] = "gone.html"
    path: str
    title: str
    """As it was."""
    site: Site
    words: str
    """`This topic is no more. It was last there in the edition of 12 March 2026.`"""
    to: Link | None
    """What stands for it now."""
    tombstones: tuple[Tombstone, ...]


@dataclass(frozen=True, slots=True)
class TopicPartPage:
    """More statements of a topic that has too many for one page; oldest reports first, so that new ones come last."""

    template: ClassVar[str] = "topic_part.html"
    path: str
    title: str
    """`Peace plan, page 2`."""
    site: Site
    topic: Link
    """Its first page."""
    counts: str
    items: tuple[StatementItem, ...]
    voices: tuple[VoiceChoice, ...]
    periods: tuple[PeriodChoice, ...]
    pages: tuple[Link, ...]
    """All pages of the topic, by number; this one too."""
    sources: tuple[SourceNote, ...]

    @property
    def statements(self) -> tuple[StatementItem, ...]:
        """Those that stand under another behind it."""
        return tuple(item for first in self.items for item in (first, *first.together))


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """At an address that a topic had: leads on to its new one."""

    template: ClassVar[str] = "redirect.html"
    path: str
    title: str
    site: Site
    to: Link
    is_desks: bool = True
    """The desk moved it; else it goes on under another name since an edition."""


@dataclass(frozen=True, slots=True)
class SentenceItem:
    """A sentence on its article's page."""

    id: str
    """Anchor."""
    sentence: str
    """Sentence id."""
    text: str
    fate: FateKind
    fate_words: str
    """What became of it: `printed on 2 topic pages`, `printed in short on the first page`, `said by another article`,
    `left out: …`."""
    uses: tuple[Link, ...]
    """The statements that rest on it, on their topic pages; of one that is in no topic, on the index page."""
    pieces: tuple[Piece, ...] = ()
    """As those of a `Line`."""


@dataclass(frozen=True, slots=True)
class BlockItem:
    """A block on its article's page."""

    id: str
    """Anchor."""
    block: str
    """Block id."""
    kind: BlockKind
    level: int
    role: Role
    text: str
    """The block's words; empty where `sentences` hold them."""
    sentences: tuple[SentenceItem, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A row about an article."""

    name: str
    value: str
    href: str | None = None
    basis: str = ""
    """Where it was found, in words; empty where that goes without saying."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article, whole, and what the site makes of each of its sentences."""

    template: ClassVar[str] = "article.html"
    path: str
    title: str
    site: Site
    is_derived: bool
    """The article has no title: the words are the first of its text."""
    facts: tuple[Fact, ...]
    blocks: tuple[BlockItem, ...]
    topics: tuple[Carrier, ...]
    """The topics that it speaks of, with how many statements there rest on it."""
    used: int
    said_by_another: int
    left_out: int
    """With the two above: all its sentences."""
    origin: str
    """Evidence that it goes back to a text that others share; empty when there is none."""
    copies: tuple[Link, ...]
    """The others of its origin."""
    perhaps_copies: tuple[Link, ...] = ()
    """Articles that may go back to the same text as it: it can't be told."""
    language: str | None = None
    """BCP 47 tag of its text, when it is stated."""
    is_restricted: bool = False
    """Its rights allow to show cited passages only; what lies between them is left out."""
    decisions: tuple[Decided, ...] = ()
    """On the article: what was corrected."""
    published: str | None = None
    """ISO 8601."""
    structured: str = ""
    """JSON-LD."""


@dataclass(frozen=True, slots=True)
class WithdrawnPage:
    """At the address of an article that was withdrawn: that it was, and what of it others say."""

    template: ClassVar[str] = "withdrawn.html"
    path: str
    title: str
    site: Site
    decision: Decided
    facts: tuple[Fact, ...]
    counts: str
    """What became of its sentences, in words."""
    still: tuple[Link, ...]
    """Statements that it made too and others make."""


@dataclass(frozen=True, slots=True)
class SummaryItem:
    line: Line
    support: str
    """Empty where the folder holds one article."""
    more: Link
    """The statement on the page of its topic; if it is in none, its passage in the article."""
    flags: tuple[FlagItem, ...] = ()
    is_pinned: bool = False
    """It stands here by decision of the desk."""
    fresh: Fresh | None = None
    differs: tuple[Link, ...] = ()
    """Where reports differ on it, by what differs."""
    is_corroborated: bool = True
    """More than one origin carries it."""


@dataclass(frozen=True, slots=True)
class TopicCard:
    topic: Link
    lead: Line | None
    counts: str
    """`23 statements · 5 of 5 articles`."""
    is_desks: bool = False
    """The title is the desk's wording."""
    news: Link | None = None
    """As that of its page."""


@dataclass(frozen=True, slots=True)
class StorySection:
    """One of several stories of a folder, with its topics."""

    id: str
    """Anchor."""
    title: str
    headline_of: Link | None
    """The article whose title it is; None: it is the title of a topic."""
    outlet: str
    """Who published that article, if it is stated; else empty."""
    counts: str
    """`12 articles, 17 topics`."""
    topics: tuple[TopicCard, ...]
    """The first ones."""
    more: tuple[Link, ...]
    """The other topics; of a further story the first ones only."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Topics whose titles begin alike."""

    letter: str
    topics: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ArticleCard:
    article: Link
    is_derived: bool
    publisher: str | None
    published: str | None
    counts: str
    """`24 sentences, 20 in topics`."""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """What the folder says, in a screen."""

    template: ClassVar[str] = "index.html"
    path: str
    title: str
    site: Site
    counts: str
    """`5 articles, 107 sentences, 11 topics; 23 statements are carried by more than one article.`"""
    summary: tuple[SummaryItem, ...]
    topics: tuple[TopicCard, ...]
    """Empty where `stories` holds them."""
    articles: tuple[ArticleCard, ...]
    """The newest ones."""
    sources: tuple[SourceNote, ...]
    stories: tuple[StorySection, ...] = ()
    """The largest ones, where several have topics."""
    further: tuple[StorySection, ...] = ()
    """The others; their topics are only linked."""
    letters: tuple[Letter, ...] = ()
    """All topics from A to Z, where not all have a card."""
    earlier: tuple[ArticleCard, ...] = ()
    """The other articles, as many as a page should hold."""
    all_articles: Link | None = None
    """Where the rest of them stand; None: there is no rest."""
    behind: tuple[str, ...] = ()
    """What it rests on, in lines of counts."""
    news: Link | None = None
    """What is new since the last edition; None without one."""
    structured: str = ""
    """JSON-LD."""
    reported: BarChart | None = None
    """When the articles were published."""
    ties: TopicMap | None = None
    """Which topics share statements."""


@dataclass(frozen=True, slots=True)
class OldLine:
    """A sentence as an edition printed it."""

    sentence: str
    """Sentence id."""
    text: str
    """A source's words; empty: they are withheld."""
    pieces: tuple[Piece, ...]
    """As those of a `Line`."""
    edition: str
    """Its day, ISO 8601."""
    article: Link
    said: str
    """`edition of 12 March 2026`, and whether it is still printed."""


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """One change since an edition."""

    id: str
    """Anchor; empty: nothing leads to it."""
    before: OldLine | None
    after: Line | None
    """As it is printed now."""
    became: OldLine | None
    """As the later of two editions printed it."""
    was: str
    """A title, the desk's words or a setting as they were: what is no sentence. Empty: there was none."""
    now: str
    to: Link | None
    """The page of what is no sentence; its words are `now`, or `was`."""
    facts: tuple[str, ...]
    """`number: three men → four men`."""
    note: str
    topics: tuple[Link, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes of one kind."""

    id: str
    """Anchor."""
    heading: str
    items: tuple[ChangeItem, ...]
    more: int
    """How many more there are, which are not shown."""


@dataclass(frozen=True, slots=True)
class EditionRow:
    edition: Link
    """Without address where it is the first: nothing changed before it."""
    words: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What changed since an edition, facts first, each with its reason."""

    template: ClassVar[str] = "changes.html"
    path: str
    title: str
    site: Site
    counts: str
    groups: tuple[ChangeGroup, ...]
    editions: tuple[EditionRow, ...]
    """All editions, newest first."""
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class Affected:
    """A statement that is marked for an article that was corrected or withdrawn."""

    line: Line
    topics: tuple[Link, ...]
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class CorrectionItem:
    """An article that was corrected or withdrawn."""

    article: Link
    facts: str
    """Outlet and day, as far as they are stated."""
    decision: Decided
    words: str
    """What became of its statements."""
    affected: tuple[Affected, ...]
    more: int
    """How many others there are, which are not shown."""


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """Every article that was corrected or withdrawn, why, and what rested on it."""

    template: ClassVar[str] = "corrections.html"
    path: str
    title: str
    site: Site
    counts: str
    withdrawn: tuple[CorrectionItem, ...]
    corrected: tuple[CorrectionItem, ...]
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Count:
    name: str
    value: int


@dataclass(frozen=True, slots=True)
class AboutPage:
    """How the site was made, in plain words, from the live settings."""

    template: ClassVar[str] = "about.html"
    path: str
    title: str
    site: Site
    counts: tuple[Count, ...]
    settings: tuple[Setting, ...]
    undated: int
    unnamed_outlets: int
    untitled: int
    received: str
    """Address of the page of all files."""
    decisions: tuple[Decided, ...] = ()
    twins: tuple[Link, ...] = ()
    """The site for programs and for those who cite."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """The article that is used in place of another, and why."""

    article: Link
    why: str
    overlap: str = ""
    """How much of the shorter one stands in the other, in words."""
    here: str = ""
    """The longest passage that both have, or its beginning, as the article that is not used words it: a source's words;
    empty when there is none, or none that may be shown."""
    there: str = ""
    """The same as the article that is used words it."""


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """What became of one file."""

    path: str
    """Below the content folder."""
    fate: ArrivalFate
    fate_words: str
    articles: tuple[Link, ...]
    """Those that are used of it."""
    duplicates: tuple[StandIn, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IntakePage:
    """Every file of the folder, and what became of it; the counts add up to the files."""

    template: ClassVar[str] = "intake.html"
    path: str
    title: str
    site: Site
    counts: tuple[Count, ...]
    total: int
    rows: tuple[ArrivalRow, ...]


@dataclass(frozen=True, slots=True)
class CarriedLine:
    line: Line
    support: str
    """`3 articles`, or `3 articles, 2 origins`; empty for one article only."""


@dataclass(frozen=True, slots=True)
class NamedIn:
    """The statements of one topic that name somebody."""

    topic: Link
    items: tuple[CarriedLine, ...]
    """Most corroborated first."""
    more: int
    """How many others of that topic are not shown."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A page, and how much of something it holds."""

    page: Link
    count: int


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A time at which sentences name somebody or something."""

    value: str
    """ISO 8601, its first day if it is a span."""
    words: str
    articles: tuple[Link, ...]
    """To the first such sentence of each article."""
    decisions: tuple[Decided, ...] = ()
    """On the date of some of these."""


@dataclass(frozen=True, slots=True)
class NamePage:
    """A person, an organisation or a place: what the articles call it, and say of it."""

    template: ClassVar[str] = "name.html"
    path: str
    title: str
    site: Site
    counts: str
    """`Person, named in 26 sentences of 5 articles.`"""
    forms: tuple[str, ...]
    """The spellings besides the title, commonest first."""
    reasons: tuple[tuple[str, str], ...]
    """Spellings, and why each is taken for this name."""
    side: "SideLine | None"
    """Whom it stands for where it acts."""
    who: tuple[Line, ...]
    """Sentences that say who or what it is; if there are none, the first that names it."""
    is_described: bool
    """`who` says it."""
    said: tuple[Line, ...]
    """Sentences with its own words, marked."""
    quotes: str
    """Address of these among all quotations; empty when there are none."""
    statements: tuple[NamedIn, ...]
    """What else is said of it, each statement once."""
    topics: tuple[Tally, ...]
    """Every topic that names it, with the statements."""
    articles: tuple[Tally, ...]
    """The first place in every article that names it, with the sentences there that do."""
    sources: tuple[SourceNote, ...]
    dates: tuple[NamedDate, ...] = ()
    """Oldest first."""
    later_dates: int = 0
    """How many more there are."""
    is_desks: bool = False
    """The title is the desk's wording: no article spells it so."""
    decisions: tuple[Decided, ...] = ()
    """On the name."""
    speaks: tuple[Decided, ...] = ()
    """On whose words those in `said` are."""


@dataclass(frozen=True, slots=True)
class SideLine:
    """Whom somebody or something stands for."""

    text: str
    href: str
    """Of its page; empty when it has none."""
    reason: str


@dataclass(frozen=True, slots=True)
class NameCard:
    name: Link
    forms: tuple[str, ...]
    counts: str
    """`5 articles`, `5 articles, 3 quotations`."""
    is_desks: bool = False
    """The name is the desk's wording."""


@dataclass(frozen=True, slots=True)
class NameRange:
    initial: str
    """Empty where there are too few names for letters."""
    names: tuple[NameCard, ...]


@dataclass(frozen=True, slots=True)
class NameGroup:
    id: str
    title: str
    """`People`."""
    ranges: tuple[NameRange, ...]


@dataclass(frozen=True, slots=True)
class NamesPage:
    """Everyone and everything that has a page of its own."""

    template: ClassVar[str] = "names.html"
    path: str
    title: str
    site: Site
    counts: str
    groups: tuple[NameGroup, ...]


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """What one speaker says."""

    id: str
    speaker: str
    href: str
    """Of the speaker's page; empty without a name."""
    lines: tuple[Line, ...]
    more: int = 0
    """Sentences that only the speaker's page has, or those of their articles."""
    is_desks: bool = False
    """`speaker` is the desk's wording: no article spells it so."""
    decisions: tuple[Decided, ...] = ()
    """On whose words some of these are."""


@dataclass(frozen=True, slots=True)
class QuotesPage:
    """Every quotation, by who says it."""

    template: ClassVar[str] = "quotes.html"
    path: str
    title: str
    site: Site
    counts: str
    named: tuple[QuoteGroup, ...]
    """Speakers whose name is known, by name."""
    elsewhere: tuple[QuoteGroup, ...]
    """Others whose words stand on their own pages only, as they would be too many here."""
    described: tuple[QuoteGroup, ...]
    """Speakers as the sentences put them, without a name."""
    hidden: int
    """Sentences of others without a name, which only the articles have."""
    unclear: QuoteGroup | None
    left_out: int
    """Quotations too short to be one when nobody speaks them."""
    sources: tuple[SourceNote, ...]
    stated: tuple[QuoteGroup, ...] = ()
    """Speakers as the desk states them, without a page."""
    utterances: tuple[UtteranceItem, ...] = ()
    """What several articles quote, most articles first."""
    more_utterances: int = 0
    """How many more there are."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """How one article puts a date."""

    words: str
    """Of the source."""
    basis: str
    """How the date was found, in words."""
    reported: str | None
    """The day of the report."""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    line: Line
    readings: tuple[DateReading, ...]
    outlook: Literal["", "expected", "possible"] = ""
    """`expected`: the sentence tells what was to come, or its date lies after the day of the report; `possible`: what
    may be. Either way it is not shown as done."""
    is_saying: bool = False
    """The date is that of saying it."""


@dataclass(frozen=True, slots=True)
class TimelineDate:
    """A day, month, year or span of them, as precise as it is known."""

    value: str
    """ISO 8601; the first day of a span."""
    words: str
    """`18 November 2019`, `November 2019`, `18–24 November 2019`."""
    items: tuple[TimelineItem, ...]
    until: str = ""
    """Where a span ends; empty: it is none."""
    id: str = ""
    """Anchor; empty: nothing leads to it."""


@dataclass(frozen=True, slots=True)
class Undated:
    """Expressions of time that can't be dated for one reason."""

    count: int
    example: str
    """Words of a source."""
    reason: str


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What the articles date, by date."""

    template: ClassVar[str] = "timeline.html"
    path: str
    title: str
    site: Site
    counts: str
    more: int
    """Dates that only the pages of their articles have: fewer articles carry them."""
    dates: tuple[TimelineDate, ...]
    undated: tuple[Undated, ...]
    sources: tuple[SourceNote, ...]
    chart: BarChart | None = None
    """How much is dated when."""


@dataclass(frozen=True, slots=True)
class SideItem:
    """What some articles say where others say something else, the words marked."""

    says: str
    """Words of its first sentence."""
    carried: str
    """By how many articles, in words."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DifferenceItem:
    id: str
    """Anchor."""
    note: str
    """What differs, in words."""
    superseded: str
    """Why the days of the reports may explain it; empty: they don't."""
    sides: tuple[SideItem, ...]
    dismissed: str = ""
    """Why the desk takes it for none, in its words and signed; empty: it is open."""
    whole: Link | None = None
    """To all sentences of its sides, where some are left out."""


@dataclass(frozen=True, slots=True)
class DifferencesPage:
    """Where sources differ; who is right is not said."""

    template: ClassVar[str] = "differences.html"
    path: str
    title: str
    site: Site
    counts: str
    differences: tuple[DifferenceItem, ...]
    """The open ones."""
    sources: tuple[SourceNote, ...]
    dismissed: tuple[DifferenceItem, ...] = ()
    """Those that the desk takes for none."""


@dataclass(frozen=True, slots=True)
class SourceArticle:
    article: Link
    is_derived: bool
    facts: tuple[Fact, ...]
    counts: str
    """`20 statements, 3 of them only here.`"""


@dataclass(frozen=True, slots=True)
class OutletCard:
    id: str
    name: str
    owner: str | None
    counts: str
    """As those of its articles; empty when it has one only."""
    articles: tuple[SourceArticle, ...]


@dataclass(frozen=True, slots=True)
class SharedSentence:
    """A sentence of a passage that two articles share, word for word."""

    id: str
    """Anchor on this page."""
    sentence: str
    """Sentence id."""
    text: str


@dataclass(frozen=True, slots=True)
class SharedWording:
    """A passage that two articles share, as one of them words it."""

    article: Link
    """To its first sentence there."""
    sentences: tuple[SharedSentence, ...]


@dataclass(frozen=True, slots=True)
class OriginItem:
    """Articles that go back to one text."""

    articles: tuple[Link, ...]
    evidence: str
    wordings: tuple[SharedWording, ...] = ()
    """The longest passage that the two closest share, in both wordings; without one whose rights withhold all of it."""


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Who publishes what this briefing rests on."""

    template: ClassVar[str] = "sources.html"
    path: str
    title: str
    site: Site
    counts: str
    outlets: tuple[OutletCard, ...]
    origins: tuple[OriginItem, ...]
    received: str
    """Address of the page of all files."""
    doubts: tuple[OriginItem, ...] = ()
    """Pairs of which it can't be told whether they go back to one text."""
    coverage: str = ""
    """Address of the page that says what became of every sentence."""
    withdrawn: tuple[Link, ...] = ()
    """Articles on which nothing rests any more."""
    matrix: Matrix | None = None
    """Which of them carries how much of which topic."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What became of the sentences of an article, in numbers."""

    article: Link
    sentences: int
    used: int
    said_by_another: int
    left_out: int


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """What became of every sentence of every article."""

    template: ClassVar[str] = "coverage.html"
    path: str
    title: str
    site: Site
    counts: str
    outlets: tuple[tuple[str, tuple[CoverageRow, ...]], ...]
    """The articles by outlet, in the order of the page of sources."""
    total: CoverageRow
    """Its link leads to this page."""
    reasons: tuple[Count, ...]
    """Why the others were left out, the commonest reason first."""
    said: tuple[Count, ...] = ()
    """What those said by another have in common with the printed sentence, the commonest first."""


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """Links whose words begin with one letter."""

    id: str
    """Anchor; empty with `letter`."""
    letter: str
    """Empty where there are too few links for letters."""
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search; without script, its topics and names from A to Z."""

    template: ClassVar[str] = "search.html"
    path: str
    title: str
    site: Site
    counts: str
    """What is searched: `11 topics, 21 names, 98 statements, 5 articles`."""
    letters: tuple[LetterGroup, ...]
    scripts: tuple[str, ...]
    """Addresses: the search, and the first part of its index. No other page has a script."""


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """Shown by a host for an address that does not exist; works at any depth when `site_url` is set."""

    template: ClassVar[str] = "404.html"
    path: str
    title: str
    site: Site


Page = (
    IndexPage
    | TopicPage
    | TopicPartPage
    | RedirectPage
    | GonePage
    | ArticlePage
    | WithdrawnPage
    | NamePage
    | NamesPage
    | QuotesPage
    | TimelinePage
    | DifferencesPage
    | SourcesPage
    | CoveragePage
    | ChangesPage
    | CorrectionsPage
    | AboutPage
    | IntakePage
    | SearchPage
    | NotFoundPage
)
