"""What a desk would write by hand: counts of sources, silence, words that several articles quote, dates of a topic."""

from dataclasses import replace

from sitegen.compose.pages import IndexPage, QuotesPage, TopicPage
from sitegen.model import Briefing, Companion, Difference, DifferenceSide, Origin, Story
from sitegen.reasons import as_it_is
from tests.compose.finds import bare, date
from tests.world import World, bridge_world, pages, site

FULL = "# A\n\n“We have mended the old bridge twice this year,” said Ada Lind.\n"
OTHER = "# B\n\n“We have mended the new bridge twice this year,” she said.\n\nIt rained.\n"


def topic(briefing: Briefing, id_: str) -> TopicPage:
    page = pages(briefing)[f"topics/{id_}.html"]
    assert isinstance(page, TopicPage)
    return page


def index(briefing: Briefing) -> IndexPage:
    page = pages(briefing)["index.html"]
    assert isinstance(page, IndexPage)
    return page


def test_a_page_says_in_two_lines_of_counts_what_it_rests_on() -> None:
    assert index(bridge_world().briefing()).behind == (
        "3 articles from 2 outlets (1 without a stated outlet); 12 May 2024 to 13 May 2024, 1 undated.",
        "Speakers: 2 named, 0 unnamed. Open differences: 0.",
    )
    assert topic(bridge_world().briefing(), "the-bridge").behind == (
        "2 articles from 2 outlets; 12 May 2024 to 13 May 2024.",
        "Speakers: 1 named, 0 unnamed. Open differences: 0.",
    )


def test_copies_are_one_origin_and_what_may_be_a_copy_is_told() -> None:
    world = bridge_world()
    world.origins = (Origin("o", ("post", "wire"), as_it_is("they share a sentence")),)
    assert "2 original reports; " in index(world.briefing()).behind[0]
    assert "Most copied text: 2 of 3 articles (67 %)." in index(world.briefing()).behind[1]
    world.origins = (Origin("o", ("post", "wire"), as_it_is("they share a sentence"), is_doubtful=True),)
    assert "2 to 3 original reports; " in index(world.briefing()).behind[0]


def test_a_difference_is_open_until_a_later_report_settles_it() -> None:
    world = bridge_world()
    sides = tuple(
        DifferenceSide(words, (world.sentence(begins).id,))
        for words, begins in (("Sunday", "The bridge at"), ("June", "The ferry stops"))
    )
    opened = Difference("d", "date", as_it_is("when"), sides)
    settled = replace(opened, id="e", superseded=as_it_is("it came later"))
    spelt = replace(opened, id="f", kind="spelling")
    briefing = replace(world.briefing(), differences=(opened, settled, spelt))
    assert index(briefing).behind[1].endswith("Open differences: 1.")


def test_who_of_the_topic_does_not_carry_what_most_do_is_named_by_outlet() -> None:
    texts = {name: f"---\npublisher: {name.title()}\n---\n# {name}\n\nIt held.\n\n{name} alone.\n" for name in "abcd"}
    world = World({f"{name}.md": text for name, text in texts.items()})
    first, *others = (s.id for analysis in world.analyses for s in analysis.sentences if s.text == "It held.")
    alone = [world.say(f"{name} alone") for name in "abcd"]
    world.gather("The hold", *alone)
    briefing = world.briefing()
    statement = replace(
        briefing.statements[0],
        id="st-held",
        sentence=first,
        also=tuple(Companion(sentence, "same", 1.0) for sentence in others[:2]),
        sources=("a", "b", "c"),
        origins=3,
        most_origins=3,
    )
    held = replace(
        briefing.topics[0],
        summary=(first,),
        members=(replace(briefing.topics[0].members[0], statement="st-held"), *briefing.topics[0].members),
    )
    page = topic(replace(briefing, statements=(statement, *briefing.statements), topics=(held,)), "the-hold")
    (item,) = page.corroborated
    assert [(link.text, link.href.partition("#")[0]) for link in item.silent] == [("D", "../articles/d.html")]
    assert all(not item.silent for item in page.single)


def quoted() -> World:
    world = World({"a.md": FULL, "b.md": OTHER})
    world.gather("The bridge", world.say("“We have mended the old"))
    return world


def test_words_that_several_articles_quote_stand_side_by_side_with_what_differs() -> None:
    briefing = replace(quoted().briefing(), stories=(Story("s", ("a", "b")),))
    quotes = pages(briefing)["quotes.html"]
    assert isinstance(quotes, QuotesPage)
    for items in (quotes.utterances, topic(briefing, "the-bridge").utterances):
        (item,) = items
        assert ([link.text for link in item.speakers], item.carried) == (["Ada Lind"], "2 articles")
        first, second = item.renderings
        assert (first.relation, first.variants) == ("the fullest", ())
        assert second.relation == "other words"
        assert [(variant.here, variant.there) for variant in second.variants] == [("new", "old")]
        (line,) = second.lines
        assert [piece.text for piece in line.pieces if piece.is_other] == ["new"]
        assert "".join(piece.text for piece in line.pieces) == line.text


def test_other_words_are_marked_and_named_on_the_page() -> None:
    briefing = replace(quoted().briefing(), stories=(Story("s", ("a", "b")),))
    html = site(briefing)["quotes.html"].decode()
    assert '<mark class="other">new</mark>' in html
    assert "<q>new</q> for <q>old</q>" in html


def test_a_topic_has_a_line_of_time_when_it_has_two_dates() -> None:
    world = World({"a.md": "# A\n\nIt fell in 1931. It reopened on Sunday.\n"})
    world.gather("The bridge", world.say("It fell"), world.say("It reopened"))
    one = date(bare(world), "1931", "1931", "as written")
    assert topic(one, "the-bridge").dates == ()
    two = topic(date(one, "Sunday", "2024-05-12", "as written"), "the-bridge")
    assert [found.words for found in two.dates] == ["1931", "12 May 2024"]


def test_one_outlet_in_two_spellings_of_its_name_is_counted_once() -> None:
    world = World(
        {
            "a.md": "---\npublisher: HARBOUR POST\n---\n\nIt rains.\n",
            "b.md": "---\npublisher: Harbour Post\n---\n\nIt snows.\n",
        }
    )
    assert index(world.briefing()).behind[0].startswith("2 articles from 1 outlet; ")
