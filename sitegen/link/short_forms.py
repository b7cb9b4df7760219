"""Short forms of names: acronyms, last names, and companies without all their words."""

import re
from collections import defaultdict

from sitegen.reasons import Reason, worded

from .countries import country
from .name_book import NameBook, form_of
from .name_forms import likeness
from .name_words import DESCRIBING, PARTICLES, PARTS

_LONGEST_ACRONYM = 7


def merge_acronyms(book: NameBook) -> None:
    """`UAW` to the name that it abbreviates."""
    defined = _definitions(book)
    spelled: defaultdict[str, set[str]] = defaultdict(set)
    for name in book.names.values():
        if name.kind != "person" and " " in name.main:
            for form in name.forms:
                for short in book.words[form].initials:
                    spelled[short].add(name.key)
    for unit in book.mentions:
        short = unit[1].replace(".", "")
        if not _is_acronym(short) or country(unit[1]) or book.kinds[unit[1]] == "person":
            continue
        said = {book.root(key) for article, key in defined.get(short, ()) if article == unit[0]}
        said = said or {book.root(key) for _, key in defined.get(short, ())}
        if len(said) == 1:
            book.move(unit, said.pop(), _short_form_of)
        elif not said:
            is_long = len(short) > 2
            everywhere = is_long or "." in unit[1]
            keys = spelled.get(short, set())
            book.take(unit, keys, _first_letters_of, is_telling=is_long, everywhere=everywhere)


def _definitions(book: NameBook) -> dict[str, set[tuple[str, str]]]:
    """Acronym → article and key of each name that stands before it: `United Auto Workers (UAW)`."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for line in book.corpus.lines:
        for long, short in zip(line.mentions, line.mentions[1:], strict=False):
            between = line.sentence.text[long.end : short.start]
            acronym = short.text.replace(".", "")
            if between not in (" (", ", or ", " (the ") or not _is_acronym(acronym) or long.kind == "person":
                continue
            if _abbreviates(acronym, long.text):
                found[acronym].add((line.article, book.key_of[form_of(long.text)]))
    return found


def merge_last_names(book: NameBook) -> None:
    """`Lindqvist` to the only full name that has it."""
    by_last: defaultdict[str, set[str]] = defaultdict(set)
    by_first: defaultdict[str, set[str]] = defaultdict(set)
    by_sound: defaultdict[str, set[str]] = defaultdict(set)
    for name in book.names.values():
        if name.kind != "person" or len(book.words[name.main].person) < 2:
            continue
        for form in name.forms:
            found = book.words[form]
            for last, sound in zip(found.last_names, found.last_sounds, strict=True):
                by_last[last].add(name.key)
                by_sound[sound].add(name.key)
            by_first[found.person[0]].add(name.key)
    for unit in book.mentions:
        form = unit[1]
        words = book.words[form].person
        last = " ".join(words)
        is_person = book.kinds[form] == "person"
        if not (is_person or book.kinds[form] == "other") or len(last) == 1:
            continue
        if (len(words) > 1 and words[0] not in PARTICLES) or book.words[form].suffix:
            continue
        if last in by_last:
            book.take(unit, by_last[last], _last_name_of, everywhere=is_person)
        elif is_person and len(words) == 1:
            first = book.here(unit, by_first.get(last, set()))
            if len(first) == 1:
                book.move(unit, first.pop(), _first_name_of)
            elif not first:
                alike = {
                    key
                    for key in by_sound.get(book.words[form].sound, ())
                    if any(likeness(last, end, "person") for end in book.words[book.names[key].main].last_names)
                }
                book.take(unit, alike, _spelling_of_last_name_of)


def merge_beginnings(book: NameBook) -> None:
    """`Ford` to `Ford Motor Company`, the only one that is called so."""
    longer: defaultdict[str, set[str]] = defaultdict(set)
    for name in book.names.values():
        words = book.words[name.main].organisation
        if name.kind == "organisation" and len(words) > 1:
            for count in range(1, len(words)):
                if PARTS.isdisjoint(words[count:]):
                    longer[" ".join(words[:count])].add(name.key)
    for unit in book.mentions:
        form = unit[1]
        if book.kinds[form] != "organisation" or country(form) or _is_acronym(form.replace(".", "")):
            continue
        words = book.words[form].organisation
        keys = longer.get(" ".join(words), set())
        here = [key for key in keys if unit[0] in book.names[key].articles]
        introduced = book.introduced(unit, here)
        if len(here) == 1 and introduced and not book.is_where(unit):
            book.move(unit, introduced.pop(), _beginning_of)
        elif not here and len(keys) == 1:
            rest = book.words[book.names[next(iter(keys))].main].organisation[len(words) :]
            if all(word in DESCRIBING for word in rest):
                book.take(unit, keys, _shorter_than)


def _is_acronym(text: str) -> bool:
    return 2 <= len(text) <= _LONGEST_ACRONYM and text.isupper() and text.isalnum()


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym stand in a name in their order, the first of them first."""
    letters = iter(re.sub(r"\W", "", name).upper())
    return name[:1].upper() == acronym[0] and all(letter in letters for letter in acronym)


def _short_form_of(name: str) -> Reason:
    return worded("the short form that an article gives of %(name)s", name=name)


def _first_letters_of(name: str) -> Reason:
    return worded("the first letters of %(name)s", name=name)


def _last_name_of(name: str) -> Reason:
    return worded("the last name of %(name)s", name=name)


def _first_name_of(name: str) -> Reason:
    return worded("the first name of %(name)s", name=name)


def _spelling_of_last_name_of(name: str) -> Reason:
    return worded("another spelling of the last name of %(name)s", name=name)


def _beginning_of(name: str) -> Reason:
    return worded("the beginning of %(name)s, which stands before it in the article", name=name)


def _shorter_than(name: str) -> Reason:
    return worded("%(name)s without what it makes", name=name)
