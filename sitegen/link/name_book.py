"""The names of a corpus while they are merged: which forms there are, where, and what each stands for."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from sitegen.each import Each, here, surely
from sitegen.model import EntityKind, Mention, Story
from sitegen.reasons import Reason, worded

from .article_words import Unread
from .corpus import Corpus, make_corpus
from .countries import country
from .form_words import Form, FormWords, read_form
from .stories import affairs_of

_WHERE = re.compile(r"\b(?:in|near|from|at|to|outside|around|across)(?: the)? $")


class Why(NamedTuple):
    """Why a name is another form of one."""

    name: str
    reason: Reason
    is_mutual: bool = True
    """The two may change places in it; else `reason` has the name in it."""

    def of(self, name: str) -> Reason:
        """With the name of either in front."""
        return worded("%(name)s, %(reason)s", name=name, reason=self.reason)

    @property
    def whole(self) -> Reason:
        return self.of(self.name) if self.is_mutual else self.reason


Of = Callable[[str], Reason]
"""What a form is of a name."""
_Where = Literal["article", "story", "matter", "all"]


Unit = tuple[str, str]
"""A form in an article: one article means one thing by one form."""


@dataclass(slots=True)
class Name:
    """Forms that are the same but for accents, marks and small words: what is merged with others."""

    key: str
    kind: EntityKind
    forms: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        return self.forms.total()

    @property
    def main(self) -> str:
        return min(self.forms, key=lambda form: (-self.forms[form], -len(form), form))


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """The names in an article."""

    mentions: tuple[Mention, ...]
    """By position."""
    forms: tuple[str, ...]
    """The form of each."""
    by_form: tuple[tuple[str, tuple[Mention, ...]], ...]
    """The mentions of each form; first the one that stands first."""


def read_names(article: Unread) -> ArticleNames:
    """The names in an article by themselves."""
    mentions = tuple(mention for line in make_corpus((article.analysis,)).lines for mention in line.mentions)
    forms = tuple(form_of(mention.text) for mention in mentions)
    by_form: dict[str, list[Mention]] = {}
    for mention, form in zip(mentions, forms, strict=True):
        by_form.setdefault(form, []).append(mention)
    return ArticleNames(mentions, forms, tuple((form, tuple(found)) for form, found in by_form.items()))


class NameBook:
    """Forms of names, the names that they are of, and what those are merged into."""

    def __init__(self, corpus: Corpus, known_in: int, stories: Sequence[Story], each: Each = here):
        """`each`: who reads articles and spellings."""
        self._known_in = known_in
        self.corpus = corpus
        everything = frozenset(analysis.article.id for analysis in corpus.analyses)
        self._story_of = {article: frozenset(story.articles) for story in stories for article in story.articles}
        affairs = [frozenset(affair) for affair in affairs_of(tuple(stories))] or [everything]
        self.affair_of = {article: affair for affair in affairs for article in affair}
        unread = [Unread(analysis.article.id, analysis) for analysis in corpus.analyses]
        self.named = dict(zip((one.id for one in unread), surely(each, read_names, unread), strict=True))
        """Article id → the names in it."""
        self.mentions: dict[Unit, tuple[Mention, ...]] = {
            (article, form): mentions for article, found in self.named.items() for form, mentions in found.by_form
        }
        forms = [Form(form) for form in dict.fromkeys(form for _, form in self.mentions)]
        self.words = dict(zip((form.id for form in forms), surely(each, read_form, forms), strict=True))
        """Form → what it comes to by itself."""
        self._text = {line.sentence.id: line.sentence.text for line in corpus.lines}
        self._first = self._first_lines()
        self.kinds = self._form_kinds()
        self.names: dict[str, Name] = {}
        self.key_of: dict[str, str] = {}
        for (article, form), mentions in self.mentions.items():
            key = self.key_of.setdefault(form, key_of_form(form, self.kinds[form], self.words[form]))
            name = self.names.setdefault(key, Name(key, self.kinds[form]))
            name.forms[form] += len(mentions)
            name.articles.add(article)
        self.target: dict[str, tuple[str, Why]] = {}
        """Key of a name → that of the name it is another form of, and why."""
        self.moved: dict[Unit, tuple[str, Why]] = {}
        """A unit that stands for something else than its form does elsewhere → the name, and why."""

    def stands_for(self, unit: Unit) -> tuple[str, Why | None]:
        """The key of the name that a unit stands for in the end, and the first reason on the way there."""
        key, reason = self.moved.get(unit) or (self.key_of[unit[1]], None)
        while key in self.target:
            key, why = self.target[key]
            reason = reason or why
        return key, reason

    def root(self, key: str) -> str:
        """The key of the name that a name is merged into; its own, if into none."""
        while key in self.target:
            key = self.target[key][0]
        return key

    def here(self, unit: Unit, keys: Iterable[str]) -> set[str]:
        """Of the names, the roots of those that the unit's article has."""
        return {self.root(key) for key in keys if unit[0] in self.names[key].articles}

    def introduced(self, unit: Unit, keys: Iterable[str]) -> set[str]:
        """Of the names, the roots of those that stand in the unit's article before it does."""
        article, at = unit[0], self._first[unit]
        return {
            self.root(key)
            for key in keys
            if any(self._first.get((article, long), at) < at for long in self.names[key].forms)
        }

    def is_where(self, unit: Unit) -> bool:
        """Whether the article says that something is in it: `Wasilla` of `Wasilla Bible Church`."""
        return any(
            _WHERE.search(self._text[mention.sentence], max(0, mention.start - 10), mention.start)
            for mention in self.mentions[unit]
        )

    def take(
        self, unit: Unit, keys: set[str], reason: Of, *, is_telling: bool = False, everywhere: bool = True
    ) -> None:
        """Let a unit stand for the only one of the names in its article, its story, its affair or all articles.

        In all articles a name must be known widely, or the unit `is_telling`.
        """
        article = unit[0]
        places: tuple[tuple[_Where, frozenset[str]], ...] = (
            ("article", frozenset({article})),
            ("story", self._story_of.get(article, frozenset())),
            ("matter", self.affair_of[article]),
        )
        for where, articles in places:
            roots = {self.root(key) for key in keys if not articles.isdisjoint(self.names[key].articles)}
            if where == "article" and roots and not self.introduced(unit, keys):
                if self._is_chief(roots, keys, self.affair_of[article]):
                    self.move(unit, min(roots), reason, where)
                    return
                continue  # `Obama said …`, and only then `Ada Obama`: somebody else may be meant
            if len(roots) == 1:
                self.move(unit, min(roots), reason, where)
            if roots:
                return
        roots = {self.root(key) for key in keys}
        if everywhere and len(roots) == 1 and (is_telling or self._is_known(keys)):
            self.move(unit, roots.pop(), reason, "all")

    def move(self, unit: Unit, root: str, reason: Of, only: _Where | None = None) -> None:
        """Let a unit stand for a name; `only`: where that is the only one that it may be of."""
        if root != self.root(self.key_of[unit[1]]):
            name = self.names[root].main
            why = _only_one(reason(name), only) if only else reason(name)
            self.moved[unit] = root, Why(name, why, is_mutual=False)

    def _is_chief(self, roots: set[str], keys: Iterable[str], articles: frozenset[str]) -> bool:
        """Whether more of the articles have the one root in full than have all the others."""
        having: Counter[str] = Counter()
        for key in keys:
            having[self.root(key)] += len(articles & self.names[key].articles)
        return len(roots) == 1 and 2 * having[min(roots)] > having.total()

    def _is_known(self, keys: Iterable[str]) -> bool:
        """Whether articles on different matters have a name in full: the others may take it as known."""
        articles = {article for key in keys for article in self.names[key].articles}
        return len({self.affair_of[article] for article in articles}) >= self._known_in

    def _form_kinds(self) -> dict[str, EntityKind]:
        kinds: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
        for (_, form), mentions in self.mentions.items():
            kinds[form].update(mention.kind for mention in mentions)
        found = {form: majority(counts) for form, counts in kinds.items()}
        people = {self.words[form].person for form, kind in found.items() if kind == "person" and " " in form}
        for form, kind in found.items():
            if kind == "other" and " " in form and self.words[form].person in people:
                found[form] = "person"
        return found

    def _first_lines(self) -> dict[Unit, tuple[int, int]]:
        """Where each form stands first in an article."""
        index = {line.sentence.id: line.index for line in self.corpus.lines}
        return {unit: (index[mentions[0].sentence], mentions[0].start) for unit, mentions in self.mentions.items()}


def _only_one(reason: Reason, where: _Where) -> Reason:
    match where:
        case "article":
            return worded("%(reason)s, the only one in the article", reason=reason)
        case "story":
            return worded("%(reason)s, the only one in the story", reason=reason)
        case "matter":
            return worded("%(reason)s, the only one in articles on the matter", reason=reason)
        case "all":
            return worded("%(reason)s, the only one in all articles", reason=reason)


def form_of(text: str) -> str:
    """A name as it is compared: no `the`, one kind of apostrophe."""
    words = text.replace("’", "'").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return " ".join(words)


def key_of_form(form: str, kind: EntityKind, found: FormWords) -> str:
    """What forms of one name share: that it is of a person, and the words without accents, marks and form. `found`: the
    words of the form."""
    if kind == "person":
        return " ".join(("person", *found.person, found.suffix))
    if named := country(form):
        return "country " + named
    words = found.organisation
    return ("place " if kind == "place" else "thing ") + (
        "".join(words) if len(words) > 1 and all(len(word) == 1 for word in words) else " ".join(words)
    )


def majority(counts: Counter[EntityKind]) -> EntityKind:
    """The commonest kind; `other` only where nothing else is said."""
    return min(counts, key=lambda kind: (kind == "other", -counts[kind], kind))
