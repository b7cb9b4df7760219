"""Whose claim a sentence is, in words, and the choices of a page."""

from dataclasses import replace

import pytest

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.compose.pages import TopicPage, VoiceChoice
from sitegen.compose.voices import voice_choices, voice_mark
from sitegen.interface import ENGLISH
from sitegen.model import Because, Ruling
from sitegen.reasons import as_it_is
from tests.world import bridge_world, pages, read, with_names


def words_for(text: str) -> str:
    """For the last sentence of an article."""
    found = analyse(read("a.txt", f"Talks\n\n{text}\n"), AnalyseOptions()).value.attributions
    return voice_mark(ENGLISH, found[-1]).words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge is shut.", "the article’s own words"),
        ("The bridge may fall.", "the article’s own words; possible"),
        ("The ministry said the bridge would reopen.", "said by the ministry; expected"),
        ("Ada Reed denied that the bridge was shut.", "denied by Ada Reed"),
        ("Two officials said the bridge was shut.", "said by two officials, not named"),
        ("White House officials said the bridge was shut.", "said by White House officials, not named"),
        ("The bridge is believed to be shut.", "said by somebody, not named"),
        ("Reuters reported that the bridge was shut.", "reported by Reuters"),
        ("Ada Reed told the BBC that the bridge was shut.", "said by Ada Reed to the BBC"),
        ("Ada Reed was quoted as saying that the bridge was shut.", "said by Ada Reed to another outlet"),
        ("“The bridge is shut now,” said Ada Reed.", "quoted: Ada Reed"),
        ("“The bridge is shut now and for good.”", "quoted, speaker unclear"),
        ("Ada Reed met Otto Pohl. She said the bridge was shut.", "said by “she” (Ada Reed)"),
        ("They said the bridge was shut.", "said by “they”"),
    ],
)
def test_a_sentence_says_whose_claim_it_is(text: str, words: str) -> None:
    assert words_for(text) == words


def test_there_is_a_choice_for_each_kind_that_there_is_in_a_fixed_order() -> None:
    assert voice_choices(ENGLISH, ("quoted", "outlet", "quoted")) == (
        VoiceChoice("outlet", "The articles’ own words", 1),
        VoiceChoice("quoted", "Quoted", 2),
    )


def test_one_kind_is_no_choice() -> None:
    assert voice_choices(ENGLISH, ("named", "named")) == ()


@pytest.mark.parametrize(
    ("speaker", "words"),
    [("Bo Eng", "quoted: Bo Eng, as the desk states"), (None, "quoted, speaker unclear, as the desk states")],
)
def test_of_a_quotation_whose_speaker_the_desk_states_the_claim_is_that_speakers(
    speaker: str | None, words: str
) -> None:
    briefing = with_names(bridge_world().briefing())
    (quote,) = (quote for analysis in briefing.analyses for quote in analysis.quotes)
    ruling = Ruling("speaker", quote.sentence, quote.text, as_it_is("decided"), speaker, Because())

    def claims(*rulings: Ruling) -> list[str]:
        page = pages(replace(briefing, rulings=rulings))["topics/the-bridge.html"]
        assert isinstance(page, TopicPage)
        return [item.voice.words for item in page.statements]

    assert claims() == ["the article’s own words", "quoted: Mayor Ada Lind"]
    assert claims(ruling) == ["the article’s own words", words]


def test_a_claim_told_by_its_speaker_is_that_of_the_one_whom_the_desk_states() -> None:
    said = analyse(read("a.txt", "Talks\n\nThe bridge had been “shut”, said Ada Reed.\n"), AnalyseOptions()).value
    stated = Ruling("speaker", "", "shut", as_it_is("decided"), "Bo Eng", Because())
    mark = voice_mark(ENGLISH, replace(said.attributions[-1], voice="unnamed", source_text="She"), stated)
    assert (mark.kind, mark.words) == ("named", "said by Bo Eng, as the desk states")
    unclear = voice_mark(ENGLISH, replace(said.attributions[-1], voice="named"), replace(stated, value=None))
    assert (unclear.kind, unclear.words) == ("unnamed", "said by somebody, not named, as the desk states")
