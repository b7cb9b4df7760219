"""Long lists on several pages: each item once, at an address that no other item moves."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.check import check_site
from sitegen.compose.pages import DifferencesPage, NamesPage, Paging, SourcesPage, TimelinePage, TopicPage
from sitegen.compose.paging import Lettered, Paged, Step, date_steps, step_after
from sitegen.interface import ENGLISH
from sitegen.model import Because, Briefing, Difference, DifferenceSide
from sitegen.reasons import Reason
from tests.compose.finds import bare, date, name, quote
from tests.world import World, pages, site

LISTS = ("coverage", "differences", "intake", "names", "outlets", "quotes", "stories", "timeline")


def paged(names: Iterable[str], most: int = 2) -> Paged[str]:
    return Paged("names.html", {name: Lettered(name) for name in names}, most)


def shown(made: Paged[str]) -> dict[str, tuple[str, ...]]:
    return {part.path: part.items for part in made.pages if part.items}


def below(navigation: Paging | None) -> list[str]:
    assert navigation is not None
    return [part.page.text for part in navigation.parts]


def test_what_fits_is_one_page() -> None:
    made = paged(["Ada", "Bo"])
    assert shown(made) == {"names.html": ("Ada", "Bo")}
    assert made.navigation(made.pages[0], "Names") is None


def test_what_does_not_is_split_by_letter_and_a_full_letter_by_the_next() -> None:
    made = paged(["Ada", "Sam", "San", "Sap", "Sue", "Éva"])
    assert shown(made) == {
        "names.a.html": ("Ada",),
        "names.sam.html": ("Sam",),
        "names.san.html": ("San",),
        "names.sap.html": ("Sap",),
        "names.su.html": ("Sue",),
        "names.e.html": ("Éva",),
    }


def test_a_new_item_moves_no_page_that_it_does_not_fill() -> None:
    before = shown(paged(["Ada", "Bo", "Cya"]))
    after = shown(paged(["Ada", "Bo", "Cya", "Cyd", "Cyn"]))
    assert {path: after[path] for path in ("names.a.html", "names.b.html")} == {
        path: before[path] for path in ("names.a.html", "names.b.html")
    }
    full = next(part for part in paged(["Ada", "Bo", "Cya", "Cyd", "Cyn"]).pages if part.path == "names.c.html")
    assert full.items == ()
    assert full.everything == ("Cya", "Cyd", "Cyn")


def test_each_page_leads_on_back_and_to_the_whole() -> None:
    made = paged(["Ada", "Sam", "San", "Sap", "Sue"])
    by_path = {part.path: made.navigation(part, "Names") for part in made.pages}
    first, middle = by_path["names.html"], by_path["names.san.html"]
    assert first is not None
    assert middle is not None
    assert [(found.page.href, found.page.text, found.count) for found in first.parts] == [
        ("names.a.html", "A", 1),
        ("names.s.html", "S", 4),
    ]
    assert [(link.href, link.text) for link in middle.above] == [
        ("names.html", "Names"),
        ("names.s.html", "S"),
        ("names.sa.html", "Sa"),
    ]
    assert middle.previous is not None
    assert middle.previous.href == "names.sam.html"
    assert middle.next is not None
    assert middle.next.href == "names.sap.html"


def test_a_page_does_not_say_its_own_words_again_of_each_of_its_parts() -> None:
    kind = Step("doubts", "Perhaps copies")
    made = Paged("sources.html", {name: Lettered(name, [kind]) for name in ("Ada", "Bo")} | {"x": []}, 1)
    page = next(part for part in made.pages if part.path == "sources.doubts.html")
    navigation = made.navigation(page, "Sources")
    assert navigation is not None
    assert [part.page.text for part in navigation.parts] == ["A", "B"]
    assert [part.step and part.step.title for part in page.parts] == ["Perhaps copies, A", "Perhaps copies, B"]


def test_words_that_only_begin_as_the_page_does_are_said_in_full() -> None:
    outlet = Step("a-the-magazine", "A, The Magazine")
    other = Step("ab", "Ab")
    steps = {n: [Step("a", "A"), outlet, step_after(outlet, n, n)] for n in "xy"}
    made = Paged("sources.html", {**steps, "z": [Step("a", "A"), other], "w": []}, 1)
    pages = {part.path: made.navigation(part, "Sources") for part in made.pages}
    assert below(pages["sources.a.html"]) == ["A, The Magazine", "Ab"]
    assert below(pages["sources.a-the-magazine.html"]) == ["x", "y"]


def test_of_a_day_the_outlet_is_said_once_on_the_pages_below_it() -> None:
    outlet = Step("wire", "Wire")
    dated = {day: [outlet, *date_steps(ENGLISH, day, outlet)] for day in ("2024-03-05", "2024-04-01", "2025-01-01")}
    made = Paged("sources.html", {**dated, "x": []}, 1)
    pages = {part.path: made.navigation(part, "Sources") for part in made.pages}
    assert below(pages["sources.html"]) == ["Wire"]
    assert below(pages["sources.wire.html"]) == ["2024", "2025"]
    assert below(pages["sources.wire.2024.html"]) == ["March 2024", "April 2024"]
    assert [part.step.title for part in made.pages if part.step] == [
        "Wire",
        "Wire, 2024",
        "Wire, March 2024",
        "Wire, April 2024",
        "Wire, 2025",
    ]


def test_items_with_all_steps_in_common_stay_together() -> None:
    steps = {item: [Step("a", "A")] for item in ("one", "two", "three")}
    made = Paged("names.html", steps, 2)
    assert shown(made) == {"names.html": ("one", "two", "three")}


def test_a_year_alone_stands_on_the_page_of_the_year() -> None:
    assert [step.key for step in date_steps(ENGLISH, "2024")] == ["2024"]
    assert [step.words for step in date_steps(ENGLISH, "2024-03-05")] == ["2024", "March 2024", "5 March 2024"]
    assert [step.key for step in date_steps(ENGLISH, "2024-W10")] == ["2024", "2024-03"]
    assert [step.key for step in date_steps(ENGLISH, "2020/2029")] == ["2020"]


@given(st.lists(st.text(alphabet="abäB 1-я.", max_size=5), max_size=12, unique=True), st.integers(1, 4))
def test_each_item_stands_on_one_page_and_each_page_has_an_address_of_its_own(names: list[str], most: int) -> None:
    made = paged(names, most)
    assert sorted(item for part in made.pages for item in part.items) == sorted(names)
    assert len({part.path for part in made.pages}) == len(made.pages)


def small(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    monkeypatch.setattr("sitegen.compose.search.MOST_ENTRIES", 1)
    for module in LISTS:
        monkeypatch.setattr(f"sitegen.compose.{module}._MOST", 1)
    return site(briefing)


def many() -> Briefing:
    world = World(
        {
            "a.md": "---\npublisher: Wire\ndate: 2024-05-13\n---\n# Bridge\n\n“It held,” said Ada Lind in 1931.\n",
            "b.md": "---\npublisher: Post\ndate: 2024-05-14\n---\n# Ferry\n\n“It sank,” said Bo Eng in May 1931.\n",
            "c.md": "# Trams\n\n“No tram came today,” said Ada Lind in 1950. “Nothing else.”\n",
        }
    )
    briefing = bare(world)
    for person in ("Ada Lind", "Bo Eng"):
        briefing = name(briefing, "person", person)
    for words, speaker in (("It held,", "Ada Lind"), ("It sank,", "Bo Eng"), ("No tram came today,", "Ada Lind")):
        briefing = quote(briefing, words, speaker)
    for words, value in (("in 1931", "1931"), ("May 1931", "1931-05"), ("in 1950", "1950")):
        briefing = date(briefing, words, value, "as written")
    return briefing


def differing() -> Briefing:
    """Two differences in what happened, and one that the desk dismissed. A topic holds the first, of which a side has
    more sentences than the topic's page shows.
    """
    world = World(
        {
            "a.md": "# A\n\nThe storm killed 12 fishermen. It sank 3 boats. It took 2 roofs.\n",
            "b.md": "# B\n\nThe storm killed 15 fishermen. It sank 4 boats. It took 5 roofs.\n",
        }
    )
    world.gather("The storm", world.say("The storm killed 12"), world.say("The storm killed 15"))
    briefing = world.briefing()
    one, other = ([sentence.id for sentence in analysis.sentences] for analysis in briefing.analyses)

    def difference(number: int, note: str, *says: str, dismissed: Because | None = None) -> Difference:
        sides = tuple(DifferenceSide(words, tuple(ids[number:])) for words, ids in zip(says, (one, other), strict=True))
        return Difference(f"k.{number}", "number", Reason(note), sides, dismissed=dismissed)

    return replace(
        briefing,
        differences=(
            difference(0, "Number: fishermen", "12 fishermen", "15 fishermen"),
            difference(1, "Number: boats", "3 boats", "4 boats"),
            difference(2, "Number: roofs", "2 roofs", "5 roofs", dismissed=Because("two streets")),
        ),
    )


def test_differences_stand_by_what_differs_and_those_dismissed_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    files = small(differing(), monkeypatch)
    made = {page.path: page for page in pages(differing()).values() if isinstance(page, DifferencesPage)}
    assert {path: [item.id for item in page.differences] for path, page in made.items() if page.differences} == {
        "differences.number.number--b.html": ["k.1"],
        "differences.number.number--f.html": ["k.0"],
    }
    assert [item.id for item in made["differences.dismissed.html"].dismissed] == ["k.2"]
    assert [str(problem) for problem in check_site(files) if problem.code in ("link-dead", "anchor-dead")] == []


def test_a_page_of_differences_says_how_many_of_all_stand_there(monkeypatch: pytest.MonkeyPatch) -> None:
    small(differing(), monkeypatch)
    made = pages(differing())
    whole, part = made["differences.html"], made["differences.number.number--b.html"]
    assert isinstance(whole, DifferencesPage)
    assert isinstance(part, DifferencesPage)
    assert whole.counts == "2 open differences."
    assert part.counts == "2 open differences. Here: 1 of them."


def test_a_topic_leads_to_the_page_that_has_all_sentences_of_its_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    small(differing(), monkeypatch)
    topic = pages(differing())["topics/the-storm.html"]
    assert isinstance(topic, TopicPage)
    (found,) = topic.differences
    assert found.whole is not None
    assert found.whole.href == "../differences.number.number--f.html#k.0"


def test_links_and_anchors_lead_to_the_page_that_holds_them(monkeypatch: pytest.MonkeyPatch) -> None:
    files = small(many(), monkeypatch)
    assert {"names.a.html", "sources.w.html", "intake.c.html", "coverage.no-outlet.html", "quotes.b.html"} <= set(files)
    assert {"timeline.1931.html", "timeline.1950.html", "search.b.html"} <= set(files)
    assert [str(problem) for problem in check_site(files) if problem.code in ("link-dead", "anchor-dead")] == []


def test_no_heading_of_a_page_skips_a_level(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.compose.search._FEW", 0)
    for path, data in small(many(), monkeypatch).items():
        if path.endswith(".html"):
            levels = [0, *map(int, re.findall(rb"<h(\d)", data))]
            assert all(below - above < 2 for above, below in pairwise(levels)), path


def test_no_two_pages_describe_themselves_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    files = small(many(), monkeypatch)
    described = [
        text
        for path, data in files.items()
        if path.endswith(".html")
        for text in re.findall(rb'<meta name="description" content="([^"]*)">', data)
    ]
    assert len(described) > len(LISTS)
    assert [text for text, times in Counter(described).items() if times > 1] == []


def test_the_pages_together_hold_what_one_would(monkeypatch: pytest.MonkeyPatch) -> None:
    def held() -> tuple[list[str], list[str], list[str]]:
        found = pages(many()).values()
        names = [
            n.name.text for p in found if isinstance(p, NamesPage) for g in p.groups for r in g.ranges for n in r.names
        ]
        articles = [c.article.text for p in found if isinstance(p, SourcesPage) for o in p.outlets for c in o.articles]
        dates = [d.value for p in found if isinstance(p, TimelinePage) for d in p.dates]
        return sorted(names), sorted(articles), sorted(dates)

    whole = held()
    small(many(), monkeypatch)
    assert held() == whole


def test_a_page_that_one_new_article_does_not_touch_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    before = small(many(), monkeypatch)
    more = World({"d.md": "---\npublisher: Quay\n---\n# Gulls\n\nGulls came.\n"}).briefing()
    briefing = many()
    after = small(
        replace(briefing, analyses=(*briefing.analyses, *more.analyses), fates=(*briefing.fates, *more.fates)),
        monkeypatch,
    )
    assert before["names.a.html"] == after["names.a.html"]
    assert set(before) <= set(after)
