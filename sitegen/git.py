"""Git: runs the git of this machine on the repository around a folder. EDGE: processes, and what they touch."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from sitegen.errors import Problem, SitegenError

LOCAL_SECONDS = 60
"""What a command may take that asks no other host."""
REMOTE_SECONDS = 600
"""What fetching and pushing a site may take."""


def run_git(
    folder: Path,
    *arguments: str,
    given: bytes = b"",
    variables: Mapping[str, str] | None = None,
    seconds: int = LOCAL_SECONDS,
) -> subprocess.CompletedProcess[bytes]:
    """What git answers in `folder`, whatever its exit status. `given`: its standard input; `variables`: of its
    environment, beside those of this process.

    Raises: SitegenError `git-failed` if there is no git, it can't be started, or it does not end in time.
    """
    command = ["git", "-C", str(folder), *arguments]
    environment = {**os.environ, **(variables or {})}
    try:
        return subprocess.run(  # noqa: S603 - no shell
            command, input=given, capture_output=True, env=environment, timeout=seconds, check=False
        )
    except FileNotFoundError as error:
        raise git_failed("git is not installed", "install it: https://git-scm.com") from error
    except OSError as error:
        raise git_failed(f"git can't be started: {error.strerror}", "mend that, and try again") from error
    except subprocess.TimeoutExpired as error:
        message = f"git {arguments[0]} did not end within {seconds} s"
        raise git_failed(message, "look at the connection, and try again") from error


def git_failed(message: str, remedy: str) -> SitegenError:
    return SitegenError(Problem("git-failed", "error", message, remedy=remedy))


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Why a command failed, as it wrote to standard error: the first line that names an error, else the last."""
    lines = [line.strip() for line in done.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    named = next((line for line in lines if line.startswith(("fatal: ", "error: ", "remote: error: "))), None)
    return named or (lines[-1] if lines else f"exit status {done.returncode}")
