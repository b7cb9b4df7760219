"""Positions: whose they are, and the words that show them."""

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.link import LinkOptions, link
from sitegen.model import Briefing, Statement
from sitegen.positions import find_positions
from tests.prose import Case, read_cases
from tests.world import read

_CASES = Path(__file__).parent / "cases/views"


def told(text: str, language: str = "en") -> Briefing:
    """An article of one paragraph, each sentence of which is a statement."""
    article = read("a.md", f"# Of the bridge\n\n{text}\n")
    analysis = analyse(article, AnalyseOptions(language)).value
    statements = tuple(Statement(f"st.{s.id}", s.id, (), ("a",), 1, 1) for s in analysis.sentences)
    return replace(link((analysis,), LinkOptions()).value, statements=statements)


def positions(briefing: Briefing) -> list[str]:
    names = {entity.id: entity.name for entity in briefing.entities}
    return [
        f"{names[p.party]} {p.stance}: {p.cue}" + (f", against {names[p.against]}" if p.against else "")
        for p in find_positions(briefing)
    ]


@pytest.mark.parametrize("case", read_cases(_CASES / "positions.md"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    assert "\n".join(positions(told(case.given))) == case.expected, case.rule


@pytest.mark.parametrize("case", read_cases(_CASES / "german_positions.md"), ids=lambda case: case.name)
def test_german_case(case: Case) -> None:
    assert "\n".join(positions(told(case.given, "de"))) == case.expected, case.rule


def test_a_sentence_that_no_statement_prints_or_says_has_no_position() -> None:
    briefing = told("Ada Lind demanded a second bridge.")
    assert find_positions(briefing)
    assert find_positions(replace(briefing, statements=())) == ()
