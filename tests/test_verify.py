"""Each kind of damage to a site or its inputs is named, with file and line; a whole site has none."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.verify import Inputs, verify
from tests.world import FILES, World, bridge_world, read, site, with_names

DOCUMENT = """Bridge reopens

The bridge at Vessel reopened on
Sunday. Trams & bicycles use it.
Background
Before the flood
> “It was rust,”
> said Mayor Ada Lind.
"""
DIGEST = hashlib.sha256(DOCUMENT.encode()).hexdigest()
IMPORTED = {**FILES, "post.md": FILES["post.md"].replace("post.txt\n", f"post.txt\ndocument_sha256: {DIGEST}\n")}
TOPIC = "topics/the-bridge.html"
ARTICLE = "articles/post.html"
BRIEFING = "briefing.json"
PRINTED = "The bridge at Vessel reopened on Sunday."

WORLD = bridge_world(IMPORTED)
SITE = site(with_names(WORLD.briefing()))
REOPENED, SAME, RUST = (WORLD.sentence(words).id for words in ("The bridge at", "Vessel's bridge", "“It was rust,"))
Found = list[tuple[str, str, str]]


def inputs(texts: Mapping[str, str] = IMPORTED, document: str | None = DOCUMENT) -> Inputs:
    articles = {article.id: article for article in (read(*file) for file in texts.items())}
    documents = {} if document is None else {"seeds/post.txt": document}
    return Inputs(articles, {name: text.encode() for name, text in documents.items()}, documents, {}, "content")


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}


def found(files: Mapping[str, bytes], made_from: Inputs | None = None) -> Found:
    """What is wrong, where the manifest was adjusted so that digests alone tell nothing."""
    problems = verify(files, digests(files), made_from or inputs())
    assert all(problem.level == "error" and problem.remedy for problem in problems)
    return [(problem.code, problem.where, problem.message) for problem in problems]


def changed(path: str, old: str, new: str, *, count: int = 1) -> dict[str, bytes]:
    """The site, with `old` replaced by `new` in one of its files."""
    before = SITE[path].decode()
    assert old in before
    return {**SITE, path: before.replace(old, new, count).encode()}


def line_of(files: Mapping[str, bytes], path: str, words: str, *, rank: int = 0) -> int:
    lines = files[path].decode().split("\n")
    return [number for number, line in enumerate(lines, 1) if words in line][rank]


def test_a_site_as_it_was_built_has_no_problem() -> None:
    assert found(SITE) == []


def test_a_file_that_was_changed_or_is_gone_is_named() -> None:
    files = changed("style.css", "{", "{ ")
    del files["about.html"]
    problems = verify(files, digests(SITE), inputs())
    assert [(problem.code, problem.where, problem.message) for problem in problems] == [
        ("file-changed", "about.html", "this file of the site is missing"),
        ("file-changed", "style.css", "this file was changed since it was built"),
    ]


@pytest.mark.parametrize("path", [TOPIC, ARTICLE, "index.html"])
def test_one_character_of_a_printed_sentence_is_named_though_the_digest_fits(path: str) -> None:
    new = PRINTED.replace("reopened", "re0pened")
    files = changed(path, f">{PRINTED}<", f">{new}<")
    line = line_of(files, path, f">{new}<")
    message = f"prints “{new}”, where the source has “{PRINTED}”"
    assert found(files) == [("words-changed", f"{path}:{line}", message)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f">{PRINTED}<", f">{PRINTED} <"),
        (f">{PRINTED}<", f"> {PRINTED}<"),
        (f">{PRINTED}<", ">The bridge at Vessel  reopened on Sunday.<"),
        (f">{PRINTED}<", "><"),
        (f">{PRINTED}</span>", f">{PRINTED}"),
        (f'data-s="{REOPENED}"', f'data-s="{RUST}"'),
    ],
)
def test_any_other_words_in_the_place_of_a_sentence_are_named(old: str, new: str) -> None:
    assert "words-changed" in {code for code, *_ in found(changed(TOPIC, old, new))}


def test_words_that_no_article_has_are_named() -> None:
    files = changed(TOPIC, '<ol class="statements">', '<p><span data-s="made.up">Made up.</span></p><ol>')
    line = line_of(files, TOPIC, "Made up.")
    assert (
        "words-changed",
        f"{TOPIC}:{line}",
        "prints words of “made.up”, which briefing.json does not have",
    ) in found(files)


def test_a_heading_and_code_are_held_against_their_blocks() -> None:
    heading = found(changed(ARTICLE, ">Background<", ">Foreground<"))
    assert [(code, message) for code, _, message in heading] == [
        ("words-changed", "prints “Foreground”, where the source has “Background”")
    ]
    code = found(changed("articles/wire.html", "9 trams", "8 trams"))
    assert [message for *_, message in code] == ["prints “8 trams”, where the source has “9 trams”"]


def test_an_article_that_changed_is_named_with_the_sentences_it_lost() -> None:
    texts = {**IMPORTED, "wire.md": IMPORTED["wire.md"].replace("stops in June", "stops in July")}
    message = "the article changed since the site was built; 1 of its sentences stand there no more, such as “{}”"
    assert found(SITE, inputs(texts)) == [
        ("article-changed", "content/wire.md", message.format("The ferry stops in June."))
    ]


def test_an_article_that_changed_elsewhere_is_named_too() -> None:
    texts = {**IMPORTED, "wire.md": IMPORTED["wire.md"] + "\nMore.\n"}
    assert found(SITE, inputs(texts)) == [
        ("article-changed", "content/wire.md", "the article changed since the site was built")
    ]


def test_an_article_that_is_gone_is_named() -> None:
    texts = {path: text for path, text in IMPORTED.items() if path != "notes.md"}
    assert found(SITE, inputs(texts)) == [
        ("article-changed", "content/notes.md", "the article is gone, or is refused now")
    ]


def test_words_of_the_briefing_that_the_article_does_not_have_are_named_by_its_line() -> None:
    problems = found(changed(BRIEFING, f'"text": "{PRINTED}"', '"text": "The bridge at Vessel reopened on Monday."'))
    message = "briefing.json has words that do not stand here: “The bridge at Vessel reopened on Monday.”"
    assert ("words-changed", "content/post.md:9", message) in problems
    assert {where.partition(":")[0] for _, where, _ in problems} >= {"content/post.md", TOPIC, ARTICLE, "index.html"}


@pytest.mark.parametrize(("start", "end"), [(-40, -1), (0, 9**30), (10, 5), (98, 140)])
def test_offsets_that_do_not_give_the_words_are_named(start: int, end: int) -> None:
    briefing = json.loads(SITE[BRIEFING])
    briefing["articles"][1]["sentences"][0].update(start=start, end=end)
    problems = found({**SITE, BRIEFING: json.dumps(briefing).encode()})
    assert [code for code, *_ in problems] == ["words-changed"]
    assert problems[0][1].startswith("content/post.md:")


def test_a_title_that_is_not_the_articles_is_named() -> None:
    message = "briefing.json has the title “Bridge closes”, where the article has “Bridge reopens”"
    assert found(changed(BRIEFING, '"title": "Bridge reopens"', '"title": "Bridge closes"')) == [
        ("words-changed", "content/post.md", message)
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"text": "It was rust,"', '"text": "It was dust,"', "It was dust,"),
        ('"text": "Sunday"', '"text": "Monday"', "Monday"),
        ('"forms": ["Ada Lind"]', '"forms": ["Ida Lind"]', "Ida Lind"),
    ],
)
def test_names_quotations_and_dates_are_held_against_their_sentence(old: str, new: str, words: str) -> None:
    (problem,) = found(changed(BRIEFING, old, new))
    assert problem[0] == "words-changed"
    assert problem[1].startswith("briefing.json:")
    assert problem[2] == f"“{words}” does not stand where it is said to"


def test_a_slice_is_named_by_its_line_of_the_briefing() -> None:
    files = changed(BRIEFING, '"text": "Sunday"', '"text": "Monday"')
    assert found(files)[0][1] == f"briefing.json:{line_of(files, BRIEFING, 'Monday')}"


def test_a_document_that_is_gone_is_named() -> None:
    assert found(SITE, inputs(document=None)) == [
        ("document-missing", "content/post.md", "its document seeds/post.txt is not there")
    ]


def test_a_document_that_changed_is_named_with_the_words_it_has_no_more() -> None:
    problems = found(SITE, inputs(document=DOCUMENT.replace("rust", "dust")))
    assert problems[0] == (
        "document-changed",
        "seeds/post.txt",
        "the document changed since content/post.md was imported from it",
    )
    message = "these words do not stand in seeds/post.txt: “{}”"
    quotation = "“It was rust,” said Mayor Ada Lind."
    assert problems[1:] == [("words-not-in-document", "content/post.md:15", message.format(quotation))] * 2


def test_words_that_a_person_changed_after_the_import_are_named() -> None:
    texts = {**IMPORTED, "post.md": IMPORTED["post.md"].replace("on Sunday", "on Friday")}
    world = World(texts)
    problems = found(site(world.briefing()), inputs(texts))
    assert {(code, where) for code, where, _ in problems} == {("words-not-in-document", "content/post.md:9")}


def test_words_that_the_file_of_an_article_does_not_show_are_named() -> None:
    shown = "Trams back on the bridge. Vessel's bridge reopened on Sunday. The ferry stops in June."
    assert found(SITE, replace(inputs(), pages={"wire.md": shown})) == []
    problems = found(SITE, replace(inputs(), pages={"wire.md": shown.replace("June", "July")}))
    assert {(code, where.rpartition(":")[0]) for code, where, _ in problems} == {
        ("words-not-in-document", "content/wire.md")
    }
    assert all("The ferry stops in June." in message for *_, message in problems)


def test_a_document_that_is_no_text_has_none_of_the_words() -> None:
    made_from = replace(inputs(), words={})
    assert {code for code, *_ in found(SITE, made_from)} == {"words-not-in-document"}


def _without(path: str, begins: str, ends: str) -> dict[str, bytes]:
    """The site without what stands from `begins` to `ends` in one of its files."""
    before, _, rest = SITE[path].decode().partition(begins)
    assert rest
    return {**SITE, path: (before + rest.partition(ends)[2]).encode()}


def test_a_note_that_is_gone_is_named_by_its_marks() -> None:
    files = _without(TOPIC, f'<div class="sheet" id="note-{RUST}">', "</div></li>")
    line = line_of(files, TOPIC, f'id="ref-{RUST}"')
    assert found(files) == [
        ("note-broken", f"{TOPIC}:{line}", f"the mark ref-{RUST} leads to no note"),
        ("note-broken", f"{TOPIC}:{line}", f"the sentence {RUST} has no note"),
    ]


def test_a_note_prints_only_what_stands_beside_its_passage() -> None:
    far = next(s for a in WORLD.analyses for s in a.sentences if s.text.startswith("Nobody asked"))
    beside = f'<mark data-s="{RUST}">'
    files = changed(TOPIC, beside, f'<span data-s="{far.id}">{far.text}</span> {beside}')
    line = line_of(files, TOPIC, beside)
    message = f"the note note-{RUST} prints {far.id}, which is not beside its passage"
    assert found(files) == [("note-broken", f"{TOPIC}:{line}", message)]


def test_a_changed_word_beside_a_passage_is_named() -> None:
    files = changed(TOPIC, "Trams &amp; bicycles use it.</span>", "Trams &amp; unicycles use it.</span>")
    assert [code for code, *_ in found(files)] == ["words-changed"]


def test_a_way_back_that_is_gone_is_named_by_its_note() -> None:
    files = _without(TOPIC, f'<a role="doc-backlink" href="#ref-{REOPENED}"', "</a>")
    line = line_of(files, TOPIC, f'id="note-{REOPENED}"')
    message = f"the note note-{REOPENED} does not lead back to its mark ref-{REOPENED}"
    assert found(files) == [("note-broken", f"{TOPIC}:{line}", message)]


def test_a_mark_that_is_gone_is_named_by_its_note() -> None:
    files = _without(TOPIC, f'<a id="ref-{RUST}"', "</a>")
    line = line_of(files, TOPIC, f'id="note-{RUST}"')
    message = f"the note note-{RUST} leads back to ref-{RUST}, which is no mark of it"
    assert found(files) == [("note-broken", f"{TOPIC}:{line}", message)]


def test_a_mark_that_leads_to_another_note_is_named() -> None:
    old = f'id="ref-{RUST}" role="doc-noteref" href="#note-{RUST}"'
    files = changed(TOPIC, old, old.replace(f"#note-{RUST}", f"#note-{SAME}"))
    line = line_of(files, TOPIC, f'id="ref-{RUST}"')
    message = f"the mark ref-{RUST} leads to the note of another passage"
    assert ("note-broken", f"{TOPIC}:{line}", message) in found(files)


def test_marks_and_ways_back_that_were_changed_together_are_named() -> None:
    text = SITE[TOPIC].decode()
    here, there = f'href="#note-{RUST}"', f'href="#note-{SAME}"'
    text = text.replace(here, "\0").replace(there, here).replace("\0", there)
    assert {code for code, *_ in found({**SITE, TOPIC: text.encode()})} == {"note-broken"}


@pytest.mark.parametrize(
    "href",
    ["../articles/post.html#s00000000", "../articles/wire.html", "../articles/gone.html#x", "https://x.example/", ""],
)
def test_a_note_that_does_not_lead_to_its_passage_is_named(href: str) -> None:
    right = f"../articles/post.html#{RUST.partition('.')[2]}"
    files = changed(TOPIC, f'<a href="{right}">', f'<a href="{href}">')
    line = line_of(files, TOPIC, f'id="note-{RUST}"')
    message = f"the note note-{RUST} does not lead to its passage"
    assert found(files) == [("note-broken", f"{TOPIC}:{line}", message)]


def test_a_note_that_leads_to_another_passage_is_named() -> None:
    right, wrong = (f"../articles/post.html#{id_.partition('.')[2]}" for id_ in (RUST, REOPENED))
    problems = found(changed(TOPIC, f'<a href="{right}">', f'<a href="{wrong}">'))
    assert [message for *_, message in problems] == [f"the note note-{RUST} does not lead to its passage"]


@pytest.mark.parametrize("data", [b"", b"\xff", b"{}", b"[]", b'{"articles": [{}]}', b"[" * 100_000, b"null"])
def test_a_briefing_that_cannot_be_read_is_named(data: bytes) -> None:
    (problem,) = found({**SITE, BRIEFING: data})
    assert problem[:2] == ("briefing-broken", "briefing.json")
    assert problem[2].startswith("it can't be read: ")


def test_a_site_without_a_briefing_is_named() -> None:
    files = {path: data for path, data in SITE.items() if path != BRIEFING}
    assert [(code, where) for code, where, _ in found(files)] == [("briefing-broken", "briefing.json")]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([TOPIC, ARTICLE, BRIEFING]), st.data())
def test_any_bytes_anywhere_are_read_without_a_fault_of_ours(path: str, data: st.DataObject) -> None:
    whole = SITE[path]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(start + 30, len(whole))))
    damaged = whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:]
    problems = verify({**SITE, path: damaged}, digests(SITE), inputs())
    assert bool(problems) == (damaged != whole)


@settings(max_examples=30, deadline=None)
@given(st.binary())
def test_any_page_is_read_without_a_fault_of_ours(data: bytes) -> None:
    verify({**SITE, TOPIC: data}, {}, inputs())
