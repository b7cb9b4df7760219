"""What a reader loads: the committed example, compressed as a host sends it."""

import gzip
from pathlib import Path

import pytest

SITE = Path(__file__).parent.parent / "site"
TOPICS = sorted(path.relative_to(SITE).as_posix() for path in SITE.glob("topics/*.html"))


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_of_a_topic_is_at_most_6_kib(topic: str) -> None:
    assert len(gzip.compress((SITE / topic).read_bytes())) <= 6 * 1024


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_of_a_topic_asks_for_one_file_before_it_is_shown(topic: str) -> None:
    text = (SITE / topic).read_text("utf-8")
    assert (text.count('rel="stylesheet"'), text.count("<script src"), text.count("<img")) == (1, 0, 0)
