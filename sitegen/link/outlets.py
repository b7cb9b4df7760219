"""Outlets: names in the articles that are those of outlets whose articles the folder has."""

from collections.abc import Iterable
from dataclasses import replace

from sitegen.model import Analysis, Mention

from .name_book import form_of


def with_outlets(analyses: Iterable[Analysis]) -> tuple[Analysis, ...]:
    """The analyses, in their order, with the mentions of outlets as mentions of organisations.

    An outlet is what an article of the folder states as its publisher: that is known; a kind that the words around a
    name suggest is not. A name that is taken for a place stays one: outlets are called after places.
    Known failure: an outlet that bears a person's name, where an article means the person.
    """
    given = tuple(analyses)
    publishers = (analysis.article.metadata.publisher for analysis in given)
    outlets = {form_of(publisher) for publisher in publishers if publisher}

    def told(mention: Mention) -> Mention:
        is_outlet = mention.kind in ("person", "other") and form_of(mention.text) in outlets
        return replace(mention, kind="organisation") if is_outlet else mention

    if not outlets:
        return given
    changed = (tuple(map(told, analysis.mentions)) for analysis in given)
    return tuple(
        analysis if mentions == analysis.mentions else replace(analysis, mentions=mentions)
        for analysis, mentions in zip(given, changed, strict=True)
    )
