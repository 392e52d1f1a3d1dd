"""The privacy gate: what must not be published of students, before anything is derived.

It works on the model and on the files that it was read from, so that chart, table, statistics and
every file of the site agree.  Messages name file, row and rule, never the value: a build's log is
public.  An error withdraws the inquiry that it is in, or, outside of any, the teacher; in a file that
reviewers added, that file alone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator import layout
from generator.layout import locate
from generator.model import Inquiry, Program, Safeguard, Teacher, Tool, Unit
from generator.privacy.adult_names import adult_words
from generator.privacy.attestations import check_attestations
from generator.privacy.file_checks import check_photos, check_portrait, files_naming_people
from generator.privacy.name_normalisation import normalise
from generator.privacy.personal_patterns import find_personal_data
from generator.privacy.privacy_context import PrivacyContext
from generator.privacy.review_exceptions import apply_exceptions
from generator.privacy.small_groups import suppress_across_inquiries, suppress_small_groups
from generator.privacy.source_scan import scan_sources
from generator.problems import Place, Problem, Severity, warning
from generator.reading.content_files import ContentFolder
from generator.reading.encoding import decode_text
from generator.reading.parsed_folder import ParsedFolder, parse_folder

# students: below this, school, grade and teacher together let "a reasonable person in the school community"
# (34 CFR 99.3, FERPA's measure) guess who is meant; half a usual class, and more than a group that is hidden
SMALL_CLASS = 15


class GateResult(Struct, frozen=True):
    """What may be published of one teacher.

    `teacher` is without the inquiries in `withdrawn` (ids), and None where all is withdrawn.  `problems` are
    all that was found, also in what is not published; `allowed` are addresses and numbers that an
    exception lets stand.
    """

    teacher: Teacher | None
    withdrawn: frozenset[str]
    problems: tuple[Problem, ...]
    allowed: frozenset[str] = frozenset()


def gate_teacher(
    teacher: Teacher | None, folder: ParsedFolder, program: Program, privacy: PrivacyContext
) -> GateResult:
    """Decides what may be published of a teacher.

    `folder` are the teacher's files; `teacher` is None where about.md could not be read: the files are
    searched all the same.
    """
    findings = scan_sources(folder, program, privacy.names, teacher)
    inquiries: Sequence[Inquiry] = ()
    if teacher:
        inquiries, inquiry_findings = _gate_inquiries(teacher, folder, program)
        inquiries, attestation_problems = check_attestations(teacher.id, inquiries, privacy.attestations)
        findings += [*inquiry_findings, *attestation_problems]
        findings += check_portrait(teacher, f"{folder.path}/{layout.ABOUT}")
    problems = tuple(apply_exceptions(findings, folder.files, privacy.exceptions))
    guilty = {problem.place.file for problem in problems if problem.is_error}
    withdrawn = frozenset(locate(file).inquiry for file in guilty if not layout.is_reviewers_file(file))
    if teacher is None or "" in withdrawn:
        return GateResult(None, withdrawn, problems)
    published = replace(
        teacher,
        inquiries=tuple(
            replace(_without_reviewers_files(inquiry, guilty), safeguards=_safeguards(inquiry.id, problems))
            for inquiry in inquiries
            if inquiry.id not in withdrawn
        ),
        withheld=tuple(inquiry_id for inquiry_id in teacher.withheld if inquiry_id not in withdrawn),
    )
    return GateResult(published, withdrawn, problems, _allowed_data(problems, folder.files))


def _without_reviewers_files(inquiry: Inquiry, files: Collection[str]) -> Inquiry:
    """The inquiry without what others wrote in some files: they are set aside, and its page stays."""
    return replace(
        inquiry,
        reviews=tuple(review for review in inquiry.reviews if review.places.place.file not in files),
        masked_looks=tuple(look for look in inquiry.masked_looks if look.place.file not in files),
    )


def gate_inquiry(inquiry: Inquiry, tool: Tool | None, program: Program) -> tuple[Inquiry, list[Problem]]:
    """The numbers of one inquiry alone, for commands that look at no other."""
    return suppress_small_groups(inquiry, tool, program)


def gate_program(
    files: Mapping[str, bytes], program: Program, privacy: PrivacyContext
) -> tuple[frozenset[str], list[Problem]]:
    """Returns which of the program's own files must not be published, and what was found."""
    findings = scan_sources(parse_folder(ContentFolder("", files)), program, privacy.names, None)
    problems = apply_exceptions(findings, files, privacy.exceptions)
    refused = {problem.place.file for problem in problems if problem.is_error}
    # the place of such a problem is the folder, since the file's name is not to be shown
    named = files_naming_people("", files, privacy.names, adult_words(program, None))
    return frozenset(
        refused.union(file for file, folder, kind in named if kind is None or folder in refused)
    ), problems


def _gate_inquiries(
    teacher: Teacher, folder: ParsedFolder, program: Program
) -> tuple[list[Inquiry], list[Problem]]:
    """A teacher's inquiries as their numbers may be published, and what is wrong with what they say."""
    inquiries: list[Inquiry] = []
    problems: list[Problem] = []
    for inquiry in teacher.inquiries:
        tool = program.tools.get(inquiry.tool)
        safe, count_problems = suppress_small_groups(inquiry, tool, program)
        inquiries.append(safe)
        file = inquiry.body.file
        text = decode_text(folder.files.get(file, b""), file)[0] or ""
        problems += count_problems
        problems += check_photos(inquiry, text)
        if teacher.school and (teacher.grade or teacher.role):
            problems += _small_class_problems(inquiry, tool)
    inquiries, across_problems = suppress_across_inquiries(inquiries, program.tools, program)
    return inquiries, problems + across_problems


def _safeguards(inquiry_id: str, problems: Iterable[Problem]) -> tuple[Safeguard, ...]:
    """What was done or allowed in one inquiry, each once."""
    safeguards = (
        Safeguard(problem.code, *(str(problem.values.get(key, "")) for key in ("reviewer", "date", "reason")))
        for problem in problems
        if problem.severity is Severity.NOTICE and locate(problem.place.file).inquiry == inquiry_id
    )
    return tuple(dict.fromkeys(safeguards))


def _allowed_data(problems: Iterable[Problem], files: Mapping[str, bytes]) -> frozenset[str]:
    """The addresses and numbers in files whose P03 is allowed."""
    allowed = {
        problem.place.file
        for problem in problems
        if problem.code == "P03" and problem.severity is Severity.NOTICE
    }
    texts = (normalise(decode_text(files[file], file)[0] or "") for file in allowed)
    return frozenset(text[match.start : match.end] for text in texts for match in find_personal_data(text))


def _small_class_problems(inquiry: Inquiry, tool: Tool | None) -> list[Problem]:
    """P13: classes so small that together with school, grade and teacher they tell who is meant."""
    if tool is None or tool.unit is not Unit.STUDENTS:
        return []
    largest: dict[str, float] = {}
    for row in inquiry.observations:
        if row.n and not row.group:
            largest[row.class_name] = max(row.n, largest.get(row.class_name, 0))
    small = [name for name, n in largest.items() if n < SMALL_CLASS]
    if not small:
        return []
    return [
        warning(
            "P13",
            Place(inquiry.body.file),
            "At every visit there were fewer than {limit} students in: {classes}. With the school, grade, "
            "and teacher named, someone at the school may know who is meant.",
            "Leave out the school or the grade in about.md, or give the class a name that says less.",
            kind="small-class",
            limit=SMALL_CLASS,
            classes=", ".join(small),
        )
    ]
