"""One inquiry's folder -> Inquiry: its settings, tables, reflections, reviews, photos.

An error anywhere in the folder means that the inquiry is not shown, but for one in what reviewers added
(`withholds`); every problem is reported.
"""

import posixpath
from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator import layout
from generator.layout import InquiryFolder
from generator.model import Award, Change, Inquiry, Photo, Program, Tool
from generator.problems import Phrase, Place, Problem, warning
from generator.reading import crosschecks, sync_copies
from generator.reading.change_dates import check_change_dates
from generator.reading.copied_classes import leave_out_copies
from generator.reading.declared_classes import (
    ClassNames,
    check_alike_classes,
    check_spellings,
    declared_classes,
)
from generator.reading.file_digests import digests_of, equivalent_digests
from generator.reading.left_out_files import stray_file
from generator.reading.masked_look_files import read_masked_look
from generator.reading.parsed_folder import ParsedFolder
from generator.reading.photo_checks import check_photo_files
from generator.reading.reflection_files import read_reflections
from generator.reading.repeated_visits import count_visits_once
from generator.reading.review_checks import ReviewChecks
from generator.reading.review_files import read_review
from generator.reading.submission_checks import check_submissions
from generator.reading.submission_files import read_submission
from generator.reading.tables.class_of_file import class_of_file
from generator.reading.tables.columns import explain_columns, read_answers
from generator.reading.tables.observation_table import ObservationTable, read_observations
from generator.reading.tables.raw_table import RawTable
from generator.reading.tables.visit_limits import check_limits
from generator.reading.tally_logs import join_tally_logs
from generator.reading.teacher_focus import check_notes
from generator.reading.visit_checks import check_date_gaps, check_school_years
from generator.reading.yaml.content_schema import ChangeFile, InquiryFile, PhotoFile
from generator.reading.yaml.front_matter import MarkdownFile, read_page, split_front_matter
from generator.reading.yaml.strict_yaml import YamlDocument
from generator.slugs import slug

Record = TypeVar("Record")


class InquiryFiles(Struct, frozen=True):
    """What came of one inquiry's folder.  `settings` are those of inquiry.md as written.
    `shown` says whether its author means others to see it; None where inquiry.md could not be read, so
    that nobody knows."""

    inquiry: Inquiry | None
    tables: Mapping[str, ObservationTable]
    shown: bool | None
    settings: InquiryFile | None = None


def read_inquiry(
    folder: str, parsed: ParsedFolder, program: Program, teacher: str, refused: Collection[str] = ()
) -> tuple[InquiryFiles, list[Problem]]:
    """What one inquiry's folder holds, and everything that is wrong in it.

    `folder` is the inquiry's path below the content folder, `parsed` all of the teacher's files, `teacher`
    the teacher's id, `refused` paths of files that could not be loaded.
    """
    files = {path: data for path, data in parsed.files.items() if path.startswith(f"{folder}/")}
    main = f"{folder}/{layout.INQUIRY}"
    shape, page, problems = read_page(files[main], main, InquiryFile)
    if shape is None or page is None:
        return InquiryFiles(None, {}, False if page and not _says_publish(page) else None), problems
    document = page.document
    tool = program.tools.get(slug(shape.tool))
    problems += crosschecks.check_references(document, shape, program)
    problems += crosschecks.check_requirement(document, shape, program)
    problems += crosschecks.check_column_answers(document, shape, tool)
    problems += check_spellings(document, shape.classes)
    class_names = ClassNames(declared_classes(shape.classes))
    tables, table_problems = _tables(folder, parsed, shape, tool is not None or not shape.tool, program)
    problems += table_problems
    tables = {path: _with_class_names(table, class_names) for path, table in tables.items()}
    tables, log_problems = join_tally_logs(tables)
    problems += log_problems
    written = [row for table in tables.values() for row in table.observations]
    tables, copy_problems = leave_out_copies(tables, _classes_named(shape, class_names))
    problems += copy_problems
    reflections, reflection_problems = read_reflections(
        _paths_in(folder, InquiryFolder.REFLECTIONS, ".md", files), files
    )
    problems += reflection_problems
    submissions, submission_problems = _read_each(folder, InquiryFolder.SUBMISSIONS, files, read_submission)
    problems += submission_problems
    reviews, review_problems = _read_each(folder, InquiryFolder.REVIEWS, files, read_review)
    problems += review_problems
    masked_looks, look_problems = _read_each(folder, InquiryFolder.MASKED_LOOKS, files, read_masked_look)
    problems += look_problems
    problems += _strays(folder, files)
    observations, repeat_problems = count_visits_once(
        [row for table in tables.values() for row in table.observations]
    )
    problems += repeat_problems
    cohort_starts, year_problems = check_school_years(
        document, observations, program.school_year_starts, shape.same_students
    )
    gap_problems = check_date_gaps(tables)
    problems += gap_problems or year_problems  # a wrong year is said once
    inquiry = Inquiry(
        id=slug(posixpath.basename(folder)),
        teacher=teacher,
        title=shape.title.strip(),
        body=page.body,
        area_of_interest=shape.area_of_interest,
        problem_of_practice=shape.problem_of_practice,
        question=shape.question,
        micro_credential=slug(shape.micro_credential),
        tool=slug(shape.tool),
        colleague=shape.colleague,
        planned_visits=shape.planned_visits,
        planned_end=shape.planned_end,
        publish=shape.publish,
        status=shape.status,
        baseline_until={class_names.class_id(name): day for name, day in shape.baseline_until.items()},
        changes=_changes(shape.changes, program, class_names),
        photos={name: photo_of(name, photo) for name, photo in shape.photos.items()},
        conditions={class_names.class_id(name): text for name, text in shape.conditions.items()},
        classes=class_names.declared,
        observations=tuple(observations),
        cohort_starts=cohort_starts,
        reflections=tuple(
            replace(reflection, class_name=class_names.name(reflection.class_name))
            for reflection in reflections
        ),
        submissions=tuple(sorted(submissions, key=lambda submission: submission.attempt)),
        masked_looks=tuple(sorted(masked_looks, key=lambda look: look.date)),
        awards=_awards(folder, files),
        images={
            path.removeprefix(f"{folder}/"): data for path, data in files.items() if layout.is_picture(path)
        },
        documents={
            path.removeprefix(f"{folder}/"): data for path, data in files.items() if layout.is_document(path)
        },
        digests=digests_of(folder, files),
        equivalent_digests=equivalent_digests(folder, files),
    )
    problems += class_names.check_tables(written)
    problems += check_alike_classes(class_names, observations)
    problems += crosschecks.check_classes(document, shape, written, class_names)
    problems += crosschecks.check_baselines(document, shape, inquiry)
    problems += check_change_dates(inquiry, _places_of_changes(document, shape))
    problems += check_notes(observations)
    problems += check_photo_files(document, inquiry, folder, refused)
    problems += crosschecks.check_reflections(inquiry)
    problems += check_submissions(inquiry, program, folder)
    checks = ReviewChecks(
        inquiry, program, _names_of_teacher(parsed), tuple(path.removeprefix(f"{folder}/") for path in files)
    )
    counting, review_problems = checks.counting(reviews)
    problems += review_problems
    return InquiryFiles(replace(inquiry, reviews=counting), tables, shape.publish, shape), problems


def withholds(problem: Problem) -> bool:
    """Whether a problem keeps its inquiry from being shown: an error, but for one in a file that reviewers
    added."""
    return problem.is_error and not layout.is_reviewers_file(problem.place.file)


def _names_of_teacher(parsed: ParsedFolder) -> tuple[str, ...]:
    """The name in about.md, where it can be read, and that of the folder."""
    about = f"{parsed.path}/{layout.ABOUT}"
    page, _ = split_front_matter(parsed.files.get(about, b""), about)
    settings = page.document.value if page else None
    name = settings.get("name") if isinstance(settings, dict) else None
    return (str(name or ""), posixpath.basename(parsed.path))


def _with_class_names(table: ObservationTable, names: ClassNames) -> ObservationTable:
    """The table with its classes under the names that inquiry.md gives them."""
    return replace(table, observations=tuple(map(names.renamed, table.observations)))


def _says_publish(page: MarkdownFile) -> bool:
    """Whether settings with an error elsewhere say that others may see the inquiry."""
    settings = page.document.value
    publish = settings.get("publish") if isinstance(settings, dict) else None
    return str(publish).lower() in ("true", "yes", "on", "1")


def photo_of(name: str, shape: PhotoFile) -> Photo:
    """A photo as it is declared, by the name of its file."""
    return Photo(name, shape.alt, shape.people, shape.consent_on_file)


def _places_of_changes(document: YamlDocument, shape: InquiryFile) -> list[Place]:
    """Where each change stands, in the order of `Inquiry.changes`."""
    by_date = sorted(enumerate(shape.changes), key=lambda entry: entry[1].date)
    return [document.place(("changes", position)) for position, _ in by_date]


def _changes(shapes: list[ChangeFile], program: Program, class_names: ClassNames) -> tuple[Change, ...]:
    """Numbered by date, entries of one date in the file's order."""
    ordered = sorted(shapes, key=lambda shape: shape.date)
    changes = []
    for number, shape in enumerate(ordered, start=1):
        idea = program.change_ideas.get(slug(shape.idea))
        changes.append(
            Change(
                number=number,
                date=shape.date,
                title=shape.title or (idea.title if idea else shape.idea),
                idea=slug(shape.idea),
                classes=tuple(class_names.class_id(name) for name in shape.classes),
                new_phase=shape.new_phase,
            )
        )
    return tuple(changes)


def _tables(
    folder: str, parsed: ParsedFolder, shape: InquiryFile, readable: bool, program: Program
) -> tuple[Mapping[str, ObservationTable], list[Problem]]:
    """Every table in data/ itself, in the order of the files' names.  Where the tool that is named does
    not exist the columns cannot be understood, and one problem says so already."""
    raw_tables = {
        path: raw
        for path, raw in parsed.tables.items()
        if path.startswith(f"{folder}/") and layout.is_inquiry_table(path)
    }
    problems = sync_copies.check_table_copies(raw_tables)
    for problem in problems:
        del raw_tables[problem.place.file]
    if not readable:
        return {}, problems
    tool = program.tools.get(slug(shape.tool))
    if raw_tables and tool is None:
        no_tool = crosschecks.no_tool_problem(next(iter(raw_tables)), f"{folder}/{layout.INQUIRY}", program)
        return {}, [*problems, no_tool]
    tables: dict[str, ObservationTable] = {}
    for path, saved in raw_tables.items():
        problems += saved.problems
        if saved.raw is None:
            continue
        table, row_problems = _read_table(saved.raw, shape, tool)
        problems += row_problems
        if table:
            tables[path] = table
    rows = [row for table in tables.values() for row in table.observations]
    if too_much := check_limits(rows, Place(f"{folder}/{layout.INQUIRY}")):
        return {}, [*problems, too_much]
    return tables, problems


def _read_table(
    raw: RawTable, shape: InquiryFile, tool: Tool | None
) -> tuple[ObservationTable | None, list[Problem]]:
    """The observations of one table; beside an error stands how its columns were understood."""
    answers, _ = read_answers(shape.columns, tool, shape.ignore_columns)
    table, problems = read_observations(
        raw,
        tool,
        date_format=shape.date_order,
        answers=answers,
        class_name=class_of_file(raw.file),
        class_sizes=ClassNames(declared_classes(shape.classes)).usual_sizes,
    )
    if any(problem.is_error for problem in problems):
        problems.append(explain_columns(raw, tool, answers))
    return table, problems


def _classes_named(shape: InquiryFile, class_names: ClassNames) -> set[str]:
    """The ids of the classes that inquiry.md names."""
    names = [name for change in shape.changes for name in change.classes]
    every_name = (*names, *shape.classes, *shape.baseline_until, *shape.conditions)
    return {class_names.class_id(name) for name in every_name}


def _read_each(
    folder: str,
    name: InquiryFolder,
    files: Mapping[str, bytes],
    read: Callable[[bytes, str], tuple[Record | None, list[Problem]]],
) -> tuple[list[Record], list[Problem]]:
    """The files of one folder of the inquiry, each read with `read`, in the order of their names."""
    records: list[Record] = []
    problems: list[Problem] = []
    for path in _paths_in(folder, name, _READ_SUFFIXES[name], files):
        record, file_problems = read(files[path], path)
        problems += file_problems
        if record is not None:
            records.append(record)
    return records, problems


def _awards(folder: str, files: Mapping[str, bytes]) -> tuple[Award, ...]:
    """Every folder below awards/; what is in it is checked where it is published."""
    base = f"{folder}/{InquiryFolder.AWARDS}/"
    awards: dict[str, dict[str, bytes]] = {}
    for path, data in files.items():
        name, slash, file = path.removeprefix(base).partition("/")
        if path.startswith(base) and slash:
            awards.setdefault(slug(name), {})[file] = data
    return tuple(Award(key, award_files) for key, award_files in sorted(awards.items()))


def _paths_in(folder: str, name: str, suffix: str | tuple[str, ...], files: Mapping[str, bytes]) -> list[str]:
    base = f"{folder}/{name}/"
    return [
        path
        for path in files
        if path.startswith(base) and path.endswith(suffix) and "/" not in path[len(base) :]
    ]


_FOLDERS_BY_SUFFIX: Mapping[str, InquiryFolder] = {
    ".md": InquiryFolder.REFLECTIONS,
    ".csv": InquiryFolder.DATA,
    ".tsv": InquiryFolder.DATA,
    **dict.fromkeys(layout.PICTURES, InquiryFolder.PHOTOS),
}
_READ_SUFFIXES: Mapping[str, tuple[str, ...]] = {
    InquiryFolder.DATA: layout.TABLES,
    InquiryFolder.REFLECTIONS: (".md", *layout.PICTURES),
    InquiryFolder.PHOTOS: layout.PICTURES,
    InquiryFolder.SUBMISSIONS: (".json",),
    InquiryFolder.REVIEWS: (".yml",),
    InquiryFolder.MASKED_LOOKS: (".yml",),
    InquiryFolder.AWARDS: (".json", ".csv"),
}


def _strays(folder: str, files: Mapping[str, bytes]) -> list[Problem]:
    """Files that nobody reads, with where they may belong; of a folder below data/ the folder alone."""
    problems = []
    below_data = set()
    for path in files:
        parts = path.removeprefix(f"{folder}/").split("/")
        depth = 3 if parts[0] == InquiryFolder.AWARDS else 2
        if parts == [layout.INQUIRY] or (
            len(parts) == depth and path.lower().endswith(_READ_SUFFIXES.get(parts[0], ()))
        ):
            continue
        if parts[0] == InquiryFolder.DATA and len(parts) > depth:
            below_data.add("/".join((folder, *parts[:depth])))
        elif not layout.is_document(path):  # the privacy gate says what becomes of them
            problems.append(_stray(path, parts[-1]))
    return [*problems, *map(_unread_folder, sorted(below_data))]


def _stray(path: str, name: str) -> Problem:
    folder = InquiryFolder.PHOTOS if layout.is_picture(path) else _FOLDERS_BY_SUFFIX.get(layout.suffix(path))
    if folder is None:
        return stray_file(path)
    return stray_file(path, Phrase("Did you mean {near}?"), near=f"{folder}/{name}")


def _unread_folder(path: str) -> Problem:
    return warning(
        "folder-in-data",
        Place(path),
        "Folders below data/ are not read, so the tables in this one do not count.",
        "Move the tables that should count into data/ itself, and the others out of the inquiry's folder.",
    )
