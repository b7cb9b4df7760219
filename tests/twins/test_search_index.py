"""The index of the search: what it holds, and how it is split."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given

from sitegen.compose import urls
from sitegen.compose.pages import NamePage, Page
from sitegen.interface import ENGLISH
from sitegen.twins import search_index
from sitegen.twins.search_index import SearchIndex, indexed
from sitegen.twins.written import clean
from tests.compose.finds import name
from tests.twins.worlds import NOWHERE, any_text, bridge_page, briefing, made, with_text
from tests.world import pages


def entries(data: bytes) -> tuple[int, list[list[Any]]]:
    """How many files follow, and the entries of this one."""
    text = data.decode()
    assert text.startswith("searchEntries(")
    assert text.endswith(");\n")
    inside = text.removeprefix("searchEntries(").removesuffix(");\n")
    more, found = json.loads(f"[{inside}]")
    return more, found


def search_files(pages: Iterable[Page]) -> list[tuple[str, bytes]]:
    index = SearchIndex([urls.topic_path("the-bridge"), urls.topic_path("the-crossing")])
    for page in pages:
        if found := indexed(page, ENGLISH):
            index.add(found)
    return [*index.files()]


def test_topics_and_names_come_first_then_statements_and_articles() -> None:
    files = made(NOWHERE)
    more, head = entries(files["search/0.js"])
    assert more == 1
    assert [entry[:3] for entry in head[:2]] == [
        ["topic", "topics/the-bridge.html", "The bridge"],
        ["topic", "topics/the-crossing.html", "The crossing"],
    ]
    assert [entry[2] for entry in head if entry[0] == "name"] == ["Ada Lind"]
    _, rest = entries(files["search/1.js"])
    assert [entry[2] for entry in rest if entry[0] == "statement"] == [
        "The bridge at Vessel reopened on Sunday.",
        "“It was rust,” said Mayor Ada Lind.",
        "The ferry stops in June.",
    ]
    assert [entry[4] for entry in rest if entry[0] == "article"] == [
        "no date stated",
        "Harbour Post · 12 May 2024",
        "Wire · 13 May 2024",
    ]


def test_every_address_is_one_of_the_site() -> None:
    files = made(NOWHERE)
    for number in (0, 1):
        for entry in entries(files[f"search/{number}.js"])[1]:
            path, _, anchor = entry[1].partition("#")
            assert path in files
            assert f'id="{anchor}"'.encode() in files[path] or not anchor


def test_a_name_is_found_by_its_other_spellings() -> None:
    found = pages(name(briefing(), "person", "Vessel", "Trams"))
    page = next(page for page in found.values() if isinstance(page, NamePage) and page.title == "Vessel")
    (_, data), *_ = search_files([page])
    assert entries(data)[1][0][5] == " · ".join(page.forms) == "Trams"


def test_a_large_index_is_split_by_page_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(pages(briefing()).values())
    one = [entry for _, data in search_files(whole) for entry in entries(data)[1]]
    monkeypatch.setattr(search_index, "_SHARD", 300)
    files = [entries(data) for _, data in search_files(whole)]
    assert files[0] == (8, [])
    assert len(files) == 9
    split = [entry for _, found in files[1:] for entry in found]
    assert sorted(split) == sorted(one)
    for _, found in files[1:]:
        here = {entry[1].partition("#")[0] for entry in found}
        assert here.isdisjoint(entry[1].partition("#")[0] for entry in split if entry not in found)


@given(any_text)
def test_any_words_give_scripts_that_are_data(text: str) -> None:
    page = with_text(bridge_page(NOWHERE), text)
    (_, head), (_, rest) = search_files([page])
    assert entries(head)[1][0][2] == clean(text)
    assert entries(rest)[1][0][2] == clean(text)
    assert head.count(b"\n") == 3
