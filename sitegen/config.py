"""Config: what sitegen.yml says, as the options of the stages."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, TypeVar, cast, get_args

from sitegen.check import CheckOptions
from sitegen.each import WorkOptions
from sitegen.errors import Outcome, Problem
from sitegen.fields import Fields, read_mapping
from sitegen.link import LinkOptions
from sitegen.model import Decisions, Outlet, Rights, Role, ThemeName, TopicLock
from sitegen.parse import SUFFIXES, ParseOptions
from sitegen.parse.headings import DEFAULT_ROLES
from sitegen.read import ReadOptions
from sitegen.text import fold, normalise

Options = TypeVar("Options")


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of a project; every one has a default. Folders are relative to that of `sitegen.yml`."""

    title: str = ""
    """Of the site; empty: `Briefing`, with the date of the newest article if one is dated."""
    description: str = ""
    """A sentence or two by the desk, shown under the title."""
    language: str = "en"
    """BCP 47 tag of the site, and of articles of which it is neither stated nor clear what language they are in. Pages
    speak it if there is a catalogue for it (`en`, `de`), else English."""
    site_url: str | None = None
    """Where the site will stand, such as https://desk.example/briefing/. Without it, what needs full addresses is left
    out: the Atom feed, the sitemap, canonical addresses and previews."""
    content: str = "content"
    """The folder of articles."""
    output: str = "site"
    """The folder that the site is written to."""
    documents: str = "seeds"
    """The folder where `import` keeps documents that lie outside of the project."""
    templates: str = "templates"
    """A folder of templates that replace those of the theme; it need not exist."""
    theme: ThemeName = "default"
    """How the pages look: `default`, or `wire`, which is plain and dense."""
    read: ReadOptions = field(default_factory=lambda: ReadOptions(SUFFIXES))
    parse: ParseOptions = field(default_factory=ParseOptions)
    link: LinkOptions = field(default_factory=LinkOptions)
    decisions: Decisions = field(default_factory=Decisions)
    """Those of `editorial.yml`."""
    work: WorkOptions = field(default_factory=WorkOptions)
    check: CheckOptions = field(default_factory=CheckOptions)
    lock: TopicLock = field(default_factory=TopicLock)
    """What `topics.lock.yml` pins."""


def read_config(text: str, path: str) -> Outcome[Config]:
    """The configuration that `text` holds; its faults are errors with file, line and the closest key."""
    read = read_mapping(text, path=path)
    fields = read.value
    if fields is None:
        return Outcome(Config(), read.problems)
    problems: list[Problem] = []
    default = Config()
    limits = fields.mapping("limits")
    config = Config(
        title=fold(fields.text("title") or default.title),
        description=fold(fields.text("description") or default.description),
        language=fields.language("language") or default.language,
        site_url=_site_url(fields),
        content=_folder(fields, "content", default.content),
        output=_folder(fields, "output", default.output),
        documents=_folder(fields, "documents", default.documents),
        templates=_folder(fields, "templates", default.templates),
        theme=cast(ThemeName, fields.choice("theme", get_args(ThemeName)) or default.theme),
        read=dataclasses.replace(_options(limits, default.read), ignore=_patterns(fields)),
        parse=dataclasses.replace(
            _options(limits, default.parse),
            roles=_roles(fields.mapping("headings"), problems),
            rights=cast(Rights, fields.choice("rights", get_args(Rights)) or "full"),
        ),
        link=_parts(fields.mapping("method"), default.link, problems),
        work=_options(limits, default.work),
        check=_options(limits, default.check),
    )
    problems += limits.finish(unknown="error") if limits else ()
    return Outcome(config, (*fields.finish(unknown="error"), *problems))


def read_outlets(text: str, path: str) -> Outcome[tuple[Outlet, ...]]:
    """The outlets that `sources.yml` lists under `outlets`, by name."""
    read = read_mapping(text, path=path)
    if read.value is None:
        return Outcome((), read.problems)
    listed = read.value.mapping("outlets")
    outlets: list[Outlet] = []
    problems: list[Problem] = []
    for name in listed.names() if listed else ():
        assert listed is not None
        fields = listed.mapping(name)
        if fields is None:
            outlets.append(Outlet(fold(name)))
            continue
        outlets.append(
            Outlet(
                name=fold(name),
                aliases=fields.texts("aliases"),
                owner=fields.text("owner"),
                agency=fields.text("agency"),
                country=fields.text("country"),
                kind=fields.text("kind"),
                home=fields.url("home"),
                rights=cast(Rights | None, fields.choice("rights", get_args(Rights))),
                rating=fields.text("rating"),
            )
        )
        problems += fields.finish(unknown="error")
    if listed is not None:
        problems += listed.finish(unknown="error")
    return Outcome(tuple(outlets), (*read.value.finish(unknown="error"), *problems))


def _site_url(fields: Fields) -> str | None:
    url = fields.url("site_url")
    if url and ("?" in url or "#" in url):
        message = f'"site_url": expected an address without ? and #, found "{url[:40]}"'
        line = fields.line("site_url")
        fields.problems.append(
            Problem(
                "value-wrong", "error", message, fields.path, line, remedy="name the folder that the site stands in"
            )
        )
        return None
    return url and url.rstrip("/") + "/"


def _patterns(fields: Fields) -> tuple[str, ...]:
    """`ignore:` patterns as in a .gitignore."""
    patterns = fields.texts("ignore")
    if patterns:
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where there are patterns

        for pattern in patterns:
            try:
                GitIgnoreSpec.from_lines([pattern])
            except ValueError:
                message = f'"ignore": expected a pattern as in a .gitignore, found "{pattern[:40]}"'
                line = fields.line("ignore")
                fields.problems.append(
                    Problem("value-wrong", "error", message, fields.path, line, remedy="write it as drafts/ or *.bak")
                )
                return ()
    return patterns


def _folder(fields: Fields, name: str, default: str) -> str:
    """A folder below the project: as a plain relative path."""
    written = fields.text(name)
    if written is None:
        return default
    path = PurePosixPath(written)
    is_below = not path.is_absolute() and ".." not in path.parts and path != PurePosixPath()
    if not is_below or "\\" in written or not written.isprintable():
        message = f'"{name}": expected a folder below this file, found "{written[:40]}"'
        fields.problems.append(
            Problem("value-wrong", "error", message, fields.path, fields.line(name), remedy="name a folder below it")
        )
        return default
    return path.as_posix()


def _roles(fields: Fields | None, problems: list[Problem]) -> Mapping[str, Role]:
    """`headings:` a role → headings that have it, added to the built-in ones."""
    if fields is None:
        return DEFAULT_ROLES
    roles = dict(DEFAULT_ROLES)
    for role in get_args(Role):
        roles |= {normalise(heading): role for heading in fields.texts(role)}
    problems += fields.finish(unknown="error")
    return MappingProxyType(roles)


def _parts(fields: Fields | None, default: Options, problems: list[Problem]) -> Options:
    """Options that are made of options: one mapping each."""
    if fields is None:
        return default
    parts: dict[str, Any] = {
        part.name: _part(fields.mapping(part.name), getattr(default, part.name), problems)
        for part in dataclasses.fields(default)  # type: ignore[arg-type]
    }
    problems += fields.finish(unknown="error")
    return type(default)(**parts)


def _part(fields: Fields | None, default: Options, problems: list[Problem]) -> Options:
    options = _options(fields, default)
    problems += fields.finish(unknown="error") if fields else ()
    return options


def _options(fields: Fields | None, default: Options) -> Options:
    """The numbers of an options dataclass, with those that `fields` gives in place of the defaults."""
    if fields is None:
        return default
    given: dict[str, Any] = {}
    for option in dataclasses.fields(default):  # type: ignore[arg-type]
        if option.type not in (int, float):
            continue
        value = fields.number(option.name, least=1 if option.type is int else 0, most=1e12)
        if value is not None and option.type is int and value != int(value):
            message = f'"{fields.within}.{option.name}": expected a whole number, found {value:g}'
            fields.problems.append(
                Problem("value-wrong", "error", message, fields.path, fields.line(option.name), remedy="correct it")
            )
        elif value is not None:
            given[option.name] = int(value) if option.type is int else value
    return dataclasses.replace(default, **given)  # type: ignore[type-var]
