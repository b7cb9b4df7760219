"""Whose claim a sentence is, in words, and the choices among a page's claims."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sitegen.interface import Translator, msgid
from sitegen.model import Attribution, Ruling, Voice

from .corpus import shortened
from .pages import VoiceChoice, VoiceMark

_CHOICES: dict[Voice, str] = {
    "outlet": msgid("The articles’ own words"),
    "named": msgid("Named sources"),
    "quoted": msgid("Quoted"),
    "unnamed": msgid("Unnamed sources"),
    "other-outlet": msgid("Other outlets"),
}
_OWN_WORDS = msgid("the article’s own words")
_PRONOUNS = frozenset("he she they it we i you his her their".split())
_SMALL = frozenset(
    """the a an his her its their our my one two three four five several some many another other most few both all
    officials police prosecutors investigators witnesses residents critics analysts experts""".split()
)
"""First words that have a capital only where they begin a sentence."""
_LENGTH = 70


def voice_mark(translator: Translator, attribution: Attribution, stated: Ruling | None = None) -> VoiceMark:
    """Whose claim a sentence is, and what it is if it is no plain claim: denied, expected, possible.

    `stated`: what the desk decided on who speaks the words that it is read from.
    """
    if stated and attribution.voice != "quoted":
        attribution = replace(attribution, voice="named" if stated.value else "unnamed", outlet_text=None)
    if stated:
        attribution = replace(attribution, source_text=stated.value)
    words = _words(translator, attribution)
    if stated:
        words = translator.gettext("%(claim)s, as the desk states", claim=words)
    if attribution.modality == "expected":
        words = translator.gettext("%(claim)s; expected", claim=words)
    elif attribution.modality == "possible":
        words = translator.gettext("%(claim)s; possible", claim=words)
    return VoiceMark(attribution.voice, words, is_plain=words == translator.gettext(_OWN_WORDS))


def voice_choices(translator: Translator, voices: Iterable[Voice]) -> tuple[VoiceChoice, ...]:
    """A choice for each kind of voice that there is; none where there is one kind only."""
    counts = Counter(voices)
    if len(counts) < 2:
        return ()
    return tuple(
        VoiceChoice(kind, translator.gettext(words), counts[kind]) for kind, words in _CHOICES.items() if counts[kind]
    )


def _words(translator: Translator, attribution: Attribution) -> str:
    _ = translator.gettext
    is_denied = attribution.modality == "denied"
    source, outlet = _who(translator, attribution), attribution.outlet_text
    match attribution.voice:
        case "outlet":
            return _(_OWN_WORDS)
        case "quoted":
            return _("quoted: %(source)s", source=source) if source else _("quoted, speaker unclear")
        case "named":
            message = msgid("denied by %(source)s") if is_denied else msgid("said by %(source)s")
            return _(message, source=source)
        case "unnamed" if source is None:
            return _("said by somebody, not named")
        case "unnamed":
            message = msgid("denied by %(source)s, not named") if is_denied else msgid("said by %(source)s, not named")
            return _(message, source=source)
        case "other-outlet":
            if outlet is not None and outlet == attribution.source_text:
                return _("reported by %(source)s", source=source)
            message = (
                msgid("denied by %(source)s to %(outlet)s") if is_denied else msgid("said by %(source)s to %(outlet)s")
            )
            return _(message, source=source or _("somebody"), outlet=outlet or _("another outlet"))


def _who(translator: Translator, attribution: Attribution) -> str | None:
    """The source, as it is put inside of a sentence; a pronoun with whom it points to."""
    source = attribution.source_text
    if source is None:
        return None
    first, space, rest = source.partition(" ")
    if first.lower() in _PRONOUNS and not rest:
        actor = attribution.actor_text
        words = translator.gettext("“%(words)s”", words=source.lower())
        return f"{words} ({actor})" if actor and actor.lower() not in _PRONOUNS else words
    if first.lower() in _SMALL:
        first = first.lower()
    return shortened(f"{first}{space}{rest}", _LENGTH)
