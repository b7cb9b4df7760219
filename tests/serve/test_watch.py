"""Changes of inputs are noticed, wherever the folder of the project has more than those."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.errors import SitegenError
from sitegen.serve.watch import Inputs, Watch

PROJECT = Path("/project").resolve()
INPUTS = Inputs(frozenset({PROJECT / "sitegen.yml"}), frozenset({PROJECT / "in" / "content"}))


@pytest.mark.parametrize(
    ("path", "concerned"),
    [
        ("sitegen.yml", True),
        ("in/content/a.md", True),
        ("in/content/deep/a.md", True),
        ("in/content", True),
        ("in", True),  # a folder that holds one came or went
        ("in/content/.a.md.swp", False),
        ("in/content/.git/HEAD", False),
        ("in/other.md", False),
        ("site/index.html", False),
        ("README.md", False),
    ],
)
def test_what_concerns_a_site(path: str, concerned: bool) -> None:
    assert INPUTS.concern(PROJECT / path) is concerned


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content" / "deep").mkdir(parents=True)
    (tmp_path / "site").mkdir()
    return tmp_path.resolve()


def followed(project: Path) -> Watch:
    watch = Watch()
    while watch.follow(Inputs(frozenset({project / "sitegen.yml"}), frozenset({project / "content"}))):
        pass
    return watch


def test_a_saved_article_is_noticed_and_a_built_page_is_not(project: Path) -> None:
    watch = followed(project)
    (project / "site" / "index.html").write_text("x")
    (project / "README.md").write_text("x")
    (project / "content" / ".a.md.swp").write_text("x")
    (project / "content" / "deep" / "a.md").write_text("x")
    assert watch.wait() == (project / "content" / "deep" / "a.md",)


def test_settings_that_come_and_what_is_moved_into_place_are_noticed(project: Path) -> None:
    watch = followed(project)
    (project / "sitegen.yml").write_text("title: A\n")
    assert watch.wait() == (project / "sitegen.yml",)
    (project / "new").write_text("title: B\n")
    (project / "new").replace(project / "sitegen.yml")
    assert watch.wait() == (project / "sitegen.yml",)


def test_a_folder_that_went_and_came_again_is_watched_again(project: Path) -> None:
    watch = followed(project)
    (project / "content" / "deep").rmdir()
    (project / "content" / "deep").mkdir()
    assert watch.wait() == (project / "content" / "deep",)
    inputs = Inputs(frozenset(), frozenset({project / "content"}))
    assert watch.follow(inputs)
    assert not watch.follow(inputs)
    (project / "content" / "deep" / "a.md").write_text("x")
    assert project / "content" / "deep" / "a.md" in watch.wait()


def test_a_folder_that_is_not_there_yet_is_noticed_when_it_comes(project: Path) -> None:
    inputs = Inputs(frozenset(), frozenset({project / "late" / "content"}))
    watch = Watch()
    assert watch.follow(inputs)
    (project / "late" / "content").mkdir(parents=True)
    assert watch.wait()
    assert watch.follow(inputs)
    (project / "late" / "content" / "a.md").write_text("x")
    assert project / "late" / "content" / "a.md" in watch.wait()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), RuntimeError("too many watches")])
def test_a_system_that_can_not_watch_is_said_in_words(
    project: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def full(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("sitegen.serve.watch.watch", full)
    with pytest.raises(SitegenError) as raised:
        followed(project)
    assert raised.value.problem.code == "watch-failed"
    assert str(error) in raised.value.problem.message


def test_a_folder_that_goes_while_it_is_followed_is_looked_at_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise FileNotFoundError

    watch, inputs = Watch(), Inputs(frozenset(), frozenset({project / "content"}))
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.serve.watch.watch", gone)
        assert watch.follow(inputs)
    assert watch.follow(inputs)
    assert not watch.follow(inputs)


@pytest.mark.parametrize("ticks", [0, 1])
def test_a_watch_that_the_system_ends_is_said_and_not_taken_for_a_change(
    project: Path, monkeypatch: pytest.MonkeyPatch, ticks: int
) -> None:
    def ending(*_: object, **__: object) -> Iterator[set[tuple[int, str]]]:
        return iter([set()] * ticks)

    monkeypatch.setattr("sitegen.serve.watch.watch", ending)
    with pytest.raises(SitegenError, match="the system ended the watch"):
        followed(project).wait()
