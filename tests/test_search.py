"""The search, in a real browser: from disk and from a host, by keyboard, and without script."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.compose import ComposeOptions
from sitegen.twins import search_index
from tests.browser import browser, require_browser
from tests.compose.finds import name
from tests.world import FILES, bridge_world, site, with_names

FERRY = "Über den Fluß fährt die Fähre <b>nicht</b>."
WORLD = {
    **FILES,
    "a/fluss.md": f"# Die Fähre\n\n{FERRY}\n",
    "us.md": "# The U.S. and 東京都 meet\n\nThe U.S. envoy used the bridge at Vessel.\n",
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server for `folder`, on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def write(folder: Path, options: ComposeOptions | None = None) -> Path:
    briefing = name(with_names(bridge_world(WORLD).briefing()), "place", "Vessel", "Vessel's")
    for path, data in site(briefing, options).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    require_browser()
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Page:
    return chromium.new_page()


@pytest.fixture
def ask(window: Page, built: Path) -> Callable[[str], Page]:
    """Opens the search from disk and asks something."""

    def asked(query: str) -> Page:
        window.goto((built / "search.html").as_uri())
        window.get_by_role("searchbox").fill(query)
        return window

    return asked


def found(page: Page) -> list[str]:
    return page.locator("#results li > p > a").all_inner_texts()


def status(page: Page) -> str:
    expect(page.get_by_role("status")).not_to_be_empty()
    return page.get_by_role("status").inner_text()


@pytest.mark.parametrize("is_served", [False, True])
def test_it_answers_from_disk_and_from_a_host_and_says_nothing_on_the_console(
    chromium: Browser, tmp_path: Path, is_served: bool
) -> None:
    folder = write(tmp_path / "repo")
    page = chromium.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    with served(tmp_path) as address:
        start = f"{address}repo/" if is_served else f"{folder.as_uri()}/"
        page.goto(f"{start}search.html")
        page.get_by_role("searchbox").fill("bridge")
        assert status(page) == "Topics: 1, Statements: 1, Articles: 3"
        page.locator("#results").get_by_role("link", name="The bridge at Vessel reopened on Sunday.").click()
        assert page.url.startswith(f"{start}topics/the-bridge.html#st-")
        assert page.locator(":target").inner_text().startswith("The bridge at Vessel reopened on Sunday.")
        for path in ("index.html", "topics/the-crossing.html", "articles/us.html", "404.html"):
            page.goto(start + path)
    page.close()
    assert said == []
    assert all(url.startswith(start) for url in asked)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("THE BRIDGE", "The bridge"),
        ("Ädå lin", "Ada Lind"),
        ("vessel", "Vessel"),
        ("fahre", "Die Fähre"),
        ("uber den fluss", "Die Fähre"),
        ("U.S. and", "The U.S. and 東京都 meet"),
        ("us meet", "The U.S. and 東京都 meet"),
        ("京都", "The U.S. and 東京都 meet"),
        ("stops ferry june", "The ferry stops in June."),
        ("wire 2024", "Trams back on the bridge"),
    ],
)
def test_words_match_from_their_beginnings_without_case_accents_or_order(
    ask: Callable[[str], Page], query: str, first: str
) -> None:
    page = ask(query)
    status(page)
    assert found(page)[0] == first


@pytest.mark.parametrize("query", ["reopening", "sundays reopened"])
def test_words_of_one_family_find_each_other(ask: Callable[[str], Page], query: str) -> None:
    page = ask(query)
    status(page)
    assert found(page)[0] == "The bridge at Vessel reopened on Sunday."
    assert "reopened" in page.locator("#results li a mark").all_inner_texts()


def test_a_word_as_it_was_asked_for_comes_before_its_family(ask: Callable[[str], Page]) -> None:
    page = ask("reopens")
    status(page)
    assert (
        page.locator("#results section[aria-labelledby=articles] li > p > a").all_inner_texts()[0] == "Bridge reopens"
    )


@pytest.mark.parametrize("query", ["essel", "bridge gulls", "<b>", "()[]\\", "%", "b"])
def test_what_no_line_holds_is_not_found(ask: Callable[[str], Page], query: str) -> None:
    assert found(ask(query)) == []


def test_words_of_a_source_stay_words_and_those_asked_for_are_marked(ask: Callable[[str], Page]) -> None:
    page = ask("fluß nicht")
    assert page.locator("#results .line").inner_text() == FERRY
    assert page.locator("#results .line mark").all_inner_texts() == ["Fluß", "nicht"]
    assert ask("us 東").locator("#results li a mark").all_inner_texts() == ["U.S.", "東京都"]


def test_the_keyboard_is_enough(ask: Callable[[str], Page]) -> None:
    page = ask("")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("/")
    page.keyboard.type("vessel")
    assert page.get_by_role("searchbox").input_value() == "vessel"
    status(page)
    focused = "document.activeElement.textContent || document.activeElement.id"
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        walked.append(page.evaluate(focused))
    assert walked == [*found(page)[:2], found(page)[0], "query"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "query"
    page.keyboard.press("Enter")
    page.wait_for_url("**/names/vessel.html")
    page.go_back()
    assert page.get_by_role("searchbox").input_value() == "vessel"
    assert status(page).startswith("Names: 1")


def test_results_are_announced_and_stand_in_place_of_the_list(ask: Callable[[str], Page]) -> None:
    page = ask("bridge")
    assert page.locator("#results h2").all_inner_texts() == ["Topics", "Statements", "Articles"]
    assert not page.locator(".a-to-z").is_visible()
    page.get_by_role("searchbox").fill("gnu")
    assert status(page) == "Nothing found"
    page.get_by_role("searchbox").fill("")
    assert page.locator(".a-to-z").is_visible()


def test_without_script_topics_and_names_stand_there_from_a_to_z(chromium: Browser, built: Path) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto((built / "search.html").as_uri())
    assert not page.get_by_role("searchbox").is_visible()
    assert page.get_by_text("Searching needs script").is_visible()
    links = page.locator(".a-to-z a")
    assert links.all_inner_texts() == ["Ada Lind", "The bridge", "The crossing", "Vessel"]
    links.first.click()
    assert page.url.endswith("/names/ada-lind.html")
    page.context.close()


def test_the_page_says_the_same_with_script_and_without(chromium: Browser, built: Path) -> None:
    """Before anything is asked."""
    said = []
    for javascript in (True, False):
        page = chromium.new_context(java_script_enabled=javascript).new_page()
        page.goto((built / "search.html").as_uri())
        page.wait_for_load_state()
        said.append((page.locator("body").inner_text(), page.get_by_role("searchbox", name="Search").count()))
        page.context.close()
    (with_script, box), (without, none) = said
    assert with_script == without
    assert (box, none) == (1, 0)


def test_an_index_in_parts_gives_the_same_answer(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Callable[[str], Page]
) -> None:
    monkeypatch.setattr(search_index, "_SHARD", 200)
    assert (write(tmp_path) / "search" / "4.js").is_file()
    page = chromium.new_page()
    page.goto((tmp_path / "search.html").as_uri() + "#q=vessel")
    whole = ask("vessel")
    expect(page.get_by_role("status")).to_have_text(status(whole))
    assert sorted(found(page)) == sorted(found(whole))
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_holds_on_the_smallest_phone(chromium: Browser, built: Path, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((built / "search.html").as_uri())
    page.get_by_role("searchbox").fill("bridge")
    status(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.emulate_media(media="print")
    assert page.get_by_role("heading", level=1).is_visible()
    page.emulate_media(media="screen")
    header = page.locator("header.site").bounding_box()
    page.get_by_text("Menu").click()
    assert page.locator("header.site nav").get_by_role("link").first.is_visible()
    assert header is not None
    assert header["height"] < 64  # one row
    assert page.locator("header.site").bounding_box() == header  # the menu opens over the page
    context.close()
