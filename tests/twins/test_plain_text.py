"""Plain text: Markdown that says what the page says, and the list of it."""

import re
from collections.abc import Iterator

from hypothesis import given
from markdown_it import MarkdownIt

from sitegen.interface import ENGLISH
from sitegen.twins.plain_text import topic_text
from sitegen.twins.written import clean
from tests.twins.worlds import HERE, NOWHERE, URL, any_text, bridge_page, made, with_text


def shown(markdown: str) -> Iterator[str]:
    """The words of each heading, paragraph and list item as a reader of Markdown shows them."""
    for token in MarkdownIt().parse(markdown):
        if token.type == "inline":
            yield "".join(child.content if child.type != "softbreak" else "\n" for child in token.children or ())


def test_a_statement_stands_with_its_notes_and_what_is_behind_it() -> None:
    text = made(NOWHERE)["topics/the-bridge.md"].decode()
    assert text.startswith("# The bridge\n\n2 statements from 2 articles; 1 is in more than one of them.\n")
    assert (
        "- The bridge at Vessel reopened on Sunday.[^1.1][^2.1]\n  *2 of 2 articles · the article’s own words*" in text
    )
    assert "  - Vessel's bridge reopened on Sunday.[^2.1] *(says the same)*" in text
    assert re.search(
        r"^\[\^1\.1\]: Bridge reopens\. Harbour Post, 12 May 2024, \[line \d+\]\(\.\./articles/post\.html#s\w+\)\.$",
        text,
        re.MULTILINE,
    )


def test_every_note_has_its_passage() -> None:
    text = made(HERE)["topics/the-crossing.md"].decode()
    assert {*re.findall(r"\[\^([\d.]+)\](?!:)", text)} == {*re.findall(r"^\[\^([\d.]+)\]:", text, re.MULTILINE)}


def test_topics_lead_to_each_other_as_texts() -> None:
    assert "- [The crossing](the-crossing.md): for a reason" in made(NOWHERE)["topics/the-bridge.md"].decode()


def test_the_guide_lists_all_topics_with_full_addresses_where_there_are_any() -> None:
    line = "- [The bridge]({}topics/the-bridge.md): 2 statements from 2 articles; 1 is in more than one of them."
    assert line.format("") in made(NOWHERE)["llms.txt"].decode()
    text = made(HERE)["llms.txt"].decode()
    assert text.startswith("# Vessel & more\n\n> What \\<they> say.\n")
    assert line.format(URL) in text


@given(any_text)
def test_any_words_are_shown_as_they_are(text: str) -> None:
    words = list(shown(topic_text(with_text(bridge_page(NOWHERE), text), ENGLISH).decode()))
    expected = clean(text)
    assert words[0] == expected
    statements = [line for line in words if "[^1.1][^2.1]" in line]
    assert [line.partition("[^1.1]")[0] for line in statements] == [expected]
