"""What stays at the address of a topic or an article that an edition had, and that is no more."""

from collections.abc import Callable, Iterator

from . import urls
from .corpus import Corpus
from .news import gone_articles, tombstones
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


def _stand_in(corpus: Corpus, page: str, file: str) -> Link | None:
    """The article that is used in its place, if it is a copy of another."""
    for arrival in corpus.arrivals:
        if arrival.path == file and arrival.duplicates:
            return corpus.article_link(page, arrival.duplicates[0][0])
    return None
