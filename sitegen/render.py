"""Page → file: fills a page's template, and tidies what comes out."""

import re
import traceback

from jinja2 import TemplateError, TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError

from sitegen.compose.pages import Page
from sitegen.errors import Outcome, SitegenError
from sitegen.model import OutputFile
from sitegen.theme import Theme, template_problem

# Kept to the letter: a digest or the words of a source may hang on each of their characters.
_VERBATIM = re.compile(r"(<(pre|style|script|textarea)\b.*?</\2>)", re.DOTALL)
_TAG = r"""<[a-zA-Z/!][^>"']*+(?:>|(?:"[^"]*"[^>"']*+|'[^']*'[^>"']*+)++>)"""
_TAGS = re.compile(rf"((?:{_TAG}[^<&]*+)++)")
"""Tags, and the text between them that holds nothing escaped."""


def render(page: Page, theme: Theme) -> Outcome[OutputFile]:
    """The file of `page`: UTF-8, `\\n`, no blanks at either end of a line, no blank lines, one newline at the end.

    A template gets `page` and `site`, nothing else.
    Raises: SitegenError for a fault in a template, with its path and line (codes `template-…`).
    """
    try:
        text = theme.environment.get_template(page.template).render(page=page, site=page.site)
    except Exception as error:  # whatever an expression in a template raises is a fault of that template
        raise _fault(error, page, theme) from error
    return Outcome(OutputFile(page.path, _tidy(text).encode()))


def _fault(error: Exception, page: Page, theme: Theme) -> SitegenError:
    """The innermost line of a template on the way to `error`, and what is wrong there."""
    known = set(theme.paths.values())
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in known]
    path, line = (frames[-1].filename, frames[-1].lineno or 0) if frames else (page.template, 0)
    message = str(error) or type(error).__name__
    if isinstance(error, UndefinedError):
        remedy = "correct the name"
        return template_problem("template-undefined", message, path=path, line=line, remedy=remedy)
    if isinstance(error, TemplateNotFound):
        names = ", ".join(sorted(name for name in theme.paths if "/" not in name))
        message = f"there is no template “{error.name}”"
        return template_problem("template-missing", message, path=path, line=line, remedy=f"there are: {names}")
    if isinstance(error, SecurityError):
        message = f"a template may not do this: {message}"
    elif isinstance(error, RecursionError):
        message = "templates extend or include one another without an end"
    elif not isinstance(error, TemplateError):
        message = f"{type(error).__name__}: {message}"
    remedy = "correct the expression; if the template is the default one, report it"
    return template_problem("template-failed", f"{message} (in {page.path})", path=path, line=line, remedy=remedy)


def _tidy(text: str) -> str:
    """`text` as people read it in a diff; equal for a browser. No indentation: it would be a twentieth of a page."""
    pieces = _VERBATIM.split(text.replace("\r\n", "\n"))
    # A split with two groups: markup, a verbatim element, its name, markup, …
    pieces[0::3] = [_tidy_markup(piece) for piece in pieces[0::3]]
    del pieces[2::3]
    return "".join(pieces).strip() + "\n"


def _tidy_markup(markup: str) -> str:
    if "&#3" in markup:
        # Escaping is needed for quotation marks in attributes; in text they stand as they are.
        parts = _TAGS.split(markup)
        parts[0::2] = [p.replace("&#39;", "'").replace("&#34;", '"') if "&#3" in p else p for p in parts[0::2]]
        markup = "".join(parts)
    first, *others = markup.split("\n")
    if not others:
        return markup
    inner = [line.lstrip().rstrip(" \t") for line in others[:-1]]
    return "\n".join([first.rstrip(" \t"), *filter(None, inner), others[-1].lstrip()])
