"""`portfolio new ...`: a few questions in plain words, and a file with helpful comments."""

import click

from generator.commands.new_library_files import change_idea, micro_credential, tool
from generator.commands.new_photo import photo
from generator.commands.new_review import review
from generator.commands.new_teacher_files import inquiry, reflection, teacher


@click.group(short_help="Create a teacher, inquiry, reflection, tool, and so on.")
def new() -> None:
    """Ask a few questions and write a file to start from; nothing is ever overwritten.

    Every question can be answered by an option; with --yes the others take their defaults.

    \b
    Example:  portfolio new teacher
              portfolio new inquiry --teacher ana-lopez --title "More explaining" --yes
    """


for _command in (teacher, inquiry, reflection, tool, micro_credential, change_idea, review, photo):
    new.add_command(_command)
