"""topics.lock.yml: what is written is what is read, and what is wrong in it is told by its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.lock import lock_text, read_lock
from sitegen.model import PinnedAffair, PinnedTopic, TopicLock

LOCK = TopicLock(
    affairs=(PinnedAffair("harbour", ("a/b", "harbour"), {"crane": 0.9, "no": 0.1}),),
    topics=(
        PinnedTopic(
            "crane", "Harbour crane", "harbour", ("The “old” crane: 1931",), (("harbour", "crane"),), {"crane": 1.0}, 13
        ),
        PinnedTopic("yes", "Yes", "harbour", (), (("yes",), ("1,000", "$2.5")), {}, 22),
    ),
    apart=("004-x", "trams"),
    path="topics.lock.yml",
)
TEXT = """\
# The topics that are pinned: their pages keep their titles, addresses and sentences, whatever articles come.
# Written by `sitegen topics --write`. To drop a topic, delete its entry; what it held is then found anew.
format: topics/1
affairs:
  harbour:
    articles:
      - a/b
      - harbour
    terms:
      crane: 0.900
      "no": 0.100
topics:
  crane:
    title: Harbour crane
    affair: harbour
    aliases:
      - "The “old” crane: 1931"
    names:
      - harbour crane
    terms:
      crane: 1.000
  "yes":
    title: "Yes"
    affair: harbour
    names:
      - "yes"
      - "1,000 $2.5"
apart:
  - "004-x"
  - trams
"""


def _faults(text: str) -> list[str]:
    return [f"{problem.line}: {problem.message}" for problem in read_lock(text, "topics.lock.yml").problems]


def test_a_lock_is_written_one_value_a_line_and_read_back() -> None:
    assert lock_text(LOCK) == TEXT
    outcome = read_lock(TEXT, "topics.lock.yml")
    assert outcome.problems == ()
    assert outcome.value == LOCK


@pytest.mark.parametrize("text", ["", "# nothing pinned\n", lock_text(TopicLock())])
def test_an_empty_lock_pins_nothing(text: str) -> None:
    outcome = read_lock(text, "l.yml")
    assert (outcome.value, outcome.problems) == (TopicLock(path="l.yml"), ())


_WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@given(_WORDS, _WORDS, st.lists(_WORDS, max_size=3), st.dictionaries(_WORDS, st.integers(1, 1000), max_size=3))
def test_any_words_survive(article: str, title: str, stems: list[str], weights: dict[str, int]) -> None:
    shares = {stem: count / 1000 for stem, count in weights.items()}
    topic = PinnedTopic("t", title, article, (), ((*stems, "x"),), dict(sorted(shares.items())), 0)
    lock = TopicLock((PinnedAffair(article, (article,), dict(sorted(shares.items()))),), (topic,), (), "l")
    outcome = read_lock(lock_text(lock), "l")
    assert outcome.problems == ()
    (read,) = outcome.value.topics
    assert (read.title, read.names, read.weights, outcome.value.affairs) == (title, topic.names, shares, lock.affairs)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("topics: {}", '1: "format": expected topics/1, found nothing'),
        ("format: topics/9", '1: "format": expected topics/1, found "topics/9"'),
        (TEXT + "zebra: 1\n", '31: key "zebra" is not known'),
        (
            TEXT.replace("title: Harbour crane", "titel: Harbour crane"),
            '13: "topics.crane.title": expected a value, found nothing',
        ),
        (
            TEXT.replace("affair: harbour\n    aliases", "affair: harbor\n    aliases"),
            '15: "topics.crane.affair": "harbor" is not under `affairs`',
        ),
        (
            TEXT.replace("0.900", "heavy"),
            '10: "affairs.harbour.terms.crane": expected a number from 0 to 1, found "heavy"',
        ),
        (
            TEXT.replace('title: "Yes"', "title: harbour crane"),
            '22: "topics.yes.title": "harbour crane" is the title of crane already',
        ),
        (
            TEXT.replace('  "yes":\n    title', "  ../x:\n    title"),
            '22: "topics.../x": expected an address in small letters, digits and hyphens',
        ),
        (TEXT.replace("      - harbour crane\n", ""), '13: "topics.crane.names": expected a value, found nothing'),
        ("format: topics/1\ntopics:\n  a:\n", '3: "topics.a": expected `key: value` lines, found nothing'),
        (
            "format: topics/1\naffairs:\n  a: {terms: {}}\n",
            '3: "affairs.a": expected articles or terms, found neither',
        ),
        ("format: topics/1\ntopics: [a]\n", '2: "topics": expected `key: value` lines below it, found a list'),
        ("- a", "1: expected `key: value` lines, found a list"),
    ],
)
def test_a_fault_is_told_by_its_line(text: str, fault: str) -> None:
    assert fault in _faults(text)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read_lock(text, "l.yml")
