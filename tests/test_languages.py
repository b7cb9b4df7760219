"""Languages: which one a text is in, and what holds for the tables of each."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.analyse.date_values import anchor_of
from sitegen.analyse.dates_by_tables import find_dates_by_tables
from sitegen.analyse.names_by_tables import find_names_by_tables
from sitegen.analyse.reports_by_tables import find_report_by_tables
from sitegen.languages import ENGLISH, GERMAN, LANGUAGES, DateTable, Language, NameTable, ReportTable, recognise
from sitegen.link.words import tokens
from tests.analyse.world import article_of

PIECES = ["Laut ", "Ada Reed", " sagte ", ", so ", "der ", "Minister", "\0\0", " zufolge", ", ", "3. Mai", " 2000 "]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def tables_of(value: object, name: str) -> Iterator[tuple[str, object]]:
    if is_dataclass(value):
        for field in fields(value):
            yield from tables_of(getattr(value, field.name), f"{name}.{field.name}")
    else:
        yield name, value


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The ferry was shut for a week and it has not been opened, said the mayor.", "en"),
        ("Die Fähre ist seit einer Woche gesperrt und wird nicht vor dem Herbst wieder fahren.", "de"),
        ("Le bac est fermé depuis une semaine et ne sera pas ouvert avant la fin du mois.", "fr"),
        ("Marstad. Sollevik. Bernau.", None),
        ("Det er ikke en båt, og han var på vei til byen med den.", None),
        ("", None),
    ],
)
def test_small_words_tell_the_language_of_a_text_if_they_are_of_one_alone(text: str, tag: str | None) -> None:
    assert recognise([text]).tag == tag


@given(st.lists(st.text()))
def test_any_text_is_in_one_language_or_in_none(texts: list[str]) -> None:
    found = recognise(texts)
    assert str(found.basis).startswith("its words do not tell" if found.tag is None else "as told by its words")


def test_an_article_is_read_in_its_language_whatever_the_site_is_in() -> None:
    text = "Der Rat tagte am 3. Oktober in der Halle, und die Fischer sind nicht froh."
    analysis = analyse(article_of(text), AnalyseOptions(language="en")).value
    assert (analysis.language, analysis.read_as, len(analysis.sentences)) == ("de", "de", 1)


def test_an_article_of_which_nothing_is_known_is_read_as_the_site() -> None:
    analysis = analyse(article_of("Am 3. Oktober: Probe."), AnalyseOptions(language="de-AT")).value
    assert (analysis.language, analysis.read_as, len(analysis.sentences)) == (None, "de", 1)


def test_a_language_without_tables_is_read_as_english() -> None:
    assert analyse(article_of("We left."), AnalyseOptions(language="xx")).value.read_as == "en"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.tag)
def test_a_language_is_known_by_its_tag_and_no_word_has_a_space_or_a_mark_at_its_end(language: Language) -> None:
    assert LANGUAGES[language.tag] is language
    for name, table in tables_of(language, language.tag):
        if isinstance(table, frozenset):
            assert all(word and word == word.strip(' ,"“”') for word in table), name


def test_words_are_compared_in_their_language() -> None:
    assert [token.stem for token in tokens("die Brücken der Stadt", GERMAN)] == ["", "bruck", "", "stadt"]
    assert [token.stem for token in tokens("the bridges of the city", ENGLISH)] == ["", "bridg", "", "", "citi"]


@given(TEXTS, st.sampled_from([GERMAN.dates, DateTable()]))
def test_dates_of_any_text_are_spans_in_order_and_apart(text: str, table: DateTable) -> None:
    spans = [(start, end) for start, end, _ in find_dates_by_tables(text, anchor_of("2025-10-10"), table)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(st.lists(TEXTS, max_size=4), st.sampled_from([GERMAN.names, NameTable()]))
def test_names_of_any_text_are_spans_in_order_and_apart(texts: list[str], table: NameTable) -> None:
    for text, found in zip(texts, find_names_by_tables(texts, table), strict=True):
        assert all(0 <= start < end <= len(text) for start, end, _ in found)
        assert all(one[1] <= other[0] for one, other in pairwise(found))


@given(TEXTS, st.sampled_from([GERMAN.reports, ReportTable()]))
def test_a_source_stands_in_its_sentence(text: str, table: ReportTable) -> None:
    report = find_report_by_tables(text, table)
    assert report is None or report.source is None or report.source in text


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Er soll das Land verlassen haben.", None, "soll"),
        ("Die Halle soll Platz für 60 Leute haben.", "-", ""),
        ("Reed kündigte an, dass der Damm erhöht werde.", "Reed", "kündigte"),
        ("Reed kündigte Steuern an.", "-", ""),
        ("Und sie räumte ein, dass es zu spät sei.", "sie", "räumte"),
        ("Die Brücke ist sicher, teilte das Amt mit.", "das Amt", "teilte"),
        ("Das bestritt die Ministerin.", "die Ministerin", "bestritt"),
        ("Den Plan lobte Pohl: Er sei gut.", "Pohl", "lobte"),
        ("Ich fragte mich, ob es regnet.", "-", ""),
    ],
)
def test_a_german_report_has_its_source_and_its_cue(text: str, source: str | None, cue: str) -> None:
    report = find_report_by_tables(text, GERMAN.reports)
    assert (report.source, report.cue) == (source, cue) if report else (source, cue) == ("-", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Zahlen sind vom 24. Oktober letzten Jahres.", [("letzten Jahres", "2024")]),
        ("In den letzten Jahren kam er am 1. Januar 49 v. Chr.", []),
        ("Das gilt bis heute.", []),
        ("Der Umbau dauerte bis Juli.", [("Juli", None)]),
        ("Der Markt soll ab Juli öffnen.", [("Juli", "2026-07")]),
        ("Der Rat wird heute Morgen tagen.", [("heute", "2025-10-10")]),
        ("Am 24.12. und am 3.10.2025.", [("24.12.", "2025-12-24"), ("3.10.2025", "2025-10-03")]),
    ],
)
def test_german_dates_that_are_easily_misread(text: str, found: list[tuple[str, str | None]]) -> None:
    readings = find_dates_by_tables(text, anchor_of("2025-10-10"), GERMAN.dates)
    assert [(text[start:end], reading.value) for start, end, reading in readings] == found


def test_what_a_language_has_no_tables_for_is_not_found() -> None:
    assert find_dates_by_tables("Am 3. Oktober 2025, 2025-10-03", anchor_of(None), DateTable()) == []
    assert find_names_by_tables(["Ada Reed, Oslo"], NameTable()) == [[]]
    assert find_report_by_tables("Laut Ada Reed regnet es.", ReportTable()) is None


@pytest.mark.parametrize(
    "text", ["laut " * 5_000, "Ada sagte, " * 5_000, "Ada " * 5_000, "3. Mai " * 1_000, "der " * 5_000]
)
def test_a_long_line_of_one_pattern_is_read_in_time(text: str) -> None:
    find_report_by_tables(text, GERMAN.reports)
    find_names_by_tables([text], GERMAN.names)
    find_dates_by_tables(text, anchor_of("2025-10-10"), GERMAN.dates)
