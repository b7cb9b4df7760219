"""Signatures: the `ssh-keygen` of this machine signs bytes and checks who signed them. EDGE: processes.

The form is that of OpenSSH (PROTOCOL.sshsig): a detached file, made by any key that ssh has, also one in an agent or on
a token. Who may sign stands in a file of allowed signers (ssh-keygen(1), ALLOWED SIGNERS).
"""

import subprocess
from pathlib import Path

from sitegen.errors import Problem, SitegenError

NAMESPACE = "sitegen"
"""What our signatures are for: one that a key made of a mail or a commit is none of a site."""
BEGINS = b"-----BEGIN SSH SIGNATURE-----"
ENDS = ".sig"
"""How the name of a signature ends; the name of what was signed comes before."""
_SECONDS = 600
"""What a command may take: whoever signs may have to find a token, or a passphrase."""


def sign(data: bytes, key: Path) -> bytes:
    """The signature of `data`. `key`: the private key, or the public one if an agent has the other half.

    Raises: SitegenError `ssh-failed`.
    """
    done = _ssh_keygen("sign", "-f", str(key), given=data)
    if done.returncode != 0 or not done.stdout.startswith(BEGINS):
        raise _failed(f"ssh-keygen did not sign: {_said(done)}", f"look at the key: ssh-keygen -l -f {key}")
    return done.stdout


def signer(data: bytes, signature: Path, signers: Path) -> str | None:
    """Who of the allowed `signers` signed `data`, as that file calls them; None if nobody did.

    Keys that the file says are too old or too new by the clock of this machine are nobody's.
    Raises: SitegenError `ssh-failed` if there is no ssh-keygen that can tell.
    """
    files = ("-s", str(signature), "-f", str(signers))
    for name in _ssh_keygen("find-principals", *files).stdout.decode("utf-8", "replace").splitlines():
        if _ssh_keygen("verify", "-I", name, *files, given=data).returncode == 0:
            return name
    return None


def _ssh_keygen(verb: str, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["ssh-keygen", "-Y", verb, "-n", NAMESPACE, *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise _failed("ssh-keygen is not installed", "install OpenSSH: https://www.openssh.com") from error
    except subprocess.TimeoutExpired as error:
        raise _failed(f"ssh-keygen did not end within {_SECONDS} s", "look at the key, and try again") from error


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = (line.strip() for line in done.stderr.decode("utf-8", "replace").splitlines())
    return "; ".join(filter(None, lines)) or f"exit status {done.returncode}"


def _failed(message: str, remedy: str) -> SitegenError:
    return SitegenError(Problem("ssh-failed", "error", message, remedy=remedy))
