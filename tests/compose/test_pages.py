"""Topic, article and index pages: what stands on them, and what ties them together."""

from dataclasses import replace

import pytest

from sitegen.compose.corpus import shortened
from sitegen.compose.pages import AboutPage, ArticlePage, IndexPage, Link, TopicPage, Use
from sitegen.compose.support import support_words
from sitegen.interface import ENGLISH
from sitegen.model import Briefing, Origin, Related, Statement, Story
from sitegen.reasons import as_it_is, worded
from sitegen.text import counted
from tests.world import FILES, POST, World, bridge_world, pages, site


def topic(world: World, id_: str) -> TopicPage:
    page = pages(world.briefing())[f"topics/{id_}.html"]
    assert isinstance(page, TopicPage)
    return page


def article(world: World, id_: str) -> ArticlePage:
    page = pages(world.briefing())[f"articles/{id_}.html"]
    assert isinstance(page, ArticlePage)
    return page


def index(world: World) -> IndexPage:
    page = pages(world.briefing())["index.html"]
    assert isinstance(page, IndexPage)
    return page


def test_there_is_a_page_for_each_topic_and_article_by_path() -> None:
    found = list(pages(bridge_world().briefing()))
    assert found == sorted(found)
    assert found == [
        "404.html",
        "about.html",
        *(f"articles/{id_}.html" for id_ in ("notes", "post", "wire")),
        "coverage.html",
        "index.html",
        "intake.html",
        "quotes.html",
        "search.html",
        "sources.html",
        "stories.html",
        "timeline.html",
        "topics/the-bridge.html",
        "topics/the-crossing.html",
    ]


def test_statements_of_several_origins_stand_apart_from_those_of_one() -> None:
    page = topic(bridge_world(), "the-bridge")
    assert page.counts == "2 statements from 2 articles; 1 is in more than one of them."
    assert [item.line.text for item in page.corroborated] == ["The bridge at Vessel reopened on Sunday."]
    assert [item.line.text for item in page.background] == ["“It was rust,” said Mayor Ada Lind."]
    assert [item.support for item in page.statements] == ["2 of 2 articles", "1 article in these words"]


def test_a_lede_that_heads_the_statements_is_not_printed_twice() -> None:
    briefing = bridge_world().briefing()
    assert [len(page.summary) for page in pages(briefing).values() if isinstance(page, TopicPage)] == [0, 0]
    (rust,) = (s.sentence for s in briefing.statements if s.sources == ("post",))
    headed = replace(briefing.topics[0], summary=(rust,))
    page = pages(replace(briefing, topics=(headed, briefing.topics[1])))["topics/the-bridge.html"]
    assert isinstance(page, TopicPage)
    assert [line.text for line in page.summary] == ["“It was rust,” said Mayor Ada Lind."]


def test_copies_of_one_text_corroborate_nothing_and_stand_apart_from_what_one_article_says() -> None:
    world = World()
    copied = world.say("The bridge at", ("Vessel's bridge", "same"), origins=1)
    world.gather("The bridge", copied, world.say("“It was rust,”"))
    page = topic(world, "the-bridge")
    assert [item.support for item in page.copied] == ["2 of 2 articles, 1 original report"]
    assert [item.support for item in page.background] == ["1 article in these words"]
    assert page.corroborated == ()


def test_an_article_that_shares_but_a_fact_is_shown_and_not_counted() -> None:
    world = World()
    world.gather("The ferry", world.say("The ferry stops", ("The ferry will", "partial")))
    (item,) = topic(world, "the-ferry").single
    assert (item.support, [wording.relation for wording in item.wordings]) == (
        "1 article in these words",
        ["shares a fact with this"],
    )
    assert [mark.number for mark in item.line.notes] == ["2.1"]


def test_support_counts_articles_and_origins() -> None:
    statement = Statement("st", "a.s1", (), ("a", "b", "c"), 3, 3)
    assert support_words(ENGLISH, statement, 5) == "3 of 5 articles"
    assert (
        support_words(ENGLISH, replace(statement, origins=2, most_origins=2), 5)
        == "3 of 5 articles, 2 original reports"
    )
    assert support_words(ENGLISH, replace(statement, origins=1), 5) == "3 of 5 articles, 1 to 3 original reports"
    assert support_words(ENGLISH, replace(statement, sources=("a",), origins=1), 1) == "1 article in these words"


def test_a_statement_names_every_other_topic_that_holds_it() -> None:
    world = bridge_world()
    (here, *_), (there, *_) = topic(world, "the-bridge").corroborated, topic(world, "the-crossing").corroborated
    assert [(link.text, link.href) for link in here.also_in] == [("The crossing", f"the-crossing.html#{here.id}")]
    assert [(link.text, link.href) for link in there.also_in] == [("The bridge", f"the-bridge.html#{here.id}")]
    (alone,) = topic(world, "the-bridge").background
    assert alone.also_in == ()


def test_a_pinned_topic_does_not_name_one_that_the_next_article_may_move() -> None:
    world = bridge_world()
    world.topics[1] = replace(world.topics[1], is_provisional=True)
    assert topic(world, "the-bridge").corroborated[0].also_in == ()
    assert [link.text for link in topic(world, "the-crossing").corroborated[0].also_in] == ["The bridge"]


def test_related_topics_name_each_other_with_the_reason() -> None:
    world = bridge_world()
    for here, there in (("the-bridge", "the-crossing"), ("the-crossing", "the-bridge")):
        (related,) = topic(world, here).related
        assert (related.topic.href, related.reason) == (f"{there}.html", "for a reason")


def test_each_article_names_its_topics_and_each_topic_its_articles() -> None:
    world = bridge_world()
    named = {
        (id_, carrier.article.text, carrier.statements)
        for id_ in ("notes", "post", "wire")
        for carrier in article(world, id_).topics
    }
    carried = {
        (carrier.article.href.removeprefix("../articles/").removesuffix(".html"), page.title, carrier.statements)
        for page in (topic(world, "the-bridge"), topic(world, "the-crossing"))
        for carrier in page.carriers
    }
    assert named == carried
    assert named >= {("post", "The bridge", 2), ("wire", "The bridge", 1), ("notes", "The crossing", 1)}


def test_each_sentence_of_an_article_says_what_became_of_it() -> None:
    page = article(bridge_world(), "post")
    fates = [(item.text, item.fate) for block in page.blocks for item in block.sentences]
    assert fates == [
        ("The bridge at Vessel reopened on Sunday.", "used"),
        ("Trams & bicycles use it.", "left-out"),
        ("“It was rust,” said Mayor Ada Lind.", "used"),
    ]
    words = [item.fate_words for block in page.blocks for item in block.sentences]
    assert words == ["printed on 2 topic pages", "left out of topics: stands alone", "printed on 1 topic page"]
    assert (page.used, page.said_by_another, page.left_out) == (2, 0, 1)


def test_a_sentence_leads_to_every_statement_that_rests_on_it() -> None:
    world = bridge_world()
    (first, *_) = [item for block in article(world, "wire").blocks for item in block.sentences]
    statement = topic(world, "the-bridge").corroborated[0].id
    assert first.fate == "said-by-another"
    assert first.fate_words.startswith("said by another")
    assert [(use.statement.href, use.why) for use in first.uses] == [
        (f"../topics/the-bridge.html#{statement}", "names The bridge"),
        (f"../topics/the-crossing.html#{statement}", "names The crossing"),
    ]


def test_an_untitled_article_is_named_by_its_first_words_and_says_so() -> None:
    world = bridge_world()
    words = "The ferry will stop in June, the council wrote."
    page = article(world, "notes")
    assert (page.title, page.is_derived) == (words, True)
    assert [(card.article.text, card.is_derived) for card in index(world).articles] == [
        ("Trams back on the bridge", False),
        ("Bridge reopens", False),
        (words, True),
    ]
    source_note = topic(world, "the-crossing").sources[0]
    assert (source_note.article.text, source_note.is_derived) == (words, True)


def test_code_prints_in_its_columns_and_without_what_is_not_seen() -> None:
    world = World({"a.md": "Words.\n\n```\nif x:\n    y\u202e = \x0c1\n```\n"})
    assert article(world, "a").blocks[-1].text == "if x:\n    y =  1"


def test_facts_about_an_article_are_stated_or_said_not_to_be() -> None:
    world = bridge_world()
    assert [(fact.name, fact.value) for fact in article(world, "notes").facts] == [
        ("Outlet", "not stated"),
        ("Published", "not stated"),
        ("Language", "not known; read by the rules for English"),
        ("File", "notes.md"),
    ]
    assert [fact.value for fact in article(world, "post").facts] == [
        *("Harbour Post", "2024-05-12", "English", "seeds/post.txt", "post.md"),
    ]


def test_the_language_of_an_article_is_told_with_its_basis() -> None:
    german = "Der Rat hat am Abend für den Bau der Brücke gestimmt. Sie ist nicht breit."
    world = World(
        {
            "de.md": german,
            "fr.md": "---\nlanguage: fr\n---\nLe pont est ouvert.",
            "swiss.md": "---\nlanguage: de-CH\n---\nDie Brücke.",
        }
    )
    facts = {id_: next(f for f in article(world, id_).facts if f.name == "Language") for id_ in ("de", "fr", "swiss")}
    assert (facts["de"].value, facts["de"].basis) == (
        "German",
        "as told by its words: 9 of 15 are small words of that language",
    )
    assert (facts["fr"].value, facts["fr"].basis) == ("fr; read by the rules for English", "front matter")
    assert facts["swiss"].value == "German"
    assert [article(world, id_).language for id_ in ("de", "fr", "swiss")] == ["de", "fr", "de-CH"]


def test_a_path_prints_without_what_reorders_it() -> None:
    world = World({"a\u202egp.md": '---\ndocument: "seeds/\\u202ea.txt"\n---\nWords.\n'})
    facts = {fact.name: fact.value for fact in article(world, world.articles[0].id).facts}
    assert (facts["File"], facts["Document"]) == ("agp.md", "seeds/a.txt")


def test_copies_of_one_text_name_each_other_and_the_evidence() -> None:
    world = bridge_world()
    world.origins = (Origin("o", ("post", "wire"), as_it_is("they share a sentence")),)
    page = article(world, "post")
    assert (page.origin, [link.href for link in page.copies]) == ("they share a sentence", ["wire.html"])
    assert (article(world, "notes").origin, article(world, "notes").copies) == ("", ())


def test_the_index_has_the_newest_articles_first_and_a_card_a_topic() -> None:
    page = index(bridge_world())
    assert page.title == "Briefing of 13 May 2024"
    assert page.counts.startswith("3 articles, 7 sentences, 2 topics")
    assert [card.publisher for card in page.articles] == ["Wire", "Harbour Post", None]
    assert [card.topic.href for card in page.topics] == ["topics/the-bridge.html", "topics/the-crossing.html"]
    assert [card.lead and card.lead.text for card in page.topics] == ["The bridge at Vessel reopened on Sunday."] * 2
    assert [item.more.href for item in page.summary] == [f"topics/the-bridge.html#{bridge_world().statements[0].id}"]


def test_the_index_of_many_articles_leads_to_the_page_that_has_all(monkeypatch: pytest.MonkeyPatch) -> None:
    assert index(bridge_world()).all_articles is None
    monkeypatch.setattr("sitegen.compose.index._ARTICLES", 2)
    page = index(bridge_world())
    assert [card.publisher for card in page.articles] == ["Wire", "Harbour Post"]
    assert page.all_articles == Link("sources.html", "All 3 articles, by outlet")


def test_the_index_of_many_topics_leads_to_the_pages_that_have_all(monkeypatch: pytest.MonkeyPatch) -> None:
    assert index(bridge_world()).all_topics is None
    monkeypatch.setattr("sitegen.compose.index._CARDS", 1)
    page = index(bridge_world())
    assert [card.topic.text for card in page.topics] == ["The bridge"]
    assert page.all_topics == Link("search.html#a-to-z", "All 2 topics, among the names, A to Z")


def test_the_index_of_many_stories_leads_to_the_page_that_has_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.compose.index._STORIES", 1)
    monkeypatch.setattr("sitegen.compose.index._FURTHER", 0)
    page = pages(_with_stories(_two_stories()))["index.html"]
    assert isinstance(page, IndexPage)
    assert ([story.id for story in page.stories], page.further) == (["in-story.wire"], ())
    assert page.all_stories == Link("stories.html", "All 2 stories")


def test_the_index_of_one_story_leads_to_no_page_of_stories() -> None:
    assert index(bridge_world()).all_stories is None


def test_a_line_in_no_topic_leads_to_its_passage_and_its_passage_to_it() -> None:
    world = World()
    world.say("Nobody asked the gulls")
    (item,) = index(world).summary
    sentence = world.sentence("Nobody asked the gulls").id
    assert item.more == Link(
        f"articles/notes.html#{sentence.rpartition('.')[2]}", "The ferry will stop in June, the council wrote."
    )
    assert item.support == "1 article in these words"
    assert [mark.number for mark in item.line.notes] == ["1.1"]
    shown = next(s for block in article(world, "notes").blocks for s in block.sentences if s.sentence == sentence)
    assert shown.fate_words == "printed in short on the first page"
    assert shown.uses == (Use(Link(f"../index.html#ref-{sentence}", "In short"), ""),)
    assert item.line.notes[0].id == f"ref-{sentence}"
    assert [card.counts for card in index(world).articles if card.publisher is None] == ["2 sentences, 0 in topics"]


def test_a_line_leads_to_the_topic_that_it_heads() -> None:
    world = World()
    gulls, bridge = world.say("Nobody asked the gulls"), world.say("The bridge at Vessel")
    world.gather("The bridge", bridge, gulls)
    world.gather("Gulls", gulls)
    briefing = replace(world.briefing(), summary=(world.sentence("Nobody asked").id,))
    page = pages(briefing)["index.html"]
    assert isinstance(page, IndexPage)
    assert [item.more.text for item in page.summary] == ["Gulls"]


def test_with_one_article_no_line_says_that_it_is_one() -> None:
    world = World({"notes.md": FILES["notes.md"]})
    world.say("Nobody asked the gulls")
    assert [item.support for item in index(world).summary] == [""]


def test_the_about_page_counts_every_sentence_once() -> None:
    page = pages(bridge_world().briefing())["about.html"]
    assert isinstance(page, AboutPage)
    counts = {count.name: count.value for count in page.counts}
    assert (counts["Articles"], counts["Sentences"], counts["Topics"]) == (3, 7, 2)
    printed, said, left = (value for name, value in counts.items() if name.startswith("Sentences "))
    assert printed + said + left == counts["Sentences"]
    assert (page.undated, page.unnamed_outlets, page.untitled) == (1, 1, 1)


def test_an_empty_briefing_has_an_honest_index() -> None:
    page = pages(World({}).briefing())["index.html"]
    assert isinstance(page, IndexPage)
    assert (page.title, page.summary, page.topics, page.articles) == ("Briefing", (), (), ())
    assert page.counts.startswith("0 articles, 0 sentences, 0 topics")


def test_of_one_article_no_page_counts_what_several_carry() -> None:
    world = World({"post.md": POST})
    world.gather("The bridge", world.say("The bridge at"))
    made = pages(world.briefing())
    index, topic = made["index.html"], made["topics/the-bridge.html"]
    assert isinstance(index, IndexPage)
    assert isinstance(topic, TopicPage)
    assert index.counts == "1 article, 3 sentences, 1 topic."
    assert topic.counts == "1 statement from 1 article."


def test_words_are_shortened_at_a_word_or_within_one_that_is_too_long() -> None:
    assert shortened("The bridge at Vessel", 20) == "The bridge at Vessel"
    assert shortened("The bridge, at Vessel", 12) == "The bridge…"
    assert shortened("The bridge", 3) == "The…"
    assert shortened("Donaudampfschiff", 5) == "Donau…"
    assert shortened("港口" * 40, 4) == "港口港口…"


def test_numbers_are_written_with_their_noun() -> None:
    assert [counted(number, "article") for number in (0, 1, 1204)] == ["0 articles", "1 article", "1,204 articles"]
    assert counted(2, "is", "are") == "2 are"


def test_an_unrelated_article_touches_its_own_page_the_index_and_the_counts() -> None:
    gulls = "---\ndate: 2024-05-20\n---\n# Gulls\n\nGulls sit in the harbour.\n"
    before, after = site(bridge_world().briefing()), site(bridge_world({**FILES, "gulls.md": gulls}).briefing())
    changed = {path for path in after if after[path] != before.get(path)}
    whole = {f"{name}.html" for name in ("index", "about", "coverage", "intake", "search", "sources", "stories")}
    index = {"search/1.js"}  # of the search: a line more
    assert changed == {"articles/gulls.html", "briefing.json", "references.json", *whole, *index}


def test_relations_come_from_the_briefing_and_are_not_made_up() -> None:
    world = bridge_world()
    world.topics[0] = replace(
        world.topics[0], related=(Related("the-crossing", worded("both name %(words)s", words="Vessel")),)
    )
    assert topic(world, "the-bridge").related[0].reason == "both name Vessel"


def _two_stories() -> World:
    """The bridge world and another story, with a topic."""
    gulls = "---\ndate: 2024-05-01\n---\n# Gulls at sea\n\nGulls sit in the harbour. A gull stole the mayor's hat.\n"
    world = bridge_world({**FILES, "gulls.md": gulls})
    world.gather("gulls", world.say("Gulls sit"), world.say("A gull stole"))
    return world


def _with_stories(world: World) -> Briefing:
    others = tuple(article.id for article in world.articles if article.id != "gulls")
    return replace(world.briefing(), stories=(Story("story.gulls", ("gulls",)), Story("story.wire", others)))


def test_where_a_folder_holds_several_stories_topics_stand_under_theirs_the_largest_first() -> None:
    page = pages(_with_stories(_two_stories()))["index.html"]
    assert isinstance(page, IndexPage)
    assert page.topics == ()
    assert [(s.id, [card.topic.text for card in s.topics]) for s in page.stories] == [
        ("in-story.wire", ["The bridge", "The crossing"]),
        ("in-story.gulls", ["gulls"]),
    ]
    assert page.stories[1].title == "Gulls at sea"
    assert page.stories[1].headline_of == Link("articles/gulls.html", "Gulls at sea")
    assert page.stories[1].topics[0].counts == "2 statements from 1 of 1 article, newest of 1 May 2024"
    assert (page.all_stories, page.all_topics) == (None, None)
    marks = [(m.href, f"#{m.id}") for st in page.stories for c in st.topics if c.lead for m in c.lead.notes]
    back = {(f"#{p.id}", link.href) for source in page.sources for p in source.passages for link in p.back}
    assert marks
    assert back.issuperset(marks)


def test_a_note_leads_back_to_the_lines_of_all_stories() -> None:
    page = pages(_with_stories(_two_stories()))["index.html"]
    assert isinstance(page, IndexPage)
    leads = [card.lead for story in page.stories for card in story.topics if card.lead]
    lines = [*leads, *(item.line for item in page.summary)]
    back = {link.href for source in page.sources for passage in source.passages for link in passage.back}
    assert leads
    assert {f"#{mark.id}" for line in lines for mark in line.notes} == back
