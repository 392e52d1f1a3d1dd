"""`portfolio upgrade`: the program's own files beside today's, and the newer ones offered."""

from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import (
    content_folder_option,
    debug_option,
    require_content_folder,
    translator_for,
)
from generator.commands.terminal_output import can_be_asked, confirm, print_line
from generator.exit_status import ExitStatus
from generator.layout import root_of

if TYPE_CHECKING:
    from generator.authoring.upgrade_plan import UpgradedFile
    from generator.words.translator import Translator


@click.command(short_help="Bring the program's own files up to date.")
@click.option(
    "--yes", is_flag=True, help="Replace what no one has changed and add what is missing, without asking."
)
@content_folder_option
@debug_option
def upgrade(content: Path, yes: bool) -> int:
    """Compare the workflow, the hook, and similar files with what init would write today.

    Each difference is shown.  A file that no one has changed since runfolio wrote it can be replaced;
    one that you have changed is replaced only if you say so.  Your content stays as it is.

    \b
    Example:  portfolio upgrade
              portfolio upgrade --yes
    """
    from generator.authoring.upgrade_plan import FileState, plan_upgrade

    require_content_folder(content)
    root, translator = root_of(content), translator_for(content)
    planned = plan_upgrade(root)
    if not planned:
        print_line(translator.gettext("Everything is as a new program has it today."))
        return ExitStatus.DONE
    left = 0
    for file in planned:
        _show(file, translator)
        is_own = file.state is FileState.CHANGED
        if file.state is FileState.LINKED:
            replaced = False
        elif yes and not is_own:
            replaced = True
        elif can_be_asked() and not yes:
            question = translator.gettext("Replace {name}?", name=file.name)
            replaced = confirm(question, default=not is_own)
        else:
            replaced = False
        if replaced:
            _write(root, file)
            print_line(translator.gettext("written: {name}", name=file.name))
        left += not replaced
    if left:
        print_line(
            translator.ngettext("{n} file was left as it is.", "{n} files were left as they are.", left)
        )
    return ExitStatus.DONE


def _show(file: "UpgradedFile", translator: "Translator") -> None:
    """What differs, line by line; of a new file its name."""
    from generator.authoring.upgrade_plan import FileState

    gettext = translator.gettext
    match file.state:
        case FileState.MISSING:
            print_line(gettext("{name}: a new program has it, yours does not", name=file.name))
            return
        case FileState.LINKED:
            text = gettext(
                "{name}: not as a new program has it. Its folder is a link to another place, through which "
                "nothing is written. Put the folder itself here.",
                name=file.name,
            )
            print_line(text)
            return
        case FileState.OLDER:
            print_line(gettext("{name}: older, and nobody has changed it", name=file.name))
        case FileState.CHANGED:
            print_line(gettext("{name}: changed by your program", name=file.name))
    if file.name.endswith(".json"):
        return  # a schema, which nobody reads
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (file.before, file.after))
    for line in unified_diff(before, after, gettext("yours"), gettext("today's"), lineterm="", n=1):
        print_line(f"    {line}")


def _write(root: Path, file: "UpgradedFile") -> None:
    from generator.writing.whole_file import EXECUTABLE, make_parents, write_whole

    make_parents(root, file.name)
    write_whole(root / file.name, file.after)
    if file.after.startswith(b"#!"):
        (root / file.name).chmod(EXECUTABLE)
