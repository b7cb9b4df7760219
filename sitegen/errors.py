"""What can be wrong: problems in what a user wrote, and errors that stop the work."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Level = Literal["error", "warning", "note"]

T_co = TypeVar("T_co", covariant=True)

CODES: dict[str, str] = {
    "anchor-dead": "A link of the built site leads to a place that its page does not have.",
    "article-changed": "An article is not what the site was built from.",
    "article-crashed": "Reading or analysing an article broke the process that did it.",
    "article-draft": "An article's front matter keeps it out of the site.",
    "article-edited": "A person changed an imported article; the import leaves it alone.",
    "article-empty": "A file holds no text below its title.",
    "article-exists": "`new` is asked for an article that is there already.",
    "article-heavy": "Reading or analysing an article needs more memory than the limit.",
    "article-large": "A file has more lines, tags or sentences than the limit.",
    "article-slow": "Reading or analysing an article takes longer than the limit.",
    "branch-moved": "Somebody pushed to the branch while `publish` was about to.",
    "branch-not-ours": "The branch to publish to holds what sitegen did not publish.",
    "briefing-broken": "`briefing.json` of a built site can't be read.",
    "bytes-damaged": "Some bytes of a text are not in its encoding; � stands for them.",
    "citations-broken": "A file of citations can't be read.",
    "cluster-unfit": "A worker of a cluster can't do what is done here.",
    "cluster-unreachable": "No scheduler answers at an address, or it has no workers.",
    "content-missing": "The folder of articles is missing, is a file, or can't be read.",
    "contrast-low": "Two colours of the theme are hard to tell apart.",
    "date-impossible": "A date is not one, or not written as ISO 8601.",
    "decision-stale": "A decision of `editorial.yml` no longer matches what the articles say.",
    "decision-unmet": "A decision of `editorial.yml` can't be carried out on what the articles say.",
    "decision-unused": "The built site does not say that a decision of `editorial.yml` was carried out.",
    "decisions-clash": "Two decisions of `editorial.yml` exclude each other.",
    "decoded-as": "A file is not UTF-8; it was read in another encoding.",
    "description-missing": "A page has no description.",
    "description-twice": "Two pages have the same description.",
    "digest-other": "A site or an edition is not the one that has the expected digest.",
    "document-broken": "A Word document or PDF can't be read, or holds no text.",
    "document-changed": "A document is not the one that its article was imported from.",
    "document-missing": "A document that an article or a command names is not there.",
    "edition-broken": "An edition can't be read, or is not as it was saved; it is left aside.",
    "edition-saved": "An edition of this day, or of a later one, is saved already.",
    "edition-undated": "No day is known to save an edition under.",
    "encoding-unclear": "A file is not UTF-8, and it is not clear in which encoding it is.",
    "extra-missing": "Reading a kind of document, or writing a PDF, needs a package that is not installed.",
    "external-dead": "An address outside of the site leads nowhere.",
    "external-unchecked": "An address outside of the site could not be looked at.",
    "feed-broken": "A feed can't be read, or only in part.",
    "file-added": "A file stands in the folder of a built site that is no part of it.",
    "file-changed": "A file of the built site is missing or was changed since.",
    "file-ignored": "A file in the content folder is not of a kind that holds articles.",
    "file-refused": "A file can't be read as an article, for what it is or where it leads.",
    "file-unreadable": "The system does not let a file or folder be read.",
    "folder-in-use": "`init` is asked for a project where something else is.",
    "format-unknown": "A document is of a kind that `import` does not read.",
    "front-matter-unclosed": "Front matter begins with `---` and never ends.",
    "git-failed": "git is missing, or does not do what it is asked.",
    "html-too-deep": "The tags of a page nest too deeply, or one has too many attributes.",
    "id-clash": "Two files would have the same address; both are kept, under longer ones.",
    "id-twice": "An id stands twice on a built page.",
    "key-missing": "A key that is needed is not given.",
    "key-twice": "A key is given twice.",
    "key-unknown": "A key is not one that is read.",
    "link-dead": "A link of the built site leads to a file that is not there.",
    "no-article-text": "A saved page shows no article: it asks for consent or a login, or is empty.",
    "not-text": "A file's bytes are not text.",
    "note-broken": "A footnote does not lead to its passage, or not back.",
    "nothing-to-show": "There is no article to make a site of.",
    "outlet-unstated": "It is not known which outlet an article is of.",
    "output-failed": "A file could not be written.",
    "output-missing": "There is no built site where one is expected.",
    "output-not-ours": "The output folder holds what sitegen did not write.",
    "page-edited": "Somebody changed a built file; it is kept.",
    "page-heavy": "A page weighs more than the limit.",
    "place-missing": "`explain` is asked for a file or a line that is not there.",
    "place-unused": "`explain` is asked for a file that no article was used of.",
    "revision-missing": "`diff` is asked for a site or a revision that is not there.",
    "rights-unstated": "Articles are published in full, and nobody said that they may be.",
    "signature-wrong": "A signature is not of this site or edition, or not of an allowed signer.",
    "site-empty": "A site without articles would replace one that is published.",
    "site-heavy": "The site or a file of it is near a limit of hosts, or over it.",
    "site-unfit": "The site is not fit to be published: it is stale, or has errors.",
    "ssh-failed": "ssh-keygen is missing, or does not do what it is asked.",
    "template-encoding": "A template is not UTF-8.",
    "template-failed": "An expression in a template failed.",
    "template-folder": "The folder of templates does not exist, or has a file where none can be.",
    "template-loop": "A template extends itself.",
    "template-missing": "A template that is named does not exist.",
    "template-outside": "A link in the folder of templates leads out of it.",
    "template-syntax": "A template cannot be read.",
    "template-undefined": "A template uses a name that does not exist.",
    "title-missing": "A page has no title.",
    "title-twice": "Two pages have the same title.",
    "title-unusable": "`new` is asked for an article whose title has neither letter nor digit.",
    "too-many-files": "The content folder holds more files than the limit.",
    "topic-article-gone": "An article that the lock of topics lists is not there.",
    "topic-empty": "A pinned topic has no sentence any more.",
    "topic-one-origin": "All of a topic rests on one article, or on articles that go back to one text.",
    "topic-unpinned": "A topic was found beside those that are pinned.",
    "value-wrong": "A value is not of the kind that its key takes.",
    "watch-failed": "`serve` can't watch the folders that the site is made of.",
    "words-changed": "Words on a page or in `briefing.json` are not the words of the source.",
    "words-not-in-document": "Words of an article do not stand in the document that it was imported from.",
    "yaml-broken": "Settings are not the YAML that is read here.",
    "yaml-not-a-mapping": "Settings are not `key: value` lines.",
    "yaml-too-deep": "Settings nest too deeply.",
    "yaml-too-large": "Settings are too long.",
}
"""Every problem code, and what it means. The reference page is made from this."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an input: what, where, how to mend."""

    code: str
    """A key of `CODES`."""
    level: Level
    message: str
    path: str = ""
    """As the user would write it; empty when it is about no one file."""
    line: int = 0
    """From 1; 0: the whole file."""
    column: int = 0
    """From 1; 0: the whole line."""
    remedy: str = ""

    def __post_init__(self) -> None:
        assert self.code in CODES, f"undocumented problem code {self.code!r}"

    @property
    def where(self) -> str:
        """`path:line:column`, as far as known."""
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """What every stage returns: its value, and the problems met on the way."""

    value: T_co
    problems: tuple[Problem, ...] = ()


class SitegenError(Exception):
    """Stops the work: wrong usage or configuration, or a folder that must not be touched."""

    def __init__(self, problem: Problem):
        super().__init__(problem.message)
        self.problem = problem


def worst(problems: Iterable[Problem]) -> Level | None:
    """The gravest level among problems; None if there are none."""
    levels = {problem.level for problem in problems}
    order: tuple[Level, ...] = ("error", "warning", "note")
    return next((level for level in order if level in levels), None)
