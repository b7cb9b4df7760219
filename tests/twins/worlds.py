"""Twins of small literal worlds, and pages with one text for every word that anybody may have written."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import strategies as st

from sitegen.compose import ComposeOptions
from sitegen.compose.pages import TopicPage
from sitegen.model import Briefing
from tests.world import bridge_world, pages, site, with_names

URL = "https://desk.example/b/"
HERE = ComposeOptions(title="Vessel & more", description="What <they> say.", site_url=URL)
NOWHERE = ComposeOptions(title="Vessel & more")
any_text = st.text(st.characters(), max_size=40) | st.sampled_from(
    [
        "</script><b>",
        "]]>&amp;",
        "\x00\x0b\x1f\x7f",
        "\ufffe\uffff\ud800",
        "\\}{%$#_^~&\n@",
        "1. *a* [b](c) `d` _e_ <f>",
    ]
)
"""Controls, halves of characters and what formats obey among it."""


def briefing() -> Briefing:
    return with_names(bridge_world().briefing())


def made(options: ComposeOptions) -> dict[str, bytes]:
    """The files of a site on a bridge."""
    return site(briefing(), options)


def bridge_page(options: ComposeOptions = HERE) -> TopicPage:
    page = pages(briefing(), options)["topics/the-bridge.html"]
    assert isinstance(page, TopicPage)
    return page


def with_text(value: Any, text: str) -> Any:
    """A page with `text` for all its words; what the program makes of them stays: paths, numbers, dates, addresses."""
    if isinstance(value, tuple):
        return tuple(with_text(item, text) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept = {"path", "kind", "published", "number", "href", "canonical", "id", "url", "language"}
    changes = {
        field.name: text if isinstance(old, str) else with_text(old, text)
        for field in fields(value)
        if field.name not in kept
        for old in (getattr(value, field.name),)
    }
    return replace(value, **changes)
