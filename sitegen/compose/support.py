"""What stands behind a line, in words."""

from sitegen.interface import Translator, msgid
from sitegen.model import Relation, Statement

from . import counts

RELATION_WORDS: dict[Relation, str] = {
    "same": msgid("says the same"),
    "entails": msgid("says part of this"),
    "entailed": msgid("says this, and adds to it"),
    "partial": msgid("shares a fact with this"),
}
"""Of a companion, seen by a reader of the printed sentence. All but the last count as corroboration."""
ONE_ONLY = msgid("1 article in these words")


def carried_words(translator: Translator, statement: Statement) -> str:
    """`3 articles`, with the original reports where copies are among them; empty for one article only."""
    if len(statement.sources) == 1:
        return ""
    return counts.articles(translator, len(statement.sources)) + _origin_words(translator, statement)


def support_words(translator: Translator, statement: Statement, of: int) -> str:
    """`3 of 5 articles`, with the original reports where copies are among them; `1 article in these words`.

    `of`: the topic's articles.
    """
    if len(statement.sources) == 1:
        return translator.gettext(ONE_ONLY)
    return counts.some_articles(translator, len(statement.sources), of) + _origin_words(translator, statement)


def _origin_words(translator: Translator, statement: Statement) -> str:
    """`, 2 original reports`; `, 2 to 3 original reports` where it can't be told; empty where every article is one."""
    if statement.origins == len(statement.sources):
        return ""
    return f", {counts.origins(translator, statement.origins, statement.most_origins)}"
