"""Counts of what pages are made of, as they stand by themselves or in a list."""

from sitegen.interface import Translator


def articles(translator: Translator, number: int) -> str:
    return translator.ngettext("%(n)s article", "%(n)s articles", number)


def from_articles(translator: Translator, number: int) -> str:
    return translator.ngettext("from %(n)s article", "from %(n)s articles", number)


def some_articles(translator: Translator, some: int, of: int) -> str:
    return translator.ngettext("%(some)s of %(n)s article", "%(some)s of %(n)s articles", of, some=some)


def sentences(translator: Translator, number: int) -> str:
    return translator.ngettext("%(n)s sentence", "%(n)s sentences", number)


def in_sentences(translator: Translator, number: int) -> str:
    return translator.ngettext("in %(n)s sentence", "in %(n)s sentences", number)


def none_is_printed(translator: Translator, number: int) -> str:
    """Of the sentences of an article that was withdrawn."""
    return translator.ngettext(
        "None of its %(n)s sentence is printed, and no count has it.",
        "None of its %(n)s sentences is printed, and no count has it.",
        number,
    )


def statements(translator: Translator, number: int) -> str:
    return translator.ngettext("%(n)s statement", "%(n)s statements", number)


def topics(translator: Translator, number: int) -> str:
    return translator.ngettext("%(n)s topic", "%(n)s topics", number)


def stories(translator: Translator, number: int) -> str:
    return translator.ngettext("%(n)s story", "%(n)s stories", number)


def in_topics(translator: Translator, number: int) -> str:
    return translator.ngettext("in %(n)s topic", "in %(n)s topics", number)


def origins(translator: Translator, least: int, most: int) -> str:
    """`2 original reports`; `2 to 3 original reports` where it can't be told."""
    if least == most:
        return translator.ngettext("%(n)s original report", "%(n)s original reports", most)
    return translator.ngettext(
        "%(least)s to %(n)s original report",
        "%(least)s to %(n)s original reports",
        most,
        least=translator.number(least),
    )
