"""Where sources differ, and what only looks so."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from sitegen.link.corpus import make_corpus
from sitegen.link.differences import DifferenceOptions, find_differences
from sitegen.link.entities import EntityOptions, merge_mentions
from sitegen.link.similar import Similarity, SimilarOptions
from sitegen.model import Attribution, Difference, EntityKind, Quote
from sitegen.reasons import NO_REASON
from tests.link.world import World, analyses

_ASIDE = {"a": "A choir sang in the chapel.", "b": "Nets were repaired on the coast."}
_NAMES = ("Berit Lund", "Olav Brenning", "Olav Brening", "Brenning", "Brening", "Per Holm")
_PEOPLE: dict[str, EntityKind] = dict.fromkeys(_NAMES, "person")


def _found(
    world: World,
    *,
    names: Mapping[str, EntityKind] = _PEOPLE,
    published: Mapping[str, str] | None = None,
    options: DifferenceOptions | None = None,
) -> tuple[Difference, ...]:
    made = [
        replace(a, article=replace(a.article, metadata=replace(a.article.metadata, published=day)))
        for a in analyses(world, names)
        for day in [(published or {}).get(a.article.id)]
    ]
    corpus = make_corpus(made)
    entities = merge_mentions(corpus, EntityOptions())
    return find_differences(Similarity(corpus, SimilarOptions()), entities, options or DifferenceOptions())


def _between(one: str, other: str, days: tuple[str, str] | None = None) -> list[tuple[str, list[str]]]:
    world = {"a": [one, _ASIDE["a"]], "b": [other, _ASIDE["b"]]}
    found = _found(world, published=dict(zip("ab", days, strict=True)) if days else None)
    return [(difference.kind, [side.says for side in difference.sides]) for difference in found]


@pytest.mark.parametrize(
    ("one", "other", "kind", "says"),
    [
        (
            "The storm killed 12 fishermen off Skarne harbour.",
            "The storm off Skarne harbour killed 15 fishermen.",
            "number",
            ["12 fishermen", "15 fishermen"],
        ),
        (
            "The storm off Skarne harbour left 12 dead.",
            "The storm off Skarne harbour left 15 dead.",
            "number",
            ["12 dead", "15 dead"],
        ),
        (
            "A 6.1-magnitude quake struck the island of Skarne.",
            "The quake of magnitude 5.8 struck the island of Skarne.",
            "number",
            ["6.1-magnitude", "magnitude 5.8"],
        ),
        (
            "Strikes on the Skarne dam cut the water and are affecting millions.",
            "Strikes on the Skarne dam are affecting thousands of families without water.",
            "number",
            ["millions", "thousands of families"],
        ),
        (
            "The harbour talks at Skarne lasted five hours behind closed doors.",
            "The harbour talks at Skarne lasted 90 minutes behind closed doors.",
            "duration",
            ["five hours", "90 minutes"],
        ),
        (
            "The council approved the Skarne tunnel on 4 March.",
            "The council approved the Skarne tunnel on 6 March.",
            "date",
            ["4 March", "6 March"],
        ),
        (
            "Negotiations over the Skarne tunnel concluded on Monday.",
            "The two sides resumed talks over the tunnel on Monday.",
            "status",
            ["Negotiations over the Skarne tunnel concluded", "resumed talks"],
        ),
        (
            "Minister Berit Lund is expected to join the Skarne harbour talks.",
            "The five-hour meeting also included minister Berit Lund.",
            "attendance",
            ["expected to join", "included"],
        ),
        (
            "The mayor Olav Brenning opened the Skarne tunnel.",
            "A new road was paid for by mayor Olav Brening.",
            "spelling",
            ["Brenning", "Brening"],
        ),
        (
            "The dam at Skarne was sold for $1, 199 on the quay.",
            "The dam at Skarne was sold for $1,099 on the quay.",
            "number",
            ["$1, 199", "$1,099"],
        ),
        (
            "The dockers' strike at Skarne harbour ended on Monday.",
            "The walkout at Skarne harbour continues on Monday.",
            "status",
            ["strike at Skarne harbour ended", "walkout at Skarne harbour continues"],
        ),
        (
            "The search for the trawler Nordstern was over on Friday.",
            "Rescuers said the search for the Nordstern is ongoing on Friday.",
            "status",
            ["search for the trawler Nordstern was over", "search for the Nordstern is ongoing"],
        ),
        (
            "The power outage in Skarne ended on Saturday.",
            "The blackout in Skarne is ongoing on Saturday.",
            "status",
            ["outage in Skarne ended", "blackout in Skarne is ongoing"],
        ),
        (
            "Berit Lund is expected to attend the funeral in Skarne.",
            "Berit Lund attended the funeral in Skarne.",
            "attendance",
            ["expected to attend", "attended"],
        ),
        (
            "The Skarne march for the dam drew dozens of people.",
            "The Skarne march for the dam drew tens of thousands.",
            "number",
            ["dozens of people", "tens of thousands"],
        ),
        (
            "About 12 tonnes of oil are left in the tanks of the Skarne ferry.",
            "About 20 tonnes of oil remain in the tanks of the Skarne ferry.",
            "number",
            ["About 12 tonnes", "About 20 tonnes"],
        ),
        (
            "Some 12 tonnes of oil leaked into the bay from the Skarne ferry.",
            "Some 20 tonnes of oil spilled into the bay from the Skarne ferry.",
            "number",
            ["Some 12 tonnes", "Some 20 tonnes"],
        ),
        (
            "Captain Lund had 28 years at sea, and the pilot had served Skarne harbour for 11 years.",
            "Captain Lund had 28 years at sea, and the pilot had served Skarne harbour for 14 years.",
            "duration",
            ["11 years", "14 years"],
        ),
        (
            "The police said 12 people were injured in the Skarne riot.",
            "The police said 18 people were injured in the Skarne riot and 12 arrested with knives.",
            "number",
            ["12 people", "18 people"],
        ),
    ],
)
def test_what_two_articles_give_otherwise_is_a_difference(one: str, other: str, kind: str, says: list[str]) -> None:
    assert _between(one, other) == [(kind, says)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The storm killed more than 100 men off Skarne.", "The storm off Skarne killed 120 men."),
        ("The storm killed at least 12 men off Skarne.", "The storm off Skarne killed 15 men."),
        ("The storm sank about 50 boats off Skarne harbour.", "The storm sank 46 boats off Skarne harbour."),
        ("The dam at Skarne cost 120 crowns.", "The dam at Skarne cost 118 crowns."),
        ("The dam at Skarne cost $3 million to build.", "The dam at Skarne cost $3.2 million to build."),
        ("The storm killed 12 men off Skarne harbour.", "The storm killed twelve men off Skarne harbour."),
        ("The fire killed 12 fishermen in Skarne.", "The fire killed 15 fishermen in Marstad."),
        ("The storm killed 12 men off Skarne harbour.", "The storm sank 15 boats off Skarne harbour."),
        ("The storm killed 12 men off Skarne harbour.", "The storm injured 15 men off Skarne harbour."),
        ("The storm killed 12 men off Skarne harbour.", "The storm killed 15 young men off Skarne harbour."),
        ("The storm killed 12 men off Skarne harbour.", "The storm killed another 15 men off Skarne harbour."),
        ("The storm sank 12 boats off Skarne harbour.", "The storm sank five of 12 boats off Skarne harbour."),
        ("The storm sank 12 boats off Skarne on Monday.", "The storm sank 15 boats off Skarne on Friday."),
        ("The yard at Skarne lost $4 million in a year.", "The yard at Skarne lost $6 million in a quarter."),
        ("The boats at Skarne weigh 90 tons combined.", "The boats at Skarne weigh 40 tons."),
        ("Berit Lund scored 12 points for Skarne.", "Per Holm scored 15 points for Skarne."),
        ("He served 12 months in the Skarne prison.", "He served 15 months in the Skarne prison."),
        ("Shares of the Skarne yard rose 12 percent.", "Shares of the Skarne yard rose 15 percent."),
        ("Hundreds joined the Skarne march for the dam.", "Thousands joined the Skarne march for the dam."),
        ("Ships from Russia left the Skarne harbour.", "Ships from Russian left the Skarne harbour."),
        ("The council closed the tunnel on Monday.", "The council closed the tunnel on Tuesday."),
        ("Lund is due to open the Skarne tunnel.", "Lund opened the Skarne tunnel."),
        ("Talks over the Skarne tunnel ended on Monday.", "Talks over the Skarne tunnel resume on Friday."),
        ("Per Holm is expected to join talks with Berit Lund.", "The talks included Berit Lund."),
        ("Per Holm is expected to join the talks.", "Per Holm attended the funeral."),
        ("The strike at Skarne harbour ended on Monday.", "The strike at the Marstad mill continues on Monday."),
        ("The search of the flat in Skarne ended on Monday.", "The search for the girl in Skarne continues on Monday."),
        ("The strike ended on Monday after a deal.", "Talks on a strike at the mill continue on Monday."),
        ("The meeting of ministers ended on Monday.", "The meeting of the choir continues on Monday."),
        ("The trial of Olav Brenning in Skarne ended.", "The trial of Per Holm in Skarne continues."),
        (
            "Berit Lund is expected to attend the funeral of Per Holm.",
            "Berit Lund attended the funeral of Olav Brenning.",
        ),
        ("Berit Lund is expected to join the talks in June.", "Berit Lund attended the talks in May."),
        ("The flood hit hundreds of homes in Skarne.", "The flood hit hundreds of thousands of hectares in Skarne."),
        ("The dam at Skarne is 8 metres high.", "The dam at Skarne is 7.8 metres high."),
        ("Thirty-four of the men of Skarne were arrested.", "The 42 men of Skarne were arrested."),
        (
            "Three members voted for the Skarne tunnel.",
            "Seven members voted against the Skarne tunnel, while three others abstained.",
        ),
        (
            "Eight boats sank off Skarne, and four boats on the reef.",
            "Six boats sank off Skarne, and five boats on it.",
        ),
        ("Olav George ran in Skarne.", "Olav Gehrke ran in Skarne."),
        ("They want the Skarne talks to be concluded on Monday.", "The Skarne talks resumed on Monday."),
    ],
)
def test_what_only_looks_so_is_none(one: str, other: str) -> None:
    assert _between(one, other) == []


def test_weekdays_are_compared_where_the_reports_are_of_one_week() -> None:
    one, other = "The council closed the tunnel on Monday.", "The council closed the tunnel on Tuesday."
    assert _between(one, other, ("2031-05-06", "2031-05-07")) == [("date", ["Monday", "Tuesday"])]
    assert _between(one, other, ("2031-05-06", "2031-05-27")) == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2031-05-06", "2031-05-07T08:00:00Z"), "the reports are of different days, the latest of 2031-05-07"),
        (("2031-05-06", "2031-05-06"), None),
        (("6 May 2031", "7 May 2031"), None),
    ],
    ids=["later", "same day", "no ISO date"],
)
def test_a_later_report_may_have_superseded_a_count(days: tuple[str, str], expected: str | None) -> None:
    world = {"a": ["The storm killed 12 men off Skarne."], "b": ["The storm killed 15 men off Skarne."]}
    (difference,) = _found(world, published=dict(zip("ab", days, strict=True)))
    assert str(difference.superseded or NO_REASON) == (expected or "")


def test_what_is_expected_and_what_was_done_is_held_apart_only_on_request() -> None:
    world = {"a": ["The council is due to open the Skarne tunnel."], "b": ["The council opened the Skarne tunnel."]}
    assert _found(world) == ()
    assert [d.kind for d in _found(world, options=DifferenceOptions(awaited=0.25))] == ["status"]


def test_two_claims_in_one_article_are_none() -> None:
    both = ["The navy shot down 12 drones over Skarne.", "The enemy said it shot down 15 drones over Skarne."]
    assert _found({"a": both, "b": ["The navy shot down 15 drones over Skarne."]}) == ()


def test_claims_of_two_parties_are_none() -> None:
    world = {"a": ["Lund said 12 boats sank off Skarne."], "b": ["Holm said 15 boats sank off Skarne."]}
    made = [
        replace(a, attributions=(Attribution(a.sentences[0].id, "named", who, "said", "said", "said"),))
        for a, who in zip(analyses(world), ("Lund", "Holm"), strict=True)
    ]
    assert find_differences(Similarity(make_corpus(made), SimilarOptions()), (), DifferenceOptions()) == ()


def test_an_outlet_that_writes_a_name_both_ways_takes_no_side() -> None:
    world = {
        "a": ["Olav Brenning opened the Skarne tunnel.", "Later Olav Brening went home."],
        "b": ["A road was paid for by Olav Brening."],
    }
    assert _found(world) == ()


def test_each_article_stands_for_its_spelling_with_its_first_sentence() -> None:
    world = {
        "a": ["Olav Brenning opened the Skarne tunnel.", "The choir sang for Olav Brenning."],
        "b": ["A road was paid for by Olav Brening."],
        "c": ["Boats belong to Olav Brenning."],
    }
    (difference,) = _found(world)
    assert [(side.says, len(side.sentences)) for side in difference.sides] == [("Brenning", 2), ("Brening", 1)]


@pytest.mark.parametrize(("other", "kinds"), [("Per Holm", ["attribution"]), ("Berit Lund", [])])
def test_one_quotation_of_two_speakers_is_a_difference(other: str, kinds: list[str]) -> None:
    words = "we will open the tunnel before the winter"
    world = {name: [f'{who} said "{words}" at Skarne.'] for name, who in (("a", "Berit Lund"), ("b", other))}
    made = [
        replace(a, quotes=(Quote(s.id, s.text.index(words), s.text.index(words) + len(words), words, who, "said"),))
        for a, who in zip(analyses(world, _PEOPLE), ("Berit Lund", other), strict=True)
        for s in a.sentences
    ]
    corpus = make_corpus(made)
    found = find_differences(
        Similarity(corpus, SimilarOptions()), merge_mentions(corpus, EntityOptions()), DifferenceOptions()
    )
    assert [difference.kind for difference in found] == kinds


def test_all_sentences_of_a_side_are_given() -> None:
    (difference,) = _found(
        {
            "a": ["The storm killed 12 fishermen off Skarne harbour."],
            "b": ["The storm off Skarne harbour killed 12 fishermen."],
            "c": ["The storm killed 15 fishermen off Skarne harbour."],
        }
    )
    assert [len(side.sentences) for side in difference.sides] == [2, 1]
