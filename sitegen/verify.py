"""Verify: proves from a built site and its inputs that what it prints as a source's words are a source's words.

The chain: words on a page = words in `briefing.json` = the projection of a slice of the article = words of the
document received. And every note leads to its passage and back.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from urllib.parse import unquote

from sitegen.built import BuiltPage, Entry, Piece, Slice, read_briefing, read_page
from sitegen.check import resolve
from sitegen.editions import AS_OF
from sitegen.errors import Problem
from sitegen.json_values import JsonValue
from sitegen.model import Article
from sitegen.text import fold, line_of, project

NOTE = "note-"
"""How the id of a note begins; the rest is the id of its passage."""
MARK = "ref-"
"""How the id of a mark begins; the id of the passage follows."""
_QUOTATION_MARKS = re.compile(r"\n[^\S\n]*>[>\s]*")
"""Before each line of a quotation that was wrapped: part of a document, not of its words."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a site was made from."""

    articles: Mapping[str, Article]
    """By id, as they are parsed now."""
    documents: Mapping[str, bytes]
    """The documents that articles name, by the path that they name; missing ones are left out."""
    words: Mapping[str, str]
    """What a reader of the same documents sees; those that are no text are left out."""
    pages: Mapping[str, str]
    """The same of the files of the content folder that are no text themselves: saved pages, feeds, letters."""
    content: str
    """The content folder as the user would write it, for messages."""
    editions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Day of an edition that is as it was saved → id of a sentence → its words then."""


def made_as_of(files: Mapping[str, bytes]) -> str | None:
    """The day that a site was made as of; None if it was not, or its `briefing.json` can't be read."""
    try:
        settings = JsonValue(json.loads(files["briefing.json"])).optional_value("settings")
        return settings.optional(AS_OF) if settings else None
    except (KeyError, ValueError, RecursionError):
        return None


def verify(files: Mapping[str, bytes], digests: Mapping[str, str], inputs: Inputs | None) -> tuple[Problem, ...]:
    """All that does not hold of a site. `files`: path → bytes; `digests`: path → SHA-256, of its manifest.

    `inputs`: None if there is the site alone, as its readers have it. Then `briefing.json` is held against nothing, nor
    are the words of editions: that these are as they were built, the digest of the manifest has to tell.

    Problems: `file-changed`, `briefing-broken`, `article-changed`, `words-changed`, `document-missing`,
    `document-changed`, `words-not-in-document`, `note-broken`.
    """
    problems = [*_files(files, digests)]
    try:
        briefing = read_briefing(files["briefing.json"])
    except (KeyError, ValueError, RecursionError) as error:
        broken = Problem(
            "briefing-broken",
            "error",
            f"it can't be read: {error!r}",
            "briefing.json",
            remedy="build the site again: sitegen build",
        )
        return (*problems, broken)
    printed = {piece.id: piece.text for entry in briefing.entries for piece in entry.pieces if piece.text is not None}
    if inputs:
        problems += _articles(briefing.entries, inputs)
        problems += _documents(briefing.entries, inputs)
    problems += _slices(briefing.slices, printed, files["briefing.json"])
    pages = {path: read_page(data) for path, data in sorted(files.items()) if path.endswith(".html")}
    neighbours = _neighbours(briefing.entries)
    for path, page in pages.items():
        problems += _words(path, page, printed, inputs.editions if inputs else None)
        problems += _notes(path, page, pages, neighbours)
    return tuple(problems)


def _files(files: Mapping[str, bytes], digests: Mapping[str, str]) -> Iterator[Problem]:
    for path, digest in sorted(digests.items()):
        if path not in files:
            yield _problem("file-changed", path, "this file of the site is missing", "build the site again")
        elif hashlib.sha256(files[path]).hexdigest() != digest:
            yield _problem("file-changed", path, "this file was changed since it was built", "build the site again")


def _articles(entries: Iterable[Entry], inputs: Inputs) -> Iterator[Problem]:
    """Words in `briefing.json` = the projection of a slice of the article."""
    for entry in entries:
        article = inputs.articles.get(entry.id)
        path = f"{inputs.content}/{entry.file}"
        if article is None:
            yield _problem("article-changed", path, "the article is gone, or is refused now", "build the site again")
            continue
        if article.sha256 != entry.sha256:
            visible = project(article.text, 0, len(article.text), article.edits)
            lost = [s.text for s in entry.sentences if s.text is not None and s.text not in visible]
            message = "the article changed since the site was built"
            if lost:
                message += f"; {len(lost)} of its sentences stand there no more, such as “{lost[0]}”"
            yield _problem("article-changed", path, message, "build the site again")
            continue
        if article.title != entry.title:
            message = f"briefing.json has the title “{entry.title}”, where the article has “{article.title}”"
            yield _problem("words-changed", path, message, "build the site again")
        for piece in entry.pieces:
            is_within = 0 <= piece.start <= piece.end <= len(article.text)
            if not is_within or not _says(piece, project(article.text, piece.start, piece.end, article.edits)):
                message = f"briefing.json has words that do not stand here: “{piece.text or 'withheld'}”"
                yield _problem("words-changed", path, message, "build the site again", _line(article, piece))


def _documents(entries: Iterable[Entry], inputs: Inputs) -> Iterator[Problem]:
    """Words of an article = words of the document that it was imported from, or of the file that it is part of."""
    in_documents = {name: _as_printed(words) for name, words in inputs.words.items()}
    in_pages = {name: _as_printed(words) for name, words in inputs.pages.items()}
    for entry in entries:
        document = entry.document
        article = inputs.articles.get(entry.id)
        if article is None:
            continue
        path = f"{inputs.content}/{entry.file}"
        if entry.file in in_pages:
            yield from _received(entry, article, path, path, in_pages[entry.file])
        if not document:
            continue
        if document not in inputs.documents:
            yield _problem("document-missing", path, f"its document {document} is not there", "put the document back")
            continue
        if hashlib.sha256(inputs.documents[document]).hexdigest() != entry.document_sha256:
            yield _problem(
                "document-changed",
                document,
                f"the document changed since {path} was imported from it",
                "put the old one back, or import it again",
            )
        yield from _received(entry, article, path, document, in_documents.get(document, ()))


def _as_printed(words: str) -> tuple[str, ...]:
    """The words of a document as print shows them: as they stand, and with wrapped quotations joined."""
    return tuple(dict.fromkeys((fold(words), fold(_QUOTATION_MARKS.sub(" ", words)))))


def _received(entry: Entry, article: Article, path: str, document: str, received: tuple[str, ...]) -> Iterator[Problem]:
    for piece in entry.pieces:
        if piece.text is not None and not piece.is_preformatted and all(piece.text not in text for text in received):
            message = f"these words do not stand in {document}: “{piece.text}”"
            remedy = "write them as the document has them"
            yield _problem("words-not-in-document", path, message, remedy, _line(article, piece))


def _slices(slices: Iterable[Slice], printed: Mapping[str, str], data: bytes) -> Iterator[Problem]:
    """Quotations, dates, numbers and names = slices of their sentence."""
    for found in slices:
        sentence = printed.get(found.sentence, "")
        if sentence[found.start : found.end] not in found.words or found.start < 0:
            message = f"“{found.words[0] if found.words else ''}” does not stand where it is said to"
            line = _line_with(data, f'"sentence": "{found.sentence}", "start": {found.start}, "end": {found.end}')
            yield _problem("words-changed", "briefing.json", message, "build the site again", line)


def _says(piece: Piece, words: str) -> bool:
    if piece.text is None:
        return piece.text_sha256 == hashlib.sha256(words.encode()).hexdigest()
    return piece.text == words


def _line(article: Article, piece: Piece) -> int:
    return line_of(article.text, max(piece.start, 0))


def _line_with(data: bytes, words: str) -> int:
    """The first line of `data` that holds `words`; 0 if none does."""
    before, found, _ = data.decode("utf-8", "replace").partition(words)
    return before.count("\n") + 1 if found else 0


def _words(
    path: str, page: BuiltPage, printed: Mapping[str, str], editions: Mapping[str, Mapping[str, str]] | None
) -> Iterator[Problem]:
    """Words on a page = words in `briefing.json`; those that are no longer printed = words in their edition."""
    for words in page.words:
        if words.edition:
            if editions is None:
                continue
            was = editions.get(words.edition, {}).get(words.id)
            if was != words.text:
                known = f"had “{was}”" if was else "has no words of it"
                message = f"prints “{words.text}” as of “{words.id}”, where the edition of {words.edition} {known}"
                yield _problem("words-changed", path, message, "build the site again", words.line)
            continue
        expected = printed.get(words.id)
        if expected is None:
            message = f"prints words of “{words.id}”, which briefing.json does not have"
            yield _problem("words-changed", path, message, "build the site again", words.line)
        elif expected != (words.text if words.is_sentence else fold(words.text)):
            message = f"prints “{words.text}”, where the source has “{expected}”"
            yield _problem("words-changed", path, message, "build the site again", words.line)


def _neighbours(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    """Pairs of sentences that stand one behind the other in their article."""
    return {
        (before.id, after.id)
        for entry in entries
        for before, after in zip(entry.sentences, entry.sentences[1:], strict=False)
    }


def _notes(
    path: str, page: BuiltPage, pages: Mapping[str, BuiltPage], neighbours: Set[tuple[str, str]]
) -> Iterator[Problem]:
    """Every mark leads to a note, every note to its passage and back to every mark; every printed sentence has one.

    A note prints its passage and what stands right before and after it, nothing else of a source.
    """

    def broken(message: str, line: int) -> Problem:
        return _problem("note-broken", path, message, "build the site again; if it stays, mend the template", line)

    ids = dict(page.ids)
    marks = {link.id: link for link in page.links if link.role == "doc-noteref"}
    backs = {(link.within, _fragment(link.href)) for link in page.links if link.role == "doc-backlink"}
    for mark in marks.values():
        note = _fragment(mark.href)
        if note not in ids:
            yield broken(f"the mark {mark.id} leads to no note", mark.line)
        elif not mark.id.startswith(MARK + note.removeprefix(NOTE)):
            yield broken(f"the mark {mark.id} leads to the note of another passage", mark.line)
        elif (note, mark.id) not in backs:
            yield broken(f"the note {note} does not lead back to its mark {mark.id}", ids[note])
    for note, id_ in sorted(backs):
        if id_ not in marks or _fragment(marks[id_].href) != note:
            yield broken(f"the note {note} leads back to {id_}, which is no mark of it", ids.get(note, 0))
    for note in sorted(id_ for id_ in ids if id_.startswith(NOTE)):
        targets = [
            resolve(path, link.href) for link in page.links if link.within == note and link.role != "doc-backlink"
        ]
        if not any(_prints(pages, target, note.removeprefix(NOTE)) for target in targets):
            yield broken(f"the note {note} does not lead to its passage", ids[note])
    for words in page.words:
        if not words.is_sentence or words.edition or words.anchor:
            continue
        if words.within.startswith(NOTE):
            passage = words.within.removeprefix(NOTE)
            if words.id != passage and not {(words.id, passage), (passage, words.id)} & neighbours:
                yield broken(f"the note {words.within} prints {words.id}, which is not beside its passage", words.line)
        elif NOTE + words.id not in ids:
            yield broken(f"the sentence {words.id} has no note", words.line)


def _prints(pages: Mapping[str, BuiltPage], target: tuple[str | None, str], sentence: str) -> bool:
    """Whether the passage `sentence` stands where `target` leads."""
    page, fragment = target
    found = pages.get(page or "")
    if found is None or not fragment:
        return False
    return any(words.id == sentence and words.anchor == fragment and not words.edition for words in found.words)


def _fragment(href: str) -> str:
    return unquote(href.partition("#")[2])


def _problem(code: str, path: str, message: str, remedy: str, line: int = 0) -> Problem:
    return Problem(code, "error", message, path, line, remedy=remedy)
