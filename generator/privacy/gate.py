"""The privacy gate: what must not be published of students, before anything is derived.

It works on the model and on the files that it was read from, so that chart, table, statistics and
every file of the site agree.  Messages name file, row and rule, never the value: a build's log is
public.  An error withdraws the inquiry that it is in, or, outside of any, the teacher.
"""

import posixpath
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import layout
from generator.layout import locate
from generator.model import Inquiry, Program, Safeguard, Teacher, Tool, Unit
from generator.privacy.file_checks import check_file_kinds, check_file_names, check_photos, check_portrait
from generator.privacy.name_normalisation import normalise, tokenize
from generator.privacy.personal_patterns import find_personal_data
from generator.privacy.privacy_context import PrivacyContext
from generator.privacy.review_exceptions import apply_exceptions
from generator.privacy.small_groups import suppress_across_inquiries, suppress_small_groups
from generator.privacy.table_checks import check_table
from generator.privacy.text_checks import check_text
from generator.problems import Place, Problem, Severity, warning
from generator.reading.content_files import ContentFolder
from generator.reading.encoding import decode_text
from generator.reading.parsed_folder import ParsedFolder, parse_folder

_SMALL_CLASS = 15  # students: with school, grade and teacher known, few enough to be guessed at


@dataclass(frozen=True, slots=True)
class GateResult:
    """What may be published of one teacher: None where she is withdrawn, else without the inquiries in
    `withdrawn` (ids).  `problems` are all that was found, also in what is not published."""

    teacher: Teacher | None
    withdrawn: frozenset[str]
    problems: tuple[Problem, ...]
    allowed: frozenset[str] = frozenset()  # addresses and numbers that an exception lets stand


def gate_teacher(
    teacher: Teacher | None, folder: ParsedFolder, program: Program, privacy: PrivacyContext
) -> GateResult:
    """`folder` are the teacher's files; `teacher` is None where about.md could not be read: the files are
    looked at all the same."""
    path, files = folder.path, folder.files
    adults = adult_words(program, teacher)
    found = _scan_sources(folder, program, privacy, teacher, adults)
    inquiries = []
    for inquiry in teacher.inquiries if teacher else ():
        inquiry_folder = posixpath.dirname(inquiry.body.file)
        tool = program.tools.get(inquiry.tool)
        safe, more = suppress_small_groups(inquiry, tool, program)
        text = decode_text(files.get(inquiry.body.file, b""), inquiry_folder)[0] or ""
        found += [
            *more,
            *check_photos(inquiry, inquiry_folder, text),
            *_small_class(teacher, inquiry, tool, inquiry_folder),
        ]
        inquiries.append(safe)
    inquiries, more = suppress_across_inquiries(inquiries, program.tools, program)
    found += more
    if teacher:
        found += check_portrait(teacher, f"{path}/{layout.ABOUT}")
    problems = apply_exceptions(found, files, privacy.exceptions)
    allowed = _allowed_signs(problems, files)
    withdrawn = {locate(one.place.file).inquiry for one in problems if one.is_error}
    if teacher is None or "" in withdrawn:
        return GateResult(None, frozenset(withdrawn), tuple(problems))
    kept = tuple(
        replace(inquiry, safeguards=_safeguards(inquiry.id, problems, path))
        for inquiry in inquiries
        if inquiry.id not in withdrawn
    )
    named = tuple(one for one in teacher.withheld if one not in withdrawn)
    fit = replace(teacher, inquiries=kept, withheld=named)
    return GateResult(fit, frozenset(withdrawn), tuple(problems), allowed)


def gate_inquiry(inquiry: Inquiry, tool: Tool | None, program: Program) -> tuple[Inquiry, list[Problem]]:
    """The numbers of one inquiry alone, for commands that look at no other."""
    return suppress_small_groups(inquiry, tool, program)


def gate_program(
    files: Mapping[str, bytes], program: Program, privacy: PrivacyContext
) -> tuple[frozenset[str], list[Problem]]:
    """The program's own files: which of them must not be published, and what was found; P14 too."""
    folder = parse_folder(ContentFolder("", files))
    found = _scan_sources(folder, program, privacy, None, adult_words(program, None))
    problems = apply_exceptions(found, files, privacy.exceptions)
    refused = frozenset(one.place.file for one in problems if one.is_error)
    return refused, [*problems, *_attested(program)]


def adult_words(program: Program, teacher: Teacher | None) -> frozenset[str]:
    """The words of names that are shown on purpose: teachers, colleagues, schools, who attests."""
    named = [program.privacy.attested_by] if program.privacy else []
    named += [program.issuer.name] if program.issuer else []
    if teacher:
        named += [teacher.name, teacher.school]
        named += [inquiry.colleague for inquiry in teacher.inquiries]
    return adult_words_of(*named)


def adult_words_of(*names: str) -> frozenset[str]:
    """The words of some people's and places' names, folded."""
    return frozenset(word.folded for name in names for word in tokenize(normalise(name)))


def _scan_sources(
    folder: ParsedFolder,
    program: Program,
    privacy: PrivacyContext,
    teacher: Teacher | None,
    adults: Collection[str],
) -> list[Problem]:
    """Everything that shows in the files themselves."""
    path, files = folder.path, folder.files
    found = [*check_file_kinds(files, program), *check_file_names(path, files, privacy.names, adults)]
    contact = teacher.contact if teacher else ""
    tools = {
        inquiry.id: program.tools.get(inquiry.tool) for inquiry in (teacher.inquiries if teacher else ())
    }
    for file, data in files.items():
        table = folder.tables.get(file)
        if table is not None and table.raw is not None:
            tool = tools.get(locate(file).inquiry)
            found += check_table(table.raw, tool, privacy.names, adults)
            continue
        if layout.suffix(file) in layout.TEXTS or layout.is_below_data(file):
            text, _ = decode_text(data, file)
            if text is not None:
                prose = layout.suffix(file) == ".md"
                found += check_text(text, file, privacy.names, adults, contact, prose=prose)
    return found


def _safeguards(inquiry_id: str, problems: Iterable[Problem], path: str) -> tuple[Safeguard, ...]:
    """What was done or allowed in one inquiry, each once."""
    done = (
        Safeguard(one.code, *(str(one.values.get(key, "")) for key in ("reviewer", "date", "reason")))
        for one in problems
        if one.severity is Severity.NOTICE and locate(one.place.file).inquiry == inquiry_id
    )
    return tuple(dict.fromkeys(done))


def _allowed_signs(problems: Iterable[Problem], files: Mapping[str, bytes]) -> frozenset[str]:
    """The addresses and numbers in files whose P03 is allowed."""
    allowed = {one.place.file for one in problems if one.code == "P03" and one.severity is Severity.NOTICE}
    texts = (normalise(decode_text(files[file], file)[0] or "") for file in allowed)
    return frozenset(text[sign.start : sign.end] for text in texts for sign in find_personal_data(text))


def _small_class(teacher: Teacher | None, inquiry: Inquiry, tool: Tool | None, folder: str) -> list[Problem]:
    """P13: a small class with its school, grade and teacher."""
    if not (teacher and teacher.school and (teacher.grade or teacher.role) and tool):
        return []
    sizes: dict[str, list[float]] = {}
    for row in inquiry.observations:
        if row.n and not row.group and tool.unit is Unit.STUDENTS:
            sizes.setdefault(row.class_name, []).append(row.n)
    small = [name for name, own in sizes.items() if max(own) < _SMALL_CLASS]
    if not small:
        return []
    return [
        warning(
            "P13",
            Place(inquiry.body.file),
            "Fewer than {limit} students were there at every visit in: {classes}. With the school, the grade "
            "and the teacher named, a reader of the school may know who is meant.",
            "Leave out the school or the grade in about.md, or call the class by a name that says less.",
            kind="small-class",
            limit=_SMALL_CLASS,
            classes=", ".join(small),
        )
    ]


def _attested(program: Program) -> Sequence[Problem]:
    """P14: a person has read every page, and says so in program.yml."""
    if program.privacy is not None:
        return []
    return [
        warning(
            "P14",
            Place(layout.SETTINGS, field="privacy"),
            "Nobody has confirmed that a person has read every page for names and other signs of a student.",
            "When that is done, add: privacy: {{attested_by: YOUR NAME, attested_on: 2026-01-30}}",
        )
    ]
