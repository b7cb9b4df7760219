"""Which languages are written from right to left, and what a page says of words in another language than its own."""

import pytest
from babel import Locale, localedata

from sitegen.interface.direction import attributes, is_right_to_left, other_language, script_tag


def test_directions_are_those_of_the_cldr() -> None:
    wrong = [
        name
        for name in localedata.locale_identifiers()
        if (Locale.parse(name).character_order == "right-to-left") != is_right_to_left(name.replace("_", "-"))
    ]
    assert wrong == []


@pytest.mark.parametrize("tag", ["ar", "he-IL", "und-Hebr", "pa-Arab-PK"])
def test_right_to_left(tag: str) -> None:
    assert is_right_to_left(tag)


@pytest.mark.parametrize("tag", ["en", "de-AT", "ar-Latn", "pa"])
def test_left_to_right(tag: str) -> None:
    assert not is_right_to_left(tag)


@pytest.mark.parametrize(
    ("text", "tag"),
    [("הגשר נפתח (Pier B)", "und-Hebr"), ("أعيد فتح الجسر", "und-Arab"), ("The جسر of Marsa", ""), ("12.", "")],
)
def test_a_text_of_no_known_language_is_told_by_its_letters(text: str, tag: str) -> None:
    assert script_tag(text) == tag


@pytest.mark.parametrize(
    ("tag", "around", "expected"),
    [
        ("", "en", ""),
        ("de", "en", ' lang="de"'),
        ("ar", "en", ' lang="ar" dir="rtl"'),
        ("en", "he", ' lang="en" dir="ltr"'),
        ("he", "ar", ' lang="he" dir="rtl"'),
        ('a"b', "en", ' lang="a&quot;b"'),
    ],
)
def test_attributes(tag: str, around: str, expected: str) -> None:
    assert attributes(tag, around) == expected


def test_another_region_is_no_other_language() -> None:
    assert other_language("en-US", "en") == ""
    assert other_language("de", "en-GB") == "de"
    assert other_language(None, "en") == ""
