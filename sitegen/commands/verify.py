"""`sitegen verify`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.commands.common import common_options, editions_until, project_settings
from sitegen.errors import Problem, SitegenError
from sitegen.terminal import FINDINGS, FINE, Terminal, counted, visible

if TYPE_CHECKING:
    from sitegen.config import Config
    from sitegen.each import Each

_GET_ANEW = "get the site anew from where you trust it, or ask whoever made it"
"""What a reader can do, who can't build it."""
_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("site", required=False, type=_PATH)
@click.option("--expect", metavar="DIGEST", help="What the desk says elsewhere that the digest is: sha256:…")
@click.option("--signature", metavar="FILE", type=_PATH, help="Of the site, or of the edition.")
@click.option("--signers", metavar="FILE", type=_PATH, help="Whose signatures you trust.")
@click.option("--digest", "only_digest", is_flag=True, help="Print the digest, if all holds, and nothing else.")
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@click.option("--output", metavar="FOLDER", help="The built site.  [default: site]")
@common_options
def verify(
    site: Path | None,
    expect: str | None,
    signature: Path | None,
    signers: Path | None,
    only_digest: bool,
    content: str | None,
    output: str | None,
    terminal: Terminal,
) -> int:
    """Prove that every sentence a site prints is, word for word, in its article and in the document received.

    Reads the site and the inputs, and trusts neither: a changed character in one of them is named.

    With SITE, the folder of a site as its readers have it, no input is read. Its files are held against its manifest,
    and its pages against its briefing.json. Whoever changed those too is found by --expect, the digest that the desk
    says elsewhere, or by --signature and --signers (`sitegen sign` makes the one; ssh-keygen(1) tells the form of the
    other). SITE may be a file of editions/ as well.

    \b
    sitegen verify
    sitegen verify --digest
    sitegen verify copy/ --expect sha256:3f1c…
    sitegen verify copy/ --signature site.sig --signers desk.signers
    """
    if (signature is None) != (signers is None):
        raise click.UsageError("--signature and --signers need each other.")
    if site and (content or output):
        raise click.UsageError("SITE is read alone: it takes no --content and no --output.")
    wanted = _digest(expect)
    proved = prove(terminal, site, content=content, output=output)
    problems = [*proved.problems]
    if wanted not in (None, proved.digest):
        problems.append(_other_digest(proved))
    name = None
    if signature and signers:
        from sitegen.signatures import signer

        require_file(signature, "--signature")
        require_file(signers, "--signers")
        name = signer(proved.signed, signature, signers)
        if name is None:
            problems.append(_wrong_signature(proved, signature, signers))
    terminal.report(problems)
    if problems:
        return FINDINGS
    if only_digest:
        click.echo(proved.digest)
        return FINE
    terminal.say(f"{proved.where}: {proved.holds}")
    if wanted:
        terminal.say(f"{proved.where}: the digest is the one that was expected")
    if name:
        terminal.say(f"{proved.where}: signed by {visible(name)}")
    if site and not (wanted or name):
        terminal.say(f"{proved.digest}: compare this with what the desk says elsewhere, or use --expect")
    return FINE


@dataclass(frozen=True, slots=True)
class Proved:
    """What was found of a site or an edition, and what a digest or a signature of it is of."""

    where: str
    """As the user would write it."""
    signed_path: str
    signed: bytes
    """Of the site's manifest, or of the edition."""
    problems: tuple[Problem, ...]
    holds: str
    """What holds if there are no problems."""

    @property
    def digest(self) -> str:
        from sitegen.ownership import digest_of

        return digest_of(self.signed)


def prove(terminal: Terminal, site: Path | None, *, content: str | None = None, output: str | None = None) -> Proved:
    """`site`: a folder that is read alone, or the file of an edition; None: the project's, against its inputs."""
    if site is None:
        return _of_project(terminal, content, output)
    if not site.exists():
        raise click.BadParameter(f"there is no {site}", param_hint="SITE")
    return _edition(site) if site.is_file() else _alone(site)


def require_file(path: Path, option: str) -> None:
    if not path.is_file():
        raise click.BadParameter(f"there is no file {path}", param_hint=option)


def _of_project(terminal: Terminal, content: str | None, output: str | None) -> Proved:
    from sitegen.ownership import MANIFEST
    from sitegen.workers import Workers
    from sitegen.write import read_site

    config = project_settings(terminal, content=content, output=output)
    files = read_site(terminal.project / config.output)
    with Workers(config.work) as each:
        problems = unproved(terminal, config, files, each)
    holds = "every printed sentence is a source's, and every note leads there and back"
    manifest = (terminal.project / config.output / MANIFEST).as_posix()
    return Proved(f"{config.output}/", manifest, files[MANIFEST], tuple(problems), holds)


def _alone(site: Path) -> Proved:
    from dataclasses import replace

    from sitegen.ownership import MANIFEST, added_files, manifest_digests
    from sitegen.verify import verify as verify_site
    from sitegen.write import read_site

    if not (site / MANIFEST).is_file():
        message = f"there is no {MANIFEST}, which lists what was built"
        remedy = "copy it as well: tools leave it out, as its name begins with a dot"
        raise SitegenError(Problem("output-missing", "error", message, str(site), remedy=remedy))
    files = read_site(site)
    digests = manifest_digests(files[MANIFEST]) or {}
    unfit = (replace(problem, remedy=_GET_ANEW) for problem in verify_site(files, digests, None))
    found = [*_added(added_files(site, digests)), *unfit]
    problems = tuple(replace(problem, path=(site / problem.path).as_posix()) for problem in found)
    count = counted(len(digests), "file")
    holds = f"{count} as built; pages print what briefing.json has, and every note leads there and back"
    return Proved(f"{site.as_posix()}/", (site / MANIFEST).as_posix(), files[MANIFEST], problems, holds)


def _added(paths: tuple[str, ...]) -> Iterator[Problem]:
    for path in paths:
        remedy = "read it as nobody's: neither a digest nor a signature of the site is of it"
        yield Problem("file-added", "error", "this file is no part of the site that was built", path, remedy=remedy)


def _edition(file: Path) -> Proved:
    from sitegen.edition_files import broken_edition
    from sitegen.editions import read_edition

    where = file.as_posix()
    try:
        data = file.read_bytes()
        edition = read_edition(data)
    except (OSError, ValueError, RecursionError) as error:
        raise SitegenError(broken_edition(where, error)) from error
    return Proved(where, where, data, (), f"the edition of {edition.date}, as it was saved")


def _digest(expected: str | None) -> str | None:
    import re

    if expected is None:
        return None
    digits = expected.strip().lower().removeprefix("sha256:")
    if not re.fullmatch(r"[0-9a-f]{64}", digits):
        raise click.BadParameter("a digest is sha256: and 64 digits and letters from a to f", param_hint="--expect")
    return f"sha256:{digits}"


def _other_digest(proved: Proved) -> Problem:
    message = f"this has another digest than was expected: {proved.digest}"
    remedy = "it is of another version, or somebody changed it: get site and digest anew from where you trust them"
    return Problem("digest-other", "error", message, proved.signed_path, remedy=remedy)


def _wrong_signature(proved: Proved, signature: Path, signers: Path) -> Problem:
    message = f"{signature.as_posix()} is no signature of this by anybody whom {signers.as_posix()} allows"
    remedy = "get the site and the signature of one version; if that does not help, somebody else changed or signed it"
    return Problem("signature-wrong", "error", message, proved.signed_path, remedy=remedy)


def unproved(terminal: Terminal, config: "Config", files: Mapping[str, bytes], each: "Each") -> list[Problem]:
    """What does not hold of a built site, and of the editions that it is held against. `files`: path → bytes."""
    from sitegen.ownership import MANIFEST, manifest_digests
    from sitegen.proof import read_inputs
    from sitegen.read import read_folder
    from sitegen.verify import made_as_of
    from sitegen.verify import verify as verify_site

    editions, until = editions_until(terminal, made_as_of(files))
    sources = read_folder(terminal.project / config.content, config.read).value
    inputs = read_inputs(terminal.project, config, sources, each, editions.value, until)
    digests = manifest_digests(files[MANIFEST]) or {}
    of_site = {"briefing.json", *files, *digests}
    found = [
        terminal.from_here(problem, config.output if problem.path in of_site else "")
        for problem in verify_site(files, digests, inputs)
    ]
    return [*found, *map(terminal.from_here, editions.problems)]
