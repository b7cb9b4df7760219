"""Which files hold articles, by the end of their names in lower case."""

MARKDOWN = (".md", ".markdown")
PLAIN = (".txt",)
PAGES = (".html", ".htm", ".xhtml")
FEEDS = (".rss", ".atom", ".xml", ".json")
LETTERS = (".eml",)
WORD = (".docx",)
PDF = (".pdf",)
BINARY = LETTERS + WORD + PDF
"""Read from their bytes: they say inside how their text is encoded."""
SUFFIXES = MARKDOWN + PLAIN + PAGES + FEEDS + BINARY
"""What `parse` reads."""


def is_text(path: str) -> bool:
    """Whether the text of an article from this file is the file itself."""
    return path.lower().endswith(MARKDOWN + PLAIN)
