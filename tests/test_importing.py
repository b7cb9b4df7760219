import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from textwrap import dedent

import pytest

from sitegen import importing
from sitegen.config import Config
from sitegen.errors import Outcome, Problem, SitegenError
from sitegen.importing import Imported, import_documents
from sitegen.model import Article, Source
from sitegen.parse import ParseOptions, parse
from sitegen.read import ReadOptions
from sitegen.text import fold
from tests.documents import page
from tests.project import make_project, sitegen, stamps, tree

SEEDS = Path(__file__).parent.parent / "seeds"
HARBOUR = """\
Harbour crane stands still

The crane in the harbour of Vessel has stood still since Monday. The harbour master wants it repaired by June.

- It was built in 1931.
- It lifts nine tonnes.
"""
TRAMS = HARBOUR.replace("Harbour crane", "Tram")


def _import(project: Path, *names: str | Path, config: Config | None = None) -> Outcome[tuple[Imported, ...]]:
    return import_documents([project / name for name in names], project, config or Config())


def _fates(outcome: Outcome[tuple[Imported, ...]]) -> list[tuple[str, str | None, str]]:
    return [(imported.document, imported.article, imported.fate) for imported in outcome.value]


def _codes(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in problems]


def _article(path: Path) -> Article:
    data = path.read_bytes()
    (article,) = parse(Source(path.stem, path.name, data, ""), ParseOptions()).value
    return article


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", {"seeds/harbour.txt": HARBOUR})


# What is written


def test_article_is_markdown_below_front_matter_that_guesses_nothing(project: Path) -> None:
    outcome = _import(project, "seeds/harbour.txt")
    assert _fates(outcome) == [("seeds/harbour.txt", "content/harbour-crane-stands-still.md", "written")]
    assert outcome.problems == ()
    head, body = (project / "content" / "harbour-crane-stands-still.md").read_text().split("\n---\n\n")
    assert re.sub("[0-9a-f]{64}", "…", head) == (
        "---\ndocument: seeds/harbour.txt\ndocument_sha256: …\nimported_sha256: …"
    )
    assert body == (
        "# Harbour crane stands still\n\n"
        "The crane in the harbour of Vessel has stood still since Monday. "
        "The harbour master wants it repaired by June.\n\n"
        "- It was built in 1931.\n- It lifts nine tonnes.\n"
    )


def test_document_with_a_name_that_yaml_would_not_take_is_still_found_again(project: Path) -> None:
    make_project(project, {"seeds/Überblick: #1 'é'.txt": TRAMS})
    _import(project, "seeds")
    article = _article(project / "content" / "tram-stands-still.md")
    assert article.metadata.document == "seeds/Überblick: #1 'é'.txt"
    assert {fate for *_, fate in _fates(_import(project, "seeds"))} == {"unchanged"}


def test_two_documents_with_one_title_get_a_file_each(project: Path) -> None:
    make_project(project, {"seeds/other.txt": HARBOUR + "\nIt is painted green, and has been since the war.\n"})
    first, second = _fates(_import(project, "seeds"))
    assert first[1] == "content/harbour-crane-stands-still.md"
    assert re.fullmatch(r"content/harbour-crane-stands-still-[0-9a-f]{6}\.md", second[1] or "")
    assert {fate for *_, fate in _fates(_import(project, "seeds"))} == {"unchanged"}


def test_file_of_a_person_with_the_name_of_a_title_is_not_written_over(project: Path) -> None:
    make_project(project, {"content/harbour-crane-stands-still.md": "mine"})
    [(_, article, fate)] = _fates(_import(project, "seeds"))
    assert fate == "written"
    assert article != "content/harbour-crane-stands-still.md"
    assert (project / "content" / "harbour-crane-stands-still.md").read_text() == "mine"


# Repeating


def test_importing_twice_changes_nothing(project: Path) -> None:
    _import(project, "seeds")
    before, times = tree(project), stamps(project)
    assert _fates(_import(project, "seeds")) == [
        ("seeds/harbour.txt", "content/harbour-crane-stands-still.md", "unchanged")
    ]
    assert (tree(project), stamps(project)) == (before, times)


def test_article_that_a_person_edited_is_kept_and_reported(project: Path) -> None:
    _import(project, "seeds")
    article = project / "content" / "harbour-crane-stands-still.md"
    article.write_text(article.read_text().replace("still since Monday", "still since Sunday"))
    before = article.read_bytes()
    outcome = _import(project, "seeds")
    assert _fates(outcome) == [("seeds/harbour.txt", "content/harbour-crane-stands-still.md", "edited")]
    assert outcome.problems == (
        Problem(
            "article-edited",
            "note",
            "a person changed it since it was imported from seeds/harbour.txt: it is kept as it is",
            "content/harbour-crane-stands-still.md",
            remedy="to import it afresh, move it away first",
        ),
    )
    assert article.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("---\ndocument", "---\npublished: 2024-05-12\ndocument"),
        ("---\ndocument", "---\npublished: sometime: in May\ndocument"),
        ("imported_sha256", "published: 12 May\nimported_sha256"),
        ("imported_sha256: ", "was_sha256: "),
    ],
)
def test_front_matter_that_a_person_edited_counts_even_when_it_is_broken(project: Path, old: str, new: str) -> None:
    _import(project, "seeds")
    article = project / "content" / "harbour-crane-stands-still.md"
    article.write_text(article.read_text().replace(old, new, 1))
    before = tree(project)
    assert _fates(_import(project, "seeds")) == [
        ("seeds/harbour.txt", "content/harbour-crane-stands-still.md", "edited")
    ]
    assert tree(project) == before


def test_article_that_a_person_moved_is_found_where_it_is(project: Path) -> None:
    _import(project, "seeds")
    (project / "content" / "port").mkdir()
    (project / "content" / "harbour-crane-stands-still.md").rename(project / "content" / "port" / "crane.markdown")
    assert _fates(_import(project, "seeds")) == [("seeds/harbour.txt", "content/port/crane.markdown", "unchanged")]


@pytest.mark.parametrize("change", [lambda data: data.replace(b"\n", b"\r\n"), lambda data: b"\xef\xbb\xbf" + data])
def test_other_line_ends_and_a_byte_order_mark_are_no_edit(project: Path, change: Callable[[bytes], bytes]) -> None:
    _import(project, "seeds")
    article = project / "content" / "harbour-crane-stands-still.md"
    article.write_bytes(change(article.read_bytes()))
    assert [fate for *_, fate in _fates(_import(project, "seeds"))] == ["unchanged"]


def test_changed_document_rewrites_an_article_that_nobody_edited_under_its_old_name(project: Path) -> None:
    _import(project, "seeds")
    (project / "seeds" / "harbour.txt").write_text(TRAMS)
    assert _fates(_import(project, "seeds")) == [
        ("seeds/harbour.txt", "content/harbour-crane-stands-still.md", "rewritten")
    ]
    assert _article(project / "content" / "harbour-crane-stands-still.md").title == "Tram stands still"


def test_changed_document_leaves_an_edited_article_alone(project: Path) -> None:
    _import(project, "seeds")
    article = project / "content" / "harbour-crane-stands-still.md"
    article.write_text(article.read_text() + "\nAn addition by a person.\n")
    before = article.read_bytes()
    (project / "seeds" / "harbour.txt").write_text(TRAMS)
    assert [fate for *_, fate in _fates(_import(project, "seeds"))] == ["edited"]
    assert article.read_bytes() == before


# Where documents come from


def test_document_from_outside_is_copied_into_the_project(project: Path, tmp_path: Path) -> None:
    (tmp_path / "trams.txt").write_text(TRAMS)
    assert _fates(_import(project, tmp_path / "trams.txt")) == [
        ("seeds/trams.txt", "content/tram-stands-still.md", "written")
    ]
    assert (project / "seeds" / "trams.txt").read_text() == TRAMS


def test_document_from_outside_does_not_replace_another_of_its_name(project: Path, tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(TRAMS)
    [(document, _, fate)] = _fates(_import(project, tmp_path / "harbour.txt"))
    assert re.fullmatch(r"seeds/harbour-[0-9a-f]{6}\.txt", document)
    assert fate == "written"
    assert (project / "seeds" / "harbour.txt").read_text() == HARBOUR
    assert _fates(_import(project, tmp_path / "harbour.txt"))[0][2] == "unchanged"


def test_folder_is_taken_whole_without_hidden_files(project: Path, tmp_path: Path) -> None:
    outside = make_project(tmp_path / "clippings", {"a/trams.txt": TRAMS, ".trash/old.txt": TRAMS, ".b.txt": TRAMS})
    (outside / "sitegen.yml").unlink()
    assert [document for document, *_ in _fates(_import(project, outside))] == ["seeds/trams.txt"]


def test_what_can_not_be_imported_is_refused_by_name_and_not_copied(project: Path, tmp_path: Path) -> None:
    make_project(tmp_path / "clippings", {"a.xyz": "x", "b.md": "# B\n\nText.\n", "big.txt": "x" * 20_001})
    (tmp_path / "clippings" / "sitegen.yml").unlink()
    before = tree(project)
    config = Config(read=ReadOptions((".md", ".txt"), most_bytes=20_000))
    outcome = _import(project, *(tmp_path / "clippings" / name for name in ("a.xyz", "b.md", "big.txt")), config=config)
    assert [fate for *_, fate in _fates(outcome)] == ["refused"] * 3
    assert sorted(_codes(outcome.problems)) == [
        (str(tmp_path / "clippings" / "a.xyz"), "format-unknown"),
        (str(tmp_path / "clippings" / "b.md"), "format-unknown"),
        (str(tmp_path / "clippings" / "big.txt"), "file-refused"),
    ]
    assert tree(project) == before


def test_what_is_no_document_in_a_folder_is_left_alone_with_one_note_a_folder(project: Path, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.xyz": "x",
        "b.md": "# B\n\nText.\n",
        "c/1.png": b"x",
        "c/2.PNG": b"x",
        "trams.txt": TRAMS,
    }
    outside = make_project(tmp_path / "clippings", files)
    (outside / "sitegen.yml").unlink()
    outcome = _import(project, outside)
    assert [document for document, *_ in _fates(outcome)] == ["seeds/trams.txt"]
    assert [(problem.level, problem.path, problem.message) for problem in outcome.problems] == [
        ("note", str(outside), "2 files that are no documents: left alone (.md .xyz)"),
        ("note", str(outside / "c"), "2 files that are no documents: left alone (.png)"),
    ]
    named = _import(project, outside, outside / "a.xyz")
    assert [(problem.level, problem.path) for problem in named.problems if problem.code == "format-unknown"] == [
        ("note", str(outside)),
        ("note", str(outside / "c")),
        ("error", str(outside / "a.xyz")),
    ]


@pytest.mark.parametrize("parts", ["page_files", "page-Dateien", "page_fichiers"])
def test_parts_of_a_saved_page_are_no_documents(project: Path, parts: str) -> None:
    frame = page("An advertisement")
    make_project(
        project, {"seeds/page.html": page("Bridge"), f"seeds/{parts}/ad.html": frame, f"seeds/{parts}/x.js": ""}
    )
    make_project(project, {"seeds/other_files/real.html": page("Another", "https://gazette.example/other")})
    assert [document for document, *_ in _fates(_import(project, "seeds"))] == [
        "seeds/harbour.txt",
        "seeds/other_files/real.html",
        "seeds/page.html",
    ]


def test_refused_document_costs_only_itself(project: Path) -> None:
    make_project(project, {"seeds/empty.txt": "", "seeds/photo.txt": b"\x89PNG\r\n"})
    outcome = _import(project, "seeds")
    assert [(document, fate) for document, _, fate in _fates(outcome)] == [
        ("seeds/empty.txt", "refused"),
        ("seeds/harbour.txt", "written"),
        ("seeds/photo.txt", "refused"),
    ]
    assert sorted(_codes(outcome.problems)) == [
        ("seeds/empty.txt", "article-empty"),
        ("seeds/photo.txt", "not-text"),
    ]


def test_document_over_a_limit_is_not_searched_for_what_recurs(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def recurring(texts: Iterable[str]) -> frozenset[str]:
        seen.extend(texts)
        return frozenset()

    monkeypatch.setattr(importing, "recurring_lines", recurring)
    (project / "seeds/lines.txt").write_text("word\n" * 100)
    outcome = _import(project, "seeds", config=Config(parse=ParseOptions(most_lines=50)))
    assert _codes(outcome.problems) == [("seeds/lines.txt", "article-large")]
    assert len(seen) == 1
    assert "crane" in seen[0]


@pytest.mark.parametrize("name", ["nowhere.txt", "pipe.txt", "nowhere/"])
def test_missing_document_stops_the_import_before_anything_is_written(project: Path, name: str) -> None:
    os.mkfifo(project / "pipe.txt")
    with pytest.raises(SitegenError) as caught:
        _import(project, "seeds", name)
    assert caught.value.problem.code == "document-missing"
    assert caught.value.problem.path == str(project / name)
    assert not (project / "content").exists()


def test_article_that_names_a_document_elsewhere_does_not_have_it_read(project: Path) -> None:
    for number, name in enumerate(("/etc/passwd", "../../etc/passwd", "/dev/zero", "pipe")):
        make_project(project, {f"content/{number}.md": f"---\ndocument: {name}\n---\n\nWords.\n"})
    os.mkfifo(project / "pipe")
    os.mkfifo(project / "content" / "pipe.md")
    assert [fate for *_, fate in _fates(_import(project, "seeds"))] == ["written"]


def test_disk_that_refuses_is_reported_with_the_path(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(source), None, str(target))

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(SitegenError) as caught:
        _import(project, "seeds")
    problem = caught.value.problem
    assert (problem.code, problem.message) == ("output-failed", "can't be written: No space left on device")
    assert problem.path == str(project / "content" / "harbour-crane-stands-still.md")
    assert not (project / "content").exists()


# The five documents of the example


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Number of a seed → the article that it became."""
    project = tmp_path_factory.mktemp("example")
    for seed in SEEDS.iterdir():
        make_project(project, {f"seeds/{seed.name}": seed.read_bytes()})
    outcome = _import(project, "seeds")
    assert outcome.problems == ()
    return {Path(document).name[:3]: project / (article or "") for document, article, _ in _fates(outcome)}


def test_seeds_are_named_by_their_titles_and_the_untitled_one_by_its_file(example: dict[str, Path]) -> None:
    assert {number: path.name for number, path in example.items()} == {
        "000": "ukraine-faces-pressure-in-peace-talks-amid-ongoing-conflict.md",
        "001": "negotiations-continue-in-berlin-for-ukraine-russia-peace-deal.md",
        "002": "ukrainian-president-proposes-nato-compromise-amidst-ongoing-peace-talks.md",
        "003": "ukraine-us-peace-talks-continue-in-berlin.md",
        "004": "004-c42f37b296db4cc9.md",
    }


HEADINGS = {
    "000": """\
        # Ukraine Faces Pressure in Peace Talks Amid Ongoing Conflict
        ## Why It Matters
        ## Key Developments
        ## Full Report
        ### Negotiations Conclude in Berlin
        ### Lack of Consensus on NATO Membership
        ### Ongoing Military Actions
        ## Context & Previous Events
        """,
    "001": """\
        # Negotiations Continue in Berlin for Ukraine-Russia Peace Deal
        ## Why It Matters
        ## Key Developments
        ## Full Report
        ### Negotiations Underway
        ### Ukraine’s Proposal
        ### Key Participants
        ### Sovereignty Issues
        ### EU Involvement
        ## Context & Previous Events
        """,
    "002": """\
        # Ukrainian President Proposes NATO Compromise Amidst Ongoing Peace Talks
        ## Key Developments
        ## Full Report
        ### Negotiation Discussions
        ### Russian Demands and Ukrainian Response
        ### Continual Conflict and Humanitarian Impact
        ### European Support
        ## Context & Previous Events
        """,
    "003": """\
        # Ukraine-US Peace Talks Continue in Berlin
        ## Participants and Discussions
        ## Ukraine's Stance on NATO and Security Guarantees
        ## Peace Plan Proposals
        ## International Positions on NATO Membership
        """,
    "004": "",
}


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_seed_has_the_right_headings(example: dict[str, Path], number: str) -> None:
    blocks = _article(example[number]).blocks
    headings = [f"{'#' * block.level} {block.text}\n" for block in blocks if block.kind == "heading"]
    assert "".join(headings) == dedent(HEADINGS[number])


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_word_of_a_seed_is_in_its_article_in_order(example: dict[str, Path], number: str) -> None:
    [seed] = SEEDS.glob(f"{number}_*")
    # The marks of list items are markup in both.
    received = re.sub(r"^\s*[-•*] +", "", seed.read_text("utf-8-sig"), flags=re.MULTILINE)
    printed = " ".join(block.text for block in _article(example[number]).blocks)
    assert printed.split() == fold(received).split()


def test_an_imported_article_that_is_made_a_draft_is_left_alone(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"seeds/harbour.txt": HARBOUR})
    assert sitegen(project, "import", project / "seeds").status == 0
    (article,) = (project / "content").iterdir()
    article.write_text(article.read_text("utf-8").replace("---\n", "---\ndraft: true\n", 1), "utf-8")
    assert sitegen(project, "import", project / "seeds").out.startswith("edited ")
    assert sitegen(project, "build").status == 0
    assert list((project / "site").glob("articles/*")) == []
    intake = (project / "site" / "intake.html").read_text("utf-8")
    assert "kept out" in intake
