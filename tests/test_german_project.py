"""Three German articles on one story, all the way to a site: what is on the pages, and that none of it is nonsense."""

import json
from functools import cache
from pathlib import Path

import pytest

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.build import Built, build_site
from sitegen.config import Config
from sitegen.errors import Outcome
from sitegen.languages import GERMAN
from sitegen.link.contrasts import conflict, particulars
from sitegen.link.corpus import make_corpus
from sitegen.theme import load_theme
from tests.analyse.world import article_of
from tests.world import source

CONTENT = Path(__file__).parent / "german"


@cache
def built() -> Built:
    files = [source(path.name, path.read_text("utf-8")) for path in sorted(CONTENT.iterdir())]
    outcome = build_site(Outcome(tuple(files)), Config(), load_theme(None))
    assert outcome.problems == ()
    return outcome.value


def test_all_articles_are_known_as_german_and_marked_so() -> None:
    pages = {file.path: file.data.decode() for file in built().files if file.path.startswith("articles/")}
    assert [a.language for a in built().briefing.analyses] == ["de", "de", "de"]
    assert all('<article class="text" aria-label="Text of the article" lang="de">' in page for page in pages.values())


def test_no_common_noun_is_a_name() -> None:
    names = [(entity.name, entity.kind) for entity in built().briefing.entities]
    assert names == [
        ("Ada Reed", "person"),
        ("Berlin", "place"),
        ("Emil Brack", "person"),
        ("Jonas Lund", "person"),
        ("Otto Pohl", "person"),
    ]


def test_topics_are_subjects_of_the_story() -> None:
    titles = {topic.title for topic in built().briefing.topics}
    assert "Fähre" in titles
    assert titles <= {"Fähre", "Reparatur", "Hafenbrücke", "Brücke", "Sperrung", "Gutachten", "Marstad"}


def test_each_quotation_has_its_speaker() -> None:
    quotes = [(quote.speaker_text, quote.text) for a in built().briefing.analyses for quote in a.quotes]
    assert quotes == [
        ("Fährmann Emil Brack", "Die Leute sind froh, dass es endlich losgeht"),
        ("Jonas Lund", "Ohne die Hafenbrücke verlieren wir jeden Tag Geld"),
        ("Bürgermeisterin Ada Reed", "Die Sicherheit geht vor"),
        ("Bürgermeisterin Ada Reed", "Wir können die Brücke nicht länger offen halten."),
        ("Der Vorsitzende des Fischereivereins, Jonas Lund", "Schlag für den Hafen"),
        ("Verkehrsminister Otto Pohl", "Wir lassen Marstad nicht allein"),
        ("Reed", "Uns fehlen zwei Boote"),
    ]


def test_what_others_say_is_not_told_as_the_outlets_own() -> None:
    voices = {
        sentence.text: (attribution.voice, attribution.source_text)
        for analysis in built().briefing.analyses
        for sentence, attribution in zip(analysis.sentences, analysis.attributions, strict=True)
    }
    assert voices["Kritiker sagen, die Fähre komme zu spät."] == ("unnamed", "Kritiker")
    assert voices["Der Bund werde z. B. die Kosten der Fähre tragen."] == ("named", "Verkehrsminister Otto Pohl")
    assert voices["Die Fischer verlören ihren Weg zum Markt, sagte Lund."] == ("named", "Lund")
    assert voices["Bürgermeisterin Reed zufolge wird das nicht reichen."] == ("named", "Bürgermeisterin Reed")
    assert voices["Am ersten Tag nutzten 2.400 Fahrgäste die Fähre."] == ("outlet", None)


def test_a_claim_and_its_rewording_stand_together_and_different_numbers_apart() -> None:
    briefing = built().briefing
    texts = {sentence.id: sentence.text for a in briefing.analyses for sentence in a.sentences}
    together = {
        frozenset({texts[statement.sentence], texts[also.sentence]})
        for statement in briefing.statements
        for also in statement.also
    }
    assert {
        "Die Reparatur der Hafenbrücke soll bis Mai 2026 dauern.",
        "Sie wird voraussichtlich bis Mai 2026 dauern.",
    } in together
    assert not any("20 Minuten" in "".join(pair) and "30 Minuten" in "".join(pair) for pair in together)
    assert not any("3,5 Mio" in "".join(pair) and " 5 Mio" in "".join(pair) for pair in together)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Das Gutachten zeigt Risse in drei Pfeilern.", "Das Gutachten zeigt Risse in vier Pfeilern.", "numbers"),
        ("Die Fähre nutzten 2.400 Gäste.", "Die Fähre nutzten 2,4 Gäste.", "numbers"),
        ("Die Fähre nutzten 2.400 Gäste.", "Die Fähre nutzten 2400 Gäste.", None),
        ("Die Brücke wird gesperrt.", "Die Brücke wird nicht gesperrt.", "denies"),
        ("Der Rat stimmt dem Plan zu.", "Der Rat stimmt dem Plan nicht zu.", "denies"),
        ("Es gab Verletzte.", "Es gab keine Verletzten.", "denies"),
    ],
)
def test_two_sentences_contradict_each_other_in_german_as_well(one: str, other: str, why: str | None) -> None:
    analysis = analyse(article_of(f"{one}\n{other}"), AnalyseOptions(language=GERMAN.tag)).value
    first, second = (particulars(line) for line in make_corpus([analysis]).lines)
    found = conflict(first, second)
    assert (why is None and found is None) or (why is not None and why in (found or ""))


def test_the_timeline_has_the_days_that_the_articles_name() -> None:
    found = {
        date.text: date.value for a in built().briefing.analyses for date in a.dates if a.article.metadata.published
    }
    assert found == {
        "Montag": "2025-10-06",
        "Mai 2026": "2026-05",
        "vor drei Jahren": "2022",
        "13. Oktober": "2025-10-13",
    }


def test_the_language_is_exported_with_its_basis() -> None:
    (data,) = (json.loads(file.data) for file in built().files if file.path == "briefing.json")
    bases = {article["id"]: (article["language"], article["basis"]["language"]) for article in data["articles"]}
    assert bases["sperrung"] == ("de", "front matter")
    assert bases["faehre"] == ("de", "as told by its words: 25 of 86 are small words of that language")
