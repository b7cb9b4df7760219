"""What the sentence splitter must know of a language: data only."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class SentenceTable:
    """Words of one language that tell a full stop that ends a sentence from one that does not.

    Abbreviations without their last stop. All in lower case.
    """

    titles: frozenset[str]
    """Never end a sentence: something is bound to follow (`Gen.`, `vs.`)."""
    numbered: frozenset[str]
    """End no sentence before a number (`No. 10`, `Jan. 5`)."""
    abbreviations: frozenset[str]
    """May end a sentence: they do if the next word is a starter (`Inc.`, `a.m.`)."""
    starters: frozenset[str]
    """Words that open a sentence when they have a capital, and are not the second half of a name."""
    reporting: frozenset[str]
    """Verbs that follow a quoted question or exclamation (`“Why?” Ada Reed asked.`)."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = SentenceTable(
    titles=_words(
        """mr mrs ms mx dr prof gen lt col maj sgt cpl pvt capt cmdr adm brig sen rep reps sens gov rev
        hon pres msgr fr st mt ft supt insp det messrs mme mlle amb atty assoc asst vs cf
        viz e.g i.e approx ca lt.col lt.gen maj.gen brig.gen vice-adm"""
    ),
    numbered=_words(
        """no nos p pp art arts sec secs fig figs vol vols ch chs chap para paras ed eds eq pt ver v c
        jan feb mar apr jun jul aug sep sept oct nov dec"""
    ),
    abbreviations=_words(
        """co cos inc ltd corp plc llc bros jr sr esq etc al dept univ assn intl est ave blvd rd sq ext
        tel a.m p.m am pm ph.d m.d b.a m.a d.c mass calif conn fla ala ariz ark colo del ill
        ind kan ky md mich minn miss mont neb nev okla ore pa tenn tex vt va wash wis wyo
        cal ga la min max hr hrs yr yrs lb lbs oz sq govt mfg rs"""
    ),
    starters=_words(
        """the a an this that these those it its he she they we you i his her their our my your there
        here in on at by for from to with without after before since until while when where
        why who what how which as if although though because despite during under over among
        between against within however but and or so yet nor still then thus hence therefore
        moreover meanwhile nevertheless nonetheless instead later earlier today yesterday
        tomorrow now once also another other others some many most several few all both each
        every one two three neither either none no not only even just more such is are was
        were do does did has have had can could will would should may might must let
        according asked speaking additionally currently finally recently officials critics
        experts"""
    ),
    reporting=_words(
        """said says say asked asks wrote writes added adds told tells cried shouted exclaimed replied
        replies demanded wondered tweeted posted joked quipped recalled recalls continued
        continues explained explains"""
    ),
)

TABLES: Mapping[str, SentenceTable] = MappingProxyType({"en": ENGLISH})
"""By language. Others are split with English ones: its abbreviations do little harm elsewhere."""


def table_for(language: str) -> SentenceTable:
    """The table for a BCP 47 tag."""
    return TABLES.get(language.partition("-")[0].lower(), ENGLISH)
