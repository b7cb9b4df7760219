"""Pictures: what is drawn, when nothing is, and that words say the same."""

from collections.abc import Mapping
from itertools import pairwise

import pytest

from sitegen.compose import matrix
from sitegen.compose.pages import IndexPage, SourcesPage, TimelineDate, TimelinePage, TopicPage
from sitegen.compose.pages.pictures import BarChart, Matrix
from sitegen.model import Briefing
from tests.compose.finds import bare, date
from tests.world import World, pages, site


def dated(*days: str, text: str = "The gulls left the pier on foot.") -> dict[str, str]:
    """One article a day, each by an outlet of its own; an empty day: undated."""
    return {
        f"a{number:02}.md": f"---\n{f'date: {day}' if day else 'agency: none'}\npublisher: Outlet {number}\n---\n"
        f"# Title {number}\n\n{text}\n"
        for number, day in enumerate(days, 1)
    }


def index(files: Mapping[str, str]) -> IndexPage:
    page = pages(World(files).briefing())["index.html"]
    assert isinstance(page, IndexPage)
    return page


def chart(*days: str) -> BarChart:
    found = index(dated(*days)).reported
    assert found is not None
    return found


def test_articles_are_counted_by_day_with_the_first_and_the_newest_named() -> None:
    found = chart("2024-05-12", "2024-05-14", "2024-05-14", "")
    assert found.caption == (
        "When was it reported? 3 articles by day, from 12 May 2024 to 14 May 2024; most on 14 May 2024: 2. "
        "Not drawn: 1 without a day."
    )
    assert found.description == "1 article on 12 May 2024; 2 articles on 14 May 2024."
    assert [(tick.text, tick.x, tick.anchor) for tick in found.ticks] == [
        ("12 May 2024", 0, "start"),
        ("14 May 2024", 100, "end"),
    ]


def test_columns_are_as_high_as_their_numbers_stand_where_their_days_are_and_keep_within_the_picture() -> None:
    one, three, two = chart(*("2024-05-12 2024-05-14 2024-05-14 2024-05-14 2024-05-16 2024-05-16".split())).columns
    assert (one.height, two.height, three.height) == (64 // 3, 128 // 3, 64)
    assert (one.left, round(two.left + two.width, 1)) == (0, 100.0)
    assert three.left + three.width / 2 == pytest.approx(50, abs=0.01)
    assert [column.number for column in (one, three, two)] == ["", "3", ""]


@pytest.mark.parametrize(
    ("last", "unit"), [("2024-06-30", "day"), ("2024-07-30", "week"), ("2025-12-30", "month"), ("2034-01-01", "year")]
)
def test_where_days_would_be_too_many_weeks_months_or_years_are_drawn(last: str, unit: str) -> None:
    assert f" by {unit}, " in chart("2024-05-12", "2024-05-13", last).caption


@pytest.mark.parametrize(
    "days", [("2024-05-12", "2024-05-13"), ("2024-05-12",) * 4, ("2024-05-12", "2024-05-13", "", "")]
)
def test_fewer_than_three_dated_articles_or_one_day_only_are_not_drawn(days: tuple[str, ...]) -> None:
    page = pages(World(dated(*days)).briefing())["index.html"]
    assert isinstance(page, IndexPage)
    assert page.reported is None


# The timeline


def event_briefing(*values: str) -> Briefing:
    """Sentences that date something, one a value."""
    words = [f"{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(len(values))]
    briefing = bare(World({"a.md": "# A\n\n" + "".join(f"Gulls came at {word}. " for word in words) + "\n"}))
    for word, value in zip(words, values, strict=True):
        briefing = date(briefing, f"at {word}", value, "as written")
    return briefing


def events(*values: str) -> TimelinePage:
    page = pages(event_briefing(*values))["timeline.html"]
    assert isinstance(page, TimelinePage)
    return page


def test_each_column_of_the_timeline_leads_to_its_first_date() -> None:
    page = events(*["2024-05-12"] * 5, *["2024-05-14"] * 3, "2024-05")
    assert page.chart is not None
    assert [(c.words, c.href, c.number) for c in page.chart.columns] == [
        ("5 dated sentences on 12 May 2024", "#on-2024-05-12", "5"),
        ("3 dated sentences on 14 May 2024", "#on-2024-05-14", "3"),
    ]
    assert {found.id for found in page.dates} == {"on-2024-05", "on-2024-05-12", "on-2024-05-14"}
    assert "Not drawn: 1 known less exactly." in page.chart.caption
    assert [tick.text for tick in page.chart.ticks] == ["12", "13", "14", "May 2024"]


def test_what_lies_far_from_most_stands_at_the_ends() -> None:
    page = events("1931-03-01", *["2024-05-12"] * 6, *["2024-05-14"] * 3, "2025-01-01")
    assert page.chart is not None
    assert [(c.words, c.href) for c in page.chart.columns] == [
        ("1 dated sentence before 12 May 2024", "#on-1931-03-01"),
        ("6 dated sentences on 12 May 2024", "#on-2024-05-12"),
        ("3 dated sentences on 14 May 2024", "#on-2024-05-14"),
        ("1 dated sentence after 14 May 2024", "#on-2025-01-01"),
    ]
    assert "At the ends (…): 1 before 12 May 2024, 1 after 14 May 2024." in page.chart.caption


@pytest.mark.parametrize(
    ("values", "unit"),
    [
        (("2024-05-01", "2024-05-20", "2024-06-02", "2024-06-09") * 2, "week"),
        (("2024-05-01", "2024-07", "2024-09-02", "2024-11-09") * 2, "month"),
        (("2014", "2016-05-01", "2018", "2018/2018-05") * 2, "year"),
    ],
)
def test_the_finest_unit_is_taken_that_holds_most_of_the_dates(values: tuple[str, ...], unit: str) -> None:
    found = events(*values).chart
    assert found is not None
    assert f" by {unit};" in found.caption


def test_columns_of_the_timeline_are_wide_enough_for_a_finger_on_the_narrowest_phone() -> None:
    found = events("1931-03-01", *(f"2024-05-{day:02}" for day in range(1, 11)), "2025-01-01").chart
    assert found is not None
    assert len(found.columns) == 12
    assert min(column.slot_width for column in found.columns) * 290 / 100 >= 24
    assert all(one.slot_left + one.slot_width <= two.slot_left + 0.02 for one, two in pairwise(found.columns))


def test_what_was_to_come_is_in_outline() -> None:
    text = "Boats came on 2 May 2024. Gulls came on 3 May 2024. " * 4 + "Tolls will start on 4 May 2024."
    page = pages(World({"a.md": f"---\ndate: 2024-05-03\n---\n# A\n\n{text}\n"}).briefing())["timeline.html"]
    assert isinstance(page, TimelinePage)
    assert page.chart is not None
    assert [c.hollow_height > 0 for c in page.chart.columns] == [False, False, True]
    assert page.chart.columns[-1].height == 0
    assert page.chart.columns[-1].words == "1 dated sentence on 4 May 2024, 1 of them to come when reported"


def test_fewer_than_eight_dated_sentences_are_not_drawn() -> None:
    assert events(*["2024-05-12"] * 4, *["2024-05-14"] * 3).chart is None
    assert events(*["2024-05-12"] * 9).chart is None


def test_a_date_that_no_calendar_has_is_left_out() -> None:
    found = events("-0044", *["2024-05-12"] * 5, *["2024-05-14"] * 3).chart
    assert found is not None
    assert "Not drawn: 1 known less exactly." in found.caption


# Who carries what

PIER = {
    "a.md": "---\npublisher: Alpha\n---\n# A\n\nGulls left the pier. Boats left the quay. Cats left the barn.\n",
    "b.md": "---\npublisher: Beta\n---\n# B\n\nThe pier lost gulls. The quay lost boats. The barn lost cats.\n",
    "c.md": "---\npublisher: Gamma\n---\n# C\n\nNo gull was seen. All boats were gone. Dogs stayed.\n",
}


def pier() -> World:
    world = World(PIER)
    gulls = world.say("Gulls left", ("The pier lost", "same"), ("No gull", "partial"))
    boats = world.say("Boats left", ("The quay lost", "same"), ("All boats", "entailed"))
    cats = world.say("Cats left", ("The barn lost", "same"))
    dogs = world.say("Dogs stayed")
    world.gather("The pier", gulls, boats, cats, dogs)
    world.gather("The quay", boats, cats)
    world.gather("The barn", cats)
    return world


def topic_matrix_of(world: World) -> Matrix | None:
    page = pages(world.briefing())["topics/the-pier.html"]
    assert isinstance(page, TopicPage)
    return page.matrix


def test_a_topic_shows_which_article_carries_each_shared_statement_in_full_in_part_or_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(matrix, "_FEWEST_STATEMENTS", 3)
    found = topic_matrix_of(pier())
    assert found is not None
    assert [(column.text, column.label, column.href) for column in found.columns] == [
        ("1 Alpha", "1 Alpha", "../articles/a.html"),
        ("2 Beta", "2 Beta", "../articles/b.html"),
        ("3 Gamma", "3 Gamma", "../articles/c.html"),
    ]
    assert [(row.text, *(cell.kind for cell in row.cells)) for row in found.rows] == [
        ("Gulls left the pier.", "full", "full", "part"),
        ("Boats left the quay.", "full", "full", "full"),
        ("Cats left the barn.", "full", "full", "silent"),
    ]
    assert all(row.href.startswith("#st-") for row in found.rows)


def test_beyond_fifteen_articles_the_columns_are_outlets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix, "_FEWEST_STATEMENTS", 3)
    texts = {f"{chr(97 + n)}.md": f"---\npublisher: Outlet {n % 4}\n---\n# T\n\n{n} gulls left. " for n in range(16)}
    texts = {path: f"{text}{n} boats left. {n} cats left.\n" for n, (path, text) in enumerate(texts.items())}
    world = World(texts)
    said = [
        world.say(f"0 {who}", *((f"{n} {who}", "same") for n in range(1, 15))) for who in ("gulls", "boats", "cats")
    ]
    world.gather("The pier", *said, world.say("15 gulls"))
    found = topic_matrix_of(world)
    assert found is not None
    assert [column.text for column in found.columns] == ["Outlet 3", "Outlet 0", "Outlet 1", "Outlet 2"]
    assert found.columns[0].href == "../sources.html#outlet-outlet-3"
    assert found.caption == "Which outlet says what? The 3 statements that more than one article carries."


def test_two_articles_or_few_shared_statements_have_no_matrix() -> None:
    assert topic_matrix_of(pier()) is None
    two = World({path: text for path, text in PIER.items() if path != "c.md"})
    two.gather("The pier", *(two.say(a, (b, "same")) for a, b in (("Gulls", "The pier"), ("Boats", "The quay"))))
    assert topic_matrix_of(two) is None


def test_the_page_of_sources_shows_how_much_of_each_topic_an_article_carries() -> None:
    page = pages(pier().briefing())["sources.html"]
    assert isinstance(page, SourcesPage)
    assert page.matrix is not None
    assert (page.matrix.rows[0].text, page.matrix.rows[0].href) == ("The pier", "topics/the-pier.html")
    assert [[(cell.kind, cell.words) for cell in row.cells] for row in page.matrix.rows] == [
        [("part", "3 of 4 statements"), ("part", "3 of 4 statements"), ("part", "2 of 4 statements")],
        [("full", "2 of 2 statements"), ("full", "2 of 2 statements"), ("part", "1 of 2 statements")],
        [("full", "1 of 1 statement"), ("full", "1 of 1 statement"), ("silent", "not found")],
    ]
    fills = [cell.fill for cell in page.matrix.rows[0].cells]
    assert fills == sorted(fills, reverse=True)


# The map of topics


def tied(*shared: tuple[str, str, int]) -> World:
    """Topics of which pairs share so many statements."""
    total = sum(count for _, _, count in shared)
    words = [f"{chr(65 + number // 26)}{chr(97 + number % 26)}" for number in range(total)]
    world = World({"a.md": "# A\n\n" + "".join(f"{word} gulls left the pier. " for word in words) + "\n"})
    said = iter([world.say(f"{word} gulls") for word in words])
    topics: dict[str, list[str]] = {}
    for one, other, count in shared:
        for _ in range(count):
            statement = next(said)
            topics.setdefault(one, []).append(statement)
            topics.setdefault(other, []).append(statement)
    for title, statements in topics.items():
        world.gather(title, *statements)
    return world


def ties(*shared: tuple[str, str, int]) -> IndexPage:
    page = pages(tied(*shared).briefing())["index.html"]
    assert isinstance(page, IndexPage)
    return page


CHAIN = (("Ants", "Dogs", 3), ("Dogs", "Bees", 2), ("Bees", "Eels", 4), ("Eels", "Cats", 2))


def test_topics_that_share_most_stand_close_together() -> None:
    found = ties(*CHAIN).ties
    assert found is not None
    order = [node.text for node in found.nodes]
    assert order in (["Ants", "Dogs", "Bees", "Eels", "Cats"], ["Cats", "Eels", "Bees", "Dogs", "Ants"])
    assert found.nodes[0].href.startswith("topics/")
    thickest = found.arcs[0]
    assert thickest.words.endswith(": 4 statements")
    assert thickest.stroke == max(arc.stroke for arc in found.arcs)
    assert all(arc.x >= arc.depth and arc.bottom < found.height for arc in found.arcs)


def test_the_map_does_not_hang_on_the_order_of_topics() -> None:
    assert ties(*CHAIN).ties is not None
    one, other = ties(*CHAIN).ties, ties(*reversed(CHAIN)).ties
    assert one is not None
    assert other is not None
    assert [node.text for node in one.nodes] == [node.text for node in other.nodes]


def test_few_ties_or_all_with_all_have_no_map() -> None:
    assert ties(*CHAIN[:3]).ties is None
    assert ties(*((one, other, 2) for one, other in _pairs("ABCDEF"))).ties is None


def test_of_many_ties_the_stronger_ones_are_drawn() -> None:
    weak = [(one, other, 2) for one, other in _pairs("ABCDEF")]
    found = ties(*weak, ("A", "B", 2), ("B", "C", 3), ("C", "D", 2), ("D", "E", 1)).ties
    assert found is not None
    assert len(found.arcs) == 4
    assert "share 3 statements or more" in found.caption


def _pairs(letters: str) -> list[tuple[str, str]]:
    return [(one, other) for at, one in enumerate(letters) for other in letters[at + 1 :]]


# As HTML


def test_pictures_are_drawn_without_styles_in_line_and_have_words_for_those_who_do_not_see_them() -> None:
    files = site(World(dated("2024-05-12", "2024-05-14", "2024-05-14")).briefing())
    html = files["index.html"].decode()
    assert '<svg role="img" aria-labelledby="by-date-title" aria-describedby="by-date-figures"' in html
    assert '<desc id="by-date-figures">1 article on 12 May 2024; 2 articles on 14 May 2024.</desc>' in html
    assert " style=" not in html
    sources = site(pier().briefing())["sources.html"].decode()
    assert sources.count('role="img"') == 9
    assert "<title>3 of 4 statements</title>" in sources


def test_a_date_has_an_anchor_of_its_own_on_the_page_of_the_timeline() -> None:
    assert TimelineDate("2024", "2024", ()).id == ""
    ids = [found.id for found in events("2024-05", "2024-05/2024-06", "2024-05-01").dates]
    assert ids == ["on-2024-05", "on-2024-05-to-2024-06", "on-2024-05-01"]
