"""The page of stories: every topic under its story, and who of the story says nothing on it."""

from dataclasses import replace

import pytest

from sitegen.check import check_site
from sitegen.compose.pages import Link, StoriesPage, TopicPage
from sitegen.model import Briefing, Story
from tests.world import FILES, POST, World, bridge_world, pages, site

GULLS = "# Gulls at sea\n\nGulls sit in the harbour. A gull stole the mayor's hat.\n"
STORM = "---\npublished: 2024-05-11\n---\n# Storm over Vessel\n\nA storm took the roof of the school.\n"


def stories(briefing: Briefing) -> StoriesPage:
    page = pages(briefing)["stories.html"]
    assert isinstance(page, StoriesPage)
    return page


def story_link(briefing: Briefing) -> Link | None:
    """From the topic on the bridge."""
    page = pages(briefing)["topics/the-bridge.html"]
    assert isinstance(page, TopicPage)
    return page.story


def two_stories() -> Briefing:
    """The bridge with its topics, and gulls with theirs."""
    world = bridge_world({**FILES, "gulls.md": GULLS})
    world.gather("The gulls", world.say("Gulls sit"), world.say("A gull stole"))
    events = (Story("story.gulls", ("gulls",)), Story("story.wire", ("notes", "post", "wire")))
    return replace(world.briefing(), stories=events)


def test_every_topic_stands_under_its_story_with_the_articles_of_its_event_that_say_nothing_on_it() -> None:
    page = stories(two_stories())
    assert page.counts == "2 stories, 3 topics."
    found = [
        (story.title, [(item.topic.text, item.counts, [link.href for link in item.silent]) for item in story.topics])
        for story in page.stories
    ]
    assert found == [
        (
            "Bridge reopens",
            [
                ("The bridge", "2 of 3 articles", ["articles/notes.html"]),
                ("The crossing", "3 of 3 articles", []),
            ],
        ),
        ("Gulls at sea", [("The gulls", "1 of 1 article", [])]),
    ]


def test_a_topic_leads_to_its_place_there() -> None:
    briefing = two_stories()
    assert story_link(briefing) == Link(
        "../stories.html#on-the-bridge", "Which articles of this story say nothing on it"
    )
    assert 'id="on-the-bridge"' in site(briefing)["stories.html"].decode()


def test_many_topics_stand_on_several_pages_each_under_its_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.compose.stories._MOST", 1)
    briefing = two_stories()
    made = {path: page for path, page in pages(briefing).items() if isinstance(page, StoriesPage)}
    found = {
        path: [(story.title, story.counts, [item.topic.text for item in story.topics]) for story in page.stories]
        for path, page in made.items()
        if page.stories
    }
    assert found == {
        "stories.the-b.html": [("Bridge reopens", "3 articles, 2 topics", ["The bridge"])],
        "stories.the-c.html": [("Bridge reopens", "3 articles, 2 topics", ["The crossing"])],
        "stories.the-g.html": [("Gulls at sea", "1 article, 1 topic", ["The gulls"])],
    }
    assert made["stories.html"].counts == "2 stories, 3 topics."
    assert story_link(briefing) == Link(
        "../stories.the-b.html#on-the-bridge", "Which articles of this story say nothing on it"
    )
    assert [problem for problem in check_site(site(briefing)) if problem.code in ("link-dead", "anchor-dead")] == []


def test_the_page_of_coverage_leads_there() -> None:
    assert 'href="stories.html"' in site(two_stories())["coverage.html"].decode()


def test_an_article_of_the_same_event_that_is_silent_leaves_pages_of_topics_as_they_are() -> None:
    def built(files: dict[str, str]) -> dict[str, bytes]:
        briefing = bridge_world(files).briefing()
        events = (Story("story.wire", tuple(sorted(path.removesuffix(".md") for path in files))),)
        return site(replace(briefing, stories=events))

    before, after = built(FILES), built({**FILES, "storm.md": STORM})
    assert b"articles/storm.html" in after["stories.html"]
    of_topics = {path for path in after if path.startswith("topics/")}
    assert "topics/the-bridge.html" in of_topics
    assert {path for path in of_topics if after[path] != before.get(path)} == set()


def test_of_one_article_nobody_else_is_silent() -> None:
    world = World({"post.md": POST})
    world.gather("The bridge", world.say("The bridge at"))
    assert "stories.html" not in pages(world.briefing())
    assert story_link(world.briefing()) is None
