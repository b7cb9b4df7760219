"""Invents news: stories, and the articles in which outlets tell them. Words and wordings are in `newsroom.yml`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_FIRST_DAY = date(2025, 1, 6)
_DAYS = 700
_SECTIONS = {
    "why": ("Why it matters", "The stakes", "Why this matters"),
    "points": ("Key developments", "Key points", "What we know"),
    "report": ("Full report", "Details", "What happened"),
    "background": ("Background", "Context", "How we got here"),
}
_GOES_ON = 0.75  # chance of one more paragraph of the article's own when all facts are told
_TELLS = 0.62  # chance that an article states a fact other than the core
_GENERAL = 0.6  # chance that a story has one of the facts that can be told of any event
_DETAILS = 0.6  # chance that a sentence that states a fact adds its detail
_CONTRADICTS = 0.35  # chance that one article of a story gives another number
_COPIES = 0.3  # chance that a story of three articles or more has a copy or a rewrite


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened in a story, and the ways to say it."""

    name: str
    value: int | None
    """Its number, if it has one."""
    wordings: tuple[str, ...]
    detail: str
    """What some outlets add to it."""
    is_core: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One event: a round of an affair."""

    id: str
    affair: str
    round: int
    kind: str
    day: date
    slots: Mapping[str, str]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence; `fact` is empty when it is the article's own."""

    text: str
    fact: str = ""
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, paragraph, list item or quotation."""

    kind: str
    sentences: tuple[Said, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it is written down."""

    outlet: str
    published: date | None
    parts: tuple[Part, ...]
    copy_of: int | None = None
    """Place of the original in its story."""
    copy_kind: str = ""


@cache
def newsroom() -> dict[str, Any]:
    """Outlets, vocabularies, events and wordings: `newsroom.yml`."""
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("newsroom.yml").read_text("utf-8"))
    vocabulary = words["vocabulary"]
    vocabulary |= {name: value.split() if isinstance(value, str) else value for name, value in vocabulary.items()}
    return words


def told(rng: Random, articles: int) -> Iterator[tuple[Story, list[Draft]]]:
    """Stories with the articles that tell them, `articles` in all."""
    left = articles
    for number in range(articles):
        for story in _affair(rng, number):
            if left == 0:
                return
            size = min(left, rng.choices((1, 2, 3, 4, 5, 6, 8), (8, 20, 26, 20, 13, 8, 5))[0])
            left -= size
            yield story, _drafts(rng, story, size)


# Stories


def _affair(rng: Random, number: int) -> Iterator[Story]:
    """The rounds of one affair: same people and places, other days and numbers."""
    words = newsroom()
    kind = rng.choice(sorted(words["kinds"]))
    cast = _cast(rng, words["kinds"][kind]["picks"])
    day = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
    for round_ in range(1, rng.choices((2, 3, 4), (65, 25, 10))[0]):
        dated = cast | {"day": f"{day:%A}", "next_date": _spoken(day + timedelta(days=rng.randrange(9, 60)))}
        yield Story(
            f"story-{number:05}-{round_}",
            f"affair-{number:05}",
            round_,
            kind,
            day,
            dated,
            tuple(_facts(rng, words, kind, round_)),
        )
        day += timedelta(days=rng.randrange(4, 25))


def _facts(rng: Random, words: Mapping[str, Any], kind: str, round_: int) -> Iterator[Fact]:
    general = {name: entry for name, entry in words["general"].items() if isinstance(entry, dict)}
    if round_ == 1:
        del general["later_round"]
    for name, entry in (*words["kinds"][kind]["facts"].items(), *general.items()):
        if name in general and rng.random() > _GENERAL:
            continue
        low, high = entry.get("range", (0, 0))
        value = _number(rng, low, high) if high else None
        detail = _worded(rng, rng.choice(words["detail"]["say"]), _trimmings(rng), is_sentence=False)
        yield Fact(name, value, tuple(entry["say"]), detail, is_core=entry.get("core", False))


def _number(rng: Random, low: int, high: int) -> int:
    """Small numbers are the most likely ones; most of those above 200 are round."""
    share = rng.random()
    value = low + int((high - low) * share * share * share)
    return round(value, -1 if value < 2000 else -2) if value > 200 and rng.random() < 0.7 else value


def _cast(rng: Random, picks: Mapping[str, list[str]]) -> dict[str, str]:
    """Who and what a story is about, by slot; `x_cap` begins with a capital, `x_last` is a last name."""
    words = newsroom()
    vocabulary = words["vocabulary"]
    near, place = _town(rng), _town(rng)
    slots = {
        "place": place,
        "near": near,
        "region": rng.choice((f"the {_town(rng)} valley", f"{_town(rng)}shire", f"the province of {_town(rng)}")),
        "company": _company(rng),
        "rival": _company(rng),
        "third": _company(rng),
        "body": rng.choice((rng.choice(vocabulary["body"]), f"{_town(rng)} {rng.choice(vocabulary['body_end'])}")),
        "role": rng.choice(vocabulary["role"]),
        "expert": rng.choice(vocabulary["expert"]),
        "institute": rng.choice(vocabulary["institute"]).format_map(_trimmings(rng)),
        **{
            name: rng.choice(words["general"][name]).format_map(_trimmings(rng))
            for name in ("promise", "judgement", "precedent")
        },
        **{name: rng.choice(options) for name, options in picks.items()},
    }
    for name in ("official", "expert_name", "accused", "lawyer", "mediator", "leader", "critic"):
        slots[name] = _person(rng)
        slots[f"{name}_last"] = slots[name].split()[-1]
    slots["matter"] = (
        f"the {_thing(rng)} {rng.choice(('affair', 'business', 'case', 'dispute', 'matter', 'question', 'story'))}"
    )
    slots["promise_lower"] = slots["promise"][0].lower() + slots["promise"][1:]
    return slots | {f"{name}_cap": slots[name][0].upper() + slots[name][1:] for name in (*picks, "matter", "precedent")}


def _person(rng: Random) -> str:
    words = newsroom()["vocabulary"]
    return f"{rng.choice(words['first'])} {_surname(rng)}"


def _surname(rng: Random) -> str:
    words = newsroom()["vocabulary"]
    return f"{rng.choice(words['last_start'])}{rng.choice(words['last_end'])}"


def _town(rng: Random) -> str:
    words = newsroom()["vocabulary"]
    return f"{rng.choice(words['town_start'])}{rng.choice(words['town_end'])}"


def _company(rng: Random) -> str:
    return f"{rng.choice((_surname, _town))(rng)} {rng.choice(newsroom()['vocabulary']['company_end'])}"


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B}"


# Articles


def _drafts(rng: Random, story: Story, size: int) -> list[Draft]:
    """The articles of a story, each by another outlet."""
    outlets = rng.sample(newsroom()["outlets"], size)
    odd = rng.randrange(1, size) if size > 1 and rng.random() < _CONTRADICTS else None
    disputed = rng.choice([fact.name for fact in story.facts if fact.value is not None]) if odd else ""
    copy = size - 1 if size > 2 and rng.random() < _COPIES else None
    drafts: list[Draft] = []
    for place, outlet in enumerate(outlets):
        published = story.day + timedelta(days=rng.choice((0, 0, 1, 1, 2))) if rng.random() < 0.9 else None
        if place == copy:
            original = drafts[0].parts
            parts = original if rng.random() < 0.5 else tuple(_rewritten(rng, original))
            drafts.append(Draft(outlet["name"], published, parts, 0, "copy" if parts == original else "rewrite"))
            continue
        facts = tuple(
            replace(fact, value=_other(rng, fact.value)) if place == odd and fact.name == disputed else fact
            for fact in story.facts
            if fact.is_core or fact.name == disputed or rng.random() < _TELLS
        )
        drafts.append(Draft(outlet["name"], published, tuple(_parts(rng, story, facts, outlet["style"]))))
    return drafts


def _other(rng: Random, value: int | None) -> int:
    assert value is not None
    return max(value + 1, round(value * rng.uniform(1.2, 2.5)))


def _parts(rng: Random, story: Story, facts: tuple[Fact, ...], style: str) -> Iterator[Part]:
    core = [fact for fact in facts if fact.is_core]
    rest = [fact for fact in facts if not fact.is_core]
    rng.shuffle(rest)
    said = [_say(rng, story, fact) for fact in rest]
    titles = newsroom()["kinds"][story.kind]["titles"]
    yield Part("heading", (Said(_worded(rng, rng.choice(titles), story.slots)),), 1)
    lead = [_say(rng, story, fact) for fact in core] + [said.pop() for _ in range(min(len(said), rng.randrange(2)))]
    yield Part("paragraph", tuple(lead))
    if style == "sections":
        yield _heading(rng, "why")
        yield _paragraph([_colour(rng, story), *_some(said, 1)])
    if style in ("sections", "points") and said:
        yield _heading(rng, "points")
        yield from (Part("list_item", (sentence,)) for sentence in _some(said, rng.randrange(3, 6)))
    if style == "sections":
        yield _heading(rng, "report")
    background = _some(said, 2) if style != "plain" else []
    while said or rng.random() < _GOES_ON:
        sentences = _some(said, rng.randrange(1, 4))
        for _ in range(rng.choices((1, 2, 3, 4), (2, 4, 4, 2))[0]):
            sentences.insert(rng.randrange(len(sentences) + 1), _colour(rng, story))
        if len(sentences) == 1 and sentences[0].text.startswith("“") and rng.random() < 0.5:
            yield Part("quotation", tuple(sentences))
        else:
            yield _paragraph(sentences)
    if background:
        yield _heading(rng, "background")
        yield _paragraph([*background, _colour(rng, story)])


def _heading(rng: Random, section: str) -> Part:
    return Part("heading", (Said(rng.choice(_SECTIONS[section])),), 2)


def _paragraph(sentences: list[Said]) -> Part:
    return Part("paragraph", tuple(sentences))


def _some(said: list[Said], count: int) -> list[Said]:
    """Take up to `count` sentences off the end of `said`."""
    taken = said[-count:]
    del said[-count:]
    return taken


def _say(rng: Random, story: Story, fact: Fact) -> Said:
    slots = {**story.slots, "n": f"{fact.value:,}"} if fact.value is not None else story.slots
    text = _worded(rng, rng.choice(fact.wordings), slots)
    if text.endswith(".") and rng.random() < _DETAILS:
        text = f"{text[:-1]}, {rng.choice(newsroom()['detail']['link'])} {fact.detail}."
    return Said(text, fact.name, fact.value)


def _colour(rng: Random, story: Story) -> Said:
    """A sentence of the article's own."""
    words = newsroom()["colour"]
    who = rng.choice(words["who"])
    own = {
        "Who": who,
        "who_lower": who[0].lower() + who[1:],
        "did": rng.choice(words["did"]),
        "when": rng.choice(words["when"]),
    }
    own["where"] = rng.choice(
        (rng.choice(words["where"]), f"{rng.choice(('behind', 'near', 'beside', 'above'))} the {_thing(rng)}")
    )
    return Said(_worded(rng, rng.choice(words["say"]), {**story.slots, **_trimmings(rng), **own}))


def _trimmings(rng: Random) -> dict[str, str]:
    """What fills a sentence that is nobody's news, by slot."""
    words = newsroom()
    vocabulary = words["vocabulary"]
    adjective, people, person = rng.choice(words["colour"]["adjective"]), rng.choice(vocabulary["people"]), _person(rng)
    return {
        "adjective": adjective,
        "adjective_a": ("an " if adjective[0] in "aeiou" else "a ") + adjective,
        "manner": rng.choice(vocabulary["manner"]),
        "n": str(rng.randrange(2, 40)),
        "noun": rng.choice(words["colour"]["noun"]),
        "people": people,
        "people_b": rng.choice(vocabulary["people"]),
        "people_cap": people[0].upper() + people[1:],
        "person": person,
        "surname": _surname(rng),
        "thing": _thing(rng),
        "thing_b": _thing(rng),
        "town": _town(rng),
        "verb": rng.choice(vocabulary["did"]),
    }


def _thing(rng: Random) -> str:
    words = newsroom()["vocabulary"]
    return f"{rng.choice(words['thing_start'])}{rng.choice(words['thing_end'])}"


def _worded(rng: Random, wording: str, slots: Mapping[str, str], *, is_sentence: bool = True) -> str:
    text = _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), wording).format_map(slots)
    return text[0].upper() + text[1:] if is_sentence else text


def _rewritten(rng: Random, parts: tuple[Part, ...]) -> Iterator[Part]:
    """The parts with some words swapped, and some of the article's own sentences left out."""
    swaps = newsroom()["light_rewrite"]
    for part in parts:
        kept: list[Said] = []
        for said in part.sentences:
            text = said.text
            for old, new in swaps:
                if rng.random() < 0.5:
                    text = re.sub(rf"\b{old}\b", new, text)
            if said.fact or part.kind == "heading" or rng.random() < 0.7:
                kept.append(replace(said, text=text))
        if kept:
            yield replace(part, sentences=tuple(kept))
