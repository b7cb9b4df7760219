"""Editorial, second part: the sections `topics`, `statements`, `differences` and `articles` of `editorial.yml`."""

from typing import cast, get_args

from sitegen.errors import Problem
from sitegen.fields import Fields
from sitegen.model import (
    ArticleDecision,
    ArticleStatus,
    Because,
    DifferenceDecision,
    DifferenceKind,
    PinnedTo,
    SentenceRef,
    StatementDecision,
    StatementVerb,
    TopicDecision,
    TopicPart,
)
from sitegen.text import fold, slug

_MOST_ORDER = 9_999
_ID = "the id that `sitegen explain FILE:LINE` shows"


def read_because(fields: Fields) -> Because:
    """What is said for a decision."""
    return Because(
        why=fold(fields.text("why") or "") or None,
        by=fold(fields.text("by") or "") or None,
        on=fields.date("on"),
    )


def read_topics(fields: Fields, problems: list[Problem]) -> tuple[TopicDecision, ...]:
    """The section `topics`: a mapping by address or title."""
    listed = fields.mapping("topics")
    if listed is None:
        return ()
    found: list[TopicDecision] = []
    for name in listed.names():
        before = len(listed.problems)
        inner, line = listed.mapping(name), listed.line(name)
        if inner is not None:
            found += _topic(name, inner, line, problems)
        elif len(listed.problems) == before:
            problems.append(_nothing(listed, line, f"topics.{name}", "say what is to become of the topic"))
    problems += listed.finish(unknown="error")
    return tuple(found)


def _topic(name: str, fields: Fields, line: int, problems: list[Problem]) -> list[TopicDecision]:
    decision = TopicDecision(
        topic=fold(name),
        title=fold(fields.text("title") or "") or None,
        id=fields.text("id"),
        pin=fields.flag("pin"),
        terms=tuple(map(fold, fields.texts("terms"))),
        split=tuple(part for item in fields.mappings("split") if (part := _part(item, problems))),
        merge_into=fold(fields.text("merge_into") or "") or None,
        exclude=fields.flag("exclude"),
        add=_references(fields, "add"),
        move=_references(fields, "move"),
        remove=_references(fields, "remove"),
        order=_order(fields),
        because=read_because(fields),
        line=line,
    )
    said = fields.finish(unknown="error")
    problems += said
    if said:
        return []
    if decision.id is not None and slug(decision.id, "topic") != decision.id:
        message = f'"{fields.within}.id": expected an address in small letters, digits and hyphens'
        problems.append(_wrong(fields, fields.line("id"), message, f"write it as {slug(decision.id, 'topic')}"))
        return []
    whole = [key for key in ("merge_into", "exclude") if getattr(decision, key)]
    rest = ("title", "id", "pin", "terms", "split", "add", "move", "remove", "order")
    other = [*whole[1:], *(key for key in rest if getattr(decision, key))]
    if whole and other:
        message = f'"{fields.within}": "{whole[0]}" leaves no topic for "{other[0]}" to be about'
        problems.append(_wrong(fields, line, message, "decide for one of them"))
        return []
    if decision.pin and not decision.title:
        message = f'"{fields.within}.title" is missing'
        problems.append(Problem("key-missing", "error", message, fields.path, line, 0, "add it: what the page is on"))
        return []
    if decision.pin and not (decision.terms or decision.add or decision.move):
        message = f'"{fields.within}": nothing says which sentences belong to it'
        problems.append(_wrong(fields, line, message, "give it terms, or sentences under add or move"))
        return []
    if not (whole or other):
        remedy = "add title, id, terms, pin, split, merge_into, exclude, add, move, remove or order, or take it out"
        problems.append(_nothing(fields, line, fields.within, remedy))
        return []
    return [decision]


def _part(fields: Fields, problems: list[Problem]) -> TopicPart | None:
    fields.require("title", "what the part is on")
    part = TopicPart(
        fold(fields.text("title") or ""), tuple(map(fold, fields.texts("terms"))), _references(fields, "sentences")
    )
    said = fields.finish(unknown="error")
    problems += said
    if not said and not (part.terms or part.sentences):
        message = f'"{fields.within}": nothing says which sentences leave for “{part.title[:40]}”'
        problems.append(_wrong(fields, fields.begins, message, "give it terms or sentences"))
        return None
    return None if said else part


def read_statements(fields: Fields, problems: list[Problem]) -> tuple[StatementDecision, ...]:
    """The section `statements`: a list, each with one verb."""
    found: list[StatementDecision] = []
    verbs = get_args(StatementVerb)
    for item in fields.mappings("statements"):
        given = {verb: references for verb in verbs if (references := _references(item, verb))}
        to = cast(PinnedTo | None, item.choice("to", get_args(PinnedTo)))
        because = read_because(item)
        said = item.finish(unknown="error")
        problems += said
        if said:
            continue
        message = ""
        if len(given) != 1:
            names = " and ".join(f'"{verb}"' for verb in given) or "none"
            message = f'"{item.within}": expected one of same, not_same, drop and pin, found {names}'
            problems.append(_wrong(item, item.begins, message, "write each as a decision of its own"))
            continue
        ((verb, references),) = given.items()
        if verb in ("same", "not_same") and len({reference.id for reference in references}) < 2:
            message = f'"{item.within}.{verb}": expected two or more sentences, found one'
            problems.append(_wrong(item, item.line(verb), message, "add the ids of the others"))
        elif to and verb != "pin":
            message = f'"{item.within}.to": only what is pinned heads anything'
            problems.append(_wrong(item, item.line("to"), message, "take it out"))
        else:
            found.append(StatementDecision(verb, references, to, because, item.begins))
    return tuple(found)


def read_differences(fields: Fields, problems: list[Problem]) -> tuple[DifferenceDecision, ...]:
    """The section `differences`: a list of those that are none, each with its reason."""
    found: list[DifferenceDecision] = []
    for item in fields.mappings("differences"):
        item.require("dismiss", "the ids of two sentences that do not differ")
        item.require("why", "the reason, which the page states")
        references = _references(item, "dismiss")
        kind = cast(DifferenceKind | None, item.choice("kind", get_args(DifferenceKind)))
        because = read_because(item)
        said = item.finish(unknown="error")
        problems += said
        if said:
            continue
        if len({reference.id for reference in references}) < 2:
            message = f'"{item.within}.dismiss": expected a sentence of each side, found one'
            problems.append(_wrong(item, item.line("dismiss"), message, "add the id of one of another side"))
        else:
            found.append(DifferenceDecision(references, kind, because, item.begins))
    return tuple(found)


def read_articles(fields: Fields, problems: list[Problem]) -> tuple[ArticleDecision, ...]:
    """The section `articles`: a mapping by id."""
    listed = fields.mapping("articles")
    if listed is None:
        return ()
    found: list[ArticleDecision] = []
    for name in listed.names():
        before = len(listed.problems)
        inner, line = listed.mapping(name), listed.line(name)
        if inner is not None:
            found += _article(name, inner, line, problems)
        elif len(listed.problems) == before:
            problems.append(_nothing(listed, line, f"articles.{name}", "add status: withdrawn, or take it out"))
    problems += listed.finish(unknown="error")
    return tuple(found)


def _article(name: str, fields: Fields, line: int, problems: list[Problem]) -> list[ArticleDecision]:
    fields.require("status", "withdrawn or corrected")
    status = cast(ArticleStatus | None, fields.choice("status", get_args(ArticleStatus)))
    if status == "corrected":
        fields.require("note", "what was corrected, for readers")
    note = fold(fields.text("note") or "")
    sentences = _references(fields, "sentences")
    because = read_because(fields)
    said = fields.finish(unknown="error")
    problems += said
    if said or status is None:
        return []
    if sentences and status == "withdrawn":
        message = f'"{fields.within}.sentences": an article is withdrawn as a whole'
        remedy = "take them out, or drop the sentences under statements"
        problems.append(_wrong(fields, fields.line("sentences"), message, remedy))
        return []
    return [ArticleDecision(name, status, note, sentences, because, line)]


def _references(fields: Fields, name: str) -> tuple[SentenceRef, ...]:
    """Sentences as the desk names them: an id, and perhaps the sentence's words behind it."""
    found: list[SentenceRef] = []
    for written in fields.texts(name):
        id_, _, words = fold(written).partition(" ")
        if "." not in id_.strip("."):
            message = f'"{fields.within}.{name}": expected the id of a sentence, found "{written[:40]}"'
            fields.problems.append(_wrong(fields, fields.line(name), message, f"write {_ID}"))
        else:
            found.append(SentenceRef(id_, words))
    return tuple(found)


def _order(fields: Fields) -> int | None:
    value = fields.number("order", least=1, most=_MOST_ORDER)
    if value is None or value == int(value):
        return None if value is None else int(value)
    message = f'"{fields.within}.order": expected a whole number, found "{value:g}"'
    fields.problems.append(_wrong(fields, fields.line("order"), message, "write 1 for the first topic"))
    return None


def _wrong(fields: Fields, line: int, message: str, remedy: str) -> Problem:
    return Problem("value-wrong", "error", message, fields.path, line, 0, remedy)


def _nothing(fields: Fields, line: int, name: str, remedy: str) -> Problem:
    return _wrong(fields, line, f'"{name[:48]}" decides nothing', remedy)
