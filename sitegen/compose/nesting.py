"""Which story each topic is part of, and what heads a story where a folder holds several."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model import Briefing, Topic


@dataclass(frozen=True, slots=True)
class Nest:
    """An affair, all rounds of it, with its topics."""

    id: str
    """Of its first story; an anchor on the index page."""
    articles: tuple[str, ...]
    """Ids, sorted."""
    topics: tuple[Topic, ...]
    """In the order of the briefing; at least one."""
    headline: str | None
    """Id of the article whose title stands for the whole: of those that have one, the one that says most of what its
    topics say; None: none has."""


def nests_of(briefing: Briefing, carriers: Mapping[str, Mapping[str, int]]) -> tuple[Nest, ...]:
    """The affairs that have topics, those of most articles first. `carriers`: topic id → article id → statements.

    A topic is part of the affair from which most of its statements come.
    """
    affair_of = {article: min((story.id, *story.rounds)) for story in briefing.stories for article in story.articles}
    topics: dict[str, list[Topic]] = {}
    for topic in briefing.topics:
        counts: Counter[str] = Counter()
        for article, statements in carriers[topic.id].items():
            counts[affair_of.get(article, "")] += statements
        topics.setdefault(min(counts, key=lambda affair: (-counts[affair], affair), default=""), []).append(topic)
    members: dict[str, list[str]] = {}
    for analysis in briefing.analyses:
        members.setdefault(affair_of.get(analysis.article.id, ""), []).append(analysis.article.id)
    dates = {a.article.id: a.article.metadata.published or "" for a in briefing.analyses if a.article.title}
    found: list[Nest] = []
    for affair, inside in topics.items():
        said: Counter[str] = Counter()
        for topic in inside:
            said.update(carriers[topic.id])
        titled = [article for article in members.get(affair, ()) if article in dates]
        headline = min(titled, key=lambda article: (-said[article], dates[article], article), default=None)
        found.append(Nest(affair, tuple(sorted(members.get(affair, ()))), tuple(inside), headline))
    return tuple(sorted(found, key=lambda nest: (-len(nest.articles), -len(nest.topics), nest.id)))
