"""Invents news in bulk, no two articles alike: words by Zipf's law from an invented lexicon.

Where `invented.py` writes English from a few hundred wordings, which at 5,000 articles repeat one another, here nearly
every content word is made up, so that what grows with a folder (words, names, candidates) grows as in real news.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

_LEXICON = 60_000  # content words
_SHIFT = 2.7  # Zipf-Mandelbrot: how flat the top of the ranking is
_FIRST_DAY = date(2023, 1, 2)
_DAYS = 900
_SIZES = (1, 2, 3, 4, 5, 7, 10)
_SIZE_WEIGHTS = (40, 22, 14, 10, 7, 5, 2)
_LATER_ROUND = 0.25  # chance that a story is another round of an earlier one
_TOLD_OF = 0.45  # chance that an article states a fact of its story
_OWN = (16, 36)  # sentences of the article's own
_OWN_OF_NOTICE = (1, 5)
_OF_STORY = 0.3  # chance that a content word of such a sentence is one of its story's

_ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sn sp st str t tr v w".split()
_VOWELS = "a e i o u ai ea ee ie oa ou".split()
_CODAS = "b ck d ft g l ld lm lt m mp n nd nk nt p r rd rk rn rt s sk st t th x".split()
_ENDINGS = {
    "noun": ("", "er", "age", "ment", "ing", "ure", "ship"),
    "verb": ("",),
    "adjective": ("ic", "al", "ous", ""),
}
_TITLES = ("Minister", "Mayor", "Professor", "Judge", "Captain", "Senator", "Director", "Inspector")
_MUCH = ("little", "no", "some", "much")
_TIMES = ("May", "June", "October", "2021", "2019")
_BODIES = ("Agency", "Authority", "Council", "Institute", "Ministry", "Union", "Bank", "Group", "University", "Party")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SAYING = ("said", "told reporters", "announced", "warned", "confirmed", "denied", "argued", "added")
_OUTLETS = 60


@dataclass(frozen=True, slots=True)
class Told:
    """An article."""

    id: str
    story: str
    title: str
    outlet: str
    published: date
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    """Parts of a sentence; its wordings put them in other orders, with other small words, or leave some out."""

    who: str
    verbs: tuple[str, str]
    adjective: str
    things: tuple[str, str]
    amount: str
    place: str
    weekday: str
    person: str


@dataclass(frozen=True, slots=True)
class _Story:
    id: str
    day: date
    nouns: tuple[str, ...]
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]
    facts: tuple[_Fact, ...]


def stream(articles: int, seed: int = 1, *, are_short: bool = False) -> Iterator[Told]:
    """`articles` articles, story by story. The same arguments give the same ones, and a longer stream begins alike.

    `are_short`: notices of some 100 words, to see what grows with the number of articles alone.
    """
    rng = Random(f"news {seed}")
    before: list[_Story] = []
    left, number = articles, 0
    own = _OWN_OF_NOTICE if are_short else _OWN
    while left > 0:
        earlier = rng.choice(before[-200:]) if before and rng.random() < _LATER_ROUND else None
        story = _story(rng, number, earlier)
        before.append(story)
        size = rng.choices(_SIZES, _SIZE_WEIGHTS)[0]
        told = [
            _article(rng, story, place, outlet, own) for place, outlet in enumerate(rng.sample(range(_OUTLETS), size))
        ]
        yield from told[:left]
        left -= size
        number += 1


@cache
def _lexicon(kind: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Words of a kind by rank, and the running sum of their frequencies."""
    rng = Random(f"lexicon {kind}")
    words: dict[str, None] = {}
    while len(words) < _LEXICON // 3:
        syllables = rng.choices((1, 2, 3), (4, 5, 1))[0]
        root = "".join(_syllable(rng) for _ in range(syllables))
        words[root + rng.choice(_ENDINGS[kind])] = None
    return tuple(words), tuple(accumulate(1 / (rank + _SHIFT) for rank in range(len(words))))


def _syllable(rng: Random) -> str:
    return rng.choice(_ONSETS) + rng.choice(_VOWELS) + (rng.choice(_CODAS) if rng.random() < 0.6 else "")


def _word(rng: Random, kind: str, *, is_telling: bool = False) -> str:
    """A word by its frequency; `is_telling`: none of the most frequent, as what a story is about."""
    words, sums = _lexicon(kind)
    least = sums[150] if is_telling else 0.0
    return words[bisect(sums, rng.uniform(least, sums[-1]), hi=len(words) - 1)]


def _name(rng: Random) -> str:
    return "".join(_syllable(rng) for _ in range(rng.choice((1, 2, 2, 3)))).capitalize()


def _past(verb: str) -> str:
    return verb + ("d" if verb.endswith("e") else "ed")


def _number(rng: Random) -> str:
    return f"{int(10 ** rng.uniform(0.5, 4.5)) + 2:,}"


def _story(rng: Random, number: int, earlier: _Story | None) -> _Story:
    nouns = [_word(rng, "noun", is_telling=True) for _ in range(12)]
    people, bodies, places = (
        [f"{_name(rng)} {_name(rng)}" for _ in range(5)],
        [f"{_name(rng)} {rng.choice(_BODIES)}" for _ in range(3)],
        [_name(rng) + rng.choice(("ton", "burg", "ford", "", "ia", "stad")) for _ in range(3)],
    )
    day = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
    if earlier is not None:
        nouns[:8], people[:3], bodies[:2], places[:2] = (
            earlier.nouns[:8],
            earlier.people[:3],
            earlier.bodies[:2],
            earlier.places[:2],
        )
        day = earlier.day + timedelta(days=rng.randrange(7, 60))
    facts = tuple(
        _Fact(
            who=rng.choice((rng.choice(people), f"the {rng.choice(bodies)}", f"the {rng.choice(nouns)}")),
            verbs=(_word(rng, "verb", is_telling=True), _word(rng, "verb", is_telling=True)),
            adjective=_word(rng, "adjective"),
            things=(rng.choice(nouns), _word(rng, "noun", is_telling=True)),
            amount=_number(rng),
            place=rng.choice(places),
            weekday=rng.choice(_WEEKDAYS),
            person=rng.choice(people),
        )
        for _ in range(rng.randrange(9, 16))
    )
    return _Story(f"{number:05}", day, tuple(nouns), tuple(people), tuple(bodies), tuple(places), facts)


def _article(rng: Random, story: _Story, place: int, outlet: int, own: tuple[int, int]) -> Told:
    facts = [fact for fact in story.facts if rng.random() < _TOLD_OF] or [story.facts[0]]
    rng.shuffle(facts)
    sentences = [_wording(rng, fact) for fact in facts]
    for _ in range(rng.randrange(*own)):
        sentences.insert(rng.randrange(1, len(sentences) + 1), _own(rng, story))
    paragraphs: list[str] = []
    while sentences:
        count = rng.randrange(1, 5)
        paragraphs.append(" ".join(sentences[:count]))
        del sentences[:count]
    title = " ".join((*rng.sample(story.nouns[:8], 3), "in", rng.choice(story.places))).capitalize()
    name = Random(f"outlet {outlet}")
    return Told(
        id=f"{story.id}-{place:02}",
        story=story.id,
        title=title,
        outlet=f"The {_name(name)} {name.choice(('Courier', 'Herald', 'Post', 'Daily', 'Gazette'))}",
        published=story.day + timedelta(days=rng.choice((0, 0, 1, 1, 2))),
        paragraphs=tuple(paragraphs),
    )


def _wording(rng: Random, fact: _Fact) -> str:
    """One of many sentences that state a fact, most of them with words of the article's own behind."""
    verb, (thing, of) = _past(rng.choice(fact.verbs)), fact.things
    more = _clause(rng) if rng.random() < 0.7 else ""
    when = rng.choice((f" on {fact.weekday}", "", f" late on {fact.weekday}"))
    text = rng.choice(
        (
            f"{fact.who} {verb} {fact.amount} {thing}s of the {fact.adjective} {of} in {fact.place}{when}{more}",
            f"in {fact.place}, {fact.who} {verb} the {fact.adjective} {thing} and {fact.amount} {of}s{when}{more}",
            f"{fact.amount} {thing}s were {verb} by {fact.who}{when}, {fact.person} {rng.choice(_SAYING)}{more}",
            f"according to {fact.person}, {fact.who} has {verb} its {of} near {fact.place}{more}",
            f"“{fact.who} {verb} a {thing} with {fact.amount} {of}s,” {fact.person} {rng.choice(_SAYING)}{when}",
            f"the {of}, {rng.choice(('a', 'one'))} {fact.adjective} {thing}, was {verb}{when} in {fact.place}{more}",
        )
    )
    return _sentence(text)


def _clause(rng: Random) -> str:
    noun, verb, other = _word(rng, "noun"), _past(_word(rng, "verb")), _word(rng, "noun")
    return rng.choice(
        (
            f", which {verb} the {noun} of its {other}",
            f" after a {_word(rng, 'adjective')} {noun} {verb}",
            f" while {other}s {verb} {rng.choice(('behind', 'under', 'without', 'beside'))} every {noun}",
            f", a {noun} that no {other} {verb}",
            f" because the {noun} had {verb}",
            f" and a {other} for {_number(rng)} {noun}s",
        )
    )


def _own(rng: Random, story: _Story) -> str:
    def noun() -> str:
        return rng.choice(story.nouns) if rng.random() < _OF_STORY else _word(rng, "noun")

    def someone() -> str:
        choice = rng.random()
        if choice < 0.25:
            return rng.choice(story.people).split()[-1]
        if choice < 0.35:
            return f"{rng.choice(_TITLES)} {_name(rng)} {_name(rng)}"
        if choice < 0.45:
            return f"the {rng.choice(story.bodies)}"
        return f"{rng.choice(('the', 'a', 'every', 'another', 'this', 'no'))} {noun()}"

    verb, adjective = _past(_word(rng, "verb")), _word(rng, "adjective")
    link = rng.choice(("of", "with", "for", "against", "under", "between", "from", "without", "into"))
    text = rng.choice(
        (
            f"{someone()} {verb} the {adjective} {noun()} {link} {someone()}{_clause(rng)}",
            f"{rng.choice(('but', 'still,', 'for years', 'in the end', 'so far'))} {someone()} had {verb} {noun()}s",
            f"“{rng.choice(('We', 'They', 'You', 'I'))} {verb} {noun()} {link} the {noun()},” {someone()} said",
            f"{noun()}s {verb} {link} {adjective} {noun()}s{_clause(rng)}",
            f"{someone()} {rng.choice(('has been', 'was', 'will be', 'may be'))} {verb} {link} {someone()}",
            f"it {verb} {_number(rng)} {noun()}s in {rng.choice(_TIMES)}{_clause(rng)}",
            f"what {noun()}s {verb}, {noun()}s {_past(_word(rng, 'verb'))}{_clause(rng)}",
            f"there is {rng.choice(_MUCH)} {adjective} {noun()} {link} the {noun()}{_clause(rng)}",
        )
    )
    return _sentence(text)


def _sentence(text: str) -> str:
    at = 1 if text[0] == "“" else 0
    return text[:at] + text[at].upper() + text[at + 1 :] + "."
