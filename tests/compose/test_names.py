"""Pages of names: who has one, what stands there, and the links both ways."""

import re
from dataclasses import replace

import pytest

from sitegen.check import check_site
from sitegen.compose.corpus import Corpus
from sitegen.compose.descriptions import description
from sitegen.compose.naming import Naming
from sitegen.compose.pages import ArticlePage, NamePage, NamesPage, SideLine, TopicPage
from sitegen.compose.pieces import FirstNames
from sitegen.interface import ENGLISH
from sitegen.model import Briefing, Companion, EntityKind, Mention, Side, Statement
from sitegen.reasons import NO_REASON, as_it_is
from sitegen.render import render
from sitegen.theme import load_theme
from sitegen.twins.search_index import indexed
from tests.compose.finds import bare, date, name, quote
from tests.world import FILES, World, bridge_world, links, pages, site

POST = """---
published: 2024-05-12
publisher: Harbour Post
---
# Bridge

Mayor Ada Lind opened the bridge. “It held,” Lind said, and Lind laughed.

The harbour thanked Lind. Gulls like Bo Eng.
"""
WIRE = """---
published: 2024-05-13
publisher: Wire
---
# Opening

Ms. Lind opened the bridge. Vessel has a mayor, Ada Lind. Vessel is a port on the coast.
"""
LINDS: dict[str, str] = {"post.md": POST, "wire.md": WIRE}


def lind_world(files: dict[str, str] = LINDS) -> Briefing:
    """A mayor whom two articles name and one quotes; a port that one names; somebody whom one names."""
    world = World(files)
    opened = world.say("Mayor Ada Lind", ("Ms. Lind", "same"))
    thanked = world.say("The harbour")
    said = world.say("“It held,”")
    world.gather("The bridge", opened, thanked)
    world.gather("The words", said, opened)
    briefing = name(bare(world), "person", "Ada Lind", "Lind")
    briefing = name(name(briefing, "place", "Vessel"), "person", "Bo Eng")
    return quote(briefing, "It held,", "Lind")


def lind(briefing: Briefing) -> NamePage:
    page = pages(briefing)["names/ada-lind.html"]
    assert isinstance(page, NamePage)
    return page


def test_a_name_has_a_page_when_two_articles_have_it_or_its_words_are_quoted() -> None:
    briefing = lind_world()
    assert list(Naming(briefing).with_page) == ["ada-lind"]
    assert list(Naming(quote(briefing, "Vessel has", "Vessel")).with_page) == ["ada-lind", "vessel"]


def test_a_page_says_whom_it_stands_for_and_why_its_spellings_are_one() -> None:
    briefing = lind_world()
    reasons = {"ada-lind": (NO_REASON, as_it_is("the last name of Ada Lind, the only one in the article"))}
    stands = Side("Vessel", "vessel", as_it_is("called an official of Vessel"))
    entities = tuple(
        replace(entity, side=stands, reasons=reasons[entity.id]) if entity.id in reasons else entity
        for entity in briefing.entities
    )
    page = lind(replace(briefing, entities=entities))
    assert page.reasons == (("Lind", "the last name of Ada Lind, the only one in the article"),)
    assert page.side == SideLine("Vessel", "", "called an official of Vessel")
    linked = lind(quote(replace(briefing, entities=entities), "Vessel has", "Vessel"))
    assert linked.side == SideLine("Vessel", "vessel.html", "called an official of Vessel")


def test_only_persons_organisations_and_places_have_pages() -> None:
    briefing = name(lind_world(), "document", "bridge")
    assert "names/bridge.html" not in pages(briefing)


def test_without_names_there_is_no_page_and_no_link() -> None:
    found = pages(bare(bridge_world()))
    assert not any(path.startswith("names") for path in found)
    assert [link.text for link in links(found["index.html"])] == ["Search", "Sources", "Coverage", "Files", "About"]


def test_the_page_says_who_first_as_sources_put_it() -> None:
    page = lind(lind_world())
    assert page.is_described
    assert [line.text for line in page.who] == ["Mayor Ada Lind opened the bridge."]
    assert page.counts == "Person, named in 5 sentences of 2 articles."
    assert page.forms == ("Lind",)


def test_without_a_description_the_first_sentence_that_names_it_stands_there() -> None:
    files = {
        path: text.replace("Mayor Ada Lind", "Ada Lind").replace(", Ada Lind", " Ada Lind")
        for path, text in LINDS.items()
    }
    world = World({path: text.replace("a mayor", "the bridge of") for path, text in files.items()})
    page = lind(name(bare(world), "person", "Ada Lind", "Lind"))
    assert not page.is_described
    assert [line.text for line in page.who] == ["Ada Lind opened the bridge."]


def test_their_words_are_marked_and_the_sentence_is_exact() -> None:
    (line,) = lind(lind_world()).said
    assert "".join(piece.text for piece in line.pieces) == line.text == "“It held,” Lind said, and Lind laughed."
    assert [piece.text for piece in line.pieces if piece.is_marked] == ["It held,"]


def test_what_else_is_said_stands_by_topic_each_statement_once() -> None:
    page = lind(lind_world())
    assert [(group.topic.text, [item.line.text for item in group.items]) for group in page.statements] == [
        ("The bridge", ["The harbour thanked Lind."])
    ]
    assert [(tally.page.text, tally.count) for tally in page.topics] == [("The words", 2)]


def test_the_most_corroborated_come_first_and_the_rest_is_counted() -> None:
    text = "# A\n\nLind rests.\n" + "".join(f"\nLind has {n} boats.\n" for n in "123456")
    world = World({"a.md": text, "b.md": "# B\n\nSix boats are Lind’s.\n"})
    alone = [world.say(f"Lind has {n}") for n in "12345"]
    world.gather("Boats", *alone, world.say("Lind has 6", ("Six boats", "same")))
    (group,) = lind(name(bare(world), "person", "Ada Lind", "Lind")).statements
    assert [item.line.text for item in group.items] == [f"Lind has {n} boats." for n in "6123"]
    assert [item.support for item in group.items] == ["2 articles", "", "", ""]
    assert group.more == 2


def test_dates_of_its_sentences_lead_to_their_passages() -> None:
    world = lind_world()
    assert lind(world).dates == ()
    for words, value in (("opened the bridge.", "2024-05-12"), ("Lind laughed", "2024-05"), ("Gulls like", "2023")):
        world = date(world, words, value, "as written")
    page = lind(world)
    assert [(found.value, found.words, [link.text for link in found.articles]) for found in page.dates] == [
        ("2024-05", "May 2024", ["Bridge"]),
        ("2024-05-12", "12 May 2024", ["Bridge", "Opening"]),
    ]
    assert page.dates[1].articles[1].href.startswith("../articles/wire.html#s")
    assert page.later_dates == 0


def test_every_mark_has_a_note_and_every_note_leads_back() -> None:
    page = lind(lind_world())
    lines = [*page.who, *page.said, *(item.line for group in page.statements for item in group.items)]
    marks = sorted((mark.href, f"#{mark.id}") for line in lines for mark in line.notes)
    back = sorted((f"#{p.id}", link.href) for s in page.sources for p in s.passages for link in p.back)
    assert marks == back
    assert len(set(marks)) == len(marks)


def test_articles_and_topics_link_to_the_name_and_the_name_to_them() -> None:
    found = pages(lind_world())
    page = lind(lind_world())
    for tally in page.articles:
        path, _, anchor = tally.page.href.removeprefix("../").partition("#")
        article = found[path]
        assert isinstance(article, ArticlePage)
        pieces = [piece for block in article.blocks for item in block.sentences for piece in item.pieces]
        assert "../names/ada-lind.html" in {piece.href for piece in pieces}
        assert anchor in {item.id for block in article.blocks for item in block.sentences}
    for tally in page.topics:
        topic = found[tally.page.href.removeprefix("../")]
        assert isinstance(topic, TopicPage)
        assert [(link.text, link.href) for link in topic.names] == [("Ada Lind", "../names/ada-lind.html")]
    assert page.quotes == "../quotes.html#by-ada-lind"


def test_a_name_is_linked_where_a_block_has_it_first_and_the_words_stay_exact() -> None:
    page = pages(lind_world())["articles/post.html"]
    assert isinstance(page, ArticlePage)
    linked = [[piece.text for item in block.sentences for piece in item.pieces if piece.href] for block in page.blocks]
    assert linked == [[], ["Ada Lind"], ["Lind"]]
    for item in (item for block in page.blocks for item in block.sentences):
        assert "".join(piece.text for piece in item.pieces) in ("", item.text)


def test_a_name_is_linked_once_on_a_topic_page() -> None:
    page = pages(lind_world())["topics/the-bridge.html"]
    assert isinstance(page, TopicPage)
    lines = [*page.summary, *(item.line for item in page.statements)]
    assert [piece.text for line in lines for piece in line.pieces if piece.href] == ["Ada Lind"]


def test_of_names_that_overlap_the_first_is_linked() -> None:
    world = World(
        {"a.md": "# A\n\nThe Port of Vessel Authority met.\n", "b.md": "# B\n\nThe Port of Vessel Authority sat.\n"}
    )
    briefing = name(name(bare(world), "organisation", "Port of Vessel Authority"), "place", "Vessel")
    (sentence,) = briefing.analyses[0].sentences
    pieces = FirstNames(Corpus(briefing), "index.html").pieces(sentence.id)
    assert [(piece.text, piece.href) for piece in pieces] == [
        ("The ", ""),
        ("Port of Vessel Authority", "names/port-of-vessel-authority.html"),
        (" met.", ""),
    ]


def test_a_linked_sentence_is_rendered_as_exactly_its_words() -> None:
    page = pages(lind_world())["articles/post.html"]
    text = render(page, load_theme(None)).value.data.decode()
    assert '>Mayor <a class="name" href="../names/ada-lind.html">Ada Lind</a> opened the bridge.</span>' in text


def test_the_list_of_names_is_by_kind_then_a_to_z() -> None:
    briefing = lind_world()
    for words, speaker in (("Vessel has", "Vessel"), ("Gulls like", "Bo Eng")):
        briefing = quote(briefing, words, speaker)
    page = pages(briefing)["names.html"]
    assert isinstance(page, NamesPage)
    assert [
        (group.title, [card.name.text for part in group.ranges for card in part.names]) for group in page.groups
    ] == [
        ("People", ["Ada Lind", "Bo Eng"]),
        ("Places", ["Vessel"]),
    ]
    assert [card.counts for card in page.groups[0].ranges[0].names] == [
        "2 articles, 1 quotation",
        "1 article, 1 quotation",
    ]


def test_many_names_stand_under_their_letters() -> None:
    people = [f"{letter}{n} Lind" for letter in "AB" for n in "xyz"]
    world = World({f"{n}.md": f"# T\n\nThey saw {', '.join(people)}.\n" for n in "ab"})
    briefing = bare(world)
    for person in people:
        briefing = name(briefing, "person", person)
    page = pages(briefing)["names.html"]
    assert isinstance(page, NamesPage)
    assert [part.initial for part in page.groups[0].ranges] == [""]
    cards = [card.name.text for part in page.groups[0].ranges for card in part.names]
    assert cards == sorted(people)


def test_an_unrelated_article_leaves_the_page_of_a_name_as_it_is() -> None:
    gulls = "---\ndate: 2024-05-14\n---\n# Gulls\n\nGulls sit in the harbour.\n"
    before, after = site(lind_world()), site(lind_world({**LINDS, "gulls.md": gulls}))
    changed = {path for path in after if after[path] != before.get(path)}
    assert {"names/ada-lind.html", "names.html", "articles/post.html", "topics/the-bridge.html"}.isdisjoint(changed)
    assert "names/ada-lind.html" in after


def test_every_link_of_a_site_with_names_leads_somewhere() -> None:
    assert check_site(site(lind_world())) == ()
    assert check_site(site(bare(bridge_world(FILES)))) == ()


@pytest.mark.parametrize(
    ("sentence", "named", "kind", "expected"),
    [
        ("President Ada Lind spoke.", "Ada Lind", "person", "president"),
        ("They met U.S. envoy Ada Lind.", "Ada Lind", "person", "envoy"),
        ("The mayor, Ada Lind, spoke.", "Ada Lind", "person", "mayor"),
        ("Ada Lind, Norway’s national security council secretary, spoke.", "Ada Lind", "person", "secretary"),
        ("Ada Lind is a Norwegian writer.", "Ada Lind", "person", "writer"),
        ("Ada Lind spoke.", "Ada Lind", "person", None),
        ("They met Ada Lind and the president.", "Ada Lind", "person", None),
        ("Vessel, a port on the coast, grows.", "Vessel", "place", "port"),
        ("It rains in the Vessel region.", "Vessel", "place", "region"),
        ("In Norway, the Vessel Bay Area burns.", "Norway", "place", None),
        ("The president of Norway spoke.", "Norway", "place", None),
        ("NATO is an alliance.", "NATO", "organisation", "alliance"),
        ("The treaty of Rome was signed.", "Rome", "event", None),
    ],
)
def test_a_description_stands_beside_the_name(
    sentence: str, named: str, kind: EntityKind, expected: str | None
) -> None:
    start = sentence.index(named)
    assert description(sentence, Mention("a.s1", start, start + len(named), named, kind), kind) == expected


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Lind", "ada-lind"),
        ("Mayor Ada Lind", "ada-lind"),
        ("Vessel’s mayor Ada Lind", "ada-lind"),
        ("Ada Lind of Vessel", "ada-lind"),
        ("a spokesman for Vessel", "vessel"),
        ("the Vessel officials", None),
        ("Lindgren", None),
        ("she", None),
        (None, None),
    ],
)
def test_a_speaker_is_the_person_named_else_the_name_that_the_words_end_in(
    speaker: str | None, expected: str | None
) -> None:
    world = World({"a.md": "# A\n\n“It held,” said Lind. Ada Lind lives in Vessel.\n"})
    briefing = name(name(bare(world), "person", "Ada Lind", "Lind"), "place", "Vessel")
    (found,) = Naming(quote(briefing, "It held,", speaker)).speakers.values()
    assert (found.id if found else None) == expected


def split(monkeypatch: pytest.MonkeyPatch, files: dict[str, str] = LINDS) -> dict[str, NamePage]:
    """The pages of a name that one does not hold; on the first stays only the topic that names it most."""
    for limit in ("_FIRST_SAID", "_FIRST_TOPICS", "_FIRST_ARTICLES"):
        monkeypatch.setattr(f"sitegen.compose.names.{limit}", 0)
    monkeypatch.setattr("sitegen.compose.names._MOST_OF_NAME", 1)
    found = pages(lind_world(files))
    return {path: page for path, page in found.items() if isinstance(page, NamePage) and "ada-lind" in path}


def test_a_name_that_one_page_does_not_hold_leads_to_what_is_said_by_topic_and_by_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = lind(lind_world())
    made = split(monkeypatch)
    first = made["names/ada-lind.html"]
    assert first.paging is not None
    assert [(part.page.text, part.count) for part in first.paging.parts] == [
        ("In their words", 1),
        ("What else is said", 1),
        ("Articles", 2),
    ]
    assert [line.text for line in first.who] == [line.text for line in whole.who]
    assert [line.text for line in made["names/ada-lind.said_.html"].said] == [line.text for line in whole.said]
    assert [g.topic for page in made.values() for g in page.statements] == [g.topic for g in whole.statements]
    assert {tally.page for page in made.values() for tally in page.articles} == {t.page for t in whole.articles}
    assert {tally.page for page in made.values() for tally in page.topics} == {t.page for t in whole.topics}


@pytest.mark.parametrize(("outlets", "on_first"), [(20, ["Crossings", "Gulls"]), (30, ["Crossings"])])
def test_the_topic_that_names_it_most_stands_on_the_first_page_however_many_carry_it(
    outlets: int, on_first: list[str]
) -> None:
    crossings = [f"Ada Lind crossed {what}." for what in ("bridges", "rivers", "fields", "hills")]
    tolls = [f"Ada Lind raised {what}." for what in ("tolls", "fares", "fines")]
    said = " ".join((*crossings, *tolls, "Ada Lind likes gulls."))
    world = World({f"{number}.md": f"# T\n\nAda Lind rests. {said}\n" for number in range(10, 10 + outlets)})

    def carried(text: str, articles: int) -> str:
        places = [s.id for a in world.analyses for s in a.sentences if s.text == text][:articles]
        companions = tuple(Companion(place, "same", 0.5) for place in places[1:])
        sources = tuple(place.partition(".")[0] for place in places)
        id_ = f"st-{len(world.statements)}"
        world.statements.append(Statement(id_, places[0], companions, sources, articles, articles))
        return id_

    world.gather("Crossings", *(carried(text, outlets) for text in crossings))
    world.gather("Tolls", *(carried(text, 6) for text in tolls))
    world.gather("Gulls", carried("Ada Lind likes gulls.", 1))
    made = [page for page in pages(name(bare(world), "person", "Ada Lind")).values() if isinstance(page, NamePage)]
    first = next(page for page in made if page.path == "names/ada-lind.html")
    assert [group.topic.text for group in first.statements] == on_first
    assert [item.line.text for item in first.statements[0].items] == crossings[:1]
    assert first.statements[0].more == len(crossings) - 1
    assert {g.topic.text for page in made for g in page.statements} == {"Crossings", "Tolls", "Gulls"}


def test_a_passage_has_the_same_number_on_all_pages_of_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = lind(lind_world())
    numbers = {passage.id: passage.number for source in whole.sources for passage in source.passages}
    for page in split(monkeypatch).values():
        for source in page.sources:
            assert {passage.id: passage.number for passage in source.passages}.items() <= numbers.items()


def test_the_search_knows_a_name_once_however_many_pages_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    made = split(monkeypatch)
    assert [page.path for page in made.values() if indexed(page, ENGLISH)] == ["names/ada-lind.html"]


def test_pages_of_a_name_have_titles_and_descriptions_of_their_own_and_lead_somewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    split(monkeypatch)
    files = site(lind_world())
    assert [str(problem) for problem in check_site(files) if problem.code in ("link-dead", "anchor-dead")] == []
    for told in (rb"<title>(.*)</title>", rb'<meta name="description" content="([^"]*)">'):
        found = [text for path, data in files.items() if path.endswith(".html") for text in re.findall(told, data)]
        assert len(found) == len(set(found))
