"""`portfolio build` and `portfolio check`: the whole way, with and without writing."""

import os
from dataclasses import replace
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.common import (
    content_option,
    print_problems,
    require_content_folder,
    show_progress,
    strict_option,
    translator_for,
)
from generator.exit_status import ExitStatus, exit_status_of
from generator.layout import CACHE, root_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.building.options import BuildOptions, RebuildReason
    from generator.problems import Problem
    from generator.words.translator import Translator
    from generator.writing.output_folder import Written


@click.command(short_help="Make the site.")
@content_option
@strict_option
@click.option("--output", type=click.Path(path_type=Path), help="Where the site lands.  [default: output/]")
@click.option("--jobs", type=click.IntRange(min=1), help="The most processes that may work at once.")
@click.option("--scheduler", default="", metavar="ADDRESS", help="A Dask scheduler whose workers help.")
@click.option("--clean", is_flag=True, help="Begin anew: remove what earlier builds wrote and forget it.")
@click.option("--explain", is_flag=True, help="Say whose pages were made again, and why.")
def build(
    content: Path,
    output: Path | None,
    strict: bool,
    jobs: int | None,
    scheduler: str,
    clean: bool,
    explain: bool,
    today: Date | None,
) -> int:
    """Make the site from the content folder.

    Everything without an error is built; what has one is listed, and left out.

    \b
    Example:  portfolio build --output public
    """
    from generator.build import build as build_site
    from generator.building.options import BuildOptions
    from generator.words.problem_format import BuildCounts, ProblemFormat
    from generator.writing.output_folder import refuse_foreign_folder

    require_content_folder(content)
    translator = translator_for(content)
    options = BuildOptions(
        content,
        output or _beside(content),
        today or Date.today(),
        clean=clean,
        jobs=jobs,
        cache=root_of(content) / CACHE,
        scheduler=scheduler,
    )
    refuse_foreign_folder(options.output, content)
    with show_progress(translator) as progress:
        outcome = build_site(options, progress)
    print_problems(outcome.problems, translator)
    if not outcome.readable:
        return ExitStatus.MACHINE
    if explain and outcome.written:
        _explain(outcome.why, outcome.written, translator)
    counts = BuildCounts(
        outcome.teachers, outcome.inquiries, outcome.pages, outcome.bytes_total, len(outcome.withheld)
    )
    click.echo(ProblemFormat(translator).build_summary(counts, outcome.problems))
    click.echo(translator.gettext("Open {page}", page=options.output / "index.html"))
    if not outcome.names_checked:
        click.echo(_no_names(translator))
    return exit_status_of(outcome.problems, strict)


@click.command(short_help="Find every problem in every file.")
@content_option
@strict_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or for the marks on a GitHub pull request.",
)
@click.option("--history", is_flag=True, help="Look into what git still holds of earlier versions too.")
def check(content: Path, strict: bool, form: str, history: bool, today: Date | None) -> int:
    """Read everything, say back what was understood, and list every problem with its remedy.

    \b
    Example:  portfolio check --format json
    """
    from generator.build import check as check_site
    from generator.building.options import BuildOptions
    from generator.words.problem_format import ProblemFormat, sort_problems

    if form == "text":
        require_content_folder(content)
    translator = translator_for(content)
    with show_progress(translator) as progress:
        options = BuildOptions(content, _beside(content), today or Date.today(), drafts=True, jobs=None)
        outcome = check_site(options, progress)
    if history:
        outcome = replace(outcome, problems=(*outcome.problems, *_in_git(options)))
    told = ProblemFormat(translator)
    if form == "json":
        summary: dict[str, object] = {
            "teachers": outcome.teachers,
            "inquiries": outcome.inquiries,
            "withheld": list(outcome.withheld),
            "strict": strict,
            "names_checked": outcome.names_checked,
        }
        click.echo(told.json_document(outcome.problems, summary))
    elif form == "github":
        for problem in sort_problems(outcome.problems):
            click.echo(told.github_annotation(problem))
        click.echo(told.attention(outcome.problems, len(outcome.withheld)), err=True)
        if summary_file := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(summary_file).open("a", encoding="utf-8") as file:
                file.write(told.github_summary(outcome.problems))
    else:
        for line in outcome.echo:
            click.echo(line)
        print_problems(outcome.problems, translator, err=False)
        click.echo(told.attention(outcome.problems, len(outcome.withheld)))
    if not outcome.names_checked and outcome.readable and form != "json":
        click.echo(_no_names(translator), err=form == "github")
    return exit_status_of(outcome.problems, strict) if outcome.readable else ExitStatus.MACHINE


def _in_git(options: "BuildOptions") -> "Sequence[Problem]":
    """What earlier versions hold.  Raises UserError where there is no git."""
    from generator.privacy.git_history import history_problems
    from generator.privacy.masking import mask_problems
    from generator.privacy.privacy_context import load_privacy_files

    privacy_files, _ = load_privacy_files(options.content)
    privacy, _ = privacy_files.parse(options.today)
    return mask_problems(history_problems(options.content, privacy), privacy.names)


def _no_names(translator: "Translator") -> str:
    """Said where there is no roster: a workflow has none, and should have none."""
    return translator.gettext(
        "Texts were not compared with the names of students: there is no private/roster.txt here."
    )


def _beside(content: Path) -> Path:
    """output/ beside the content folder."""
    return content.parent / "output"


def _explain(why: "Sequence[RebuildReason]", written: "Written", translator: "Translator") -> None:
    """Whose pages were made again, and why; which files differ from what was there."""
    reasons = {
        "new": translator.gettext("new"),
        "program": translator.gettext("the program's files, its theme or this program changed"),
        "output": translator.gettext("its pages are not as the last build left them"),
    }
    for one in why:
        reason = reasons.get(one.reason) or translator.format_list(list(one.files))
        click.echo(translator.gettext("{name} is made again: {reason}", name=one.name, reason=reason))
    for name in written.new:
        click.echo(translator.gettext("new: {name}", name=name))
    for name in written.changed:
        click.echo(translator.gettext("changed: {name}", name=name))
    for name in written.gone:
        click.echo(translator.gettext("removed: {name}", name=name))
    if not why and not written.written and not written.removed:
        click.echo(translator.gettext("Nothing changed since the last build."))
