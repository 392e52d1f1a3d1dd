"""The whole import as a plan: what would be written, and whether the inquiry would still read well.

Pure: the command line shows the plan, writes its files, and keeps the raw file out of the site.
"""

from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from generator.intake.existing_tables import ExistingTables
from generator.intake.merge import MergeResult, merge_import
from generator.intake.parse_file import ParsedFile
from generator.intake.same_visits import differing_problem
from generator.layout import INQUIRY
from generator.model import Program, SameVisits
from generator.privacy.gate import gate_inquiry
from generator.problems import Problem, Severity
from generator.reading.declared_classes import CLASSES_ALIKE, class_core
from generator.reading.inquiry_folder import read_inquiry
from generator.reading.parsed_folder import ParsedFolder
from generator.reading.tables.class_of_file import class_of_file
from generator.slugs import slug


class ImportPlan(Struct, frozen=True):
    """`problems` with an error among them mean that nothing may be written."""

    merged: MergeResult
    problems: tuple[Problem, ...]

    @property
    def is_refused(self) -> bool:
        """Whether nothing may be written."""
        return any(problem.is_error for problem in self.problems)


def plan_import(
    existing: ExistingTables,
    parsed: ParsedFile,
    folder: ParsedFolder,
    program: Program,
    same: SameVisits | None = None,
) -> ImportPlan:
    """`folder` are the teacher's files as they are.  Errors that the import would bring into the tables
    refuse it, and so do visits that are there with other numbers where `same` does not say what they are;
    errors that were there before are the teacher's to fix in their own time.  What inquiry.md says and no
    table has yet is a warning: the first class comes in before the second."""
    merged = merge_import(existing, parsed, same)
    if merged.differing:
        file = parsed.table.raw.file
        return ImportPlan(merged, tuple(differing_problem(file, visit, same) for visit in merged.differing))
    teacher = PurePosixPath(existing.folder).parts[1]
    after = folder.replace_files({**folder.files, **merged.files})
    read, problems = read_inquiry(existing.folder, after, program, slug(teacher))
    before = {_identity(problem) for problem in existing.problems}
    settings = f"{existing.folder}/{INQUIRY}"
    new_problems = [
        replace(problem, severity=Severity.WARNING) if problem.place.file == settings else problem
        for problem in problems
        if (problem.is_error or problem.code == CLASSES_ALIKE) and _identity(problem) not in before
    ]
    privacy = gate_inquiry(read.inquiry, existing.tool, program)[1] if read.inquiry else []
    # too small a group is said now, but the counts are the teacher's own to keep
    privacy_warnings = [
        replace(problem, severity=Severity.WARNING) if problem.is_error else problem for problem in privacy
    ]
    return ImportPlan(merged, (*new_problems, *privacy_warnings))


def _identity(problem: Problem) -> tuple[str, str, str]:
    """By what a problem before and after the import is the same: rows may have moved."""
    return problem.code, problem.place.file, problem.message


def class_of_import(existing: ExistingTables, file: str, class_name: str) -> tuple[str, bool]:
    """(class of a table that does not say one, whether it is sure): `class_name`, the one that the file's
    name says, or the only one there is.  A name that says a class the inquiry does not have is not sure
    once it has any: `period-4.csv` is not more of Period 2."""
    if class_name:
        return class_name, True
    names = {slug(name): name for name in existing.classes}
    stem = slug(PurePosixPath(file).stem)
    if stem in names:
        return names[stem], True
    within = [name for key, name in names.items() if f"-{key}-" in f"-{stem}-"]
    if len(within) == 1:
        return within[0], True
    words = stem.replace("-", " ").split()
    says_class = bool(class_core(stem)) and class_core(stem) != " ".join(words)  # answers.csv says none
    if len(names) == 1 and not says_class:
        return next(iter(names.values())), True
    return class_of_file(file), says_class and not names
