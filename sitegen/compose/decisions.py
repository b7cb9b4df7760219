"""What the desk decided, for the pages that it changed and the about page."""

from collections.abc import Iterable

from sitegen.model import Entity, Ruling

from .pages import Decided


def decided(rulings: Iterable[Ruling]) -> tuple[Decided, ...]:
    """Each decision once, as pages state it."""
    return tuple(
        dict.fromkeys(
            Decided(
                ruling.words,
                ruling.decided,
                ruling.because.why or "",
                ", ".join(filter(None, (ruling.because.by, ruling.because.on))),
            )
            for ruling in rulings
        )
    )


def is_desks(entity: Entity) -> bool:
    """Whether a name is the desk's wording: no article spells it so."""
    return entity.name not in entity.forms


def shown_name(entity: Entity) -> str:
    """A name where nothing else says that it is the desk's wording."""
    return f"{entity.name} (the desk’s wording)" if is_desks(entity) else entity.name
