"""What every piece of a site is made with, read once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import partial

from generator import addresses
from generator.building.change_detection import SharedDigests, shared_digests, themes_folder
from generator.building.options import BuildOptions
from generator.memoize import Memoizer, digest, no_cache
from generator.model import Program
from generator.openbadges.issuer_documents import is_issuer
from generator.privacy.gate import gate_program
from generator.privacy.privacy_context import PrivacyContext, PrivacyFiles, load_privacy_files
from generator.problems import Problem
from generator.reading.content_files import ContentFolder, load_program
from generator.reading.program_files import read_program, without_files
from generator.runchart.chart_renderer import cached_renderer
from generator.site.program.program_pages import site_menu
from generator.site.rendering.context import RenderContext
from generator.site.rendering.markdown_converter import MarkdownConverter
from generator.site.rendering.template_renderer import LayoutContext, TemplateRenderer
from generator.site.rendering.theme import Theme, load_theme
from generator.words.translator import Translator


@dataclass(frozen=True, slots=True)
class BuildContext:
    """The program and all that turns its teachers into pages."""

    folder: ContentFolder
    program: Program
    theme: Theme
    render: RenderContext
    shared: SharedDigests

    def remembering(self, memoize: Memoizer) -> "BuildContext":
        """The same with a memory for the texts and pictures of one piece."""
        return replace(
            self, render=replace(self.render, memoize=memoize, draw_charts=cached_renderer(memoize))
        )


def open_build_context(
    options: BuildOptions, memoize: Memoizer = no_cache
) -> tuple[BuildContext | None, list[Problem]]:
    """From the disk; None where program.yml cannot be read."""
    folder, problems = load_program(options.content)
    privacy_files, found = load_privacy_files(options.content)
    base = shared_digests(options, folder, privacy_files)
    return open_context_from_folder(options, folder, privacy_files, [*problems, *found], base, memoize)


def open_context_from_folder(
    options: BuildOptions,
    folder: ContentFolder,
    privacy_files: PrivacyFiles,
    problems: Sequence[Problem],
    base: SharedDigests,
    memoize: Memoizer = no_cache,
) -> tuple[BuildContext | None, list[Problem]]:
    """The same where the program's files are read already, but not its theme's.

    What the privacy gate refuses of the program's own files is left out, as if it were not there;
    without program.yml there is nothing to make.
    """
    said = list(problems)
    privacy, found = privacy_files.parse(options.today)
    said += found
    program, found = read_program(folder)
    said += found
    if program is None:
        return None, said
    refused, found = gate_program(folder.files, program, privacy)
    said += found
    if refused:
        folder = ContentFolder(
            folder.path, {name: data for name, data in folder.files.items() if name not in refused}
        )
        program = without_files(read_program(folder)[0], refused)
        if program is None:
            return None, said
    theme, found = load_theme(program.theme, themes_folder(options.content))
    return make_build_context(folder, program, theme, base, privacy, options.today, memoize), said + found


def make_build_context(
    folder: ContentFolder,
    program: Program,
    theme: Theme,
    base: SharedDigests,
    privacy: PrivacyContext,
    today: Date,
    memoize: Memoizer = no_cache,
) -> BuildContext:
    """The same where everything is read already."""
    context = memoize(digest("press", base.whole), partial(_press, program, theme, privacy, today, memoize))
    return BuildContext(folder, program, theme, context, base)


def _press(
    program: Program, theme: Theme, privacy: PrivacyContext, today: Date, memoize: Memoizer
) -> RenderContext:
    translator = Translator(program.language, theme.words)
    frame = LayoutContext(
        title=program.title,
        description=program.description,
        language=program.language,
        url=program.url,
        stylesheet=theme.stylesheet_address,
        scripts=theme.script_addresses,
        menu=site_menu(translator, program),
        desk=bool(program.micro_credentials),
        check=addresses.VERIFY if is_issuer(program) else "",
    )
    renderer = TemplateRenderer(theme, translator, frame)
    spoken = digest(program.language, [(text, own.encode()) for text, own in sorted(theme.words.items())])
    return RenderContext(
        program=program,
        translator=translator,
        renderer=renderer,
        converter=MarkdownConverter(translator),
        tally=theme.tally,
        privacy=privacy,
        today=today,
        language_digest=spoken,
        draw_charts=cached_renderer(memoize),
        memoize=memoize,
    )
