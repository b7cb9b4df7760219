"""Page: a built page as it is served: the same, and a script that loads it anew. Built files never hold that."""

import html
import re

from sitegen.theme import csp_hash

EVENTS = "/.sitegen/events"
"""Where the script listens. No file of a site has a hidden folder in its path."""
_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')


def with_reload(page: bytes, script: str, revision: str) -> bytes:
    """The HTML of a page, with a script at its end, which its policy allows.

    `revision`: of the site that the page is of: ASCII without quotation marks. The policy of the page stays for all
    else, so that what it forbids on the published site is forbidden here.
    Known failure: a theme that writes the policy otherwise than the default one does keeps the script out; its pages
    are then not loaded anew.
    """

    def widened(match: re.Match[bytes]) -> bytes:
        policy = allow_script(html.unescape(match[2].decode()), script)
        return match[1] + html.escape(policy).encode() + match[3]

    element = f'<script data-revision="{revision}">{script}</script>\n'
    return _POLICY.sub(widened, page, count=1) + element.encode()


def allow_script(policy: str, script: str) -> str:
    """A Content-Security-Policy that allows this one script too, and allows it to ask where it came from.

    What a policy leaves open stays open.
    """
    named = (directive.split(maxsplit=1) for directive in policy.split(";") if directive.strip())
    directives = {name: "".join(sources) for name, *sources in named}
    for name, source in (("script-src", f"'{csp_hash(script)}'"), ("connect-src", "'self'")):
        allowed = directives.get(name, directives.get("default-src"))
        if allowed is not None:
            others = (one for one in allowed.split() if one not in ("'none'", source))
            directives[name] = " ".join((*others, source))
    return "; ".join(f"{name} {sources}".strip() for name, sources in directives.items())
