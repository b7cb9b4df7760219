"""What stays at the address of a topic, an article or a name that an edition had, and that is no more."""

from collections.abc import Callable, Iterator

from sitegen.model import Entity

from . import urls
from .corpus import Corpus
from .decisions import shown_name
from .news import gone_articles, gone_names, tombstones
from .pages import GonePage, Link, RedirectPage, Site


def gone_pages(corpus: Corpus, site: Callable[[str], Site]) -> Iterator[GonePage | RedirectPage]:
    """Pages that lead on to what took the place of a topic, or say that nothing did. `site`: as each path sees it."""
    if corpus.history is None:
        return
    translator = corpus.translator
    moved = dict(corpus.briefing.redirects)
    for gone in corpus.history.gone:
        path = urls.topic_path(gone.id)
        if gone.id in moved:  # has its page already
            continue
        if gone.heir:
            heir = corpus.topics[gone.heir]
            yield RedirectPage(path, heir.title, site(path), corpus.topic_link(path, heir), is_desks=False)
        else:
            words = translator.gettext(
                "This topic is no more. The edition of %(day)s was the last to have it.",
                day=translator.date(gone.last),
            )
            yield GonePage(path, gone.title, site(path), words, None, tombstones(corpus, path, gone.id))
    for article, (title, file, last) in gone_articles(corpus).items():
        path = urls.article_path(article)
        words = translator.gettext(
            "This article is no longer part of the briefing. The edition of %(day)s was the last to have it.",
            day=translator.date(last),
        )
        yield GonePage(path, title, site(path), words, _stand_in(corpus, path, file), ())
    for id_, (name, last) in gone_names(corpus).items():
        path = urls.name_path(id_)
        if entity := _spelled_so(corpus, name):
            to = Link(urls.link(path, urls.name_path(entity.id)), shown_name(translator, entity))
            yield RedirectPage(path, to.text, site(path), to, is_desks=False)
        else:
            words = translator.gettext(
                "This name has no page any more. The edition of %(day)s was the last to have it.",
                day=translator.date(last),
            )
            yield GonePage(path, name, site(path), words, None, ())


def _spelled_so(corpus: Corpus, name: str) -> Entity | None:
    """The one name with a page that has this spelling; None: none has, or several."""
    found = [entity for entity in corpus.naming.with_page.values() if name in (entity.name, *entity.forms)]
    return found[0] if len(found) == 1 else None


def _stand_in(corpus: Corpus, page: str, file: str) -> Link | None:
    """The article that is used in its place, if it is a copy of another."""
    for arrival in corpus.arrivals:
        if arrival.path == file and arrival.duplicates:
            return corpus.article_link(page, arrival.duplicates[0][0])
    return None
