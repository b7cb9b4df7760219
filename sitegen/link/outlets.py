"""Outlets: names in the articles that are those of outlets whose articles the folder has."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitegen.each import Each, here, surely
from sitegen.model import Analysis, Mention

from .name_book import form_of


@dataclass(frozen=True, slots=True)
class _Told:
    """An article, and the outlets whose articles the folder has."""

    id: str
    analysis: Analysis
    outlets: frozenset[str]


def with_outlets(analyses: Iterable[Analysis], each: Each = here) -> tuple[Analysis, ...]:
    """The analyses, in their order, with the mentions of outlets as mentions of organisations. `each`: who goes through
    single articles.

    An outlet is what an article of the folder states as its publisher: that is known; a kind that the words around a
    name suggest is not. A name that is taken for a place stays one: outlets are called after places.
    Known failure: an outlet that bears a person's name, where an article means the person.
    """
    given = tuple(analyses)
    publishers = (analysis.article.metadata.publisher for analysis in given)
    outlets = frozenset(form_of(publisher) for publisher in publishers if publisher)
    if not outlets:
        return given
    return tuple(surely(each, _with_outlets, [_Told(one.article.id, one, outlets) for one in given]))


def _with_outlets(told: _Told) -> Analysis:
    """One analysis."""

    def as_told(mention: Mention) -> Mention:
        is_outlet = mention.kind in ("person", "other") and form_of(mention.text) in told.outlets
        return replace(mention, kind="organisation") if is_outlet else mention

    mentions = tuple(map(as_told, told.analysis.mentions))
    return told.analysis if mentions == told.analysis.mentions else replace(told.analysis, mentions=mentions)
