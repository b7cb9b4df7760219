"""How good the judgements of each stage are, on public corpora: one table.

    python benchmarks/quality.py [--corpora DIR] --out PREDICTIONS [--only NAME ...] [--markdown FILE]

DIR holds the sets and, in `score/`, their scorers. Sets that are missing are left out, which is said below the table;
those of this project, with the sets that are part of it, need no DIR.
Predictions go to PREDICTIONS, one JSON object a line, in the form that the scorers read; text of the sets goes nowhere
else.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks import date_cases, german, labelled, of_actors, of_analyse, of_feeds, of_link, of_parse, plant
from benchmarks.plant_origins import KINDS
from benchmarks.scoring import NotThereError, Result, Row, ScorerError, measure

_AVERAGE = ("average_precision",)
ROWS: tuple[Row, ...] = (
    *(
        Row(
            "structure",
            "structure/gold",
            of_parse.structure,
            ("score_structure",),
            ("heading", "bullet"),
            ("variant", v),
        )
        for v in ("dash", "bare", "blank")
    ),
    Row("sentences", "sentences/gold", of_analyse.sentences, ("score_sentences",), ("GUM news", "UD EWT weblog")),
    Row("entities", "entities/meantime", of_analyse.entities, ("score_entities",), ("exact span+type", "PERSON")),
    Row("entities", "entities/wikigold", of_analyse.entities, ("score_entities",), ("exact span+type", "PERSON")),
    Row("entities", "entities/gum_wikified", of_analyse.entities, ("score_entities", "--recall-only")),
    Row("aliases", "entities/meantime_aliases", of_link.aliases, ("score_aliases",)),
    Row("aliases", "names/pairs", of_link.name_pairs, ("score_names",)),
    Row("actors and sides", "actors", of_actors.actors, own=True),
    Row("quotes", "quotes/polnear", of_analyse.quotes, ("score_quotes",), ("span", "speaker_accuracy_on_found")),
    Row("attribution, all", "attributions", labelled.attributions, own=True),
    Row("attribution, held out", "attributions", partial(labelled.attributions, half="held out"), own=True),
    Row("dates", "dates/meantime", of_analyse.dates, ("score_dates",), ("relaxed span",)),
    Row("dates", "dates/recognizers", of_analyse.dates, ("score_dates",), ("relaxed span",)),
    Row(
        "dates",
        "dates/recognizers",
        of_analyse.dates,
        ("score_dates",),
        ("relaxed span",),
        keep=("that apply", date_cases.applies),
    ),
    Row("claims", "claims/mrpc", of_link.claims, ("score_claims",), (*_AVERAGE, "precision", "recall")),
    Row("claims", "claims/superpal", of_link.claims_of_stories, ("score_claims",), (*_AVERAGE, "precision", "recall")),
    Row("claims", "claims/sts_headlines", of_link.claims, ("score_claims",)),
    *(
        Row(f"{what}, own labels, {half}", f"clusters/{name}", partial(predict, half=half))
        for half in of_link.CLAIM_HALVES
        for name in ("ecb", "basil")
        for what, predict in (("claims found", of_link.found_claims), ("claims to be found", of_link.missed_claims))
    ),
    *(
        Row(
            name,
            "corroboration/gold",
            partial(of_link.corroboration, carried=carried),
            ("score_corroboration",),
            ("count_exact", "precision", "recall"),
        )
        for name, carried in (("corroboration", True), ("corroboration, said in full", False))
    ),
    Row("stories", "clusters/ecb", of_link.stories, ("score_clusters",)),
    Row("stories", "clusters/basil", of_link.stories, ("score_clusters",)),
    *(Row(f"origins, planted {kind}", "clusters/basil", partial(of_link.planted_origins, kind=kind)) for kind in KINDS),
    Row("origins, independents", "clusters/basil", of_link.independents),
    *(
        Row(f"differences, planted {kind}", "clusters/ecb", partial(of_link.planted_differences, kind=kind))
        for kind in (*plant.KINDS, plant.LOOK_ALIKES)
    ),
    Row(
        "differences, planted attribution",
        "clusters/basil",
        partial(of_link.planted_differences, kind="attribution"),
    ),
    *(
        Row(f"differences {what}, own labels", f"clusters/{name}", predict)
        for name, what, predict in (
            ("ecb", "found", of_link.real_differences),
            ("ecb", "to be found", of_link.missed_differences),
            ("basil", "to be found", of_link.missed_differences),
        )
    ),
    Row("summary", "summary/gumsum", partial(of_link.summaries, count=1), ("score_summary",), ("rouge1_f1",)),
    Row("summary", "summary/cnndm", partial(of_link.summaries, count=3), ("score_summary",), ("rouge1_f1",)),
    Row("summary", "summary/bbc_extractive", partial(of_link.summaries, count=5), ("score_summary",), ("sentence",)),
    Row(
        "front matter",
        "frontmatter/gold",
        of_parse.front_matter,
        ("score_exact", "--field", "title", "--field", "date"),
    ),
    Row("encodings", "hostile/encodings", of_parse.encodings),
    Row("Markdown, by example", "markdown/commonmark", of_parse.markdown),
    Row("Markdown, by block", "markdown/commonmark", of_parse.markdown_blocks),
    *(
        Row(f"feeds, {what}", f"feeds/{name}", predict)
        for what, predict in (("read", of_feeds.readable), ("titles and links", of_feeds.details))
        for name in ("feedparser", "gofeed")
    ),
    Row("web page, text", "html_extraction/gold", of_parse.page_text, ("score_html",), ("precision", "recall")),
    Row("web page, facts", "html_metadata/gold", of_parse.page_facts, ("score_html_meta",), ("title", "byline")),
    *(
        Row(f"German {what}, {half}", f"german_{what}", partial(predict, half=number), own=True)
        for what, predict in (
            ("sentences", german.sentences),
            ("quotes", german.quotes),
            ("dates", german.dates),
        )
        for number, half in enumerate(("tuned", "held out"))
    ),
    Row("web page, date", "html_dates/gold", of_parse.page_facts, ("score_html_meta",)),
)


def measure_all(rows: Sequence[Row], corpora: Path | None, out: Path) -> tuple[list[Result], list[str]]:
    """The rows that could be measured, and in words which were left out; progress on standard error."""
    results: list[Result] = []
    left_out: list[str] = []
    out.mkdir(parents=True, exist_ok=True)
    for row in rows:
        print(f"{row.capability}: {row.name} ", end="", file=sys.stderr, flush=True)
        began = time.monotonic()
        try:
            results.append(measure(row, corpora, out))
            print(f"{time.monotonic() - began:.1f} s", file=sys.stderr)
            continue
        except FileNotFoundError as error:
            reason = f"there is no {_below(error.filename, corpora or out)}"
        except (NotThereError, ScorerError) as error:
            reason = str(error)
        left_out.append(f"{row.capability}, {row.name}: {reason}")
        print(f"left out: {reason}", file=sys.stderr)
    return results, left_out


_HEAD = """\
# Measured quality

What `python benchmarks/quality.py` prints, on public sets that nobody here wrote and that are not part of this
repository. The rules were tuned on these development sets: figures on texts never seen will be somewhat lower.
The sentences behind `attribution` and the German ones are this project's own, labelled by hand; no rule was fitted to
those held out. Of the counts of corroboration, "one document" for every fact would have .590 right.

"""


def as_markdown(results: Sequence[Result], left_out: Sequence[str], commit: str) -> str:
    """The table, and below it what it was measured at and what is not in it."""
    return "\n".join([*_table(results), "", f"Measured at {commit}.", *_listed(left_out)]) + "\n"


def commit_of(project: Path) -> str:
    """The commit that is checked out, in words, and whether files differ from it."""
    head = _git(project, "rev-parse", "--short", "HEAD")
    changed = _git(project, "status", "--porcelain", "--", "sitegen", "benchmarks")
    if not head:
        return "no commit"
    return f"commit {head} with changes" if changed else f"commit {head}"


def _table(results: Sequence[Result]) -> Iterator[str]:
    yield "| capability | set | n | figure |"
    yield "|---|---|--:|---|"
    for result in results:
        first, *others = [f"{figure.name} {figure.value:.3f}" for figure in result.figures] or [""]
        more = f" ({', '.join(others)})" if others else ""
        found = f"**{first}**{more}" if first else "nothing to measure"
        yield f"| {result.row.capability} | {result.row.name} | {result.items:,} | {found} |"


def _listed(left_out: Sequence[str]) -> Iterator[str]:
    if left_out:
        yield from ("", "Left out:", "", *(f"- {line}" for line in left_out))


def _below(name: str, folder: Path) -> str:
    """A path as it may be printed: without where on this machine it lies."""
    path = Path(name)
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name


def _git(project: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=project, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def main(arguments: list[str] | None = None, rows: Sequence[Row] = ROWS) -> int:
    """Exit status 0; 1 when nothing could be measured, 2 for wrong usage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, metavar="DIR")
    parser.add_argument("--out", type=Path, required=True, metavar="PREDICTIONS")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="capabilities or sets")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table there as well")
    options = parser.parse_args(arguments)
    if options.corpora and not (options.corpora / "score").is_dir():
        parser.error("the corpora have no folder score/")
    wanted = [
        row
        for row in rows
        if not options.only or {row.capability, row.set, row.set.partition("/")[0]} & {*options.only}
    ]
    if not wanted:
        names = sorted({row.capability for row in rows} | {row.set for row in rows})
        parser.error(f"there is no such row; rows are {', '.join(names)}")
    results, left_out = measure_all(wanted, options.corpora, options.out)
    table = as_markdown(results, left_out, commit_of(Path(__file__).parent.parent))
    print(table, end="")
    if options.markdown:
        options.markdown.write_text(_HEAD + table, "utf-8")
    return 0 if results else 1


if __name__ == "__main__":
    sys.exit(main())
