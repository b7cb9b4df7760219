"""What the spelling of one name comes to by itself: read once, and kept while some article has it."""

from dataclasses import dataclass

from sitegen.model import EntityKind

from .name_forms import (
    initials,
    last_names,
    meeting_points,
    organisation_words,
    person_words,
    skeleton,
    suffix_of,
)


@dataclass(frozen=True, slots=True)
class Form:
    """A spelling that is to be read."""

    id: str
    """The spelling, as `name_book.form_of` gives it."""


@dataclass(frozen=True, slots=True)
class FormWords:
    """A spelling, taken for the name of a person, and of anything else."""

    person: tuple[str, ...]
    """As `person_words`, and so on."""
    suffix: str
    last_names: tuple[str, ...]
    last_sounds: tuple[str, ...]
    """The skeleton of each last name."""
    sound: str
    """The skeleton of all of it."""
    organisation: tuple[str, ...]
    initials: frozenset[str]


def read_form(form: Form) -> FormWords:
    """What a spelling comes to."""
    person, last = person_words(form.id), last_names(form.id)
    return FormWords(
        person=person,
        suffix=suffix_of(form.id),
        last_names=last,
        last_sounds=tuple(map(skeleton, last)),
        sound=skeleton(" ".join(person)),
        organisation=organisation_words(form.id),
        initials=initials(form.id),
    )


@dataclass(frozen=True, slots=True)
class FullName:
    """A name whose likes are looked for."""

    id: str
    name: str
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where a name meets its likes."""

    points: frozenset[str]
    """Each in one piece: of a string Python works out the hash once, and it stays with what is kept."""


def read_meeting(name: FullName) -> Meeting:
    """The `meeting_points` of a name."""
    return Meeting(frozenset(map("\0".join, meeting_points(name.name, name.kind))))
