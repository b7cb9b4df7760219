"""What stands behind a line, in words."""

from sitegen.model import Relation, Statement
from sitegen.text import counted

RELATION_WORDS: dict[Relation, str] = {
    "same": "says the same",
    "entails": "says part of it",
    "entailed": "says this, and more",
    "partial": "shares a fact with it",
}
"""Of a companion, seen by a reader of the printed sentence. All but the last count as corroboration."""
ONE_ONLY = "1 article only"


def carried_words(statement: Statement) -> str:
    """`3 articles`, with the origins where copies are among them; empty for one article only."""
    if len(statement.sources) == 1:
        return ""
    return f"{counted(len(statement.sources), 'article')}{_origin_words(statement)}"


def support_words(statement: Statement, of: int) -> str:
    """`3 of 5 articles`, with the origins where copies are among them; `1 article only`. `of`: the topic's articles."""
    if len(statement.sources) == 1:
        return ONE_ONLY
    return f"{len(statement.sources)} of {counted(of, 'article')}{_origin_words(statement)}"


def _origin_words(statement: Statement) -> str:
    """`, 2 origins`; `, 2 to 3 origins` where it can't be told; empty where every article is one."""
    if statement.origins == len(statement.sources):
        return ""
    if statement.origins == statement.most_origins:
        return f", {counted(statement.origins, 'origin')}"
    return f", {statement.origins} to {counted(statement.most_origins, 'origin')}"
