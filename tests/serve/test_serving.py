"""`sitegen serve`, as a process of its own: edits, and what a browser shows of them."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.serve.server import Server
from tests.browser import browser, require_browser
from tests.project import TRAMS, make_project, sitegen

LONGEST = 120
"""Seconds that a build may take on a busy machine."""
PARAGRAPHS = [
    f"The crane of Vessel lifted load number {number} on Monday, and the harbour slept." for number in range(60)
]
CRANE = "# Harbour crane lifts again\n\n" + "\n\n".join(PARAGRAPHS) + "\n"
FILES = {"sitegen.yml": "title: Vessel\n", "content/crane.md": CRANE, "content/trams.md": TRAMS}
PAGE = "articles/crane.html"


@dataclass(frozen=True, slots=True)
class Served:
    project: Path
    url: str

    def save(self, name: str, text: str | None = None) -> None:
        """Save a file of the project; None: as it was at first."""
        (self.project / name).write_text(FILES[name] if text is None else text, "utf-8")

    def page(self, path: str) -> str:
        with urlopen(self.url + path, timeout=LONGEST) as response:
            return str(response.read(), "utf-8")

    @contextmanager
    def listening(self) -> Iterator[Iterator[dict[str, Any]]]:
        """What a page that is open now hears, from what is shown now on."""
        with urlopen(f"{self.url}.sitegen/events", timeout=LONGEST) as response:
            yield (json.loads(line.removeprefix(b"data: ")) for line in response if line.startswith(b"data: "))


def start(project: Path) -> tuple["subprocess.Popen[str]", str]:
    """A process that serves the project, and its address."""
    command = [sys.executable, "-m", "sitegen", "serve", "--port", "0", "--config", str(project / "sitegen.yml")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
    assert process.stdout is not None
    for line in process.stdout:
        if match := re.match(r"Open (http://127\.0\.0\.1:\d+/)", line):
            return process, match[1]
    pytest.fail("it ended before it served anything")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    project = make_project(tmp_path_factory.mktemp("served"), FILES)
    process, url = start(project)
    try:
        yield Served(project, url)
    finally:
        process.terminate()
        process.communicate(timeout=LONGEST)


def test_a_saved_article_is_on_its_page_once_pages_hear_of_it(served: Served) -> None:
    with served.listening() as heard:
        before = next(heard)
        served.save("content/crane.md", CRANE + "\nThe crane of Vessel broke in June.\n")
        after = next(heard)
        assert (after["problems"], after["isKept"]) == ([], False)
        assert after["revision"] != before["revision"]
        assert "broke in June" in served.page(PAGE)
        assert sitegen(served.project, "build", "--check").status == 0
        served.save("content/crane.md")
        assert next(heard) == before
        assert "broke in June" not in served.page(PAGE)


def test_an_article_that_comes_and_goes_has_a_page_as_long(served: Served) -> None:
    with served.listening() as heard:
        before = next(heard)
        served.save("content/ferry.md", "# The ferry sails\n\nThe ferry of Vessel sailed on Tuesday.\n")
        next(heard)
        assert "sailed on Tuesday" in served.page("articles/ferry.html")
        (served.project / "content" / "ferry.md").unlink()
        assert next(heard) == before


@pytest.mark.parametrize(
    ("name", "text", "code", "is_kept"),
    [
        ("sitegen.yml", "titel: Vessel\n", "key-unknown", True),
        ("templates/about.html", "{% nonsense %}\n", "template-syntax", True),
        ("content/trams.md", "# Nothing below\n", "article-empty", False),
    ],
)
def test_what_is_wrong_is_told_until_it_is_mended(
    served: Served, name: str, text: str, code: str, is_kept: bool
) -> None:
    path = served.project / name
    with served.listening() as heard:
        before = next(heard)
        if not path.parent.exists():
            path.parent.mkdir()
        served.save(name, text)
        told = next(heard)
        while not told["problems"]:  # a new folder may be noticed before the file in it
            told = next(heard)
        assert [problem["code"] for problem in told["problems"]] == [code]
        assert told["problems"][0]["where"].startswith(str(path))
        assert told["isKept"] is is_kept
        assert (told["revision"] == before["revision"]) is is_kept
        if name in FILES:
            served.save(name)
        else:
            path.unlink()
        assert next(heard) == before


def test_what_the_folder_holds_beside_the_site_is_not_served(served: Served) -> None:
    (served.project / "site" / "secret.txt").write_text("secret")
    for path in ("secret.txt", ".sitegen-manifest.json"):
        with pytest.raises(OSError, match="404"):
            served.page(path)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise on Windows")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_told_to_and_leaves_a_whole_site(tmp_path: Path, number: int) -> None:
    project = make_project(tmp_path, {"content/trams.md": TRAMS})
    process, _ = start(project)
    process.send_signal(number)
    said, _ = process.communicate(timeout=LONGEST)
    assert (process.returncode, said) == (130, "interrupted; what is there is whole\n")
    assert sitegen(project, "build", "--check").status == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.1", "desk.example"])
def test_other_machines_can_not_be_let_in(tmp_path: Path, host: str) -> None:
    run = sitegen(make_project(tmp_path, FILES), "serve", "--host", host)
    assert (run.status, f"{host} is not of this machine alone" in run.err) == (2, True)
    assert not (tmp_path / "site").exists()


def test_a_port_that_is_named_is_taken_or_nothing_is_done(tmp_path: Path) -> None:
    with Server("127.0.0.1", 0) as taken:
        run = sitegen(make_project(tmp_path, FILES), "serve", "--port", str(taken.port))
    assert (run.status, f"can't listen on port {taken.port}" in run.err) == (2, True)
    assert "the next free one is taken" in run.err
    assert not (tmp_path / "site").exists()


# In a browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    require_browser()
    with browser() as opened:
        yield opened


@pytest.fixture
def window(chromium: Browser) -> Iterator[Page]:
    """A new one for each test: a page that still loads itself anew for the one before would come in between."""
    context = chromium.new_context(viewport={"width": 800, "height": 600})
    page = context.new_page()
    page.set_default_timeout(LONGEST * 1000)
    yield page
    context.close()


def test_a_page_loads_itself_anew_and_keeps_its_place(served: Served, window: Page) -> None:
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    window.goto(served.url + PAGE, wait_until="commit")
    line = window.get_by_text("load number 40 ").first
    line.scroll_into_view_if_needed()
    # Chromium alone would find the place again; not every browser does.
    window.evaluate("history.scrollRestoration = 'manual'")
    before = line.evaluate("element => element.getBoundingClientRect().top")
    assert window.evaluate("scrollY") > 600
    served.save("content/crane.md", CRANE.replace("\n\n", "\n\nA new line above it all, said in Vessel.\n\n", 1))
    expect(window.get_by_text("A new line above it all").first).to_be_attached(timeout=LONGEST * 1000)
    window.wait_for_function("history.scrollRestoration === 'auto' && sessionStorage.length === 0")
    assert line.evaluate("element => element.getBoundingClientRect().top") == pytest.approx(before, abs=2)
    served.save("content/crane.md")
    expect(window.get_by_text("A new line above it all")).to_have_count(0, timeout=LONGEST * 1000)
    assert said == []  # no policy was broken


def test_what_is_unfolded_stays_so(served: Served, window: Page) -> None:
    site = served.project / "site"
    folded = next(path for path in sorted(site.rglob("*.html")) if "<details" in path.read_text("utf-8"))
    window.goto(served.url + folded.relative_to(site).as_posix(), wait_until="commit")
    folding = window.locator("details").last
    assert folding.get_attribute("open") is None
    folding.evaluate("element => { element.open = true; }")
    served.save("sitegen.yml", "title: Vessel today\n")
    expect(window).to_have_title(re.compile("Vessel today$"), timeout=LONGEST * 1000)
    expect(folding).to_have_attribute("open", "")
    served.save("sitegen.yml")
    expect(window).to_have_title(re.compile("Vessel$"), timeout=LONGEST * 1000)


def test_problems_stand_on_the_page_until_they_are_mended(served: Served, window: Page) -> None:
    window.goto(served.url, wait_until="commit")
    problems = window.locator("[data-sitegen=problems] details")
    expect(problems).to_have_count(0)
    served.save("sitegen.yml", 'title: Vessel\n"<b>x</b>": 1\n')
    expect(problems).to_be_visible(timeout=LONGEST * 1000)
    expect(problems).to_contain_text("1 problem; shown is the last site that could be built")
    expect(problems).to_contain_text("<b>x</b>")
    expect(problems).to_contain_text("[key-unknown]")
    served.save("sitegen.yml")
    expect(problems).to_have_count(0, timeout=LONGEST * 1000)
