"""Which words are nouns, verbs, names: by their endings and by the company they keep."""

import re
from collections import defaultdict
from functools import lru_cache

from .corpus import Corpus
from .vocabulary import COMMON_ADJECTIVES, COMMON_ADVERBS, COMMON_NOUNS, NOT_ALONE, PAST_FORMS, VAGUE_NOUNS
from .words import ADJECTIVE_STEMS, REPORTING_FORMS, VERB_FORMS, Token

_DETERMINERS = frozenset(
    "the a an this that these those his her its their our your my any no some every each another".split()
)
_BEHIND_VERBS = _DETERMINERS - {"this", "that", "each", "every", "some", "any", "no"}  # "beds each May"
_BEFORE_VERBS = frozenset(
    """
    to will would can could may might shall should must cannot won't can't don't didn't doesn't not never
    he she they we i you it who which also
    """.split()
)
_TOLD = frozenset({"told", "tells", "tell", "according"})
_PREPOSITIONS = frozenset("of in for on with from by at about against over between into under without".split())
_NO_NOUN = re.compile(r"(?:ly|ed|ous|ive|ful|able|ible|less|ish|est)$")
_COMPARED = re.compile(r"(?:(?<=([bdgmnpt]))\1)?(?:er|est)$")
_LIKE_A_VERB = re.compile(r"(?:ing|en)$")
_LIKE_AN_ADJECTIVE = re.compile(r"(?:al|ic|ian|an|ary|ate|(?<!m)ent|ant)$")
_LIKE_A_NOUN = re.compile(r"(?:tion|sion|ment|ness|ity|ship|er|or|ism|ist|ance|ence|age|hood|dom|ure|cy)s?$")
_SURELY_A_NOUN = re.compile(r"..(?:tion|sion|ship|ness|ity|ism|hood|cy)$")
_VERBS_LIKE_NOUNS = frozenset(
    """
    apportion auction audition caution commission condition decommission envision fancy function harness mention motion
    partition pension petition pity portion position proportion provision question ration recommission reposition
    sanction section station transition vacation witness worship
    """.split()
)
"""Verbs with an ending of nouns."""
_VERBS_ALSO_NOUNS = (
    VAGUE_NOUNS
    | COMMON_NOUNS
    | NOT_ALONE
    | frozenset("plan arrest address design strike purchase estimate push check drop lead hit".split())
)
_ADJECTIVES = frozenset(COMMON_ADJECTIVES | COMMON_ADVERBS)
_NOUNS_LIKE_ADJECTIVES = frozenset(
    "bed seed weed deed need speed breed feed greed creed interest request guest forest harvest protest contest arrest "
    "quest chest west initiative executive relative detective objective motive archive native alternative family "
    "table cable vegetable bible ally supply reply assembly monopoly fish dish".split()
)

_Counts = defaultdict[str, int]


class NounStatistics:
    """Counts over the whole corpus of where each word stands.

    Stands in for a part-of-speech tagger. Known failures: a verb that is only ever seen behind a noun ("the court
    rules"); a noun seen once without an article.
    """

    def __init__(self, corpus: Corpus):
        self._as_noun: _Counts = defaultdict(int)
        self._closing: _Counts = defaultdict(int)  # of those, for no better reason than a determiner two words before
        self._determined: _Counts = defaultdict(int)  # a determiner stands before it
        self._as_verb: _Counts = defaultdict(int)
        self._begins: _Counts = defaultdict(int)  # a content word stands behind it
        self._ends: _Counts = defaultdict(int)
        self._capital: _Counts = defaultdict(int)  # by stem, inside sentences
        self._small: _Counts = defaultdict(int)
        self._tells: _Counts = defaultdict(int)  # by stem, of names next to a reporting verb
        self._are_nouns: dict[tuple[str, str], bool] = {}  # by text and stem, asked for after all was counted
        for line in corpus.lines:
            words, text = line.tokens, line.sentence.text
            for i, token in enumerate(words):
                if token.stem:
                    self._count(words, i, text)

    def _count(self, words: tuple[Token, ...], i: int, text: str) -> None:
        token, word = words[i], words[i].lower
        if token.is_noun is not None:  # the language tells, and its small words are not those below
            self._as_noun[word] += token.is_noun
            self._ends[word] += token.is_noun
            return
        if i:
            (self._capital if token.is_name else self._small)[token.stem] += 1
        before = words[i - 1].lower if i and _touch(words[i - 1], token, text) else ""
        behind = words[i + 1] if i + 1 < len(words) and _touch(token, words[i + 1], text) else None
        after = behind.lower if behind else ""
        begins = behind is not None and bool(behind.stem) and after[0].isalpha() and not _is_verb_form(after)
        (self._begins if begins else self._ends)[word] += 1
        # "the Lind report" names what was written: no base form of a verb stands behind one name.
        is_told = after in REPORTING_FORMS and after not in _VERBS_ALSO_NOUNS
        if token.is_name and (before in _TOLD or is_told):
            self._tells[token.stem] += 1
        if before in _DETERMINERS:
            self._determined[word] += 1
        tells = word.endswith("ed") and bool(before) and bool(words[i - 1].stem) and before not in _ADJECTIVES
        is_noun = _is_surely_a_noun(word)
        acts = before in _BEFORE_VERBS or tells or (after in _BEHIND_VERBS and before not in _DETERMINERS)
        if acts and not is_noun:
            self._as_verb[word] += 1
        else:
            is_object = before in _PREPOSITIONS or (is_noun and before == "to")  # "a path to membership"
            follows = before in _DETERMINERS or (is_object and not token.is_name)
            closes = not begins and _closes_a_phrase(words, i, text)
            if follows or closes or after == "of":
                self._as_noun[word] += 1
            if closes and not follows and after != "of":
                self._closing[word] += 1

    def is_name(self, stem: str) -> bool:
        """Whether it is mostly written with a capital inside sentences."""
        return self._capital[stem] > 2 * self._small[stem]

    def is_teller(self, stem: str) -> bool:
        """Whether a name is often there to say whose words are given: an outlet, a spokesman."""
        return self._tells[stem] >= max(2, self._capital[stem] / 5)

    def is_noun(self, token: Token) -> bool:
        """Whether a phrase may end in it."""
        if token.is_noun is not None:
            return token.is_noun
        key = token.text, token.stem
        found = self._are_nouns.get(key)
        if found is None:
            found = self._are_nouns[key] = self._is_noun(token)
        return found

    def _is_noun(self, token: Token) -> bool:
        word = token.lower
        nouns, verbs = self._as_noun[word], self._as_verb[word]
        if self.is_name(token.stem):
            return token.is_name and token.stem not in ADJECTIVE_STEMS and not _is_demonym(word)
        if word in _ADJECTIVES or _COMPARED.sub("", word) in _ADJECTIVES or word in PAST_FORMS:
            return False
        if _NO_NOUN.search(word) and word not in _NOUNS_LIKE_ADJECTIVES:
            return False
        if _LIKE_A_VERB.search(word) or word in VERB_FORMS:
            if word.removesuffix("s") not in _VERBS_ALSO_NOUNS:
                nouns -= self._closing[word]  # "the young people deserve"
            return nouns > verbs and nouns >= 2
        if word.endswith("s") and self._as_verb[word[:-1]] > self._as_noun[word[:-1]]:
            return nouns - self._closing[word] > verbs  # "the old lock reopens", where they want to reopen it
        if _LIKE_AN_ADJECTIVE.search(word):
            return nouns >= verbs and self.stands_alone(word)
        return nouns > verbs or (nouns == verbs and (bool(_LIKE_A_NOUN.search(word)) or self.stands_alone(word)))

    def is_seen_as_noun(self, word: str) -> bool:
        """Whether it ever stands where only a noun can stand, or is mostly followed by no other content word."""
        return self._as_noun[word.lower()] > 0

    def is_subject(self, word: str) -> bool:
        """Whether a word by itself could be a title: seen as a noun, and mostly not as the first half of one."""
        word = word.lower()
        nouns = self._as_noun[word] - (0 if self._determined[word] else self._closing[word])  # "the new boat ships"
        seen = nouns > self._as_verb[word] and nouns >= 2
        if _LIKE_AN_ADJECTIVE.search(word) and self._ends[word] < 3 * self._begins[word] + 2:
            return False
        return seen and self.stands_alone(word) and not word.endswith("ing")

    def stands_alone(self, word: str) -> bool:
        """Whether other words seldom follow it directly, as they follow an adjective ("political party")."""
        return self._ends[word] > self._begins[word]

    def is_verb_here(self, words: tuple[Token, ...], index: int) -> bool:
        """Whether the word at `index` is used as a verb, or is one that is hardly anything else."""
        token, word = words[index], words[index].lower
        if token.is_name or token.is_noun is not None or _is_surely_a_noun(word):
            return False
        if index and words[index - 1].lower in _BEFORE_VERBS:
            return True
        return word in PAST_FORMS or (word in VERB_FORMS and self._as_verb[word] >= self._as_noun[word])

    def may_begin(self, token: Token) -> bool:
        """Whether a phrase may begin with it: no adverb, no verb that takes the rest as its object.

        Where nouns have capitals nothing else does: an adjective has there an ending that fits in its sentence only.
        """
        if token.is_noun is not None:
            return token.is_noun
        word = token.lower
        if word in COMMON_ADVERBS or word.endswith("ly"):
            return False
        if word in VERB_FORMS or word.endswith("ing"):
            return self._determined[word] > max(1, self._as_verb[word])
        return token.is_name or self._as_verb[word] <= max(self._as_noun[word], self._determined[word])


def _touch(one: Token, other: Token, text: str) -> bool:
    """Whether nothing but a space or hyphen stands between two words: a comma would part them."""
    return text[one.end : other.start] in (" ", "-")


@lru_cache(20_000)
def _is_surely_a_noun(word: str) -> bool:
    """Whether the ending makes a noun, so that "to" before it is a preposition."""
    return bool(_SURELY_A_NOUN.search(word)) and word not in VERB_FORMS and word not in _VERBS_LIKE_NOUNS


def _is_verb_form(word: str) -> bool:
    return word in VERB_FORMS or word in PAST_FORMS or word.endswith("ed")


def _closes_a_phrase(words: tuple[Token, ...], i: int, text: str) -> bool:
    """Whether a determiner stands one or two words before the word in front ("the steep mountain road")."""
    for start in range(i - 1, max(-1, i - 3), -1):
        if not words[start].stem or not _touch(words[start], words[start + 1], text):
            return False
        if start and words[start - 1].lower in _DETERMINERS:
            return not words[start].is_possessive
    return False


def _is_demonym(word: str) -> bool:
    """Whether a capitalised word is rather an adjective of a country ("Ukrainian"). Known failure: Canadian."""
    return len(word) > 5 and word.endswith(("ian", "ese", "ish"))
