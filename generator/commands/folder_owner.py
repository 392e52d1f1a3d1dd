"""`portfolio new teacher --github NAME`: the folder becomes the teacher's own on GitHub."""

from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.terminal_output import print_line
from generator.layout import root_of
from generator.user_error import UserError

if TYPE_CHECKING:
    from generator.words.translator import Translator


def github_name(typed: str) -> str:
    """A name on GitHub without its @; empty where none was typed.  Raises UserError."""
    from generator.authoring.code_owners import parse_owners

    name = typed.strip().removeprefix("@")
    if name and ("/" in name or not parse_owners(f"@{name}")):
        raise UserError("{typed} is not a name on GitHub, such as ana-lopez.", typed=typed)
    return name


def give_folder(content: Path, folder: str, github: str, translator: "Translator") -> None:
    """The teacher's line in CODEOWNERS; without that file, say so."""
    from generator.authoring.code_owners import CODEOWNERS, with_teacher
    from generator.writing.whole_file import write_whole

    file = root_of(content) / CODEOWNERS
    if not file.is_file():
        print_line(
            translator.gettext(
                "There is no {file}, so on GitHub the folder does not belong to the teacher yet. Type:  "
                'portfolio init --owners "@YOUR-LEAD"',
                file=CODEOWNERS,
            )
        )
        return
    text = file.read_text("utf-8")
    write_whole(file, with_teacher(text, folder, f"@{github}").encode())
    print_line(
        translator.gettext("{file}: @{name} may change {folder}", file=CODEOWNERS, name=github, folder=folder)
    )
