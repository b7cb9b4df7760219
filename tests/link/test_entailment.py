"""Whether one sentence is taken to say all that another says."""

from dataclasses import replace

import pytest

from sitegen.link.corpus import make_corpus
from sitegen.link.entailment import Entailment, longest_run
from sitegen.link.similar import Similarity, SimilarOptions
from sitegen.link.statements import Grouping, StatementOptions, group_sentences
from sitegen.link.tellings import People, telling
from sitegen.model import Attribution, EntityKind, Modality
from tests.link.world import analyses

NAMES: dict[str, EntityKind] = {
    "Harbour Council": "organisation",
    "Port Union": "organisation",
    "Skarne": "place",
    "Marstad": "place",
    "Ada Reed": "person",
    "Reed": "person",
    "Ada": "person",
    "Nils Reed": "person",
    "United Coastal Ferries": "organisation",
    "UCF": "organisation",
}
JOIN = StatementOptions().join


def _entailment(*sentences: str, modalities: tuple[Modality, ...] = ()) -> Entailment:
    """Of sentences that are each an article of their own, by their order."""
    made = list(analyses({f"{number:02}": [sentence] for number, sentence in enumerate(sentences)}, NAMES))
    for number, modality in enumerate(modalities):
        claim = Attribution(made[number].sentences[0].id, "outlet", None, None, modality, "")
        made[number] = replace(made[number], attributions=(claim,))
    return Entailment(Similarity(make_corpus(made), SimilarOptions()))


def _says(one: str, other: str) -> bool:
    """Whether `one` says all of `other`."""
    return _entailment(one, other).degree(1, by=0) >= JOIN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Ada Reed, 46, a lawyer from Skarne, was arrested at Marstad pier on Monday, and faces two charges.",
            "Reed was arrested at Marstad pier.",
        ),
        (
            "A strong earthquake killed 12 people near Skarne and damaged the old lighthouse.",
            "A quake killed at least a dozen people near Skarne and damaged the lighthouse.",
        ),
        (
            "United Coastal Ferries will sell its old ferry terminal at Skarne, the company said.",
            "UCF will sell its ferry terminal at Skarne.",
        ),
        (
            "The island's airport sustained minor damage in the storm, and part of a clinic collapsed.",
            "The airport sustained minor damage in the storm.",
        ),
        ("Ada walked to the Skarne lighthouse with her dog.", "Ada walked to the Skarne lighthouse."),
        (
            "A day after the storm, the Harbour Council closed the old lighthouse at Skarne.",
            "One day after the storm, the Harbour Council closed the lighthouse at Skarne.",
        ),
        (
            "Skarne defeated Marstad 3-1 in the final of the herring tournament on Friday.",
            "Skarne's victory over Marstad, 3-1, in the final of the herring tournament came on Friday.",
        ),
    ],
    ids=[
        *("a part of it", "synonyms and a dozen", "an acronym", "the first half", "the same in a row"),
        *("a day and one day", "who defeats has a victory"),
    ],
)
def test_what_says_all_of_another(one: str, other: str) -> None:
    assert _says(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The Harbour Council sold its old ferry terminal at Skarne on Monday.",
            "The Port Union sold its old ferry terminal at Skarne on Monday.",
        ),
        (
            "Ada Reed was arrested at the old ferry terminal near the pier.",
            "Nils Reed was arrested at the old ferry terminal by the pier.",
        ),
        (
            "The quake destroyed 40 fishing boats at the old pier of Skarne.",
            "The quake destroyed fishing boats at the pier, and 12 houses of Skarne.",
        ),
        (
            "At least 3 people died when the old ferry sank near Skarne.",
            "At least 10 people died when the old ferry sank near Skarne.",
        ),
        (
            "Fishermen were questioned at Skarne on Monday about the missing ferry.",
            "Fishermen were questioned at Skarne on Thursday about a missing ferry.",
        ),
        (
            "About 12 tonnes of oil are left in the tanks of the ferry.",
            "About 12 tonnes of oil were pumped out of the tanks of the ferry.",
        ),
        (
            "The Harbour Council sold the old ferry terminal at Skarne.",
            "The Harbour Council inspected the old ferry terminal at Skarne.",
        ),
        (
            "The first ferry arrived at Skarne with 40 passengers and a brass band.",
            "The first ferry left Skarne with 40 passengers and a brass band.",
        ),
        (
            "The Harbour Council closed its old terminal at Skarne in June.",
            "The Harbour Council closed its old terminal at Skarne in October.",
        ),
        (
            "I want to thank the cooks, the choir, the pilot of the Bjarne and, oh dear, there goes the foghorn "
            "of Skarne. She leads the regatta off Marstad in May.",
            "I want to thank the cooks, the choir, the pilot of the Bjarne and, oh dear, there goes the foghorn "
            "of Skarne. Nets dry on the pier.",
        ),
        ("She heard them shouting again later.", "Then a lot of shouting was heard at the pier."),
        ("Reed said.", "Reed said she regretted that the ferry had not come to Skarne."),
    ],
    ids=[
        *("organisation", "person", "number", "two lower bounds", "day", "left and pumped out", "another verb"),
        *("a light verb", "month", "a quotation in common", "too little", "a fragment"),
    ],
)
def test_look_alikes_say_nothing_of_one_another(one: str, other: str) -> None:
    assert not _says(one, other)
    assert not _says(other, one)


def test_what_is_expected_has_not_happened() -> None:
    sentences = (
        "The Harbour Council voted on a second ferry terminal at Skarne.",
        "A vote of the Harbour Council on a second Skarne ferry terminal.",
    )
    same = _entailment(*sentences, modalities=("happened", "happened"))
    other = _entailment(*sentences, modalities=("happened", "expected"))
    assert same.degree(1, by=0) > 0.0
    assert other.degree(1, by=0) == 0.0


def test_what_is_expected_has_not_happened_though_most_of_the_words_are_the_same() -> None:
    sentences = (
        "The tug Bjarne will pull the ferry Skua off the Skarne reef on Saturday.",
        "The tug Bjarne pulled the ferry Skua off the Skarne reef on Saturday.",
    )
    assert _entailment(*sentences, modalities=("expected", "happened")).degree(1, by=0) == 0.0
    assert _entailment(*sentences, modalities=("happened", "happened")).degree(1, by=0) > 0.0


def test_four_is_not_the_fourth() -> None:
    count = "The council dismissed four pilots of the old Skarne ferry."
    rank = "The council dismissed the fourth pilot of the old Skarne ferry."
    assert not _says(rank, count)


def test_what_is_expected_at_another_time_is_another_thing() -> None:
    june = "Growers at Skarne hope to harvest the mussels of the bay in June."
    week = "Growers at Skarne may harvest the mussels of the bay next week."
    assert _entailment(june, week, modalities=("expected", "possible")).degree(1, by=0) == 0.0
    assert _entailment(june, june[:-8] + "next June.", modalities=("expected", "possible")).degree(1, by=0) >= JOIN


def test_forms_of_address_are_nothing_that_another_sentence_could_lack() -> None:
    corpus = make_corpus(analyses({"a": ["Mr Reed and Mrs. Lund met Dr Holm."]}, {}))
    units = telling(corpus.lines[0], len, None, People(corpus)).units
    assert [unit.text for unit in units] == ["Reed", "Lund", "met", "Holm"]


def test_the_same_words_say_the_same_however_few() -> None:
    assert _says("She missed both.", "She missed both.")


def test_a_far_longer_sentence_is_not_trusted() -> None:
    short = "Fishermen at Skarne repaired nets."
    long = (
        "Nets that hung from the roof of the old chapel, which a choir from Lund had rented for the summer, were taken "
        "down when it rained, and while Ada Reed repaired the window with a hammer, two fishermen rowed from the pier "
        "of Marstad to Skarne with bread, herring, candles and a letter from the bishop."
    )
    assert not _says(long, short)


def test_a_sentence_elsewhere_that_says_more_counts_as_well() -> None:
    short = "Ada Reed was arrested at Marstad pier on Monday."
    world = {
        "a": [short],
        "b": ["Ada Reed was arrested at Marstad pier on Monday and faces two charges of arson in Lund."],
        "c": ["Ada Reed was arrested at Marstad pier on Monday while her lawyer flew home from a choir festival."],
    }
    similarity = Similarity(make_corpus(analyses(world, NAMES)), SimilarOptions())
    groups: tuple[Grouping, ...] = group_sentences(similarity, StatementOptions())
    (carried,) = (group for group in groups if similarity.corpus.lines[group.printed].sentence.text == short)
    assert sorted((*carried.companions, *carried.elsewhere)) == [1, 2]
    assert set(carried.relations.values()) == {"entailed"}
    assert sorted(index for group in groups for index in group.members) == [0, 1, 2]


def test_the_longest_run() -> None:
    assert longest_run(("x", "a", "b", "c", "a"), ("c", "a", "b", "c")) == range(1, 4)
    assert not longest_run(("a",), ("b",))
