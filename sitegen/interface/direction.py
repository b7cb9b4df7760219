"""What language and direction words have on a page, as attributes of HTML."""

import html
import unicodedata
from collections import Counter

_RIGHT_TO_LEFT = frozenset(
    """
    apc ar arc arz az-arab bal bgn ckb dv fa glk ha-arab he iw ji khw ks lki lrc luz mzn nqo pnb prs ps rhg sd sdh skr
    syr trw ug ur uz-af yi""".split()
)
"""Languages that are written so where their tag names no script. Source: characterOrder in the CLDR."""
_SCRIPTS = frozenset("adlm arab aran hebr mand mend nkoo rohg samr syrc thaa".split())
_SAMPLE = 2_000
"""Characters that tell the script of a text."""


def is_right_to_left(tag: str) -> bool:
    """Whether what a BCP 47 tag names is written from right to left: `ar`, `he-IL`, `pa-Arab`; not `ar-Latn`."""
    primary, *rest = tag.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    if script:
        return script in _SCRIPTS
    return primary in _RIGHT_TO_LEFT or "-".join((primary, *rest[:1])) in _RIGHT_TO_LEFT


def script_tag(text: str) -> str:
    """`und-Hebr` or `und-Arab` for a text mostly in Hebrew or Arabic letters; empty for any other."""
    counts = Counter(map(unicodedata.bidirectional, text[:_SAMPLE]))
    right = max(("R", "AL"), key=counts.__getitem__)
    if counts[right] <= counts["L"]:
        return ""
    return "und-Hebr" if right == "R" else "und-Arab"


def other_language(tag: str | None, around: str) -> str:
    """`tag`, if it names another language than that of the page, `around`; else empty. Regions make no other one."""
    return tag if tag and tag.partition("-")[0].lower() != around.partition("-")[0].lower() else ""


def attributes(tag: str, around: str) -> str:
    """` lang="ar" dir="rtl"` for words of the language `tag`; empty without one. `around`: the language of the page."""
    if not tag:
        return ""
    is_right = is_right_to_left(tag)
    direction = "rtl" if is_right else "ltr" if is_right_to_left(around) else ""
    return f' lang="{html.escape(tag)}"' + (f' dir="{direction}"' if direction else "")
