"""Loads the pages of a site in a browser, and gathers what came to life in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Dialog, Page, Request

_LOOK = """([markup, address]) => {
  const root = markup === null ? document : new DOMParser().parseFromString(markup, "text/html");
  const shapes = new Set(), addresses = new Set();
  for (const element of root.querySelectorAll("*")) {
    const name = (element.namespaceURI.endsWith("xhtml") ? "" : element.namespaceURI) + element.localName;
    shapes.add(name);
    for (const attribute of element.attributes) {
      shapes.add(`${name} ${attribute.name}`);
      if (["href", "src", "action", "xlink:href"].includes(attribute.name)) {
        addresses.add(new URL(attribute.value, address).protocol);
      }
    }
  }
  return [[...shapes], [...addresses], "ran" in window];
}"""


@dataclass
class Seen:
    """What a browser saw on the pages of a site."""

    shapes: set[str] = field(default_factory=set)
    """Elements, and each with each of its attributes."""
    schemes: set[str] = field(default_factory=set)
    """Of the addresses that its elements have."""
    alive: list[str] = field(default_factory=list)
    """Scripts that ran, dialogs that opened, requests that left, and what the browser said of either."""


def look_at(opened: Browser, addresses: Mapping[str, str | None], home: str, *, guarded: bool) -> Seen:
    """Load pages; of those that are given with their markup, parse that alone.

    `home`: where their site begins; `guarded`: by their own Content-Security-Policy, which says on the console what it
    stops; without it, nothing is stopped.
    """
    seen = Seen()
    context = opened.new_context(bypass_csp=not guarded)
    tab = context.new_page()
    _listen(tab, home, seen)
    for address, markup in sorted(addresses.items(), key=lambda item: item[1] is not None):
        if markup is None:
            tab.goto(address, wait_until="load")
        elif tab.url != "about:blank":
            tab.goto("about:blank")  # not below the policy of another page
        shapes, schemes, ran = tab.evaluate(_LOOK, [markup, address])
        seen.shapes.update(shapes)
        seen.schemes.update(schemes)
        if ran:
            seen.alive.append(f"a script ran on {address}")
    context.close()
    return seen


def _listen(tab: Page, home: str, seen: Seen) -> None:
    def asked(request: Request) -> None:
        if not request.url.startswith((home, "data:")):
            seen.alive.append(f"{tab.url} asks for {request.url}")

    def opened(dialog: Dialog) -> None:
        seen.alive.append(f"{tab.url} opens a dialog")
        dialog.dismiss()

    tab.on("request", asked)
    tab.on("dialog", opened)
    tab.on("console", lambda message: seen.alive.append(f"{tab.url}: {message.text}"))
    tab.on("pageerror", lambda error: seen.alive.append(f"{tab.url}: {error}"))


def pages_of(site: Path) -> dict[str, str | None]:
    """The addresses of all pages of a site on the disk, each with its markup if it would lead elsewhere at once, or, as
    the page for what is not there, takes its style from where the site will stand."""
    found: dict[str, str | None] = {}
    for path in sorted(site.rglob("*.html")):
        markup = path.read_text("utf-8")
        leaves = path.name == "404.html" or 'http-equiv="refresh"' in markup
        found[path.as_uri()] = markup if leaves else None
    return found
