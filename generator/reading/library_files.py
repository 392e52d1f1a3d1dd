"""What a program's teachers share: tools, micro-credentials, change ideas and free pages.

A file with an error is left out and its problem reported.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from generator import layout
from generator.layout import ProgramFolder, locate
from generator.model import (
    ChangeIdea,
    Creator,
    Criterion,
    FreePage,
    Impact,
    Mastery,
    MicroCredential,
    OtherIdentifier,
    Prompt,
    Standard,
    Tool,
)
from generator.nearest import nearest
from generator.problems import Phrase, Place, Problem, error, warning
from generator.reading.content_files import ContentFolder
from generator.reading.file_digests import file_digest
from generator.reading.left_out_files import same_address_problem, stray_file
from generator.reading.teacher_focus import check_prompts
from generator.reading.web_address import check_web_address
from generator.reading.yaml.content_schema import (
    ChangeIdeaFile,
    MasteryFile,
    MicroCredentialFile,
    PageFile,
    ToolFile,
)
from generator.reading.yaml.front_matter import read_page
from generator.reading.yaml.strict_yaml import Path, YamlDocument, parse_yaml
from generator.reading.yaml.validation import validate
from generator.slugs import slug

# what people put into these folders that is meant to be read
_CONTENT = (".md", ".yml", ".csv", ".tsv", ".json")


class HasId(Protocol):
    """Whatever is found by the id that its file name gives."""

    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=HasId)
# id, path, content -> what is in the file, None with an error, and what is wrong
Reader = Callable[[str, str, bytes], tuple[Thing | None, list[Problem]]]


class Library(Struct, frozen=True):
    """Everything by its id; `unreadable` are the files that were left out, as `folder/id`."""

    tools: Mapping[str, Tool]
    micro_credentials: Mapping[str, MicroCredential]
    change_ideas: Mapping[str, ChangeIdea]
    pages: tuple[FreePage, ...]
    unreadable: frozenset[str]


def read_library(folder: ContentFolder) -> tuple[Library, list[Problem]]:
    """The files of the program's folders that are read, and what is wrong with the others."""
    tools, tool_problems = _read_folder(folder, ProgramFolder.TOOLS, ".yml", read_tool)
    credentials, credential_problems = _read_folder(
        folder, ProgramFolder.MICRO_CREDENTIALS, ".md", read_micro_credential
    )
    ideas, idea_problems = _read_folder(folder, ProgramFolder.CHANGE_IDEAS, ".md", _read_change_idea)
    pages, page_problems = _read_folder(folder, ProgramFolder.PAGES, ".md", _read_free_page)
    read: dict[str, Sequence[HasId]] = {
        ProgramFolder.TOOLS: tools,
        ProgramFolder.MICRO_CREDENTIALS: credentials,
        ProgramFolder.CHANGE_IDEAS: ideas,
    }
    library = Library(
        tools={tool.id: tool for tool in tools},
        micro_credentials={credential.id: credential for credential in credentials},
        change_ideas={idea.id: idea for idea in ideas},
        pages=tuple(sorted(pages, key=lambda page: (page.order, page.id))),
        unreadable=_unreadable(folder, read),
    )
    problems = [*tool_problems, *credential_problems, *idea_problems, *page_problems]
    return library, [*problems, *_unknown_prompts(credentials, tools)]


def _read_folder(
    folder: ContentFolder, name: ProgramFolder, suffix: str, read: Reader[Thing]
) -> tuple[list[Thing], list[Problem]]:
    """Every readable file of one of the program's folders, ids from the file names."""
    things: list[Thing] = []
    problems: list[Problem] = []
    paths: dict[str, str] = {}  # by id
    for path, data in folder.files.items():
        location = locate(path)
        if location.folder != name:
            continue
        if not location.is_direct or layout.suffix(path) != suffix:
            problems += _stray(path, suffix)
            continue
        key = location.stem
        if key in paths:
            problems.append(same_address_problem(Place(path), [paths[key], path]))
            continue
        paths[key] = path
        thing, thing_problems = read(key, path, data)
        problems += thing_problems
        if thing is not None:
            things.append(thing)
    return things, problems


def _stray(path: str, suffix: str) -> list[Problem]:
    if layout.suffix(path) not in _CONTENT:
        return []
    ending = Phrase("Files here end in {suffix}. Rename it, or move it to where it belongs.")
    return [stray_file(path, ending, suffix=suffix)]


def _unreadable(folder: ContentFolder, read: Mapping[str, Sequence[HasId]]) -> frozenset[str]:
    """Files that are there and were left out, as `folder/id`, so that what names them can say so."""
    locations = map(locate, folder.files)
    present = {f"{location.folder}/{location.stem}" for location in locations if location.folder in read}
    return frozenset(present - {f"{name}/{thing.id}" for name, things in read.items() for thing in things})


def read_tool(key: str, file: str, data: bytes) -> tuple[Tool | None, list[Problem]]:
    """An observation tool; its id is `key`."""
    document, problems = parse_yaml(data, file)
    if document is None:
        return None, problems
    shape, shape_problems = validate(ToolFile, document)
    problems += shape_problems
    if shape is None:
        return None, problems
    prompts = tuple(
        Prompt(
            id=slug(prompt.id or prompt.text),
            text=prompt.text,
            look_for=prompt.look_for,
            kind=prompt.kind,
            better=prompt.better,
        )
        for prompt in shape.prompts
    )
    same_ids = _same_ids(document, ("prompts",), [prompt.id for prompt in prompts])
    problems += [*check_prompts(document, shape), *same_ids]
    if same_ids:
        return None, problems
    tool = Tool(
        id=key,
        title=shape.title,
        prompts=prompts,
        version=shape.version,
        adapted_from=shape.adapted_from,
        focus=shape.focus,
        unit=shape.unit,
        interval_minutes=shape.interval_minutes,
        sensitivity=shape.sensitivity,
        digest=file_digest(file, data),
    )
    return tool, problems


def read_micro_credential(key: str, file: str, data: bytes) -> tuple[MicroCredential | None, list[Problem]]:
    """A micro-credential with its rubric and its requirement; its id is `key`."""
    shape, page, problems = read_page(data, file, MicroCredentialFile)
    if shape is None or page is None:
        return None, problems
    errors = [*_rubric_problems(page.document, shape.mastery), *_address_problems(page.document, shape)]
    if errors:
        return None, problems + errors
    credential = MicroCredential(
        id=key,
        title=shape.title,
        body=page.body,
        version=shape.version,
        competency=shape.competency,
        key_method=shape.key_method,
        standards=tuple(
            Standard(standard.framework, standard.code, standard.name, standard.url)
            for standard in shape.standards
        ),
        hours=shape.hours,
        credits=shape.credits,
        creator=Creator(shape.creator.name, shape.creator.url) if shape.creator else None,
        other_identifiers=tuple(
            OtherIdentifier(other.identifier, other.identifier_type) for other in shape.other_identifier
        ),
        mastery=_mastery(shape.mastery),
        impact=Impact(
            shape.impact.verdict,
            tuple(slug(prompt) for prompt in shape.impact.prompts),
            shape.impact.classes,
            shape.impact.growth,
        ),
        digest=file_digest(file, data),
    )
    return credential, problems


def _mastery(rubric: MasteryFile) -> Mastery:
    return Mastery(
        levels=tuple(rubric.levels),
        passing=_passing_level(rubric),
        assessors=rubric.assessors,
        criteria=tuple(
            Criterion(criterion.id, criterion.title, criterion.standard, dict(criterion.levels))
            for criterion in rubric.criteria
        ),
    )


def _passing_level(rubric: MasteryFile) -> str:
    return rubric.passing or rubric.levels[-1]


def _rubric_problems(document: YamlDocument, rubric: MasteryFile) -> list[Problem]:
    """Criteria that share an id, and levels that are not among the rubric's."""
    named: list[tuple[Place, str]] = [(document.place(("mastery", "pass")), _passing_level(rubric))]
    for number, criterion in enumerate(rubric.criteria):
        path: Path = ("mastery", "criteria", number, "levels")
        named += [(document.key_place((*path, level)), level) for level in criterion.levels]
    same_ids = _same_ids(document, ("mastery", "criteria"), [criterion.id for criterion in rubric.criteria])
    unknown = [
        _unknown_level(place, level, rubric.levels) for place, level in named if level not in rubric.levels
    ]
    return [*same_ids, *unknown]


def _address_problems(document: YamlDocument, shape: MicroCredentialFile) -> list[Problem]:
    addresses: list[tuple[str, Path]] = [
        (standard.url, ("standards", number, "url")) for number, standard in enumerate(shape.standards)
    ]
    addresses += [(shape.creator.url, ("creator", "url"))] if shape.creator else []
    return [problem for address, path in addresses for problem in check_web_address(document, address, path)]


def _read_change_idea(key: str, file: str, data: bytes) -> tuple[ChangeIdea | None, list[Problem]]:
    shape, page, problems = read_page(data, file, ChangeIdeaFile)
    if shape is None or page is None:
        return None, problems
    return ChangeIdea(key, shape.title, page.body, shape.summary, shape.source), problems


def _read_free_page(key: str, file: str, data: bytes) -> tuple[FreePage | None, list[Problem]]:
    shape, page, problems = read_page(data, file, PageFile)
    if shape is None or page is None:
        return None, problems
    return FreePage(key, shape.title, page.body, shape.order), problems


def _same_ids(document: YamlDocument, path: Path, ids: Sequence[str]) -> list[Problem]:
    """Entries of the list at `path` that have the id of one before them."""
    return [
        error(
            "same-id",
            document.place((*path, number)),
            "Two entries have the id {id}.",
            "Give one of them another id.",
            id=entry_id,
        )
        for number, entry_id in enumerate(ids)
        if entry_id in ids[:number]
    ]


def _unknown_level(place: Place, level: str, levels: Sequence[str]) -> Problem:
    near = nearest(level, levels)
    return error(
        "unknown-level",
        place,
        "The rubric has no level {level}.",
        "Did you mean {near}?" if near else "Its levels are: {levels}.",
        level=level,
        near=near,
        levels=", ".join(levels),
    )


def _unknown_prompts(credentials: Iterable[MicroCredential], tools: Iterable[Tool]) -> list[Problem]:
    """A requirement on a prompt that no tool asks can never be met."""
    prompts = sorted({prompt.id for tool in tools for prompt in tool.prompts})
    return [
        _unknown_prompt(Place(credential.body.file, field="impact"), prompt, nearest(prompt, prompts))
        for credential in credentials
        for prompt in credential.impact.prompts
        if prompt not in prompts
    ]


def _unknown_prompt(place: Place, prompt: str, near: str) -> Problem:
    return warning(
        "unknown-prompt",
        place,
        "No tool has the prompt {prompt} that the impact requires.",
        "Did you mean {near}?" if near else "Add it to a tool in tools/, or correct it here.",
        prompt=prompt,
        near=near,
    )
