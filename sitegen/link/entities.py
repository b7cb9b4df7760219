"""Who and what is named: mentions of all articles, merged by the thing they name."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sitegen.each import Each, here, surely
from sitegen.model import Entity, Mention, Story
from sitegen.reasons import NO_REASON, Reason, worded
from sitegen.text import digest, slug

from .corpus import Corpus
from .countries import country
from .full_names import merge_full_names
from .name_book import NameBook, Why, form_of, majority
from .short_forms import merge_acronyms, merge_beginnings, merge_last_names


@dataclass(frozen=True, slots=True)
class EntityOptions:
    """How freely spellings are merged."""

    known_in: int = 2
    """Affairs that must have a name in full before articles on others may mean it by its last name alone."""


def merge_mentions(
    corpus: Corpus, options: EntityOptions, stories: Sequence[Story] = (), each: Each = here
) -> tuple[Entity, ...]:
    """All that is named, by id. An entity's mentions come by article, then position. `each`: who reads single names.

    What a short form stands for is looked for in its article first, then in the article's story, then everywhere, and
    only a single candidate is taken: two people who share a last name stay apart, and so does a last name that both
    have. Names of two kinds are never one, save that a last name of no clear kind may be a person's. Each form
    carries its reason (`Entity.reasons`).

    Method: decision 0009. Known failures: father and son of one name; two people of one last name, of whom one is
    never named in full; brothers with first names that sound alike, if no article names both.
    """
    book = NameBook(corpus, options.known_in, stories, each)
    merge_full_names(book, each)
    merge_acronyms(book)
    merge_last_names(book)
    merge_beginnings(book)
    merged: dict[str, list[tuple[Mention, Why | None]]] = {}
    for article, names in book.named.items():
        stands_for = {form: book.stands_for((article, form)) for form, _ in names.by_form}
        for mention, form in zip(names.mentions, names.forms, strict=True):
            key, why = stands_for[form]
            merged.setdefault(key, []).append((mention, why))
    found = [_Merged(key, tuple(mentions)) for key, mentions in merged.items()]
    return _with_distinct_ids(list(surely(each, _entity, found)), corpus)


@dataclass(frozen=True, slots=True)
class _Merged:
    """Mentions of one thing."""

    id: str
    """The key of its name."""
    found: tuple[tuple[Mention, Why | None], ...]
    """Each with why it is taken for one."""


def share_out(entities: Iterable[Entity], groups: Sequence[Collection[str]]) -> tuple[tuple[Entity, ...], ...]:
    """For each group of articles, by id, the entities that they name, with their mentions there only.

    No article is in two groups. All of it is one pass over the mentions, however many groups there are.
    """
    group_of = {article: number for number, group in enumerate(groups) for article in group}
    shared: list[list[Entity]] = [[] for _ in groups]
    for entity in entities:
        there: dict[int, list[Mention]] = {}
        for mention in entity.mentions:
            number = group_of.get(mention.sentence.rpartition(".")[0])
            if number is not None:
                there.setdefault(number, []).append(mention)
        for number, mentions in there.items():
            shared[number].append(replace(entity, mentions=tuple(mentions)))
    return tuple(map(tuple, shared))


def _entity(merged: _Merged) -> Entity:
    """What the mentions name; its id may be that of others too."""
    found = merged.found
    mentions = tuple(mention for mention, _ in found)
    counts = Counter(mention.text for mention in mentions)
    forms = tuple(sorted(counts, key=lambda text: (-counts[text], -len(text), text)))
    kind = majority(Counter(mention.kind for mention in mentions))
    # People go by their full name; everything else by what it is mostly called.
    full = [form for form in forms if " " in form] if kind == "person" else []
    name = (full or forms)[0]
    whys: dict[str, Counter[Why]] = {form: Counter() for form in forms}
    for mention, why in found:
        if why:
            whys[mention.text][why] += 1
    own = _commonest(whys[name])
    reasons = tuple(NO_REASON if form == name else _reason(name, form, _commonest(whys[form]), own) for form in forms)
    return Entity(slug(name, "name"), name, kind, forms, mentions, reasons)


def _reason(name: str, form: str, why: Why | None, own: Why | None) -> Reason:
    """Why a form is taken for a name; `own` is why that name is taken for another form."""
    if why and why.name != form:
        return why.whole
    if own and own.is_mutual:
        return own.of(name)
    if own:
        return worded("%(name)s is %(reason)s", name=name, reason=own.whole)
    if country(form_of(form)):
        return worded("another name of %(name)s", name=name)
    return worded("%(name)s, the same but for small words, accents and marks", name=name)


def _commonest(whys: Counter[Why]) -> Why | None:
    return min(whys, key=lambda why: (-whys[why], why.name, str(why.reason), why.is_mutual), default=None)


def _with_distinct_ids(entities: Sequence[Entity], corpus: Corpus) -> tuple[Entity, ...]:
    """Entities by id. Of several that share a slug, the one that was named first has it, by the day of the article, the
    undated before the dated; to the others' the words that first named each add a digest.

    So a newer article, which brings another bearer of a name or another spelling, moves no address. Known failure: an
    older one may, as may an undated one.
    """
    published = {analysis.article.id: analysis.article.metadata.published or "" for analysis in corpus.analyses}
    lines = {line.sentence.id: line for line in corpus.lines}

    def age(mention: Mention) -> tuple[str, int, int]:
        line = lines[mention.sentence]
        return published[line.article], line.index, mention.start

    firsts = [(min(entity.mentions, key=age), entity) for entity in entities]
    made: dict[str, Entity] = {}
    for first, entity in sorted(firsts, key=lambda found: age(found[0])):
        id_ = entity.id if entity.id not in made else f"{entity.id}-{digest(f'{first.sentence} {first.text}')}"
        made[id_] = entity if id_ == entity.id else replace(entity, id=id_)
    return tuple(made[id_] for id_ in sorted(made))
