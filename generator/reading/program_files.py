"""The program's own files -> Program: settings, tools, micro-credentials, change ideas, free pages.

A tool or page with an error is left out and its problem reported; only program.yml itself cannot be
done without.
"""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel

from generator.layout import REGISTER, REVOCATIONS, SETTINGS
from generator.model import (
    Attestation,
    ChangeIdea,
    Criterion,
    FreePage,
    Impact,
    Issuer,
    Mastery,
    MicroCredential,
    Program,
    Prompt,
    Standard,
    Tool,
)
from generator.nearest import nearest
from generator.problems import Place, Problem, error, warning
from generator.reading import teacher_focus as gaze
from generator.reading.content_files import ContentFolder, same_address_problem
from generator.reading.yaml.content_schema import (
    ChangeIdeaFile,
    MicroCredentialFile,
    PageFile,
    ProgramFile,
    ToolFile,
)
from generator.reading.yaml.front_matter import MarkdownFile, split_front_matter
from generator.reading.yaml.strict_yaml import YamlDocument, parse_yaml
from generator.reading.yaml.validation import validate
from generator.slugs import slug


class HasId(Protocol):
    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=HasId)
Shaped = TypeVar("Shaped", bound=BaseModel)


def read_program(folder: ContentFolder) -> tuple[Program | None, list[Problem]]:
    """The program, and everything that is wrong in its own files; None where program.yml is missing
    or cannot be read."""
    if SETTINGS not in folder.files:
        return None, [
            error(
                "no-program",
                Place(SETTINGS),
                "There is no program.yml in the content folder.",
                "Type  portfolio init  for a new program, or go to the folder that holds content/.",
            )
        ]
    document, problems = parse_yaml(folder.files[SETTINGS], SETTINGS)
    if document is None:
        return None, problems
    settings, found = validate(ProgramFile, document)
    problems += found
    if settings is None:
        return None, problems
    problems += _checked_url(document, settings.url)
    tools = _all(folder, "tools", ".yml", _tool, problems)
    credentials = _all(folder, "micro-credentials", ".md", _micro_credential, problems)
    ideas = _all(folder, "change-ideas", ".md", _change_idea, problems)
    pages = _all(folder, "pages", ".md", _page, problems)
    problems += _unknown_prompts(credentials, tools)
    program = Program(
        title=settings.title.strip(),
        url=settings.url if is_web_address(settings.url) else "",
        language=settings.language,
        named_language=settings.language if "language" in settings.model_fields_set else "",
        description=settings.description,
        theme=settings.theme or "default",
        min_group_size=settings.min_group_size,
        small_groups=settings.small_groups,
        allow_files=tuple(settings.allow_files),
        privacy=Attestation(settings.privacy.attested_by, settings.privacy.attested_on)
        if settings.privacy
        else None,
        issuer=Issuer(settings.issuer.name, settings.issuer.did, tuple(settings.issuer.keys))
        if settings.issuer
        else None,
        tools={one.id: one for one in tools},
        micro_credentials={one.id: one for one in credentials},
        change_ideas={one.id: one for one in ideas},
        pages=tuple(sorted(pages, key=lambda page: (page.order, page.id))),
        register=folder.files.get(REGISTER, b""),
        revocations=folder.files.get(REVOCATIONS, b""),
        unreadable=_unreadable(
            folder, {"tools": tools, "micro-credentials": credentials, "change-ideas": ideas}
        ),
    )
    return program, problems


def read_page(
    data: bytes, file: str, shape: type[Shaped]
) -> tuple[Shaped | None, MarkdownFile | None, list[Problem]]:
    """A Markdown file's settings in their shape, and the file in its parts; None with an error."""
    page, problems = split_front_matter(data, file)
    if page is None:
        return None, None, problems
    settings, found = validate(shape, page.document)
    return settings, page, problems + found


Reader = Callable[[str, str, bytes, list[Problem]], Thing | None]


def _all(
    folder: ContentFolder, name: str, suffix: str, read: Reader[Thing], problems: list[Problem]
) -> list[Thing]:
    """Every readable file of one of the program's folders, ids from the file names."""
    found: dict[str, tuple[str, Thing | None]] = {}
    for file in _files(folder, name, suffix, problems):
        key = slug(posixpath.splitext(posixpath.basename(file))[0])
        if key in found:
            problems.append(same_address_problem(Place(file), [found[key][0], file]))
            continue
        found[key] = (file, read(key, file, folder.files[file], problems))
    return [thing for _, thing in found.values() if thing is not None]


def _unreadable(folder: ContentFolder, read: Mapping[str, Sequence[HasId]]) -> frozenset[str]:
    """Files that are there and were left out, as `folder/id`, so that what names them can say so."""
    there = {
        (name, slug(posixpath.splitext(posixpath.basename(file))[0]))
        for name in read
        for file in folder.files
        if file.startswith(f"{name}/")
    }
    known = {(name, one.id) for name, things in read.items() for one in things}
    return frozenset(f"{name}/{key}" for name, key in there - known)


def without_files(program: Program | None, files: Iterable[str]) -> Program | None:
    """The program with more of its files known as left out, so that what names them can say so."""
    if program is None:
        return None
    keys = (posixpath.splitext(file)[0].split("/") for file in files)
    known = {f"{parts[0]}/{slug(parts[-1])}" for parts in keys if len(parts) == 2}
    return replace(program, unreadable=program.unreadable | known)


def _files(folder: ContentFolder, name: str, suffix: str, problems: list[Problem]) -> Iterator[str]:
    for file in folder.files:
        if not file.startswith(f"{name}/"):
            continue
        if file.count("/") == 1 and file.endswith(suffix):
            yield file
        elif file.endswith((".md", ".yml", ".csv", ".tsv", ".json")):
            problems.append(
                warning(
                    "stray-file",
                    Place(file),
                    "This file is not read; files here end in {suffix}.",
                    "Move it to where it belongs, or rename it.",
                    suffix=suffix,
                )
            )


def _tool(key: str, file: str, data: bytes, problems: list[Problem]) -> Tool | None:
    document, found = parse_yaml(data, file)
    problems += found
    if document is None:
        return None
    shape, found = validate(ToolFile, document)
    problems += found
    if shape is None:
        return None
    prompts = tuple(
        Prompt(slug(one.id) if one.id else slug(one.text), one.text, one.look_for, one.kind, one.better)
        for one in shape.prompts
    )
    problems += gaze.check_prompts(document, shape)
    twice = _twice(document, "prompts", [prompt.id for prompt in prompts])
    problems += twice
    if twice:
        return None
    return Tool(
        id=key,
        title=shape.title,
        prompts=prompts,
        version=shape.version,
        adapted_from=shape.adapted_from,
        focus=shape.focus,
        unit=shape.unit,
        interval_minutes=shape.interval_minutes,
        sensitivity=shape.sensitivity,
    )


def _micro_credential(key: str, file: str, data: bytes, problems: list[Problem]) -> MicroCredential | None:
    shape, page, found = read_page(data, file, MicroCredentialFile)
    problems += found
    if shape is None or page is None:
        return None
    rubric = shape.mastery
    document = page.document
    wrong = _twice(document, "mastery", [one.id for one in rubric.criteria], "criteria")
    passing = rubric.passing or rubric.levels[-1]
    if passing not in rubric.levels:
        wrong.append(_no_level(document.place(("mastery", "pass")), passing, rubric.levels))
    for number, one in enumerate(rubric.criteria):
        for level in one.levels:
            if level not in rubric.levels:
                path = ("mastery", "criteria", number, "levels", level)
                wrong.append(_no_level(document.key_place(path), level, rubric.levels))
    for number, standard in enumerate(shape.standards):
        wrong += _checked_url(document, standard.url, ("standards", number, "url"))
    problems += wrong
    if wrong:
        return None
    return MicroCredential(
        id=key,
        title=shape.title,
        body=page.body,
        version=shape.version,
        competency=shape.competency,
        key_method=shape.key_method,
        standards=tuple(Standard(one.framework, one.code, one.name, one.url) for one in shape.standards),
        mastery=Mastery(
            levels=tuple(rubric.levels),
            passing=passing,
            assessors=rubric.assessors,
            criteria=tuple(
                Criterion(one.id, one.title, one.standard, dict(one.levels)) for one in rubric.criteria
            ),
        ),
        impact=Impact(
            shape.impact.verdict,
            tuple(slug(prompt) for prompt in shape.impact.prompts),
            shape.impact.classes,
        ),
    )


def _change_idea(key: str, file: str, data: bytes, problems: list[Problem]) -> ChangeIdea | None:
    shape, page, found = read_page(data, file, ChangeIdeaFile)
    problems += found
    if shape is None or page is None:
        return None
    return ChangeIdea(key, shape.title, page.body, shape.summary, shape.source)


def _page(key: str, file: str, data: bytes, problems: list[Problem]) -> FreePage | None:
    shape, page, found = read_page(data, file, PageFile)
    problems += found
    if shape is None or page is None:
        return None
    return FreePage(key, shape.title, page.body, shape.order)


def _twice(document: YamlDocument, key: str, ids: list[str], inner: str = "") -> list[Problem]:
    """Entries of a list that share an id."""
    base: tuple[str | int, ...] = (key, inner) if inner else (key,)
    return [
        error(
            "same-id",
            document.place((*base, number)),
            "Two entries have the id {id}.",
            "Give one of them another id.",
            id=one,
        )
        for number, one in enumerate(ids)
        if one in ids[:number]
    ]


def _no_level(place: Place, level: str, levels: list[str]) -> Problem:
    like = nearest(level, levels)
    return error(
        "unknown-level",
        place,
        "The rubric has no level {level}.",
        "Did you mean {like}?" if like else "Its levels are: {levels}.",
        level=level,
        like=like,
        levels=", ".join(levels),
    )


def _unknown_prompts(credentials: list[MicroCredential], tools: list[Tool]) -> list[Problem]:
    """A requirement on a prompt that no tool asks can never be met."""
    known = sorted({prompt.id for tool in tools for prompt in tool.prompts})
    problems = []
    for one in credentials:
        for prompt in one.impact.prompts:
            if prompt not in known:
                like = nearest(prompt, known)
                problems.append(
                    warning(
                        "unknown-prompt",
                        Place(one.body.file, field="impact"),
                        "No tool has the prompt {prompt} that the impact requires.",
                        "Did you mean {like}?" if like else "Add it to a tool in tools/, or correct it here.",
                        prompt=prompt,
                        like=like,
                    )
                )
    return problems


def is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket that is not closed, for instance
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _checked_url(document: YamlDocument, url: str, path: tuple[str | int, ...] = ("url",)) -> list[Problem]:
    if not url or is_web_address(url):
        return []
    return [
        error(
            "bad-url",
            document.place(path),
            "The url {url} is no web address.",
            "Type it with https:// at the start, for instance https://{url}",
            url=url,
        )
    ]
