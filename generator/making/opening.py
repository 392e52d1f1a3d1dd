"""What every piece of a site is made with, read once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.making.options import Options
from generator.making.survey import base_key, own_themes
from generator.memory import Remember, digest, forget
from generator.model import Program
from generator.privacy.gate import program_gate
from generator.problems import Problem
from generator.reading.files import Folder, load_program
from generator.reading.program import read_program
from generator.runchart.draw import remembered
from generator.site.program_pages import menu_of
from generator.site.prose import Converter
from generator.site.render import Frame, Renderer
from generator.site.teacher_pages import Press
from generator.site.theme import Theme, load_theme
from generator.words.speech import Words


@dataclass(frozen=True, slots=True)
class Opened:
    """The program and all that turns its teachers into pages; `key` is a digest of all of it."""

    folder: Folder
    program: Program
    theme: Theme
    press: Press
    key: bytes

    def remembering(self, remember: Remember) -> "Opened":
        """The same with a memory for the texts and pictures of one piece."""
        return replace(self, press=replace(self.press, remember=remember, draw=remembered(remember)))


def open_program(options: Options, remember: Remember = forget) -> tuple[Opened | None, list[Problem]]:
    """From the disk; None where program.yml cannot be read."""
    folder, problems = load_program(options.content)
    return open_content(options, folder, problems, base_key(options, folder), remember)


def open_content(
    options: Options, folder: Folder, problems: Sequence[Problem], key: bytes, remember: Remember = forget
) -> tuple[Opened | None, list[Problem]]:
    """The same where the program's files are read already, but not its theme's."""
    said = list(problems)
    program, found = read_program(folder)
    said += found
    if program is None:
        return None, said
    said += program_gate(program)
    theme, found = load_theme(program.theme, own_themes(options.content))
    return open_with(folder, program, theme, key, remember), said + found


def open_with(
    folder: Folder, program: Program, theme: Theme, key: bytes, remember: Remember = forget
) -> Opened:
    """The same where everything is read already."""
    press = remember(digest("press", key), partial(_press, program, theme, remember))
    return Opened(folder, program, theme, press, key)


def _press(program: Program, theme: Theme, remember: Remember) -> Press:
    words = Words(program.language, theme.words)
    frame = Frame(
        title=program.title,
        description=program.description,
        language=program.language,
        url=program.url,
        stylesheet=theme.stylesheet_address,
        scripts=theme.script_addresses,
        menu=menu_of(words, program),
        desk=bool(program.micro_credentials),
    )
    renderer = Renderer(theme, words, frame)
    spoken = digest(program.language, [(text, own.encode()) for text, own in sorted(theme.words.items())])
    return Press(
        program=program,
        words=words,
        renderer=renderer,
        converter=Converter(words),
        tally=theme.tally,
        spoken=spoken,
        draw=remembered(remember),
        remember=remember,
    )
