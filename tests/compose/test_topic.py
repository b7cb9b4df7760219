"""A topic page: what stands where on it, since when it is known, how a statement is cited, and where it goes on."""

from dataclasses import replace

from sitegen.compose.options import ComposeOptions
from sitegen.compose.pages import Link, TopicPage, TopicPartPage
from sitegen.compose.parts import FIRST, MOST, WHOLE
from sitegen.editions import Edition
from sitegen.history import make_history
from sitegen.model import Briefing, Difference, DifferenceSide
from sitegen.published import read_published
from sitegen.reasons import as_it_is
from tests.world import FILES, World, bridge_world, pages, site

FERRY = """---
published: 2024-05-12
publisher: Post
author: Ada Lind
url: https://post.example/ferry
---
# The ferry

The ferry stops in June. The council voted on it.

## Why it matters

The ferry is the only way to the island.

## Background

The ferry was built in 1931.
"""


def topic(briefing: Briefing, id_: str) -> TopicPage:
    page = pages(briefing)[f"topics/{id_}.html"]
    assert isinstance(page, TopicPage)
    return page


def ferry_world() -> World:
    other = "---\ndate: 2024-05-14\n---\n# Ferry\n\nIn June the ferry stops.\n\nThe ferry stops in June, for good.\n"
    world = World({"ferry.md": FERRY, "other.md": other})
    stops = world.say("The ferry stops in June.", ("In June", "same"), ("The ferry stops in June, for", "entailed"))
    rest = ("The council", "The ferry is the only", "The ferry was built", "The ferry stops in June, for")
    world.gather("The ferry", stops, *map(world.say, rest))
    return world


def test_what_a_heading_calls_background_or_weighty_stands_in_sections_of_their_own() -> None:
    page = topic(ferry_world().briefing(), "the-ferry")
    assert [item.line.text for item in page.matters] == ["The ferry is the only way to the island."]
    assert [item.line.text for item in page.background] == ["The ferry was built in 1931."]
    assert [item.line.text for item in page.single] == ["The council voted on it."]


def test_another_wording_that_is_a_statement_of_the_page_is_printed_once_under_the_first() -> None:
    page = topic(ferry_world().briefing(), "the-ferry")
    (first,) = page.corroborated
    (other,) = first.together
    assert (other.line.text, other.relation) == ("The ferry stops in June, for good.", "says this, and adds to it")
    assert (first.support, other.support) == ("2 of 2 articles", "with what it adds: 1 article in these words")
    assert [wording.line.text for wording in first.wordings] == ["In June the ferry stops."]
    printed = [item.line.text for item in page.statements]
    assert len(printed) == len(set(printed)) == 5


def test_a_statement_is_cited_with_what_is_known_of_it() -> None:
    source = topic(ferry_world().briefing(), "the-ferry").sources[0]
    assert source.citation == "Ada Lind. The ferry. Post, 12 May 2024. https://post.example/ferry"


def test_without_an_original_the_file_is_cited() -> None:
    world = World({"notes.md": "The ferry will stop in June, the council wrote.\n"})
    world.gather("The ferry", world.say("The ferry will"))
    (source,) = topic(world.briefing(), "the-ferry").sources
    assert source.citation == "“The ferry will stop in June, the council wrote.” (no title: its first words). notes.md"


def test_since_when_a_statement_is_known_and_in_which_period() -> None:
    page = topic(ferry_world().briefing(), "the-ferry")
    (first,) = page.corroborated
    assert (first.since, first.periods) == ("since 12 May 2024", ("1", "2"))
    assert (page.single[0].since, page.single[0].periods) == ("12 May 2024", ("1",))
    assert [(choice.words, choice.count) for choice in page.periods] == [("12 May 2024", 4), ("14 May 2024", 2)]


def test_where_all_reports_are_of_one_day_there_is_no_period_to_choose() -> None:
    world = World({"ferry.md": FERRY})
    world.gather("The ferry", world.say("The ferry stops"))
    page = topic(world.briefing(), "the-ferry")
    assert (page.periods, page.single[0].since, page.single[0].periods) == ((), "", ())


def test_more_days_than_six_are_periods_that_follow_each_other() -> None:
    files = {
        f"{day}.md": f"---\ndate: 2024-05-{day:02}\n---\n# Day {day}\n\nDay {day} was calm.\n" for day in range(1, 9)
    }
    world = World(files)
    world.gather("Days", *(world.say(f"Day {day} was") for day in range(1, 9)))
    found = topic(world.briefing(), "days").periods
    assert [choice.number for choice in found] == ["1", "2", "3", "4", "5", "6"]
    assert [choice.count for choice in found] == [1, 1, 2, 1, 1, 2]
    assert found[2].words == "3 May 2024 to 4 May 2024"


def test_a_topic_names_its_newest_source_and_says_when_the_folder_has_much_newer_ones() -> None:
    def newest(day: str) -> str:
        gulls = f"---\ndate: {day}\n---\n# Gulls\n\nGulls sit in the harbour.\n"
        return topic(bridge_world({**FILES, "gulls.md": gulls}).briefing(), "the-bridge").newest

    assert newest("2024-05-20") == "13 May 2024"
    assert newest("2024-05-21") == "13 May 2024, more than a week older than the newest article of the folder"
    assert newest("2024-06-13").startswith("13 May 2024, more than a month older")
    assert newest("2026-05-14").startswith("13 May 2024, more than a year older")


def test_a_lede_longer_than_sixty_words_is_cut_at_a_sentence() -> None:
    long = "The council " + "and the council " * 20 + "voted."
    world = World({"a.md": f"# A\n\nThe ferry stops. It is old. {long}\n"})
    world.gather("The ferry", *map(world.say, ("The ferry stops.", "It is old.", "The council and")))
    found = world.topics[0]
    sentences = [world.sentence(begins).id for begins in ("It is old.", "The council and")]
    world.topics[0] = replace(found, summary=tuple(sentences))
    assert [line.text for line in topic(world.briefing(), "the-ferry").summary] == ["It is old."]
    world.topics[0] = replace(found, summary=(sentences[1],))
    assert topic(world.briefing(), "the-ferry").summary == ()


def test_differences_stand_on_the_page_and_statements_lead_to_them_there() -> None:
    briefing = bridge_world().briefing()
    one, other = briefing.statements[0].sentence, briefing.statements[1].sentence
    sides = (DifferenceSide("Sunday", (one,)), DifferenceSide("June", (other,)))
    page = topic(replace(briefing, differences=(Difference("k.1", "date", as_it_is("When"), sides),)), "the-bridge")
    (found,) = page.differences
    assert [side.lines[0].sentence for side in found.sides] == [one, other]
    assert (found.whole, page.more_differences) == (None, None)
    assert page.corroborated[0].differs[0].href == "#k.1"


def test_a_long_page_lists_its_sections_and_a_short_one_does_not() -> None:
    assert topic(bridge_world().briefing(), "the-bridge").contents == ()
    files = site(ferry_world().briefing())["topics/the-ferry.html"].decode()
    contents = topic(ferry_world().briefing(), "the-ferry").contents
    assert [link.text for link in contents[:3]] == ["At a glance", "Timeline", "Why it matters"]
    assert all(f'id="{link.href[1:]}"' in files for link in contents)


def _many(number: int) -> World:
    """A topic of so many statements, each of an article of its own, the newest first by rank."""
    days = [f"{2000 + place // 12}-{place % 12 + 1:02}-01" for place in range(number)]
    files = {
        f"a{place:03}.md": f"---\ndate: {day}\n---\n# A{place}\n\nCase {place} was heard.\n"
        for place, day in enumerate(days)
    }
    world = World(files)
    world.gather("Cases", *(world.say(f"Case {place} was") for place in reversed(range(number))))
    return world


def test_a_large_topic_goes_on_with_the_oldest_reports_at_addresses_that_stay() -> None:
    found = pages(_many(FIRST + MOST + 5).briefing())
    first, second, third = (found[f"topics/cases{part}.html"] for part in ("", ".2", ".3"))
    assert isinstance(first, TopicPage)
    assert first.further_counts == f"{MOST + 5} more. Those of the oldest reports come first."
    assert isinstance(first, TopicPage)
    assert isinstance(second, TopicPartPage)
    assert isinstance(third, TopicPartPage)
    assert [len(page.statements) for page in (first, second, third)] == [FIRST, MOST, 5]
    assert first.single[0].line.text == f"Case {FIRST + MOST + 4} was heard."
    assert second.items[0].line.text == "Case 0 was heard."
    assert [link.href for link in first.further] == ["cases.html", "cases.2.html", "cases.3.html"]
    assert second.title == "Cases, page 2"
    newer = pages(_many(FIRST + MOST + 6).briefing())["topics/cases.2.html"]
    assert isinstance(newer, TopicPartPage)
    assert [item.id for item in newer.items] == [item.id for item in second.items]


def test_a_further_page_says_since_when_its_new_statements_are_new() -> None:
    briefing = _many(WHOLE + 1).briefing()
    plain = pages(briefing)["topics/cases.2.html"]
    assert isinstance(plain, TopicPartPage)
    assert plain.news is None
    present = read_published(site(briefing)["briefing.json"])
    (new, *_) = plain.statements
    before = replace(present, statements={id_: s for id_, s in present.statements.items() if id_ != new.id})
    options = ComposeOptions(history=make_history([Edition("2026-03-05", before)], present, {}))
    found = pages(briefing, options)
    first, second = found["topics/cases.html"], found["topics/cases.2.html"]
    assert isinstance(first, TopicPage)
    assert isinstance(second, TopicPartPage)
    assert first.news is None
    assert second.news == Link("../changes.html", "1 new since 5 March 2026")
    written = site(briefing, options)["topics/cases.2.html"].decode()
    assert '<p class="news"><a href="../changes.html">1 new since 5 March 2026</a></p>' in written


def test_links_to_a_statement_lead_to_the_page_that_it_is_on() -> None:
    world = _many(WHOLE + 1)
    files = site(world.briefing())
    assert 'href="../topics/cases.2.html#st-' in files["articles/a000.html"].decode()
    assert 'href="../topics/cases.html#st-' in files["articles/a012.html"].decode()
    assert "topics/cases.2.html#st-" in files["search/1.js"].decode()
    assert '<a href="cases.2.html" aria-current="page">' in files["topics/cases.2.html"].decode()


def test_all_that_several_origins_carry_stands_on_the_first_page() -> None:
    number = WHOLE + 1
    files = {f"{who}.md": "".join(f"{who} {n} came by. " for n in range(number)) for who in ("Gull", "Cat")}
    world = World(files)
    shared = [world.say(f"Gull {n} ", (f"Cat {n} ", "same")) for n in range(number - 1)]
    world.gather("Visits", world.say(f"Gull {number - 1} "), *shared)
    found = pages(world.briefing())
    first, second = (found[f"topics/visits{part}.html"] for part in ("", ".2"))
    assert isinstance(first, TopicPage)
    assert isinstance(second, TopicPartPage)
    assert (len(first.corroborated), first.single) == (number - 1, ())
    assert first.further_counts == "1 more."  # of no days, nothing is said
    assert [item.line.text for item in second.items] == [f"Gull {number - 1} came by."]


def test_a_row_of_the_matrix_leads_to_the_page_that_its_statement_is_on() -> None:
    names = ("Gull", "Cat", "Dog")
    world = World({f"{who}.md": "".join(f"{who} {n} came by. " for n in range(WHOLE + 1)) for who in names})
    copied = [
        world.say(f"Gull {n} ", (f"Cat {n} ", "same"), (f"Dog {n} ", "same"), origins=1) for n in range(WHOLE + 1)
    ]
    world.gather("Visits", *copied)
    first = pages(world.briefing())["topics/visits.html"]
    assert isinstance(first, TopicPage)
    assert first.matrix is not None
    here = {f"#{item.id}" for item in first.copied}
    hrefs = [row.href for row in first.matrix.rows]
    assert set(hrefs) & here
    assert {href.partition("#")[0] for href in hrefs if href not in here} == {"visits.2.html"}


def test_every_page_of_a_topic_has_its_text_and_its_references_are_those_of_all() -> None:
    files = site(_many(WHOLE + 1).briefing())
    assert "Case 0 was heard." in files["topics/cases.2.md"].decode()
    assert "[page 2](cases.2.md)" in files["topics/cases.md"].decode()
    assert files["topics/cases.bib"].decode().count("@") == WHOLE + 1


def test_a_source_has_one_number_on_all_pages_of_a_topic() -> None:
    number = WHOLE + 1
    files = {f"{who}.md": "".join(f"{who} {n} came by. " for n in range(number)) for who in ("Cat", "Gull")}
    world = World(files)
    shared = [world.say(f"Gull {n} ", (f"Cat {n} ", "same")) for n in range(number - 1)]
    world.gather("Visits", *shared, world.say(f"Gull {number - 1} "))
    found = pages(world.briefing())
    first, second = (found[f"topics/visits{part}.html"] for part in ("", ".2"))
    assert isinstance(first, TopicPage)
    assert isinstance(second, TopicPartPage)
    assert [source.number for source in first.sources] == [1, 2]
    assert [(source.number, [p.number for p in source.passages]) for source in second.sources] == [(2, [f"2.{number}"])]


def test_the_matrix_leads_to_statements_on_a_further_page() -> None:
    number = WHOLE + 1
    files = {f"{who}.md": "".join(f"{who} {n} came by. " for n in range(number)) for who in ("Gull", "Cat", "Dog")}
    world = World(files)
    said = [world.say(f"Gull {n} ", (f"Cat {n} ", "same"), (f"Dog {n} ", "same"), origins=1) for n in range(number)]
    world.gather("Visits", *said)
    found = topic(world.briefing(), "visits").matrix
    assert found is not None
    assert [row.href.partition("#")[0] for row in found.rows] == [""] * FIRST + ["visits.2.html"] * (number - FIRST)
