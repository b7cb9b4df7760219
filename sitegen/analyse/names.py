"""Names: which words name a person, an organisation, a place, a document or an event."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model import EntityKind

from .capital_runs import Evidence, Token, capital_runs, gather_evidence, known_name, words_of
from .organisation_words import (
    DOCUMENT_NOUNS,
    EVENT_NOUNS,
    NUMBERED_DOCUMENTS,
    ORGANISATION_HINTS,
    ORGANISATION_NOUNS,
    ORGANISATIONS,
)
from .person_words import FIRST_NAMES, HONORIFICS, LOWER_ROLES, PARTICLES, ROLE_WORDS, ROLES
from .place_names import DEMONYMS, PLACE_HINTS, PLACE_NOUNS, PLACES, WORKS_BEFORE
from .reporting_verbs import DESCRIBING, SAYING

_ORGANISATION_WORDS_FIRST = frozenset("Ministry Department University Bank Office House Court Institute Board".split())
_COMPANY_ENDS = frozenset("Inc Corp Ltd LLC Plc PLC Co Limited Corporation".split())
_PLACE_FIRST = frozenset("River Mount Lake Cape Port Fort".split())
_GENERIC = ORGANISATION_NOUNS | DOCUMENT_NOUNS | EVENT_NOUNS | PLACE_NOUNS
_BEFORE = re.compile(r"([\w-]+)[.]? $")
_OF_ROLE = re.compile(r"\b(?:Secretary|Minister|Secretaries|Ministers) of $")
_AFTER = re.compile(r"(?:['’]s)? ([\w-]+)")
_PLACE_PREPOSITIONS = frozenset("in near outside inside throughout across".split())
_VERBS = SAYING | DESCRIBING
_MARKS = ('"', "“", "‘", "'")
_MARKS_AFTER = ('"', "”", "’", "'", ",", ".")
_BEFORE_NO_PERSON = frozenset("the a an new at most called".split())
_AROUND = re.compile(r", ([A-Z][\w.]*(?: [A-Z]\w+)?)(?=[,.;)]| |$)")


@dataclass(frozen=True, slots=True)
class _Name:
    """A run's part that names one thing, before its kind is settled."""

    sentence: int
    tokens: tuple[Token, ...]
    text: str
    kind: EntityKind | None
    """None where the name alone does not tell."""


def find_names(sentences: Sequence[str]) -> list[list[tuple[int, int, EntityKind]]]:
    """Spans and kinds of what is named, for each sentence of one article, in order.

    No titles, no possessives, no words for inhabitants (`Ukrainian`). All sentences of the article come at once:
    a word's other uses in it decide what a capital at a sentence's beginning means, and what a short name is.

    Method: decision 0006, names: runs of capitals in two passes, split at words for roles; kinds by tables of words,
    then by the role before, the words around, and the other names in the article (Mikheev et al., Named entity
    recognition without gazetteers, 1999).

    Known failures: an unknown single word is `other`; a company that bears a person's name is a person.
    """
    words = [words_of(sentence) for sentence in sentences]
    evidence = gather_evidence(words)
    names: list[_Name] = []
    for index, (sentence, found) in enumerate(zip(sentences, words, strict=True)):
        for run in capital_runs(sentence, found.tokens, evidence):
            names += _split(index, sentence, run)
    kinds = _settle(names, sentences, evidence)
    spans: list[list[tuple[int, int, EntityKind]]] = [[] for _ in sentences]
    for name, kind in zip(names, kinds, strict=True):
        spans[name.sentence].append((name.tokens[0].start, name.tokens[-1].end, kind))
    return spans


def _split(index: int, sentence: str, run: Sequence[Token]) -> list[_Name]:
    """The names in a run: parted at roles and after known names; demonyms, roles and honorifics left out."""
    names: list[_Name] = []
    part: list[Token] = []
    word_before = _BEFORE.search(sentence, max(0, run[0].start - 30), run[0].start)
    after_role = bool(word_before and word_before[1] in LOWER_ROLES)
    if len(run) > 1 and run[0].text in ROLE_WORDS and _OF_ROLE.search(sentence, 0, run[0].start):
        run, after_role = run[1:], True

    def close() -> None:
        if part and (name := _name(index, sentence, part, after_role=after_role)):
            names.append(name)
        part.clear()

    position = 0
    while position < len(run):
        token, rest = run[position], run[position:]
        is_joined = bool(part) and sentence[part[-1].end : token.start] != " "
        known = known_name(rest)
        if known or is_joined:
            part += rest[: known or 1]
            position += known or 1
        elif _is_role(rest):
            close()
            after_role = True
            position += 1
        else:
            part.append(token)
            position += 1
        if _stands_alone(sentence, part, run[position:]):
            close()
            after_role = False
    close()
    return names


def _is_role(rest: Sequence[Token]) -> bool:
    """Whether the first of the tokens is a role, an honorific, or a part of the role that follows."""
    text = rest[0].text.rstrip(".").removesuffix("-elect")
    if text in ROLES or text in HONORIFICS or (len(rest) > 1 and text.removesuffix("s") in ROLES):
        return True
    return text in ROLE_WORDS and any(other.text.rstrip(".") in ROLES for other in rest[1:3])


def _stands_alone(sentence: str, part: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a name is complete though the run goes on: `United Kingdom iTunes`, `Acme Inc. Ada Reed`."""
    if not part or not rest or sentence[part[-1].end : rest[0].start] != " ":
        return False
    text = part[-1].text.rstrip(".")
    if text in _COMPANY_ENDS and len(part) > 1:
        return True
    whole = " ".join(token.text for token in part).replace(".", "")
    return whole in PLACES and not any(token.text in _GENERIC for token in rest)


def _name(index: int, sentence: str, part: list[Token], *, after_role: bool) -> _Name | None:
    """The name in a part of a run; None if it names nothing by itself."""
    tokens = list(part)
    while tokens and tokens[-1].text in PARTICLES:
        tokens.pop()
    while tokens and _is_demonym(tokens[0].text):
        # `Russian Defense Ministry`, `European Commission`: the demonym belongs to an organisation's name.
        if len(tokens) > 1 and _kind_alone(sentence, tokens, after_role=False) in ("organisation", "place"):
            break
        tokens.pop(0)
    if tokens and tokens[-1].text != tokens[0].text and _is_demonym(tokens[-1].text):
        tokens.pop()
    if not tokens or (len(tokens) == 1 and tokens[0].text in _GENERIC and tokens[0].text not in ORGANISATIONS):
        return None
    text = sentence[tokens[0].start : tokens[-1].end]
    if after_role and text in PLACES:
        return None  # `Supreme Commander Europe`
    kind = _kind_alone(sentence, tokens, after_role=after_role)
    return _Name(index, tuple(tokens), text, kind)


def _is_demonym(text: str) -> bool:
    singular = text.removesuffix("s")
    return text in DEMONYMS or (singular in DEMONYMS and text not in PLACES) or text.endswith(("-led", "-backed"))


def _kind_alone(sentence: str, tokens: Sequence[Token], *, after_role: bool) -> EntityKind | None:
    """What a name's own words and its place in the sentence say of its kind."""
    words = [token.text.rstrip(".") for token in tokens]
    text = sentence[tokens[0].start : tokens[-1].end]
    plain = text.replace(".", "")
    if plain in ORGANISATIONS:
        return "organisation"
    if plain in PLACES or text in PLACES:
        return "place"
    if len(words) > 1 or after_role:
        if words[-1] in ORGANISATION_NOUNS or words[0] in _ORGANISATION_WORDS_FIRST:
            return "organisation"
        if words[-1] in PLACE_NOUNS or words[0] in _PLACE_FIRST:
            return "place"
        if words[-1] in DOCUMENT_NOUNS or (words[0] in NUMBERED_DOCUMENTS and words[-1].isdigit()):
            return "document"
        if words[-1] in EVENT_NOUNS or (words[0] in EVENT_NOUNS and len(words) > 1):
            return "event"
    if any(word in ORGANISATION_NOUNS for word in words) and ("of" in text.split() or "for" in text.split()):
        return "organisation"
    if after_role or (words[0] in FIRST_NAMES and 1 < len(words) < 5):
        return "person"
    if len(words) > 1 and any(word in PARTICLES for word in words[1:-1]):
        return "person"
    after = _AFTER.match(sentence, tokens[-1].end)
    if after and after[1].removesuffix("s") in PLACE_HINTS:
        return "place"
    before = sentence[max(0, tokens[0].start - 20) : tokens[0].start].split()[-2:]
    if len(before) == 2 and before[1] == "of" and before[0].removesuffix("s") in PLACE_HINTS:
        return "place"
    return None


def _settle(names: Sequence[_Name], sentences: Sequence[str], evidence: Evidence) -> list[EntityKind]:
    """A kind for each name: its own, else that of the same words, or of a longer name with them, elsewhere."""
    votes: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for name in names:
        if not name.kind:
            continue
        votes[name.text][name.kind] += 1
        if name.kind == "person" and len(name.tokens) > 1:
            votes[name.tokens[-1].text]["person"] += 1
            votes[name.tokens[0].text]["person"] += 1
        elif name.kind == "organisation" and len(name.tokens) > 1:
            votes[name.tokens[0].text]["organisation"] += 1
    kinds: list[EntityKind] = []
    for name in names:
        if name.kind:
            kinds.append(name.kind)
        elif name.text in votes:
            kinds.append(votes[name.text].most_common(1)[0][0])
        else:
            kinds.append(_by_context(name, sentences[name.sentence], evidence))
    return kinds


def _by_context(name: _Name, sentence: str, evidence: Evidence) -> EntityKind:
    """A guess from the words around, where nothing else is known; `other` if they do not tell."""
    start, end = name.tokens[0].start, name.tokens[-1].end
    before = _BEFORE.search(sentence, max(0, start - 30), start)
    after = _AFTER.match(sentence, end)
    word_before = before[1] if before else ""
    count = len(name.tokens)
    if word_before in ORGANISATION_HINTS:
        return "organisation"
    is_quoted = sentence[start - 1 : start] in _MARKS and sentence[end : end + 1] in _MARKS_AFTER
    if is_quoted or word_before in WORKS_BEFORE:
        return "other"  # a title
    around = _AROUND.match(sentence, end)
    if around and around[1] in PLACES and count < 3 and word_before not in ("and", "or"):
        return "place"  # `Sollevik, Norway`
    plain = name.text.replace(".", "")
    if plain.isupper() and count == 1:
        return "organisation" if len(plain) > 1 and plain.isalpha() else "other"
    if word_before in _PLACE_PREPOSITIONS and count < 3:
        return "place"
    if 1 < count < 4 and word_before.lower() not in _BEFORE_NO_PERSON:
        return "person" if all(_may_be_of_person(token, evidence) for token in name.tokens) else "other"
    if after and after[1] in _VERBS:
        return "person" if word_before.lower() != "the" else "organisation"
    return "other"


_INNER_CAPITAL = re.compile(r"(?!Mc|Mac|De|Di|La|Le|Van|Von|O['’])\w[^\W\dA-Z]*[A-Z]")


def _may_be_of_person(token: Token, evidence: Evidence) -> bool:
    """Whether a word can be part of a person's name: no `MacBook`, no `OS`, no word that is used without capital."""
    text = token.text
    if len(text.rstrip(".")) == 1:
        return text[0].isupper()
    is_word = text.replace("-", "").replace("’", "").replace("'", "").isalpha()
    return is_word and not _INNER_CAPITAL.match(text) and text.lower() not in evidence.lower
