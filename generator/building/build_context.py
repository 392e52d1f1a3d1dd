"""Opens a program: its settings, theme and words as a BuildContext, which every unit is built with."""

from datetime import date as Date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from generator.building.change_detection import (
    ProgramInputs,
    SharedDigests,
    load_program_inputs,
    themes_folder,
)
from generator.building.options import BuildOptions
from generator.memoize import Memoizer, digest, no_cache
from generator.model import Program
from generator.privacy.gate import gate_program
from generator.privacy.privacy_context import PrivacyContext, read_privacy_context
from generator.problems import Problem
from generator.reading.content_files import ContentFolder
from generator.reading.program_files import read_program, without_files
from generator.runchart.chart_renderer import cached_renderer
from generator.site.audience import Audience
from generator.site.rendering.context import RenderContext, make_render_context
from generator.site.rendering.theme import Theme, load_theme


class ContextValues(Struct, frozen=True):
    """All that a BuildContext is made of, as plain values that can be sent to another machine."""

    folder: ContentFolder  # the program's files that the privacy gate let pass
    theme: Theme
    shared: SharedDigests
    privacy: PrivacyContext
    today: Date
    latest_date: Date | None
    audience: Audience

    def restore(self) -> "BuildContext":
        """The context again, on the machine that the values were sent to."""
        program, _ = read_program(self.folder)
        assert program is not None, "whoever sent it has read it"
        return _make_context(self, program)


class BuildContext(Struct, frozen=True):
    """The program, and all that turns its teachers into pages."""

    folder: ContentFolder
    program: Program
    theme: Theme
    render: RenderContext
    shared: SharedDigests
    latest_date: Date | None = None

    @property
    def values(self) -> ContextValues:
        """What the context can be restored from elsewhere."""
        render = self.render
        return ContextValues(
            self.folder,
            self.theme,
            self.shared,
            render.privacy,
            render.today,
            self.latest_date,
            render.audience,
        )

    def with_memory(self, memoize: Memoizer) -> "BuildContext":
        """The same context, with a memory for the texts and charts of one unit."""
        return replace(
            self, render=replace(self.render, memoize=memoize, draw_charts=cached_renderer(memoize))
        )


def open_build_context(
    options: BuildOptions, inputs: ProgramInputs | None = None, memoize: Memoizer = no_cache
) -> tuple[BuildContext | None, list[Problem]]:
    """Open the program with this content folder; None where program.yml cannot be read.

    `inputs` are the program's files where they are read already.  What the privacy gate refuses of the
    program's own files is left out, as if it were not there.
    """
    inputs = inputs or load_program_inputs(options)
    privacy, privacy_problems = read_privacy_context(inputs.privacy_files, options.today)
    program, program_problems = read_program(inputs.folder)
    problems = [*inputs.problems, *privacy_problems, *program_problems]
    if program is None:
        return None, problems
    refused, findings = gate_program(inputs.folder.files, program, privacy)
    problems += findings
    folder = inputs.folder
    if refused:
        folder = replace(
            folder, files={name: data for name, data in folder.files.items() if name not in refused}
        )
        program = without_files(read_program(folder)[0], refused)
        if program is None:
            return None, problems
    theme, theme_problems = load_theme(program.theme, themes_folder(options.content))
    problems += theme_problems
    values = ContextValues(
        folder, theme, inputs.shared, privacy, options.today, options.latest_date, options.audience
    )
    return _make_context(values, program, memoize), problems


def _make_context(values: ContextValues, program: Program, memoize: Memoizer = no_cache) -> BuildContext:
    key = digest("render context", values.shared.whole, repr(values.privacy.attestations))
    make = partial(make_render_context, memoize=memoize, audience=values.audience)
    render = memoize(key, partial(make, program, values.theme, values.privacy, values.today))
    return BuildContext(values.folder, program, values.theme, render, values.shared, values.latest_date)
