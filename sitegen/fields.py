"""Typed values out of YAML that a person wrote: with file and line, the closest key, and no surprises.

Values are read as written: `no` is the word no, `2024-02-30` is text until a date is asked for. Aliases, merge keys
and tags are refused: nothing here needs them, and they are how YAML does harm.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from urllib.parse import urlsplit

import yaml

from sitegen.errors import Level, Outcome, Problem
from sitegen.text import closest, fold

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MOST_CHARACTERS = 65_536
MOST_DEPTH = 64
_MOST_STRANGERS = 20
"""Unknown keys that are each named in a problem of their own."""
_SHOWN = 40
"""Characters of what somebody wrote, in a message."""
_YAML = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset({None, f"{_YAML}str"})
_NULL = f"{_YAML}null"
_MERGE = f"{_YAML}merge"
_UNCLOSED = frozenset(
    {"found unexpected end of stream", "did not find expected ',' or ']'", "did not find expected ',' or '}'"}
)
_NOT_ALLOWED = yaml.reader.Reader.NON_PRINTABLE
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
"""End a line for YAML, and for no editor."""
_DATE = re.compile(
    r"""
    (?P<day> \d{4}-\d\d-\d\d )                             # 2024-05-12
    (?:
      (?: [Tt] | [ ]+ ) (?P<hour> [01]?\d | 2[0-3] )       # 8 or 08, as YAML writes times
      (?P<rest> :\d\d (?: :\d\d (?:[.]\d{1,6})? )? )       # :30:00.5
      [ ]* (?P<zone> Z | [+-]\d\d (?: :?\d\d )? )?          # Z, +02:00, +0200, -05
    )?
    """,
    re.VERBOSE | re.ASCII,
)
ADDRESS_BREAKERS = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f]")
"""Characters that stand in no address; browsers write `%` and digits for them."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def read_mapping(text: str, *, path: str, first_line: int = 1, most: int = MOST_CHARACTERS) -> Outcome["Fields | None"]:
    """The mapping that `text` holds; None, with a problem, when it holds something else or is broken.

    `first_line` is the line of the file on which `text` begins; `most`: characters that are read. An empty text is an
    empty mapping.
    Problems: `yaml-too-large`, `yaml-too-deep`, `yaml-broken`, `yaml-not-a-mapping`.
    """

    def refuse(code: str, message: str, remedy: str, line: int = 0, column: int = 0) -> Outcome[Fields | None]:
        return Outcome(None, (Problem(code, "error", message, path, first_line + line, column, remedy),))

    if len(text) > most:
        return refuse(
            "yaml-too-large",
            f"{len(text):,} characters of settings; at most {most:,} are read",
            "keep settings short; text belongs into the body",
        )
    text = _OTHER_BREAKS.sub(" ", text)
    if stray := _NOT_ALLOWED.search(text):
        where = _place(text, stray.start())
        return refuse("yaml-broken", f"a character that can't be seen: {stray.group()!a}", "delete it", *where)
    try:
        if fault := _fault(text):
            return refuse(*fault)
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        unclosed = error.context_mark is not None and error.problem in _UNCLOSED
        mark = error.context_mark if unclosed else error.problem_mark
        where = _place(text, mark.index) if mark else (0, 0)
        said = f"{error.context}: {error.problem}" if unclosed else str(error.problem)
        return refuse("yaml-broken", f"this can't be read as YAML: {said}", _remedy(error, text), *where)
    if node is None:
        node = yaml.MappingNode("tag:yaml.org,2002:map", [])
    if not isinstance(node, yaml.MappingNode):
        found = "a list" if isinstance(node, yaml.SequenceNode) else "a single value"
        return refuse("yaml-not-a-mapping", f"expected `key: value` lines, found {found}", "write `key: value` lines")
    return Outcome(Fields(node, path=path, first_line=first_line))


def _fault(text: str) -> tuple[str, str, str, int, int] | None:
    """What is YAML and not read here: code, message, remedy, lines above, column. Stops before parsing goes deep."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            code, remedy = "yaml-too-deep", "write them flat; close every bracket"
            message = f"settings nest deeper than {MOST_DEPTH} levels"
        elif isinstance(event, yaml.AliasEvent):
            code, remedy = "yaml-broken", "write the value itself"
            message = f"aliases such as *{str(event.anchor)[:_SHOWN]} are not read"
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag not in _PLAIN_TAGS:
            code, remedy = "yaml-broken", "write the plain value"
            message = f"tags such as {str(event.tag).replace(_YAML, '!!')[:_SHOWN]} are not read"
        else:
            continue
        assert event.start_mark is not None
        return code, message, remedy, *_place(text, event.start_mark.index)
    return None


def _place(text: str, index: int) -> tuple[int, int]:
    """Lines above, and column from 1."""
    return text.count("\n", 0, index), index - text.rfind("\n", 0, index)


def _remedy(error: yaml.MarkedYAMLError, text: str) -> str:
    said = error.problem or ""
    at = error.problem_mark.index if error.problem_mark else len(text)
    if "mapping values are not allowed" in said:
        return "put quotes round a value that holds a colon"
    if "tab" in said or ("cannot start" in said and text[at : at + 1] == "\t"):
        return "indent with spaces, not with tabs"
    if "cannot start" in said:
        return f"put quotes round a value that begins with {text[at : at + 1]}"
    if said in _UNCLOSED:
        return "close what is opened here"
    return "write `key: value` lines, with quotes round values that hold : # [ ] { } or quotes"


class Fields:
    """Takes the values of one mapping by name and type; what is wrong with them gathers in `problems`.

    Every method that takes a value returns None (or an empty tuple) when the key is absent or empty, and when its
    value is wrong. After the last one, `finish` speaks of the keys nobody asked for.
    """

    def __init__(self, node: yaml.MappingNode, *, path: str, first_line: int = 1, within: str = ""):
        self.path = path
        self.problems: list[Problem] = []
        self.within = within
        self._first_line = first_line
        self._node = node
        self._nodes: dict[str, yaml.Node] = {}
        self._lines: dict[str, int] = {}
        self._asked: set[str] = set()
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else None
            if name is None:
                self._report("yaml-broken", "a key must be a word", key, "write `key: value` lines")
            elif key.tag == _MERGE:
                self._report("yaml-broken", "merge keys are not read", key, "write the keys themselves")
            elif name in self._nodes:
                self._report(
                    "key-twice",
                    f'key "{name[:_SHOWN]}" stands here and on line {self._lines[name]}',
                    key,
                    "keep one of them",
                )
            else:
                self._nodes[name] = value
                self._lines[name] = self._line(key)

    def line(self, name: str) -> int:
        """The line on which key `name` stands; 0 if it is absent."""
        return self._lines.get(name, 0)

    @property
    def begins(self) -> int:
        """The line on which the mapping begins."""
        return self._line(self._node)

    def require(self, name: str, meaning: str) -> None:
        """Report that key `name` is missing or empty, unless something else is wrong with it."""
        node = self._take(name)
        if node is None or (isinstance(node, yaml.ScalarNode) and _written(node) is None):
            line = self.line(name) or self.begins
            message = f'"{self._full(name)}" is missing'
            self.problems.append(Problem("key-missing", "error", message, self.path, line, 0, f"add it: {meaning}"))

    def text(self, name: str) -> str | None:
        """A value as it is written."""
        node = self._take(name)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self._wrong(name, "text", node)
            return None
        return _written(node)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        node = self._take(name)
        if isinstance(node, yaml.SequenceNode):
            if all(isinstance(item, yaml.ScalarNode) for item in node.value):
                return tuple(filter(None, map(_written, node.value)))
            self._wrong(name, "a list of texts", node)
            return ()
        alone = self.text(name)
        return () if alone is None else (alone,)

    def number(self, name: str, *, least: float, most: float) -> float | None:
        """A number between two bounds, both included."""
        written = self.text(name)
        if written is None:
            return None
        try:
            value = float(written[:_SHOWN])
        except ValueError:
            value = float("nan")
        if not least <= value <= most:
            self._wrong(name, f"a number from {least:g} to {most:g}", self._nodes[name])
            return None
        return value

    def choice(self, name: str, choices: Iterable[str]) -> str | None:
        """One of a closed list of words."""
        written = self.text(name)
        known = tuple(choices)
        if written is None or written in known:
            return written
        self._wrong(name, f"one of {', '.join(known)}", self._nodes[name])
        return None

    def date(self, name: str) -> str | None:
        """An ISO date, or date and time, that exists; with `T` between the two and a colon in the zone."""
        written = self.text(name)
        if written is None:
            return None
        match = _DATE.fullmatch(written)
        form = _iso(match) if match else ""
        try:
            (date if len(form) == 10 else datetime).fromisoformat(form)
        except ValueError:
            self._report(
                "date-impossible",
                f'{self._named(name)} "{written[:_SHOWN]}" is not a date',
                self._nodes[name],
                "write it as 2024-05-12, or 2024-05-12T08:30:00+02:00",
            )
            return None
        return form

    def url(self, name: str) -> str | None:
        """An address with http or https; a name and password in it are refused."""
        written = self.text(name)
        if written is None:
            return None
        try:
            parts = urlsplit(written)
            fine = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
        except ValueError:
            fine = False
        if not fine or ADDRESS_BREAKERS.search(written) or fold(written) != written:
            self._wrong(name, "an address such as https://example.org/page", self._nodes[name])
            return None
        return written

    def language(self, name: str) -> str | None:
        """A language tag (BCP 47), such as en or pt-BR."""
        written = self.text(name)
        if written is None or _LANGUAGE.fullmatch(written):
            return written
        self._wrong(name, "a language tag such as en or pt-BR", self._nodes[name])
        return None

    def mapping(self, name: str) -> "Fields | None":
        """A mapping below this one. Its problems gather in it: finish it, and add them."""
        node = self._take(name)
        if node is None or (isinstance(node, yaml.ScalarNode) and _written(node) is None):
            return None
        if not isinstance(node, yaml.MappingNode):
            self._wrong(name, "`key: value` lines below it", node)
            return None
        return Fields(node, path=self.path, first_line=self._first_line, within=self._full(name))

    def mappings(self, name: str) -> "tuple[Fields, ...]":
        """A list of mappings below this one, `- key: value`; a single mapping is a list of one. Finish each."""
        node = self._take(name)
        if node is None or (isinstance(node, yaml.ScalarNode) and _written(node) is None):
            return ()
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        found: list[Fields] = []
        for item in items:
            if not isinstance(item, yaml.MappingNode):
                self._wrong(name, "a list of `- key: value` lines", item)
                return ()
            found.append(Fields(item, path=self.path, first_line=self._first_line, within=self._full(name)))
        return tuple(found)

    def flag(self, name: str) -> bool:
        """`true` or `false`; absent is false."""
        return self.choice(name, ("true", "false")) == "true"

    def names(self) -> tuple[str, ...]:
        """All keys, in the order of the file."""
        return tuple(self._nodes)

    def finish(self, *, unknown: Level, elsewhere: Mapping[str, str] = MappingProxyType({})) -> tuple[Problem, ...]:
        """All problems; a key nobody asked for is one of level `unknown`.

        `elsewhere`: what other programs call a key, in small letters → the key.
        """
        strangers = [name for name in self._nodes if name not in self._asked]
        for name in strangers[:_MOST_STRANGERS]:
            meant = elsewhere.get(name.lower()) or closest(name[:_SHOWN], self._asked)
            self._report(
                "key-unknown",
                f'key "{self._full(name)[:_SHOWN]}" is not known',
                self._nodes[name],
                f'did you mean "{self._full(meant)}"?' if meant else f"known: {', '.join(sorted(self._asked))}",
                level=unknown,
                line=self._lines[name],
            )
        if len(strangers) > _MOST_STRANGERS:
            name = strangers[_MOST_STRANGERS]
            message = f"{len(strangers) - _MOST_STRANGERS} more keys are not known"
            self._report(
                "key-unknown", message, self._nodes[name], "take them out", level=unknown, line=self._lines[name]
            )
        return tuple(self.problems)

    def _full(self, name: str) -> str:
        return f"{self.within}.{name}" if self.within else name

    def _named(self, name: str) -> str:
        return f'"{self._full(name)}":'

    def _line(self, node: yaml.Node) -> int:
        return self._first_line + (node.start_mark.line if node.start_mark else 0)

    def _take(self, name: str) -> yaml.Node | None:
        self._asked.add(name)
        return self._nodes.get(name)

    def _wrong(self, name: str, expected: str, node: yaml.Node) -> None:
        if isinstance(node, yaml.ScalarNode):
            found = f'"{node.value[:_SHOWN]}"'
        else:
            found = "a list" if isinstance(node, yaml.SequenceNode) else "`key: value` lines"
        self._report(
            "value-wrong",
            f"{self._named(name)} expected {expected}, found {found}",
            node,
            "correct the value",
        )

    def _report(
        self, code: str, message: str, node: yaml.Node, remedy: str, *, level: Level = "error", line: int = 0
    ) -> None:
        column = node.start_mark.column + 1 if node.start_mark and not line else 0
        self.problems.append(Problem(code, level, message, self.path, line or self._line(node), column, remedy))


def _written(node: yaml.ScalarNode) -> str | None:
    """A value as it is written; None for an empty one."""
    value: str = node.value
    return None if node.tag == _NULL else value.strip() or None


def _iso(match: re.Match[str]) -> str:
    """What `_DATE` found, in ISO form."""
    if not match["hour"]:
        return match["day"]
    zone = match["zone"] or ""
    if len(zone) == 5:  # +0200
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{match['day']}T{match['hour']:0>2}{match['rest']}{zone}"
