"""What changed between two briefings, as a reviewer reads it."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sitegen.diff import KINDS, Change, ChangeKind, FactChange, diff, fact_changes
from sitegen.diff_words import as_html, as_json, as_markdown, as_text, counts
from sitegen.published import (
    Published,
    PublishedArticle,
    PublishedDifference,
    PublishedStatement,
    PublishedTopic,
    Said,
    read_published,
)
from sitegen.reasons import as_it_is
from tests.project import HARBOUR, TRAMS, make_project, sitegen

EMPTY = Published({}, {}, {}, {}, {}, {}, {})


def said(id_: str, text: str, modality: str = "happened", **facts: dict[str, str]) -> Said:
    numbers, dates, names = (facts.get(kind, {}) for kind in ("numbers", "dates", "names"))
    return Said(id_, id_.split(".", maxsplit=1)[0], text, modality, numbers, dates, names)


def statement(*members: str, topics: tuple[str, ...] = ("crane",), origins: int = 0) -> PublishedStatement:
    sources = tuple(sorted({member.split(".")[0] for member in members}))
    return PublishedStatement(
        f"st.{members[0]}", members[0], sources, origins or len(sources), members, topics, bool(topics)
    )


def briefing(
    sentences: list[Said], statements: list[PublishedStatement], topics: dict[str, str] | None = None
) -> Published:
    """A briefing of articles whose SHA-256 is their sentences' ids."""
    articles: dict[str, list[str]] = {}
    for one in sentences:
        articles.setdefault(one.article, []).append(one.id)
    titles = topics or {"crane": "Harbour crane"}
    return Published(
        articles={
            id_: PublishedArticle(id_, f"{id_}.md", " ".join(ids), id_.title(), (("published", None),), tuple(ids))
            for id_, ids in articles.items()
        },
        sentences={one.id: one for one in sentences},
        statements={one.id: one for one in statements},
        topics={
            id_: PublishedTopic(id_, title, tuple(one.id for one in statements if id_ in one.topics))
            for id_, title in titles.items()
        },
        differences={},
        decisions={},
        settings={},
    )


HURT = said("herald.s1", "The crane fell and three men were hurt.", numbers={"3": "three men"})
ALSO = said("wire.s1", "Three men were hurt when the crane fell.", numbers={"3": "Three men"})
SHUT = said("wire.s2", "The harbour stays shut until Friday.", dates={"2026-05-01": "Friday"})
BEFORE = briefing([HURT, ALSO, SHUT], [statement("herald.s1", "wire.s1"), statement("wire.s2")])


def kinds(old: Published, new: Published) -> list[ChangeKind]:
    return [change.kind for change in diff(old, new)]


def only(old: Published, new: Published, kind: ChangeKind) -> Change:
    (change,) = (change for change in diff(old, new) if change.kind == kind)
    return change


def test_a_briefing_does_not_differ_from_itself() -> None:
    assert diff(BEFORE, BEFORE) == ()
    assert counts(()) == "nothing changed"


def test_a_number_that_an_edit_changed_comes_first_with_both_wordings_and_the_reason() -> None:
    four = said("herald.s9", "The crane fell and four men were hurt.", numbers={"4": "four men"})
    new = briefing([four, ALSO, SHUT], [statement("herald.s9", "wire.s1"), statement("wire.s2")])
    changes = diff(BEFORE, new)
    assert [change.kind for change in changes] == ["fact-changed", "source-edited"]
    assert changes[0].facts == (FactChange("number", "three men", "four men"),)
    assert (changes[0].before, changes[0].after) == (HURT.text, four.text)
    assert str(changes[0].why) == "Herald was edited"
    assert changes[0].topics == ("Harbour crane",)
    assert list(as_text(changes))[3] == "  The crane fell and [-three-] {+four+} men were hurt."


@pytest.mark.parametrize(
    ("before", "after", "facts"),
    [
        (said("a.1", "It has sunk."), said("a.2", "It has not sunk."), [("negation", "", "not")]),
        (said("a.1", "It didn’t sink."), said("a.2", "It sank."), [("negation", "not", "")]),
        (said("a.1", "It sank."), said("a.2", "It may sink.", "possible"), [("modality", "happened", "possible")]),
        (
            said("a.1", "Ada Reed left on Monday.", dates={"2026-05-04": "Monday"}, names={"ada-reed": "Ada Reed"}),
            said("a.2", "Bo Lind left on Tuesday.", dates={"2026-05-05": "Tuesday"}, names={"bo-lind": "Bo Lind"}),
            [("date", "Monday", "Tuesday"), ("name", "Ada Reed", "Bo Lind")],
        ),
        # A name whose page has another address now is the same name.
        (said("a.1", "Reed left.", names={"reed": "Reed"}), said("a.2", "Reed left early.", names={"a": "Reed"}), []),
        (said("a.1", "Reed left at once."), said("a.2", "Reed went at once."), []),
    ],
)
def test_facts_of_an_edited_sentence(before: Said, after: Said, facts: list[tuple[str, str, str]]) -> None:
    assert [(fact.kind, fact.before, fact.after) for fact in fact_changes(before, after)] == facts


def test_an_edit_without_another_fact_is_a_rewording() -> None:
    told = said("herald.s9", "The crane fell, and three men were hurt.", numbers={"3": "three men"})
    new = briefing([told, ALSO, SHUT], [statement("herald.s9", "wire.s1"), statement("wire.s2")])
    assert kinds(BEFORE, new) == ["statement-reworded", "source-edited"]


def test_the_wording_of_another_article_is_a_rewording_that_names_both() -> None:
    new = briefing([HURT, ALSO, SHUT], [statement("wire.s1", "herald.s1"), statement("wire.s2")])
    changed = only(BEFORE, new, "statement-reworded")
    assert str(changed.note) == "in the words of Wire, before of Herald"
    assert changed.cause == "program"
    assert kinds(BEFORE, new) == ["statement-reworded"]


def test_a_sentence_that_says_a_part_of_another_is_not_another_wording_of_it() -> None:
    old = briefing([HURT, ALSO, SHUT], [statement("herald.s1"), statement("wire.s2")])
    in_full = statement("wire.s1", "herald.s1")
    in_part = replace(in_full, partial=frozenset({"herald.s1"}))
    assert "statement-reworded" in kinds(old, briefing([HURT, ALSO, SHUT], [in_full, statement("wire.s2")]))
    told = kinds(old, briefing([HURT, ALSO, SHUT], [in_part, statement("wire.s2")]))
    assert {"statement-added", "statement-withdrawn"} <= {*told}
    assert "statement-reworded" not in told


def test_a_fact_in_a_wording_that_is_not_the_printed_one_is_told_with_the_statement() -> None:
    five = said("wire.s9", "Five men were hurt when the crane fell.", numbers={"5": "Five men"})
    new = briefing([HURT, five, SHUT], [statement("herald.s1", "wire.s9"), statement("wire.s2")])
    changed = only(BEFORE, new, "fact-changed")
    assert (str(changed.note), changed.quoted) == ("in a wording of", HURT.text)
    assert f"    in a wording of: {HURT.text}" in list(as_text([changed]))


def test_a_withdrawn_article_takes_its_statements_along_and_lowers_counts() -> None:
    new = briefing([HURT], [statement("herald.s1")])
    assert kinds(BEFORE, new) == ["statement-withdrawn", "citation-lost", "source-withdrawn"]
    assert str(only(BEFORE, new, "citation-lost").note) == "Wire; 2 articles before, 1 article now"
    assert str(only(BEFORE, new, "statement-withdrawn").note) == "its article is gone"
    assert str(only(BEFORE, new, "statement-withdrawn").why) == "Wire was withdrawn"


def test_an_added_article_gives_a_source_and_a_statement() -> None:
    new_one = said("post.s1", "The mayor wants a new crane.")
    third = said("post.s2", "Three men were hurt as the crane fell.")
    new = briefing(
        [HURT, ALSO, SHUT, new_one, third],
        [statement("herald.s1", "wire.s1", "post.s2", origins=2), statement("wire.s2"), statement("post.s1")],
    )
    assert kinds(BEFORE, new) == ["statement-added", "citation-gained", "source-added"]
    assert (
        str(only(BEFORE, new, "citation-gained").note) == "Post; 2 articles before, 3 articles, 2 original reports now"
    )


def test_a_statement_that_no_topic_shows_any_more_says_that_its_article_still_has_it() -> None:
    new = briefing([HURT, ALSO, SHUT], [statement("herald.s1", "wire.s1")])
    gone = only(BEFORE, new, "statement-withdrawn")
    assert str(gone.note) == "its article still has it; no topic does"
    assert gone.cause == "program"


def test_topics_are_renamed_merged_born_and_gone() -> None:
    titles = {"crane": "Harbour crane", "port": "Port closure"}
    old = briefing([HURT, SHUT], [statement("herald.s1"), statement("wire.s2", topics=("port",))], titles)
    renamed = briefing([HURT, SHUT], [statement("herald.s1"), statement("wire.s2", topics=("port",))])
    renamed = replace(renamed, topics={**old.topics, "port": replace(old.topics["port"], title="Harbour closure")})
    assert [(c.before, c.after) for c in diff(old, renamed)] == [("Port closure", "Harbour closure")]
    merged = briefing([HURT, SHUT], [statement("herald.s1"), statement("wire.s2")])
    assert only(old, merged, "topic-merged").after == "Harbour crane"
    assert "topic-gone" in kinds(old, EMPTY)
    assert only(merged, old, "topic-added").after == "Port closure"
    moved = briefing(
        [HURT, SHUT],
        [statement("herald.s1"), statement("wire.s2", topics=("closure",))],
        {"crane": "Harbour crane", "closure": "Closure"},
    )
    assert str(only(old, moved, "topic-renamed").note) == "its address is another now"


def test_differences_open_close_and_change_their_sides() -> None:
    found = PublishedDifference("k.1", "number", "Hurt", ("three", "five"), frozenset({"herald.s1", "wire.s1"}))
    with_one = replace(BEFORE, differences={"k.1": found})
    assert only(BEFORE, with_one, "difference-opened").after == "three | five"
    assert only(with_one, BEFORE, "difference-closed").before == "three | five"
    other = replace(found, id="k.2", says=("three", "six"))
    assert kinds(with_one, replace(BEFORE, differences={"k.2": other})) == ["difference-changed"]
    assert kinds(with_one, replace(BEFORE, differences={"k.2": replace(found, id="k.2")})) == []


def test_the_desk_and_the_settings_are_causes() -> None:
    fewer = briefing([HURT, ALSO, SHUT], [statement("herald.s1", "wire.s1")])
    decided = replace(fewer, decisions={"{}": "statement “The harbour stays shut”: dropped"})
    assert only(BEFORE, decided, "statement-withdrawn").cause == "desk"
    assert only(BEFORE, decided, "desk-decided").after == "statement “The harbour stays shut”: dropped"
    assert str(only(decided, fewer, "desk-decided").note) == "taken back"
    set_otherwise = replace(fewer, settings={"method.statements.join": "0.3"})
    assert only(BEFORE, set_otherwise, "statement-withdrawn").cause == "settings"


CHANGES = tuple(
    Change(
        kind,
        "a",
        "Old <b>words</b> of @ada & *more*",
        f"New [words]({kind}) of @ada",
        note=as_it_is("1. note"),
        why=as_it_is("x"),
    )
    for kind in KINDS
)


def test_markdown_shows_words_as_they_are_and_calls_nobody() -> None:
    html = MarkdownIt("commonmark", {"html": False}).render(as_markdown(CHANGES).replace("<!-- -->", ""))
    assert "<a " not in html
    assert "<b>" not in html
    assert "@ada" not in as_markdown(CHANGES)


def test_a_comment_is_cut_at_its_limit_and_says_how_much_is_missing() -> None:
    text = as_markdown(CHANGES * 30, "https://desk.example/diff", most=4_000)
    assert len(text) <= 4_000
    assert "more changes are not shown here. [All of them](https://desk.example/diff)." in text
    assert "`sitegen diff` shows all of them" in as_markdown(CHANGES * 30, most=4_000)


def test_a_report_for_the_browser_escapes_words_and_holds_no_script() -> None:
    page = as_html([Change("statement-added", "a", after="<script>alert(1)</script>")])
    assert "<script" not in page
    assert "<ins>&lt;script&gt;alert(1)&lt;/script&gt;</ins>" in page


def test_json_holds_every_field() -> None:
    (change,) = json.loads(as_json(CHANGES[:1]))["changes"]
    assert change["kind"] == "fact-changed"
    assert change["before"] == CHANGES[0].before


_KEYS = st.sampled_from(["articles", "statements", "topics", "conflicts", "sentences", "id", "summary", "also"])
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(_KEYS, inner),
)


@given(_JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        published = read_published(json.dumps(value).encode())
    except (ValueError, RecursionError):
        return
    assert diff(published, published) == ()


def test_half_of_a_character_in_settings_is_refused() -> None:
    briefing: dict[str, object] = {
        name: [] for name in ("articles", "topics", "entities", "statements", "summary", "dates", "conflicts")
    }
    read_published(json.dumps({**briefing, "settings": {"a": "b"}}).encode())
    with pytest.raises(ValueError, match="surrogates"):
        read_published(json.dumps({**briefing, "settings": {"a": "\ud800"}}).encode())


# The command


def _committed(folder: Path) -> Path:
    project = make_project(folder, {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS})
    assert sitegen(project, "build").status == 0
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Build"]):
        who = ["-c", "user.name=Desk", "-c", "user.email=desk@desk.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(project), *who, *arguments], check=True, capture_output=True)
    return project


def test_diff_without_a_name_holds_the_site_against_the_last_commit(tmp_path: Path) -> None:
    project = _committed(tmp_path)
    assert sitegen(project, "diff").out == "nothing changed\n"
    (project / "content/trams.md").write_text(TRAMS.replace("twenty minutes", "thirty minutes"))
    assert sitegen(project, "build").status == 0
    run = sitegen(project, "diff")
    assert run.status == 1
    assert run.out.startswith("1 fact changed")
    assert "ran [-twenty-] {+thirty+} minutes late" in run.out
    assert sitegen(project, "diff", "--fail-on", "citation-lost").status == 0
    assert sitegen(project, "diff", "HEAD", project / "site", "--as", "json").out.startswith("{")


def test_diff_writes_a_report(tmp_path: Path) -> None:
    project = _committed(tmp_path)
    run = sitegen(project, "diff", "--as", "html", "--to", project / "changes.html")
    assert run.out == "changes.html: nothing changed\n"
    assert (project / "changes.html").read_text().startswith("<!DOCTYPE html>")


def test_diff_takes_folders_and_files(tmp_path: Path) -> None:
    project = _committed(tmp_path)
    assert sitegen(project, "diff", project / "site", project / "site/briefing.json").status == 0
    assert sitegen(project, "diff", project, project).status == 0


@pytest.mark.parametrize(
    ("arguments", "said_"),
    [
        (["nowhere"], "there is no such file or folder, and no revision of that name"),
        (["--upload-pack=x"], ""),
        (["HEAD", "nowhere"], "there is no such file"),
        (["--fail-on", "fact-change"], "did you mean fact-changed?"),
    ],
)
def test_diff_says_what_it_cannot_find(tmp_path: Path, arguments: list[str], said_: str) -> None:
    run = sitegen(_committed(tmp_path), "diff", *arguments)
    assert run.status == 2
    assert said_ in run.err


@pytest.mark.parametrize(
    ("commands", "said_"),
    [((), "the project is in no git repository"), (("init", "--quiet"), "nothing is committed yet")],
    ids=["no repository", "no commit"],
)
def test_diff_says_that_there_is_nothing_to_compare_with(tmp_path: Path, commands: tuple[str, ...], said_: str) -> None:
    project = make_project(tmp_path, {"content/trams.md": TRAMS})
    assert sitegen(project, "build").status == 0
    if commands:
        subprocess.run(["git", "-C", str(project), *commands], check=True)
    run = sitegen(project, "diff")
    assert run.status == 2
    assert f"there is nothing to compare with: {said_}" in run.err


def test_a_broken_briefing_is_named(tmp_path: Path) -> None:
    project = _committed(tmp_path)
    (project / "site/briefing.json").write_text("[]")
    run = sitegen(project, "diff")
    assert run.status == 2
    assert "site/briefing.json: error: this briefing.json can't be read: expected dict, found list" in run.err
