"""`portfolio build`: content/ becomes the site in output/."""

from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import (
    content_option,
    default_output,
    missing_roster_text,
    print_problems,
    require_content_folder,
    strict_option,
    translator_for_outcome,
)
from generator.commands.progress import show_progress
from generator.commands.terminal_output import is_screen, print_line
from generator.exit_status import ExitStatus, exit_status_of
from generator.layout import CACHE, root_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.building.options import BuildOptions, BuildOutcome, RebuildReason
    from generator.words.translator import Translator


@click.command(short_help="Build the site.")
@content_option
@strict_option
@click.option(
    "--output", type=click.Path(path_type=Path), help="Where the site is written.  [default: output/]"
)
@click.option("--jobs", type=click.IntRange(min=1), help="The most processes that may run at once.")
@click.option("--scheduler", default="", metavar="ADDRESS", help="A Dask scheduler whose workers help.")
@click.option("--drafts", is_flag=True, help="A preview with drafts; every page says so.")
@click.option("--clean", is_flag=True, help="Start over: remove what earlier builds wrote.")
@click.option("--explain", is_flag=True, help="Say whose pages were built again, and why.")
def build(
    content: Path,
    output: Path | None,
    strict: bool,
    jobs: int | None,
    scheduler: str,
    drafts: bool,
    clean: bool,
    explain: bool,
    today: Date | None,
) -> int:
    """Build the site from the content folder.

    Everything without an error is built; what has one is listed and left out.

    \b
    Example:  portfolio build --output public
    """
    from generator.authoring.hosts import HTACCESS, keeps_old_address
    from generator.building.options import BuildOptions
    from generator.site.audience import Audience

    require_content_folder(content)
    options = BuildOptions(
        content,
        output or default_output(content),
        today or Date.today(),
        Audience.PREVIEW if drafts else Audience.PUBLIC,
        clean=clean,
        jobs=jobs,
        cache=root_of(content) / CACHE,
        quotes_content=is_screen(),
        scheduler=scheduler,
    )
    outcome = build_and_report(options, explain=explain)
    if not outcome.readable:
        return ExitStatus.MACHINE
    translator = translator_for_outcome(content, outcome)
    print_line(translator.gettext("Open {page}", page=options.output / "index.html"))
    if keeps_old_address(root_of(content), outcome.url):
        text = translator.gettext(
            "{file} sends lost readers to a path that is not the one of  url:  in program.yml. "
            "Type  portfolio upgrade",
            file=HTACCESS,
        )
        print_line(text)
    if not outcome.names_checked:
        print_line(missing_roster_text(translator))
    return exit_status_of(outcome.problems, strict)


def build_and_report(options: "BuildOptions", *, explain: bool = False) -> "BuildOutcome":
    """Build the site, and print its problems and what it came to.  Raises UserError where the output folder
    is not ours to write to."""
    from generator.build import build as build_site
    from generator.words.problem_format import BuildCounts, ProblemFormat
    from generator.writing.output_folder import refuse_foreign_folder

    refuse_foreign_folder(options.output, options.content)
    with show_progress(options.content) as progress:
        outcome = build_site(options, progress)
    translator = translator_for_outcome(options.content, outcome)
    print_problems(outcome.problems, translator)
    if not outcome.readable:
        return outcome
    if explain:
        for line in _explain(outcome, translator):
            print_line(line)
    counts = BuildCounts(
        outcome.teachers, outcome.inquiries, outcome.pages, outcome.bytes_total, len(outcome.withheld)
    )
    print_line(ProblemFormat(translator).build_summary(counts, outcome.problems))
    return outcome


def _explain(outcome: "BuildOutcome", translator: "Translator") -> "Iterator[str]":
    """Whose pages were made again, and why; which files differ from what was there."""
    if outcome.written is None:
        return
    for rebuilt in outcome.why:
        reason = _reason(rebuilt, translator)
        yield translator.gettext("{name} was built again: {reason}", name=rebuilt.name, reason=reason)
    for name in outcome.written.new:
        yield translator.gettext("new: {name}", name=name)
    for name in outcome.written.changed:
        yield translator.gettext("changed: {name}", name=name)
    for name in outcome.written.gone:
        yield translator.gettext("removed: {name}", name=name)
    if not outcome.why and not outcome.written.written and not outcome.written.removed:
        yield translator.gettext("Nothing changed since the last build.")


def _reason(rebuilt: "RebuildReason", translator: "Translator") -> str:
    from generator.building.options import RebuildCause

    match rebuilt.reason:
        case RebuildCause.NEW:
            return translator.gettext("new")
        case RebuildCause.PROGRAM:
            return translator.gettext("the program's files, its theme, or runfolio changed")
        case RebuildCause.OUTPUT:
            return translator.gettext("its pages were changed since the last build")
        case RebuildCause.FILES:
            return translator.format_list(list(rebuilt.files))
