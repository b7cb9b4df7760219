"""Writes the reference pages from the code: `python docs/make_reference.py`. A test fails while they are stale."""

import ast
import dataclasses
import inspect
import json
import re
import sys
import types
import typing
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import get_args

import click
from jinja2 import nodes

from sitegen.cli import COMMANDS, load_command, main
from sitegen.compose.pages import Page, Site
from sitegen.config import Config
from sitegen.effective import NOT_KEYS, SECTIONS
from sitegen.errors import CODES
from sitegen.lock import FORMAT
from sitegen.model import (
    ArticleDecision,
    ArticleStatus,
    Because,
    DateDecision,
    DifferenceDecision,
    DifferenceKind,
    EntityKind,
    NameDecision,
    Outlet,
    PinnedAffair,
    PinnedTo,
    PinnedTopic,
    Rights,
    Role,
    SpeakerDecision,
    StatementDecision,
    ThemeName,
    TopicDecision,
    TopicLock,
    TopicPart,
)
from sitegen.parse.frontmatter import KEYS, KeyKind
from sitegen.problem_help import HELP
from sitegen.theme import Theme, load_theme

FOLDER = Path(__file__).parent / "reference"
_STARTER = Path(__file__).parents[1] / "sitegen" / "starter" / "examples"
"""Also what `sitegen init` gives a project."""
_SOURCES = (_STARTER / "sources.yml").read_text("utf-8").rstrip()
_EDITORIAL = (_STARTER / "editorial.yml").read_text("utf-8").rstrip()
_VERBS = {
    "same": "Ids of two or more sentences that say the same.",
    "not_same": "Ids of two or more sentences that do not.",
    "drop": "Ids of sentences that are printed nowhere but in their articles.",
    "pin": "Ids of sentences that are printed, and head a page.",
}
_DROPS = "`true`: what was found is wrong, and nothing replaces it."


Json = dict[str, typing.Any]

# What `sitegen.fields` reads, as schemas: editors read YAML by its own rules, where `no` and 1.10 are no texts.
_TEXT: Json = {"type": ["string", "number", "boolean", "null"]}
_TEXTS: Json = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_SENTENCE: Json = {"type": "string", "pattern": r"^[^\s.]+\.[^\s.]"}
_SENTENCES: Json = {"anyOf": [_SENTENCE, {"type": "array", "items": _SENTENCE}, {"type": "null"}]}
_SOME_SENTENCES: Json = {"anyOf": [_SENTENCE, {"type": "array", "items": _SENTENCE, "minItems": 1}]}
_TWO_SENTENCES: Json = {"type": "array", "items": _SENTENCE, "minItems": 2}
_VERB_FORMS: Json = {
    "same": _TWO_SENTENCES,
    "not_same": _TWO_SENTENCES,
    "drop": _SOME_SENTENCES,
    "pin": _SOME_SENTENCES,
}
_DATE: Json = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}([Tt ].+)?$"}
_URL: Json = {"type": ["string", "null"], "pattern": r"^https?://[^\s@<>]+$"}
_LANGUAGE: Json = {"type": ["string", "boolean", "null"], "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}
_WORDS: Json = {"type": ["string", "number", "boolean"], "minLength": 1}
_FLAG: Json = {"enum": [True, False, "true", "false", None]}
_DAY = r"\d{4}(-W\d\d|-\d\d(-\d\d)?)?"
_PERIOD: Json = {"type": ["string", "integer", "null"], "pattern": f"^{_DAY}(/{_DAY})?$", "minimum": 1000}
_FOLDER: Json = {**_TEXT, "pattern": r"^(?!/)(?!(.*/)?\.\.(/|$))[^\\]+$"}
_RIGHTS: Json = {"enum": [*get_args(Rights), None]}
_KINDS: dict[KeyKind, Json] = {
    "words": _TEXT,
    "list of words": _TEXTS,
    "text": _TEXT,
    "date": _DATE,
    "url": _URL,
    "language": _LANGUAGE,
    "rights": _RIGHTS,
    "flag": _FLAG,
}
_SETTINGS: dict[str, Json] = {
    "language": _LANGUAGE,
    "site_url": _URL,
    **dict.fromkeys(("content", "output", "documents", "templates"), _FOLDER),
    "theme": {"enum": [*get_args(ThemeName), None]},
}
"""Settings that are not just text."""


def pages() -> dict[str, str]:
    """Name of a reference page or schema → its text."""
    return {
        "commands.md": _commands(),
        "configuration.md": _configuration(),
        "editorial.md": _editorial_page(),
        "problems.md": _problems(),
        "theme.md": _theme(),
        "frontmatter.schema.json": _schema("Front matter of an article", _front_matter()),
        "sitegen.schema.json": _schema("sitegen.yml", _settings()),
        "sources.schema.json": _schema("sources.yml", _sources()),
        "editorial.schema.json": _schema("editorial.yml", _editorial()),
        "topics.lock.schema.json": _schema("topics.lock.yml", _lock()),
    }


def _schema(title: str, form: Json) -> str:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return json.dumps({**head, **form}, ensure_ascii=False, indent=2) + "\n"


def _mapping(description: str, properties: Json) -> Json:
    return {
        "description": description,
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
    }


def _front_matter() -> Json:
    properties = {name: {"description": key.meaning, **_KINDS[key.kind]} for name, key in KEYS.items()}
    return _mapping("What stands between two lines `---` above an article.", properties)


def _settings() -> Json:
    config, meanings = Config(), _field_docs(Config)
    texts = {
        field.name: {"description": meanings[field.name], **_SETTINGS.get(field.name, _TEXT)}
        for field in dataclasses.fields(config)
        if not dataclasses.is_dataclass(getattr(config, field.name))
    }
    roles = {role: {"description": f"Headings of sections with the role {role}.", **_TEXTS} for role in get_args(Role)}
    return _mapping(
        "Settings of a project. Folders are relative to this file.",
        {
            **texts,
            "rights": {"description": "Of articles that state none.", **_RIGHTS},
            "ignore": {"description": "Patterns, as in a .gitignore, of files in `content` to leave alone.", **_TEXTS},
            "limits": _mapping("Above them, input is refused.", _limits(config)),
            "headings": _mapping("Headings added to those that are known, by role.", roles),
            "method": _mapping("Thresholds of the method.", _numbers(config.link)),
        },
    )


def _limits(config: Config) -> Json:
    return {**_numbers(config.read), **_numbers(config.parse), **_numbers(config.work), **_numbers(config.check)}


def _numbers(options: typing.Any) -> Json:
    """The numbers of an options dataclass, and those of the dataclasses in it."""
    meanings = _field_docs(type(options))
    properties: Json = {}
    for field in dataclasses.fields(options):
        value = getattr(options, field.name)
        if field.name in NOT_KEYS:
            continue
        if dataclasses.is_dataclass(value):
            properties[field.name] = _mapping(f"Thresholds of `{field.name}`.", _numbers(value))
        elif field.type in (int, float):
            kind, least = ("integer", 1) if field.type is int else ("number", 0)
            described = {"description": meanings[field.name], "default": value}
            properties[field.name] = {**described, "type": [kind, "null"], "minimum": least}
    return properties


def _sources() -> Json:
    special = {"aliases": _TEXTS, "home": _URL, "rights": _RIGHTS}
    meanings = _field_docs(Outlet)
    properties = {
        field.name: {"description": meanings[field.name], **special.get(field.name, _TEXT)}
        for field in dataclasses.fields(Outlet)
        if field.name != "name"
    }
    outlet = _mapping("Who publishes articles, as the desk knows them.", properties)
    listed = {"description": "By name.", "type": ["object", "null"], "additionalProperties": outlet}
    return _mapping("What the desk knows of outlets.", {"outlets": listed})


def _editorial() -> Json:
    because = {
        name: {"description": meaning, **(_DATE if name == "on" else _TEXT)}
        for name, meaning in _field_docs(Because).items()
    }
    kinds = {"enum": [*get_args(EntityKind), None]}
    forms = {
        "aliases": _TEXTS,
        "not_same_as": _TEXTS,
        "kind": kinds,
        "display_name": _TEXT,
        "side": _TEXT,
        "drop": _FLAG,
    }
    meanings = _field_docs(NameDecision)
    name = {
        "description": "What the desk decides on a name.",
        "type": "object",
        "properties": {key: {"description": meanings[key], **form} for key, form in forms.items()} | because,
        "anyOf": [{"required": [key]} for key in forms],
        "additionalProperties": False,
    }
    return _mapping(
        "What the desk decides; above all that the program finds.",
        {
            "names": {
                "description": "By a spelling that articles have.",
                "type": ["object", "null"],
                "additionalProperties": name,
            },
            "speakers": _decisions("Who speaks a quotation.", SpeakerDecision, {"speaker": _TEXT}, because),
            "dates": _decisions("When something was.", DateDecision, {"value": _PERIOD}, because),
            **_editorial_parts(because),
        },
    )


def _editorial_parts(because: Json) -> Json:
    """The sections on topics, statements, differences and articles."""
    topics, parts, articles = (_field_docs(cls) for cls in (TopicDecision, TopicPart, ArticleDecision))
    statement_to = _field_docs(StatementDecision)["to"]
    difference = _field_docs(DifferenceDecision)
    part: Json = {
        "type": "object",
        "properties": {
            "title": {"description": parts["title"], **_WORDS},
            "terms": {"description": parts["terms"], **_TEXTS},
            "sentences": {"description": parts["sentences"], **_SENTENCES},
        },
        "required": ["title"],
        "anyOf": [{"required": ["terms"]}, {"required": ["sentences"]}],
        "additionalProperties": False,
    }
    order: Json = {"type": ["integer", "null"], "minimum": 1, "maximum": 9999}
    address: Json = {"type": ["string", "null"], "pattern": r"^[^\s/A-Z]+$"}
    forms: Json = {
        "title": _TEXT,
        "id": address,
        "pin": _FLAG,
        "terms": _TEXTS,
        "split": {"anyOf": [{"type": "array", "items": part}, {**part, "description": "One of them."}]},
        "merge_into": _TEXT,
        "exclude": _FLAG,
        "add": _SENTENCES,
        "move": _SENTENCES,
        "remove": _SENTENCES,
        "order": order,
    }
    topic = {
        "description": "What the desk decides on a topic.",
        "type": "object",
        "properties": {key: {"description": topics[key], **form} for key, form in forms.items()} | because,
        "anyOf": [{"required": [key]} for key in forms],
        "not": {"anyOf": [_with_others(key, forms) for key in ("merge_into", "exclude")]},
        "if": {"required": ["pin"], "properties": {"pin": {"enum": [True, "true"]}}},
        "then": {"required": ["title"], "anyOf": [{"required": [key]} for key in ("terms", "add", "move")]},
        "additionalProperties": False,
    }
    statement = {
        "type": "object",
        "properties": {key: {"description": _VERBS[key], **form} for key, form in _VERB_FORMS.items()}
        | {"to": {"description": statement_to, "enum": [*get_args(PinnedTo), None]}}
        | because,
        "oneOf": [{"required": [key]} for key in _VERBS],
        "dependentRequired": {"to": ["pin"]},
        "additionalProperties": False,
    }
    dismissed = {
        "type": "object",
        "properties": {
            "dismiss": {"description": difference["sentences"], **_TWO_SENTENCES},
            "kind": {"description": difference["kind"], "enum": [*get_args(DifferenceKind), None]},
        }
        | because
        | {"why": {"description": because["why"]["description"], **_WORDS}},
        "required": ["dismiss", "why"],
        "additionalProperties": False,
    }
    article = {
        "description": "What became of an article after it was published.",
        "type": "object",
        "properties": {
            "status": {"description": articles["status"], "enum": [*get_args(ArticleStatus)]},
            "note": {"description": articles["note"], **_TEXT},
            "sentences": {"description": articles["sentences"], **_SENTENCES},
        }
        | because,
        "required": ["status"],
        "if": {"properties": {"status": {"enum": ["corrected"]}}},
        "then": {"required": ["note"], "properties": {"note": _WORDS}},
        "else": {"not": {"required": ["sentences"]}},
        "additionalProperties": False,
    }
    return {
        "topics": _by_name("By address or title.", topic),
        "statements": _list_of("What sentences say.", statement),
        "differences": _list_of("What the program took for a difference and is none.", dismissed),
        "articles": _by_name("By id.", article),
    }


def _with_others(key: str, forms: Json) -> Json:
    """What has `key`, which leaves nothing for the others to be about, and one of them."""
    return {"required": [key], "anyOf": [{"required": [other]} for other in forms if other != key]}


def _by_name(description: str, item: Json) -> Json:
    return {"description": description, "type": ["object", "null"], "additionalProperties": item}


def _list_of(description: str, item: Json) -> Json:
    one = {**item, "description": "One of them."}
    return {"description": description, "anyOf": [{"type": "array", "items": item}, one, {"type": "null"}]}


def _lock() -> Json:
    weight = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
    affairs, topics = _field_docs(PinnedAffair), _field_docs(PinnedTopic)

    def terms(meaning: str) -> Json:
        return {"description": meaning, "type": ["object", "null"], "additionalProperties": weight}

    affair = _mapping(
        "Articles whose topics are pinned together.",
        {"articles": {"description": affairs["articles"], **_TEXTS}, "terms": terms(affairs["weights"])},
    )
    topic = _mapping(
        "A pinned topic, by its address.",
        {
            "title": {"description": topics["title"], **_TEXT},
            "affair": {"description": topics["affair"], **_TEXT},
            "aliases": {"description": topics["aliases"], **_TEXTS},
            "names": {"description": topics["names"], **_TEXTS},
            "terms": terms(topics["weights"]),
        },
    )
    named: Json = {"type": ["object", "null"]}
    return _mapping(
        "The topics that are pinned. Written by `sitegen topics --write`.",
        {
            "format": {"description": "Of this file.", "enum": [FORMAT]},
            "affairs": {"description": "By id.", **named, "additionalProperties": affair},
            "topics": {"description": "By address.", **named, "additionalProperties": topic},
            "apart": {"description": _field_docs(TopicLock)["apart"], **_TEXTS},
        },
    )


def _decisions(description: str, cls: type, decided: Json, because: Json) -> Json:
    """A list of decisions on words of a sentence."""
    meanings = _field_docs(cls)
    forms = {"sentence": _WORDS, "words": _WORDS, **decided}
    properties = {key: {"description": meanings[key], **form} for key, form in forms.items()}
    drop = {"drop": {"description": _DROPS, **_FLAG}}
    item = {
        "type": "object",
        "properties": properties | drop | because,
        "required": ["sentence", "words"],
        "anyOf": [{"required": [key]} for key in (*decided, "drop")],
        "additionalProperties": False,
    }
    return _list_of(description, item)


_TERMINAL = """\
## In the terminal

- **Colours** stand on a terminal only, and nowhere where [`NO_COLOR`](https://no-color.org) is set.
- **Progress** is counted on a terminal, once work takes longer than a second; nowhere else, and not with `--quiet`.
- **`--quiet`** leaves all but warnings and errors out. **`--verbose`** says on standard error what was read, what
  became of each file, what was written, and how long each stage took; `build --timings` prints the last.
- **Ctrl-C** ends with status 130. Files are replaced in one step, so what is there is whole; the next build goes on.
- **Completion** of commands and options, for bash, zsh and fish; for bash in `~/.bashrc`:
  `eval "$(_SITEGEN_COMPLETE=bash_source sitegen)"`, and likewise with `zsh_source` and `fish_source`.
"""


def _commands() -> str:
    parts = ["# Commands\n\nMade from `--help` by `docs/make_reference.py`.\n"]
    for name in ("", *COMMANDS):
        command = load_command(name) if name else main
        title = f"sitegen {name}".strip()
        with click.Context(command, info_name=title, terminal_width=100) as context:
            parts.append(f"## {title}\n\n```\n{command.get_help(context)}\n```\n")
    parts.append(
        "## Exit status\n\n| status | meaning |\n|---|---|\n"
        "| 0 | fine |\n| 1 | findings: built, with refused articles; or differences |\n"
        "| 2 | wrong usage or configuration |\n| 3 | nothing built |\n| 130 | interrupted |\n"
        "| 141 | whoever read the output stopped reading |\n"
    )
    parts.append(_TERMINAL)
    return "\n".join(parts)


def _configuration() -> str:
    lines = [
        "# sitegen.yml",
        "",
        "Made from the code by `docs/make_reference.py`. Every key has a default; an unknown one is an error that "
        "names the closest. Folders are relative to the file.",
        "",
        "| key | default | meaning |",
        "|---|---|---|",
        *_rows(Config(), ""),
        "| `headings.ROLE` |  | Headings whose section has that role (`lead`, `why-it-matters`, `key-developments`, "
        "`full-report`, `context`), added to the built-in ones. |",
        "| `rights` | `full` | Of articles that state none: `full` or `cited`. |",
        "| `ignore` |  | Patterns, as in a .gitignore, of files in the content folder to leave alone. |",
        "",
        "## sources.yml",
        "",
        "What the desk knows of outlets. An article belongs to one by the name that it states, or by the host of its "
        "address.",
        "",
        "```yaml",
        _SOURCES,
        "```",
        "",
        "| key | meaning |",
        "|---|---|",
        *(f"| `{name}` | {meaning} |" for name, meaning in _field_docs(Outlet).items()),
        "",
        "## topics.lock.yml",
        "",
        "The topics that are pinned. `sitegen topics --write` adds to it; commit it with the articles. A title may be "
        "changed here by hand; an entry that is deleted is found anew. Its form is "
        "[topics.lock.schema.json](topics.lock.schema.json).",
        "",
    ]
    return "\n".join(lines)


def _rows(options: typing.Any, prefix: str) -> typing.Iterator[str]:
    meanings = _field_docs(type(options))
    for field in dataclasses.fields(options):
        value = getattr(options, field.name)
        if field.name in NOT_KEYS:
            continue
        name = prefix + SECTIONS.get(field.name, field.name)
        if dataclasses.is_dataclass(value):
            yield from _rows(value, f"{name}.")
        elif not prefix or field.type in (int, float):
            shown = "" if value in ("", None) else f"`{value}`"
            yield f"| `{name}` | {shown} | {meanings.get(field.name, '')} |"


def _field_docs(cls: type) -> dict[str, str]:
    """The docstrings under the fields of a dataclass, on one line each."""
    tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    docs: dict[str, str] = {}
    for field, below in pairwise(body):
        is_text = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and is_text:
            docs[field.target.id] = " ".join(str(below.value.value).split())  # type: ignore[attr-defined]
    return docs


def _editorial_page() -> str:
    def table(cls: type, *, drops: bool = False) -> list[str]:
        rows = [
            f"| `{name}` | {meaning} |" for name, meaning in _field_docs(cls).items() if name not in ("because", "line")
        ]
        return ["| key | meaning |", "|---|---|", *rows, *([f"| `drop` | {_DROPS} |"] if drops else []), ""]

    lines = [
        "# editorial.yml",
        "",
        "Made from the code by `docs/make_reference.py`. What the desk decides, beside `sitegen.yml`; no program "
        "writes it. `sitegen explain FILE:LINE` shows what was found on a line, and the ids of its sentences.",
        "",
        "```yaml",
        _EDITORIAL,
        "```",
        "",
        "Decisions are carried out in one order, whatever theirs in the file:",
        "",
        "1. on each article: dates, speakers, dropped names, kinds;",
        "2. articles that are withdrawn;",
        "3. on names: `not_same_as`, `aliases`, kinds, display names, sides;",
        "4. on statements: `drop`, `not_same`, `same`, `pin`;",
        "5. on topics: `pin`, `terms`, `split`, `merge_into`, `exclude`, `move`, `add`, `remove`, `title`, `id`, "
        "`order`, each for all topics before the next; they stand above `topics.lock.yml`;",
        "6. differences that are dismissed, articles that are corrected.",
        "",
        "The pages that a decision changes state it, with its reason; so do the about page and `briefing.json`. No "
        "word of a source changes. A decision that matches nothing any more does nothing, and is reported as "
        "`decision-stale`, with what may be meant; one that can't be carried out as `decision-unmet`. Two that exclude "
        "each other are an error, `decisions-clash`, as is a key that is not known.",
        "",
        "The id of a sentence ends in the digest of its words, so that a decision on changed words matches nothing. "
        "Words behind an id (`crane.s1a2b3c4d The crane turns`) are for you, and say which sentence is closest then.",
        "",
        "## names",
        "",
        "By a spelling that articles have; capitals, dots and hyphens do not matter. An alias that is the main name of "
        "another page brings all of that page along; one that is only a spelling there is taken out of it.",
        "",
        *table(NameDecision)[:2],
        *table(NameDecision)[3:],
        "## speakers",
        "",
        "A list.",
        "",
        *table(SpeakerDecision, drops=True),
        "## dates",
        "",
        "A list. The words need not have been found by the program; what it found in their place gives way.",
        "",
        *table(DateDecision, drops=True),
        "## topics",
        "",
        "By address, or by the title that the program gave. A decision that names a part of a split, or a topic that "
        "was merged or got another `id`, finds it.",
        "",
        *table(TopicDecision)[:2],
        *table(TopicDecision)[3:],
        "A part under `split`:",
        "",
        *table(TopicPart),
        "## statements",
        "",
        "A list, each with one of the first four. Sentences that are `same` count as carrying one another in full; "
        "they must stand in articles that are compared, which those on one affair are.",
        "",
        "| key | meaning |",
        "|---|---|",
        *(f"| `{verb}` | {meaning} |" for verb, meaning in _VERBS.items()),
        f"| `to` | {_field_docs(StatementDecision)['to']} |",
        "",
        "## differences",
        "",
        "A list. What is dismissed stands at the end of `differences.html`, with the reason, and is counted no more.",
        "",
        "| key | meaning |",
        "|---|---|",
        f"| `dismiss` | {_field_docs(DifferenceDecision)['sentences']} |",
        f"| `kind` | {_field_docs(DifferenceDecision)['kind']} |",
        "",
        "## articles",
        "",
        "By id. Nothing of a withdrawn article is printed but its title, on the page that stays at its address; "
        "statements that others make too stay, without its count, and say so. Its words still weigh in what the topics "
        "are, so that the others' pages stay as they are.",
        "",
        *table(ArticleDecision)[:2],
        *table(ArticleDecision)[3:],
        "## In every decision",
        "",
        *table(Because),
    ]
    return "\n".join(lines)


def _problems() -> str:
    lines = [
        "# Problem codes",
        "",
        "Made from `sitegen/errors.py` and `sitegen/problem_help.py` by `docs/make_reference.py`. "
        "`sitegen explain CODE` says the same.",
        "",
    ]
    for code, meaning in sorted(CODES.items()):
        lines += [f"## {code}", "", meaning]
        if help_ := HELP.get(code):
            lines += ["", help_.why, "", f"**Mend:** {help_.mend}"]
            lines += ["", "```", *help_.example.splitlines(), "```"] if help_.example else []
        lines.append("")
    return "\n".join(lines)


def _theme() -> str:
    """What a template gets, the blocks that it may replace, the tokens that it may set."""
    theme = load_theme(None)
    kinds = sorted(get_args(Page), key=lambda kind: kind.template)
    shared = sorted(name for name in theme.paths if "/" not in name and name not in {k.template for k in kinds})
    lines = [
        "# Themes",
        "",
        "Made from the code by `docs/make_reference.py`. `theme: wire` in sitegen.yml takes the other look that comes "
        "with the program. A file in `templates/` replaces the file of that name of the theme; what you do not replace "
        "stays as it is.",
        "",
        "- **Colours and type**: copy `tokens.css`, change values. It stands before the rules of `style.css`.",
        "- **A few rules more**: write an `extra.css`. It comes after them, in the same file.",
        "- **A part of a page**: a template that extends the one that it replaces, with blocks of its own: "
        '`{% extends "default/topic.html" %}`, then `{% block related %}…{% endblock %}`. `{{ super() }}` prints what '
        "the block was.",
        "- **Other files** (a mark, a font) are copied into the site. Its policy allows styles and pictures from the "
        "site itself, and nothing else.",
        "",
        "Templates are Jinja in a sandbox. Each gets `page` and `site`, as below, and nothing else; a name that does "
        "not exist is an error with file, line and what exists. What is printed of a source must stand whole inside "
        "`data-s`, as the macro `line` writes it; a line that a page holds and a template leaves out has a note that "
        "leads back to nothing. `sitegen verify` says both.",
        "",
        "## Tokens",
        "",
        "| token | default |",
        "|---|---|",
        *(f"| `{name}` | `{value}` |" for name, value in _tokens()),
        "",
        "## Templates",
        "",
        "| template | page | blocks |",
        "|---|---|---|",
        *(
            f"| `{kind.template}` | [{kind.__name__}](#{kind.__name__.lower()}) | {_blocks(theme, kind.template)} |"
            for kind in kinds
        ),
        *(f"| `{name}` |  | {_blocks(theme, name)} |" for name in shared),
        "",
    ]
    for cls in _shown((Site, *kinds)):
        meanings, hints = _field_docs(cls), typing.get_type_hints(cls)
        named = [field.name for field in dataclasses.fields(cls)]
        meaning = "" if (cls.__doc__ or "").startswith(f"{cls.__name__}(") else " ".join((cls.__doc__ or "").split())
        lines += [f"## {cls.__name__}", "", *([meaning, ""] if meaning else [])]
        lines += ["| field | type | meaning |", "|---|---|---|"]
        lines += [f"| `{name}` | {_type_name(hints[name])} | {meanings.get(name, '')} |" for name in named]
        lines.append("")
    return "\n".join(lines)


def _tokens() -> list[tuple[str, str]]:
    css = (Path(__file__).parent.parent / "templates" / "tokens.css").read_text("utf-8")
    return re.findall(r"^ +(--[a-z-]+): (.+);$", css, re.MULTILINE)


def _blocks(theme: Theme, template: str) -> str:
    source = Path(theme.paths[template]).read_text("utf-8")
    blocks = theme.environment.parse(source).find_all(nodes.Block)
    return ", ".join(f"`{name}`" for name in dict.fromkeys(block.name for block in blocks))


def _shown(classes: Iterable[type]) -> list[type]:
    """The dataclasses, and those of their fields, each before what it holds."""
    found: dict[type, None] = {}

    def visit(kind: typing.Any) -> None:
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            if kind not in found:
                found[kind] = None
                for inner in typing.get_type_hints(kind).values():
                    visit(inner)
        else:
            for inner in get_args(kind):
                visit(inner)

    for cls in classes:
        visit(cls)
    return list(found)


def _type_name(kind: typing.Any) -> str:
    """As a reader of the page says it: `list of Line`, `text or none`."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    match typing.get_origin(kind):
        case typing.Literal:
            return ", ".join(f"`{value or '(empty)'}`" for value in get_args(kind))
        case origin if origin is tuple:
            inner = [arg for arg in get_args(kind) if arg is not ...]
            return ("list of " if ... in get_args(kind) else "") + " and ".join(map(_type_name, inner))
        case origin if origin in (typing.Union, types.UnionType):
            return " or ".join(map(_type_name, get_args(kind)))
    return {str: "text", int: "number", float: "number", bool: "yes or no", type(None): "none"}.get(kind, str(kind))


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, "utf-8")
        print(FOLDER / name)
