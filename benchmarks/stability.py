"""How much of the topics stays when one article comes or goes.

    python -m benchmarks.stability FOLDER ... [--least SHARE] [--outline]

Each folder of articles is linked as a whole, and once without each of its articles; both directions are judged. With
a lock, the topics of the smaller folder (adding) or of the whole (leaving out) are pinned first.
"""

import argparse
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import analysis_of
from sitegen.config import Config
from sitegen.intake import receive
from sitegen.link import LinkOptions, link
from sitegen.link.corpus import make_corpus
from sitegen.link.families import Families
from sitegen.link.members import naming
from sitegen.model import Analysis, Briefing
from sitegen.read import read_folder


@dataclass(frozen=True, slots=True)
class Kept:
    """What of the topics before is there after a change of one article; shares, from 0 to 1."""

    titles: float
    """Of the topics before, whose title stands unchanged."""
    backed: float
    """The same of those that could still be found: that three sentences, of two articles, name which are in both."""
    ids: float
    same: float
    """Mean, over the topics before, of the Jaccard index of its sentences and those of the topic of its id, 0 if there
    is none; sentences of the article that came or went do not count."""
    closest: float
    """The same with the topic whose sentences are most like its own, whatever its id."""
    new: float
    """Topics after, whose id was not there before: their number, in topics before."""
    covered: float
    """Of the sentences after, that stand in a topic: mean over the articles."""


def analyses_of(folder: Path) -> tuple[Analysis, ...]:
    """The articles of a folder, as `sitegen build` would take them."""
    config = Config()
    read = read_folder(folder, config.read)
    articles = receive(read.value, read.problems, config.parse).value.articles
    return tuple(analysis_of(article) for article in articles)


def compare(before: Briefing, after: Briefing) -> Kept:
    """What is kept of the topics of `before`. Topics all of whose sentences are gone are not asked for."""
    common = {a.article.id for a in before.analyses} & {a.article.id for a in after.analyses}
    old, new = _sentences(before, common), _sentences(after, common)
    titles = {topic.title for topic in after.topics}
    asked = [topic for topic in before.topics if old[topic.id]]
    if not asked:
        return Kept(1.0, 1.0, 1.0, 1.0, 1.0, 0.0, _covered(after))
    could = _backed(before, common)
    backed = [topic.title in titles for topic in asked if topic.title in could]
    return Kept(
        titles=statistics.fmean(topic.title in titles for topic in asked),
        backed=statistics.fmean(backed) if backed else 1.0,
        ids=statistics.fmean(topic.id in new for topic in asked),
        same=statistics.fmean(_jaccard(old[topic.id], new.get(topic.id, frozenset())) for topic in asked),
        closest=statistics.fmean(
            max((_jaccard(old[topic.id], other) for other in new.values()), default=0.0) for topic in asked
        ),
        new=len(new.keys() - old.keys()) / len(asked),
        covered=_covered(after),
    )


def _backed(briefing: Briefing, articles: set[str]) -> frozenset[str]:
    """Titles of the topics that enough sentences of `articles` name."""
    corpus = make_corpus(analysis for analysis in briefing.analyses if analysis.article.id in articles)
    families = Families(corpus)
    named = {
        pin.title: [corpus.lines[index].article for index in naming(pin, families)] for pin in briefing.lock.topics
    }
    return frozenset(title for title, found in named.items() if len(found) >= 3 and len(set(found)) >= 2)


def _covered(briefing: Briefing) -> float:
    used = {fate.sentence for fate in briefing.fates if fate.kind != "left-out"}
    shares = [statistics.fmean(s.id in used for s in a.sentences) for a in briefing.analyses if a.sentences]
    return statistics.fmean(shares) if shares else 0.0


def _sentences(briefing: Briefing, articles: set[str]) -> dict[str, frozenset[str]]:
    """Topic id → the sentences of its statements, those of `articles` only."""
    article_of = {s.id: s.article for analysis in briefing.analyses for s in analysis.sentences}
    statements = {s.id: (s.sentence, *(other.sentence for other in s.also)) for s in briefing.statements}
    return {
        topic.id: frozenset(
            sentence
            for member in topic.members
            for sentence in statements[member.statement]
            if article_of[sentence] in articles
        )
        for topic in briefing.topics
    }


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0


def _runs(analyses: Sequence[Analysis]) -> Iterator[tuple[str, Kept]]:
    """Kind of change → what it left, for each article."""
    options = LinkOptions()
    whole = link(tuple(analyses), options).value
    for left_out in range(len(analyses)):
        fewer = tuple(a for index, a in enumerate(analyses) if index != left_out)
        part = link(fewer, options).value
        yield "leave out", compare(whole, part)
        yield "add", compare(part, whole)
        yield "leave out, pinned", compare(whole, link(fewer, options, whole.lock).value)
        yield "add, pinned", compare(part, link(tuple(analyses), options, part.lock).value)
        if left_out == 0:
            yield "pin", compare(whole, link(tuple(analyses), options, whole.lock).value)


def outline(briefing: Briefing) -> str:
    """The topics with their statements and the reasons, as an editor would read them."""
    words = {s.id: s.text for analysis in briefing.analyses for s in analysis.sentences}
    statements = {statement.id: statement for statement in briefing.statements}
    lines: list[str] = []
    for topic in briefing.topics:
        lines.append(f"== {topic.title}  [{' '.join(topic.terms)}]  {'; '.join(topic.aliases)}")
        lines.append(f"   lead: {' '.join(words[id_] for id_ in topic.summary)}")
        for member in topic.members:
            statement = statements[member.statement]
            lines.append(f"   {len(statement.sources)} {words[statement.sentence]}  ({member.reason})")
        lines += [f"   → {related.topic}: {related.reason}" for related in topic.related]
    return "\n".join(lines)


def main() -> None:
    """Print a row for each folder and kind of change."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--outline", action="store_true", help="print the topics of each folder instead")
    asked = parser.parse_args()
    for folder in asked.folders:
        analyses = analyses_of(folder)
        if asked.outline:
            print(f"#### {folder.name}\n{outline(link(analyses, LinkOptions()).value)}\n")
            continue
        found: dict[str, list[Kept]] = {}
        for change, kept in _runs(analyses):
            found.setdefault(change, []).append(kept)
        for change, rows in found.items():
            means = [statistics.fmean(getattr(row, name) for row in rows) for name in Kept.__slots__]
            figures = "  ".join(f"{name} {mean:.3f}" for name, mean in zip(Kept.__slots__, means, strict=True))
            print(f"{folder.name:12} {len(analyses):3}  {change:17} {figures}", flush=True)


if __name__ == "__main__":
    main()
