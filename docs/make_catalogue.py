"""Brings the catalogues up to the messages of code and templates: `python docs/make_catalogue.py`.

A new message is added without a translation, one that is no more is taken out; nothing is guessed from a like one. A
test fails while a catalogue lacks a message or has one too many. A new language: `python docs/make_catalogue.py fr`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "sitegen" / "interface"
_KEYWORDS = DEFAULT_KEYWORDS | {"msgid": None, "msgids": (1, 2), "worded": None, "worded_count": (1, 2)}
_CODE = ("sitegen/**/*.py",)
_TEMPLATES = ("templates/*.html", "themes/*/*.html")
_HEADER = """\
# The texts of the interface. Terms: docs/decisions/0036-languages-of-the-interface.md.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""
"""Without the names and days that make each catalogue differ where nothing was said otherwise."""
_TEMPLATE_OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}


def template() -> Catalog:
    """Every message, in the order of files and of their lines."""
    catalog = Catalog(charset="utf-8")
    for method, path, options in _sources():
        name = path.relative_to(ROOT).as_posix()
        for line, message, comments, context in extract_from_file(method, path, _KEYWORDS, options=options):
            catalog.add(message, None, [(name, line)], auto_comments=comments, context=context)
    return catalog


def _sources() -> Iterator[tuple[str, Path, dict[str, str]]]:
    for method, patterns, options in (("python", _CODE, {}), ("jinja2", _TEMPLATES, _TEMPLATE_OPTIONS)):
        for path in sorted({path for pattern in patterns for path in ROOT.glob(pattern)}):
            yield method, path, options


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def update(path: Path, messages: Catalog) -> None:
    """Bring one catalogue up to `messages`, and write it."""
    catalog = read(path) if path.exists() else Catalog(locale=path.stem, charset="utf-8")
    catalog.update(messages, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    with path.open("wb") as file:
        file.write(_HEADER.format(language=path.stem, plural=catalog.plural_forms).encode())
        write_po(file, catalog, width=116, include_lineno=False, omit_header=True)


def main(languages: list[str]) -> None:
    messages = template()
    for path in [*sorted(FOLDER.glob("*.po")), *(FOLDER / f"{language}.po" for language in languages)]:
        update(path, messages)
        catalog = read(path)
        missing = sum(not message.string or not all(message.string) for message in catalog if message.id)
        print(f"{path.relative_to(ROOT)}: {len(catalog)} messages, {missing} without a translation")


if __name__ == "__main__":
    main(sys.argv[1:])
