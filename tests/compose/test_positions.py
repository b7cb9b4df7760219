"""The page of positions, and what the first page shows of it."""

from dataclasses import replace

import pytest

from sitegen.check import check_site
from sitegen.compose.pages import IndexPage, PositionsPage
from sitegen.model import Briefing, Entity, Mention, Side
from sitegen.reasons import as_it_is
from tests.world import World, links, pages, site

FILES = {
    "a.md": "# A\n\nAda Lind rejected the toll on the bridge. Ada Lind offered to mend the quay. The gulls slept.\n",
    "b.md": "# B\n\nAda Lind rejected the toll on the old bridge. Ben Hall denied the allegations.\n",
}
_NAMES = ("Ada Lind", "Ben Hall", "Carl Moe", "Dora Ness")


def briefing(files: dict[str, str] = FILES, *said: str) -> Briefing:
    """Sentences are statements, those that begin with `said` among them; one of them stands in two articles."""
    world = World(files)
    world.say("Ada Lind rejected the toll on the bridge", ("Ada Lind rejected the toll on the old", "same"))
    world.say("Ada Lind offered")
    world.say("The gulls")
    world.say("Ben Hall")
    for beginning in said:
        world.say(beginning)
    made = world.briefing()
    sentences = [sentence for analysis in made.analyses for sentence in analysis.sentences]
    entities = tuple(
        Entity(
            name.casefold().replace(" ", "-"),
            name,
            "person",
            (name,),
            tuple(Mention(s.id, 0, len(name), name, "person") for s in sentences if s.text.startswith(name)),
        )
        for name in _NAMES
        if any(sentence.text.startswith(name) for sentence in sentences)
    )
    return replace(made, entities=entities)


def test_each_party_has_its_positions_once_the_most_carried_first_with_their_notes() -> None:
    page = pages(briefing())["positions.html"]
    assert isinstance(page, PositionsPage)
    (party,) = page.parties
    assert (party.name.text, party.counts) == ("Ada Lind", "3 sentences from 2 articles")
    assert [(item.stance, item.line.text, item.support) for item in party.items] == [
        ("is against it", "Ada Lind rejected the toll on the bridge.", "2 articles"),
        ("is open to it", "Ada Lind offered to mend the quay.", ""),
    ]
    assert [[mark.number for mark in item.line.notes] for item in party.items] == [["1.1", "2.1"], ["1.2"]]
    assert [[piece.text for piece in item.line.pieces if piece.is_marked] for item in party.items] == [
        ["rejected"],
        ["offered to"],
    ]


def test_two_positions_that_cite_one_sentence_have_marks_of_their_own() -> None:
    both = "Ada Lind rejected the toll on the bridge and offered to mend the quay."
    world = World({**FILES, "c.md": f"# C\n\n{both}\n"})
    world.say("Ada Lind rejected the toll on the bridge.", ("Ada Lind rejected the toll on the bridge and", "same"))
    world.say("Ada Lind offered", ("Ada Lind rejected the toll on the bridge and", "same"))
    named = briefing().entities[0]
    made = world.briefing()
    mentions = tuple(Mention(s.id, 0, 8, "Ada Lind", "person") for a in made.analyses for s in a.sentences)
    page = pages(replace(made, entities=(replace(named, mentions=mentions),)))["positions.html"]
    assert isinstance(page, PositionsPage)
    ids = [mark.id for party in page.parties for item in party.items for mark in item.line.notes]
    assert len(ids) == len(set(ids)) == 4


def test_a_denial_is_a_dispute_and_no_position() -> None:
    page = pages(briefing())["positions.html"]
    assert isinstance(page, PositionsPage)
    (dispute,) = page.disputes
    assert dispute.party is not None
    assert (dispute.party.text, dispute.stance) == ("Ben Hall", "denies")
    assert "Ben Hall" not in [party.name.text for party in page.parties]


def test_the_first_page_has_a_few_and_the_way_to_all() -> None:
    page = pages(briefing())["index.html"]
    assert isinstance(page, IndexPage)
    assert page.positions is not None
    assert [item.stance for item in page.positions.positions] == ["is against it", "is open to it"]
    assert [item.stance for item in page.positions.disputes] == ["denies"]
    assert page.positions.whole.href == "positions.html"
    assert page.positions.hint == "Where no count of articles stands, one has it in these words."
    assert "Positions" in [link.text for link in links(page)]


def test_many_parties_stand_on_several_pages_those_of_most_articles_on_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sitegen.compose.positions._MOST", 2)
    monkeypatch.setattr("sitegen.compose.positions._FIRST", 1)
    files = FILES | {"c.md": "# C\n\nCarl Moe rejected the ferry. Dora Ness offered to mend the roof.\n"}
    many = briefing(files, "Carl Moe", "Dora Ness")
    made = {path: page for path, page in pages(many).items() if isinstance(page, PositionsPage)}
    assert {path: ([party.name.text for party in page.parties], page.counts) for path, page in made.items()} == {
        "positions.html": (["Ada Lind"], "Who wants what: 3 parties."),
        "positions.c.html": (["Carl Moe"], "Who wants what: 1 party."),
        "positions.d.html": (["Dora Ness"], "Who wants what: 1 party."),
    }
    assert [path for path, page in made.items() if page.disputes] == ["positions.html"]
    dead = [p for p in check_site(site(many)) if p.code in ("link-dead", "anchor-dead")]
    assert [str(problem) for problem in dead if (problem.path or "").startswith("positions")] == []


def test_without_positions_there_is_no_page_and_no_way_to_it() -> None:
    made = pages(replace(briefing(), entities=()))
    assert "positions.html" not in made
    index = made["index.html"]
    assert isinstance(index, IndexPage)
    assert index.positions is None
    assert "Positions" not in [link.text for link in links(index)]


def test_parties_of_one_country_follow_each_other() -> None:
    files = FILES | {"c.md": "# C\n\nCarl Moe rejected the ferry. Dora Ness offered to mend the roof.\n"}
    many = briefing(files, "Carl Moe", "Dora Ness")
    side = Side("Norway", None, as_it_is("called an official of Norway"))
    sided = {"ada-lind", "dora-ness"}
    entities = tuple(replace(e, side=side) if e.id in sided else e for e in many.entities)
    page = pages(replace(many, entities=entities))["positions.html"]
    assert isinstance(page, PositionsPage)
    assert [(party.name.text, party.side is not None) for party in page.parties] == [
        ("Ada Lind", True),
        ("Dora Ness", True),
        ("Carl Moe", False),
    ]
