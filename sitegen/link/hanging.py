"""What a sentence leaves hanging: words that a reader understands only from what stood before it."""

import re
from itertools import pairwise

from .corpus import Line
from .vocabulary import COMMON_VERBS, PAST_FORMS, REPORTING_VERBS
from .words import PEOPLE_STEMS, Token, stem

_FIRST = 4  # words in which a pronoun has nothing before it that it could stand for
_TITLE = 12  # characters between a comma and the name of its clause: `, Senator Lind`
_OPENING = 7  # words in which a link to the sentence before stands
_NOUN_PHRASE = 5  # words behind "the" in which what is meant must be said
_SINGULAR = frozenset("he she him her his hers himself herself".split())
_QUANTIFIERS = frozenset("all both each few many most neither none one several some two".split())
_POINTING = frozenset("this these those such".split())
_POINTED_AT = frozenset("them these those".split())
_WHEN = frozenset(
    "week weekend month year summer winter spring autumn fall season morning afternoon evening time".split()
)
_PERSON_STEMS = PEOPLE_STEMS | frozenset(
    map(
        stem,
        """brother candidate child daughter driver farmer father friend husband mother nominee player sister soldier
        son student teacher teenager wife worker""".split(),
    )
)
_SPEAKING = frozenset("i we us our me my you your ours".split())
_LINKING = frozenset("also however meanwhile therefore nevertheless nonetheless instead then too thus".split())
_ADDING = _LINKING | {"another"}
_JOINING = frozenset("and but not or".split())  # before a link: it leans on what the sentence itself says
_SAYING_WHICH = frozenset(
    """
    about above across after against among around at before behind below between beyond by during for from in inside
    into near of off on onto out outside over since that through to toward towards under upon which who whose with
    within without
    """.split()
)
"""Words that begin what tells one such thing from the others: `the plan of the mayor`, `the man who`."""
_VERBS = frozenset(
    """
    is are was were has have had will would can could may might must shall should does did do came comes became began
    begins calls called contains contained does gave gives goes got included includes makes made means meant took takes
    went
    """.split()
)
_REPORTING = frozenset(stem(verb) for verb in REPORTING_VERBS) - {""}  # of a stop word
_ALL_VERBS = _REPORTING | frozenset(stem(verb) for verb in COMMON_VERBS) - {""}
_MARK = re.compile(r"""["“”„«»‘]|(?<!\w)'|'(?!\w)""")
_OPENING_MARKS = "\"“'‘„«"
_CLOSERS = "\"”'’»“)]"
_STOPS = ".!…。"


def is_whole(line: Line) -> bool:
    """Whether a sentence ends like one: with a stop, behind which only closing marks stand. A list item needs none."""
    end = line.sentence.text.rstrip().rstrip(_CLOSERS).rstrip()
    return end[-1:] in _STOPS or (line.block.kind == "list_item" and end[-1:] not in ":;,–—-")


def is_pointing(word: Token, following: Token) -> bool:
    """Whether two words point back, `this plan`, and not at a time, `this week`."""
    return word.lower in _POINTING and following.lower not in _WHEN


def has_quotation_mark(line: Line) -> bool:
    """Whether a reader sees that words of it are somebody's."""
    return _MARK.search(line.sentence.text) is not None


def hangs(line: Line) -> float:
    """How much of a sentence hangs in the air, in [0, 1]; 0 for one that is understood alone.

    In languages that are read by tables only quotations are seen.
    Known failures: things of which there is one only ("the internet"); verbs that no table has.
    """
    is_quoted = line.sentence.text[:1] in _OPENING_MARKS
    if not line.language.has_own_grammar:
        return 1.0 if is_quoted else 0.0
    return max(
        1.0 if is_quoted or not _has_verb(line) else 0.0,
        1.0 if _has_pronoun_before_name(line) else 0.0,
        0.7 if _speaks_for_itself(line) or _has_nameless_speaker(line) else 0.0,
        0.6 if _is_unintroduced(line) else 0.0,
        0.4 if any(word.lower in _LINKING for word in line.tokens[1:_OPENING]) else 0.0,
    )


def is_dangling(line: Line) -> bool:
    """Whether a reader of the sentence alone would ask who is meant: `he said`, `many said`, `we found`."""
    return line.language.has_own_grammar and (
        _has_pronoun_before_name(line)
        or _has_unnamed_person(line)
        or _counts_the_unnamed(line)
        or _speaks_for_itself(line)
    )


def _is_unintroduced(line: Line) -> bool:
    """Whether a thing is meant that was named before: `The plan calls for …`, `The negotiations, aimed at …`.

    Not if a name, a number or more words say which: `the Berlin talks`, `the 20 points`, `the plan of the mayor`,
    `the mayor, Ada Lind, …`.
    """
    words, text = line.tokens, line.sentence.text
    if not words or words[0].lower != "the":
        return False
    ends = False
    for place, word in enumerate(words[1:_NOUN_PHRASE], 1):
        if word.text[0].isupper() or word.text[0].isdigit() or word.lower in _SAYING_WHICH:
            return False
        if ends or _is_verb(word, after_noun=place > 1):
            return True
        ends = text[word.end : word.end + 1] in (",", ";", ":")
    return True


def _is_verb(word: Token, *, after_noun: bool) -> bool:
    lowered = word.lower
    return (
        lowered in _VERBS or word.stem in _REPORTING or (after_noun and (lowered in PAST_FORMS or lowered[-2:] == "ed"))
    )


def _has_verb(line: Line) -> bool:
    """Whether a word may be a verb; a caption and what leads to another page often have none."""
    words = [word for word in line.tokens if not word.text[0].isupper()]
    return any(word.stem in _ALL_VERBS or _is_verb(word, after_noun=True) for word in words)


def _has_pronoun_before_name(line: Line) -> bool:
    """`When she arrived, nobody waited.`, and not `In his speech, Ada Lind …`."""
    opening = [word.lower for word in line.tokens[:_FIRST]]
    if not any(word in _SINGULAR for word in opening):
        return False
    return not any(mention.kind == "person" for mention in line.mentions)


def _has_nameless_speaker(line: Line) -> bool:
    """`The guests were put on buses, he said.`"""
    is_said = any(
        one.lower in _SINGULAR
        and other.stem in _REPORTING
        and line.sentence.text[: one.start].rstrip(' ”"')[-1:] == ","
        for one, other in pairwise(line.tokens)
    )
    return is_said and not any(mention.kind == "person" for mention in line.mentions)


def _has_unnamed_person(line: Line) -> bool:
    """`The guests were put on buses, he said.`: nobody whom `he` could be stands before it, or begins the
    clause behind it (`Under the rules of her party, Ada Lind …`); what is quoted aside.

    Known failures: people whom no table has (`a mason said that he …`).
    """
    text = line.sentence.text
    for place, word in enumerate(line.tokens):
        if word.lower in _SINGULAR and place >= _FIRST and not _is_quoted(text, word.start):
            before = line.tokens[:place]
            comma = text.find(", ", word.end)
            named = [m.start for m in line.mentions if m.kind in ("person", "other")]
            is_named = any(start < word.start or (0 < comma < start <= comma + _TITLE) for start in named)
            return not is_named and all(token.stem not in _PERSON_STEMS for token in before)
    return False


def _counts_the_unnamed(line: Line) -> bool:
    """`Many said they came`, `Some of them left`: so many of whom was told before."""
    opening = [word.lower for word in line.tokens[:3]]
    if len(opening) < 3 or opening[0] not in _QUANTIFIERS:
        return False
    return _is_verb(line.tokens[1], after_noun=False) or (opening[1] == "of" and opening[2] in _POINTED_AT)


def is_linked(line: Line) -> bool:
    """`Masons from Lund also came`: one more thing beside those told before, and not beside one of the sentence."""
    opening = [word.lower for word in line.tokens[:_OPENING]]
    first = next((place for place, word in enumerate(opening) if place and word in _ADDING), None)
    return first is not None and _JOINING.isdisjoint(opening[:first])


def _is_quoted(text: str, place: int) -> bool:
    before = text[:place]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _speaks_for_itself(line: Line) -> bool:
    """Whether somebody says `I` or `we` outside of quotation marks: an answer in an interview, an outlet's aside."""
    text = line.sentence.text
    if any(mark in text for mark in '"“'):
        return False
    return any(word.lower in _SPEAKING and word.text != "US" for word in line.tokens)
