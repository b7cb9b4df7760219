"""A project that a former version worked on: what of it stays, and what the reports name as the cause.

In `former/` lie two articles, and what version 0.0.9, of other rules, left of them: a pinned topic, whose title and
terms are others, and an edition. It joined fewer statements, saw no difference, and read a date and a claim otherwise.
"""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.diff import diff
from sitegen.editions import edition_bytes, read_edition
from sitegen.published import Published, read_published
from tests.project import sitegen, tree

FORMER = Path(__file__).parent / "former"
DAY = "2026-03-13"
RECORD = Path("editions") / f"{DAY}.json"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(FORMER, folder)
    run = sitegen(folder, "build")
    assert (run.status, run.err) == (0, "")
    return folder


def printed(project: Path) -> Published:
    return read_published((project / "site" / "briefing.json").read_bytes())


def former() -> Published:
    return read_edition((FORMER / RECORD).read_bytes()).published


def test_ids_of_articles_sentences_and_topics_stay(project: Path) -> None:
    before, now = former(), printed(project)
    assert now.articles.keys() == before.articles.keys()
    assert now.sentences.keys() == before.sentences.keys()
    assert now.topics.keys() == before.topics.keys()
    stay = {
        id_ for id_, one in before.statements.items() if one.sentence in {s.sentence for s in now.statements.values()}
    }
    assert stay
    assert stay <= now.statements.keys()


def test_pinned_topics_keep_address_and_title_and_their_file_is_not_written(project: Path) -> None:
    assert [topic.title for topic in printed(project).topics.values()] == ["The crane"]
    assert (project / "site" / "topics" / "harbour-crane.html").is_file()
    run = sitegen(project, "topics", "--write")
    assert run.out == "nothing to pin\n"
    assert (project / "topics.lock.yml").read_bytes() == (FORMER / "topics.lock.yml").read_bytes()


def test_editions_stay_as_they_are_and_the_site_is_held_against_them(project: Path) -> None:
    assert tree(project / "editions") == tree(FORMER / "editions")
    assert "sitegen 0.0.9 → " in (project / "site" / "changes.html").read_text("utf-8")
    for command in (["verify"], ["check", "--quiet"], ["build", "--check"]):
        assert sitegen(project, *command).status == 0, command
    run = sitegen(project, "edition", "save", DAY)
    assert (run.status, "[edition-saved]" in run.err) == (2, True)


def test_the_report_names_the_program_as_the_cause(project: Path) -> None:
    changes = [one for one in diff(former(), printed(project)) if one.kind != "settings-changed"]
    assert {"fact-changed", "difference-opened", "statement-added", "citation-gained"} <= {one.kind for one in changes}
    assert {one.cause for one in changes} == {"program"}
    assert {str(one.why).partition(" → ")[0] for one in changes} == {"another version of the program: sitegen 0.0.9"}
    report = sitegen(project, "diff", DAY, "--as", "markdown")
    assert report.out.count("because another version of the program: sitegen 0.0.9 → sitegen ") == len(changes)


def test_a_record_that_does_not_say_by_whom_it_is_names_the_program_without_its_version(project: Path) -> None:
    now = printed(project)
    before = read_edition(edition_bytes(replace(former(), program="", settings=now.settings), DAY)).published
    changes = diff(before, now)
    assert {str(one.why) for one in changes} == {"nothing else differs: another version of the program"}


def test_beside_an_article_or_a_decision_the_program_may_be_the_cause_too(project: Path) -> None:
    now = printed(project)
    came = replace(now, articles={**now.articles, "new": replace(now.articles["crane-lifts-again"], id="new")})
    assert {one.cause for one in diff(former(), came) if one.cause} == {"program"}
    told = [one for one in diff(former(), replace(now, decisions={"{}": "statement dropped"})) if one.why]
    assert {one.cause for one in told} == {"desk"}
    assert all("; or another version of the program: sitegen 0.0.9 → " in str(one.why) for one in told)


def test_settings_of_another_version_are_the_programs(project: Path) -> None:
    """Its defaults are others."""
    now = printed(project)
    told = [one for one in diff(former(), replace(now, settings={"method.statements.join": '"0.9"'})) if one.why]
    assert {one.cause for one in told} == {"program"}
    assert all(str(one.why).endswith(", with other settings of the method") for one in told)


def test_another_version_alone_is_no_change(project: Path) -> None:
    now = printed(project)
    assert diff(replace(now, program="sitegen 0.0.9"), now) == ()
    shutil.rmtree(project / "editions")
    assert sitegen(project, "build").status == 0
    assert sitegen(project, "edition", "save", DAY).status == 0
    record = project / RECORD
    other = replace(read_edition(record.read_bytes()).published, program="sitegen 9")
    record.write_bytes(edition_bytes(other, DAY))
    assert sitegen(project, "build").status == 0
    assert "sitegen 9" not in (project / "site" / "changes.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (RECORD, '"edition/1"', '"edition/2"', "it is not of the form edition/1  [edition-broken]"),
        (Path("topics.lock.yml"), "topics/1", "topics/2", 'expected topics/1, found "topics/2"  [value-wrong]'),
    ],
)
def test_a_file_of_a_later_version_is_refused_with_the_way_out(
    project: Path, file: Path, old: str, new: str, said: str
) -> None:
    text = (project / file).read_text("utf-8").replace(old, new)
    (project / file).write_text(text, "utf-8")
    run = sitegen(project, "build")
    assert run.status != 0
    assert said in run.err
    assert "or a newer one\n" in run.err
    assert (project / file).read_text("utf-8") == text


def test_the_site_says_who_built_it(project: Path) -> None:
    assert json.loads((project / "site" / "briefing.json").read_bytes())["program"].startswith("sitegen ")
