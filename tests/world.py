"""A small literal world, all the way from files to a built site: three articles and what was found in them."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.compose import ComposeOptions, compose
from sitegen.compose.pages import Link, Page
from sitegen.export import briefing_json
from sitegen.model import (
    Analysis,
    Arrival,
    Article,
    Briefing,
    Companion,
    DateExpression,
    Entity,
    Fate,
    Member,
    Mention,
    Origin,
    Quote,
    Related,
    Relation,
    Sentence,
    Source,
    Statement,
    Topic,
)
from sitegen.parse import ParseOptions, parse
from sitegen.reasons import NO_REASON, as_it_is, names_it
from sitegen.render import render
from sitegen.text import slug
from sitegen.theme import load_theme
from sitegen.twins import twins
from sitegen.views import with_views

POST = """---
published: 2024-05-12
publisher: Harbour Post
document: seeds/post.txt
---
# Bridge *reopens*

The bridge at Vessel reopened on Sunday. Trams & bicycles use it.

## Background

### Before the flood

> “It was rust,” said Mayor Ada Lind.
"""
WIRE = """---
published: 2024-05-13
publisher: Wire
---
# Trams back on the bridge

Vessel's bridge reopened on Sunday. The ferry stops in June.

```
9 trams
```
"""
NOTES = """The ferry will stop in June, the council wrote.

Nobody asked the gulls.
"""
FILES = {"post.md": POST, "wire.md": WIRE, "notes.md": NOTES}


def source(path: str, text: str) -> Source:
    data = text.encode()
    return Source(slug(path.rpartition(".")[0]), path, data, hashlib.sha256(data).hexdigest())


def read(path: str, text: str) -> Article:
    """The article that a file holds."""
    (article,) = parse(source(path, text), ParseOptions()).value
    return article


class World:
    """Articles, and a briefing on them that is put together by hand; sentences are named by their first words."""

    def __init__(self, files: Mapping[str, str] = FILES):
        self.articles = tuple(sorted((read(*file) for file in files.items()), key=lambda article: article.id))
        self.analyses = tuple(analyse(article, AnalyseOptions()).value for article in self.articles)
        self.statements: list[Statement] = []
        self.topics: list[Topic] = []
        self.origins: tuple[Origin, ...] = ()

    def sentence(self, begins: str) -> Sentence:
        (found,) = (s for a in self.analyses for s in a.sentences if s.text.startswith(begins))
        return found

    def say(self, begins: str, *also: tuple[str, Relation], origins: int = 0) -> str:
        """Add a statement; its id."""
        printed = self.sentence(begins)
        companions = tuple(Companion(self.sentence(words).id, relation, 0.5) for words, relation in also)
        carriers = [self.sentence(words).article for words, relation in also if relation != "partial"]
        sources = tuple(dict.fromkeys((printed.article, *carriers)))
        id_ = f"st-{printed.id.rpartition('.')[2]}"
        counted = origins or len(sources)
        self.statements.append(Statement(id_, printed.id, companions, sources, counted, counted))
        return id_

    def gather(self, title: str, *statements: str, related: Sequence[str] = ()) -> str:
        """Add a topic; its id."""
        first = next(s.sentence for s in self.statements if s.id == statements[0])
        members = tuple(Member(statement, names_it(title)) for statement in statements)
        ties = tuple(Related(topic, as_it_is("for a reason")) for topic in related)
        self.topics.append(Topic(slug(title), title, (), (), (first,), members, ties))
        return slug(title)

    def briefing(self) -> Briefing:
        fates = {s.sentence: Fate(s.sentence, "used", s.id, NO_REASON) for s in self.statements}
        for statement in self.statements:
            for also in statement.also:
                fates[also.sentence] = Fate(also.sentence, "said-by-another", statement.id, as_it_is(also.relation))
        sentences = [s.id for a in self.analyses for s in a.sentences]
        return Briefing(
            analyses=self.analyses,
            entities=(),
            statements=tuple(self.statements),
            topics=tuple(self.topics),
            origins=self.origins,
            summary=tuple(s.sentence for s in self.statements[:1]),
            fates=tuple(fates.get(id_) or Fate(id_, "left-out", None, as_it_is("stands alone")) for id_ in sentences),
        )


def bridge_world(files: Mapping[str, str] = FILES) -> World:
    """Two topics that share a statement."""
    world = World(files)
    reopened = world.say("The bridge at Vessel", ("Vessel's bridge", "same"))
    ferry = world.say("The ferry stops", ("The ferry will stop", "entailed"))
    rust = world.say("“It was rust,”")
    world.gather("The bridge", reopened, rust, related=["the-crossing"])
    world.gather("The crossing", reopened, ferry, related=["the-bridge"])
    return world


def with_names(briefing: Briefing) -> Briefing:
    """`briefing`, with names, a quotation and dates found in it."""
    mentions = [Mention(*place, "person") for place in _places(briefing.analyses, "Ada Lind")]
    analyses = tuple(
        replace(
            analysis,
            mentions=tuple(Mention(*place, "person") for place in _places([analysis], "Ada Lind")),
            quotes=tuple(Quote(*place, "Mayor Ada Lind", "said") for place in _places([analysis], "It was rust,")),
            dates=tuple(
                DateExpression(*place, None, as_it_is("no date is stated")) for place in _places([analysis], "Sunday")
            ),
        )
        for analysis in briefing.analyses
    )
    mayor = Entity("ada-lind", "Ada Lind", "person", ("Ada Lind",), tuple(mentions))
    return replace(briefing, analyses=analyses, entities=(mayor,))


def _places(analyses: Iterable[Analysis], words: str) -> list[tuple[str, int, int, str]]:
    """Sentence, start, end, words: wherever `words` stand."""
    sentences = (sentence for analysis in analyses for sentence in analysis.sentences)
    starts = ((sentence.id, sentence.text.find(words)) for sentence in sentences)
    return [(id_, start, start + len(words), words) for id_, start in starts if start >= 0]


def _arrivals(briefing: Briefing) -> tuple[Arrival, ...]:
    """Every article is used, each of a file of its own."""
    articles = (analysis.article for analysis in briefing.analyses)
    return tuple(Arrival(article.path, "used", (article.id,), (), ()) for article in articles)


def as_json(briefing: Briefing) -> bytes:
    """The bytes of `briefing.json`, without settings."""
    return briefing_json(with_views(briefing), _arrivals(briefing), {})


def pages(briefing: Briefing, options: ComposeOptions | None = None) -> dict[str, Page]:
    """The pages of a briefing, by path."""
    composed = compose(with_views(briefing), _arrivals(briefing), options or ComposeOptions())
    return {page.path: page for page in composed.value}


def links(page: Page) -> tuple[Link, ...]:
    """The ways from a page to those of the whole: at its head, then at its foot."""
    return (*page.site.navigation, *page.site.more)


def site(briefing: Briefing, options: ComposeOptions | None = None) -> dict[str, bytes]:
    """The files of the site that a briefing makes."""
    theme = load_theme(None)
    made = tuple(pages(briefing, options).values())
    rendered = (render(page, theme).value for page in made)
    files = {file.path: file.data for file in (*rendered, *twins(made, briefing, options or ComposeOptions()))}
    return {**files, **dict(theme.files), "briefing.json": as_json(briefing)}
