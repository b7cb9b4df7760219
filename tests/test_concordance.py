"""The concordance: the same words in several articles, and where each prints others."""

import pytest

from sitegen.concordance import find_utterances
from sitegen.model import Briefing, Rendering, Story, Utterance
from tests.world import World


def briefing(*texts: str, stories: tuple[tuple[str, ...], ...] = (("a", "b", "c"),)) -> Briefing:
    """Articles `a`, `b`, `c` … of one story unless told otherwise, with what is found in them."""
    world = World({f"{name}.md": f"# Of {name}\n\n{text}\n" for name, text in zip("abcdef", texts, strict=False)})
    found = world.briefing()
    return Briefing(
        **{
            **{name: getattr(found, name) for name in Briefing.__dataclass_fields__},
            "stories": tuple(Story(f"story-{articles[0]}", articles) for articles in stories),
        }
    )


def only(found: Briefing) -> Utterance:
    (utterance,) = find_utterances(found)
    return utterance


def words(rendering: Rendering) -> list[str]:
    return [quote.text for quote in rendering.quotes]


def variants(rendering: Rendering) -> list[tuple[str, str, bool]]:
    return [(variant.here, variant.there, variant.is_marked) for variant in rendering.variants]


def test_the_fullest_wording_stands_first_and_the_others_are_parts_of_it() -> None:
    found = briefing(
        "The bridge was “never safe for lorries”, Ada Lind said.",
        "“We knew that the bridge was never safe for lorries,” said Ada Lind.",
    )
    first, second = only(found).renderings
    assert (first.article, words(first), first.is_part) == (
        "b",
        ["We knew that the bridge was never safe for lorries,"],
        False,
    )
    assert (second.article, words(second), second.is_part, second.variants) == (
        "a",
        ["never safe for lorries"],
        True,
        (),
    )


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("We have mended the old bridge twice this year", []),
        ("we have mended the old bridge, twice, this year", []),
        ("We’ve mended the old bridge twice this year", [("We’ve", "We have", False)]),
        ("We have mended the new bridge twice this year", [("new", "old", False)]),
        ("We have mended the bridge twice this year", [("", "old", False)]),
        ("We have mended the … bridge twice this year", [("", "old", True)]),
        ("We have mended both the old bridge twice this year", [("both", "", False)]),
        ("We have now mended the old bridge twice this year", [("now", "", False)]),
    ],
)
def test_words_are_aligned_and_capitals_and_punctuation_count_for_nothing(
    printed: str, expected: list[tuple[str, str, bool]]
) -> None:
    full = "“We have mended the old bridge twice this year, and it holds,” said Ada Lind."
    second = only(briefing(full, f"“{printed},” Ada Lind said.")).renderings[1]
    assert variants(second) == expected
    assert second.is_part


def test_where_other_words_stand_is_known() -> None:
    found = briefing(
        "“We have mended the old bridge twice this year,” said Ada Lind.",
        "“We have mended the new bridge twice this year,” said Ada Lind.",
    )
    (variant,) = only(found).renderings[1].variants
    texts = {s.id: s.text for analysis in found.analyses for s in analysis.sentences}
    assert [texts[sentence][start:end] for sentence, start, end in variant.spans] == ["new"]


def test_neighbours_are_one_utterance_however_an_article_breaks_them_off() -> None:
    found = briefing(
        "“We have mended the bridge twice. Nobody has thanked us for it.”",
        "“We have mended the bridge twice,” said Ada Lind. “Nobody has thanked us for it.”",
        "“We have mended the bridge twice,” said Ada Lind, “nobody has thanked us for it.”",
    )
    utterance = only(found)
    assert [len(rendering.quotes) for rendering in utterance.renderings] == [2, 2, 2]
    assert not any(rendering.variants or rendering.is_part for rendering in utterance.renderings)


def test_neighbours_of_two_speakers_are_two_utterances() -> None:
    text = "“We have mended the bridge twice,” said Ada Lind. “It was never a safe bridge,” said Bo Lind."
    assert len(find_utterances(briefing(text, text))) == 2


def test_what_an_article_prints_twice_counts_once() -> None:
    found = briefing(
        "A “very serious problem”, Ada Lind said. “The bridge is a very serious problem,” she said.",
        "“The bridge is a very serious problem,” said Ada Lind.",
    )
    assert [words(rendering) for rendering in only(found).renderings] == [
        ["The bridge is a very serious problem,"],
        ["The bridge is a very serious problem,"],
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a formula of two speakers
        (
            "“The people of Vessel deserve a bridge,” said Ada Lind.",
            "“The people of Vessel want a ferry,” said Otto Pohl.",
        ),
        # so few words that anybody may have said them
        ("It was “very bad”, Ada Lind said.", "It was “very bad”, Ada Lind said."),
        # a work, not an utterance
        ("Otto Pohl wrote “The Old Bridge Of Vessel”.", "He is the author of “The Old Bridge Of Vessel”."),
    ],
)
def test_other_words_or_no_utterance(one: str, other: str) -> None:
    assert find_utterances(briefing(one, other)) == ()


def test_few_words_are_the_same_only_in_one_story() -> None:
    texts = ("“It never held,” said Ada Lind.", "“It never held a tram,” she said.")
    assert len(find_utterances(briefing("“The bridge never held,” said Ada Lind.", "“That bridge never held.”"))) == 0
    assert find_utterances(briefing(*texts, stories=(("a",), ("b",)))) == ()


def test_an_id_comes_from_the_words_and_no_article_moves_it() -> None:
    texts = ("“We have mended the bridge twice,” said Ada Lind.", "“We have mended the bridge twice,” she said.")
    alone = only(briefing(*texts)).id
    assert only(briefing(*texts, "It rained on the “wholly empty” quay.")).id == alone
