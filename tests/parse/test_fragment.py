"""Pieces of HTML, as feeds and letters carry them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.parse.extract import TextBlock
from sitegen.parse.fragment import has_markup, one_line, read_fragment, read_paragraphs
from sitegen.text import fold
from tests.effort import bounded_effort


def test_paragraphs_headings_lists_and_quotations_are_told_apart() -> None:
    markup = """Before.<h1>Pier</h1><p>It <b>closed</b> &amp; stays&nbsp;shut.</p><ul><li>Piles<li>Deck</ul>
    <blockquote><p>Never again.</p></blockquote><h5>After</h5><pre>a\n  b</pre>"""
    assert read_fragment(markup) == (
        TextBlock("paragraph", "Before."),
        TextBlock("heading", "Pier", 2),
        TextBlock("paragraph", "It closed & stays shut."),
        TextBlock("list_item", "Piles"),
        TextBlock("list_item", "Deck"),
        TextBlock("quotation", "Never again."),
        TextBlock("heading", "After", 3),
        TextBlock("code", "a\n  b"),
    )


def test_words_without_tags_are_a_paragraph() -> None:
    assert read_fragment("It closed &lt;again&gt;.") == (TextBlock("paragraph", "It closed <again>."),)


def test_scripts_forms_captions_and_hidden_words_are_left_out() -> None:
    markup = (
        "<script>alert(1)</script><style>p{}</style><form>Sign up <input></form><nav>Home</nav><p hidden>x</p>"
        "<figure><img src=a onerror=b><figcaption>Caption</figcaption></figure><p onclick=x>Words.</p><!-- no -->"
    )
    assert read_fragment(markup) == (TextBlock("paragraph", "Words."),)


def test_an_empty_line_ends_a_paragraph_of_plain_text() -> None:
    assert read_paragraphs("One\ntwo.\r\n \r\nThree <b>.") == (
        TextBlock("paragraph", "One two."),
        TextBlock("paragraph", "Three <b>."),
    )


@pytest.mark.parametrize("text", ["a <b>c</b>", "a<br/>b", "<p>a", "a &amp; b", "&#8217;", '<a href="x">'])
def test_tags_and_entities_are_markup(text: str) -> None:
    assert has_markup(text)


@pytest.mark.parametrize("text", ["a & b", "1 < 2 > 0", "AT&T", "a <3", "I <heart> & you"[:8], ""])
def test_lone_marks_are_not(text: str) -> None:
    assert not has_markup(text)


def test_a_title_with_markup_is_one_line() -> None:
    assert one_line("<p>The <i>Long\nPier</i></p>&mdash; shut") == "The Long Pier — shut"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 30_000 + "x",
        "<b><p>" * 3_000 + "x",
        "<" * 30_000,
        "<!--" * 30_000,
        "<script>" * 30_000,
        "<div>" * 600 + "<script>" * 30_000,
        "&" * 30_000,
        "<a " + "b=c " * 30_000,
        "<table>" * 2_000,
    ],
)
def test_hostile_markup_is_read_fast(markup: str) -> None:
    with bounded_effort():
        read_fragment(markup)


def test_the_words_of_what_nests_too_deep_are_kept() -> None:
    assert read_fragment("<div>" * 600 + "Deep <b>words</b>") == (TextBlock("paragraph", "Deep words"),)


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from("<p> </p> <li> <b> <!-- --> <h2> <pre> <table><tr><td> & &lt; a \0 <br> ]]>".split())
    ).map("".join)
)
def test_any_string_gives_blocks_of_folded_words(markup: str) -> None:
    for block in read_fragment(markup):
        assert block.text
        assert block.kind in ("code", "table") or block.text == fold(block.text)
        assert (block.kind == "heading") == (block.level > 0)


@pytest.mark.parametrize(
    "markup", ["One</p>Two", "<div>One</p>Two</div>", "<b>One</p>Two</b>", "<p>One<div></div></p>Two"]
)
def test_the_end_of_a_paragraph_that_never_began_parts_words_as_it_does_in_a_browser(markup: str) -> None:
    assert [block.text for block in read_fragment(markup)] == ["One", "Two"]


def test_the_end_of_a_line_break_is_one() -> None:
    assert [block.text for block in read_fragment("One</br>Two")] == ["One Two"]


@pytest.mark.parametrize("tag", ["noembed", "noframes"])
def test_words_for_browsers_that_lack_an_element_are_not_seen(tag: str) -> None:
    assert [block.text for block in read_fragment(f"One <{tag}><b>no</b></{tag}> two")] == ["One two"]


@pytest.mark.parametrize("markup", ["<a ", "<!--", "<script ", '<p a="', "</p>"])
def test_paragraphs_are_found_in_time_that_grows_with_the_markup(markup: str) -> None:
    with bounded_effort():
        read_fragment(markup * 50_000)
