"""The page kinds: one dataclass each, holding just what its template shows.

Addresses (`href`) are relative to the page that holds them. Words of a source stand in `Line` or in fields that say so;
everything else is the program's or the desk's.
"""

from .about import AboutPage, Setting
from .article import ArticlePage, BlockItem, Fact, SentenceItem, Use, WithdrawnPage
from .changes import ChangeGroup, ChangeItem, ChangesPage, EditionRow, OldLine
from .corrections import Affected, CorrectionItem, CorrectionsPage
from .counts import Count, Tally
from .desk import Decided, FlagItem
from .differences import DifferenceItem, DifferencesPage, SideItem
from .index import ArticleCard, IndexPage, StorySection, SummaryItem, TopicCard
from .intake import ArrivalRow, CoveragePage, CoverageRow, IntakePage, StandIn
from .lines import Line, NoteMark, Piece
from .moved import GonePage, RedirectPage
from .names import CarriedLine, NameCard, NamedDate, NamedIn, NameGroup, NamePage, NameRange, NamesPage, SideLine
from .news import Fresh, HistoryRow, Tombstone
from .notes import BackLink, ContextItem, PassageNote, SourceNote
from .paging import Paging
from .positions import PartyGroup, PositionItem, PositionsInShort, PositionsPage
from .quotations import QuoteGroup, QuotesPage, RenderingItem, UtteranceItem, VariantItem
from .search import LetterGroup, NotFoundPage, SearchPage, SearchPartPage
from .site import Link, Site
from .sources import OriginItem, OutletCard, SharedSentence, SharedWording, SourceArticle, SourcesPage
from .statements import PeriodChoice, StatementItem, VoiceChoice, VoiceMark, Wording
from .stories import SilenceItem, StoriesPage, StoryItem
from .timeline import DateReading, TimelineDate, TimelineItem, TimelinePage, Undated
from .topic import Carrier, RelatedItem, TopicPage, TopicPartPage

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
    | PositionsPage
    | QuotesPage
    | TimelinePage
    | DifferencesPage
    | SourcesPage
    | CoveragePage
    | StoriesPage
    | ChangesPage
    | CorrectionsPage
    | AboutPage
    | IntakePage
    | SearchPage
    | SearchPartPage
    | NotFoundPage
)

__all__ = [
    "AboutPage",
    "Affected",
    "ArrivalRow",
    "ArticleCard",
    "ArticlePage",
    "BackLink",
    "BlockItem",
    "CarriedLine",
    "Carrier",
    "ChangeGroup",
    "ChangeItem",
    "ChangesPage",
    "ContextItem",
    "CorrectionItem",
    "CorrectionsPage",
    "Count",
    "CoveragePage",
    "CoverageRow",
    "DateReading",
    "Decided",
    "DifferenceItem",
    "DifferencesPage",
    "EditionRow",
    "Fact",
    "FlagItem",
    "Fresh",
    "GonePage",
    "HistoryRow",
    "IndexPage",
    "IntakePage",
    "LetterGroup",
    "Line",
    "Link",
    "NameCard",
    "NameGroup",
    "NamePage",
    "NameRange",
    "NamedDate",
    "NamedIn",
    "NamesPage",
    "NotFoundPage",
    "NoteMark",
    "OldLine",
    "OriginItem",
    "OutletCard",
    "Page",
    "Paging",
    "PartyGroup",
    "PassageNote",
    "PeriodChoice",
    "Piece",
    "PositionItem",
    "PositionsInShort",
    "PositionsPage",
    "QuoteGroup",
    "QuotesPage",
    "RedirectPage",
    "RelatedItem",
    "RenderingItem",
    "SearchPage",
    "SearchPartPage",
    "SentenceItem",
    "Setting",
    "SharedSentence",
    "SharedWording",
    "SideItem",
    "SideLine",
    "SilenceItem",
    "Site",
    "SourceArticle",
    "SourceNote",
    "SourcesPage",
    "StandIn",
    "StatementItem",
    "StoriesPage",
    "StoryItem",
    "StorySection",
    "SummaryItem",
    "Tally",
    "TimelineDate",
    "TimelineItem",
    "TimelinePage",
    "Tombstone",
    "TopicCard",
    "TopicPage",
    "TopicPartPage",
    "Undated",
    "Use",
    "UtteranceItem",
    "VariantItem",
    "VoiceChoice",
    "VoiceMark",
    "WithdrawnPage",
    "Wording",
]
