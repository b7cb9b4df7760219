"""Rendering: what stands on the pages of a small literal world."""

import html
import json
import re
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any

import pytest

from sitegen.compose.pages import (
    AboutPage,
    ArticleCard,
    ArticlePage,
    BackLink,
    BlockItem,
    CarriedLine,
    Carrier,
    Count,
    DateReading,
    Fact,
    IndexPage,
    LetterGroup,
    Line,
    Link,
    NameCard,
    NamedIn,
    NameGroup,
    NamePage,
    NameRange,
    NamesPage,
    NoteMark,
    NotFoundPage,
    OriginItem,
    OutletCard,
    Page,
    PartyGroup,
    PassageNote,
    Piece,
    PositionItem,
    PositionsPage,
    QuoteGroup,
    QuotesPage,
    RelatedItem,
    SearchPage,
    SentenceItem,
    Setting,
    SideLine,
    Site,
    SourceArticle,
    SourceNote,
    SourcesPage,
    StatementItem,
    SummaryItem,
    Tally,
    TimelineDate,
    TimelineItem,
    TimelinePage,
    TopicCard,
    TopicPage,
    Undated,
    Use,
    VoiceChoice,
    VoiceMark,
    Wording,
)
from sitegen.render import render
from sitegen.theme import load_theme

THEME = load_theme(None)
HOSTILE = """<script>alert("1")</script> & 'so' {{ page }} &amp; 2 > 1"""
SITE = Site("Talks", "en", "", "../index.html", "../style.css", (Link("../about.html", "About"),), None)


def line(id_: str, text: str, number: str = "1.1") -> Line:
    return Line(f"a.{id_}", text, (NoteMark(f"ref-{id_}", f"#note-{id_}", number, f"Source {number}: Wire"),))


def passage(id_: str, number: str) -> PassageNote:
    back = BackLink(f"#ref-{id_}", "a", f"a: note {number}")
    return PassageNote(f"note-{id_}", number, f"../articles/a.html#{id_}", "lead, line 3", (back,))


ARTICLE = Link("../articles/a.html", "Deal near")
STATEMENT = StatementItem(
    "st-1",
    line("s1", "They met."),
    VoiceMark("outlet", "the article’s own words"),
    "2 of 2 articles",
    True,
    (Wording(line("s2", "They talked.", "1.2"), VoiceMark("named", "said by Ada Reed"), "says less", ARTICLE),),
    (Link("x.html", "X"),),
)
SOURCES = (
    SourceNote(
        "source-a",
        1,
        ARTICLE,
        False,
        "Wire",
        "2025-12-15T08:00:00+01:00",
        "seeds/a.txt",
        "https://wire.example/a?b=1&c=2",
        "wire.example",
        (passage("s1", "1.1"), passage("s2", "1.2")),
    ),
)
TOPIC = TopicPage(
    "topics/talks.html",
    "Talks",
    SITE,
    ("the talks",),
    "1 statement from 1 of 2 articles.",
    (),
    (STATEMENT,),
    (),
    (VoiceChoice("outlet", "The articles’ own words", 1), VoiceChoice("named", "Named sources", 1)),
    (Carrier(ARTICLE, 1),),
    (RelatedItem(Link("x.html", "X"), "1 statement in common"),),
    SOURCES,
    story=Link("../stories.html#on-talks", "Its story"),
    structured='{"name": "Talks"}',
)
LONE = replace(STATEMENT, id="st-2", support="1 article in these words", is_corroborated=False, wordings=(), also_in=())


def block(id_: str, kind: Any, text: str, level: int = 0, fate: Any = "used") -> BlockItem:
    if kind in ("heading", "table", "code"):
        return BlockItem(id_, f"a.{id_}", kind, level, "other", text, ())
    sentence = SentenceItem(
        f"s-{id_}",
        f"a.s-{id_}",
        text,
        fate,
        f"words for {fate}",
        (Use(Link("../topics/t.html#x", "T"), "names “talks”"),),
    )
    return BlockItem(id_, f"a.{id_}", kind, 0, "other", "", (sentence,))


ARTICLE_PAGE = ArticlePage(
    "articles/a.html",
    "Deal near",
    SITE,
    False,
    (Fact("Outlet", "Wire"), Fact("Original", "wire.example", "https://wire.example/a")),
    (
        block("b1", "heading", "Deal near", 1),
        block("b2", "paragraph", "They met."),
        block("b3", "heading", "Details", 4),
        block("b4", "list_item", "One."),
        block("b5", "list_item", "Two.", fate="left-out"),
        block("b6", "quotation", "“Yes.”", fate="said-by-another"),
        block("b7", "table", "a | b\n  c | d  \n\n\ne | f"),
        block("b8", "list_item", "Last."),
    ),
    (Carrier(Link("../topics/t.html", "T"), 2),),
    3,
    1,
    1,
    "",
    (),
)
INDEX = IndexPage(
    "index.html",
    "Talks",
    replace(SITE, home="index.html", stylesheet="style.css", navigation=(Link("index.html", "Briefing"),)),
    "2 articles, 3 sentences.",
    (SummaryItem(line("s1", "They met."), "2 of 2 articles", Link("topics/talks.html#st-1", "Talks")),),
    (TopicCard(Link("topics/talks.html", "Talks"), line("s2", "They talked.", "1.2"), "1 statement"),),
    (ArticleCard(Link("articles/a.html", "Deal near"), True, None, None, "2 sentences, 2 in topics"),),
    SOURCES,
)
ABOUT = AboutPage(
    "about.html",
    "How",
    SITE,
    (Count("Articles", 2),),
    (Setting("topics.smallest", "3", "at least"),),
    1,
    0,
    0,
    "intake.html",
)
SAID = replace(line("s2", "“Yes,” Ada said."), pieces=(Piece("“"), Piece("Yes,", is_marked=True), Piece("” Ada said.")))
NAME = NamePage(
    "names/ada.html",
    "Ada",
    SITE,
    "Person, named in 3 sentences of 1 article.",
    ("Ada Lind",),
    (("Ada Lind", "Ada is the first name of Ada Lind"),),
    SideLine("Norway", "norway.html", "called an official of Norway"),
    (line("s1", "They met Mayor Ada."),),
    True,
    (SAID,),
    "../quotes.html#by-ada",
    (NamedIn(Link("../topics/talks.html", "Talks"), (CarriedLine(line("s3", "Ada left."), "2 articles"),), 2),),
    (Tally(Link("../topics/talks.html", "Talks"), 1),),
    (Tally(ARTICLE, 3),),
    SOURCES,
)
NAMES = NamesPage(
    "names.html",
    "Names",
    SITE,
    "Who several articles name.",
    (
        NameGroup(
            "person", "People", (NameRange("A", (NameCard(Link("names/ada.html", "Ada"), ("A. L.",), "1 article"),)),)
        ),
    ),
)
QUOTES = QuotesPage(
    "quotes.html",
    "Quotations",
    SITE,
    "3 quotations from 1 article.",
    tuple(QuoteGroup(f"by-{n}", f"Ada {n}", "names/ada.html", (SAID,), n) for n in range(6)),
    (QuoteGroup("by-bo", "Bo", "names/bo.html", (), 1),),
    (QuoteGroup("by-as_gulls", "gulls", "", (line("s4", "“No.”"),)),),
    7,
    QuoteGroup("by-unclear", "", "", (line("s5", "“So.”"),), 2),
    1,
    SOURCES,
)
TIMELINE = TimelinePage(
    "timeline.html",
    "Timeline",
    SITE,
    "1 date in 1 sentence.",
    3,
    (
        TimelineDate(
            "2025-12-14",
            "14 December 2025",
            (TimelineItem(line("s1", "They met."), (DateReading("Sunday", "the latest Sunday", "2025-12-15"),)),),
        ),
    ),
    (Undated(2, "Monday", "the article has no publication date"), Undated(1, "May", "no year")),
    SOURCES,
)
SOURCES_PAGE = SourcesPage(
    "sources.html",
    "Sources",
    SITE,
    "1 article of 1 outlet.",
    (
        OutletCard(
            "outlet-wire",
            "Wire",
            "Wire Trust",
            "2 statements.",
            (SourceArticle(ARTICLE, True, (Fact("Published", "2025-12-15"),), "2 statements."),),
        ),
    ),
    (OriginItem((ARTICLE,), "they share a sentence"),),
    "intake.html",
)
SEARCH = SearchPage(
    "search.html",
    "Search",
    SITE,
    "1 topic, 1 name, 1 statement, 1 article",
    (LetterGroup("letter-41", "A", (Link("names/ada.html", "Ada"),)),),
    ("search.js", "search/0.js"),
)
POSITIONS = PositionsPage(
    "positions.html",
    "Who wants what",
    SITE,
    "1 party.",
    (
        PartyGroup(
            "by-ada",
            Link("names/ada.html", "Ada"),
            "1 sentence from 1 article",
            (PositionItem(line("s1", "They met."), "wants", "1 article in these words", is_corroborated=False),),
        ),
    ),
    (PositionItem(line("s5", "“So.”"), "denies", "2 articles", is_corroborated=True, party=Link("", "Bo")),),
    SOURCES,
)
NOT_FOUND = NotFoundPage("404.html", "Not found", SITE)
PAGES: tuple[Page, ...] = (
    *(TOPIC, ARTICLE_PAGE, INDEX, ABOUT, NOT_FOUND),
    *(NAME, NAMES, replace(QUOTES, named=QUOTES.named[:1]), TIMELINE, SOURCES_PAGE, POSITIONS, SEARCH),
)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.template)


def text_of(page: Page) -> str:
    return render(page, THEME).value.data.decode()


def with_text(value: Any, text: str) -> Any:
    """A page with `text` for every string of it that a source, a desk or a setting may have written."""
    if isinstance(value, tuple):
        return tuple(with_text(item, text) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept = {"path", "kind", "role", "fate", "language", "published"}
    return replace(
        value,
        **{
            field.name: text if isinstance(old, str) else with_text(old, text)
            for field in fields(value)
            if field.name not in kept
            for old in (getattr(value, field.name),)
        },
    )


class Reader(HTMLParser):
    """Tags in order, attributes, and the text of the elements marked with data-s or data-b."""

    def __init__(self, page: str):
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag in {"meta", "link", "input"}:
            return
        mark = next((value for name, value in attrs if name in {"data-s", "data-b"}), None)
        self.open.append((tag, mark))
        if mark:
            self.words.append((mark, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(mark for _, mark in self.open):
            mark, text = self.words[-1]
            self.words[-1] = mark, text + data


@each_page
def test_lines_end_without_blanks_and_none_is_empty(page: Page) -> None:
    text = text_of(page)
    assert text.endswith("</html>\n")
    outside = re.sub("<pre.*?</pre>", "<pre></pre>", text, flags=re.DOTALL)
    assert not re.search(r"[ \t]\n|\n\n|\r", outside)


@each_page
def test_elements_close_in_order_and_ids_are_distinct(page: Page) -> None:
    reader = Reader(text_of(page))
    assert reader.open == []
    ids = [value for name, value in reader.attributes if name == "id"]
    assert len(ids) == len(set(ids))


@each_page
def test_no_word_of_a_source_becomes_markup(page: Page) -> None:
    plain, hostile = Reader(text_of(with_text(page, "words"))), Reader(text_of(with_text(page, HOSTILE)))
    assert hostile.tags == plain.tags
    assert [name for name, _ in hostile.attributes] == [name for name, _ in plain.attributes]


@pytest.mark.parametrize("page", PAGES[:-1], ids=lambda page: page.template)
def test_no_page_has_a_script_a_style_attribute_or_an_address_elsewhere(page: Page) -> None:
    """Structured data stands in an element for scripts, and is none."""
    reader = Reader(text_of(page))
    assert ("type", "application/ld+json") in reader.attributes or "script" not in reader.tags
    assert reader.tags.count("script") <= 1
    names = {name for name, _ in reader.attributes}
    assert "style" not in names
    assert not any(name.startswith("on") for name in names)
    assert not any((value or "").startswith("http") for name, value in reader.attributes if name == "src")


@each_page
def test_charset_then_policy_come_first(page: Page) -> None:
    head = text_of(page).split("<head>\n")[1].split("\n")
    assert head[0].strip() == '<meta charset="utf-8">'
    assert head[1].strip().startswith('<meta http-equiv="Content-Security-Policy" content="default-src \'none\';')


def test_exactly_the_sentence_stands_inside_its_mark() -> None:
    hostile = replace(TOPIC, summary=(line("s9", HOSTILE),))
    assert Reader(text_of(hostile)).words == [("a.s9", HOSTILE), ("a.s1", "They met."), ("a.s2", "They talked.")]


def test_linked_and_marked_words_are_part_of_exactly_the_sentence() -> None:
    pieces = (Piece("<b>"), Piece("Ada", "../names/ada.html"), Piece(" & "), Piece(" co", is_marked=True))
    page = text_of(replace(TOPIC, summary=(replace(line("s9", "<b>Ada &  co"), pieces=pieces),)))
    assert Reader(page).words[0] == ("a.s9", "<b>Ada &  co")
    assert '&lt;b&gt;<a class="name" href="../names/ada.html">Ada</a> &amp; <mark> co</mark></span>' in page


def test_who_takes_a_position_and_who_carries_it_stand_behind_the_sentence_as_in_short() -> None:
    text = text_of(POSITIONS)
    dispute = text[text.index('data-s="a.s5"') :]
    assert dispute.index("</span>") < dispute.index('<div class="behind">') < dispute.index("Bo denies")
    assert dispute.index("Bo denies") < dispute.index('<span class="badge">2 articles</span>')


def test_many_speakers_have_a_list_of_them_first() -> None:
    assert text_of(QUOTES).count('<a href="#by-') == 6
    assert '<a href="#by-' not in text_of(replace(QUOTES, named=QUOTES.named[:5], sources=()))


def test_how_a_date_was_found_is_one_step_away_and_as_written_needs_no_step() -> None:
    assert "<summary><q>Sunday</q>, reported" in text_of(TIMELINE)
    written = TimelineItem(line("s1", "In 2022."), (DateReading("2022", "as written", None),))
    dates = (replace(TIMELINE.dates[0], items=(written,)),)
    assert "<details>" not in text_of(replace(TIMELINE, dates=dates)).partition("<main")[2]


def test_what_cannot_be_dated_says_how_many_and_why() -> None:
    page = text_of(TIMELINE)
    assert "2 expressions such as <q>Monday</q> can’t be dated: the article has no publication date." in page
    assert "1 expression, <q>May</q>, can’t be dated: no year." in page


def test_exactly_the_words_of_a_block_stand_inside_its_mark() -> None:
    assert Reader(text_of(ARTICLE_PAGE)).words == [
        ("a.b1", "Deal near"),
        ("a.s-b2", "They met."),
        ("a.b3", "Details"),
        ("a.s-b4", "One."),
        ("a.s-b5", "Two."),
        ("a.s-b6", "“Yes.”"),
        ("a.b7", "a | b\n  c | d  \n\n\ne | f"),
        ("a.s-b8", "Last."),
    ]


def test_quotation_marks_stand_as_they_are_in_text_but_not_in_attributes() -> None:
    words = '"It\'s" <so>'
    page = text_of(replace(TOPIC, title=words))
    assert '<h1>"It\'s" &lt;so&gt;</h1>' in page
    assert f'content="{html.escape(words).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")}: ' in page


def test_consecutive_list_items_are_one_list_and_headings_skip_no_level() -> None:
    text = text_of(ARTICLE_PAGE).partition("<article")[2].partition("</article>")[0]
    tags = [tag for tag in Reader(text).tags if tag in {"h2", "h3", "ul", "li", "pre"}]
    assert tags == ["h2", "ul", "li", "li", "pre", "ul", "li"]


def test_a_title_that_is_no_block_is_printed_without_a_mark() -> None:
    page = replace(ARTICLE_PAGE, blocks=ARTICLE_PAGE.blocks[1:], is_derived=True)
    assert "<h1>Deal near</h1>" in text_of(page)


def test_a_paragraph_without_sentences_keeps_its_words() -> None:
    caption = BlockItem("b9", "a.b9", "paragraph", 0, "other", "Photo: Wire", ())
    assert ("a.b9", "Photo: Wire") in Reader(text_of(replace(ARTICLE_PAGE, blocks=(caption,)))).words


def test_each_mark_leads_to_a_note_and_each_note_back() -> None:
    page = text_of(replace(TOPIC, single=(replace(LONE, line=Line("a.s3", "So.", ())),)))
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert {*re.findall(r'href="#([^"]+)"', page)} <= ids
    assert page.count('role="doc-noteref"') == page.count('role="doc-backlink"') == 2


def test_empty_sections_are_left_out() -> None:
    page = replace(TOPIC, corroborated=(), carriers=(), related=(), sources=())
    assert "<h2" not in text_of(page)
    assert "<section" not in text_of(page)


def test_canonical_address_only_when_the_site_has_one() -> None:
    assert "canonical" not in text_of(TOPIC)
    address = "https://x.example/topics/talks.html"
    page = text_of(replace(TOPIC, site=replace(SITE, canonical=address)))
    assert f'<link rel="canonical" href="{address}">' in page
    assert f'<meta property="og:url" content="{address}">' in page


def test_the_page_that_is_shown_is_marked_in_the_navigation() -> None:
    assert '<a href="index.html" aria-current="page">Briefing</a>' in text_of(INDEX)
    assert "aria-current" not in text_of(TOPIC)


def test_every_page_can_be_rendered_in_the_other_look() -> None:
    wire = load_theme(None, "wire")
    assert all(render(page, wire).value.data for page in PAGES)


def test_no_word_ends_the_structured_data() -> None:
    data = {"name": "</script><!--<script> & \u2028"}
    page = text_of(replace(TOPIC, structured=json.dumps(data, ensure_ascii=False)))
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(block) == data
    assert "<" not in block


def test_the_search_alone_has_scripts_and_allows_its_own_only() -> None:
    page = text_of(SEARCH)
    scripts = [re.sub(r' nonce="[^"]*"', "", found) for found in re.findall(r"<script (.*?)>", page)]
    assert scripts == ['src="search.js" defer', 'src="search/0.js" defer']
    assert "connect-src" not in text_of(SEARCH)  # nothing to send a question by
    policy = re.compile(r"default-src 'none'; (script-src [^;]*; )?style-src 'self' 'nonce-[^']*';")
    allowed = {page.path: policy.findall(text_of(page)) for page in PAGES}
    assert re.fullmatch(r"script-src 'self' 'nonce-[^']*'; ", *allowed.pop(SEARCH.path))
    # Data that stands in an element for scripts, by its digest; nothing that runs.
    assert all(re.fullmatch(r"(script-src 'sha256-[^']*'; )?", found) for each in allowed.values() for found in each)


def test_rendering_twice_gives_the_same_bytes() -> None:
    assert [render(page, THEME) for page in PAGES] == [render(page, load_theme(None)) for page in PAGES]
