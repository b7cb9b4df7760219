"""Whose claim a sentence is, in words, and the choices among a page's claims."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sitegen.model import Attribution, Ruling, Voice

from .corpus import shortened
from .pages import VoiceChoice, VoiceMark

_CHOICES: dict[Voice, str] = {
    "outlet": "The articles’ own words",
    "named": "Named sources",
    "quoted": "Quoted",
    "unnamed": "Unnamed sources",
    "other-outlet": "Other outlets",
}
_OWN_WORDS = "the article’s own words"
_PRONOUNS = frozenset("he she they it we i you his her their".split())
_SMALL = frozenset(
    """the a an his her its their our my one two three four five several some many another other most few both all
    officials police prosecutors investigators witnesses residents critics analysts experts""".split()
)
"""First words that have a capital only where they begin a sentence."""
_LENGTH = 70


def voice_mark(attribution: Attribution, stated: Ruling | None = None) -> VoiceMark:
    """Whose claim a sentence is, and what it is if it is no plain claim: denied, expected, possible.

    `stated`: what the desk decided on who speaks the words that it is read from.
    """
    if stated and attribution.voice != "quoted":
        attribution = replace(attribution, voice="named" if stated.value else "unnamed", outlet_text=None)
    if stated:
        attribution = replace(attribution, source_text=stated.value)
    words = _words(attribution)
    if stated:
        words += ", as the desk states"
    if attribution.modality in ("expected", "possible"):
        words += f"; {attribution.modality}"
    return VoiceMark(attribution.voice, words, is_plain=words == _OWN_WORDS)


def voice_choices(voices: Iterable[Voice]) -> tuple[VoiceChoice, ...]:
    """A choice for each kind of voice that there is; none where there is one kind only."""
    counts = Counter(voices)
    if len(counts) < 2:
        return ()
    return tuple(VoiceChoice(kind, words, counts[kind]) for kind, words in _CHOICES.items() if counts[kind])


def _words(attribution: Attribution) -> str:
    verb = "denied" if attribution.modality == "denied" else "said"
    source, outlet = _who(attribution), attribution.outlet_text
    match attribution.voice:
        case "outlet":
            return _OWN_WORDS
        case "quoted":
            return f"quoted: {source}" if source else "quoted, speaker unclear"
        case "named":
            return f"{verb} by {source}"
        case "unnamed":
            return f"{verb} by {source}, not named" if source else "said by somebody, not named"
        case "other-outlet":
            if outlet is None or outlet != attribution.source_text:
                return f"{verb} by {source or 'somebody'} to {outlet or 'another outlet'}"
            return f"reported by {source}"


def _who(attribution: Attribution) -> str | None:
    """The source, as it is put inside of a sentence; a pronoun with whom it points to."""
    source = attribution.source_text
    if source is None:
        return None
    first, space, rest = source.partition(" ")
    if first.lower() in _PRONOUNS and not rest:
        actor = attribution.actor_text
        return f"“{source.lower()}” ({actor})" if actor and actor.lower() not in _PRONOUNS else f"“{source.lower()}”"
    if first.lower() in _SMALL:
        first = first.lower()
    return shortened(f"{first}{space}{rest}", _LENGTH)
