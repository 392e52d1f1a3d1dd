"""What every piece of a site is made with, read once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import partial

from generator import addresses
from generator.making.beside import Beside, load_beside
from generator.making.options import Options
from generator.making.survey import Base, base_of, own_themes
from generator.memory import Remember, digest, forget
from generator.model import Program
from generator.openbadges.issuing import issues
from generator.privacy.gate import gate_program
from generator.privacy.guard import Guard, read_guard
from generator.problems import Problem
from generator.reading.files import Folder, load_program
from generator.reading.program import left_out, read_program
from generator.runchart.draw import remembered
from generator.site.press import Press
from generator.site.program_pages import menu_of
from generator.site.prose import Converter
from generator.site.render import Frame, Renderer
from generator.site.theme import Theme, load_theme
from generator.words.speech import Words


@dataclass(frozen=True, slots=True)
class Opened:
    """The program and all that turns its teachers into pages."""

    folder: Folder
    program: Program
    theme: Theme
    press: Press
    base: Base

    def remembering(self, remember: Remember) -> "Opened":
        """The same with a memory for the texts and pictures of one piece."""
        return replace(self, press=replace(self.press, remember=remember, draw=remembered(remember)))


def open_program(options: Options, remember: Remember = forget) -> tuple[Opened | None, list[Problem]]:
    """From the disk; None where program.yml cannot be read."""
    folder, problems = load_program(options.content)
    beside, found = load_beside(options.content)
    base = base_of(options, folder, beside)
    return open_content(options, folder, beside, [*problems, *found], base, remember)


def open_content(
    options: Options,
    folder: Folder,
    beside: Beside,
    problems: Sequence[Problem],
    base: Base,
    remember: Remember = forget,
) -> tuple[Opened | None, list[Problem]]:
    """The same where the program's files are read already, but not its theme's.

    What the privacy gate refuses of the program's own files is left out, as if it were not there;
    without program.yml there is nothing to make.
    """
    said = list(problems)
    guard, found = read_guard(beside.roster, beside.review, options.today)
    said += found
    program, found = read_program(folder)
    said += found
    if program is None:
        return None, said
    refused, found = gate_program(folder.files, program, guard)
    said += found
    if refused:
        folder = Folder(
            folder.path, {name: data for name, data in folder.files.items() if name not in refused}
        )
        program = left_out(read_program(folder)[0], refused)
        if program is None:
            return None, said
    theme, found = load_theme(program.theme, own_themes(options.content))
    return open_with(folder, program, theme, base, guard, options.today, remember), said + found


def open_with(
    folder: Folder,
    program: Program,
    theme: Theme,
    base: Base,
    guard: Guard,
    today: Date,
    remember: Remember = forget,
) -> Opened:
    """The same where everything is read already."""
    press = remember(digest("press", base.whole), partial(_press, program, theme, guard, today, remember))
    return Opened(folder, program, theme, press, base)


def _press(program: Program, theme: Theme, guard: Guard, today: Date, remember: Remember) -> Press:
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
        check=addresses.VERIFY if issues(program) else "",
    )
    renderer = Renderer(theme, words, frame)
    spoken = digest(program.language, [(text, own.encode()) for text, own in sorted(theme.words.items())])
    return Press(
        program=program,
        words=words,
        renderer=renderer,
        converter=Converter(words),
        tally=theme.tally,
        guard=guard,
        today=today,
        spoken=spoken,
        draw=remembered(remember),
        remember=remember,
    )
