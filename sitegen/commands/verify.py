"""`sitegen verify`."""

import click

from sitegen.commands.common import common_options, editions_until, project_settings
from sitegen.terminal import FINDINGS, FINE, Terminal


@click.command()
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@click.option("--output", metavar="FOLDER", help="The built site.  [default: site]")
@common_options
def verify(content: str | None, output: str | None, terminal: Terminal) -> int:
    """Prove that every sentence a site prints is, word for word, in its article and in the document received.

    Reads the site and the inputs, and trusts neither: a changed character in one of them is named.

    \b
    sitegen verify
    """
    from sitegen.intake import receive
    from sitegen.ownership import MANIFEST, manifest_digests
    from sitegen.parse import is_text, visible_words
    from sitegen.read import read_documents, read_folder
    from sitegen.verify import Inputs, made_as_of
    from sitegen.verify import verify as verify_site
    from sitegen.workers import Workers
    from sitegen.write import read_site

    config = project_settings(terminal, content=content, output=output)
    files = read_site(terminal.project / config.output)
    editions, until = editions_until(terminal, made_as_of(files))
    sources = read_folder(terminal.project / config.content, config.read).value
    with Workers(config.work) as each:
        received = receive(sources, (), config.parse, each, until)
    articles = {article.id: article for article in received.value.articles}
    named = {article.metadata.document for article in articles.values() if article.metadata.document}
    documents = read_documents(terminal.project, sorted(named), config.read).value
    inputs = Inputs(
        articles,
        {document.path: document.data for document in documents},
        {document.path: words for document in documents if (words := visible_words(document)) is not None},
        {source.path: visible_words(source) or "" for source in sources if not is_text(source.path)},
        config.content,
        {
            edition.date: {id_: said.text for id_, said in edition.published.sentences.items() if said.text}
            for edition in editions.value
        },
    )
    digests = manifest_digests(files[MANIFEST]) or {}
    of_site = {"briefing.json", *files, *digests}
    problems = [
        terminal.from_here(problem, config.output if problem.path in of_site else "")
        for problem in verify_site(files, digests, inputs)
    ]
    problems += map(terminal.from_here, editions.problems)
    terminal.report(problems)
    if not problems:
        terminal.say(f"{config.output}/: every printed sentence is a source's, and every note leads there and back")
    return FINDINGS if problems else FINE
