"""`portfolio init` and `portfolio schema`: files to start from, and what their shapes are."""

from pathlib import Path

import click

from generator.commands.common import debug_option, translator_for_language
from generator.exit_status import ExitStatus
from generator.writing.whole_file import write_whole


@click.command(short_help="Start a new program.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option("--demo", is_flag=True, help="A full example program, to look at and to change.")
@click.option("--owners", default="", help='Who must agree to changes on GitHub, as "@our-team".')
@debug_option
def init(folder: Path, demo: bool, owners: str) -> int:
    """Write the files of a new program into FOLDER; files that are there already are kept.

    \b
    Example:  portfolio init my-program
              portfolio init look-around --demo
    """
    from generator.authoring.scaffold import init_program

    translator = translator_for_language()
    result = init_program(folder, demo=demo, owners=owners)
    for name in result.kept:
        click.echo(translator.gettext("kept:  {name}", name=name))
    where = translator.gettext("this folder") if folder == Path() else f"{folder}/"
    if result.content_kept:
        click.echo(
            translator.gettext(
                "The content that is in {where} stays as it is; no starter files were added to it.",
                where=where,
            )
        )
    if result.written:
        click.echo(
            translator.ngettext(
                "{n} file written to {where}",
                "{n} files written to {where}",
                len(result.written),
                where=where,
            )
        )
    else:
        click.echo(translator.gettext("Nothing to write: {where} has everything already.", where=where))
    click.echo("\n" + translator.gettext("Next:"))
    if folder != Path():
        click.echo(f"  cd {folder}")
    if not (demo or result.content_kept):
        click.echo("  portfolio new teacher     " + translator.gettext("who you are"))
        click.echo(
            "  portfolio new inquiry     " + translator.gettext("your question, your tool, your colleague")
        )
    click.echo(
        "  portfolio serve           " + translator.gettext("the site in your browser, while you write")
    )
    click.echo(
        "  git config core.hooksPath .githooks     "
        + translator.gettext("(with git) a check before every commit")
    )
    return ExitStatus.DONE


@click.command(short_help="JSON Schemas of the files, for editors.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path(".schemas"))
@debug_option
def schema(folder: Path) -> int:
    """Write the JSON Schema of each kind of file into FOLDER.

    \b
    Example:  portfolio schema .schemas
    """
    from generator.authoring.scaffold import schema_files

    folder.mkdir(parents=True, exist_ok=True)
    for name, data in schema_files().items():
        write_whole(folder / name, data)
        click.echo(str(folder / name))
    return ExitStatus.DONE
