"""Reasons: what they say in English, and that each form is one that catalogues find and has its values."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.reasons import (
    NO_REASON,
    Reason,
    connected,
    enumerated,
    in_a_row,
    listed,
    quoted,
    worded,
    worded_count,
)
from sitegen.stored_values import decode, encode

PACKAGE = Path(__file__).parents[1] / "sitegen"
_VALUE = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize(
    ("reason", "english"),
    [
        (NO_REASON, ""),
        (listed(()), ""),
        (listed([quoted("a")]), "“a”"),
        (listed(map(quoted, "abc")), "“a”; “b”; “c”"),
        (in_a_row("abc"), "a, b, c"),
        (enumerated("a"), "a"),
        (enumerated("abc"), "a, b and c"),
        (connected("abc"), "a and b and c"),
        (worded("%(share)s%% of it", share="5 %(all)s"), "5 %(all)s% of it"),
        (worded_count("%(n)s boat", "%(n)s boats", 1), "1 boat"),
        (worded_count("%(n)s boat", "%(n)s boats", 2000), "2,000 boats"),
    ],
)
def test_a_reason_is_an_english_phrase(reason: Reason | str, english: str) -> None:
    assert str(reason) == english


def test_a_long_list_is_told_as_well() -> None:
    assert str(listed(map(quoted, ["a"] * 5000))) == "; ".join(["“a”"] * 5000)


def test_only_the_empty_reason_is_none() -> None:
    assert not NO_REASON
    assert quoted("")


def test_a_reason_with_reasons_in_it_is_stored() -> None:
    whole = worded("%(reason)s, %(number)s", reason=worded_count("%(n)s boat", "%(n)s boats", 2), number="5")
    assert decode(encode(whole, None), Reason, None) == whole


def _calls() -> Iterator[tuple[str, ast.Call]]:
    """Where a phrase is made of a form in the package, and how."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.startswith("worded"):
                yield f"{path.name}:{node.lineno}", node


def _forms(call: ast.Call) -> list[str]:
    """The forms that a call names, as far as catalogues find them."""
    number = 2 if ast.unparse(call.func) == "worded_count" else 1
    texts = [argument.value for argument in call.args[:number] if isinstance(argument, ast.Constant)]
    return [text for text in texts if isinstance(text, str)]


def test_a_form_stands_where_catalogues_find_it_and_has_the_values_it_is_given() -> None:
    for where, call in _calls():
        given = {keyword.arg for keyword in call.keywords} | ({"n"} if len(call.args) > 1 else set())
        forms = _forms(call)
        assert forms, where
        assert all(set(_VALUE.findall(form)) == given for form in forms), where
