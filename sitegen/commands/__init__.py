"""Commands: one module each. Like `terminal`, they print; the work is done by the packages that they call."""
