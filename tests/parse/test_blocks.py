"""From what a format's parser found to the blocks of an article: ids, roles, the headings above."""

from sitegen.model import Block
from sitegen.parse.blocks import make_blocks
from sitegen.parse.headings import DEFAULT_ROLES
from sitegen.parse.markdown import read_markdown
from sitegen.text import digest


def blocks_of(text: str) -> tuple[Block, ...]:
    raw, edits = read_markdown(text)
    return make_blocks("a", text, raw, edits, DEFAULT_ROLES)


def roles_of(text: str) -> list[tuple[str, str]]:
    return [(block.text, block.role) for block in blocks_of(text)]


def test_sections_have_the_role_of_their_heading() -> None:
    text = "# Title\n\nFirst.\n\n## Why it matters:\n\nW.\n\n## KEY DEVELOPMENTS\n\n- D\n\n## Elsewhere\n\nE."
    assert roles_of(f"{text}\n\n## Background\n\nB.") == [
        ("Title", "title"),
        ("First.", "lead"),
        ("Why it matters:", "why-it-matters"),
        ("W.", "why-it-matters"),
        ("KEY DEVELOPMENTS", "key-developments"),
        ("D", "key-developments"),
        ("Elsewhere", "other"),
        ("E.", "other"),
        ("Background", "context"),
        ("B.", "context"),
    ]


def test_a_section_in_a_section_has_the_role_around_it() -> None:
    text = "# T\n\n## Full report\n\n### On the pier\n\nP.\n\n### Background\n\nB.\n\n### After\n\nA.\n\n## Other\n\nO."
    roles = dict(roles_of(text))
    assert [roles[words] for words in ("P.", "B.", "A.", "O.")] == ["full-report", "context", "full-report", "other"]


def test_only_the_first_paragraph_before_a_section_is_the_lead() -> None:
    assert roles_of("- item\n\nOne.\n\nTwo.") == [("item", "other"), ("One.", "lead"), ("Two.", "other")]
    assert roles_of("# T\n\nOne.\n\n# U\n\nTwo.")[-1] == ("Two.", "other")


def test_every_block_names_the_heading_above_it() -> None:
    blocks = {block.text: block for block in blocks_of("One.\n\n# T\n\n## A\n\n### B\n\nTwo.\n\n## C\n\nThree.")}
    above = {
        words: next((b.text for b in blocks.values() if b.id == block.under), None) for words, block in blocks.items()
    }
    assert above == {"One.": None, "T": None, "A": "T", "B": "A", "Two.": "B", "C": "T", "Three.": "C"}


def test_ids_are_of_words_alone() -> None:
    (block,) = blocks_of("Some *words*.")
    assert block.id == f"a.b{digest('some words')}"


def test_blocks_without_a_printed_word_are_left_out() -> None:
    assert [block.text for block in blocks_of("![alt](p.png)\n\n&nbsp;\n\n\u200b\n\nWords.")] == ["Words."]
