"""Plain text: each topic as Markdown with its notes, and `llms.txt`, the list of these texts."""

import re
from collections.abc import Iterable, Iterator

from sitegen.compose import urls
from sitegen.compose.options import ComposeOptions
from sitegen.compose.pages import Line, StatementItem, TopicPage, TopicPartPage
from sitegen.interface import Translator

from .cited import Citations, outlet_and_day
from .written import clean

_SIGNS = re.compile(r"[\\`*\[\]<~]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
"""What Markdown may obey wherever it stands; an underscore only at the ends of a word."""
_MAY_BE_SIGN = re.compile(r"[\\`*\[\]<~&_]")
"""Most text has none, and is spared the longer search."""
_AT_START = ("#", "+", "-", "=", ">", ":")
_NUMBER_AT_START = re.compile(r"\d{1,9}(?=[.)])")


def guide_line(page: TopicPage, options: ComposeOptions) -> str:
    """What the guide says of a topic."""
    address = (options.site_url or "") + urls.link(urls.INDEX, urls.twin(page.path, ".md"))
    return f"- [{_plain(page.title)}]({address}): {_plain(page.counts)}\n"


def guide(title: str, topics: Iterable[str], options: ComposeOptions) -> bytes:
    """`llms.txt`: what stands here, for programs that read. `topics`: their lines. Source: https://llmstxt.org/."""
    start = options.site_url or ""
    about = f"> {_plain(options.description)}\n\n" if clean(options.description) else ""
    lines = "".join(topics)
    _ = options.translator.gettext
    sentences = _("Each sentence below these addresses is word for word from an article; the notes say from which.")
    rest = _("Headings, counts and the lines below a sentence are the program’s.")
    untitled, topics_heading, data = _("Briefing"), _("Topics"), _("Data")
    references, csl = _("References"), _("all articles, as CSL-JSON")
    everything, form = _("Everything, with the place of each sentence"), _("the form is documented")
    return (
        f"# {_plain(title) or untitled}\n\n{about}{sentences}\n{rest}\n\n"
        f"## {topics_heading}\n\n{lines}\n"
        f"## {data}\n\n"
        f"- [{everything}]({start}{urls.BRIEFING}): {form}\n"
        f"- [{references}]({start}{urls.REFERENCES}): {csl}\n"
    ).encode()


def topic_text(page: TopicPage | TopicPartPage, translator: Translator) -> bytes:
    """A page of a topic as Markdown: its statements, what stands behind them, and a footnote for each passage."""
    lines = _topic_lines(page, translator) if isinstance(page, TopicPage) else _part_lines(page, translator)
    address = (f"<{page.site.canonical}>", "") if page.site.canonical else ()
    return "\n".join((f"# {_plain(page.title)}", "", *address, *lines, *_note_lines(page, translator))).encode() + b"\n"


def _part_lines(page: TopicPartPage, translator: Translator) -> Iterator[str]:
    first = urls.twin(page.topic.href, ".md")
    link = f"[{_plain(page.topic.text)}]({first})"
    yield from (_plain(page.counts), "", translator.gettext("More on %(topic)s", topic=link), "")
    for item in page.items:
        yield from _statement(item, translator)
    yield ""


def _topic_lines(page: TopicPage, translator: Translator) -> Iterator[str]:
    _ = translator.gettext
    if page.aliases:
        yield from (_("Also: %(names)s", names=", ".join(map(_plain, page.aliases))), "")
    yield from (_plain(page.counts), "")
    for line in page.summary:
        yield from (f"> {_sentence(line)}", "")
    for heading, items in (
        (_("Carried by more than one article"), page.corroborated),
        (_("Why it matters"), page.matters),
        (_("Background"), page.background),
        (_("Several articles, one original report"), page.copied),
        (_("In the words of one article only"), page.single),
    ):
        if items:
            yield from (f"## {heading}", "")
            for item in items:
                yield from _statement(item, translator)
            yield ""
    if page.further:
        links = ", ".join(
            "[" + _("page %(number)s", number=_plain(link.text)) + f"]({urls.twin(link.href, '.md')})"
            for link in page.further[1:]
        )
        yield from (_("Further statements: %(pages)s", pages=links), "")
    if page.related:
        yield from ("## " + _("Related topics"), "")
        for related in page.related:
            yield f"- [{_plain(related.topic.text)}]({urls.twin(related.topic.href, '.md')}): {_plain(related.reason)}"
        yield ""


def _note_lines(page: TopicPage | TopicPartPage, translator: Translator) -> Iterator[str]:
    _ = translator.gettext
    yield from ("## " + _("Notes"), "")
    for cited in Citations(page):
        source = cited.source
        is_plain = source.url and not re.search(r"[\s<>]", source.url)
        original = " " + _("Original: %(address)s.", address=f"<{source.url}>") if is_plain else ""
        outlet = f"{_plain(outlet_and_day(source, translator))}, " if source.publisher or source.published else ""
        yield (
            f"[^{cited.passage.number}]: {_plain(source.article.text)}. {outlet}"
            f"[{_plain(cited.passage.where)}]({cited.passage.href}).{original}"
        )


def _statement(item: StatementItem, translator: Translator) -> Iterator[str]:
    yield f"- {_sentence(item.line)}"
    facts = [item.support, item.voice.words]
    facts += (translator.gettext("Reports differ: %(on)s", on=link.text) for link in item.differs)
    yield f"  *{_plain(' · '.join(facts))}*"
    for other in item.together:
        yield f"  - {_sentence(other.line)} *({_plain(f'{other.support} · {other.relation}')})*"
    for wording in item.wordings:
        yield f"  - {_sentence(wording.line)} *({_plain(wording.relation)})*"


def _sentence(line: Line) -> str:
    return _plain(line.text) + "".join(f"[^{mark.number}]" for mark in line.notes)


def _plain(text: str | None) -> str:
    """Words that Markdown shows as they are."""
    found = clean(text)
    if _MAY_BE_SIGN.search(found):
        found = _SIGNS.sub(lambda sign: "\\" + sign[0], found)
    if number := _NUMBER_AT_START.match(found):
        found = f"{number.group()}\\{found[number.end() :]}"
    return f"\\{found}" if found.startswith(_AT_START) else found
