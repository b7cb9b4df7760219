"""The registry: outlets by name, alias and host, and what it adds to an article."""

import pytest

from sitegen.model import Metadata, Outlet
from sitegen.parse.outlets import make_registry, with_outlet
from sitegen.reasons import worded

GAZETTE = Outlet("The Gazette", aliases=("Gazette", "gazette.example"), home="https://www.gazette.example/start")
COAST = Outlet("Coast", agency="AFP", home="http://coast.example", rights="cited")
REGISTRY = make_registry([GAZETTE, COAST])


@pytest.mark.parametrize("stated", ["The Gazette", "THE GAZETTE", "Gazette", "gazette.example", "Gazette!"])
def test_an_outlet_is_known_by_its_name_and_its_aliases(stated: str) -> None:
    found = with_outlet(Metadata(publisher=stated, basis=(("publisher", worded("front matter")),)), REGISTRY)
    assert (found.publisher, found.basis) == ("The Gazette", (("publisher", worded("front matter")),))


@pytest.mark.parametrize(
    "url",
    [
        "https://gazette.example/a",
        "http://www.gazette.example:8080/a",
        "https://GAZETTE.example",
        "https://sport.gazette.example/a",
    ],
)
def test_an_article_without_outlet_is_of_the_one_whose_host_it_stands_on(url: str) -> None:
    found = with_outlet(Metadata(url=url), REGISTRY)
    assert found.publisher == "The Gazette"
    assert {name: str(basis) for name, basis in found.basis} == {"publisher": "the host of its address, in sources.yml"}


@pytest.mark.parametrize(
    "metadata",
    [
        Metadata(),
        Metadata(publisher="Unknown"),
        Metadata(publisher="Unknown", url="https://gazette.example/a"),
        Metadata(url="https://notgazette.example/a"),
        Metadata(url="https://gazette.example.evil.example/a"),
        Metadata(url="https://example/"),
        Metadata(url="https://[::1"),
        Metadata(publisher="…"),
    ],
)
def test_an_unknown_outlet_stays_as_the_article_has_it(metadata: Metadata) -> None:
    assert with_outlet(metadata, REGISTRY) == metadata


def test_the_outlets_rights_hold_for_articles_that_state_none() -> None:
    found = with_outlet(Metadata(publisher="Coast"), REGISTRY)
    assert (found.rights, str(dict(found.basis)["rights"])) == ("cited", "the outlet, in sources.yml")
    stated = Metadata(publisher="Coast", rights="full", basis=(("rights", worded("front matter")),))
    assert with_outlet(stated, REGISTRY).rights == "full"
    assert with_outlet(Metadata(publisher="Gazette", rights="cited"), REGISTRY).rights == "cited"


def test_the_outlets_agency_is_that_of_articles_that_credit_none() -> None:
    found = with_outlet(Metadata(publisher="Coast"), REGISTRY)
    assert (found.agency, str(dict(found.basis)["agency"])) == ("AFP", "the outlet, in sources.yml")
    assert with_outlet(Metadata(publisher="Coast", agency="AP"), REGISTRY).agency == "AP"


def test_looking_up_twice_changes_nothing() -> None:
    once = with_outlet(Metadata(url="https://coast.example/a"), REGISTRY)
    assert with_outlet(once, REGISTRY) == once


def test_the_first_of_two_outlets_with_one_name_or_host_has_it() -> None:
    registry = make_registry(
        [Outlet("A", aliases=("X",), home="https://a.example"), Outlet("X"), Outlet("B", home="https://a.example/b")]
    )
    assert with_outlet(Metadata(publisher="X"), registry).publisher == "A"
    assert with_outlet(Metadata(url="https://a.example/b/c"), registry).publisher == "A"
    assert make_registry([]).by_name == {}
