"""References: CSL-JSON and BibTeX."""

import json
import re
from dataclasses import replace

from hypothesis import given

from sitegen.model import Briefing, Metadata
from sitegen.twins.references import bibtex, csl_items, csl_json
from sitegen.twins.written import clean
from tests.twins.worlds import HERE, any_text, briefing, made


def stated(metadata: Metadata) -> Briefing:
    """The briefing with `metadata` for each article."""
    found = briefing()
    analyses = tuple(replace(a, article=replace(a.article, metadata=metadata)) for a in found.analyses)
    return replace(found, analyses=analyses)


def titled(title: str) -> dict[str, str]:
    return {f"articles/{id_}.html": title for id_ in ("notes", "post", "wire")}


def test_every_article_is_a_reference() -> None:
    items = json.loads(made(HERE)["references.json"])
    assert [item["id"] for item in items] == ["notes", "post", "wire"]
    assert items[1] == {
        "id": "post",
        "type": "article-newspaper",
        "title": "Bridge reopens",
        "container-title": "Harbour Post",
        "issued": {"date-parts": [[2024, 5, 12]]},
    }


def test_what_is_not_stated_is_left_out() -> None:
    items = json.loads(made(HERE)["references.json"])
    assert items[0] == {"id": "notes", "type": "document", "title": "The ferry will stop in June, the council wrote."}


def test_a_topic_has_the_references_of_its_sources() -> None:
    files = made(HERE)
    assert [item["id"] for item in json.loads(files["topics/the-bridge.json"])] == ["post", "wire"]
    assert re.findall(r"^@\w+\{(.*),$", files["topics/the-bridge.bib"].decode(), re.MULTILINE) == ["post", "wire"]


def test_bibtex_escapes_what_tex_would_obey() -> None:
    known = Metadata(
        "2024-05-12", publisher="Post & Sons", author="Lind, A. and Bo", url="https://x.example/a_b?c=1%20#d"
    )
    item = csl_items(stated(known), titled(r"50 % of {A_b}: $5 \o/ #1 ~ ^"))["source-post"]
    assert bibtex([item]).decode() == (
        "@article{post,\n"
        "  title = {{50 \\% of \\textbraceleft{}A\\_b\\textbraceright{}: \\$5 \\textbackslash{}o/ "
        "\\#1 \\textasciitilde{} \\textasciicircum{}}},\n"
        "  author = {{Lind, A. and Bo}},\n"
        "  journal = {Post \\& Sons},\n"
        "  date = {2024-05-12},\n"
        "  year = {2024},\n"
        "  url = {https://x.example/a_b?c=1%20#d},\n"
        "}\n"
    )


def test_keys_are_ascii_and_distinct() -> None:
    text = bibtex([{"id": "a/größe, x", "title": "A"}, {"id": "a/große, x", "title": "B"}]).decode()
    keys = re.findall(r"^@misc\{(.*),$", text, re.MULTILINE)
    assert len({*keys}) == 2
    assert all(re.fullmatch(r"[A-Za-z0-9/.:-]+", key) for key in keys)


@given(any_text)
def test_any_words_give_json_and_balanced_braces(text: str) -> None:
    known = Metadata("2024-05-12", None, text, text, text, "en", section=text, agency=text)
    items = csl_items(stated(known), titled(text)).values()
    assert json.loads(csl_json(items))[0].get("title", "") == clean(text)
    written = bibtex({"title": "", **item} for item in items).decode()
    depth = 0
    for sign in written:  # a backslash before a brace hides it from TeX, and not from BibTeX
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0
    assert len(re.findall(r"^@", written, re.MULTILINE)) == 3
