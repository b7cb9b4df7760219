"""The page of sources: who publishes what, and how much rests on each."""

import re
from dataclasses import replace

from sitegen.compose.options import ComposeOptions
from sitegen.compose.pages import ArticlePage, SourcesPage
from sitegen.model import Briefing, Origin, Outlet
from sitegen.reasons import as_it_is
from tests.world import World, bridge_world, links, pages, site


def sources(briefing: Briefing, *outlets: Outlet) -> SourcesPage:
    page = pages(briefing, ComposeOptions(outlets=outlets))["sources.html"]
    assert isinstance(page, SourcesPage)
    return page


def test_articles_stand_under_their_outlet_those_without_one_last() -> None:
    page = sources(bridge_world().briefing())
    assert [(card.name, [article.article.text for article in card.articles]) for card in page.outlets] == [
        ("Harbour Post", ["Bridge reopens"]),
        ("Wire", ["Trams back on the bridge"]),
        ("Outlet not stated", ["The ferry will stop in June, the council wrote."]),
    ]
    assert page.counts == "3 articles of 2 outlets."


def test_a_card_says_how_much_rests_on_an_article_and_what_only_it_says() -> None:
    page = sources(bridge_world().briefing())
    counts = {article.article.text[:6]: article.counts for card in page.outlets for article in card.articles}
    assert counts == {
        "Bridge": "2 statements, 1 of them only here.",
        "Trams ": "2 statements.",
        "The fe": "1 statement.",
    }
    assert sources(World().briefing()).outlets[0].articles[0].counts == "No statement rests on it."


def test_an_outlet_of_several_articles_is_counted_as_one() -> None:
    text = "---\npublisher: Wire\n---\n# {}\n\n{}\n"
    world = World({"a.md": text.format("A", "Gulls sit."), "b.md": text.format("B", "Gulls do sit.")})
    world.gather("Gulls", world.say("Gulls sit", ("Gulls do", "same")))
    (card,) = sources(world.briefing()).outlets
    assert card.counts == "1 statement, 1 of them only from it."


def test_an_owner_is_named_when_the_desk_knows_one() -> None:
    page = sources(bridge_world().briefing(), Outlet("The Wire", ("Wire",), owner="Wire Trust"))
    assert [card.owner for card in page.outlets] == [None, "Wire Trust", None]


def test_dates_documents_and_rights_stand_as_stated() -> None:
    post = "---\ndate: 2024-05-12\nupdated: 2024-05-13\ndocument: seeds/a.txt\nrights: cited\n---\nWords.\n"
    (card,) = sources(World({"a.md": post}).briefing()).outlets
    assert [(fact.name, fact.value) for fact in card.articles[0].facts] == [
        ("Published", "12 May 2024"),
        ("Updated", "13 May 2024"),
        ("Document", "seeds/a.txt"),
        ("Rights", "only cited passages are shown"),
    ]


def test_copies_of_one_text_are_named_with_the_evidence() -> None:
    world = bridge_world()
    world.origins = (Origin("o", ("post", "wire"), as_it_is("they share a sentence")),)
    (origin,) = sources(world.briefing()).origins
    assert ([link.href for link in origin.articles], origin.evidence) == (
        ["articles/post.html", "articles/wire.html"],
        "they share a sentence",
    )


def _copied(rights: str = "full") -> World:
    wire = "The ferry <Solvind> ran aground off Marstad early on Monday with ninety people on board."
    world = World(
        {"a.md": f"---\nrights: {rights}\n---\n# A\n\n{wire} Fog.\n", "b.md": f"# B\n\n{wire.replace('M', 'm')}\n"}
    )
    passages = (
        (world.sentence("The ferry <Solvind> ran aground off M").id,),
        (world.sentence("The ferry <Solvind> ran aground off m").id,),
    )
    world.origins = (Origin("o", ("a", "b"), as_it_is("100% of the shorter text"), passages),)
    return world


def test_the_evidence_for_copies_is_the_passage_in_both_wordings() -> None:
    briefing = _copied().briefing()
    (origin,) = sources(briefing).origins
    assert [wording.article.text for wording in origin.wordings] == ["A", "B"]
    assert [[item.text for item in wording.sentences] for wording in origin.wordings] == [
        ["The ferry <Solvind> ran aground off Marstad early on Monday with ninety people on board."],
        ["The ferry <Solvind> ran aground off marstad early on monday with ninety people on board."],
    ]
    page = site(briefing)["sources.html"].decode()
    disclosure = page.partition("<main")[2].partition("<details>")[2].partition("</details>")[0]
    assert "<summary>100% of the shorter text</summary>" in disclosure
    assert disclosure.count("The ferry &lt;Solvind&gt; ran aground") == 2
    assert len(set(re.findall(r'id="(shared-[^"]+)"', page))) == 2


def test_the_evidence_for_copies_has_no_words_that_are_withheld() -> None:
    briefing = _copied("cited").briefing()
    (origin,) = sources(briefing).origins
    assert [wording.article.text for wording in origin.wordings] == ["B"]


def test_an_article_leads_to_its_outlet_and_the_outlet_to_the_article() -> None:
    found = pages(bridge_world().briefing())
    page = sources(bridge_world().briefing())
    for card in page.outlets[:2]:
        article = found[card.articles[0].article.href]
        assert isinstance(article, ArticlePage)
        outlet = next(fact for fact in article.facts if fact.name == "Outlet")
        assert outlet.href == f"../sources.html#{card.id}"


def test_outlets_are_kept_apart_from_what_states_none() -> None:
    briefing = bridge_world().briefing()
    named = tuple(
        replace(a, article=replace(a.article, metadata=replace(a.article.metadata, publisher="not stated")))
        if a.article.id == "wire"
        else a
        for a in briefing.analyses
    )
    ids = [card.id for card in sources(replace(briefing, analyses=named)).outlets]
    assert ids == ["outlet-harbour-post", "outlet-not-stated", "no-outlet"]


def test_the_files_that_were_received_are_one_step_away() -> None:
    assert sources(bridge_world().briefing()).received == "intake.html"


def test_without_articles_there_is_no_page_and_no_link() -> None:
    found = pages(World({}).briefing())
    assert "sources.html" not in found
    assert [link.text for link in links(found["index.html"])] == ["Search", "Files", "About"]
