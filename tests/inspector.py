"""What a page of ours may hold: the elements and attributes that the templates write."""

import re
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parents[1]
_TEMPLATES = "".join(path.read_text("utf-8") for path in (ROOT / "templates").glob("*.html"))
TAGS = {tag.lower() for tag in re.findall(r"</?([a-zA-Z][\w-]*)", _TEMPLATES)} - {"svg"} | {
    f"h{n}" for n in range(1, 7)
}
ATTRIBUTES = set(re.findall(r"[\s\"]([a-z][a-z0-9-]*)=\"", _TEMPLATES)) | {"lang", "open", "hidden", "defer", "checked"}
OWN = (
    [("type", "application/ld+json")],
    [("src", "search.js"), ("defer", None)],
    [("src", "search/0.js"), ("defer", None)],
    [("role", "search"), ("class", "search"), ("hidden", None)],
)
"""Attributes of the elements by which pages hold data, and that of the search its script and its field."""


_OTHER_SCHEME = re.compile(r"\s*(?!https?:|mailto:)[\w+.-]+:")


class _Inspector(HTMLParser):
    """Gathers what has no place on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_own = tag in ("script", "form") and [(name, value) for name, value in attrs if name != "nonce"] in OWN
        is_picture = tag == "svg" and {name for name, _ in attrs} & {"role", "aria-hidden"}
        if (tag not in TAGS and not is_picture) or tag in ("iframe", "math", "base", "object", "img"):
            self.found.append(f"<{tag}>")
        if tag in ("script", "form") and not is_own:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES | {"viewbox", "nonce"} or name.startswith("on"):
                self.found.append(f"<{tag} {name}>")
            is_icon = tag == "link" and (value or "").startswith(("data:,", "data:image/svg+xml"))
            if name in ("href", "src", "action") and _OTHER_SCHEME.match(value or "") and not is_icon:
                self.found.append(f"<{tag} {name}={value}>")
            if name == "http-equiv" and value != "Content-Security-Policy":
                self.found.append(f"<{tag} {name}={value}>")


def foreign(page: str) -> list[str]:
    inspector = _Inspector()
    inspector.feed(page)
    inspector.close()
    return inspector.found
