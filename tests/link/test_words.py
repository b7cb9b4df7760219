"""Words and their families, and what keeps two sentences apart."""

import pytest

from sitegen.link import corpus as corpus_module
from sitegen.link.contrasts import conflict, particulars
from sitegen.link.corpus import Line, make_corpus
from sitegen.link.families import has_kin, is_kin
from sitegen.link.words import stem, tokens
from tests.link.world import analyses


def _line(text: str) -> Line:
    return make_corpus(analyses({"a": [text]})).lines[0]


def test_tokens_keep_their_places() -> None:
    text = "Lund’s mayor won’t pay $2.5 million to the U.S. firm, 20% of it."
    for token in tokens(text):
        assert text[token.start : token.end].startswith(token.text)


def test_words_that_were_let_go_of_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus_module, "_MOST_HELD", 1)
    first, second = make_corpus(analyses({"a": ["The ferry sank.", "Divers found it."]})).lines
    read = first.tokens
    assert [word.text for word in second.tokens] == ["Divers", "found", "it"]
    assert first.tokens is not read
    assert first.tokens == read
    assert first.stems == ("ferri", "sank")


def test_a_title_and_a_name_before_a_name_weigh_less() -> None:
    weights = {token.text: token.emphasis for token in tokens("The minister Ada Lind met Olsen")}
    assert weights["Lind"] == weights["Olsen"] == weights["met"] == 1.0
    assert weights["minister"] == weights["Ada"] < 1.0


def test_a_country_is_no_pronoun() -> None:
    assert stem("US") == stem("U.S.") == "usa"
    assert stem("us") == ""


def test_a_name_of_several_words_is_one_word() -> None:
    assert [token.stem for token in tokens("The United Nations met") if token.stem] == ["un", "met"]


def test_a_name_of_several_words_is_a_name_in_lower_case_as_well() -> None:
    (name,) = (token for token in tokens("The United Nations’ envoy can’t go") if token.stem == "un")
    assert (name.lower, name.plain, name.is_name) == ("united nations", "united nations", True)


def test_a_word_is_known_in_lower_case_and_with_one_kind_of_apostrophe() -> None:
    found = [(token.lower, token.plain, token.is_name) for token in tokens("Lund can’t")]
    assert found == [("lund", "lund", True), ("can’t", "can't", False)]


def test_first_names_and_titles_weigh_less_than_the_last_name() -> None:
    weights = {token.text: token.emphasis for token in tokens("President Asta Lindqvist spoke")}
    assert weights["President"] == weights["Asta"] < weights["Lindqvist"]


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [("territori", "territori", True), ("member", "membership", True), ("concess", "concern", False)],
)
def test_families(one: str, other: str, kin: bool) -> None:
    assert is_kin(one, other) is is_kin(other, one) is kin


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("They sank five ships.", "They sank nine ships.", "different numbers"),
        ("They sank five ships.", "They sailed for nine days.", None),
        ("They sank five ships.", "They sank 5 ships.", None),
        ("Two million people fled.", "2,000,000 people fled.", None),
        ("The quake had a magnitude of 5.9.", "A magnitude-6.1 quake struck.", "different numbers"),
        ("The bridge opened on May 3.", "The bridge opened on May 5.", "different numbers"),
        ("Crews never reached the wreck.", "Crews reached the wreck.", "one denies what the other says"),
        ("Not only crews reached the wreck.", "Crews reached the wreck.", None),
        ("The jury found him guilty.", "The jury found him innocent.", "opposed words"),
        ("The farms stopped the harvest.", "The farms may harvest next week.", "one stops what the other does"),
        ("The port suspended sailings.", "Sailings from the port begin again.", "one stops what the other does"),
        ("The farms stopped the harvest.", "The harvest at the farms was halted.", None),
    ],
)
def test_what_two_sentences_cannot_both_tell(one: str, other: str, reason: str | None) -> None:
    assert conflict(particulars(_line(one)), particulars(_line(other))) == reason
    assert conflict(particulars(_line(other)), particulars(_line(one))) == reason


def test_a_word_has_kin_among_others_if_one_of_them_is_of_its_family() -> None:
    others = ["negotiate", "peace", "territori"]
    for word in ("negoti", "negotiators", "territory", "peace", "peac", "", "aid", "mountain"):
        assert has_kin(word, others) == any(is_kin(word, other) for other in others)
