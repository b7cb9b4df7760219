"""`sitegen`, and `python -m sitegen`."""

import signal
import sys


def run() -> None:
    """Run the command line, which takes long enough to load that somebody may interrupt it meanwhile.

    Being told to end is an interruption too: else workers would go on without it.
    """
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        from sitegen.cli import main  # noqa: PLC0415 - see above

        main(prog_name="sitegen")
    except KeyboardInterrupt:
        print("interrupted; what is there is whole", file=sys.stderr)  # noqa: T201 - nothing that prints is loaded
        sys.exit(130)


if __name__ == "__main__":  # a worker that starts from nothing imports it as well
    run()
