"""Problem help: what each problem code means, why it matters, how to mend it. Data for `explain` and the reference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sitegen.errors import CODES


@dataclass(frozen=True, slots=True)
class Help:
    """What is said of a problem beyond its line in `CODES`."""

    why: str
    """Why it matters."""
    mend: str
    """What to do about it."""
    example: str = ""
    """Of how it is put right: lines as somebody would write them."""


_REBUILD = "Build again. If it stays, a template of the project writes a wrong address: correct that."
_NOT_SILENT = "Nothing is left out in silence: what could not be used is named, here and on the intake page."
_LIMIT = "Limits keep one file from costing the whole build."

HELP: Mapping[str, Help] = MappingProxyType(
    {
        "anchor-dead": Help("A reader who follows the link lands at the head of a page, not on the passage.", _REBUILD),
        "article-changed": Help(
            "What the site prints can then not be proved from the articles.",
            "Build again; look at the change with `sitegen diff` before you publish it.",
            "sitegen build\nsitegen verify",
        ),
        "article-crashed": Help(
            "The article is left out; the others are built.",
            "Look at the file for damage, save it anew, and report it: no input should do this.",
        ),
        "article-draft": Help(
            "A draft stays in its folder, and nothing on the site rests on it. The intake page names its file.",
            "Take the line out once it is to be published.",
            "---\ntitle: The wharf is for sale\ndraft: true\n---",
        ),
        "article-edited": Help(
            "A person's corrections stand above what the program would write.",
            "Nothing, if the article is right. To have it imported afresh, move it away first.",
        ),
        "article-empty": Help(_NOT_SILENT, "Write the article below its title, or remove the file."),
        "article-exists": Help(
            "Two files with one address would both have to take longer ones, and links to the first would break.",
            "Edit the article that is there, or give the new one another title.",
        ),
        "article-heavy": Help(
            _LIMIT, "Split the file, or raise the limit in sitegen.yml.", "limits:\n  most_megabytes: 2000"
        ),
        "article-large": Help(
            _LIMIT, "Split the file, or raise the limit that is named.", "limits:\n  most_sentences: 20000"
        ),
        "article-slow": Help(
            _LIMIT, "Split the file, or raise the limit in sitegen.yml.", "limits:\n  most_seconds: 120"
        ),
        "branch-moved": Help(
            "What somebody else published would be gone without anybody having looked at it.",
            "Publish again: what would change is shown anew.",
            "sitegen publish --dry-run",
        ),
        "branch-not-ours": Help(
            "A branch that is published to holds the site alone; all else on it would be removed.",
            "Publish to another branch. If those files may go, use `--force`: they stay in the history of the branch.",
            "sitegen publish --branch gh-pages",
        ),
        "briefing-broken": Help(
            "`verify`, `check` and `diff` read what a site says from this file.",
            "Build again. A file of a much older version can't be compared: build that site anew.",
        ),
        "bytes-damaged": Help(
            "The damaged places are printed as �, since nothing is guessed.",
            "Get the document again, or write what stood there into the article.",
        ),
        "citations-broken": Help(
            "Facts about articles that the file holds are not used.",
            "Export it again as CSL-JSON, from Zotero for one.",
        ),
        "cluster-unfit": Help(
            "With other versions an article could be read otherwise, and pages would depend on who read it.",
            "Install the same sitegen and the same libraries on all machines; start workers so that they may start "
            "processes: an article that hangs is ended with its process.",
            "pip install -c constraints.txt 'briefing-sitegen[dask]'\ndask worker tcp://10.0.0.5:8786 --no-nanny",
        ),
        "cluster-unreachable": Help(
            "Nothing was built: to wait for a cluster that is not there would look like work.",
            "Start a scheduler and workers, or build on this machine alone.",
            "dask scheduler\ndask worker tcp://10.0.0.5:8786 --no-nanny\n"
            "sitegen build --executor dask --scheduler tcp://10.0.0.5:8786",
        ),
        "content-missing": Help(
            "Without articles there is nothing to build; the site that is there is left alone.",
            "Name the folder, or make it.",
            "sitegen build --content clippings",
        ),
        "contrast-low": Help(
            "People with poor sight, or in the sun, can't read it. WCAG 2.2 asks for 4.5 to 1.",
            "Make the one colour darker or the other lighter, in the scheme that is named.",
            ":root { --dim: light-dark(#595959, #a9a59c); }",
        ),
        "date-impossible": Help(
            "A date decides what is newer, and what “Monday” means. It is never guessed.",
            "Write it as year, month, day.",
            "published: 2026-03-14",
        ),
        "decision-stale": Help(
            "The sentence, name, topic or article that it is about has changed or gone; the decision does nothing.",
            "Take the id that is offered, if the decision still holds; else take the decision out.",
            "sitegen explain content/harbour.md:12   # shows today's ids",
        ),
        "decision-unmet": Help(
            "What is decided contradicts what the articles say, or something else that is decided.",
            "Change the decision as the message says.",
        ),
        "decision-unused": Help(
            "Either the site is older than the decision, or the decision changes nothing.",
            "Build again; if it stays, take the decision out.",
        ),
        "decisions-clash": Help(
            "Only one of the two can be carried out, and the program does not choose.",
            "Take one of them out; both lines are named.",
        ),
        "decoded-as": Help(
            "Older files are in other encodings. The choice is told because a wrong one changes letters.",
            "Look at a word with an accent; if it is wrong, save the file as UTF-8.",
        ),
        "description-missing": Help(
            "Search engines and previews show it below the title.", "Give the page's template a block `description`."
        ),
        "description-twice": Help(
            "Whoever sees two pages listed can't tell them apart.", "Let the template's block `description` say more."
        ),
        "digest-other": Help(
            "Somebody changed the site, its manifest too; or it is of another day than the digest.",
            "Get both anew from where you trust them, and of one version. If they still differ, ask the desk.",
            "sitegen verify copy/ --expect sha256:…",
        ),
        "document-broken": Help(_NOT_SILENT, "Open it in its program and save it again, or save it as text."),
        "document-changed": Help(
            "The site proves its words from the document; another document proves nothing.",
            "Put the received document back, or import the new one.",
        ),
        "document-missing": Help(
            "Words can then not be proved from what was received.",
            "Put the document back where the article names it, or correct `document:` above the article.",
        ),
        "edition-broken": Help(
            "What it says that the site said can't be proved, so nothing is held against it.",
            "Bring the file back as it was saved; git has it, if it was committed.",
            "git checkout -- editions/2026-03-14.json",
        ),
        "edition-saved": Help(
            "Editions are what was published: one that could be changed, or come before another, would prove nothing.",
            "Save it under a later day.",
            "sitegen edition save 2026-03-15",
        ),
        "edition-undated": Help(
            "An edition is named by its day, and the clock is not asked, so that two machines give the same.",
            "Give the day, or state above an article when it was published.",
            "sitegen edition save 2026-03-14",
        ),
        "encoding-unclear": Help(
            "In another encoding other letters would be printed.",
            "Save the file as UTF-8 in the program that wrote it.",
        ),
        "external-dead": Help(
            "A reader who wants to see the original finds nothing. The site itself still has its words.",
            "Correct the address above the article, or leave it as a record of where it stood.",
            "url: https://gazette.example/new-address",
        ),
        "external-unchecked": Help(
            "Many hosts refuse programs, or are down for an hour: that says nothing about the page.",
            "Open it in a browser; without a network, check again later.",
        ),
        "extra-missing": Help(
            "Word documents and PDFs need packages that not everybody wants.",
            "Install them.",
            "pip install 'briefing-sitegen[docx,pdf]'",
        ),
        "feed-broken": Help(_NOT_SILENT, "Get the feed again; what could be read is used."),
        "file-added": Help(
            "A page that nobody built looks like one of the site.",
            "Don't read it as the desk's; in a copy of your own, delete it.",
        ),
        "file-changed": Help(
            "The site is not what was built: a page may say what no source says.",
            "Build again; a changed page must be deleted first, since no build overwrites other people's work.",
        ),
        "file-ignored": Help(
            _NOT_SILENT, "Nothing, if it is no article; else save it as one of the kinds that are named."
        ),
        "file-refused": Help(
            "A link out of the folder, a device or a huge file could harm the build, or publish what is private.",
            "Put the file itself into the folder.",
        ),
        "file-unreadable": Help(
            "What could not be read is missing from the site, and nobody knows what it says.",
            "Check that the file is there, its permissions and the disk, and build again.",
        ),
        "folder-in-use": Help(
            "A new project never mixes with files that are there already.",
            "Name a new folder. One that holds a `.git` alone will do.",
            "sitegen init my-briefing",
        ),
        "format-unknown": Help(
            _NOT_SILENT, "Save it as text, HTML, Word or PDF; Markdown goes straight into content/."
        ),
        "front-matter-unclosed": Help(
            "Without its end it can't be told what is fact about the article and what its text.",
            "Write `---` alone on the line below the last key.",
            "---\ntitle: Trams run late\n---",
        ),
        "git-failed": Help(
            "`publish`, and `diff` with a revision, work through the git of the machine.",
            "Mend what git says. It must be installed, the project in a repository, and the remote within reach.",
            "git remote add origin git@github.com:desk/briefing.git",
        ),
        "html-too-deep": Help(_LIMIT, "Save the page again with the reader view of a browser, or as text."),
        "id-clash": Help(
            "The address of an article is made of its file's name; with two, both take a longer one.",
            "Rename one of the files.",
        ),
        "id-twice": Help(
            "A link to it leads to the first place only.", "Give one of the two elements another id in the template."
        ),
        "key-missing": Help("Without it the entry says nothing.", "Add the key that is named."),
        "key-twice": Help("Only one of the two could hold.", "Take one out; both lines are named."),
        "key-unknown": Help(
            "A misspelt key would otherwise do nothing, in silence.", "Take the closest one, which is named."
        ),
        "link-dead": Help(
            "A reader who follows the link finds nothing. A built site has no dead link of its own.",
            _REBUILD,
            '<a href="{{ site.home }}">Home</a>',
        ),
        "no-article-text": Help(
            "A page saved behind a consent or login dialogue holds no article.",
            "Open it in a browser, go past the dialogue, and save it again; or paste the text into a .txt file.",
        ),
        "not-text": Help(_NOT_SILENT, "Give the file the ending of its kind, or save it as text."),
        "note-broken": Help(
            "Each printed sentence must lead to its passage, and back.",
            "Build again; if it stays, a template of the project leaves lines or notes out.",
        ),
        "nothing-to-show": Help(
            "The site is built all the same, and says that it is empty.",
            "Put articles into the folder, or take `draft: true` out of one.",
            'sitegen import clippings/\nsitegen new "Trams run late"',
        ),
        "outlet-unstated": Help(
            "Readers ask who says so; a topic's page counts outlets, and can't count this one.",
            "Write it above the article, or list the host of its address in sources.yml.",
            "publisher: The Harbour Gazette",
        ),
        "output-failed": Help(
            "What is there is whole: each file is replaced in one step.",
            "Free some space or mend the permissions, and do it again.",
        ),
        "output-missing": Help("There is nothing to look at yet.", "Build the site first.", "sitegen build"),
        "output-not-ours": Help(
            "A build deletes what it wrote before; where others wrote, it does not begin.",
            "Name an empty folder.",
            "sitegen build --output public",
        ),
        "page-edited": Help(
            "No build overwrites what a person wrote; but then the page is not what the articles say.",
            "Change the article or the template instead, and delete the page to have it built again.",
        ),
        "page-heavy": Help(
            "On a phone it takes long to arrive, and longer to lay out.",
            "Split the topic in editorial.yml, or raise the limit if your readers don't mind.",
            "limits:\n  most_page_bytes: 3000000",
        ),
        "place-missing": Help(
            "Only what is there can be explained.", "Take the closest name, which is offered; lines count from 1."
        ),
        "place-unused": Help(_NOT_SILENT, "The message says why: a copy of another, refused, a draft, or no article."),
        "revision-missing": Help(
            "`diff` compares built sites; git holds them only where the site is committed.",
            "Name a folder, a briefing.json or a revision that has the site; fetch the branch if it is not here.",
            "git fetch origin main\nsitegen diff origin/main",
        ),
        "rights-unstated": Help(
            "Whoever publishes a whole article needs the right to. Nothing is assumed here, and nothing held back.",
            "State `full` or `cited` for the site in sitegen.yml, for an outlet in sources.yml, or above an article.",
            "rights: cited",
        ),
        "signature-wrong": Help(
            "It is not proved that the desk published this.",
            "Get site, signature and signers anew, and of one version. If it stays, ask the desk.",
            "sitegen verify copy/ --signature site.sig --signers desk.signers",
        ),
        "site-empty": Help(
            "A folder of articles that was moved, or a setting that names another, leaves a site without articles.",
            "Bring the articles back, and build. To take a site down on purpose: `sitegen publish --force`.",
        ),
        "site-heavy": Help(
            "A host refuses a site or a file over its limit, or takes too long. Those of GitHub are named.",
            "Make several sites of the folder, or use a host with other limits.",
        ),
        "site-unfit": Help(
            "Only what is built, checked and verified is published.",
            "Mend what is named, and build again; `sitegen diff` shows what that changes.",
            "sitegen build\nsitegen check\nsitegen verify\nsitegen publish",
        ),
        "ssh-failed": Help(
            "Signatures are made and checked by ssh-keygen, which is part of OpenSSH.",
            "Install OpenSSH 8.9 or newer; name a key that `ssh-keygen -l -f FILE` can read. Digests need neither.",
        ),
        "template-encoding": Help("Letters would be printed wrongly.", "Save the template as UTF-8."),
        "template-failed": Help(
            "The page would be incomplete; nothing is written.", "Correct the expression on the line that is named."
        ),
        "template-folder": Help("Templates are looked for in one place.", "Make the folder, or take the setting out."),
        "template-loop": Help(
            "It would never end.", "Extend the shipped one by its full name.", '{% extends "default/topic.html" %}'
        ),
        "template-missing": Help("The page can't be made.", "Take the closest name, which is offered."),
        "template-outside": Help(
            "A build reads nothing outside of its project.", "Copy the file in place of the link."
        ),
        "template-syntax": Help("No page can be made.", "Correct the line that is named."),
        "template-undefined": Help(
            "A misspelt name would print nothing, in silence.",
            "Take the closest name; docs/reference/theme.md has all.",
        ),
        "title-missing": Help(
            "Tabs, bookmarks and screen readers announce a page by it.", "Give the template a block `title`."
        ),
        "title-twice": Help(
            "Tabs and search engines show nothing else: two such pages can't be told apart.",
            "Give one of the articles another title, or the topic one in editorial.yml.",
            "topics:\n  council: {title: The vote on the quay}",
        ),
        "title-unusable": Help(
            "The name of the file is made of the title.", "Give it a word.", 'sitegen new "Trams run late"'
        ),
        "too-many-files": Help(_LIMIT, "Split the folder, or raise the limit.", "limits:\n  most_files: 100000"),
        "topic-article-gone": Help(
            "Pinned topics keep what they know of an article; this one is gone.",
            "`sitegen topics --write` writes the file anew.",
        ),
        "topic-empty": Help(
            "Its page is not built, and links to it lead nowhere.",
            "Take its entry out of topics.lock.yml, or lead it on in editorial.yml.",
            "topics:\n  old-name: {merge_into: new-name}",
        ),
        "topic-one-origin": Help(
            "However many articles carry it, one voice stands behind all of it.",
            "Look for a second source; or leave the topic out.",
            "topics:\n  gulls: {exclude: true, why: one source}",
        ),
        "topic-unpinned": Help(
            "A topic that is not pinned can change its name and address with the next article.",
            "Pin it; or merge it into another, or leave it out, in editorial.yml.",
            "sitegen topics --write\n\ntopics:\n  harbour-crane: {merge_into: harbour}",
        ),
        "value-wrong": Help("A wrong value would do something else, or nothing.", "Write it as the message says."),
        "watch-failed": Help(
            "What is saved would not be noticed, so `serve` does not go on.",
            "Systems watch so many folders and no more: raise that, or have the folders looked at now and then.",
            "WATCHFILES_FORCE_POLLING=1 sitegen serve",
        ),
        "words-changed": Help(
            "A page prints words that its source has not: the one thing that must never happen.",
            "Build again, and find out who changed the site.",
        ),
        "words-not-in-document": Help(
            "The article was changed after it was imported: what it says can't be proved from the document.",
            "Put the words back; or take `document:` out, if the article is now your own.",
        ),
        "yaml-broken": Help(
            "Nothing in the file can be relied on.",
            "Correct the line that is named; put quotes round a value that holds a colon.",
            'title: "Trams: late again"',
        ),
        "yaml-not-a-mapping": Help(
            "Only keys with values are read.", "Write `key: value` lines.", "title: My briefing"
        ),
        "yaml-too-deep": Help(_LIMIT, "Close every bracket; write settings flat."),
        "yaml-too-large": Help(_LIMIT, "Keep settings short; text belongs below the front matter."),
    }
)


def help_lines(code: str) -> Iterator[str]:
    """What a code means, why it matters, how to mend it, with an example: lines for a terminal."""
    yield f"{code}: {CODES[code]}"
    help_ = HELP.get(code)
    if help_ is None:
        return
    yield ""
    yield f"Why it matters: {help_.why}"
    yield f"What to do:     {help_.mend}"
    if help_.example:
        yield ""
        yield from (f"    {line}" for line in help_.example.splitlines())
