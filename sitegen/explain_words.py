"""Explanations in words, for a terminal: one thing a line, what belongs to it indented below."""

from collections.abc import Iterator

from sitegen.explain import BlockFound, Explanation, QuoteFound, SentenceFound, StatementFound
from sitegen.model import Attribution, NumberExpression, Relation

_STEP = "  "
_RELATIONS: dict[Relation, str] = {
    "same": "says the same as",
    "entailed": "says more than",
    "entails": "says less than",
    "partial": "shares a fact with",
}
"""How a sentence stands to the printed one; a `Relation` is seen from there."""


def in_words(explanation: Explanation) -> Iterator[str]:
    """The lines that a terminal shows."""
    place = f"{explanation.file}:{explanation.line}" if explanation.line else explanation.file
    yield f"{place} – {explanation.title or 'no title'}"
    yield f"{_STEP}article {explanation.article}"
    for fact in explanation.facts:
        yield f"{_STEP}{fact.name}: {fact.value}" + (f" ({fact.basis})" if fact.basis else "")
    for note in explanation.notes:
        yield f"{_STEP}note: {note}"
    if explanation.words.strip() and not explanation.blocks:
        yield f"{_STEP}{explanation.words.strip()}"
    for block in explanation.blocks:
        yield ""
        yield from _block(block)


def _block(block: BlockFound) -> Iterator[str]:
    kind = block.kind.replace("_", " ") + (f" of level {block.level}" if block.kind == "heading" else "")
    lines = str(block.first_line) + (f" to {block.last_line}" if block.last_line > block.first_line else "")
    yield f"{kind}, role {block.role}, line {lines}"
    if block.under:
        yield f"{_STEP}under: {' › '.join(block.under)}"
    if block.reasons or block.kind != "paragraph":
        yield f"{_STEP}why: {'; '.join(block.reasons) or 'it is marked so'}"
    if block.unprinted:
        yield f"{_STEP}not printed: {'  '.join(block.unprinted)}"
    if block.kind in ("table", "code"):
        yield f"{_STEP}shown with its article, not cited"
    if not block.sentences:
        yield f"{_STEP}{block.text}"
    for sentence in block.sentences:
        yield from (f"{_STEP}{line}" for line in _sentence(sentence))


def _sentence(sentence: SentenceFound) -> Iterator[str]:
    yield f"sentence {sentence.id}"
    yield f"{_STEP}{sentence.text}"
    if sentence.claim:
        yield f"{_STEP}claim: {_claim(sentence.claim)}"
    for name in sentence.names:
        others = [form for form in name.forms if form not in (name.name, name.text)]
        also = f"; also written {', '.join(others)}" if others else ""
        yield f"{_STEP}name: “{name.text}” is {name.name}, {name.kind} ({name.entity}){also}"
        if name.reason:
            yield f"{_STEP * 2}because: {name.reason}"
        if name.side:
            yield f"{_STEP * 2}stands for {name.side}"
        yield from (f"{_STEP * 2}{decision}" for decision in name.decisions)
    yield from (f"{_STEP}name dropped: {dropped}" for dropped in sentence.dropped)
    yield from (f"{_STEP}quotation: {_quote(quote)}" for quote in sentence.quotes)
    for date in sentence.dates:
        yield f"{_STEP}date: “{date.text}” is {date.value or 'not dated'}: {date.basis}"
    yield from (f"{_STEP}number: {_number(number)}" for number in sentence.numbers)
    yield from (f"{_STEP}{decision}" for decision in sentence.decisions)
    for difference in sentence.differences:
        yield f"{_STEP}differs ({difference.kind}: {difference.note}) from {', '.join(difference.others)}"
        if difference.dismissed:
            yield f"{_STEP * 2}{difference.dismissed}"
    yield f"{_STEP}fate: {sentence.fate.replace('-', ' ')}" + (f": {sentence.reason}" if sentence.reason else "")
    for statement in sentence.statements:
        yield from (f"{_STEP}{line}" for line in _statement(statement))


def _claim(claim: Attribution) -> str:
    whose = "the outlet’s own" if claim.voice == "outlet" else f"{claim.voice}, {claim.source_text or 'nobody stated'}"
    actor = f"; acts: {claim.actor_text}" if claim.actor_text else ""
    return f"{whose}; told as {claim.modality} ({claim.reason}){actor}"


def _quote(quote: QuoteFound) -> str:
    speaker = f"spoken by {quote.speaker}" if quote.speaker else "speaker unclear"
    return f"“{quote.text}”, {speaker}: {quote.reason}"


def _number(number: NumberExpression) -> str:
    ends = " to ".join("?" if end is None else f"{end:g}" for end in dict.fromkeys((number.low, number.high)))
    unit = f" {number.unit}" if number.unit else ""
    counted = f" of “{number.counted}”" if number.counted else ""
    return f"“{number.text}” is {ends}{unit}{counted}, {number.kind}, {number.exactness}"


def _statement(statement: StatementFound) -> Iterator[str]:
    articles = f"{len(statement.articles)} article" + ("s" if len(statement.articles) != 1 else "")
    origins = f", {statement.origins} origin" + ("s" if statement.origins != 1 else "")
    yield f"statement {statement.id}: carried by {articles}{origins}"
    if statement.relation:
        yield f"{_STEP}{_RELATIONS[statement.relation]} the printed sentence ({statement.score:g}), {statement.place}:"
        yield f"{_STEP * 2}{statement.text}"
    else:
        yield f"{_STEP}this is the printed sentence"
    yield from (f"{_STEP}{decision}" for decision in statement.decisions)
    yield from (f"{_STEP}{flag}; it says, or said, so" for flag in statement.flags)
    for topic in statement.topics:
        yield f"{_STEP}topic “{topic.title}” ({topic.id}), joined because: {topic.reason}"
        yield from (f"{_STEP * 2}{decision}" for decision in topic.decisions)
    if not statement.topics:
        yield f"{_STEP}in no topic"
    if statement.in_summary:
        yield f"{_STEP}in short on the first page"
