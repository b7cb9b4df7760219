"""The theme: overriding, extending, and what is said about a template that cannot be used."""

import base64
import gzip
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from sitegen.compose.pages import IndexPage, NotFoundPage, Site
from sitegen.errors import SitegenError
from sitegen.model import ThemeName
from sitegen.render import render
from sitegen.sandbox import Sandbox
from sitegen.theme import SHIPPED, load_theme

SITE = Site("Talks", "en", "", "index.html", "style.css", (), None)
PAGE = NotFoundPage("404.html", "Not found", SITE)


def rendered(overrides: Path) -> str:
    return render(PAGE, load_theme(overrides)).value.data.decode()


def fault(overrides: Path) -> SitegenError:
    with pytest.raises(SitegenError) as caught:
        rendered(overrides)
    return caught.value


def test_default_theme_has_a_template_for_each_page_and_a_stylesheet_of_at_most_8_kib() -> None:
    theme = load_theme(None)
    assert {"index.html", "topic.html", "article.html", "about.html", "404.html"} <= set(theme.paths)
    assert [name for name, _ in theme.files] == ["icon.svg", "search.js", "style.css"]
    assert len(gzip.compress(dict(theme.files)["style.css"])) <= 8 * 1024


def test_the_script_of_the_search_is_at_most_6_kib() -> None:
    assert len(gzip.compress(dict(load_theme(None).files)["search.js"])) <= 6 * 1024


def test_a_page_at_an_unknown_address_has_no_link_that_may_break() -> None:
    """A host shows it at any depth: without the address of the site, nothing leads anywhere from there."""
    theme = load_theme(None)
    links = re.compile(r'(?:href|src)="([^"]*)"')
    assert links.findall(render(PAGE, theme).value.data.decode()) == ["data:,"]
    known = Site(
        "Talks",
        "en",
        "",
        "https://x.example/",
        "style.css",
        (),
        "https://x.example/404.html",
        icon="https://x.example/icon.svg",
    )
    assert links.findall(render(NotFoundPage("404.html", "Not found", known), theme).value.data.decode()) == [
        "https://x.example/icon.svg",
        "https://x.example/",
    ]


def test_the_policy_of_a_page_names_its_styles_and_its_data_by_digests() -> None:
    structured = '{"name": "</script><b>"}'
    page = IndexPage("index.html", "Talks", SITE, "", (), (), (), (), structured=structured)
    text = render(page, load_theme(None)).value.data.decode()
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    digest = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    (nonce,) = re.findall(r'<link rel="stylesheet" href="style.css" nonce="([^"]*)">', text)
    assert f"script-src 'sha256-{digest}';" in policy
    assert f"style-src 'self' 'nonce-{nonce}';" in policy
    other = render(replace(page, title="Talk"), load_theme(None)).value.data.decode()
    assert nonce not in other  # whoever writes the words of a page can't know it


def test_a_file_of_the_same_name_replaces_a_template(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<p>{{ page.title }} at {{ site.title }}</p>")
    assert rendered(tmp_path) == "<p>Not found at Talks</p>\n"


def test_a_template_can_extend_the_one_that_it_replaces(tmp_path: Path) -> None:
    (tmp_path / "base.html").write_text(
        '{% extends "default/base.html" %}{% block footer %}<footer>Ours</footer>{% endblock %}'
    )
    (tmp_path / "404.html").write_text('{% extends "base.html" %}{% block main %}<p>Gone</p>{% endblock %}')
    page = rendered(tmp_path)
    assert "<footer>Ours</footer>" in page
    assert "<p>Gone</p>" in page
    assert "Talks</a>" in page  # of the header, which is still the default


def test_a_mark_in_an_attribute_stays_escaped_whatever_else_is_in_it(tmp_path: Path) -> None:
    template = """<p title="a > b < c: {{ "'" }}">{{ "it's" }} &amp; {{ "it's" }}</p><i>{{ "'" }}</i>"""
    (tmp_path / "404.html").write_text(template, "utf-8")
    assert rendered(tmp_path) == """<p title="a > b < c: &#39;">it's &amp; it's</p><i>'</i>\n"""


@given(st.text("&<>'\"#;3a"))
def test_text_is_escaped_as_jinja_escapes_it(text: str) -> None:
    assert Sandbox.escaped(text) == escape(text)


def test_other_files_are_copied_and_replace_those_of_the_theme(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_bytes(b"p { color: red; }")
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "mark.svg").write_bytes(b"<svg/>")
    (tmp_path / ".DS_Store").write_bytes(b"\0")
    (tmp_path / "style.css~").write_bytes(b"")
    files = dict(load_theme(tmp_path).files)
    assert sorted(files) == ["icon.svg", "images/mark.svg", "search.js", "style.css"]
    assert files["images/mark.svg"] == b"<svg/>"
    assert files["style.css"].endswith(b"\np { color: red; }\n")
    assert b"main {" not in files["style.css"]  # the rules of the theme are gone; its tokens stay


def test_tokens_of_a_project_replace_those_of_the_theme_and_extra_rules_come_last(tmp_path: Path) -> None:
    (tmp_path / "tokens.css").write_text(":root { --ink: navy; }\n")
    (tmp_path / "extra.css").write_text("h1 { color: teal; }\n")
    style = dict(load_theme(tmp_path).files)["style.css"]
    assert style.startswith(b":root { --ink: navy; }\n")
    assert style.endswith(b"h1 { color: teal; }\n")
    assert b"light-dark(#1b1b1b" not in style


@pytest.mark.parametrize("name", SHIPPED)
def test_every_token_that_a_shipped_theme_uses_is_set(name: ThemeName) -> None:
    style = dict(load_theme(None, name).files)["style.css"]
    used = set(re.findall(r"var\((--[a-z-]+)\)", style.decode()))
    assert used - set(re.findall(r"(--[a-z-]+):", style.decode())) == set()


@pytest.mark.parametrize("name", SHIPPED)
def test_every_template_of_a_shipped_theme_compiles(name: ThemeName) -> None:
    theme = load_theme(None, name)
    for template in theme.paths:
        theme.environment.get_template(template)


def test_shipped_themes_set_the_same_tokens() -> None:
    folders = (Path(__file__).parent.parent / "templates", Path(__file__).parent.parent / "themes" / "wire")
    default, wire = (re.findall(r"(--[a-z-]+):", (folder / "tokens.css").read_text()) for folder in folders)
    assert default == wire


def test_a_project_can_extend_a_template_of_another_shipped_theme(tmp_path: Path) -> None:
    (tmp_path / "cards.html").write_text('{% extends "wire/cards.html" %}')
    assert "wire/cards.html" in load_theme(tmp_path, "wire").paths
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "mine.html").write_text("")
    with pytest.raises(SitegenError) as caught:
        load_theme(tmp_path, "wire")
    assert caught.value.problem.code == "template-folder"


def test_an_unknown_field_is_named_with_template_line_and_closest_name(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<p>\n{{ page.titel }}\n</p>")
    problem = fault(tmp_path).problem
    assert problem.code == "template-undefined"
    assert problem.where == f"{tmp_path.as_posix()}/404.html:2"
    assert problem.message == "NotFoundPage has no “titel”; did you mean “title”?"


def test_an_unknown_name_is_told_what_a_template_gets(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("{{ config.title }}")
    problem = fault(tmp_path).problem
    assert problem.code == "template-undefined"
    assert problem.message == "“config” is not defined; a template gets `page` and `site`"


def test_a_fault_in_an_extended_template_is_placed_there(tmp_path: Path) -> None:
    (tmp_path / "frame.html").write_text("\n\n{{ page.wrong }}")
    (tmp_path / "404.html").write_text('{% extends "frame.html" %}')
    assert fault(tmp_path).problem.where == f"{tmp_path.as_posix()}/frame.html:3"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("\n{% if page %}", "template-syntax", 2),
        ('\n\n{% extends "bsae.html" %}', "template-missing", 3),
        ('{% extends "404.html" %}', "template-loop", 1),
        ('{% extends "../../../etc/passwd" %}', "template-missing", 1),
        ('{% set name = "../x.html" %}\n{% include name %}', "template-missing", 2),
        ("{{ page.title.__class__.__mro__ }}", "template-failed", 1),
        ("{{ 1 + page.title }}", "template-failed", 1),
        ('{% include "404.html" %}', "template-failed", 1),
        ("\n{% for _ in range(1000000000) %}x{% endfor %}", "template-failed", 2),
    ],
)
def test_faults_have_a_code_and_a_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    (tmp_path / "404.html").write_text(text)
    problem = fault(tmp_path).problem
    assert (problem.code, problem.where) == (code, f"{tmp_path.as_posix()}/404.html:{line}")


def test_a_missing_template_lists_what_exists(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text('{% extends "bsae.html" %}')
    problem = fault(tmp_path).problem
    assert problem.message == "there is no template “bsae.html”"
    assert "base.html" in problem.remedy


def test_a_template_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_bytes(b"<p>\n\xff</p>")
    problem = fault(tmp_path).problem
    assert (problem.code, problem.line) == ("template-encoding", 2)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "404.html").symlink_to(tmp_path / "secret.html")
    assert fault(tmp_path / "templates").problem.code == "template-outside"


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SitegenError) as caught:
        load_theme(tmp_path / "nowhere")
    assert caught.value.problem.code == "template-folder"


def test_the_404_page_allows_exactly_its_own_styles() -> None:
    page = render(PAGE, load_theme(None)).value.data.decode()
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}';" in page
    assert "stylesheet" not in page


@pytest.mark.parametrize(
    "reach", ["page.__class__", "page.title.__class__", "page.__init__.__globals__", "site._hidden"]
)
def test_a_template_reads_the_fields_of_a_page_and_nothing_behind_them(reach: str, tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<p>{{ " + reach + " }}</p>")
    assert fault(tmp_path).problem.code in ("template-failed", "template-undefined")
