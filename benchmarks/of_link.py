"""Predictions of the stage `link`: same claims, corroboration, aliases, stories, summaries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations
from pathlib import Path
from typing import NamedTuple

from benchmarks.articles import analysis_of, analysis_of_sentences, article_of
from benchmarks.plant import outcomes
from benchmarks.plant_origins import KINDS, rewritten
from benchmarks.scoring import Item
from sitegen.analyse.names import find_names
from sitegen.link import LinkOptions, link
from sitegen.link.corpus import make_corpus
from sitegen.link.differences import DifferenceOptions, find_differences
from sitegen.link.entities import EntityOptions, merge_mentions
from sitegen.link.origins import Ancestry, OriginOptions, find_origins
from sitegen.link.similar import Similarity, SimilarOptions
from sitegen.link.statements import StatementOptions, group_sentences, make_statements
from sitegen.link.stories import StoryOptions, find_stories
from sitegen.link.summary import Merits, SummaryOptions
from sitegen.model import Analysis, Difference, EntityKind, Mention, Origin

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "PLACE": "place",
    "Person": "person",
    "Company": "organisation",
    "Organization": "organisation",
}
_FACT = "0-fact"
_LABELS = Path(__file__).parent / "labels" / "same_claim.tsv"
_READ = Path(__file__).parent / "labels" / "differences_read.tsv"
TUNED_STORIES = frozenset(
    (
        *("ecb20-ecbplus", "ecb7-ecb", "ecb32-ecbplus", "ecb1-ecbplus", "ecb22-ecbplus"),
        *("basil-1f99798f", "basil-cad4bba5", "basil-d3a1ce0a"),
    )
)
"""Those with labels that the rules for statements were fitted to."""
_NEWER_STORIES = frozenset(("ecb25-ecbplus", "ecb31-ecbplus", "basil-70c75d68"))
"""Labelled after the rules of decision 0017 stood: the first of each set by the digest of its name (decision 0017)."""
_NEWEST_STORIES = frozenset(("ecb6-ecbplus", "ecb43-ecb", "basil-b4dbeda7"))
"""Labelled before the rules were touched again: the next of each set by that digest; their errors were read since."""
_HELD_OUT_STORIES = frozenset(("ecb8-ecb", "ecb28-ecb", "basil-9879bbc0"))
"""The next by that digest: no error of them was looked at."""
CLAIM_HALVES = ("tuned", "read since", "newer", "newest", "held out")
_UNRELATED = Ancestry((), (), OriginOptions())

Pair = tuple[str, str]
"""Ids of two sentences."""
Place = tuple[str, int]
"""Of a sentence: its document, and its number there."""


def claims(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, match, score}`: the set is taken as one folder, each sentence of it an article of its own."""
    corpus = make_corpus(
        analysis_of_sentences(f"{number:05}{side}", [item[side]])
        for number, item in enumerate(items)
        for side in ("a", "b")
    )
    similarity = Similarity(corpus, SimilarOptions())
    same = _corroborations(similarity)
    for number, item in enumerate(items):
        one, other = 2 * number, 2 * number + 1
        yield _match(item, similarity.score(one, other), is_match=(one, other) in same)


def claims_of_stories(items: list[Item], _: Path) -> Iterator[Item]:
    """As `claims`, where `a` is a fact and `b` a sentence of a story: each fact is compared with its whole story."""
    stories: dict[str, dict[str, list[str]]] = {}
    for item in items:
        told = stories.setdefault(item["topic"], {}).setdefault(item["doc"], [])
        if item["b"] not in told:
            told.append(item["b"])
    by_fact: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        by_fact.setdefault((item["topic"], item["a"]), []).append(item)
    told_by = {topic: _told(documents) for topic, documents in stories.items()}
    for (topic, fact), asked in by_fact.items():
        scores, saying = _compare(fact, told_by[topic])
        for item in asked:
            key = (item["doc"], stories[topic][item["doc"]].index(item["b"]))
            yield _match(item, scores[key], is_match=key in saying)


def found_claims(items: list[Item], _: Path, *, half: str) -> Iterator[Item]:
    """`{id, outcome}`: of the pairs that are taken to say the same, and are labelled, whether they do."""
    for labels, claims in _labelled(items, half):
        for pair in sorted(claims.pairs & labels.keys()):
            if labels[pair] != "unclear":
                yield {"id": " ".join(pair), "outcome": "right" if labels[pair] == "full" else "wrong"}


def missed_claims(items: list[Item], _: Path, *, half: str) -> Iterator[Item]:
    """`{id, outcome}`: of the pairs that say the same, whether they count for one statement."""
    for labels, claims in _labelled(items, half):
        for pair in sorted(pair for pair, label in labels.items() if label == "full"):
            yield {"id": " ".join(pair), "outcome": "right" if pair in claims.together else "missed"}


class _Claims(NamedTuple):
    pairs: set[Pair]
    """Of which one is taken to say all that the other says."""
    together: set[Pair]
    """That count for one statement: what two sentences elsewhere say more, it does not say."""


def _labelled(items: list[Item], half: str) -> Iterator[tuple[dict[Pair, str], _Claims]]:
    """For each story of a half that has labels: those of its pairs of sentences, and what is taken to say the same."""
    labels: dict[Pair, str] = {}
    for line in _LABELS.read_text("ascii").splitlines():
        if not line.startswith("#"):
            label, one, other = line.split("\t")
            labels[one, other] = label
    articles = {id_.rpartition(".")[0] for pair in labels for id_ in pair}
    for told in _by_story(items):
        if _half_of(told[0]["story"]) != half or articles.isdisjoint(i["id"] for i in told):
            continue
        corpus = make_corpus(analysis_of(article_of(item["id"], item["text"])) for item in told)
        names = {line.sentence.id for line in corpus.lines}
        here = {pair: label for pair, label in labels.items() if names.issuperset(pair)}
        if here:
            similarity = Similarity(corpus, SimilarOptions())
            ids = [line.sentence.id for line in corpus.lines]
            yield (
                here,
                _Claims(
                    {(ids[a], ids[b]) for a, b in _corroborations(similarity)},
                    {(ids[a], ids[b]) for a, b in _counted_together(similarity)},
                ),
            )


def _half_of(story: str) -> str:
    tuned, read, newer, newest, held_out = CLAIM_HALVES
    if story in _HELD_OUT_STORIES:
        return held_out
    if story in _NEWEST_STORIES:
        return newest
    return tuned if story in TUNED_STORIES else newer if story in _NEWER_STORIES else read


def planted_differences(items: list[Item], _: Path, *, kind: str) -> Iterator[Item]:
    """`{id, outcome}`: of the planted differences of a kind, whether they are found; of look-alikes, whether not."""
    for number, (case, outcome) in enumerate(outcomes(items, kind)):
        yield {"id": f"{number} {case.kind}", "outcome": outcome}


def real_differences(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, outcome}`: each difference found in the set, a topic or story of it at a time, as a person read it."""
    labels = {line[2]: line[0] for line in _read_labels() if line[0] != "to be found"}
    for difference in _differences(items):
        yield {"id": difference.id, "outcome": labels.get(difference.id, "unread")}


def missed_differences(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, outcome}`: of the pairs of sentences that a person saw to differ, whether a difference has both."""
    found = [{sentence for side in d.sides for sentence in side.sentences} for d in _differences(items)]
    articles = {item["id"] for item in items}
    for line in _read_labels():
        pair = line[2].split(" ")
        if line[0] == "to be found" and pair[0].rpartition(".")[0] in articles:
            yield {
                "id": line[2],
                "outcome": "right" if any(sentences.issuperset(pair) for sentences in found) else "missed",
            }


def _read_labels() -> list[list[str]]:
    lines = _READ.read_text("ascii").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _differences(items: list[Item]) -> Iterator[Difference]:
    """Those that are found within each topic of a set; within each story where it has no topics."""
    folders: dict[str, list[Analysis]] = {}
    for item in items:
        article = replace(article_of(item["id"], item["text"], published=item["date"]), title=item["title"] or None)
        folders.setdefault(item["topic"] or item["story"], []).append(analysis_of(article))
    for analyses in folders.values():
        corpus = make_corpus(analyses)
        entities = merge_mentions(corpus, EntityOptions())
        yield from find_differences(Similarity(corpus, SimilarOptions()), entities, DifferenceOptions())


def corroboration(items: list[Item], _: Path, *, carried: bool) -> Iterator[Item]:
    """`{topic, facts: [{fact, docs}]}`: a fact is stated where a sentence says all of it.

    `carried`: also by the document with the sentence most like it. A printed statement is a sentence of an article,
    which counts as one of those that report it; the facts of the set are clauses written from the documents, each from
    one at least. With one document a fact, whichever, the count is right for .590 of them (decision 0017).
    """
    for item in items:
        documents: dict[str, list[str]] = {}
        for sentence in item["sentences"]:
            documents.setdefault(sentence["doc"], []).append(sentence["text"])
        told = _told(documents)
        facts = []
        for fact in item["facts"]:
            scores, saying = _compare(fact["fact"], told)
            found = {document for document, _ in saying}
            if carried:
                found.add(max(sorted(scores), key=scores.__getitem__)[0])
            facts.append({"fact": fact["fact"], "docs": sorted(found)})
        yield {"topic": item["topic"], "facts": facts}


def aliases(items: list[Item], _: Path) -> Iterator[Item]:
    """`{name, entity}`: each name as often as the set counts it, with the kind that the set gives.

    The set's names have titles in them, as its readers marked them (`Automaker GM`); what is merged is the name that
    the stage `analyse` finds in each, if it finds one of that kind.
    """
    named = [(name, item["type"], count) for item in items for name, count in item["names"].items()]
    analyses = [
        _naming(f"{number:05}-{turn:03}", _core(name, _KINDS[kind]), _KINDS[kind])
        for number, (name, kind, count) in enumerate(named)
        for turn in range(count)
    ]
    merged = merge_mentions(make_corpus(analyses), EntityOptions())
    entity_of = {mention.sentence.split("-")[0]: entity.id for entity in merged for mention in entity.mentions}
    yield from ({"name": name, "entity": entity_of[f"{number:05}"]} for number, (name, _, _) in enumerate(named))


def _core(words: str, kind: EntityKind) -> str:
    """The last name of a kind in some words; all of them where none is found."""
    (found,) = find_names([words])
    return next((words[start:end] for start, end, found_kind in reversed(found) if found_kind == kind), words)


def name_pairs(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, match}`: whether two articles that each name one make one entity of them."""
    for item in items:
        kind = _KINDS.get(item["schema"], "other")
        merged = merge_mentions(
            make_corpus([_naming("a", item["a"], kind), _naming("b", item["b"], kind)]), EntityOptions()
        )
        yield {"id": item["id"], "match": int(len(merged) == 1)}


def summaries(items: list[Item], _: Path, *, count: int) -> Iterator[Item]:
    """`{id, sents}`: the `count` sentences that the index page of a folder of this one article would show.

    Where it would show fewer, since no other is fit to stand there, the best of the unfit fill up: the set asks for so
    many.
    """
    for item in items:
        analysis = _article(item)
        options = LinkOptions(summary=SummaryOptions(sentences=count, share=1.0))
        chosen = list(link((analysis,), options).value.summary)
        chosen += [id_ for id_ in _ranked(analysis, options) if id_ not in chosen]
        wanted = set(chosen[:count])
        yield {"id": item["id"], "sents": [s.text for s in analysis.sentences if s.id in wanted]}


def stories(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, story}`: the set is taken as one folder."""
    analyses = []
    for item in items:
        article = article_of(item["id"], item["text"], published=item["date"])
        analyses.append(analysis_of(replace(article, title=item["title"] or None)))
    for story in find_stories(make_corpus(analyses), StoryOptions()):
        yield from ({"id": article, "story": story.id} for article in story.articles)


def _match(item: Item, score: float, *, is_match: bool) -> Item:
    return {"id": item["id"], "match": int(is_match), "score": round(score, 6)}


def _told(documents: Mapping[str, Sequence[str]]) -> tuple[Analysis, ...]:
    return tuple(analysis_of_sentences(name, sentences) for name, sentences in documents.items())


def _compare(fact: str, story: tuple[Analysis, ...]) -> tuple[dict[Place, float], set[Place]]:
    """How alike each sentence of a story is to a fact, and which say the same, by (document, number)."""
    corpus = make_corpus((analysis_of_sentences(_FACT, [fact]), *story))
    similarity = Similarity(corpus, SimilarOptions())
    places: list[Place] = []
    for line in corpus.lines:
        number = places[-1][1] + 1 if places and places[-1][0] == line.article else 0
        places.append((line.article, number))
    at = places.index((_FACT, 0))
    scores = {place: similarity.score(at, index) for index, place in enumerate(places) if index != at}
    return scores, {places[other] for one, other in _corroborations(similarity) if one == at}


def _corroborations(similarity: Similarity) -> set[tuple[int, int]]:
    """Pairs of sentences, both ways round, of which one is taken to say all that the other says.

    Those of one group, neither of them in part only, and a printed sentence with each that says it elsewhere.
    """
    pairs: set[tuple[int, int]] = set()
    for grouping in group_sentences(similarity, StatementOptions()):
        printed, relations = grouping.printed, grouping.relations
        full = [other for other in grouping.companions if relations[other] != "partial"]
        pairs.update(permutations((printed, *full), 2))
        pairs.update(pair for other in grouping.elsewhere for pair in ((printed, other), (other, printed)))
    return pairs


def _counted_together(similarity: Similarity) -> set[tuple[int, int]]:
    """Pairs of sentences, both ways round, that count for one statement."""
    pairs: set[tuple[int, int]] = set()
    for grouping in group_sentences(similarity, StatementOptions()):
        full = [other for other, relation in grouping.relations.items() if relation != "partial"]
        pairs.update(permutations((grouping.printed, *full), 2))
    return pairs


def _naming(article: str, name: str, kind: EntityKind) -> Analysis:
    """The analysis of an article that only names somebody."""
    analysis = analysis_of_sentences(article, [name])
    (sentence,) = analysis.sentences
    return replace(analysis, mentions=(Mention(sentence.id, 0, len(sentence.text), name, kind),))


def _article(item: Item) -> Analysis:
    """An article to be summed up, with its title if the set has one. Where it gives sentences, the first is that."""
    if "paras" in item:
        paragraphs = (" ".join(paragraph["sents"]) for paragraph in item["paras"] if paragraph["type"] != "head")
        return _titled(analysis_of(article_of(item["id"], "\n".join(paragraphs))), item["title"])
    if "sents" in item:
        return _titled(analysis_of_sentences(item["id"], item["sents"][1:]), item["sents"][0])
    return analysis_of(article_of(item["id"], item["text"], whole=True))


def _titled(analysis: Analysis, title: str) -> Analysis:
    return replace(analysis, article=replace(analysis.article, title=title))


def _ranked(analysis: Analysis, options: LinkOptions) -> list[str]:
    """The sentences of an article, the one that best stands for it first."""
    similarity = Similarity(make_corpus([analysis]), options.similar)
    groupings = group_sentences(similarity, options.statements)
    statements = make_statements(groupings, similarity, _UNRELATED)
    return [statement.sentence for _, statement in Merits(similarity, options.summary).rank(statements, frozenset())]


def planted_origins(items: list[Item], _: Path, *, kind: str) -> Iterator[Item]:
    """`{id, outcome}`: whether a rewrite of each article, in a folder with all of its story, was joined with it."""
    for told in _by_story(items):
        for item in told:
            planted = {"id": "planted", "text": rewritten(item["id"], item["text"], KINDS[kind])}
            yield {"id": item["id"], "outcome": _joined(item["id"], "planted", _origins([*told, planted]))}


def independents(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, outcome}`: whether two outlets' own reports of one event were joined."""
    for told in _by_story(items):
        origins = _origins(told)
        for one, other in combinations(sorted(item["id"] for item in told), 2):
            yield {"id": f"{one} {other}", "outcome": _joined(one, other, origins)}


def _by_story(items: list[Item]) -> Iterator[list[Item]]:
    stories: dict[str, list[Item]] = {}
    for item in items:
        stories.setdefault(item["story"], []).append(item)
    yield from stories.values()


def _origins(items: list[Item]) -> tuple[Origin, ...]:
    analyses = make_corpus(analysis_of(article_of(item["id"], item["text"])) for item in items).analyses
    return find_origins(analyses, OriginOptions())


def _joined(one: str, other: str, origins: tuple[Origin, ...]) -> str:
    found = {origin.is_doubtful for origin in origins if {one, other} <= set(origin.articles)}
    return "joined" if False in found else "can't tell" if found else "apart"
