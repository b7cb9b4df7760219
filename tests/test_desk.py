"""The desk's decisions, carried out on what articles say; and what is said of those that match nothing."""

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.desk import Decided, decide
from sitegen.errors import Outcome
from sitegen.model import Analysis, Because, DateDecision, Decisions, NameDecision, SpeakerDecision
from tests.world import read

PIER = """\
# The pier

“It held,” said Mayor Ada Lind on Monday. She opened it in May 2021, after Jo Holm had left.
"""


def world(text: str = PIER) -> tuple[Analysis, ...]:
    return (analyse(read("pier.md", text), AnalyseOptions()).value,)


def decided(decisions: Decisions, analyses: tuple[Analysis, ...] | None = None) -> Outcome[Decided]:
    return decide(world() if analyses is None else analyses, decisions)


def sentence(number: int) -> str:
    return world()[0].sentences[number].id


def dates(made: Outcome[Decided]) -> list[tuple[str, str | None, str]]:
    return [(date.text, date.value, str(date.basis)) for date in made.value.analyses[0].dates]


def names(made: Outcome[Decided]) -> list[tuple[str, str]]:
    return [(mention.text, mention.kind) for mention in made.value.analyses[0].mentions]


def said(made: Outcome[Decided]) -> list[str]:
    assert {(p.code, p.level, p.path) for p in made.problems} <= {("decision-stale", "warning", "editorial.yml")}
    return [f"{p.line}: {p.message} ({p.remedy})" for p in made.problems]


def test_the_world_is_found_as_the_tests_take_it() -> None:
    made = decided(Decisions())
    assert dates(made) == [
        ("Monday", None, "the article has no publication date"),
        ("May 2021", "2021-05", "as written"),
    ]
    assert names(made) == [("Ada Lind", "person"), ("Jo Holm", "person")]
    assert [quote.text for quote in made.value.analyses[0].quotes] == ["It held,"]


def test_without_decisions_nothing_changes() -> None:
    made = decided(Decisions())
    assert (made.value.analyses, made.value.rulings, made.problems) == (world(), (), ())


def test_a_date_is_what_the_desk_states_and_says_that_it_is() -> None:
    because = Because("the council's minutes", "E. Moe", "2026-03-14")
    made = decided(Decisions(dates=(DateDecision(sentence(0), "Monday", "2021-05-10", because),)))
    basis = "the desk’s decision: the council's minutes (E. Moe, 2026-03-14)"
    assert dates(made)[0] == ("Monday", "2021-05-10", basis)
    (ruling,) = made.value.rulings
    assert (ruling.about, ruling.id, ruling.words) == ("date", sentence(0), "Monday")
    assert (str(ruling.decided), ruling.value, ruling.because) == ("dated 2021-05-10", "2021-05-10", because)


def test_a_date_that_the_program_missed_stands_in_its_place_and_overlapping_ones_give_way() -> None:
    decision = DateDecision(sentence(1), "in May 2021, after Jo Holm had left", "2021-05-11")
    assert dates(decided(Decisions(dates=(decision,))))[1:] == [
        ("in May 2021, after Jo Holm had left", "2021-05-11", "the desk’s decision")
    ]


def test_what_is_no_date_is_dropped() -> None:
    made = decided(Decisions(dates=(DateDecision(sentence(0), "Monday"),)))
    assert [text for text, _, _ in dates(made)] == ["May 2021"]
    assert str(made.value.rulings[0].decided) == "no date"


def test_a_quotation_keeps_the_words_for_its_speaker_beside_the_one_that_is_stated() -> None:
    made = decided(Decisions(speakers=(SpeakerDecision(sentence(0), "It held", "Jo Holm"),)))
    assert made.value.analyses == world()
    (ruling,) = made.value.rulings
    assert (ruling.about, ruling.words, ruling.value) == ("speaker", "It held,", "Jo Holm")
    assert str(ruling.decided) == "spoken by Jo Holm"


def test_a_name_that_is_none_is_dropped_wherever_it_stands() -> None:
    made = decided(Decisions(names=(NameDecision("jo holm", drop=True),)))
    assert names(made) == [("Ada Lind", "person")]
    (ruling,) = made.value.rulings
    assert (ruling.about, ruling.words, str(ruling.decided)) == ("name", "Jo Holm", "not a name")


def test_the_kind_of_a_name_is_the_desks_before_names_are_joined() -> None:
    made = decided(Decisions(names=(NameDecision("Jo Holm", aliases=("Ada Lind",), kind="place"),)))
    assert names(made) == [("Ada Lind", "place"), ("Jo Holm", "place")]


def test_a_name_that_no_article_has_is_reported_with_the_closest_and_does_nothing() -> None:
    decision = NameDecision("Ada Lindh", aliases=("Jo Holm", "The Mayor"), drop=True, line=4)
    made = decided(Decisions(names=(decision,)))
    assert names(made) == [("Ada Lind", "person"), ("Jo Holm", "person")]
    assert made.value.rulings == ()
    assert said(made) == [
        "4: no article has the name “Ada Lindh” (did you mean “Ada Lind”? Correct it, or take it out)",
        "4: no article has the name “The Mayor”, which is decided on with “Ada Lindh” "
        "(spellings stand on the pages of names. Correct it, or take it out)",
    ]


def test_a_decision_on_a_sentence_whose_words_changed_is_reported_with_where_they_may_be_now() -> None:
    before = sentence(0)
    analyses = world(PIER.replace("on Monday", "on Monday morning"))
    decisions = Decisions(
        speakers=(SpeakerDecision(before, "It held,", "Jo Holm", line=2),),
        dates=(DateDecision(before, "Monday", "2021-05-10", line=7), DateDecision(before, "Friday", line=9)),
    )
    now = analyses[0].sentences[0].id
    made = decided(decisions, analyses)
    assert (made.value.analyses, made.value.rulings) == (analyses, ())
    gone = f"no sentence of its article has the id {before}: its words have changed"
    assert said(made) == [
        f"2: {gone} (if it is the one on line 3 now, write: sentence: {now})",
        f"7: {gone} (if it is the one on line 3 now, write: sentence: {now})",
        f"9: {gone} (no sentence there has “Friday”; take it out)",
    ]


def test_a_decision_on_words_that_its_sentence_does_not_have_is_reported() -> None:
    first, second = sentence(0), sentence(1)
    decisions = Decisions(
        speakers=(
            SpeakerDecision(first, "It hold", "Jo Holm", line=1),
            SpeakerDecision(second, "It held", "Jo Holm", line=2),
        ),
        dates=(
            DateDecision(first, "Tuesday", "2021-05-10", line=3),
            DateDecision(second, "Jo Holm", line=4),
            DateDecision("piers.s1", "Monday", line=5),
        ),
    )
    assert said(decided(decisions)) == [
        f"1: the sentence {first} does not quote “It hold” "
        "(it quotes “It held,”; correct the words, or take the decision out)",
        f"2: the sentence {second} does not quote “It held” "
        "(it quotes nothing; correct the words, or take the decision out)",
        f"3: the sentence {first} has no words “Tuesday” "
        "(it dates “Monday”; correct the words, or take the decision out)",
        f"4: the sentence {second} has no date “Jo Holm” "
        "(it dates “May 2021”; correct the words, or take the decision out)",
        "5: there is no sentence piers.s1, nor an article “piers” "
        "(did you mean “pier”? Correct it, or take the decision out)",
    ]


def test_names_decided_on_where_there_is_no_article_are_stale() -> None:
    assert len(said(decided(Decisions(names=(NameDecision("A", kind="place"),)), ()))) == 1
