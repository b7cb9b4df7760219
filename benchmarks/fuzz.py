"""Looks for inputs that break what must hold of any input, led by the code that they reach.

    pip install atheris
    python -m benchmarks.fuzz TARGET --minutes N [--seed S] [--keep FOLDER]

TARGET: one of `tests/targets.py`, where it stands what must hold. What breaks it is written to the folder, once for
each place in the code, with its traceback; the run goes on. At the end: executions, findings, the slowest input.
Known failure: memory is bounded for the whole process only, and code in C is not followed.
Method: atheris (libFuzzer); values of JSON are also changed as values, since few changes of its bytes are JSON.
"""

import argparse
import copy
import hashlib
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

BOUND = 10
"""Seconds of CPU that an input may take, the code being followed, which makes it about three times slower."""
LARGEST = 32_000
"""Bytes of an input."""
_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    2**70,
    1.5,
    "",
    "x",
    "2024-05-12",
    "\ud800",
    "<b>\x1b[31m\u202e",
    [],
    {},
    [[]],
    [None],
)


def main() -> None:
    arguments = _arguments()
    keep = Path(arguments.keep or tempfile.mkdtemp(prefix=f"fuzz-{arguments.target}-"))
    keep.mkdir(parents=True, exist_ok=True)
    if arguments.inside:
        _fuzz(arguments.target, keep)  # does not return
    corpus = keep / "corpus"
    _write_seeds(arguments.target, corpus)
    engine = [
        f"-max_total_time={round(arguments.minutes * 60)}",
        f"-seed={arguments.seed}",
        f"-max_len={LARGEST}",
        f"-timeout={BOUND * 20}",  # of the clock, and so is the next
        f"-report_slow_units={BOUND * 20}",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
        f"-artifact_prefix={keep}/killed-",
    ]
    command = [sys.executable, "-m", "benchmarks.fuzz", arguments.target, "--keep", str(keep), "--inside", *engine]
    run = subprocess.run([*command, str(corpus)], check=False, stderr=subprocess.PIPE, text=True, errors="replace")
    (keep / "log.txt").write_text(run.stderr, "utf-8")
    executions = re.findall(r"number_of_executed_units: (\d+)|Done (\d+) runs", run.stderr)
    count = max((int(number) for pair in executions for number in pair if number), default=0)
    found = sorted(path.name for path in keep.glob("*.txt") if path.name != "log.txt")
    killed = sorted(path.name for path in keep.glob("killed-*"))
    slowest = (keep / "slowest").read_text("utf-8") if (keep / "slowest").exists() else "?"
    print(f"{arguments.target}: {count:,} executions, {len(found)} findings, slowest {slowest} s CPU; in {keep}")
    for name in [*found, *killed]:
        print(f"  {name}")
    if run.returncode and not killed:
        print(run.stderr[-2000:])
    sys.exit(1 if found or killed or run.returncode else 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", metavar="TARGET")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", metavar="FOLDER")
    parser.add_argument("--inside", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser.parse_args()


def _write_seeds(target: str, corpus: Path) -> None:
    from tests.targets import TARGETS  # noqa: PLC0415 - `_fuzz` must be the first to load what it follows

    if target not in TARGETS:
        sys.exit(f"there is no target {target!r}; there are: {', '.join(TARGETS)}")
    corpus.mkdir(exist_ok=True)
    for seed in TARGETS[target].seeds():
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)


def _fuzz(target: str, keep: Path) -> None:
    """Fuzz in this process, until the engine ends it."""
    import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]  # noqa: PLC0415 - a tool of its own

    with atheris.instrument_imports(include=["sitegen", "tests.targets"]):
        from tests.targets import TARGETS  # noqa: PLC0415 - it is followed from here on
    found = TARGETS[target]
    mutate = {"custom_mutator": _changed_json} if found.is_json else {}
    atheris.Setup([sys.argv[0], *sys.argv[sys.argv.index("--inside") + 1 :]], _recorded(found.holds, keep), **mutate)
    atheris.Fuzz()


def _recorded(holds: Callable[[bytes], object], keep: Path) -> Callable[[bytes], None]:
    """`holds`, with what it raises, and what takes too long, written to a folder."""
    slowest = 0.0

    def run(data: bytes) -> None:
        nonlocal slowest
        began = time.process_time()
        try:
            holds(data)
        except Exception as error:
            _keep(keep, _place(error), data, "".join(traceback.format_exception(error)))
        took = time.process_time() - began
        if took > slowest:
            slowest = took
            (keep / "slowest").write_text(f"{took:.2f}", "utf-8")
            (keep / "slowest.input").write_bytes(data)
        if took > BOUND:
            _keep(keep, "slow", data, f"{took:.1f} s CPU\n")

    return run


def _place(error: BaseException) -> str:
    """The kind of an error, and the innermost line of ours that it came through."""
    frame: TracebackType | None = error.__traceback__
    place = "outside"
    while frame:
        code = frame.tb_frame.f_code
        if "/sitegen/" in code.co_filename or code.co_filename.endswith("targets.py"):
            place = f"{Path(code.co_filename).stem}-{code.co_name}-{frame.tb_lineno}"
        frame = frame.tb_next
    return re.sub(r"[^\w.-]", "_", f"{type(error).__name__}-{place}")


def _keep(keep: Path, name: str, data: bytes, said: str) -> None:
    """The smallest input of a finding."""
    path = keep / f"{name}.input"
    if not path.exists() or path.stat().st_size > len(data):
        path.write_bytes(data)
        (keep / f"{name}.txt").write_text(said, "utf-8", "backslashreplace")


def _changed_json(data: bytes, largest: int, seed: int) -> bytes:
    """JSON with other values here and there; now and then, bytes that are hardly any."""
    chance = random.Random(seed)
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict | list) or chance.random() < 0.1:
        place = chance.randrange(len(data) + 1)
        return (data[:place] + chance.randbytes(chance.randrange(4)) + data[place + chance.randrange(4) :])[:largest]
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        _change_one(value, chance)
    written = json.dumps(value, ensure_ascii=chance.random() < 0.5).encode("utf-8", "replace")
    return written if len(written) <= largest else data


def _change_one(value: Any, chance: random.Random) -> None:
    """Replace, remove or repeat one value somewhere in a JSON document, in place."""
    at = value
    while isinstance(at, dict | list) and at:
        key = chance.choice(sorted(at) if isinstance(at, dict) else range(len(at)))
        if isinstance(at[key], dict | list) and at[key] and chance.random() < 0.85:
            at = at[key]
            continue
        match chance.randrange(5):
            case 0:
                del at[key]
            case 1 if isinstance(at, list):
                at.append(copy.deepcopy(at[key]))
            case 2:
                at[key] = copy.deepcopy(at[chance.choice(sorted(at) if isinstance(at, dict) else range(len(at)))])
            case _:
                at[key] = copy.deepcopy(chance.choice(_VALUES))
        return


if __name__ == "__main__":
    main()
