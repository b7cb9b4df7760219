"""How outlets spell a name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.model import Entity

from .corpus import Corpus
from .name_forms import edit_distance
from .words import stem

_SHORTEST = 5  # letters: Kim and Kin are two families
_EDITS = 2


class Spelling(NamedTuple):
    """A name that outlets spell otherwise, each keeping to one spelling."""

    entity: str
    sides: tuple[tuple[str, tuple[str, ...]], ...]
    """Spelling and ids of sentences, the first of each article that has it; by spelling."""


def find_spellings(entities: Iterable[Entity], corpus: Corpus) -> Iterator[Spelling]:
    """Of each person, last names that only a letter or two part.

    An outlet that writes more than one of them is left out: that is a slip, not its spelling. Without a publisher an
    article stands for itself. Known failures: first names; names of places, whose spellings are not merged.
    """
    outlet_of = {a.article.id: a.article.metadata.publisher or a.article.id for a in corpus.analyses}
    sentence_of = {line.sentence.id: line for line in corpus.lines}
    for entity in entities:
        if entity.kind != "person" or len({form.split()[-1] for form in entity.forms}) < 2:
            continue
        by_outlet: defaultdict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
        for mention in entity.mentions:
            if (line := sentence_of.get(mention.sentence)) is not None:
                last = mention.text.replace("’", "'").split()[-1]
                by_outlet[outlet_of[line.article]][last].setdefault(line.article, line.sentence.id)
        sides: defaultdict[str, list[str]] = defaultdict(list)
        for spelt in by_outlet.values():
            if len(spelt) == 1:
                ((last, first),) = spelt.items()
                sides[last] += first.values()
        names = sorted(sides)
        kept = [name for name in names if any(is_respelt(name, other) for other in names)]
        if len(kept) > 1:
            yield Spelling(entity.id, tuple((name, tuple(sorted(sides[name]))) for name in kept))


def is_respelt(one: str, other: str) -> bool:
    """Whether two words can be spellings of one name; `Russia` and `Russian` or `Russians` are two words."""
    one, other = ("".join(c for c in name.lower() if c.isalpha()) for name in (one, other))
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    if not long.isascii() and short == "".join(c for c in long if c.isascii()):  # a letter lost on the way: `Espaa`
        return False
    if long.startswith(short) and long[len(short) :] not in ("", "y", "i", "j", "h"):
        return False
    # Stems leave out accents, and signs went before: they come and go with an outlet's typesetting.
    if stem(one) == stem(other):
        return False
    edits = edit_distance(one, other, _EDITS)
    # Two letters are another name, `George` and `Gehrke`, unless they are vowels or change places: `Rasheed`.
    return edits <= 1 or (edits == _EDITS and _consonants(one) == _consonants(other))


def _consonants(name: str) -> str:
    return "".join(c for c in name.lower() if c not in "aeiouy")
