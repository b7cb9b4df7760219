"""A small folder of mixed articles, built in each environment of the benchmark: one site."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.determinism import ENVIRONMENTS, LOCALES, Environment, build, make_locales
from benchmarks.mixed import mixed_articles
from tests.demands import give_up

ARTICLES = 30


@pytest.fixture(scope="module")
def articles() -> Mapping[str, bytes]:
    return mixed_articles(ARTICLES)


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locales") / "made"
    if lacking := make_locales(folder, LOCALES):
        give_up(f"this machine can't make the locales {' '.join(lacking)} (Debian: apt install locales)")
    return folder


@pytest.fixture(scope="module")
def digest(articles: Mapping[str, bytes], locales: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    site = build(ENVIRONMENTS[0], articles, tmp_path_factory.mktemp("first"), locales=locales)
    assert site.files > ARTICLES
    return site.digest


@pytest.mark.parametrize("environment", ENVIRONMENTS[1:], ids=lambda environment: environment.folder)
def test_each_environment_makes_the_same_site(
    environment: Environment, digest: str, articles: Mapping[str, bytes], locales: Path, tmp_path: Path
) -> None:
    assert build(environment, articles, tmp_path, locales=locales).digest == digest
