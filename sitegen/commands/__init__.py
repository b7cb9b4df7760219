"""Commands: further ones of the command line, each registered where it is defined. Like `cli`, they print.

They import `cli` for what all commands share, and `cli` imports them once it has defined that.
"""

from sitegen.commands import cleaning, judging, publish, settings, starting

__all__ = ["cleaning", "judging", "publish", "settings", "starting"]
