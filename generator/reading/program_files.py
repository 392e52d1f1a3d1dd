"""The program's own files -> Program: program.yml, and the library of tools, rubrics, ideas and pages."""

from collections.abc import Iterable

from msgspec.structs import replace

from generator.layout import OTHER_SETTINGS, REGISTER, REVOCATIONS, SETTINGS, locate
from generator.model import FORMAT, Assessor, Issuer, OtherIdentifier, Program, SchoolYearStart
from generator.problems import Place, Problem, error, notice
from generator.reading.content_files import ContentFolder
from generator.reading.library_files import read_library
from generator.reading.review_checks import check_assessors
from generator.reading.site_language import read_language
from generator.reading.web_address import check_site_address, is_plain_web_address
from generator.reading.yaml.content_schema import ProgramFile
from generator.reading.yaml.issuer_schema import IssuerFile
from generator.reading.yaml.strict_yaml import parse_yaml
from generator.reading.yaml.validation import validate


def read_program(folder: ContentFolder) -> tuple[Program | None, list[Problem]]:
    """The program, and everything that is wrong in its own files.

    None where program.yml is missing, is there twice or has an error; other files with an error are left out.
    """
    if SETTINGS not in folder.files:
        return None, [
            error(
                "no-program",
                Place(SETTINGS),
                "There is no program.yml in the content folder.",
                "Type  portfolio init  for a new program, or go to the folder that holds content/.",
            )
        ]
    if OTHER_SETTINGS in folder.files:
        return None, [two_settings_problem()]
    document, problems = parse_yaml(folder.files[SETTINGS], SETTINGS)
    if document is None:
        return None, problems
    settings, setting_problems = validate(ProgramFile, document)
    problems += setting_problems
    if settings is None:
        return None, problems
    if settings.format > FORMAT:
        return None, [*problems, _newer_format(document.place(("format",)), settings.format)]
    language, language_problems = read_language(settings.language, document.place(("language",)), folder)
    problems += language_problems
    if language is None:
        return None, problems
    problems += check_site_address(document, settings.url)
    if settings.privacy:
        problems.append(_old_attestation(document.key_place(("privacy",))))
    problems += check_assessors(SETTINGS, [assessor.name for assessor in settings.assessors])
    library, library_problems = read_library(folder)
    problems += library_problems
    program = Program(
        title=settings.title.strip(),
        url=settings.url if is_plain_web_address(settings.url) else "",
        language=language.tag,
        named_language=language.tag if "language" in settings.model_fields_set else "",
        own_catalogue=language.own_catalogue,
        description=settings.description,
        theme=settings.theme or "default",
        min_group_size=settings.min_group_size,
        small_groups=settings.small_groups,
        allow_files=tuple(settings.allow_files),
        publish_reviews=settings.publish_reviews,
        index=settings.index,
        school_year_starts=SchoolYearStart(*settings.school_year_starts),
        issuer=_issuer(settings.issuer) if settings.issuer else None,
        assessors=tuple(Assessor(assessor.name, assessor.until) for assessor in settings.assessors),
        tools=library.tools,
        micro_credentials=library.micro_credentials,
        change_ideas=library.change_ideas,
        pages=library.pages,
        register=folder.files.get(REGISTER, b""),
        revocations=folder.files.get(REVOCATIONS, b""),
        unreadable=library.unreadable,
    )
    return program, problems


def without_files(program: Program | None, files: Iterable[str]) -> Program | None:
    """The program with more of its files known as left out, so that what names them can say so."""
    if program is None:
        return None
    locations = map(locate, files)
    left_out = {f"{location.folder}/{location.stem}" for location in locations if location.is_direct}
    return replace(program, unreadable=program.unreadable | left_out)


def _issuer(settings: IssuerFile) -> Issuer:
    """Who issues, as program.yml has it."""
    return Issuer(
        name=settings.name,
        did=settings.did,
        keys=tuple(listed.key for listed in settings.keys),
        last_days={listed.key: listed.until for listed in settings.keys if listed.until},
        image=settings.image,
        description=settings.description,
        email=settings.email,
        parent_org=settings.parent_org,
        other_identifiers=tuple(
            OtherIdentifier(other.identifier, other.identifier_type) for other in settings.other_identifier
        ),
    )


def _old_attestation(place: Place) -> Problem:
    """What was attested of a whole site says nothing of the version that stands there now."""
    return notice(
        "old-attestation",
        place,
        "This does not say which version of a page was read, so it no longer counts.",
        'Remove it. Whoever has read the pages types:  portfolio attest --by "THEIR NAME"',
    )


def two_settings_problem() -> Problem:
    """What is said of program.yml beside program.yaml."""
    return error(
        "two-spellings",
        Place(SETTINGS),
        "The settings are here twice: in program.yml and in program.yaml.",
        "Keep the right one, call it program.yml, and delete the other.",
    )


def _newer_format(place: Place, number: int) -> Problem:
    return error(
        "newer-format",
        place,
        "This program is written in format {number}, which a newer runfolio reads; this one reads {format}.",
        "Install what requirements.txt names:  pip install -r requirements.txt",
        number=number,
        format=FORMAT,
    )
