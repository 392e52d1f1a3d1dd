"""Visits of every teacher that are dated after today: asked by `check` only, because a site does not depend
on the day on which it is built."""

from dataclasses import replace
from datetime import date as Date
from functools import partial
from pathlib import Path

from generator.building.options import BuildOptions, BuildOutcome
from generator.building.teacher_boundary import confine_to_teacher
from generator.model import Program
from generator.privacy.masking import mask_problems
from generator.privacy.privacy_context import read_privacy_context
from generator.privacy.privacy_files import load_privacy_files
from generator.problems import Problem
from generator.reading.content_files import load_program, load_teacher, teacher_names
from generator.reading.future_visits import check_future_visits
from generator.reading.parsed_folder import parse_folder
from generator.reading.program_files import read_program
from generator.reading.teacher_folder import read_teacher


def with_future_visits(outcome: BuildOutcome, options: BuildOptions) -> BuildOutcome:
    """The outcome of a check with an error for every table that has visits in the future."""
    program, _ = read_program(load_program(options.content)[0])
    if program is None:
        return outcome
    problems: list[Problem] = []
    for name in teacher_names(options.content)[0]:
        # what goes wrong here went wrong when the teacher was built, and is reported
        future, _ = confine_to_teacher(
            name, partial(_future_visits, options.content, name, program, options.today)
        )
        problems += future or []
    names = read_privacy_context(load_privacy_files(options.content)[0], options.today)[0].names
    located = [problem.under(options.content.name) for problem in mask_problems(problems, names)]
    return replace(outcome, problems=(*outcome.problems, *located))


def _future_visits(content: Path, name: str, program: Program, today: Date) -> list[Problem]:
    teacher, _ = read_teacher(parse_folder(load_teacher(content, name)[0]), program)
    inquiries = teacher.inquiries if teacher else ()
    return check_future_visits([cell for inquiry in inquiries for cell in inquiry.observations], today)
