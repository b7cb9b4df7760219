"""EDGE: reads a theme from disk: the shipped templates, and those by which a project replaces them."""

import base64
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import get_args

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.utils import missing
from markupsafe import Markup

from sitegen.catalogue import read_translator
from sitegen.errors import Problem, SitegenError
from sitegen.interface import ENGLISH, Translator
from sitegen.interface.direction import attributes
from sitegen.model import ThemeName
from sitegen.sandbox import Sandbox
from sitegen.text import closest

DEFAULT: ThemeName = "default"
"""The theme that every other is made of: what another lacks is taken from it. Before a name, as in
`default/base.html`: the template of that theme, also where another has replaced it."""
SHIPPED = get_args(ThemeName)
STYLES = ("tokens.css", "style.css", "extra.css")
"""What a theme has of these makes one stylesheet, in this order: colours and type, the rules, and additions."""

_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Theme:
    """Compiled templates, and the files that are copied beside the pages. Rendering needs no disk, but for what was
    compiled before."""

    environment: Sandbox
    paths: Mapping[str, str]
    """Name of a template → where it was read, as a user would write it."""
    files: tuple[tuple[str, bytes], ...]
    """Path below the site and content, by path: the stylesheet and what a project adds."""
    digest: str
    """Of the templates, by name and text: where it is the same, a page is rendered to the same bytes."""
    translator: Translator = ENGLISH
    """Into the language that the templates speak."""


def load_theme(
    overrides: Path | None,
    name: ThemeName = DEFAULT,
    language: str = ENGLISH.language,
    compiled: BytecodeCache | None = None,
) -> Theme:
    """The theme `name`, with the files of `overrides` in place of those of the same name. It speaks `language`, a
    BCP 47 tag, if there is a catalogue for it, else English. `compiled`: what other processes compiled.

    `.html` files are templates; those of `STYLES` become one stylesheet; everything else is copied. Those of a
    project are compiled here, and what they extend, include or import must exist, so that a fault is found before any
    page is made.
    Raises: SitegenError for a template that cannot be used (codes `template-…`).
    """
    is_own = overrides is not None and overrides.resolve() != shipped_folder(DEFAULT).resolve()
    own = _read_folder(overrides) if overrides and is_own else {}
    return _theme(name, own, language, compiled) if own else _shipped(name, language, compiled)


@cache
def _shipped(name: ThemeName, language: str, compiled: BytecodeCache | None) -> Theme:
    """A theme that no project changes: compiled once in a process."""
    return _theme(name, {}, language, compiled)


def _theme(
    name: ThemeName, own: Mapping[str, tuple[Path, bytes]], language: str, compiled: BytecodeCache | None
) -> Theme:
    shipped = {theme: _read_folder(shipped_folder(theme)) for theme in dict.fromkeys((DEFAULT, name))}
    used = {**shipped[DEFAULT], **shipped[name], **own}
    found = used | {f"{theme}/{file}": entry for theme, files in shipped.items() for file, entry in files.items()}
    sources = {
        file: (_decode(path, data), path.as_posix()) for file, (path, data) in found.items() if file.endswith(".html")
    }
    translator = read_translator(language)
    environment = _environment(sources, translator, compiled)
    for file in sources:
        if file in own:  # the others are compiled when a page needs them
            _check(environment, sources, file)
    copied = {file: data for file, (_, data) in used.items() if not file.endswith(".html") and file not in STYLES}
    copied["style.css"] = b"\n".join(used[part][1].rstrip() for part in STYLES if part in used) + b"\n"
    return Theme(
        environment=environment,
        paths={file: path for file, (_, path) in sources.items()},
        files=tuple(sorted(copied.items())),
        digest=_digest(sources),
        translator=translator,
    )


def _digest(sources: Mapping[str, tuple[str, str]]) -> str:
    texts = sorted((name, text) for name, (text, _) in sources.items())
    return hashlib.sha256(repr(texts).encode("utf-8", "surrogatepass")).hexdigest()


def template_problem(code: str, message: str, *, path: str, line: int = 0, remedy: str = "") -> SitegenError:
    """The error for a fault in a template."""
    return SitegenError(Problem(code, "error", message, path, line, remedy=remedy))


class _Undefined(StrictUndefined):
    """An error on any use, with words that say what exists."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if owner is missing and not self._undefined_hint:
            return f"“{name}” is not defined; a template gets `page` and `site`"
        if not is_dataclass(owner):
            return super()._undefined_message
        known = [field.name for field in fields(owner)]
        kind = owner.__name__ if isinstance(owner, type) else type(owner).__name__
        guess = closest(str(name), known)
        return f"{kind} has no “{name}”; " + (f"did you mean “{guess}”?" if guess else f"it has {', '.join(known)}")


def shipped_folder(theme: str) -> Path:
    """Of a theme of ours: in an installed package beside the code, in a checkout beside the package."""
    name = "templates" if theme == DEFAULT else "themes"
    package = Path(__file__).parent
    installed = package / f"_{name}"
    folder = installed if installed.is_dir() else package.parent / name
    return folder if theme == DEFAULT else folder / theme


def _read_folder(folder: Path) -> dict[str, tuple[Path, bytes]]:
    """Name below `folder` → path and content of each file that is neither hidden nor a backup."""
    if not folder.is_dir():
        raise template_problem(
            "template-folder",
            "there is no such folder of templates",
            path=folder.as_posix(),
            remedy="create it, or take the setting out",
        )
    root = folder.resolve()
    files: dict[str, tuple[Path, bytes]] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name.endswith("~") or any(part.startswith(".") for part in name.split("/")) or not path.is_file():
            continue
        if not path.resolve().is_relative_to(root):
            raise template_problem(
                "template-outside",
                "this link leads out of the folder of templates",
                path=path.as_posix(),
                remedy="put a copy of the file in its place",
            )
        if "/" in name and (theme := name.split("/")[0]) in SHIPPED:
            raise template_problem(
                "template-folder",
                f"a folder “{theme}” would hide the theme of that name",
                path=path.as_posix(),
                remedy="give the folder another name",
            )
        files[name] = path, path.read_bytes()
    return files


def _decode(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise template_problem(
            "template-encoding",
            "this template is not UTF-8",
            path=path.as_posix(),
            line=data.count(b"\n", 0, error.start) + 1,
            remedy="save it as UTF-8",
        ) from error


def _environment(
    sources: Mapping[str, tuple[str, str]], translator: Translator, compiled: BytecodeCache | None
) -> Sandbox:
    def load(name: str) -> tuple[str, str | None, None] | None:
        return (*sources[name], None) if name in sources else None

    environment = Sandbox(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=_Undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,  # all that was compiled is kept
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=compiled,
    )
    environment.filters["csp_hash"] = csp_hash
    environment.speak(translator)
    environment.filters["lang"] = partial(_lang, translator.language)
    environment.filters["number"] = translator.number
    environment.filters["date"] = translator.date
    environment.filters["data_block"] = _data_block
    environment.filters["nonce"] = _asked_again(_nonce)
    return environment


def csp_hash(text: str) -> str:
    """For a Content-Security-Policy, without its quotes: the hash of a `<style>` that holds exactly `text`."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _nonce(page: object) -> str:
    """For a Content-Security-Policy: a digest of all that a page shows, so that no word of a source can foretell it.

    Browsers take it or the site's own address; checkers that read a page from disk, where it has no address, take it.
    """
    return base64.b64encode(hashlib.sha256(repr(page).encode("utf-8", "surrogatepass")).digest()[:16]).decode()


def _asked_again(digest: Callable[[object], str]) -> Callable[[object], str]:
    """`digest`, made once for a page that asks for it in several places, one after the other."""
    last: tuple[object, str] = (None, "")

    def remembered(page: object) -> str:
        nonlocal last
        if last[0] is not page:
            last = (page, digest(page))
        return last[1]

    return remembered


@lru_cache(1_000)
def _lang(interface: str, tag: str, around: str = "") -> Markup:
    """For a start tag: the language and direction of words, if they are not those of what is `around` them."""
    return Markup(attributes(tag, around or interface))  # noqa: S704 - it escapes the tag


def _data_block(json: str) -> Markup:
    """JSON as the content of a `<script>` that holds data: none of its characters can end the element."""
    return Markup(json.translate(_IN_SCRIPT))  # noqa: S704 - all that is markup is escaped


def _check(environment: Sandbox, sources: Mapping[str, tuple[str, str]], name: str) -> None:
    """Compile a template; what it names must exist, and may not lead back to it by `extends`."""
    text, path = sources[name]
    try:
        environment.get_template(name)
        tree = environment.parse(text, name, path)
    except TemplateSyntaxError as error:
        remedy = "correct this line, or a tag left open above it"
        raise template_problem(
            "template-syntax", str(error.message), path=path, line=error.lineno, remedy=remedy
        ) from error
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        assert isinstance(node, nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport)
        target = getattr(node.template, "value", None)
        if isinstance(node, nodes.Include) and node.ignore_missing:
            continue
        if isinstance(target, str) and target not in sources:
            known = sorted(known for known in sources if known.split("/")[0] not in SHIPPED)
            raise template_problem(
                "template-missing",
                f"there is no template “{target}”",
                path=path,
                line=node.lineno,
                remedy=f"there are: {', '.join(known)}; with {DEFAULT}/ before the name, that of the default theme",
            )
        if isinstance(node, nodes.Extends) and target == name:
            raise template_problem(
                "template-loop",
                "this template extends itself",
                path=path,
                line=node.lineno,
                remedy=f"extend “{DEFAULT}/{name}”, the template that it replaces",
            )
