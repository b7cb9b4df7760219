"""Files of citations: facts that a reference manager knows of the articles."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Metadata
from sitegen.parse.citations import Citation, address_key, fill_in, find_citation, read_citations
from sitegen.reasons import worded

ITEM = {
    "id": "http://zotero.example/1",
    "type": "article-newspaper",
    "container-title": "The Coast",
    "language": "en-GB",
    "section": "Ports",
    "title": "Pier <i>shut</i>",
    "URL": "https://www.coast.example/pier/?utm_source=x#top",
    "DOI": "https://doi.org/10.1234/Pier.17",
    "author": [{"family": "Roe", "given": "Ann"}, {"literal": "Coast Desk"}],
    "issued": {"date-parts": [["2024", 5, 13]]},
}


def read(*items: object) -> tuple[Citation, ...]:
    return read_citations(json.dumps(items), name="refs.json").value


def test_a_citation_gives_what_it_is_known_by_and_what_it_states() -> None:
    (citation,) = read(ITEM)
    assert (citation.title, citation.url, citation.doi) == ("Pier shut", "coast.example/pier", "10.1234/pier.17")
    facts = citation.metadata
    assert (facts.published, facts.publisher, facts.author) == ("2024-05-13", "The Coast", "Ann Roe, Coast Desk")
    assert (facts.language, facts.section, facts.url) == ("en-GB", "Ports", ITEM["URL"])
    assert {str(basis) for _, basis in facts.basis} == {"citations file refs.json"}
    assert set(dict(facts.basis)) == {"author", "language", "published", "publisher", "section", "url"}


@pytest.mark.parametrize(
    "issued", [{"date-parts": [[2024, 2, 30]]}, {"date-parts": [[2024]]}, {"raw": "spring"}, {"literal": "2024-05"}]
)
def test_a_date_that_is_no_day_is_left_out_and_reported(issued: object) -> None:
    outcome = read_citations(json.dumps([{"title": "T", "issued": issued}]), name="refs.json")
    assert outcome.value[0].metadata.published is None
    assert [(problem.code, problem.path) for problem in outcome.problems] == [("date-impossible", "refs.json")]


def test_a_date_as_typed_in_is_read_if_it_is_whole() -> None:
    (citation,) = read({"title": "T", "issued": {"raw": "2024-05-13T10:00:00Z"}})
    assert citation.metadata.published == "2024-05-13T10:00:00Z"


@pytest.mark.parametrize(
    "url",
    [
        "http://coast.example/pier",
        "https://coast.example/pier/?utm_medium=mail",
        "https://x.example/doi/10.1234/PIER.17",
    ],
)
def test_an_article_is_found_by_its_address_or_doi(url: str) -> None:
    citations = read({"title": "Other"}, ITEM)
    assert find_citation(citations, url=url, title="Other") == citations[1]


def test_an_article_is_found_by_its_title_if_only_one_has_it() -> None:
    citations = read(ITEM, {"title": "Weather"}, {"title": "weather!"})
    assert find_citation(citations, url=None, title="PIER: shut") == citations[0]
    assert find_citation(citations, url="https://x.example/", title="Weather") is None
    assert find_citation(citations, url=None, title=None) is None


def test_only_what_is_lacking_is_filled_in() -> None:
    known = Metadata(publisher="The Coast Online", basis=(("publisher", worded("front matter")),))
    filled = fill_in(known, read(ITEM)[0])
    assert (filled.publisher, filled.author) == ("The Coast Online", "Ann Roe, Coast Desk")
    assert str(dict(filled.basis)["publisher"]) == "front matter"
    assert str(dict(filled.basis)["author"]) == "citations file refs.json"
    assert fill_in(filled, read(ITEM)[0]) == filled
    assert replace(filled, basis=()).rights == "full"


def test_addresses_of_other_pages_differ() -> None:
    keys = {address_key(f"https://coast.example/{page}") for page in ("a", "b", "a?id=1", "a?id=2")}
    assert len(keys) == 4
    assert address_key("javascript:alert(1)") == ""


@pytest.mark.parametrize("text", ["", "[", "3", '{"a": 1}', "[" * 50_000])
def test_what_is_no_list_of_citations_is_an_error(text: str) -> None:
    outcome = read_citations(text, name="refs.json")
    assert outcome.value == ()
    assert [(problem.code, problem.level) for problem in outcome.problems] == [("citations-broken", "error")]


def test_items_that_belong_to_no_article_are_left_out() -> None:
    assert read({}, {"publisher": "X"}, 3, None, {"URL": "file:///x"}) == ()


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from("title URL DOI author given issued date-parts raw literal language".split()),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(JSON_VALUES)
def test_any_json_gives_an_outcome(value: object) -> None:
    read(value)
    read_citations(json.dumps(value), name="x")
    find_citation(read(value), url="https://coast.example/", title="t")
