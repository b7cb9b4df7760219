"""Editions: saved once, read back as they were, and what the site says of them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sitegen.diff import diff
from sitegen.editions import Edition, day_of, edition_bytes, read_edition, read_either, without_words
from sitegen.history import History, make_history
from sitegen.published import Published, PublishedDifference
from tests.project import HARBOUR, TRAMS, make_project, sitegen, tree
from tests.test_diff import ALSO, BEFORE, HURT, SHUT, briefing, said, statement

SCHEMA = json.loads((Path(__file__).parents[1] / "docs/reference/edition.schema.json").read_text("utf-8"))
FIRST, SECOND = "2026-03-05", "2026-03-12"
FERRY = """\
# Ferry to Vessel

The ferry from the harbour of Vessel stops in June. Trams in Vessel ran twenty minutes late on Monday.
"""


def saved(published: Published, date: str = FIRST) -> Edition:
    return read_edition(edition_bytes(published, date))


def history(*editions: Published, present: Published, **moved: str) -> History:
    dates = (FIRST, SECOND, "2026-03-19")
    made = make_history([saved(one, date) for one, date in zip(editions, dates, strict=False)], present, moved)
    assert made is not None
    return made


def faults(record: bytes) -> list[str]:
    """Of an edition against its schema; the digests of the articles here are none."""
    return [
        error.message
        for error in Draft202012Validator(SCHEMA).iter_errors(json.loads(record))
        if next(iter(error.path)) != "articles"
    ]


def restricted(published: Published, article: str) -> Published:
    changed = replace(published.articles[article], facts=(("published", None), ("rights", "cited")))
    return replace(published, articles={**published.articles, article: changed})


def test_an_edition_is_read_back_as_it_was_saved_and_does_not_differ_from_what_it_is_of() -> None:
    found = PublishedDifference("k.1", "number", "Hurt", ("three", "five"), frozenset({"herald.s1", "wire.s1"}))
    published = replace(BEFORE, differences={"k.1": found}, settings={"method.x": "0.3"}, decisions={"{}": "dropped"})
    edition = saved(published)
    assert edition.date == FIRST
    assert diff(edition.published, published) == diff(published, edition.published) == ()
    assert edition.published.sentences == published.sentences
    assert faults(edition_bytes(published, FIRST)) == []


def test_sentences_that_no_statement_has_are_kept_by_their_ids_alone() -> None:
    unsaid = said("wire.s3", "Nobody asked the gulls.")
    published = briefing([HURT, ALSO, SHUT, unsaid], [statement("herald.s1", "wire.s1"), statement("wire.s2")])
    assert unsaid.text not in edition_bytes(published, FIRST).decode()
    assert diff(saved(published).published, published) == ()


def test_of_an_article_whose_rights_are_cited_no_word_is_kept_but_its_title() -> None:
    found = PublishedDifference("k.1", "number", "Hurt", ("three", "five"), frozenset({"herald.s1", "wire.s1"}))
    published = replace(restricted(BEFORE, "wire"), differences={"k.1": found})
    record = edition_bytes(published, FIRST).decode()
    assert HURT.text in record
    assert "Three men" not in record
    assert SHUT.text not in record
    assert "five" not in record
    assert faults(record.encode()) == []
    # Of words that are not known it can't be said that they changed.
    assert diff(read_either(record.encode()), restricted(BEFORE, "wire")) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("three men", "four men", "it is not as it was saved: its digest is another"),
        (FIRST, SECOND, "it is not as it was saved: its digest is another"),
        ("edition/1", "edition/2", "it is not of the form edition/1"),
        ('"sha256"', '"sha255"', "there is no 'sha256'"),
    ],
)
def test_a_changed_edition_is_refused(old: str, new: str, message: str) -> None:
    record = edition_bytes(BEFORE, FIRST).decode()
    assert old in record
    with pytest.raises(ValueError, match=message):
        read_edition(record.replace(old, new, 1).encode())


@given(st.recursive(st.none() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_json_is_no_edition(value: object) -> None:
    with pytest.raises((ValueError, RecursionError)):
        read_edition(json.dumps(value).encode())


def test_the_day_is_that_of_the_newest_article_or_the_one_the_site_was_made_as_of() -> None:
    dated = replace(BEFORE.articles["wire"], facts=(("published", "2026-03-14T08:00:00Z"),))
    published = replace(BEFORE, articles={**BEFORE.articles, "wire": dated})
    assert day_of(BEFORE) is None
    assert day_of(published) == "2026-03-14"
    assert day_of(replace(published, settings={"--as-of": '"2026-03-20"'})) == "2026-03-20"


# What editions say of the present

NEWS = said("post.s1", "The mayor wants a new crane.")
AFTER = briefing([HURT, ALSO, NEWS], [statement("herald.s1", "wire.s1"), statement("post.s1")])


def test_what_is_new_since_the_last_edition_is_marked() -> None:
    made = history(BEFORE, present=AFTER)
    assert (made.since, made.is_saved) == (FIRST, False)
    assert made.marks == {"st.post.s1": ("statement-added",)}
    assert [(step.date, step.added, step.gone) for step in made.topics["crane"]] == [(FIRST, 2, 0), ("", 1, 1)]


def test_a_site_that_is_its_last_edition_is_held_against_the_one_before() -> None:
    made = history(BEFORE, AFTER, present=AFTER)
    assert (made.since, made.is_saved) == (FIRST, True)
    assert made.marks == {"st.post.s1": ("statement-added",)}
    assert made.topics["crane"][-1].date == SECOND
    first = history(BEFORE, present=BEFORE)
    assert (first.since, first.is_saved, first.marks, first.changes) == ("", True, {}, ())


def test_what_went_is_followed_to_where_it_is_now_over_several_editions() -> None:
    told = said("herald.s9", "The crane fell, and three men were hurt.", numbers={"3": "three men"})
    second = briefing([told, SHUT], [statement("herald.s9"), statement("wire.s2")])
    third = briefing([told, SHUT], [statement("herald.s9"), statement("wire.s2", topics=())])
    made = history(BEFORE, second, present=third)
    assert [(one.id, one.last, one.told, one.now) for one in made.vanished["crane"]] == [
        ("st.herald.s1", FIRST, SECOND, "st.herald.s9"),
        ("st.wire.s2", SECOND, "", ""),
    ]


def test_a_topic_that_is_gone_leads_to_its_heir_or_nowhere() -> None:
    titles = {"crane": "Harbour crane", "port": "Port closure"}
    both = briefing([HURT, SHUT], [statement("herald.s1"), statement("wire.s2", topics=("port",))], titles)
    merged = briefing([HURT, SHUT], [statement("herald.s1"), statement("wire.s2")])
    gone = briefing([HURT], [statement("herald.s1")])
    assert [(one.id, one.last, one.heir) for one in history(both, present=merged).gone] == [("port", FIRST, "crane")]
    assert [(one.id, one.heir) for one in history(both, present=gone).gone] == [("port", "")]
    assert [one.heir for one in history(both, present=gone, port="crane").gone] == ["crane"]
    assert [one.heir for one in history(both, merged, present=merged).gone] == ["crane"]


def test_words_of_a_withdrawn_article_are_in_no_change() -> None:
    hidden = without_words(saved(BEFORE).published, ["wire"])
    made = make_history([Edition(FIRST, hidden)], briefing([HURT], [statement("herald.s1")]), {})
    assert made is not None
    (gone,) = (change for change in made.changes if change.kind == "statement-withdrawn")
    assert (gone.about, gone.before) == ("st.wire.s2", "")


# The command and the pages


def project(folder: Path) -> Path:
    made = make_project(folder, {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS, "content/ferry.md": FERRY})
    assert sitegen(made, "build").status == 0
    return made


def text(path: Path) -> str:
    return path.read_text("utf-8")


def assert_sound(made: Path) -> None:
    for command in ("verify", "check"):
        run = sitegen(made, command, "--quiet")  # no outlet is stated here: a note
        assert (run.status, run.err) == (0, "")
    assert sitegen(made, "build", "--check").status == 0


def test_without_editions_no_page_knows_of_any(tmp_path: Path) -> None:
    made = project(tmp_path)
    assert not (made / "site/changes.html").exists()
    assert all("changes.html" not in text(path) for path in (made / "site").rglob("*.html"))
    assert sitegen(made, "edition", "list").out == "no editions: sitegen edition save makes one of the built site\n"


def test_an_edition_is_saved_once_and_never_changed(tmp_path: Path) -> None:
    made = project(tmp_path)
    assert sitegen(made, "edition", "save").err.endswith(
        "[edition-undated]\n    say which: sitegen edition save 2026-03-14\n"
    )
    assert sitegen(made, "edition", "save", SECOND).status == 0
    data = (made / "editions" / f"{SECOND}.json").read_bytes()
    assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(data))) == []
    assert sitegen(made, "edition", "save", SECOND).out == f"editions/{SECOND}.json is this edition already\n"
    (made / "content/trams.md").write_text(TRAMS.replace("twenty", "thirty"))
    assert sitegen(made, "build").status == 0
    for date in (SECOND, FIRST):
        run = sitegen(made, "edition", "save", date)
        assert (run.status, "[edition-saved]" in run.err) == (2, True)
    assert (made / "editions" / f"{SECOND}.json").read_bytes() == data
    assert list(tree(made / "editions")) == [f"{SECOND}.json"]
    assert sitegen(made, "edition", "save", "2026-02-30").status == 2
    assert sitegen(made, "edition", "list").out.startswith(SECOND)
    assert sitegen(made, "diff", SECOND).out.startswith("1 fact changed")


def test_the_day_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773446400")
    made = project(tmp_path)
    assert sitegen(made, "edition", "save").out.startswith("editions/2026-03-14.json")


SAID = """\
# Ferry to Vessel

Ada Lind met the press in Vessel. "The ferry stops in June," said Ada Lind.
"""


def test_the_address_of_a_name_that_went_says_so_and_one_that_goes_by_another_spelling_leads_on(tmp_path: Path) -> None:
    made = make_project(tmp_path, {"content/ferry.md": SAID, "content/trams.md": TRAMS, "content/harbour.md": HARBOUR})
    sitegen(made, "build")
    sitegen(made, "edition", "save", FIRST)
    saved_names = {one["name"] for one in json.loads((made / f"editions/{FIRST}.json").read_bytes())["names"]}
    assert {"Ada Lind", "Vessel"} <= saved_names
    assert faults((made / f"editions/{FIRST}.json").read_bytes()) == []
    page = made / "site/names/ada-lind.html"
    assert "This name has no page any more" not in text(page)
    (made / "content/ferry.md").write_text("# Ferry to Vessel\n\nThe ferry stops in June.\n")
    sitegen(made, "build")
    assert "This name has no page any more. The edition of 5 March 2026 was the last to have it." in text(page)
    assert_sound(made)
    (made / "content/ferry.md").write_text(SAID.replace("said Ada Lind", "said Ada Lindqvist"))
    make_project(made, {"editorial.yml": "names:\n  Ada Lindqvist: {aliases: [Ada Lind]}\n"})
    sitegen(made, "build")
    assert 'href="ada-lindqvist.html"' in text(page)
    assert_sound(made)


def test_the_address_of_a_name_that_only_a_withdrawn_article_had_does_not_print_it(tmp_path: Path) -> None:
    made = make_project(tmp_path, {"content/ferry.md": SAID, "content/trams.md": TRAMS, "content/harbour.md": HARBOUR})
    sitegen(made, "build")
    sitegen(made, "edition", "save", FIRST)
    make_project(made, {"editorial.yml": "articles:\n  ferry: {status: withdrawn, why: Taken down.}\n"})
    assert sitegen(made, "build").status == 0
    assert all("Ada Lind" not in text(path) for path in (made / "site").rglob("*.html"))
    assert not (made / "site/names/ada-lind.html").exists()


def test_a_damaged_edition_is_not_compared_with_and_its_remedy_is_to_bring_it_back(tmp_path: Path) -> None:
    make_project(tmp_path, {"content/harbour.md": HARBOUR})
    sitegen(tmp_path, "build")
    sitegen(tmp_path, "edition", "save", FIRST)
    path = tmp_path / f"editions/{FIRST}.json"
    whole = path.read_text("utf-8")
    for damaged in (whole.replace("stood still", "fell over", 1), whole[:-20], ""):
        path.write_text(damaged, "utf-8")
        for named in (FIRST, str(path)):
            run = sitegen(tmp_path, "diff", named)
            assert run.status == 2
            where, _, message = run.err.partition(": error: ")
            assert where == f"editions/{FIRST}.json"
            assert message.partition("\n")[0].endswith("  [edition-broken]")
            assert f"bring it back as it was saved: git checkout -- editions/{FIRST}.json" in message
    path.write_text(whole, "utf-8")
    assert sitegen(tmp_path, "diff", FIRST).status == 0


def test_a_damaged_site_is_not_saved(tmp_path: Path) -> None:
    made = project(tmp_path)
    path = made / "site/briefing.json"
    path.write_bytes(path.read_bytes() + b"\n")
    run = sitegen(made, "edition", "save", FIRST)
    assert (run.status, "[file-changed]" in run.err) == (2, True)


def test_pages_tell_what_is_new_and_what_it_was_and_verify_holds_it(tmp_path: Path) -> None:
    made = project(tmp_path)
    topics = {path.name for path in (made / "site/topics").glob("*.html")}
    assert topics
    assert sitegen(made, "edition", "save", FIRST).status == 0
    assert sitegen(made, "build").status == 0
    assert "Edition of 5 March 2026" in text(made / "site/index.html")
    (made / "content/trams.md").write_text(TRAMS.replace("twenty", "thirty"))
    (made / "content/ferry.md").unlink()
    assert sitegen(made, "build").status == 0
    assert_sound(made)
    changes = text(made / "site/changes.html")
    assert "Since the edition of 5 March 2026: " in changes
    assert f'data-edition="{FIRST}"' in changes
    assert "<mark>thirty</mark>" in changes
    assert "was last" not in changes
    assert "since 5 March 2026" in text(made / "site/index.html")
    assert topics <= {path.name for path in (made / "site/topics").glob("*.html")}
    assert "no longer part of the briefing" in text(made / "site/articles/ferry.html")
    assert sitegen(made, "edition", "save", SECOND).status == 0
    assert sitegen(made, "build").status == 0
    assert_sound(made)
    assert "This is the edition of 12 March 2026. Since the edition of 5 March" in text(made / "site/changes.html")
    assert f'data-edition="{FIRST}"' in text(made / f"site/changes/{SECOND}.html")
    # Words that are no edition's are found, though the digest of the file fits its own.
    path = made / f"editions/{FIRST}.json"
    path.write_bytes(path.read_bytes().replace(b"twenty", b"eighty"))
    run = sitegen(made, "verify")
    assert (run.status, "[edition-broken]" in run.err, "[words-changed]" in run.err) == (1, True, True)


def test_an_untouched_topic_stays_as_it_is_when_something_new_comes(tmp_path: Path) -> None:
    made = project(tmp_path)
    assert sitegen(made, "edition", "save", FIRST).status == 0
    assert sitegen(made, "build").status == 0
    before = tree(made / "site/topics")
    (made / "content/gulls.md").write_text("# Gulls\n\nGulls nest on a roof of Norrby again. Nobody minds.\n")
    assert sitegen(made, "build").status == 0
    after = tree(made / "site/topics")
    pages = [name for name in before if name.endswith(".html")]
    assert [name for name in pages if before[name] != after[name]] == []
    assert_sound(made)


def test_a_withdrawn_article_is_listed_with_what_rested_on_it_and_its_words_are_gone(tmp_path: Path) -> None:
    made = project(tmp_path)
    assert sitegen(made, "edition", "save", FIRST).status == 0
    (made / "editorial.yml").write_text(
        "articles:\n  ferry: {status: withdrawn, note: Taken down., by: E. Moe, on: 2026-03-09}\n"
        "  harbour: {status: corrected, note: 'It was built in 1913.'}\n"
    )
    assert sitegen(made, "build").status == 0
    assert_sound(made)
    page = text(made / "site/corrections.html")
    assert "withdrawn: Taken down. (E. Moe, 9 March 2026)" in page
    assert "corrected: It was built in 1913." in page
    assert 'href="articles/ferry.html"' in page
    assert 'href="corrections.html"' in text(made / "site/index.html")
    assert all("stops in June" not in text(path) for path in (made / "site").rglob("*.html"))


def test_as_of_a_day_later_articles_are_left_out_with_their_fate(tmp_path: Path) -> None:
    def dated(date: str, body: str) -> str:
        return f"---\npublished: {date}\n---\n{body}"

    made = make_project(
        tmp_path,
        {
            "content/harbour.md": dated("2026-03-01", HARBOUR),
            "content/trams.md": dated("2026-03-10", TRAMS),
            "content/ferry.md": FERRY,
        },
    )
    (made / "content/ferry.md").rename(made / "ferry.md")
    assert sitegen(made, "build").status == 0
    assert sitegen(made, "edition", "save", FIRST).status == 0
    (made / "ferry.md").rename(made / "content/ferry.md")
    run = sitegen(made, "build", "--as-of", "2026-03-07")
    assert run.out.startswith("1 article")
    fates = {
        one["path"]: (one["fate"], one["notes"])
        for one in json.loads((made / "site/briefing.json").read_bytes())["files"]
    }
    assert fates["trams.md"] == ("later", ["published 2026-03-10, later than 2026-03-07"])
    assert fates["ferry.md"][1][0] == "when it was published is not stated, and no edition up to 2026-03-07 has it"
    assert fates["harbour.md"][0] == "used"
    assert sitegen(made, "verify").status == 0
    assert sitegen(made, "build").status == 0
    assert sitegen(made, "edition", "save", "2026-03-31").status == 0
    assert sitegen(made, "build", "--as-of", "2026-03-31").out.startswith("3 articles")
    assert "Since the edition of 5 March 2026" in text(made / "site/changes.html")
    assert sitegen(made, "build", "--as-of", "March").status == 2
