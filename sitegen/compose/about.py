"""The about page: how the site was made, from the live settings."""

from . import urls
from .corpus import Corpus
from .decisions import decided_with_links
from .options import ComposeOptions
from .pages import AboutPage, Count, Link, Site

_TWINS = (
    (urls.BRIEFING, "everything, with the place of each sentence"),
    (urls.REFERENCES, "the articles as references (CSL-JSON)"),
    (urls.GUIDE, "the topics as plain text"),
)


def about_page(corpus: Corpus, site: Site, options: ComposeOptions) -> AboutPage:
    briefing = corpus.briefing
    articles = corpus.articles.values()
    fates = [fate.kind for fate in briefing.fates]
    return AboutPage(
        path=urls.ABOUT,
        title="How this briefing was made",
        site=site,
        counts=(
            Count("Articles", len(corpus.articles)),
            *([Count("Articles withdrawn since", len(corpus.withdrawn))] if corpus.withdrawn else ()),
            Count("Sentences", len(corpus.sentences)),
            Count("Sentences printed under a topic or in short", fates.count("used")),
            Count("Sentences said by another article", fates.count("said-by-another")),
            Count("Sentences left out", fates.count("left-out")),
            Count("Topics", len(briefing.topics)),
            Count("Statements", len(briefing.statements)),
            Count("Statements carried by more than one origin", sum(s.origins > 1 for s in briefing.statements)),
            Count("Groups of articles that go back to one text", sum(not o.is_doubtful for o in briefing.origins)),
        ),
        settings=options.settings,
        decisions=decided_with_links(corpus, urls.ABOUT, briefing.rulings),
        undated=sum(article.metadata.published is None for article in articles),
        unnamed_outlets=sum(article.metadata.publisher is None for article in articles),
        untitled=sum(article.title is None for article in articles),
        twins=tuple(Link(urls.link(urls.ABOUT, target), words) for target, words in _TWINS),
        received=urls.link(urls.ABOUT, urls.INTAKE),
    )
