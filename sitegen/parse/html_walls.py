"""Pages that stand in an article's place: consent, login, subscription, a script that never ran, no such page."""

import re
from collections.abc import Sequence

from .html_page import Passage

_FEWEST_WORDS = 8
"""Of the prose: less is a notice or a caption."""
_FEWEST_OWN = 40
"""Words besides those of a wall; what a subscription page shows of an article is often a sentence or two."""
_LONGEST_WALL = 400
"""Words: above this the page holds more than a wall, whatever it asks for."""
_LONGEST_SENTENCE = 2_000
"""Characters that are searched."""
_MOSTLY = 0.5
"""Share of the words that speak as a wall does."""

_SENTENCE_END = re.compile(r"(?<=[.!?…。])\s+")
_WORDLESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u9fff]")
"""Thai, Japanese, Chinese."""
_WALL = re.compile(
    "|".join(
        (
            r"\bwe (?:and our [\w ]+ )?(?:use|store|value)\b.*\b(?:cookies|privacy|information on)",
            r"\b(?:accept|reject|manage|allow|block|disable|enable|turn(?:ed)? on)\b.{0,40}"
            r"\b(?:cookies|javascript|choices|preferences|purposes)",
            r"\b(?:accept|reject) all\b",
            r"\b(?:cookie (?:policy|settings|preferences|notice)|privacy (?:policy|settings|choices)|ad[- ]?blocker)",
            r"\byour (?:consent|choices|personal data|browser|account|password|e-?mail address|subscription|privacy)",
            r"\b(?:sign|log|logged|signed)[- ]?in\b.{0,30}(?:to|with|account|continue|$)",
            r"\bforgot(?:ten)? (?:your )?password|\bcreate an? (?:free )?account",
            r"\balready (?:have an account|a (?:subscriber|member))",
            r"\b(?:subscribe|register)\b.{0,40}\b(?:now|today|continue|read|access|unlimited|unlock|free)",
            r"\b(?:continue|keep) reading\b|\b(?:for|to) subscribers\b",
            r"\b(?:requires?|needs?) javascript|\bjavascript (?:is|must be|has to be)",
            r"\b(?:verify|confirm|prove|checking) (?:that )?(?:you|your|if the site)\b.{0,30}"
            r"\b(?:human|robot|browser|connection|secure)",
            r"\bpage (?:you\b.{0,40})?(?:not found|can\s?not be found|could not be found|can[’']t be found)",
            r"\bpage (?:you\b.{0,40})?(?:does not|doesn[’']t|no longer|is not) (?:exist|available)",
            r"\b(?:nothing was found|may have been (?:moved|removed|deleted)|error 40[34]|40[34] error)",
            r"\baccess denied\b|\bpermission to access\b",
            r"\b(?:wir verwenden|unsere partner)\b.*\bcookies|\bihre (?:einwilligung|zustimmung|e-mail-adresse)",
            r"\bjetzt abonnieren|\bseite (?:wurde )?nicht gefunden",
            r"\b(?:nous utilisons|nos partenaires)\b.*\bcookies|\bvotre (?:consentement|mot de passe|navigateur)",
            r"\br[ée]serv[ée]e? aux abonn[ée]s|\bpage introuvable",
            r"\b(?:utilizamos|usamos|utilizziamo) .*\bcookies?|\babbonati per",
            r"\b(?:inicia(?:r)? sesi[óo]n|suscr[íi]bete|p[áa]gina no encontrada)",
        )
    ),
    re.IGNORECASE,
)
_WALL_NAME = re.compile(
    r"\b40[34]\b|\bnot found\b|^access denied|^just a moment|^attention required|^(?:log|sign)[ -]?in\b|^subscribe\b|"
    r"\bare you (?:a robot|human)|^before you continue|^forbidden$|nicht gefunden|introuvable|no encontrada",
    re.IGNORECASE,
)


def is_wall(name: str, passages: Sequence[Passage]) -> bool:
    """Whether passages that look like an article are the notice of a page that shows none. `name`: of its tab.

    Known failures: walls in other languages than English, German, French, Spanish and Italian; a teaser above a
    paywall of more than `_FEWEST_OWN` words counts as the article.
    Method: sentences that speak to the reader of consent, login, subscription, browser.
    """
    sentences = [
        sentence for passage in passages if passage.kind != "heading" for sentence in _SENTENCE_END.split(passage.text)
    ]
    total = sum(map(_words, sentences))
    if total > _LONGEST_WALL:
        return False
    asked = sum(_words(sentence) for sentence in sentences if _WALL.search(sentence[:_LONGEST_SENTENCE]))
    if total < _FEWEST_WORDS or (asked and total - asked < _FEWEST_OWN):
        return True
    return asked >= _MOSTLY * total or bool(_WALL_NAME.search(name) and total - asked < 3 * _FEWEST_OWN)


def _words(sentence: str) -> int:
    """Of scripts that part no words, every other character counts as one."""
    return max(len(re.findall(r"\w+", sentence)), len(_WORDLESS.findall(sentence)) // 2)
