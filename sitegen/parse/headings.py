"""Which headings say what a section is for: data, extended by `roles` in sitegen.yml."""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.model import Role
from sitegen.text import normalise

_HEADINGS: dict[Role, tuple[str, ...]] = {
    "lead": ("Summary", "In brief", "At a glance", "The gist", "Overview", "Executive summary", "TL;DR"),
    "why-it-matters": (
        "Why it matters",
        "Why this matters",
        "Why it's important",
        "The stakes",
        "Significance",
    ),
    "key-developments": (
        "Key developments",
        "Key points",
        "Key takeaways",
        "Takeaways",
        "Highlights",
        "Driving the news",
        "What happened",
        "What's new",
        "What we know",
        "The latest",
    ),
    "full-report": (
        "Full report",
        "Full story",
        "The full story",
        "Report",
        "Details",
        "The details",
        "Analysis",
    ),
    "context": (
        "Context",
        "Background",
        "Context & previous events",
        "Context and previous events",
        "Previous events",
        "The backdrop",
        "History",
        "Catch up quick",
        "The backstory",
        "How we got here",
    ),
}

DEFAULT_ROLES: Mapping[str, Role] = MappingProxyType(
    {normalise(heading): role for role, headings in _HEADINGS.items() for heading in headings}
)
"""Normalised words of a heading → the role of its section."""
