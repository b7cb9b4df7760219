"""What the desk decided, for the pages that it changed and the about page."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.interface import Translator, msgid
from sitegen.model import ArticleStatus, Because, Entity, Flag, Ruling, RulingAbout
from sitegen.reasons import in_english

from . import urls
from .corpus import Corpus
from .pages import Decided, FlagItem, Link

_STATUS: dict[ArticleStatus, str] = {"withdrawn": msgid("was withdrawn"), "corrected": msgid("was corrected")}

_ABOUT: dict[RulingAbout, str] = {
    "name": msgid("name"),
    "speaker": msgid("speaker"),
    "date": msgid("date"),
    "topic": msgid("topic"),
    "statement": msgid("statement"),
    "difference": msgid("difference"),
    "article": msgid("article"),
}


def decided(translator: Translator, rulings: Iterable[Ruling]) -> tuple[Decided, ...]:
    """Each decision once, as pages state it."""
    return tuple(dict.fromkeys(_decided(translator, ruling, None) for ruling in rulings))


def decided_with_links(corpus: Corpus, page: str, rulings: Iterable[Ruling]) -> tuple[Decided, ...]:
    """The same on a page of the whole: with where that stands which each is about."""
    return tuple(dict.fromkeys(_decided(corpus.translator, ruling, _link(corpus, page, ruling)) for ruling in rulings))


def _decided(translator: Translator, ruling: Ruling, to: Link | None) -> Decided:
    return Decided(
        ruling.words,
        translator.reason(ruling.decided),
        ruling.because.why or "",
        signed(translator, ruling.because),
        to,
    )


def recorded(corpus: Corpus, written: str) -> str:
    """A decision as changes tell it: `name “Lind”: not a name`. `written`: it as `briefing.json` has it.

    Known failure: one that was taken back is told in English, where what was decided has words of the desk in it.
    """
    decision = json.loads(written)
    about, words, decided = decision["about"], decision["words"], decision["decided"]
    of = (ruling for ruling in corpus.briefing.rulings if (ruling.about, ruling.id) == (about, decision.get("id")))
    reason = next((r.decided for r in of if r.words == words and str(r.decided) == decided), in_english(decided))
    translator = corpus.translator
    told = translator.gettext(
        "%(about)s “%(words)s”: %(decided)s",
        about=translator.gettext(_ABOUT.get(about, about)),
        words=words,
        decided=translator.reason(reason),
    )
    value = decision.get("value") or ""
    return told if value in decided else f"{told} {value}"


def signed(translator: Translator, because: Because) -> str:
    """Who decided, and when."""
    return ", ".join(filter(None, (because.by, because.on and translator.date(because.on))))


def _link(corpus: Corpus, page: str, ruling: Ruling) -> Link | None:
    match ruling.about:
        case "topic" if ruling.id in corpus.topics:
            return corpus.topic_link(page, corpus.topics[ruling.id])
        case "statement" if ruling.id in corpus.sentences:
            article = corpus.sentences[ruling.id].article
            link = corpus.article_link(page, article, ruling.id)
            return Link(link.href, corpus.translator.gettext("a sentence of “%(title)s”", title=link.text))
        case "difference":
            found = next((d for d in corpus.briefing.differences if d.id == ruling.id), None)
            return Link(urls.link(page, urls.DIFFERENCES), corpus.translator.reason(found.note)) if found else None
        case "article":
            return corpus.article_link(page, ruling.id)
    return None


def decisions_on(corpus: Corpus, about: str, ids: Sequence[str]) -> tuple[Decided, ...]:
    """Those on a topic, on the sentences of a statement, or on an article, for the place where it is shown itself: what
    heads that place is not said again.
    """
    found = decided(corpus.translator, (ruling for ruling in corpus.rulings.of(ids) if ruling.about == about))
    return tuple(replace(decision, about="") for decision in found)


def flag_items(corpus: Corpus, page: str, flags: Iterable[Flag]) -> tuple[FlagItem, ...]:
    """What to say of the articles of a statement that were corrected or withdrawn."""
    _ = corpus.translator.gettext
    notes = {decision.article: decision.note for decision in corpus.briefing.corrected}
    notes |= {gone.decision.article: gone.decision.note for gone in corpus.briefing.withdrawn}
    return tuple(
        FlagItem(
            corpus.translator.gettext(_STATUS[flag.status]),
            corpus.article_link(page, flag.article),
            notes.get(flag.article, ""),
        )
        for flag in flags
    )


def is_desks(entity: Entity) -> bool:
    """Whether a name is the desk's wording: no article spells it so."""
    return entity.name not in entity.forms


def shown_name(translator: Translator, entity: Entity) -> str:
    """A name where nothing else says that it is the desk's wording."""
    if not is_desks(entity):
        return entity.name
    return translator.gettext("%(words)s (the desk’s wording)", words=entity.name)
