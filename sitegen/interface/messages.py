"""Marks for messages that are looked up elsewhere than where they stand."""


def msgid(message: str) -> str:
    """`message`, marked for the catalogues where it stands; it is looked up where it is printed."""
    return message


def msgids(one: str, many: str) -> tuple[str, str]:
    """The same for a count: what is printed of one and of several."""
    return one, many
