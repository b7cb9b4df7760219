"""The about page: how the site was made, from the live settings."""

from dataclasses import replace

from sitegen.interface import msgid

from . import urls
from .corpus import Corpus
from .decisions import decided_with_links
from .options import ComposeOptions
from .pages import AboutPage, Count, Link, Site

_TWINS = (
    (urls.BRIEFING, msgid("everything, with the place of each sentence")),
    (urls.REFERENCES, msgid("the articles as references (CSL-JSON)")),
    (urls.GUIDE, msgid("the topics as plain text")),
)


def about_page(corpus: Corpus, site: Site, options: ComposeOptions) -> AboutPage:
    _ = corpus.translator.gettext
    briefing = corpus.briefing
    articles = corpus.articles.values()
    fates = [fate.kind for fate in briefing.fates]
    return AboutPage(
        path=urls.ABOUT,
        title=_("About this briefing"),
        site=site,
        counts=(
            Count(_("Articles"), len(corpus.articles)),
            *([Count(_("Articles withdrawn since"), len(corpus.withdrawn))] if corpus.withdrawn else ()),
            Count(_("Sentences"), len(corpus.sentences)),
            Count(_("Sentences printed under a topic or in short"), fates.count("used")),
            Count(_("Sentences said by another article"), fates.count("said-by-another")),
            Count(_("Sentences left out"), fates.count("left-out")),
            Count(_("Topics"), len(briefing.topics)),
            Count(_("Statements"), len(briefing.statements)),
            Count(_("Statements in more than one original report"), sum(s.origins > 1 for s in briefing.statements)),
            Count(_("Groups of articles that go back to one text"), sum(not o.is_doubtful for o in briefing.origins)),
        ),
        settings=tuple(replace(setting, meaning=_(setting.meaning)) for setting in options.settings),
        decisions=decided_with_links(corpus, urls.ABOUT, briefing.rulings),
        undated=sum(article.metadata.published is None for article in articles),
        unnamed_outlets=sum(article.metadata.publisher is None for article in articles),
        untitled=sum(article.title is None for article in articles),
        twins=tuple(Link(urls.link(urls.ABOUT, target), _(words)) for target, words in _TWINS),
        received=urls.link(urls.ABOUT, urls.INTAKE),
    )
