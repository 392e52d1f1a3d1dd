"""`portfolio check`: everything is read and built, nothing is written, every problem is listed."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date as Date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

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
from generator.commands.terminal_output import is_screen, print_annotation, print_document, print_line
from generator.exit_status import ExitStatus, exit_status_of
from generator.layout import CACHE, root_of
from generator.user_error import UserError

if TYPE_CHECKING:
    from generator.building.options import BuildOptions, BuildOutcome
    from generator.building.problem_focus import ProblemFocus
    from generator.problems import Problem
    from generator.words.translator import Translator


class ReportFormat(StrEnum):
    """Who reads the report: people, programs, or GitHub."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


@click.command(short_help="Find every problem in every file.")
@content_option
@strict_option
@click.option(
    "--format",
    "report_format",
    type=click.Choice([str(each) for each in ReportFormat]),
    default=str(ReportFormat.TEXT),
    show_default=True,
    help="For people, for programs, or for annotations on a GitHub pull request.",
)
@click.option(
    "--changed-since", "ref", help="Only what changed since this branch or commit decides the exit status."
)
@click.option("--teacher", help="Only this teacher's folder decides the exit status.")
@click.option("--staged", is_flag=True, help="Check what the next commit holds, not what is in the folder.")
@click.option("--history", is_flag=True, help="Also check earlier versions in git.")
def check(
    content: Path,
    report_format: str,
    ref: str | None,
    teacher: str | None,
    today: Date | None,
    **flags: bool,
) -> int:
    """Read everything, say what was understood, and list every problem with its remedy.

    \b
    Example:  portfolio check --format json
    """
    from generator.build import check as check_site
    from generator.building.options import BuildOptions
    from generator.site.audience import Audience
    from generator.words.problem_format import sort_problems

    strict, history = flags["strict"], flags["history"]
    options = BuildOptions(
        content,
        default_output(content),
        today or Date.today(),
        Audience.PREVIEW,
        jobs=None,
        cache=None if flags["staged"] else root_of(content) / CACHE,
        quotes_content=is_screen(),
    )
    with _checked_content(content, staged=flags["staged"]) as checked, show_progress(checked) as progress:
        if report_format == ReportFormat.TEXT or ref or teacher:
            require_content_folder(checked)
        focus = _focus(content, ref, teacher)
        outcome = check_site(replace(options, content=checked), progress)
    if history:
        outcome = replace(outcome, problems=(*outcome.problems, *_history_problems(options)))
    inside, outside = focus.split(sort_problems(outcome.problems), content.name)
    report = _CheckReport(outcome, translator_for_outcome(content, outcome), inside, outside)
    match ReportFormat(report_format):
        case ReportFormat.JSON:
            report.print_json(strict)
        case ReportFormat.GITHUB:
            report.print_github()
        case ReportFormat.TEXT:
            report.print_text()
    return exit_status_of(inside, strict) if outcome.readable else ExitStatus.MACHINE


@contextmanager
def _checked_content(content: Path, *, staged: bool) -> Iterator[Path]:
    """The content folder that is read: the one that lies there, or a copy of what is staged."""
    if not staged:
        yield content
        return
    from generator.commands.staged_program import staged_program

    with staged_program(root_of(content)) as program:
        yield program / content.name


def _focus(content: Path, ref: str | None, teacher: str | None) -> "ProblemFocus":
    """What decides the exit status; everything unless the user says otherwise.  Raises UserError."""
    from generator.authoring.content_paths import find_teacher
    from generator.building.problem_focus import ProblemFocus, focus_on_files, focus_on_teacher
    from generator.commands.git_changes import changed_files

    if ref and teacher:
        raise UserError("Use --changed-since or --teacher, not both.", ExitStatus.WRONG_USE)
    if ref:
        return focus_on_files(changed_files(root_of(content), ref), content.name)
    if teacher:
        return focus_on_teacher(find_teacher(content, teacher, "--teacher").name)
    return ProblemFocus(frozenset(), everything=True)


def _history_problems(options: "BuildOptions") -> "Sequence[Problem]":
    """What earlier versions hold.  Raises UserError where there is no git."""
    from generator.privacy.git_history import history_problems
    from generator.privacy.masking import log_quoting
    from generator.privacy.privacy_context import read_privacy_context
    from generator.privacy.privacy_files import load_privacy_files

    privacy_files, _ = load_privacy_files(options.content)
    privacy, _ = read_privacy_context(privacy_files, options.today)
    return log_quoting(privacy, None, options.quotes_content).problems(
        history_problems(options.content, privacy)
    )


class _CheckReport(Struct, frozen=True):
    """The outcome of a check, for each kind of reader: problems in question first, then the others."""

    outcome: "BuildOutcome"
    translator: "Translator"
    problems: "Sequence[Problem]"
    others: "Sequence[Problem]"

    def print_text(self) -> None:
        from generator.words.problem_format import ProblemFormat

        for line in self.outcome.echo:
            print_line(self.translator.gettext("Read: {line}", line=line))
        print_problems(self.problems, self.translator, err=False)
        if self.others:
            print_line(self.translator.gettext("Elsewhere, and not counted here:"))
            print_problems(self.others, self.translator, err=False)
        print_line(ProblemFormat(self.translator).attention(self.problems, self._withheld))
        self._print_missing_roster(err=False)

    def print_json(self, strict: bool) -> None:
        from generator.words.problem_format import ProblemFormat

        summary: dict[str, object] = {
            "teachers": self.outcome.teachers,
            "inquiries": self.outcome.inquiries,
            "withheld": list(self.outcome.withheld),
            "strict": strict,
            "names_checked": self.outcome.names_checked,
            "in_question": len(self.problems),
        }
        document = ProblemFormat(self.translator).json_document([*self.problems, *self.others], summary)
        print_document(document)

    def print_github(self) -> None:
        """Annotations on standard output; a table on the page of the job, where GitHub names a file."""
        from generator.words.problem_format import ProblemFormat

        problem_format = ProblemFormat(self.translator)
        for problem in (*self.problems, *self.others):
            print_annotation(problem_format.github_annotation(problem))
        print_line(problem_format.attention(self.problems, self._withheld), err=True)
        if summary_file := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(summary_file).open("a", encoding="utf-8") as file:
                file.write(problem_format.github_summary([*self.problems, *self.others]))
        self._print_missing_roster(err=True)

    @property
    def _withheld(self) -> int:
        return len(self.outcome.withheld)

    def _print_missing_roster(self, *, err: bool) -> None:
        if not self.outcome.names_checked and self.outcome.readable:
            print_line(missing_roster_text(self.translator), err=err)
