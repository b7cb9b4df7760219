"""No page in another language says anything of the program's in English: built with a catalogue that veils every word.

The letters of each message become `¤`, its values stay. What then has letters is of a source, of the desk or of a file.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen import compiled_templates, theme
from sitegen.interface import Message, Translator
from tests.project import make_project, sitegen
from tests.test_german_project import CONTENT

_PIECE = re.compile(r"(<[^<>]*>|%\(\w+\)s|%%|&\w+;)")
"""What is no word in a message: markup, values, entities."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_SPOKEN = frozenset("alt aria-label content placeholder title".split())
_NOT_SPOKEN = frozenset("code pre script style svg".split())
_VOID = frozenset("br hr img input link meta source wbr".split())
_NAMES = frozenset("json feed sitegen briefing references llms txt skarne".split())
"""Of formats, files and the program, which are the same in each language."""
_PILOTS = """\
---
published: 2025-10-08
publisher: Hafenpost
---

# Lotsen warten

Die Lotsen warten seit Montag auf die Fähre. Sie wollen 12 Boote. Die Hafenbrücke ist zu, sagte Otto Pohl.
"""
_EDITORIAL = """\
names:
  Jonas Lund: {not_same_as: [Reed], kind: person, display_name: Jonas Lundt, side: none, why: Brief}
  Reed: {aliases: [Ada Reed], side: Berlin}
  Emil Brack: {drop: true}
speakers:
  - {sentence: sperrung.s8fd7b349, words: Uns fehlen zwei Boote, speaker: Ada Reed}
dates:
  - {sentence: faehre.sc9ff499f, words: am Dienstag, value: 2025-10-07, why: Amtsblatt}
topics:
  fähre: {title: Fährbetrieb, terms: [Gutachten], order: 1}
  marstad: {merge_into: hafenbrücke}
  boote: {pin: true, title: Boote, terms: [Boote]}
  gutachten:
    remove: [faehre.sc9ff499f]
    add: [marstad-bruecke-gesperrt.s9351b590]
statements:
  - same: [marstad-bruecke-gesperrt.s1b710750, sperrung.s850997d4]
  - not_same: [marstad-bruecke-gesperrt.s02a1ac91, sperrung.sd9e8049b]
  - {drop: sperrung.s9a98ba5d, why: Schätzung}
  - {pin: sperrung.s406c53ae}
articles:
  faehre: {status: corrected, note: Vier Boote, sentences: [faehre.s59f1111f]}
  lotsen: {status: withdrawn, note: Gezogen}
"""
_DESKS = "Marstad Brief Amtsblatt Fährbetrieb Lundt Schätzung Vier Boote Gezogen Germany Berlin"
"""Words of the desk, and of the table of countries."""
_GERMAN = {f"content/{path.name}": path.read_text("utf-8") for path in sorted(CONTENT.iterdir())}
_STORM = """\
# Storm kills 12 fishermen off Skarne harbour

The storm killed 12 fishermen off Skarne harbour on Monday, Mayor Ada Reed said. The harbour will open in May 2026.
Ada Reed rejected the toll on the harbour. Bo Eng offered to buy two boats. “It was dark,” she said.
Some 40 boats sank in the 1990s.
"""
_OTHER_STORM = """\
# Storm kills 15 fishermen off Skarne harbour

The storm killed 15 fishermen off Skarne harbour on Monday. The harbour will not open in May 2026, Ada Reed said.
Ada Reed rejected the toll on the old harbour. “It was dark,” Ada Reed said. Bo Eng offered to buy three boats.
"""
_DATED = "---\npublished: 2025-10-{day}\npublisher: Skarne {outlet}\n---\n\n"


@dataclass(frozen=True)
class _World:
    before: Mapping[str, str]
    """Files of the edition that was saved."""
    now: Mapping[str, str]
    """Those that are other since; of the others, what `gone` names is taken away."""
    pages: tuple[str, ...]
    """Some that are built."""
    gone: tuple[str, ...] = ()
    desks: str = ""


_WORLDS = {
    "german": _World(
        {
            **_GERMAN,
            "content/weg.md": _PILOTS.replace("Lotsen", "Schlepper"),
            "content/faehre.txt": _GERMAN["content/faehre.txt"].replace("60 Fahrgäste", "80 Fahrgäste"),
        },
        {
            **_GERMAN,
            "content/lotsen.md": _PILOTS,
            "content/zweite.md": _GERMAN["content/sperrung.md"],
            "editorial.yml": _EDITORIAL,
        },
        ("changes.html", "corrections.html", "intake.html", "names.html", "quotes.html", "timeline.html"),
        gone=("content/weg.md",),
        desks=_DESKS,
    ),
    "english": _World(
        {
            "content/storm.md": _DATED.format(day="07", outlet="Post") + _STORM,
            "content/boats.md": _DATED.format(day="08", outlet="Wire") + _OTHER_STORM,
        },
        {
            "content/storm.md": _DATED.format(day="07", outlet="Post")
            + _STORM.replace("12 fishermen", "13 fishermen").replace("will open", "may open"),
            "content/third.md": _DATED.format(day="09", outlet="Post") + _OTHER_STORM.replace("15", "16"),
        },
        ("changes.html", "differences.html", "positions.html", "names.html"),
    ),
}


class _Veiled(dict[Message, tuple[str, ...]]):
    """A catalogue that has every message, veiled."""

    def get(self, key: Message, default: object = None) -> tuple[str, ...]:
        pieces = _PIECE.split(key[1])
        veiled = "".join(p if place % 2 else re.sub(r"[^\W\d_]", "¤", p) for place, p in enumerate(pieces))
        return (veiled, veiled)


class _Spoken(HTMLParser):
    """What a page says: its texts, and attributes that are read out."""

    def __init__(self, page: str):
        super().__init__()
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in _VOID:
            self._open.append(tag)
        if tag != "meta" or given.get("name") == "description":
            self.texts += (value for name, value in attrs if name in _SPOKEN and value)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if _NOT_SPOKEN.isdisjoint(self._open):
            self.texts.append(data)


def _english(page: str, known: frozenset[str]) -> Counter[str]:
    """The words of a page that are veiled nowhere and of no source."""
    texts = _Spoken(page).texts
    return Counter(word for text in texts for word in _WORD.findall(text) if word.lower() not in known)


def _known(world: _World) -> frozenset[str]:
    """The words of articles below their front matter, of the desk and of the files' names."""
    texts = [text.rpartition("---\n")[2] for files in (world.before, world.now) for text in files.values()]
    outlets = re.findall(r"^publisher: (.*)$", "\n".join([*world.before.values(), *world.now.values()]), re.MULTILINE)
    articles = [text for text in texts if text != _EDITORIAL]
    return _NAMES | {
        word.lower()
        for text in (*articles, *outlets, *world.before, *world.now, world.desks)
        for word in _WORD.findall(text)
    }


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pages in German are built with the veiled catalogue."""
    veiled = Translator("de", _Veiled(), calendar=lambda *_: "¤", short_month=lambda _: "¤")
    monkeypatch.setattr(theme, "read_translator", lambda _: veiled)
    monkeypatch.setattr(compiled_templates, "open_compiled", lambda *_: None)  # those are in German
    theme._shipped.cache_clear()
    yield
    theme._shipped.cache_clear()


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("name", _WORLDS)
def test_no_page_has_a_word_that_no_catalogue_can_translate(name: str, tmp_path: Path) -> None:
    world = _WORLDS[name]
    made = make_project(tmp_path, {"sitegen.yml": "language: de\ntitle: Skarne\n", **world.before})
    assert sitegen(made, "build").status == 0
    assert sitegen(made, "edition", "save", "2025-10-15").status == 0
    for path in world.gone:
        (made / path).unlink()
    make_project(made, {"sitegen.yml": "language: de\ntitle: Skarne\n", **world.now})
    run = sitegen(made, "build")
    assert run.status == 0
    assert "decision" not in run.err  # all of them are carried out
    known = _known(world)
    found = {
        path.relative_to(made / "site").as_posix(): words
        for path in sorted((made / "site").rglob("*.html"))
        if (words := _english(path.read_text("utf-8"), known))
    }
    assert found == {}
    assert set(world.pages) <= {path.name for path in (made / "site").iterdir()}
