"""Whose claims a topic page shows: the choice among them, in a real browser, with scripts off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import browser, require_browser
from tests.world import World, site

TEXT = """# The bridge

The bridge at Vessel is shut. Ada Lind said the bridge was safe. Ada Lind denied that the bridge was rusty.
Ada Lind said the bridge was wide. Otto Pohl said the bridge was long. Otto Pohl said the bridge was painted.
“The bridge will open again in the spring,” said Otto Pohl. Two engineers said the bridge might fall.
Reuters reported that the bridge was old.
"""
SHUT = "# Shut\n\nVessel's bridge is shut.\n"
DATED = "---\ndate: 2024-05-{}\n---\n"
SENTENCES = {
    "outlet": ["The bridge at Vessel"],
    "named": [
        "Ada Lind said the bridge was safe",
        "Ada Lind denied",
        "Ada Lind said the bridge was wide",
        "Otto Pohl said the bridge was long",
        "Otto Pohl said the bridge was painted",
    ],
    "quoted": ["“The bridge will"],
    "unnamed": ["Two engineers"],
    "other-outlet": ["Reuters"],
}
WORDS = [
    "said by Ada Lind",
    "denied by Ada Lind",
    "said by Ada Lind",
    "said by Otto Pohl",
    "said by Otto Pohl",
    "quoted: Otto Pohl; expected",
    "said by two engineers, not named; possible",
    "reported by Reuters",
]
SHOWN = "[...document.querySelectorAll('.statement')].filter(e => e.checkVisibility()).map(e => e.dataset.voice)"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    require_browser()
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def topic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = World({"post.md": f"{DATED.format(12)}{TEXT}", "wire.md": f"{DATED.format(14)}{SHUT}"})
    begins = [words for group in SENTENCES.values() for words in group]
    also = {"The bridge at Vessel": [("Vessel's bridge", "same")]}
    said = [world.say(words, *also.get(words, [])) for words in begins]  # type: ignore[arg-type]
    world.gather("The bridge", *said)
    world.gather("Rust", said[1])
    folder = tmp_path_factory.mktemp("site")
    for path, data in site(world.briefing()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder / "topics/the-bridge.html"


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Page:
    return chromium.new_context(java_script_enabled=False).new_page()


@pytest.fixture
def page(window: Page, topic: Path) -> Page:
    """Opened anew, with the choice unfolded."""
    window.emulate_media(media="screen")
    window.goto(topic.as_uri())
    window.locator(".filters > summary").click()
    return window


def test_each_statement_says_in_words_whose_claim_it_is_unless_it_is_the_articles(page: Page) -> None:
    assert page.locator(".statement .voice").all_inner_texts() == WORDS


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_choice_shows_the_statements_of_its_kind_and_counts_them(page: Page, kind: str) -> None:
    assert len(page.evaluate(SHOWN)) == 9
    page.locator(f"#voice-{kind}").check()
    assert page.evaluate(SHOWN) == [kind] * len(SENTENCES[kind])
    count = page.locator(f"label:has(#voice-{kind}) .count")
    assert count.inner_text() == str(len(SENTENCES[kind]))
    headings = page.locator("section:has(> .statements) > h2:visible").all_inner_texts()
    assert headings == ["At a glance" if kind == "outlet" else "In the words of one article only"]


def test_a_choice_of_days_shows_what_reports_of_these_days_carry(page: Page) -> None:
    assert [label.inner_text().strip() for label in page.locator(".periods label").all()] == [
        "All 9",
        "12 May 2024 9",
        "14 May 2024 1",
    ]
    page.locator("#when-2").check()
    assert page.evaluate(SHOWN) == ["outlet"]
    assert page.locator(".filters > summary").inner_text() == "Show only some of the statements"


def test_the_passage_of_a_note_and_its_source_are_taken_in_one_go_without_the_context(page: Page) -> None:
    page.locator("[role=doc-noteref]").first.click()
    page.locator(".sheet:target mark").click()
    copied = page.evaluate("getSelection().toString()")
    assert [line.strip() for line in copied.split("\n") if line.strip()] == [
        "The bridge at Vessel is shut.",
        "The bridge. 12 May 2024. post.md",
    ]


def test_the_choice_is_one_stop_of_the_keyboard_and_moves_nothing_above_the_statements(page: Page) -> None:
    before = page.locator("legend").first.bounding_box()
    page.locator("#voice-all").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(SHOWN) == ["outlet"]
    assert page.locator("legend").first.bounding_box() == before
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "when"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") != "radio"


def test_a_link_to_a_statement_shows_it_whatever_is_chosen(page: Page) -> None:
    page.locator("#voice-quoted").check()
    mark = page.locator("[data-voice=unnamed] [role=doc-noteref]").get_attribute("id")
    note = page.locator(f'.sheet:has(a[href="#{mark}"])').get_attribute("id")
    page.locator(f'.passages > li > a[href="#{note}"]').click()
    page.locator(f'.sheet a[href="#{mark}"]').click()
    assert page.evaluate(SHOWN) == ["quoted", "unnamed"]


def test_paper_shows_all_and_no_choice(page: Page) -> None:
    page.locator("#voice-quoted").check()
    page.emulate_media(media="print")
    assert len(page.evaluate(SHOWN)) == 9
    assert not page.locator(".filters").is_visible()


def test_without_styles_all_statements_stand_there_and_no_choice(chromium: Browser, topic: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.route("**/*.css", lambda route: route.abort())
    opened.goto(topic.as_uri())
    assert len(opened.evaluate(SHOWN)) == 9
    assert not opened.locator(".filters").is_visible()
    context.close()


def test_where_all_claims_are_of_one_kind_there_is_no_choice(window: Page, topic: Path) -> None:
    window.goto(topic.with_name("rust.html").as_uri())
    assert window.locator(".voice").all_inner_texts() == ["said by Ada Lind"]
    assert window.locator(".filters").count() == 0
