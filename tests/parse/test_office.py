"""Word documents and PDF. The files are made here, by hand: no program that writes them is needed."""

import io
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Source
from sitegen.parse import ParseOptions, parse, visible_words

_DOCUMENT = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)
_PARTS = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>',
    "word/styles.xml": '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
    '2006/main"><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>',
}


def word(*paragraphs: str) -> bytes:
    """A .docx file; paragraphs that begin with `# ` are headings."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>{words[2:]}</w:t></w:r></w:p>'
        if words.startswith("# ")
        else f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
        for words in paragraphs
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**_PARTS, "word/document.xml": _DOCUMENT.format(body)}.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def pdf(*lines: str) -> bytes:
    """A PDF of one page with a line of text for each of `lines`."""
    drawn = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {drawn}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    trailer = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\n"
    return made + f"{trailer}startxref\n{len(made)}\n%%EOF\n".encode()


def source(path: str, data: bytes) -> Source:
    return Source("bridge", path, data, "0" * 64)


def test_headings_of_a_word_document_are_title_and_sections() -> None:
    data = word("# Bridge reopens", "The Vessel bridge reopened on Sunday.", "# What is next", "Lorries have to wait.")
    (article,) = parse(source("bridge.docx", data), ParseOptions()).value
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("heading", "Bridge reopens"),
        ("paragraph", "The Vessel bridge reopened on Sunday."),
        ("heading", "What is next"),
        ("paragraph", "Lorries have to wait."),
    ]
    assert article.title == "Bridge reopens"


def test_text_of_a_pdf_is_structured_as_plain_text_is() -> None:
    data = pdf("Bridge Reopens", "The Vessel bridge reopened on Sunday after two years, to the relief of many drivers.")
    (article,) = parse(source("bridge.pdf", data), ParseOptions()).value
    assert article.title == "Bridge Reopens"
    assert article.blocks[-1].text.startswith("The Vessel bridge reopened on Sunday")


@pytest.mark.parametrize(
    ("path", "data"), [("a.docx", word("# One", "Two words.")), ("a.pdf", pdf("One", "Two words."))]
)
def test_words_of_an_article_stand_among_those_that_a_reader_of_the_document_sees(path: str, data: bytes) -> None:
    (article,) = parse(source(path, data), ParseOptions()).value
    seen = visible_words(source(path, data))
    assert seen is not None
    assert [block.text for block in article.blocks if block.text not in seen] == []


@pytest.mark.parametrize("path", ["a.docx", "a.pdf"])
def test_without_its_extra_a_document_is_refused_with_the_way_to_get_it(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    monkeypatch.setitem(sys.modules, "pypdf", None)
    outcome = parse(source(path, b"anything"), ParseOptions())
    assert outcome.value == ()
    assert [problem.code for problem in outcome.problems] == ["extra-missing"]
    assert f"briefing-sitegen[{path[2:]}]" in outcome.problems[0].remedy


def test_a_document_that_unpacks_to_more_than_a_text_can_be_is_not_unpacked() -> None:
    outcome = parse(source("a.docx", word("a" * 60_000_000)), ParseOptions())
    assert [problem.message for problem in outcome.problems] == ["it unpacks to more than a text can be"]


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n"]), st.sampled_from([".docx", ".pdf"])
)
def test_any_bytes_are_an_outcome(data: bytes, magic: bytes, suffix: str) -> None:
    outcome = parse(source(f"a{suffix}", magic + data), ParseOptions())
    assert outcome.value or [problem.code for problem in outcome.problems] == ["document-broken"]
