"""Cases written as prose: files that are read as the specification, and run as tests.

Each case is a line or two that say the rule, then between two fences the input, a line with a full stop, and what
must come out. Lines that start with `#` are headings for the reader.
"""

from dataclasses import dataclass
from pathlib import Path

_FENCE = "```"
_BREAK = "."


@dataclass(frozen=True, slots=True)
class Case:
    """One rule, and what it makes of one input."""

    name: str
    """Folder, file and line of the opening fence: `plain/titles.md:7`."""
    rule: str
    given: str
    """Without the newline at its end, as is `expected`."""
    expected: str


def read_cases(path: Path) -> list[Case]:
    """The cases of a file, in order.

    Raises: ValueError, with file and line, for a case without rule, end or full stop.
    """
    cases: list[Case] = []
    rule: list[str] = []
    lines = iter(enumerate(path.read_text(encoding="utf-8").split("\n"), start=1))
    for number, line in lines:
        if line != _FENCE:
            if line and not line.startswith("#"):
                rule.append(line.strip())
            continue
        name = f"{path.parent.name}/{path.name}:{number}"
        inside: list[str] = []
        for _, line in lines:
            if line == _FENCE:
                break
            inside.append(line)
        else:
            raise ValueError(f"{name}: the case has no closing fence")
        if not rule:
            raise ValueError(f"{name}: the case states no rule")
        if _BREAK not in inside:
            raise ValueError(f"{name}: no line with a full stop parts input and output")
        middle = inside.index(_BREAK)
        given, expected = inside[:middle], inside[middle + 1 :]
        cases.append(Case(name, " ".join(rule), "\n".join(given), "\n".join(expected)))
        rule = []
    return cases
