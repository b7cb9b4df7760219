"""A served page is the built one, with a script at its end that its policy allows."""

import pytest

from sitegen.serve.page import allow_script, with_reload
from sitegen.theme import csp_hash

SCRIPT = 'document.title = "<é>";'
HASH = f"'{csp_hash(SCRIPT)}'"
END = f'<script data-revision="ab12">{SCRIPT}</script>\n'.encode()


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("default-src 'none'", f"default-src 'none'; script-src {HASH}; connect-src 'self'"),
        (
            "default-src 'none'; script-src 'sha256-x='; img-src 'self' data:",
            f"default-src 'none'; script-src 'sha256-x=' {HASH}; img-src 'self' data:; connect-src 'self'",
        ),
        ("default-src 'self'", f"default-src 'self'; script-src 'self' {HASH}; connect-src 'self'"),
        ("script-src 'none'; connect-src 'none';", f"script-src {HASH}; connect-src 'self'"),
        ("img-src 'self'", "img-src 'self'"),
        ("upgrade-insecure-requests", "upgrade-insecure-requests"),
    ],
)
def test_a_policy_is_widened_by_the_script_and_nothing_else(policy: str, expected: str) -> None:
    assert allow_script(policy, SCRIPT) == expected


def test_nothing_of_a_page_changes_but_its_policy_and_its_end() -> None:
    meta = '<meta http-equiv="Content-Security-Policy" content="{}">\n<p>x</p>\n'
    page = meta.format("default-src 'none'; img-src &#39;self&#39;")
    policy = f"default-src 'none'; img-src 'self'; script-src {HASH}; connect-src 'self'".replace("'", "&#x27;")
    assert with_reload(page.encode(), SCRIPT, "ab12") == meta.format(policy).encode() + END


def test_a_page_without_a_policy_gets_none() -> None:
    assert with_reload(b"<p>x</p>\n", SCRIPT, "ab12") == b"<p>x</p>\n" + END
