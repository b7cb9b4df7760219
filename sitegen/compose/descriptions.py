"""Descriptions: whether a sentence says, beside a name, who or what it is."""

import re

from sitegen.model import EntityKind, Mention

# A short table: what it lacks costs a sentence under "Who", never a false one.
_NOUNS: dict[EntityKind, str] = {
    "person": """
        activist actor actress adviser advisor ambassador analyst archbishop architect artist author banker bishop boss
        captain ceo chair chairman chairwoman chancellor chief coach colonel commander commissioner congressman
        congresswoman councillor dean deputy designer diplomat director doctor economist editor engineer envoy executive
        farmer founder general governor head historian journalist judge king lawmaker lawyer leader lieutenant mayor
        minister negotiator officer owner pastor patriarch player pope president priest prince princess principal
        producer professor prosecutor quarterback queen representative reporter researcher scientist secretary senator
        sheriff singer soldier speaker spokesman spokesperson spokeswoman student superintendent teacher writer
    """,
    "organisation": """
        agency alliance army association authority bank bloc broadcaster charity club commission committee company
        council court department firm group institute maker ministry movement museum network newspaper organisation
        organization panel parliament party platform police regulator school service studio team union university
    """,
    "place": """
        area border capital city coast country county district island kingdom nation neighborhood neighbourhood port
        province region republic river sea state suburb territory town village
    """,
}
_LONGEST = max(len(noun) for words in _NOUNS.values() for noun in words.split()) + len(" for, ")
"""Characters before a name in which a noun beside it may begin."""
_NOUN = {kind: "|".join(sorted(words.split())) for kind, words in _NOUNS.items()}
_BESIDE = {
    # `envoy Steve Witkoff`, `the mayor, Ada Lind`, `the city of Vessel`, `the Foreign Minister of Norway, Jonas Store`
    kind: re.compile(rf"\b(?P<noun>{noun})(?: of| for)?,? $", re.IGNORECASE)
    for kind, noun in _NOUN.items()
}
_BEHIND = {
    # `Umerov, Ukraine’s national security council secretary,` `Vessel, a port on the coast.` `the NATO alliance`; not
    # `In Norway, the Vessel Bay Area`: behind a name, what is written large is another name
    kind: re.compile(
        rf"(?:, (?:(?:a|an|the|its|his|her|their|former)\b|[\w.]+[’']s?\b)(?: [\w’'-]+){{0,6}}?"
        rf"| (?:is|was) (?:a|an|the)\b(?: [\w’'-]+){{0,4}}?{'' if kind == 'person' else '|'}) (?P<noun>{noun})\b"
    )
    for kind, noun in _NOUN.items()
}


def description(sentence: str, mention: Mention, kind: EntityKind) -> str | None:
    """The noun beside a name that says who or what it is, in lower case: `envoy`; None: no such words stand there.

    A role before the name, an apposition behind it, or `is a`. Known failures: a role of somebody else right before
    the name (`the president, Ada Lind said`); roles that the table has not.
    """
    if kind not in _NOUN:
        return None
    near = max(0, mention.start - _LONGEST)
    match = _BESIDE[kind].search(sentence, near, mention.start) or _BEHIND[kind].match(sentence, mention.end)
    return match["noun"].lower() if match else None
