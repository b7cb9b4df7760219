"""Footnotes: numbers, the way there, and the way back."""

from dataclasses import replace

import pytest

from sitegen.compose.corpus import Corpus
from sitegen.compose.notes import _MANY_NOTES, Notes, _letter
from sitegen.compose.pages import PassageNote, TopicPage
from sitegen.compose.urls import anchor
from tests.world import FILES, World, bridge_world, pages

NEWER = "---\npublished: 2024-06-01\n---\n# Gulls\n\nThe bridge stands. Gulls sit on it.\n"


def bridge(world: World) -> TopicPage:
    """The page of the bridge, with two sentences to head it."""
    briefing = world.briefing()
    topic, *others = briefing.topics
    headed = replace(topic, summary=(*topic.summary, world.sentence("“It was rust,”").id))
    page = pages(replace(briefing, topics=(headed, *others)))["topics/the-bridge.html"]
    assert isinstance(page, TopicPage)
    return page


def numbers(notes: Notes) -> list[tuple[int, str, list[str]]]:
    """Of each source: its number, its article's page, its passages."""
    return [(s.number, s.article.href, [p.number for p in s.passages]) for s in notes.sources()]


def test_articles_are_numbered_undated_first_by_id_then_by_date() -> None:
    world = bridge_world({**FILES, "a.md": "No date.\n", "old.md": "---\ndate: 2001-01-01\n---\nLong ago.\n"})
    cited = [sentence.id for analysis in world.analyses for sentence in analysis.sentences]
    notes = Notes(Corpus(world.briefing()), "index.html", cited)
    assert numbers(notes) == [
        (1, "articles/a.html", ["1.1"]),
        (2, "articles/notes.html", ["2.1", "2.2"]),
        (3, "articles/old.html", ["3.1"]),
        (4, "articles/post.html", ["4.1", "4.2", "4.3"]),
        (5, "articles/wire.html", ["5.1", "5.2"]),
    ]


def test_a_newer_article_is_added_at_the_end_and_renumbers_none() -> None:
    before = bridge_world().briefing()
    after = bridge_world({**FILES, "gulls.md": NEWER}).briefing()
    cited = [statement.sentence for statement in before.statements]
    gull = next(s.id for a in after.analyses for s in a.sentences if s.text.startswith("Gulls"))
    old, new = Notes(Corpus(before), "p.html", cited), Notes(Corpus(after), "p.html", [gull, *cited])
    assert numbers(new) == [*numbers(old), (3, "articles/gulls.html", ["3.1"])]


def test_anchors_carry_ids_and_no_running_number() -> None:
    world = bridge_world()
    page = bridge(world)
    reopened, same = world.sentence("The bridge at").id, world.sentence("Vessel's bridge").id
    (source, other) = page.sources
    assert (source.id, other.id) == ("source-post", "source-wire")
    assert source.passages[0].id == f"note-{reopened}"
    assert [mark.id for mark in page.summary[0].notes] == [f"ref-{reopened}-lede", f"ref-{same}-lede"]
    (item,) = page.corroborated
    assert [mark.id for mark in item.line.notes] == [f"ref-{reopened}", f"ref-{same}-{anchor(reopened)}"]
    assert [mark.id for mark in item.wordings[0].line.notes] == [f"ref-{same}-under-{anchor(reopened)}"]


def test_a_mark_names_its_number_and_outlet() -> None:
    mark, other = bridge(bridge_world()).summary[0].notes
    assert (mark.number, mark.label) == ("1.1", "Source 1.1: Harbour Post")
    assert (other.number, other.label) == ("2.1", "Source 2.1: Wire")


def test_a_note_leads_to_its_passage_and_says_where_it_stands() -> None:
    world = bridge_world()
    lead, rust = bridge(world).sources[0].passages
    assert lead.href == f"../articles/post.html#{world.sentence('The bridge at').id.partition('.')[2]}"
    assert (lead.where, rust.where) == ("line 8", "Background › Before the flood, line 14")


def test_a_note_leads_back_to_each_of_its_marks_with_letter_and_words() -> None:
    world = bridge_world()
    page = bridge(world)
    reopened, same = world.sentence("The bridge at").id, world.sentence("Vessel's bridge").id
    back = page.sources[1].passages[0].back
    assert [(link.href, link.text) for link in back] == [
        (f"#ref-{same}-lede", "a"),
        (f"#ref-{same}-{anchor(reopened)}", "b"),
        (f"#ref-{same}-under-{anchor(reopened)}", "c"),
    ]
    assert back[0].label == "a: “The bridge at Vessel reopened on…”"
    assert back[2].label == "c: “Vessel's bridge reopened on…”"


@pytest.mark.parametrize("path", ["index.html", "topics/the-bridge.html", "topics/the-crossing.html"])
def test_every_mark_of_a_page_has_one_note_and_one_way_back(path: str) -> None:
    page = pages(bridge_world().briefing())[path]
    lines = [*getattr(page, "summary", ())]
    lines += [card.lead for card in getattr(page, "topics", ())]
    for item in getattr(page, "statements", ()):
        lines += [item.line, *(wording.line for wording in item.wordings)]
    lines += [item.line for date in getattr(page, "dates", ()) for item in date.items]
    marks = [(note.href, f"#{note.id}") for line in lines for note in getattr(line, "line", line).notes]
    sources = page.sources  # type: ignore[union-attr]
    back = [(f"#{passage.id}", link.href) for s in sources for passage in s.passages for link in passage.back]
    assert sorted(marks) == sorted(back)
    assert len(set(marks)) == len(marks)


def test_a_mark_without_an_outlet_has_its_number_alone() -> None:
    page = pages(bridge_world().briefing())["topics/the-crossing.html"]
    assert isinstance(page, TopicPage)
    assert page.single == ()
    labels = {mark.label for item in page.corroborated for mark in item.line.notes}
    assert labels == {"", "Source 2.1: Harbour Post", "Source 3.1: Wire", "Source 3.2: Wire"}


LINKED = """---
publisher: Quay News
url: https://quay.example/gulls
---
# Gulls return

The gulls came back to the quay on Monday, after a winter at sea. Nobody counted them.

A child fed them bread.

## Later

They stayed.
"""


def note(begins: str, text: str = LINKED, cited: tuple[str, ...] = ()) -> PassageNote:
    """The note of the sentence that begins so; `cited`: how others begin that the page cites."""
    world = World({"gulls.md": text})
    briefing = world.briefing()
    if cited:
        shown = {world.sentence(words).id for words in (begins, *cited)}
        briefing = replace(
            briefing, fates=tuple(replace(f, kind="used") if f.sentence in shown else f for f in briefing.fates)
        )
    wanted = world.sentence(begins).id
    (source,) = Notes(Corpus(briefing), "p.html", [wanted]).sources()
    return source.passages[0]


def test_a_note_has_the_passage_among_its_neighbours_of_the_paragraph() -> None:
    words = [(item.text, item.is_cited) for item in note("Nobody counted").context]
    assert words == [
        ("The gulls came back to the quay on Monday, after a winter at sea.", False),
        ("Nobody counted them.", True),
    ]
    assert [item.text for item in note("A child").context] == ["A child fed them bread."]
    assert [item.text for item in note("They stayed").context] == ["They stayed."]


def test_a_neighbour_that_may_not_be_shown_is_left_out_of_note_and_address() -> None:
    text = LINKED.replace("---\n#", "rights: cited\n---\n#").replace("A child fed", "Nobody counted them. A child fed")
    passage = note("A child", text, cited=("A child",))
    assert [item.text for item in passage.context] == ["A child fed them bread."]
    assert passage.original == "https://quay.example/gulls#:~:text=A%20child%20fed%20them%20bread"


def test_what_the_desk_drops_stands_beside_no_passage() -> None:
    world = World({"gulls.md": LINKED})
    briefing = replace(world.briefing(), dropped=(world.sentence("Nobody counted").id,))
    (source,) = Notes(Corpus(briefing), "p.html", [world.sentence("A child").id]).sources()
    assert [item.text for item in source.passages[0].context] == ["A child fed them bread."]


def test_a_page_with_many_notes_shows_each_passage_by_itself() -> None:
    text = "".join(f"Gull number {number} came. " for number in range(_MANY_NOTES + 1))
    world = World({"gulls.md": text})
    cited = [sentence.id for sentence in world.analyses[0].sentences]
    (source,) = Notes(Corpus(world.briefing()), "p.html", cited).sources()
    assert {len(passage.context) for passage in source.passages} == {1}
    (source,) = Notes(Corpus(world.briefing()), "p.html", cited[1:]).sources()
    assert [len(passage.context) for passage in source.passages[:2]] == [3, 3]


def test_a_note_leads_to_the_passage_in_the_original() -> None:
    assert note("The gulls").original == "https://quay.example/gulls#:~:text=The%20gulls%20came,winter%20at%20sea"
    there = LINKED.replace("/gulls\n", "/live#day-2\n")
    assert note("They stayed", there).original == "https://quay.example/live#day-2:~:text=They%20stayed"
    assert note("They stayed", LINKED.replace("url: https://quay.example/gulls\n", "")).original == ""


def test_no_mark_may_be_made_after_the_list_of_notes() -> None:
    world = bridge_world()
    notes = Notes(Corpus(world.briefing()), "p.html", [world.statements[0].sentence])
    notes.sources()
    with pytest.raises(AssertionError, match="no way back"):
        notes.line(world.statements[0].sentence)


def test_letters_go_on_after_z() -> None:
    assert [_letter(rank) for rank in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == (
        ["a", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa"]
    )
