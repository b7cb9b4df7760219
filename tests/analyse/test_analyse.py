"""The stage as a whole: sentences that lead back to the article's text, and what hangs on them."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.model import Article, Block, DateExpression, Edit, Mention, Metadata, Quote
from sitegen.text import project

from .world import article_of

REPORT = """# Harbour Bridge Reopens
The *old* bridge reopened on Sunday. “It is safe,” Ada Reed of Pohl &amp; Sons said.
- Repairs took *two* years. They began in May 2022.
He called it a "triumph of patience"."""


def test_headings_have_no_sentences_and_items_do() -> None:
    analysis = analyse(article_of(REPORT), AnalyseOptions()).value
    assert [sentence.text for sentence in analysis.sentences] == [
        "The old bridge reopened on Sunday.",
        "“It is safe,” Ada Reed of Pohl & Sons said.",
        "Repairs took two years.",
        "They began in May 2022.",
        'He called it a "triumph of patience".',
    ]
    assert [sentence.block for sentence in analysis.sentences] == ["a.b1", "a.b1", "a.b2", "a.b2", "a.b3"]


def test_what_is_found_stands_where_it_says_in_its_sentence() -> None:
    analysis = analyse(article_of(REPORT, published="2025-12-15"), AnalyseOptions()).value
    text_of = {sentence.id: sentence.text for sentence in analysis.sentences}
    everything: list[Mention | Quote | DateExpression] = [*analysis.mentions, *analysis.quotes, *analysis.dates]
    for found in everything:
        assert text_of[found.sentence][found.start : found.end] == found.text
    assert [(mention.text, mention.kind) for mention in analysis.mentions] == [
        ("Ada Reed", "person"),
        ("Pohl & Sons", "organisation"),
    ]
    assert [(quote.text, quote.speaker_text, quote.verb) for quote in analysis.quotes] == [
        ("It is safe,", "Ada Reed of Pohl & Sons", "said"),
        ("triumph of patience", "He", "called"),
    ]
    assert [(date.text, date.value) for date in analysis.dates] == [("Sunday", "2025-12-14"), ("May 2022", "2022-05")]


def test_a_sentence_keeps_its_id_when_another_is_added() -> None:
    before = analyse(article_of("It rains. It pours."), AnalyseOptions()).value.sentences
    after = analyse(article_of("It snows. It rains. It pours."), AnalyseOptions()).value.sentences
    assert [sentence.id for sentence in after[1:]] == [sentence.id for sentence in before]


def test_repeated_sentences_have_ids_of_their_own() -> None:
    sentences = analyse(article_of("It rains. It rains.\nIt rains."), AnalyseOptions()).value.sentences
    assert len({sentence.id for sentence in sentences}) == 3


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "Ada Reed said: “The road is shut.\n“Nobody gets through.”"
    quotes = analyse(article_of(text), AnalyseOptions()).value.quotes
    assert [(quote.text, quote.speaker_text) for quote in quotes] == [
        ("The road is shut.", "Ada Reed"),
        ("Nobody gets through.", "Ada Reed"),
    ]


def test_an_edit_that_prints_the_end_of_a_sentence_and_more_is_not_cut() -> None:
    text = "It rains@It pours. It stops."
    article = Article(
        "a",
        "a.md",
        "0",
        text,
        (Edit(8, 9, ". So. "),),
        (Block("a.b", "paragraph", "lead", 0, len(text), "It rains. So. It pours. It stops."),),
        None,
        Metadata(),
    )
    sentences = analyse(article, AnalyseOptions()).value.sentences
    assert [sentence.text for sentence in sentences] == ["It rains. So.", "It pours.", "It stops."]
    assert all(project(text, s.start, s.end, article.edits) == s.text for s in sentences)


PIECES = [
    "It rains. ",
    "“Ada",
    "” said",
    "*",
    "&amp;",
    ". ",
    "! ",
    "U.S.",
    " \t",
    "\n",
    "- ",
    "# ",
    "\u200b",
    "é",
    "(",
    ")",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_sentence_is_what_the_projection_prints_of_its_span(text: str) -> None:
    article = article_of(text, published="2025-12-15")
    for sentence in analyse(article, AnalyseOptions()).value.sentences:
        assert project(article.text, sentence.start, sentence.end, article.edits) == sentence.text
