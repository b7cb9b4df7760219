"""The generators that the race is run against, and how a project of each holds the same articles.

Each makes a page an article, a page a topic, an index, a feed and a sitemap, as far as it can: MkDocs has neither
topics nor a feed of its own. Their layouts are as bare as they go, so that what is timed is the generator.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.newsstream import stream

_WORDS = 630
"""Words of an article of the plain corpus, about."""
_TOPICS = 400


@dataclass(frozen=True, slots=True)
class Plain:
    """An article of the plain corpus."""

    id: str
    title: str
    day: str
    """ISO."""
    topics: tuple[str, ...]
    """One to four."""
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator."""

    name: str
    command: tuple[str, ...]
    """Run in the project's folder."""
    version: tuple[str, ...]
    output: str
    """Its folder, below the project's."""
    files: Callable[[int], dict[str, str]]
    """Number of articles → path → text of the files beside the articles; one of them is `template`."""
    article: Callable[[Plain], tuple[str, str]]
    """Path and text."""
    template: str
    """Edited in the run of that name; a template of each article's page."""
    comment: str = "<!-- edited -->"
    desk: tuple[str, str] | None = None
    """A file and its text: a decision of the desk."""

    def path(self) -> str | None:
        """Of the program, if it is installed."""
        return shutil.which(self.command[0])


def plain_articles(articles: int, seed: int = 1) -> Iterator[Plain]:
    """Invented articles of some 630 words, with one to four of 400 topics. The same arguments give the same ones."""
    filler = (paragraph for told in stream(10**9, seed + 1_000) for paragraph in told.paragraphs)
    for number, told in enumerate(islice(stream(articles, seed), articles)):
        paragraphs = list(told.paragraphs)
        words = sum(len(paragraph.split()) for paragraph in paragraphs)
        while words < _WORDS:
            paragraphs.append(next(filler))
            words += len(paragraphs[-1].split())
        first = int(told.story) * 7
        topics = tuple(f"topic {(first + step * step) % _TOPICS:03}" for step in range(1 + number % 4))
        yield Plain(f"{told.id}", told.title, told.published.isoformat(), topics, tuple(paragraphs))


def write_project(peer: Peer, folder: Path, articles: Sequence[Plain]) -> None:
    """A new project in an empty or missing folder."""
    for path, text in peer.files(len(articles)).items():
        _write(folder / path, text)
    for article in articles:
        path, text = peer.article(article)
        _write(folder / path, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _front_matter(article: Plain, **more: str) -> str:
    """JSON is YAML."""
    fields = {"title": article.title, "date": article.day, "tags": list(article.topics), **more}
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items()) + "---\n\n"


def _body(article: Plain) -> str:
    return "\n\n".join(article.paragraphs) + "\n"


# sitegen


def _sitegen_article(article: Plain) -> tuple[str, str]:
    facts = {"title": article.title, "published": article.day, "publisher": "The Plain Herald"}
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in facts.items())
    return f"content/{article.id}.md", f"---\n{front}---\n\n{_body(article)}"


def _sitegen_files(articles: int) -> dict[str, str]:
    shipped = Path(__file__).parents[1] / "templates/article.html"
    return {
        "sitegen.yml": f"title: Race\nsite_url: https://race.example/\nlimits:\n  most_files: {articles * 2}\n",
        "templates/article.html": shipped.read_text("utf-8"),
    }


SITEGEN = Peer(
    name="sitegen",
    command=(str(Path(sys.executable).with_name("sitegen")), "build", "--quiet"),
    version=(str(Path(sys.executable).with_name("sitegen")), "--version"),
    output="site",
    files=_sitegen_files,
    article=_sitegen_article,
    template="templates/article.html",
    comment="{# edited #}",
    desk=("editorial.yml", "articles:\n  00000-00:\n    status: withdrawn\n    why: A test.\n"),
)

# Hugo

_HUGO_PAGE = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>"
_HUGO_LIST = '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
_HUGO_TAGS = '{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}'

HUGO = Peer(
    name="Hugo",
    command=("hugo", "--quiet"),
    version=("hugo", "version"),
    output="public",
    files=lambda _: {
        "hugo.toml": 'baseURL = "https://race.example/"\ntitle = "Race"\n[taxonomies]\ntag = "tags"\n',
        "layouts/_default/single.html": f"{_HUGO_PAGE}{{{{ .Content }}}}{_HUGO_TAGS}\n",
        "layouts/_default/list.html": f"{_HUGO_PAGE}{_HUGO_LIST}\n",
    },
    article=lambda article: (f"content/articles/{article.id}.md", _front_matter(article) + _body(article)),
    template="layouts/_default/single.html",
)

# Pelican

_PELICAN_SITEMAP = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for article in articles %}<url><loc>{{ SITEURL }}/{{ article.url }}</loc></url>
{% endfor %}</urlset>
"""


def _pelican_files(_articles: int) -> dict[str, str]:
    page = "<!doctype html><title>{{ %s }}</title><h1>{{ %s }}</h1>"
    link = '<a href="{{ SITEURL }}/{{ %s.url }}">{{ %s }}</a> '
    items = f"{{% for one in articles %}}{link.replace('%s', 'one')}{{% endfor %}}"
    tags = f"{{% for tag in article.tags %}}{link.replace('%s', 'tag')}{{% endfor %}}"
    return {
        "pelicanconf.py": (
            "SITENAME = 'Race'\nSITEURL = 'https://race.example'\nPATH = 'content'\nTIMEZONE = 'UTC'\n"
            "DEFAULT_LANG = 'en'\nTHEME = 'theme'\nFEED_ALL_ATOM = 'feed.xml'\nFEED_MAX_ITEMS = 20\n"
            "CATEGORY_FEED_ATOM = None\nTRANSLATION_FEED_ATOM = None\nAUTHOR_SAVE_AS = ''\nCATEGORY_SAVE_AS = ''\n"
            "DEFAULT_PAGINATION = False\nDIRECT_TEMPLATES = ['index', 'sitemap']\nSITEMAP_SAVE_AS = 'sitemap.xml'\n"
        ),
        "theme/templates/article.html": page.replace("%s", "article.title") + "{{ article.content }}" + tags,
        "theme/templates/index.html": page.replace("%s", "SITENAME") + items,
        "theme/templates/tag.html": page.replace("%s", "tag") + items,
        "theme/templates/sitemap.html": _PELICAN_SITEMAP,
        "theme/static/.keep": "",
    }


def _pelican_article(article: Plain) -> tuple[str, str]:
    fields = {"Title": article.title, "Date": article.day, "Tags": ", ".join(article.topics), "Slug": article.id}
    return f"content/{article.id}.md", "".join(f"{key}: {value}\n" for key, value in fields.items()) + "\n" + _body(
        article
    )


PELICAN = Peer(
    name="Pelican",
    command=("pelican", "--quiet", "content", "-s", "pelicanconf.py", "-o", "output"),
    version=("pelican", "--version"),
    output="output",
    files=_pelican_files,
    article=_pelican_article,
    template="theme/templates/article.html",
)

# Eleventy

_ELEVENTY = {
    "eleventy.config.js": (
        "module.exports = function (config) {\n"
        "  return { dir: { input: 'src', output: '_site' }, markdownTemplateEngine: false };\n};\n"
    ),
    "src/_includes/article.njk": (
        "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1>{{ content | safe }}"
        '{% for tag in tags %}<a href="/tags/{{ tag | slugify }}/">{{ tag }}</a> {% endfor %}\n'
    ),
    "src/articles/articles.json": '{"layout": "article.njk"}\n',
    "src/index.njk": (
        "<!doctype html><title>Race</title><ul>{% for one in collections.all %}"
        '<li><a href="{{ one.url }}">{{ one.data.title }}</a></li>{% endfor %}</ul>\n'
    ),
    "src/tags.njk": (
        "---\npagination:\n  data: collections\n  size: 1\n  alias: tag\n  filter: [all]\n"
        "permalink: /tags/{{ tag | slugify }}/\n---\n"
        "<!doctype html><title>{{ tag }}</title><ul>{% for one in collections[tag] %}"
        '<li><a href="{{ one.url }}">{{ one.data.title }}</a></li>{% endfor %}</ul>\n'
    ),
    "src/feed.njk": (
        "---\npermalink: /feed.xml\neleventyExcludeFromCollections: true\n---\n"
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Race</title>{% for one in collections.all | reverse %}'
        "{% if loop.index < 21 %}<entry><title>{{ one.data.title }}</title><id>{{ one.url }}</id></entry>{% endif %}"
        "{% endfor %}</feed>\n"
    ),
    "src/sitemap.njk": (
        "---\npermalink: /sitemap.xml\neleventyExcludeFromCollections: true\n---\n"
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for one in collections.all %}'
        "<url><loc>https://race.example{{ one.url }}</loc></url>{% endfor %}</urlset>\n"
    ),
}

ELEVENTY = Peer(
    name="Eleventy",
    command=("eleventy", "--quiet"),
    version=("eleventy", "--version"),
    output="_site",
    files=lambda _: _ELEVENTY,
    article=lambda article: (f"src/articles/{article.id}.md", _front_matter(article) + _body(article)),
    template="src/_includes/article.njk",
)

# MkDocs

MKDOCS = Peer(
    name="MkDocs",
    command=("mkdocs", "build", "--quiet"),
    version=("mkdocs", "--version"),
    output="site",
    files=lambda _: {
        "mkdocs.yml": (
            "site_name: Race\nsite_url: https://race.example/\nplugins: []\ntheme:\n  name: null\n  custom_dir: theme\n"
        ),
        "theme/main.html": (
            "<!doctype html><title>{{ page.title }}</title><h1>{{ page.title }}</h1>{{ page.content }}\n"
        ),
        "theme/sitemap.xml": (
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for file in pages %}'
            "<url><loc>{{ file.page.canonical_url }}</loc></url>{% endfor %}</urlset>\n"
        ),
        "theme/mkdocs_theme.yml": "static_templates: [sitemap.xml]\n",
        "docs/index.md": "# Race\n",
    },
    article=lambda article: (f"docs/articles/{article.id}.md", _front_matter(article) + _body(article)),
    template="theme/main.html",
)

PEERS = (HUGO, PELICAN, ELEVENTY, MKDOCS)
