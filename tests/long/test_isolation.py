"""Articles that crash, hang or bloat what reads them cost themselves alone, by the benchmark that measures it."""

import sys

import pytest

from benchmarks import isolation


@pytest.mark.workers
@pytest.mark.skipif(sys.platform != "linux", reason="the faulty parser reaches a worker by fork")
def test_planted_faults_cost_their_articles_alone() -> None:
    good, planted, are_lost = isolation.measure(6, 1, 15, isolation.read)
    assert are_lost
    assert sorted(planted.lost.values()) == ["article-crashed", "article-heavy", "article-slow"]
    assert good.lost == {}
