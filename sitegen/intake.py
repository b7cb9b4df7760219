"""Intake: the files of a folder → its articles, each counted once, and what became of every file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sitegen.each import Each, Lost, here
from sitegen.errors import Outcome, Problem, worst
from sitegen.model import Arrival, ArrivalFate, Article, Overlap, Source
from sitegen.parse import ParseOptions, is_text, parse
from sitegen.parse.citations import Citation, address_key, fill_in, find_citation, read_citations
from sitegen.parse.decode import decode
from sitegen.parse.feeds import is_feed
from sitegen.parse.outlets import with_outlet
from sitegen.reasons import NO_REASON, Reason, as_it_is, worded
from sitegen.rights import is_restricted
from sitegen.text import digest, fold, normalise, shared_passage

_UNREAD: dict[str, ArrivalFate] = {
    "file-ignored": "ignored",
    "file-refused": "refused",
    "file-unreadable": "refused",
}
"""Problems of reading that are a file's fate."""
_RUN = 8
"""Words in a row that count as shared, as for origins: fewer are found in any two articles."""
_WHOLE = 32
"""Hexadecimal digits of a whole digest."""
_LONGEST_SHOWN = 600
"""Characters of a shared passage, from its beginning: enough to see that it is one text."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a folder holds."""

    articles: tuple[Article, ...]
    """By id. No two have the same words, or the same address."""
    arrivals: tuple[Arrival, ...]
    """One a file, by path."""


@dataclass(frozen=True, slots=True)
class Until:
    """What is used: articles published by a day."""

    day: str
    """ISO 8601."""
    known: frozenset[str] = frozenset()
    """Ids of articles that an edition up to then has: when they were published need not be stated."""


@dataclass(frozen=True, slots=True)
class Received:
    """What a file holds: citations, or articles. Of a file that was lost nothing is there but the problem."""

    path: str
    articles: Outcome[tuple[Article, ...]] | None = None
    citations: Outcome[tuple[Citation, ...]] | None = None
    bodies: tuple["Body", ...] = ()
    """Of the articles."""


@dataclass(frozen=True, slots=True)
class Body:
    """The words of an article below its title, as identity sees them; where there are none, the marks there."""

    digest: str
    """128 bits of BLAKE2, which tell them from all others."""
    length: int
    """In characters."""


def receive(
    sources: Sequence[Source],
    unread: Iterable[Problem],
    options: ParseOptions,
    each: Each = here,
    until: Until | None = None,
) -> Outcome[Intake]:
    """The articles of all sources: `read_files`, then `settle`."""
    return settle(read_files(sources, options, each), unread, options, until=until)


def read_files(sources: Sequence[Source], options: ParseOptions, each: Each = here) -> tuple[Received, ...]:
    """Each source, parsed, in their order."""
    read = each(partial(_read_file, options=options), sources)
    return tuple(
        Received(source.path, Outcome((), (file.problem(source.path),))) if isinstance(file, Lost) else file
        for source, file in zip(sources, read, strict=True)
    )


def settle(
    files: Iterable[Received],
    unread: Iterable[Problem],
    options: ParseOptions,
    lost: Mapping[str, Lost] | None = None,
    until: Until | None = None,
) -> Outcome[Intake]:
    """Which articles are used, and what became of every file.

    `unread`: the problems of reading the folder, for the fates of files without source. `lost`: ids of articles that
    can't be used, and why. `until`: leaves later articles out, and those of which it is not known whether they are.

    An article that has the words of another, or its address, is not used a second time: of those with the same words
    the earliest stays, then the one whose id comes first; of those with one address the longest (a feed's item gives
    way to its full page). A home page is no address of an article, and items of one feed that share one are its own.
    Problems: those of `parse`, `decode` and `read_citations`, with paths below the content folder.
    """
    files = tuple(files)
    citations = {file.path: file.citations for file in files if file.citations is not None}
    known = tuple(citation for outcome in citations.values() for citation in outcome.value)
    problems = [problem for outcome in citations.values() for problem in outcome.problems]
    parsed: dict[str, Outcome[tuple[Article, ...]]] = {}
    later: dict[str, tuple[Reason, ...]] = {}
    for file in files:
        if file.articles is not None:
            outcome = _without(file.articles, lost or {})
            problems += outcome.problems
            cited = [_cited(article, known, options) for article in outcome.value]
            late = {article.id: why for article in cited if until and (why := _later(article, until))}
            kept = tuple(article for article in cited if article.id not in late)
            since = tuple(why for article in kept if until and (why := _changed_later(article, until)))
            later[file.path] = (*late.values(), *since)
            parsed[file.path] = Outcome(kept, outcome.problems)
    articles = [article for outcome in parsed.values() for article in outcome.value]
    bodies = {
        article.id: body
        for file in files
        if file.articles is not None
        for article, body in zip(file.articles.value, file.bodies, strict=True)
    }
    standing_for = _duplicates(articles, bodies)
    arrivals = [_citations_arrival(path, outcome) for path, outcome in citations.items()]
    by_id = {article.id: article for article in articles}
    arrivals += (_arrival(path, outcome, standing_for, by_id, later[path]) for path, outcome in parsed.items())
    arrivals += (
        Arrival(problem.path, _UNREAD[problem.code], (), (), (as_it_is(problem.message),))
        for problem in unread
        if problem.code in _UNREAD
    )
    used = sorted((article for article in articles if article.id not in standing_for), key=lambda article: article.id)
    return Outcome(Intake(tuple(used), tuple(sorted(arrivals, key=lambda arrival: arrival.path))), tuple(problems))


def _read_file(source: Source, options: ParseOptions) -> Received:
    """JSON that is no feed is citations, all else articles."""
    decoded = decode(source) if source.path.lower().endswith(".json") else Outcome(None)
    if decoded.value is None or is_feed(decoded.value):
        parsed = parse(source, options)
        return Received(source.path, parsed, bodies=tuple(map(_body, parsed.value)))
    read = read_citations(decoded.value, name=source.path)
    return Received(source.path, citations=Outcome(read.value, (*decoded.problems, *read.problems)))


def _without(outcome: Outcome[tuple[Article, ...]], lost: Mapping[str, Lost]) -> Outcome[tuple[Article, ...]]:
    """A file's articles but those that are lost, which are among its problems."""
    kept = tuple(article for article in outcome.value if article.id not in lost)
    problems = (lost[article.id].problem(article.path) for article in outcome.value if article.id in lost)
    return Outcome(kept, (*outcome.problems, *problems))


def _later(article: Article, until: Until) -> Reason:
    """Why an article is left out of what was published by a day; empty: it is not."""
    published = article.metadata.published
    if published is None:
        if article.id in until.known:
            return NO_REASON
        return worded("when it was published is not stated, and no edition up to %(day)s has it", day=until.day)
    if published[:10] <= until.day:
        return NO_REASON
    return worded("published %(day)s, later than %(other_day)s", day=published[:10], other_day=until.day)


def _changed_later(article: Article, until: Until) -> Reason:
    updated = (article.metadata.updated or "")[:10]
    if updated <= until.day:
        return NO_REASON
    return worded("updated %(day)s, after %(other_day)s: its words may be later", day=updated, other_day=until.day)


def _cited(article: Article, citations: Sequence[Citation], options: ParseOptions) -> Article:
    """An article with what citations add to it, which may be its outlet."""
    citation = find_citation(citations, url=article.metadata.url, title=article.title) if citations else None
    if citation is None:
        return article
    return replace(article, metadata=with_outlet(fill_in(article.metadata, citation), options.registry))


def _duplicates(articles: Sequence[Article], bodies: Mapping[str, Body]) -> dict[str, tuple[str, Reason]]:
    """Id of an article that is not used → the id of the one that is, and why. `bodies`: by article id."""
    standing_for: dict[str, tuple[str, Reason]] = {}
    by_words: dict[str, str] = {}
    for article in sorted(articles, key=lambda article: (article.metadata.published or "~", article.id)):
        first = by_words.setdefault(bodies[article.id].digest, article.id)
        if first != article.id:
            standing_for[article.id] = (first, worded("the same words"))
    by_address: dict[str, Article] = {}
    for article in sorted(articles, key=lambda article: (-bodies[article.id].length, article.id)):
        address = _address(article)
        if address and article.id not in standing_for:
            longest = by_address.setdefault(address, article)
            if longest.path != article.path:
                standing_for[article.id] = (longest.id, worded("the same address"))
    return {id_: (_last(first, standing_for), why) for id_, (first, why) in standing_for.items()}


def _last(article: str, standing_for: dict[str, tuple[str, Reason]]) -> str:
    """The article that is used in the end: what stands for another may give way in turn."""
    while article in standing_for:
        article = standing_for[article][0]
    return article


def _body(article: Article) -> Body:
    body = " ".join(block.text for block in article.blocks if block.role != "title")
    words = normalise(body) or body
    return Body(digest(words, _WHOLE), len(words))


def _address(article: Article) -> str:
    """What tells an article's address from others; empty for a home page, to which careless feeds link every item."""
    address = address_key(article.metadata.url or "")
    return address if "/" in address or "?" in address else ""


def _citations_arrival(path: str, outcome: Outcome[tuple[Citation, ...]]) -> Arrival:
    fate: ArrivalFate = "refused" if worst(outcome.problems) == "error" else "citations"
    return Arrival(path, fate, (), (), _words(outcome.problems))


def _arrival(
    path: str,
    outcome: Outcome[tuple[Article, ...]],
    standing_for: dict[str, tuple[str, Reason]],
    by_id: dict[str, Article],
    later: tuple[Reason, ...],
) -> Arrival:
    used = [article for article in outcome.value if article.id not in standing_for]
    unused = [article for article in outcome.value if article.id in standing_for]
    duplicates = tuple(standing_for[article.id] for article in unused)
    overlaps = tuple(_overlap(article, by_id[standing_for[article.id][0]]) for article in unused)
    is_draft = any(problem.code == "article-draft" for problem in outcome.problems)
    fate: ArrivalFate = (
        "used" if used else "duplicate" if duplicates else "later" if later else "draft" if is_draft else "refused"
    )
    notes = (
        *_words(outcome.problems),
        *dict.fromkeys(later),
        *_summed_up(used, many=not is_text(path) and len(outcome.value) > 1),
    )
    return Arrival(path, fate, tuple(article.id for article in used), duplicates, notes, overlaps)


def _overlap(article: Article, stand_in: Article) -> Overlap:
    """What an article shares with the one that stands for it, in both wordings."""
    here, there = _printed(article), _printed(stand_in)
    shared = shared_passage(here, there, _RUN)
    if shared is None:
        return Overlap(0.0, "", "")
    share = round(shared.share, 3)
    if is_restricted(article) or is_restricted(stand_in):  # the words of one are those of the other
        return Overlap(share, "", "")
    return Overlap(share, _beginning(here[slice(*shared.one)]), _beginning(there[slice(*shared.other)]))


def _printed(article: Article) -> str:
    return " ".join(fold(block.text) for block in article.blocks if block.role != "title")


def _beginning(passage: str) -> str:
    """A passage up to the last whole word that may be shown, without any mark of ours."""
    if len(passage) <= _LONGEST_SHOWN:
        return passage
    return passage[: _LONGEST_SHOWN + 1].rpartition(" ")[0] or passage[:_LONGEST_SHOWN]


def _words(problems: Iterable[Problem]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(as_it_is(problem.message) for problem in problems))


def unstated(article: Article) -> tuple[Reason, ...]:
    """What an article does not say of itself."""
    metadata = article.metadata
    known = (
        (worded("no title"), article.title),
        (worded("undated"), metadata.published),
        (worded("outlet not stated"), metadata.publisher),
    )
    return tuple(lack for lack, value in known if value is None)


def _summed_up(articles: Sequence[Article], *, many: bool) -> Iterator[Reason]:
    """What the articles of a file do not say of themselves; `many`: and how many of them."""
    counts = Counter(lack for article in articles for lack in unstated(article))
    for lack in sorted(counts, key=str):
        number, all_ = str(counts[lack]), str(len(articles))
        of_many = worded("%(what)s (%(number)s of %(all)s)", what=lack, number=number, all=all_)
        yield of_many if many else lack
