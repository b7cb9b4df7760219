"""`sitegen sign`."""

from pathlib import Path

import click

from sitegen.commands.common import common_options
from sitegen.commands.verify import prove, require_file
from sitegen.terminal import FINDINGS, FINE, Terminal, visible

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("site", required=False, type=_PATH)
@click.option(
    "--key",
    required=True,
    metavar="FILE",
    type=_PATH,
    help="A key of ssh; the public half, if an agent has the other.",
)
@click.option("--to", metavar="FILE", type=_PATH, help="The signature.  [default: beside what is signed, with .sig]")
@common_options
def sign(site: Path | None, key: Path, to: Path | None, terminal: Terminal) -> int:
    """Sign the built site, or an edition, so that readers can tell that it is the desk's.

    The signature is a file of its own, which `sitegen verify --signature` checks, and `ssh-keygen -Y verify -n sitegen`
    too. That of a site is of its manifest, which has the digests of all files. It is first verified, as `sitegen
    verify` does. SITE may be the folder of any site, or a file of editions/.

    \b
    sitegen sign --key ~/.ssh/id_ed25519
    sitegen sign --key ~/.ssh/id_ed25519 editions/2026-03-14.json
    """
    from sitegen.disk import disk_errors, replace_file
    from sitegen.signatures import BEGINS, ENDS
    from sitegen.signatures import sign as sign_bytes

    require_file(key, "--key")
    proved = prove(terminal, site)
    if proved.problems:
        terminal.report(proved.problems)
        terminal.say("nothing was signed")
        return FINDINGS
    target = to or _beside(terminal.project / proved.where if site is None else site, ENDS)
    with disk_errors(target, "signed", "sitegen sign"):
        if target.exists() and not target.read_bytes().startswith(BEGINS):
            raise click.UsageError(f"{target} is no signature, and stays as it is: name another file with --to.")
        replace_file(target, sign_bytes(proved.signed, key))
    terminal.say(f"{visible(target.as_posix())}: the signature of {visible(proved.where)}")
    terminal.say(proved.digest)
    return FINE


def _beside(path: Path, ends: str) -> Path:
    named = path if path.name not in ("", "..") else path.resolve()
    return named.with_name(named.name + ends)
