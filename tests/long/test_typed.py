"""The how-tos, typed as `tests/test_typed.py` types the tutorial."""

from pathlib import Path

import pytest

from tests.test_typed import HOW_TOS, type_page


@pytest.mark.parametrize("page", HOW_TOS)
def test_the_commands_of_a_page_print_what_it_shows(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    type_page(page, HOW_TOS[page], tmp_path, monkeypatch)
