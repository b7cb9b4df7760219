"""What changed between two briefings: in statements, not in markup; and why.

Pure: two `Published` values in, changes out. How they are told: `diff_words.py`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, get_args

from sitegen.published import (
    Published,
    PublishedArticle,
    PublishedDifference,
    PublishedStatement,
    PublishedTopic,
    Said,
)
from sitegen.reasons import NO_REASON, Reason, as_it_is, in_english, listed, worded, worded_count

ChangeKind = Literal[
    "fact-changed",
    "difference-opened",
    "difference-changed",
    "difference-closed",
    "statement-withdrawn",
    "statement-added",
    "statement-reworded",
    "citation-lost",
    "citation-gained",
    "topic-gone",
    "topic-merged",
    "topic-renamed",
    "topic-added",
    "source-withdrawn",
    "source-edited",
    "source-added",
    "desk-decided",
    "settings-changed",
]
"""In the order in which a reviewer should see them."""
KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)

FactKind = Literal["number", "date", "name", "negation", "modality"]

Cause = Literal["source", "desk", "settings", "program", "others"]
"""`source`: an article that it rests on came, went or was changed; `desk`: a decision; `settings`: of the method;
`program`: its version is another, or nothing else differs; `others`: articles that it does not rest on moved it."""

_ALIKE = 0.6
"""Share of common words (Ratcliff and Obershelp) from which a sentence that came is one that went, edited. Set by
reading; pairs of unlike sentences of one article seldom reach .5."""
_MERGED = 0.5
"""Share of a topic's statements that another must hold to have taken it in."""
_NAMED = 3
"""Articles that a reason names, at most."""
_NEGATIONS = frozenset("not no never nor neither none nobody nothing without cannot".split())


@dataclass(frozen=True, slots=True)
class FactChange:
    kind: FactKind
    before: str
    """Words of the source; empty: there was none."""
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    kind: ChangeKind
    about: str
    """Id of the statement, topic, article or difference, in the new briefing where it is there."""
    before: str = ""
    """Words of a source, or a title, as they were."""
    after: str = ""
    facts: tuple[FactChange, ...] = ()
    note: Reason = NO_REASON
    """What else a reader should know."""
    quoted: str = ""
    """The sentence that `note` ends with, in words of a source; empty: with none."""
    topics: tuple[str, ...] = ()
    """Titles of the topics that show it."""
    page: str = ""
    """Of the new site, or of the old one for what is gone."""
    cause: Cause | None = None
    why: Reason = NO_REASON
    """The cause."""
    was: str = ""
    """Id of the statement or topic in the old briefing, where the new one has another for it."""
    sentences: tuple[str, str] = ("", "")
    """Ids of the sentences whose words are `before` and `after`; empty for what is no sentence."""


def diff(old: Published, new: Published) -> tuple[Change, ...]:
    """Every change from `old` to `new`, facts first; empty if both say the same. Neither is changed by the order of
    articles."""
    edits = _edits(old, new)
    causes = _Causes(old, new)
    matched = _matched(old, new, edits)
    of_statements = [*_statement_changes(old, new, edits, matched, causes)]
    changes = [
        *of_statements,
        *_other_facts(old, new, edits, of_statements),
        *_difference_changes(old, new, edits, causes),
        *_topic_changes(old, new, matched, causes),
        *_article_changes(old, new, edits),
        *_decision_changes(old, new),
        *(
            Change("settings-changed", name, old.settings.get(name, ""), new.settings.get(name, ""))
            for name in sorted(old.settings.keys() | new.settings.keys())
            if old.settings.get(name) != new.settings.get(name)
        ),
    ]
    return tuple(sorted(changes, key=lambda change: (KINDS.index(change.kind), change.topics, change.about)))


def fact_changes(before: Said, after: Said) -> tuple[FactChange, ...]:
    """The facts in which two versions of one sentence differ."""
    found: list[FactChange] = []
    pairs: tuple[tuple[FactKind, Mapping[str, str], Mapping[str, str]], ...] = (
        ("number", before.numbers, after.numbers),
        ("date", before.dates, after.dates),
        ("name", before.names, after.names),
    )
    for kind, was, now in pairs:
        lost = [words for key, words in was.items() if key not in now and words not in now.values()]
        found_now = [words for key, words in now.items() if key not in was and words not in was.values()]
        found += (FactChange(kind, *pair) for pair in zip_longest(lost, found_now, fillvalue=""))
    no, still_no = (_negations(said.text) for said in (before, after))
    if no != still_no:
        found.append(
            FactChange("negation", ", ".join((no - still_no).elements()), ", ".join((still_no - no).elements()))
        )
    if before.modality != after.modality:
        found.append(FactChange("modality", before.modality, after.modality))
    return tuple(found)


def _negations(text: str) -> Counter[str]:
    words = (word.strip(".,;:!?\"'“”‘’()").lower().replace("’", "'") for word in text.split())
    return Counter(
        "not" if word.endswith("n't") else word for word in words if word.endswith("n't") or word in _NEGATIONS
    )


def _edits(old: Published, new: Published) -> dict[str, str]:
    """Id of a sentence that went → id of the one that came in its place, in an article that both have.

    Best pairs first, each sentence once; alike by their words.
    """
    edits: dict[str, str] = {}
    for id_ in old.articles.keys() & new.articles.keys():
        before, after = old.articles[id_], new.articles[id_]
        gone = [s for s in before.sentences if s not in new.sentences and old.sentences[s].text]
        come = [s for s in after.sentences if s not in old.sentences and new.sentences[s].text]
        scored = []
        for one in gone:
            matcher = SequenceMatcher(autojunk=False)
            matcher.set_seq2(old.sentences[one].text.split())
            for other in come:
                matcher.set_seq1(new.sentences[other].text.split())
                if matcher.real_quick_ratio() >= _ALIKE and (ratio := matcher.ratio()) >= _ALIKE:
                    scored.append((-ratio, one, other))
        for _, one, other in sorted(scored):
            if one not in edits and other not in edits.values():
                edits[one] = other
    return edits


def _matched(old: Published, new: Published, edits: Mapping[str, str]) -> dict[str, str]:
    """Id of an old printed statement → id of the new one that says what it said. One to one.

    The same printed sentence before an edited one, before one that shares most other sentences. What says a part alone
    does not count: it may be on something else.
    """
    holder = {s: statement for statement in new.statements.values() if statement.is_printed for s in statement.sayers}
    wanted: list[tuple[int, int, str, str]] = []
    for statement in old.statements.values():
        if not statement.is_printed:
            continue
        shared: Counter[str] = Counter()
        for sentence in statement.sayers:
            now = edits.get(sentence, sentence)
            if now in holder:
                shared[holder[now].id] += 1
        own = edits.get(statement.sentence, statement.sentence)
        for id_, count in shared.items():
            there = new.statements[id_]
            rank = 0 if there.sentence == own else 1 if own in there.sayers else 2
            # Without its own sentence it is the same statement only if the new one prints a sentence of its.
            if rank < 2 or there.sentence in {edits.get(s, s) for s in statement.sayers}:
                wanted.append((rank, -count, statement.id, id_))
    found: dict[str, str] = {}
    for _, _, before, after in sorted(wanted):
        if before not in found and after not in found.values():
            found[before] = after
    return found


def _statement_changes(
    old: Published, new: Published, edits: Mapping[str, str], matched: Mapping[str, str], causes: "_Causes"
) -> Iterator[Change]:
    taken = set(matched.values())
    for statement in old.statements.values():
        if statement.id in matched:
            yield from _one_statement(statement, new.statements[matched[statement.id]], old, new, edits, causes)
        elif statement.is_printed:
            gone = _on(statement, "statement-withdrawn", old, causes.of(statement.sources))
            text, (note, quoted) = old.sentences[statement.sentence].text, _still(statement, new, edits)
            yield replace(gone, before=text, note=note, quoted=quoted, sentences=(statement.sentence, ""))
    for statement in new.statements.values():
        if statement.is_printed and statement.id not in taken:
            come = _on(statement, "statement-added", new, causes.of(statement.sources))
            text, note = new.sentences[statement.sentence].text, _carried(statement)
            yield replace(come, after=text, note=note, sentences=("", statement.sentence))


def _one_statement(
    before: PublishedStatement,
    after: PublishedStatement,
    old: Published,
    new: Published,
    edits: Mapping[str, str],
    causes: "_Causes",
) -> Iterator[Change]:
    was, now = old.sentences[before.sentence], new.sentences[after.sentence]
    lost, gained = set(before.sources) - set(after.sources), set(after.sources) - set(before.sources)
    changed = _on(after, "statement-reworded", new, causes.of({was.article, now.article, *lost, *gained}))
    is_known = bool(was.text and now.text)  # else the words of one are withheld, and nothing can be said of them
    changed = replace(changed, before=was.text, after=now.text, sentences=(was.id, now.id))
    changed = replace(changed, was=before.id if before.id != after.id else "")
    if before.sentence != after.sentence and edits.get(before.sentence) != after.sentence:
        note = worded(
            "in the words of %(title)s, before of %(other_title)s",
            title=_title(now.article, new),
            other_title=_title(was.article, old),
        )
        yield replace(changed, note=note)
    elif is_known and (facts := fact_changes(was, now)):
        note = NO_REASON if was.text != now.text else worded("the same words, read otherwise")
        yield replace(changed, kind="fact-changed", facts=facts, note=note)
    elif is_known and was.text != now.text:
        yield changed
    counts = worded("%(before)s before, %(after)s now", before=_carried(before), after=_carried(after))
    if lost:
        yield replace(changed, kind="citation-lost", note=listed((_titles(lost, old), counts)))
    if gained:
        yield replace(changed, kind="citation-gained", note=listed((_titles(gained, new), counts)))


def _on(statement: PublishedStatement, kind: ChangeKind, briefing: Published, cause: tuple[Cause, Reason]) -> Change:
    return Change(
        kind,
        statement.id,
        topics=tuple(briefing.topics[topic].title for topic in statement.topics),
        page=f"topics/{statement.topics[0]}.html" if statement.topics else "index.html",
        cause=cause[0],
        why=cause[1],
    )


def _other_facts(old: Published, new: Published, edits: Mapping[str, str], told: Iterable[Change]) -> Iterator[Change]:
    """Facts that an edit changed in a sentence that is not the printed one of a statement, before and after."""
    known = {(change.before, change.after) for change in told}
    holders = {s: statement for statement in new.statements.values() for s in statement.members}
    for before, after in sorted(edits.items()):
        was, now = old.sentences[before], new.sentences[after]
        if (was.text, now.text) in known or not (facts := fact_changes(was, now)):
            continue
        holder, quoted = holders.get(after), ""
        at = Change("fact-changed", after, page=f"articles/{now.article}.html")
        if holder is None or not holder.is_printed:
            note = worded("in a sentence that its article’s page alone prints")
        elif holder.sentence == after:
            at = _on(holder, at.kind, new, ("source", NO_REASON))
            note = worded("it was another’s wording, and now stands by itself")
        else:
            at = _on(holder, at.kind, new, ("source", NO_REASON))
            note, quoted = worded("in a wording of"), new.sentences[holder.sentence].text
        why = worded("%(title)s was edited", title=_title(now.article, new))
        at = replace(at, before=was.text, after=now.text, sentences=(before, after))
        yield replace(at, facts=facts, note=note, quoted=quoted, cause="source", why=why)


def _difference_changes(
    old: Published, new: Published, edits: Mapping[str, str], causes: "_Causes"
) -> Iterator[Change]:
    """Those that are there in one only; and those of one kind that share most sentences, where their sides changed."""
    gone = {id_: found for id_, found in old.differences.items() if id_ not in new.differences}
    come = {id_: found for id_, found in new.differences.items() if id_ not in old.differences}
    shared = sorted(
        (-len(common), before.id, after.id)
        for before in gone.values()
        for after in come.values()
        if before.kind == after.kind
        and 2 * len(common := {edits.get(s, s) for s in before.sentences} & after.sentences)
        >= min(len(before.sentences), len(after.sentences))
    )
    same: dict[str, str] = {}
    for _, one, other in shared:
        if one not in same and other not in same.values():
            same[one] = other

    def told(kind: ChangeKind, before: PublishedDifference | None, after: PublishedDifference | None) -> Change:
        found, briefing = (after, new) if after else (before, old)
        assert found is not None
        articles = {briefing.sentences[s].article for s in found.sentences if s in briefing.sentences}
        was, now = (" | ".join(one.says) if one else "" for one in (before, after))
        cause, why = causes.of(articles)
        return Change(
            kind, found.id, was, now, note=in_english(found.note), page="differences.html", cause=cause, why=why
        )

    for id_, found in gone.items():
        if id_ not in same:
            yield told("difference-closed", found, None)
        elif found.says and found.says != come[same[id_]].says:  # empty: withheld, and nothing can be said of them
            yield told("difference-changed", found, come[same[id_]])
    for id_, found in come.items():
        if id_ not in same.values():
            yield told("difference-opened", None, found)


def _topic_changes(old: Published, new: Published, matched: Mapping[str, str], causes: "_Causes") -> Iterator[Change]:
    cause, why = causes.of_all()
    gone = [topic for topic in old.topics.values() if topic.id not in new.topics]
    heirs = {topic.id: heir for topic in gone if (heir := _heir(topic, new, matched))}
    for id_, topic in old.topics.items():
        now = new.topics.get(heirs.get(id_, id_))
        if now is None:
            page = f"topics/{id_}.html"
            yield Change("topic-gone", id_, topic.title, page=page, cause=cause, why=why)
        elif now.id != id_ or now.title != topic.title:
            kind: ChangeKind = "topic-merged" if now.id != id_ and now.id in old.topics else "topic-renamed"
            note = worded("its address is another now") if now.id != id_ and kind == "topic-renamed" else NO_REASON
            page = f"topics/{now.id}.html"
            was = id_ if now.id != id_ else ""
            yield Change(kind, now.id, topic.title, now.title, note=note, page=page, cause=cause, why=why, was=was)
    for id_, topic in new.topics.items():
        if id_ not in old.topics and id_ not in heirs.values():
            page, note = (
                f"topics/{id_}.html",
                worded_count("%(n)s statement", "%(n)s statements", len(topic.statements)),
            )
            yield Change("topic-added", id_, after=topic.title, note=note, page=page, cause=cause, why=why)


def _heir(topic: PublishedTopic, new: Published, matched: Mapping[str, str]) -> str | None:
    """The topic that holds most of the statements of one that is gone, and at least `_MERGED` of them."""
    stood = {matched.get(statement, statement) for statement in topic.statements}
    held = [(len(stood & set(other.statements)), other.id) for other in new.topics.values()]
    count, heir = max(held, key=lambda pair: (pair[0], pair[1]), default=(0, ""))
    return heir if count and count >= _MERGED * len(topic.statements) else None


def _article_changes(old: Published, new: Published, edits: Mapping[str, str]) -> Iterator[Change]:
    for id_, article in old.articles.items():
        page = f"articles/{id_}.html"
        if id_ not in new.articles:
            note = worded_count("%(n)s sentence", "%(n)s sentences", len(article.sentences))
            yield Change("source-withdrawn", id_, before=article.title, note=note, page=page)
        elif notes := _edited(article, new.articles[id_], edits):
            yield Change("source-edited", id_, article.title, new.articles[id_].title, note=listed(notes), page=page)
    for id_, article in new.articles.items():
        if id_ not in old.articles:
            note = worded_count("%(n)s sentence", "%(n)s sentences", len(article.sentences))
            yield Change("source-added", id_, after=article.title, note=note, page=f"articles/{id_}.html")


def _edited(before: PublishedArticle, after: PublishedArticle, edits: Mapping[str, str]) -> list[Reason]:
    """What was changed in an article; empty if nothing was."""
    gone, come = set(before.sentences) - set(after.sentences), set(after.sentences) - set(before.sentences)
    edited = {one for one in gone if edits.get(one) in come}
    out, added = len(gone) - len(edited), len(come) - len(edited)
    notes = [worded_count("%(n)s sentence edited", "%(n)s sentences edited", len(edited))] if edited else []
    notes += [worded_count("%(n)s sentence taken out", "%(n)s sentences taken out", out)] if out else []
    notes += [worded_count("%(n)s sentence added", "%(n)s sentences added", added)] if added else []
    if before.title != after.title:
        notes.append(worded("title: %(before)s → %(after)s", before=before.title, after=after.title))
    was, now = _stated(before), _stated(after)
    notes += (
        worded(
            "%(field)s: %(before)s → %(after)s",
            field=_FIELDS[name],
            before=was.get(name, _NOT_STATED),
            after=now.get(name, _NOT_STATED),
        )
        for name in {**was, **now}
        if was.get(name) != now.get(name)
    )
    if not notes and before.sha256 != after.sha256:
        notes.append(worded("only in what no page prints"))
    return notes


_NOT_STATED = worded("not stated")
_FIELDS: Mapping[str, Reason] = {
    "publisher": worded("publisher"),
    "published": worded("published"),
    "updated": worded("updated"),
    "author": worded("author"),
    "url": worded("url"),
    "rights": worded("rights"),
}


def _stated(article: PublishedArticle) -> dict[str, str]:
    return {name: value for name, value in article.facts if value}


def _decision_changes(old: Published, new: Published) -> Iterator[Change]:
    for written, words in new.decisions.items():
        if written not in old.decisions:
            yield Change("desk-decided", written, after=words, cause="desk")
    for written, words in old.decisions.items():
        if written not in new.decisions:
            yield Change("desk-decided", written, before=words, note=worded("taken back"), cause="desk")


class _Causes:
    """Why something changed: by what of the inputs did."""

    def __init__(self, old: Published, new: Published):
        self._moved: dict[str, Reason] = {}
        for id_ in sorted(old.articles.keys() | new.articles.keys()):
            before, after = old.articles.get(id_), new.articles.get(id_)
            if before is None and after:
                self._moved[id_] = worded("%(title)s was added", title=after.title)
            elif after is None and before:
                self._moved[id_] = worded("%(title)s was withdrawn", title=before.title)
            elif before and after and (before.sha256, _stated(before)) != (after.sha256, _stated(after)):
                self._moved[id_] = worded("%(title)s was edited", title=after.title)
        self._decided = old.decisions.keys() ^ new.decisions.keys()
        self._is_set_otherwise = old.settings != new.settings
        programs = tuple(filter(None, (old.program, new.program)))
        self._program = NO_REASON
        if len({*programs}) > 1:
            self._program = worded("another version of the program: %(words)s", words=" → ".join(programs))

    def of(self, articles: Iterable[str]) -> tuple[Cause, Reason]:
        """Of a change in what rests on `articles`."""
        moved = [self._moved[article] for article in sorted(articles) if article in self._moved]
        return ("source", listed(moved)) if moved else self.of_all(is_apart=True)

    def of_all(self, *, is_apart: bool = False) -> tuple[Cause, Reason]:
        """Of a change in what rests on everything; with `is_apart` on none of the articles that changed."""
        if self._decided:
            return "desk", self._or_program(worded("the desk decided otherwise"))
        if self._is_set_otherwise and self._program:  # most of them are defaults of the other version
            return "program", worded("%(program)s, with other settings of the method", program=self._program)
        if self._is_set_otherwise:
            return "settings", worded("settings of the method were changed")
        if self._program and (is_apart or not self._moved):
            return "program", self._program
        if self._moved:
            cause: Cause = "others" if is_apart else "source"
            told = [*self._moved.values()][:_NAMED]
            more = len(self._moved) - len(told)
            told += [worded("and %(number)s more", number=str(more))] if more else []
            return cause, self._or_program(listed(told))
        return "program", worded("nothing else differs: another version of the program")

    def _or_program(self, why: Reason) -> Reason:
        """Where the program is another too, which of the two it was is not known."""
        return listed((why, worded("or %(program)s", program=self._program))) if self._program else why


def _still(statement: PublishedStatement, new: Published, edits: Mapping[str, str]) -> tuple[Reason, str]:
    """What became of the sentence of a statement that is gone, and the sentence that it now stands under."""
    sentence = edits.get(statement.sentence, statement.sentence)
    if sentence not in new.sentences:
        article = statement.sentence.rpartition(".")[0]
        if article in new.articles:
            return worded("the sentence is gone from its article"), ""
        return worded("its article is gone"), ""
    holder = next((other for other in new.statements.values() if sentence in other.members), None)
    if holder and holder.is_printed:
        return worded("now under"), new.sentences[holder.sentence].text
    return worded("its article still has it; no topic does"), ""


def _carried(statement: PublishedStatement) -> Reason:
    articles, origins = len(statement.sources), statement.origins
    carried = worded_count("%(n)s article", "%(n)s articles", articles)
    if origins >= articles:
        return carried
    reports = worded_count("%(n)s original report", "%(n)s original reports", origins)
    return worded("%(articles)s, %(reports)s", articles=carried, reports=reports)


def _titles(articles: Iterable[str], briefing: Published) -> Reason:
    return as_it_is(", ".join(_title(article, briefing) for article in sorted(articles)))


def _title(article: str, briefing: Published) -> str:
    return briefing.articles[article].title
