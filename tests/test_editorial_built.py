"""From editorial.yml to the pages: what the desk decided stands there, named as the desk's."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.editorial import EDITORIAL
from tests.project import make_project, sitegen, tree

CRANE = """\
---
published: 2026-03-11
---
# The crane turns again

The crane in the harbour of Vessel was mended last week. “It turns again,” said Asta Lindqvist, who minds the crane.

She called it a “good old beast” in a speech on Tuesday. Asta Lindqvist is from Vessel.
"""
HOIST = """\
# Vessel mends its crane

The crane in the harbour of Vessel turns again since Tuesday. Asta Lindquist minds the crane.
"""
FILES = {"content/crane.md": CRANE, "content/hoist.md": HOIST}


def ids(project: Path) -> dict[str, str]:
    """First word of a sentence and its article → its id."""
    found = json.loads((project / "site/briefing.json").read_text("utf-8"))
    return {
        f"{article['id']} {sentence['text'].split()[0]}": sentence["id"]
        for article in found["articles"]
        for sentence in article["sentences"]
    }


def built(folder: Path, editorial: str, files: dict[str, str] = FILES) -> dict[str, str]:
    """The files of a site built under `editorial`, in which `{crane She}` is the id of that sentence."""
    make_project(folder, files)
    assert sitegen(folder, "build").status == 0
    known = ids(folder)
    (folder / EDITORIAL).write_text(re.sub(r"\{(\w+ [^}:]+)\}", lambda match: known[match[1]], editorial), "utf-8")
    run = sitegen(folder, "build")
    assert (run.status, run.err) == (0, "")
    for command in ("check", "verify"):
        assert sitegen(folder, command).status == 0
    return {path: data.decode() for path, data in tree(folder / "site").items() if isinstance(data, bytes)}


def briefing(site: dict[str, str]) -> Any:
    return json.loads(site["briefing.json"])


def test_a_display_name_is_shown_at_the_old_address_as_the_desks(tmp_path: Path) -> None:
    site = built(
        tmp_path,
        "names:\n  Vessel:\n    kind: place\n    display_name: Vessel-on-Sea\n    why: there are two\n    by: E. Moe\n"
        "    on: 2026-03-14\n",
    )
    page = site["names/vessel.html"]
    assert '<h1>Vessel-on-Sea <span class="aside">(the desk’s wording)</span></h1>' in page
    assert "Also written <q>Vessel</q>" in page
    decision = "The desk’s decision on <q>Vessel</q>: of the kind place; shown as “Vessel-on-Sea” – there are two"
    assert f"{decision} (E. Moe, 14 March 2026)</p>" in page
    assert 'Vessel-on-Sea</a> <span class="aside">(the desk’s wording)</span>' in site["names.html"]
    assert "What the desk decided" in site["about.html"]
    assert briefing(site)["decisions"][0] == {
        "about": "name",
        "id": "vessel",
        "words": "Vessel",
        "decided": "of the kind place; shown as “Vessel-on-Sea”",
        "value": "Vessel-on-Sea",
        "why": "there are two",
        "by": "E. Moe",
        "on": "2026-03-14",
    }
    (vessel,) = (entity for entity in briefing(site)["entities"] if entity["id"] == "vessel")
    assert (vessel["name"], vessel["forms"]) == ("Vessel-on-Sea", ["Vessel"])


def test_a_side_is_the_desks_and_may_be_none(tmp_path: Path) -> None:
    site = built(tmp_path, "names:\n  Vessel: {kind: place, side: Norway, why: its mayor speaks for the crown}\n")
    page = site["names/vessel.html"]
    assert "Stands for: Norway (the desk’s decision)" in page
    assert "stands for “Norway” – its mayor speaks for the crown" in page
    (vessel,) = (entity for entity in briefing(site)["entities"] if entity["id"] == "vessel")
    assert vessel["side"] == {"name": "Norway", "entity": None, "reason": "the desk’s decision"}
    site = built(tmp_path, "names:\n  Vessel: {kind: place, side: none}\n")
    assert "Stands for:" not in site["names/vessel.html"]
    assert "stands for itself" in site["names/vessel.html"]


def test_a_display_name_that_is_a_spelling_of_the_articles_is_not_the_desks_wording(tmp_path: Path) -> None:
    site = built(tmp_path, "names:\n  Asta Lindqvist: {aliases: Asta Lindquist, display_name: Asta Lindquist}\n")
    assert "(the desk’s wording)" not in "".join(site.values())
    assert "<h1>Asta Lindquist</h1>" in site["names/asta-lindqvist.html"]


def test_two_that_are_not_the_same_are_two_and_the_page_says_who_parted_them(tmp_path: Path) -> None:
    site = built(tmp_path, "names:\n  Asta Lindqvist: {not_same_as: Asta Lindquist, why: cousins}\n")
    assert {entity["id"] for entity in briefing(site)["entities"]} >= {"asta-lindqvist", "asta-lindquist"}
    assert "not the same as “Asta Lindquist” – cousins</p>" in site["names/asta-lindqvist.html"]
    assert {decision["id"] for decision in briefing(site)["decisions"]} == {"asta-lindqvist", "asta-lindquist"}


def test_a_dropped_name_has_no_page_and_no_link_and_the_about_page_says_so(tmp_path: Path) -> None:
    site = built(tmp_path, "names:\n  Vessel: {drop: true, why: a word for a ship}\n")
    assert "names/vessel.html" not in site
    assert "on <q>Vessel</q>: not a name – a word for a ship</p>" in site["about.html"]
    assert not any(re.search(r'href="[^"]*vessel', page) for page in site.values())


def test_a_kind_moves_a_name_among_those_of_its_kind(tmp_path: Path) -> None:
    site = built(tmp_path, "names:\n  Vessel: {kind: organisation}\n")
    assert "Organisation, named in" in site["names/vessel.html"]
    assert "of the kind organisation</p>" in site["names/vessel.html"]


def test_a_speaker_that_the_desk_states_has_the_words_and_the_page_says_who_decided(tmp_path: Path) -> None:
    site = built(
        tmp_path,
        "speakers:\n- {sentence: '{crane She}', words: good old beast, speaker: Asta Lindqvist, why: “She”}\n",
    )
    said = "on <q>good old beast</q>: spoken by Asta Lindqvist – “She”</p>"
    assert said in site["quotes.html"]
    assert said in site["names/asta-lindqvist.html"]
    (quote,) = (quote for quote in briefing(site)["quotes"] if quote["text"] == "good old beast")
    assert quote["speaker"] == "asta-lindqvist"
    assert quote["speaker_text"] != "Asta Lindqvist"


def test_a_speaker_in_the_desks_words_is_no_quotation(tmp_path: Path) -> None:
    site = built(
        tmp_path, "speakers:\n- sentence: '{crane She}'\n  words: good old beast\n  speaker: the crane’s minder\n"
    )
    stated = site["quotes.html"].partition("Speakers as the desk states them")[2]
    assert '<h3 id="by-stated_the-cranes-minder">the crane’s minder</h3>' in stated
    assert "<q>the crane’s minder</q>" not in stated


def test_a_dropped_speaker_is_unclear(tmp_path: Path) -> None:
    site = built(tmp_path, "speakers:\n- sentence: '{crane “It}'\n  words: It turns again\n  drop: true\n")
    assert "on <q>It turns again,</q>: speaker unclear</p>" in site["about.html"]
    assert [quote["speaker"] for quote in briefing(site)["quotes"] if quote["text"].startswith("It")] == [None]


def test_a_date_stands_on_the_timeline_and_at_a_name_with_the_desks_reason(tmp_path: Path) -> None:
    site = built(
        tmp_path,
        "names: {Vessel: {kind: place}}\n"
        "dates:\n- {sentence: '{hoist The}', words: Tuesday, value: 2026-03-10, why: asked the harbour, by: E. Moe}\n",
    )
    assert "10 March 2026" in site["timeline.html"]
    assert "<q>Tuesday</q>: the desk’s decision: asked the harbour (E. Moe)</p>" in site["timeline.html"]
    assert "on <q>Tuesday</q>: dated 2026-03-10 – asked the harbour (E. Moe)</p>" in site["names/vessel.html"]
    assert {"value": "2026-03-10", "basis": "the desk’s decision: asked the harbour (E. Moe)"}.items() <= next(
        date for date in briefing(site)["dates"] if date["sentence"].startswith("hoist.")
    ).items()


def test_words_of_the_desk_are_text_on_pages(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>\\u202e"
    site = built(
        tmp_path,
        f'names:\n  Vessel: {{kind: place, display_name: "{evil}", why: "{evil}", by: "{evil}"}}\n'
        f"speakers:\n- {{sentence: '{{crane She}}', words: good old beast, speaker: \"{evil}\"}}\n",
    )
    assert not any("<script>" in page or "\u202e" in page for path, page in site.items() if path.endswith(".html"))


def test_decisions_on_words_that_rights_withhold_are_stated_nowhere(tmp_path: Path) -> None:
    lone = "---\nrights: cited\n---\n# Gulls\n\nGulls like the pier of Skarne. “Go away now please,” said Bo Ek.\n"
    editorial = "names:\n  Skarne: {kind: other, why: secret}\n" + (
        "speakers:\n- {sentence: '{gulls “Go}', words: Go away now please, drop: true, why: secret}\n"
    )
    make_project(tmp_path, {"content/gulls.md": lone.replace("rights: cited\n", "language: en\n")})
    sitegen(tmp_path, "build")
    known = ids(tmp_path)["gulls “Go"]
    make_project(tmp_path, {"content/gulls.md": lone, EDITORIAL: editorial.replace("{gulls “Go}", known)})
    assert sitegen(tmp_path, "build").err == ""
    site = b"".join(data for data in tree(tmp_path / "site").values() if isinstance(data, bytes)).decode()
    assert "secret" not in site
    assert "Go away" not in site


@pytest.mark.parametrize("command", ["build", "import", "verify"])
def test_a_fault_of_the_file_stops_every_command_before_it_begins(tmp_path: Path, command: str) -> None:
    make_project(tmp_path, {**FILES, EDITORIAL: "names:\n  Vessel: {alias: x}\n"})
    arguments = [tmp_path / "content/crane.md"] if command == "import" else []
    run = sitegen(tmp_path, command, *arguments)
    assert (run.status, run.err.splitlines()[0]) == (
        2,
        'editorial.yml:2: error: key "names.Vessel.alias" is not known  [key-unknown]',
    )
    assert not (tmp_path / "site").exists()


TUG = """\
# Tugs wait

The crane in the harbour of Vessel was mended last week. Tugs wait for 12 barges in the harbour of Vessel.

The crane in the harbour of Vessel has a new rope. No ship left the harbour of Vessel on Friday.
"""
THREE = {**FILES, "content/tug.md": TUG}


def test_what_the_desk_decides_on_topics_and_statements_stands_on_their_pages(tmp_path: Path) -> None:
    site = built(
        tmp_path,
        "topics:\n"
        "  sea: {pin: true, title: The sea, terms: [tugs, ship], add: '{crane She}', why: 'asked for', by: E. Moe}\n"
        "statements:\n- same: ['{tug No}', '{hoist Asta}']\n  why: both idle\n"
        "- drop: '{crane “It}'\n  why: a rumour\n- pin: '{tug Tugs}'\n  to: index\n",
        THREE,
    )
    page = site["topics/sea.html"]
    assert '<h1>The sea <span class="aside">(the desk’s wording)</span></h1>' in page
    assert "The desk’s decision: pinned by the desk – asked for (E. Moe)</p>" in page
    assert "The desk: put into the topic “The sea” – asked for (E. Moe)</p>" in page
    assert "The desk: says the same as a sentence of “Vessel mends its crane” – both idle</p>" in page
    assert '<p class="reason decided">pinned here by the desk</p>' in site["index.html"]
    assert 'The sea</a> <span class="aside">(the desk’s wording)</span>' in site["index.html"]
    assert "It turns again" in site["articles/crane.html"]
    assert [path for path, text in site.items() if path.endswith("html") and "It turns again" in text] == [
        "articles/crane.html"
    ]
    assert "left out of topics: dropped by the desk: a rumour" in site["articles/crane.html"]
    assert "a sentence of “The crane turns again”</a>: never printed – a rumour</p>" in site["about.html"]


def test_a_merged_and_a_moved_topic_lead_on_from_their_old_addresses(tmp_path: Path) -> None:
    make_project(tmp_path, THREE)
    sitegen(tmp_path, "build")
    (old, *_) = (topic["id"] for topic in json.loads((tmp_path / "site/briefing.json").read_text("utf-8"))["topics"])
    site = built(tmp_path, f"topics:\n  {old}: {{id: quay, title: <b>Quay</b>}}\n", THREE)
    assert '<meta http-equiv="refresh" content="0; url=quay.html">' in site[f"topics/{old}.html"]
    assert "&lt;b&gt;Quay&lt;/b&gt;" in site["topics/quay.html"]
    assert briefing(site)["redirects"] == {old: "quay"}
    site = built(
        tmp_path, f"topics:\n  sea: {{pin: true, title: Sea, terms: tugs}}\n  {old}: {{merge_into: sea}}\n", THREE
    )
    assert 'url=sea.html">' in site[f"topics/{old}.html"]


def test_a_withdrawn_article_leaves_a_page_without_its_words(tmp_path: Path) -> None:
    editorial = "articles:\n  crane: {status: withdrawn, note: <i>Taken down</i>, why: their notice, by: E. Moe}\n"
    site = built(tmp_path, editorial, THREE)
    page = site["articles/crane.html"]
    assert "This article was withdrawn." in page
    assert "withdrawn: &lt;i&gt;Taken down&lt;/i&gt; – their notice (E. Moe)</p>" in page
    texts = [text for path, text in site.items() if path not in ("search.json",)]
    assert not any("good old beast" in text or "It turns again" in text for text in texts)
    assert "withdrawn since, by decision of the desk" in site["intake.html"]
    assert 'href="articles/crane.html">The crane turns again</a>' in site["sources.html"].partition("Withdrawn")[2]
    found = briefing(site)
    assert [article["id"] for article in found["articles"]] == ["hoist", "tug"]
    assert [gone["article"] for gone in found["withdrawn"]] == ["crane"]
    assert {flag["article"] for flag in found["flags"]} == {"crane"}
    assert any("The crane turns again</a> was withdrawn: &lt;i&gt;Taken" in text for text in site.values())


def test_a_report_names_a_decision_on_a_statement_by_its_words(tmp_path: Path) -> None:
    make_project(tmp_path / "before", FILES)
    assert sitegen(tmp_path / "before", "build").status == 0
    built(tmp_path / "after", "statements:\n- drop: '{crane She}'\n")
    run = sitegen(tmp_path / "after", "diff", str(tmp_path / "before/site"), str(tmp_path / "after/site"))
    assert "statement “She called it a “good old beast” in a speech on Tuesday.”: never printed" in run.out


def test_what_was_decided_on_words_that_are_not_printed_is_not_stated_either(tmp_path: Path) -> None:
    speakers = "speakers:\n- {sentence: '{crane She}', words: good old beast, speaker: Asta Lindqvist}\n"
    for editorial in ("statements:\n- drop: '{crane She}'\n", "articles:\n  crane: {status: withdrawn}\n"):
        site = built(tmp_path, speakers + editorial, THREE)
        assert "good old beast" not in site["about.html"] + site.get("quotes.html", "")


def test_a_copy_of_a_withdrawn_article_shows_no_words_of_it(tmp_path: Path) -> None:
    files = {**THREE, "content/crane-again.md": CRANE.replace("a speech on Tuesday", "a talk on Tuesday")}
    site = built(tmp_path, "articles:\n  crane: {status: withdrawn}\n", files)
    assert "minds the crane" not in site["intake.html"]


def test_a_corrected_article_says_so_wherever_it_is_cited(tmp_path: Path) -> None:
    site = built(tmp_path, "articles:\n  tug: {status: corrected, note: It was Thursday.}\n", THREE)
    assert "corrected: It was Thursday.</p>" in site["articles/tug.html"]
    topics = [text for path, text in site.items() if path.startswith("topics/") and "Tugs wait</a>" in text]
    assert topics
    for page in topics:
        assert "corrected since: It was Thursday." in page
        assert "Tugs wait</a> was corrected: It was Thursday." in page


def test_a_dismissed_difference_stands_apart_with_the_reason(tmp_path: Path) -> None:
    files = {
        "content/a.md": "# A\n\nThe storm killed 12 fishermen off Skarne harbour on Monday. A choir sang.\n",
        "content/b.md": "# B\n\nThe storm killed 15 fishermen off Skarne harbour on Monday. Nets were mended.\n",
    }
    editorial = "differences:\n- dismiss: ['{a The}', '{b The}']\n  why: a slip\n  by: E. Moe\n"
    page = built(tmp_path, editorial, files)["differences.html"]
    assert "0 open differences." in page
    assert "The desk’s decision: no difference – a slip (E. Moe)</p>" in page.partition("Dismissed by the desk")[2]


def test_explain_names_the_decisions_on_a_sentence(tmp_path: Path) -> None:
    editorial = (
        "topics:\n  sea: {pin: true, title: The sea, terms: [tugs], why: asked for}\n"
        "statements:\n- same: ['{tug No}', '{tug Tugs}']\n  why: both idle\n"
    )
    built(tmp_path, editorial, THREE)
    run = sitegen(tmp_path, "explain", tmp_path / "content/tug.md:3")
    assert "the desk’s decision: pinned by the desk – asked for" in run.out
    assert "says the same as a sentence of “Tugs wait” – both idle" in run.out


def test_a_line_is_explained_without_decisions_while_the_file_has_a_fault(tmp_path: Path) -> None:
    make_project(tmp_path, {**FILES, EDITORIAL: "names:\n  Vessel: {kind: place}\n  Asta Lindqvist: {alias: x}\n"})
    run = sitegen(tmp_path, "explain", tmp_path / "content/crane.md:6")
    fault = 'editorial.yml:3: error: key "names.Asta Lindqvist.alias" is not known  [key-unknown]'
    assert (run.status, run.err.splitlines()[0]) == (1, fault)
    assert "without the decisions of editorial.yml" in run.out
    assert "name: “Vessel” is Vessel" in run.out
    assert "the desk’s decision" not in run.out


@settings(max_examples=30)
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_of_the_file_give_a_site_or_a_message(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    project = make_project(tmp_path_factory.mktemp("any"), {"content/hoist.md": HOIST, EDITORIAL: data})
    run = sitegen(project, "build")
    assert run.status in (0, 2)
    assert "Traceback" not in run.err
    assert (run.status == 2) == bool(re.search(r"^editorial\.yml:\d+(:\d+)?: error: ", run.err, re.MULTILINE))
