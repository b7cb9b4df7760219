"""Changes as people and machines read them: for a terminal, a pull request, a browser, a program."""

import html
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from itertools import groupby

from sitegen.diff import KINDS, Change, ChangeKind
from sitegen.interface import ENGLISH, Translator, msgid, msgids

HEADINGS: dict[ChangeKind, str] = {
    "fact-changed": msgid("Facts changed"),
    "difference-opened": msgid("Reports differ now"),
    "difference-changed": msgid("Reports differ otherwise"),
    "difference-closed": msgid("Reports differ no more"),
    "statement-withdrawn": msgid("Withdrawn"),
    "statement-added": msgid("Added"),
    "statement-reworded": msgid("Reworded"),
    "citation-lost": msgid("Sources lost"),
    "citation-gained": msgid("Sources gained"),
    "topic-gone": msgid("Topics gone"),
    "topic-merged": msgid("Topics merged"),
    "topic-renamed": msgid("Topics renamed"),
    "topic-added": msgid("Topics added"),
    "source-withdrawn": msgid("Articles withdrawn"),
    "source-edited": msgid("Articles edited"),
    "source-added": msgid("Articles added"),
    "desk-decided": msgid("The desk’s decisions"),
    "settings-changed": msgid("Settings"),
}
_COUNTS: dict[ChangeKind, tuple[str, str]] = {
    "fact-changed": msgids("%(n)s fact changed", "%(n)s facts changed"),
    "difference-opened": msgids("%(n)s difference opened", "%(n)s differences opened"),
    "difference-changed": msgids("%(n)s difference changed", "%(n)s differences changed"),
    "difference-closed": msgids("%(n)s difference closed", "%(n)s differences closed"),
    "statement-withdrawn": msgids("%(n)s statement withdrawn", "%(n)s statements withdrawn"),
    "statement-added": msgids("%(n)s statement added", "%(n)s statements added"),
    "statement-reworded": msgids("%(n)s statement reworded", "%(n)s statements reworded"),
    "citation-lost": msgids("%(n)s statement lost a source", "%(n)s statements lost a source"),
    "citation-gained": msgids("%(n)s statement gained a source", "%(n)s statements gained a source"),
    "topic-gone": msgids("%(n)s topic gone", "%(n)s topics gone"),
    "topic-merged": msgids("%(n)s topic merged", "%(n)s topics merged"),
    "topic-renamed": msgids("%(n)s topic renamed", "%(n)s topics renamed"),
    "topic-added": msgids("%(n)s topic added", "%(n)s topics added"),
    "source-withdrawn": msgids("%(n)s article withdrawn", "%(n)s articles withdrawn"),
    "source-edited": msgids("%(n)s article edited", "%(n)s articles edited"),
    "source-added": msgids("%(n)s article added", "%(n)s articles added"),
    "desk-decided": msgids("%(n)s decision", "%(n)s decisions"),
    "settings-changed": msgids("%(n)s setting changed", "%(n)s settings changed"),
}
_WITHHELD = "(its words are withheld)"
_CLOSE = 0.5
"""Share of common words from which two wordings are shown as one, with what changed marked in it."""
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")
_LEADING = re.compile(r"^(\d{0,9})([-+#=.)])")
MOST = 60_000
"""Characters of a comment on a pull request; hosts refuse from 65,536 on."""


@dataclass(frozen=True, slots=True)
class _Style:
    """How pieces of a change are written; each takes text and gives what stands for it."""

    plain: Callable[[str], str]
    gone: Callable[[str], str]
    come: Callable[[str], str]


def counts(changes: Sequence[Change], translator: Translator = ENGLISH) -> str:
    """`1 fact changed, 2 statements added`; in the order of `KINDS`."""
    numbers = ((kind, sum(change.kind == kind for change in changes)) for kind in KINDS)
    told = (translator.ngettext(*_COUNTS[kind], number) for kind, number in numbers if number)
    return ", ".join(told) or translator.gettext("nothing changed")


def as_text(changes: Sequence[Change]) -> Iterator[str]:
    """Lines for a terminal. What went stands in `[-…-]`, what came in `{+…+}`."""
    style = _Style(lambda text: text, lambda text: f"[-{text}-]", lambda text: f"{{+{text}+}}")
    yield counts(changes)
    for kind, group in groupby(changes, key=lambda change: change.kind):
        yield ""
        yield HEADINGS[kind]
        for change in group:
            words = _words(change, style)
            yield f"  {words[0]}"
            yield from (f"    {line}" for line in (*words[1:], *_notes(change, lambda text: text)))


def as_markdown(changes: Sequence[Change], link: str = "", most: int = MOST) -> str:
    """A comment on a pull request of at most `most` characters; `link`: where all of it can be read."""
    style = _Style(_escaped, lambda text: f"~~{_escaped(text)}~~", lambda text: f"**{_escaped(text)}**")
    parts = [f"**Briefing:** {counts(changes)}.\n"]
    left = most - len(parts[0]) - 200  # for the closing line
    shown = 0
    for kind, group in groupby(changes, key=lambda change: change.kind):
        heading = f"\n### {HEADINGS[kind]}\n\n"
        for change in group:
            words = _words(change, style)
            lines = [f"- {words[0]}", *(f"  {line}" for line in (*words[1:], *_notes(change, _escaped)))]
            item = heading + "  \n".join(lines) + "\n"
            if len(item) > left:
                where = f" [All of them]({link})." if link else " `sitegen diff` shows all of them."
                return "".join(parts) + f"\n{len(changes) - shown:,} more changes are not shown here.{where}\n"
            parts.append(item)
            left -= len(item)
            shown += 1
            heading = ""
    return "".join(parts)


def as_html(changes: Sequence[Change]) -> str:
    """A page of its own, without a script or a request."""
    style = _Style(
        html.escape, lambda text: f"<del>{html.escape(text)}</del>", lambda text: f"<ins>{html.escape(text)}</ins>"
    )
    body = [f"<h1>What changed</h1>\n<p>{html.escape(counts(changes))}.</p>"]
    for kind, group in groupby(changes, key=lambda change: change.kind):
        body.append(f"<h2>{html.escape(HEADINGS[kind])}</h2>\n<ul>")
        for change in group:
            said = "<br>\n".join(_words(change, style))
            notes = "<br>\n".join(_notes(change, html.escape))
            body.append(f"<li>\n<p>{said}</p>" + (f'\n<p class="note">{notes}</p>' if notes else "") + "\n</li>")
        body.append("</ul>")
    return _PAGE.replace("BODY", "\n".join(body))


def as_json(changes: Sequence[Change]) -> str:
    document = {"format": "sitegen-diff/1", "changes": [_json(change) for change in changes]}
    return json.dumps(document, ensure_ascii=False, indent=1)


def _json(change: Change) -> dict[str, object]:
    return {**asdict(change), "note": str(change.note), "why": str(change.why)}


def _words(change: Change, style: _Style) -> list[str]:
    """The words before and after, as one line with its changes marked where they are close, else as two."""
    if change.before == change.after:
        return [style.plain(change.after or _WITHHELD)]
    if not (change.before and change.after):
        return [style.gone(change.before) if change.before else style.come(change.after)]
    before, after = change.before.split(), change.after.split()
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    if change.kind.startswith(("source", "topic", "settings")) or matcher.ratio() < _CLOSE:
        return [style.gone(change.before), style.come(change.after)]
    pieces: list[str] = []
    for what, i, j, k, end in matcher.get_opcodes():
        if what == "equal":
            pieces.append(style.plain(" ".join(before[i:j])))
            continue
        if i < j:
            pieces.append(style.gone(" ".join(before[i:j])))
        if k < end:
            pieces.append(style.come(" ".join(after[k:end])))
    return [" ".join(pieces)]


def _notes(change: Change, escape: Callable[[str], str]) -> list[str]:
    """What stands below the words: facts, what else is known, where, why."""
    notes = [f"{fact.kind}: {fact.before or '(none)'} → {fact.after or '(none)'}" for fact in change.facts]
    notes += [": ".join(filter(None, (str(change.note), change.quoted)))] if change.note else []
    notes += [f"in {', '.join(change.topics)}"] if change.topics else []
    notes += [f"because {change.why}"] if change.why else []
    return [escape(note) for note in notes]


def _escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is, and a host calls nobody whose name stands in it behind an @."""
    return _LEADING.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text)).replace("@", "@<!-- -->")


_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What changed</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.5 Georgia, serif; }
h2 { margin: 2em 0 .5em; font-size: 1.2rem; }
ul { padding: 0; list-style: none; }
li { margin: 0 0 1em; padding-left: 1em; border-left: 2px solid; }
p { margin: 0; }
.note { font: .875rem/1.45 system-ui, sans-serif; opacity: .75; }
ins { font-weight: 600; text-decoration: underline; text-decoration-thickness: 2px; }
</style>
</head>
<body>
BODY
</body>
</html>
"""
