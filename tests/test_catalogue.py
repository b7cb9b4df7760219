"""The catalogues: that they have each message of code and templates, whole, and what they make of it."""

import runpy
from functools import cache
from pathlib import Path

import pytest

from sitegen.analyse.date_reasons import day_name
from sitegen.analyse.date_values import anchor_of
from sitegen.catalogue import read_translator
from sitegen.interface import ENGLISH
from sitegen.reasons import NO_REASON, Reason, enumerated, in_english, listed, worded, worded_count

MAKER = runpy.run_path(str(Path(__file__).parents[1] / "docs" / "make_catalogue.py"))
read, template = MAKER["read"], cache(MAKER["template"])
CATALOGUES = sorted(MAKER["FOLDER"].glob("*.po"))
GERMAN = read_translator("de")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_has_every_message_and_no_other(path: Path) -> None:
    wanted = {(message.context, message.id) for message in template()}
    assert {(message.context, message.id) for message in read(path)} == wanted, "run docs/make_catalogue.py"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_message_is_translated_with_all_of_its_values(path: Path) -> None:
    catalog = read(path)
    messages = [message for message in catalog if message.id]
    untranslated = [message.id for message in messages if not message.string or not all(message.string)]
    assert untranslated == []
    assert [message.id for message in messages if message.fuzzy] == []
    assert [message.id for message in messages for _ in message.check(catalog)] == []
    assert not catalog.obsolete


def test_messages_of_templates_are_found_as_well() -> None:
    messages = {message.id for message in template()}
    assert {"In short", "Timeline", ("%(n)s topic", "%(n)s topics"), "shares no topic with another article"} <= messages


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-12-19", "19. Dezember 2025"),
        ("2025-12", "Dezember 2025"),
        ("2025", "2025"),
        ("2019-W47", "Woche vom 18. November 2019"),
        ("2010/2019", "2010 bis 2019"),
        ("yesterday", "yesterday"),
    ],
)
def test_dates_are_written_as_germans_do(value: str, words: str) -> None:
    assert GERMAN.date(value) == words


def test_numbers_and_months_in_short_are_those_of_the_language() -> None:
    assert (GERMAN.number(12345), ENGLISH.number(12345)) == ("12.345", "12,345")
    assert (GERMAN.short_month(12), ENGLISH.short_month(12)) == ("Dez", "Dec")


def test_a_count_has_the_form_of_its_number() -> None:
    articles = [GERMAN.ngettext("from %(n)s article", "from %(n)s articles", number) for number in (0, 1, 2000)]
    assert articles == ["aus 0 Artikeln", "aus 1 Artikel", "aus 2.000 Artikeln"]


def test_a_region_has_its_own_calendar_and_the_catalogue_of_its_language() -> None:
    austrian = read_translator("de-AT")
    assert (austrian.language, austrian.date("2025-01-05")) == ("de-AT", "5. Jänner 2025")
    assert austrian.gettext("Timeline") == "Zeitleiste"
    assert read_translator("de-Zyyy-QX").date("2025-01-05") == "5. Januar 2025"


def test_a_language_without_a_catalogue_has_the_english_interface() -> None:
    assert read_translator("fr") == ENGLISH
    assert read_translator("en-GB").language == "en-GB"


@pytest.mark.parametrize(
    ("reason", "english", "german"),
    [
        (worded("too short to stand alone"), "too short to stand alone", "zu kurz, um für sich zu stehen"),
        (
            worded("both name %(words)s", words=enumerated(("Ada Lind", "Bo Eng", "Vessel"))),
            "both name Ada Lind, Bo Eng and Vessel",
            "beide nennen Ada Lind, Bo Eng und Vessel",
        ),
        (
            anchor_of("2025-12-16").with_how(worded("the latest %(unit)s", unit=day_name(0))),
            "from the publication date, 2025-12-16, a Tuesday: the latest Monday",
            "vom Erscheinungsdatum aus, 2025-12-16, Dienstag: der letzte Montag",
        ),
        (
            worded("%(share)s%% of the shorter text stands in the other", share="42"),
            "42% of the shorter text stands in the other",
            "42 % des kürzeren Textes stehen im anderen",
        ),
        (
            listed([worded_count("%(n)s sentence added", "%(n)s sentences added", n) for n in (1, 1234)]),
            "1 sentence added; 1,234 sentences added",
            "1 Satz kam hinzu; 1.234 Sätze kamen hinzu",
        ),
        (
            worded("dropped by the desk: %(words)s", words="100 % (%(all)s)"),
            "dropped by the desk: 100 % (%(all)s)",
            "von der Redaktion gestrichen: 100 % (%(all)s)",
        ),
        (in_english("Who said it"), "Who said it", "Wer es gesagt hat"),
        (in_english("5 % of no form"), "5 % of no form", "5 % of no form"),
        (NO_REASON, "", ""),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_reason_is_told_in_the_language_of_the_page(reason: Reason, english: str, german: str) -> None:
    assert (str(reason), ENGLISH.reason(reason), GERMAN.reason(reason)) == (english, english, german)
