"""`portfolio theme copy`: files of the default theme, to change in the program's own."""

from pathlib import Path

import click

from generator.commands.common import (
    content_folder_option,
    debug_option,
    require_content_folder,
    translator_for_program,
)
from generator.commands.terminal_output import print_line
from generator.exit_status import ExitStatus
from generator.layout import root_of
from generator.user_error import UserError


@click.group(short_help="A look of your own.")
def theme() -> None:
    """A look of your own: single files that take the place of the default theme's.

    \b
    Example:  portfolio theme copy base.css
    """


@theme.command(name="copy", short_help="Copy files of the default theme into your own.")
@click.argument("files", nargs=-1)
@click.option("--theme", "name", help="Your theme's folder in themes/.  [default: what program.yml says]")
@content_folder_option
@debug_option
def copy(files: tuple[str, ...], name: str | None, content: Path) -> int:
    """Copy FILES of the default theme into your own theme; without FILES, list them all.

    A copied file no longer follows the default theme when runfolio is updated, so copy as little as you can.

    \b
    Example:  portfolio theme copy templates/home.html --theme maple
              portfolio theme copy base.css
    """
    from generator.authoring.theme_files import copy_theme_files, default_theme_files, find_theme_file
    from generator.reading.content_files import load_program
    from generator.reading.program_files import read_program
    from generator.site.rendering.theme import DEFAULT

    if not files:
        for file in default_theme_files():
            print_line(file)
        return ExitStatus.DONE
    require_content_folder(content)
    program, _ = read_program(load_program(content)[0])
    translator = translator_for_program(content, program)
    chosen = program.theme if program else DEFAULT
    target = name or chosen
    if target == DEFAULT:
        raise UserError("This program has no theme of its own yet. Name one:  --theme maple")
    if target.startswith(".") or set(target) & set("/\\:"):
        raise UserError("{name} cannot be the name of a folder in themes/.", name=target)
    copied = copy_theme_files(root_of(content), target, [find_theme_file(file) for file in files])
    for file in copied.written:
        print_line(translator.gettext("new:   {name}", name=file))
    for file in copied.kept:
        print_line(translator.gettext("kept:  {name}", name=file))
    if target != chosen:
        print_line(translator.gettext("Now type into content/program.yml:  theme: {theme}", theme=target))
    return ExitStatus.DONE
