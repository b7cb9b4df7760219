"""Sites of a few pages, written as a build writes them; whole, or struck by a fault."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.errors import SitegenError
from sitegen.model import OutputFile
from sitegen.write import WriteReport, write_site
from tests.faults import Fault, Struck, struck

OLD = {"index.html": "old index", "style.css": "old style", "topics/rail.html": "rail", "articles/a/b.html": "b"}
NEW = {"index.html": "new index", "style.css": "old style", "topics/tram.html": "tram"}
NEWER = {"index.html": "newer index", "style.css": "newer style", "topics/tram.html": "newer tram", "x/y.html": "y"}


def files_of(pages: Mapping[str, str]) -> list[OutputFile]:
    return [OutputFile(path, text.encode()) for path, text in pages.items()]


def write_pages(output: Path, pages: Mapping[str, str]) -> WriteReport:
    return write_site(files_of(pages), output, writer="sitegen test")


def edited(report: WriteReport, output: Path) -> list[str]:
    """The pages that somebody changed, and that were therefore kept."""
    assert {problem.code for problem in report.problems} <= {"page-edited"}
    return [Path(problem.path).relative_to(output).as_posix() for problem in report.problems]


def struck_write(output: Path, pages: Mapping[str, str], number: int, fault: Fault = "kill") -> Struck:
    """Write pages, with a fault at an operation."""

    def attempt() -> tuple[int, str]:
        try:
            write_pages(output, pages)
        except SitegenError as error:
            return 3, f"{error.problem.path}: {error.problem.message} [{error.problem.code}]"
        return 0, ""

    return struck(attempt, output.parent, number, fault)


def crashed(output: Path, pages: Mapping[str, str], number: int) -> bool:
    """Write pages, with a kill at an operation; whether there was one."""
    return struck_write(output, pages, number).status == -1


def assert_each_is_whole(output: Path, *editions: Mapping[str, str]) -> None:
    for path in {path for edition in editions for path in edition}:
        if (output / path).exists():
            assert (output / path).read_text() in [edition.get(path) for edition in editions]
