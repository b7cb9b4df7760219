"""`python -m sitegen`."""

from sitegen.cli import main

if __name__ == "__main__":  # a worker that starts from nothing imports it as well
    main(prog_name="sitegen")
