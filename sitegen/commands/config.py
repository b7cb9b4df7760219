"""`sitegen config`."""

from dataclasses import asdict

import click

from sitegen.commands.common import CONFIG_FILE, common_options, project_settings, settings_text
from sitegen.terminal import FINE, Terminal, counted, json_line, visible


@click.command("config")
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@click.option("--output", metavar="FOLDER", help="The folder to write to.  [default: site]")
@click.option("--changed", is_flag=True, help="Only what is not a default.")
@common_options
def config_(content: str | None, output: str | None, changed: bool, terminal: Terminal) -> int:
    """Show the settings that hold, and where each comes from.

    That is the default, a line of sitegen.yml, or an option of this command. With --format json they are one object.

    \b
    sitegen config
    sitegen config --changed
    """
    from sitegen.effective import DEFAULT, effective_settings

    config = project_settings(terminal, content=content, output=output)
    text = settings_text(terminal.config_path, is_optional=str(terminal.config_path) == CONFIG_FILE)
    given = {"content": content, "output": output}
    options = {key: f"--{key}" for key, value in given.items() if value is not None}
    found = effective_settings(config, text, str(terminal.config_path), options)
    found = tuple(one for one in found if not changed or one.origin != DEFAULT)
    if terminal.format == "json":
        settings = {one.key: {key: value for key, value in asdict(one).items() if key != "key"} for one in found}
        click.echo(json_line(settings))
        return FINE
    rows = [(one.key, visible(one.origin), visible(_written(one.value))) for one in found]
    keys, origins = (max((len(row[column]) for row in rows), default=0) for column in (0, 1))
    for key, origin, value in rows:
        click.echo(f"{key:{keys}}  {origin:{origins}}  {value}")
    desk = config.decisions
    kinds = (desk.names, desk.speakers, desk.dates, desk.topics, desk.statements, desk.differences, desk.articles)
    terminal.say("")
    terminal.say(f"editorial.yml    {counted(sum(map(len, kinds)), 'decision')}")
    terminal.say(f"sources.yml      {counted(len(set(config.parse.registry.by_name.values())), 'outlet')}")
    terminal.say(f"topics.lock.yml  {counted(len(config.lock.topics), 'pinned topic')}")
    return FINE


def _written(value: str | int | float | list[str] | None) -> str:
    if value is None or value in ("", []):
        return "(none)"
    return ", ".join(value) if isinstance(value, list) else str(value)
