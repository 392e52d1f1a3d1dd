"""What only shows when the files of an inquiry are held against one another and the program.

Each check is a pure function that returns problems; each mistake is reported once, where it stands.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from generator.model import Inquiry, Observation, Program, Tool
from generator.nearest import nearest
from generator.problems import Phrase, Place, Problem, Severity, error, warning
from generator.reading.change_reference import resolve_change
from generator.reading.declared_classes import ClassNames
from generator.reading.tables.column_problems import unknown_answer
from generator.reading.tables.columns import read_answers
from generator.reading.yaml.content_schema import InquiryFile
from generator.reading.yaml.strict_yaml import YamlDocument
from generator.slugs import slug


def check_references(document: YamlDocument, shape: InquiryFile, program: Program) -> list[Problem]:
    """The tool, the micro-credential and the change ideas that inquiry.md names."""
    problems = []
    named = [
        (("tool",), Phrase("tool"), shape.tool, program.tools, "tools"),
        (
            ("micro_credential",),
            Phrase("micro-credential"),
            shape.micro_credential,
            program.micro_credentials,
            "micro-credentials",
        ),
    ]
    for path, what, name, known_ids, folder in named:
        if name and slug(name) not in known_ids:
            place = document.place(path)
            left_out = f"{folder}/{slug(name)}" in program.unreadable
            problems.append(
                _waits(place, what, name, folder)
                if left_out
                else _unknown(place, what, name, known_ids, folder)
            )
    for number, change in enumerate(shape.changes):
        # an idea with an error of its own is reported there; a change does without its page
        left_out = f"change-ideas/{slug(change.idea)}" in program.unreadable
        if change.idea and slug(change.idea) not in program.change_ideas and not left_out:
            place = document.place(("changes", number, "idea"))
            problems.append(
                _unknown(place, Phrase("change idea"), change.idea, program.change_ideas, "change-ideas")
            )
        if not change.title and not change.idea:
            problems.append(
                error(
                    "change-without-title",
                    document.place(("changes", number)),
                    "This change has neither a title nor an idea.",
                    "Add  title: what you did differently",
                )
            )
    return problems


def check_requirement(document: YamlDocument, shape: InquiryFile, program: Program) -> list[Problem]:
    """A requirement on prompts that the inquiry's tool does not ask can never be met."""
    tool = program.tools.get(slug(shape.tool))
    credential = program.micro_credentials.get(slug(shape.micro_credential))
    if tool is None or credential is None:
        return []
    prompt_ids = [prompt.id for prompt in tool.prompts]
    missing = [prompt for prompt in credential.impact.prompts if prompt not in prompt_ids]
    if not missing:
        return []
    return [
        warning(
            "prompt-not-asked",
            document.place(("tool",)),
            "The micro-credential {credential} requires an impact on {missing}, which the tool {tool} "
            "does not count, so the requirement cannot be met.",
            "Use a tool that has this prompt, or another micro-credential.",
            credential=credential.id,
            missing=", ".join(missing),
            tool=tool.id,
        )
    ]


def check_column_answers(document: YamlDocument, shape: InquiryFile, tool: Tool | None) -> list[Problem]:
    """What `columns` says of a column that is neither a kind of column nor a prompt of the tool."""
    misunderstood = read_answers(shape.columns, tool)[1] if tool else []
    return [
        unknown_answer(document.place(("columns", heading)), heading, shape.columns[heading], tool)
        for heading in misunderstood
    ]


def no_tool_problem(path: str, inquiry: str, program: Program) -> Problem:
    """Tables whose columns mean nothing because no tool is named."""
    return error(
        "no-tool",
        Place(inquiry, field="tool"),
        "There are data in {path}, but inquiry.md does not name the tool they were collected with.",
        "Add a line  tool: …  with one of: {tools}." if program.tools else "Create a tool first, in tools/.",
        path=path.rpartition("/")[2],
        tools=", ".join(program.tools),
    )


def check_classes(
    document: YamlDocument,
    shape: InquiryFile,
    observations: Iterable[Observation],
    class_names: ClassNames,
) -> list[Problem]:
    """Classes that changes, baselines and conditions name must be in a table, or declared."""
    names = _class_names(observations)
    if not names:
        return []
    names |= {class_names.class_id(name): name for name in class_names.names}
    paths: list[tuple[Place, str]] = [
        (document.place(("changes", number, "classes", position)), name)
        for number, change in enumerate(shape.changes)
        for position, name in enumerate(change.classes)
    ]
    paths += [
        (document.key_place((key, name)), name)
        for key, mapping in (("baseline_until", shape.baseline_until), ("conditions", shape.conditions))
        for name in mapping
        if name
    ]
    return [
        _no_class(place, name, names.values())
        for place, name in paths
        if class_names.class_id(name) not in names
    ]


def check_baselines(document: YamlDocument, shape: InquiryFile, inquiry: Inquiry) -> list[Problem]:
    """A baseline ends before the first change of its classes."""
    names = _class_names(inquiry.observations)
    problems = []
    for name, day in shape.baseline_until.items() if names else ():
        classes = {slug(name)} if name else set(names)
        starts = [
            change.date for change in inquiry.changes if not change.classes or classes & set(change.classes)
        ]
        if starts and day >= min(starts):
            problems.append(
                warning(
                    "baseline-after-change",
                    document.place(("baseline_until", name) if name else ("baseline_until",)),
                    "The baseline ends on {day}, which is not before the first change on {start}.",
                    "Type a day before the change, or leave baseline_until out.",
                    day=day.isoformat(),
                    start=min(starts).isoformat(),
                )
            )
    return problems


def _class_names(observations: Iterable[Observation]) -> dict[str, str]:
    """Class id -> the name as the first row writes it."""
    names: dict[str, str] = {}
    for row in observations:
        names.setdefault(row.class_id, row.class_name)
    return names


def check_reflections(inquiry: Inquiry) -> list[Problem]:
    """The visit, the class and the change that a reflection looks back on exist."""
    days = {row.date for row in inquiry.observations}
    names = _class_names(inquiry.observations)
    known_classes = (
        names | {slug(declared.name): declared.name for declared in inquiry.classes} if names else {}
    )
    problems = []
    for reflection in inquiry.reflections:
        if reflection.class_name and known_classes and slug(reflection.class_name) not in known_classes:
            unknown = _no_class(reflection.class_place, reflection.class_name, known_classes.values())
            problems.append(replace(unknown, severity=Severity.WARNING))
        if reflection.visit and days and reflection.visit not in days:
            problems.append(
                warning(
                    "no-such-visit",
                    reflection.visit_place,
                    "This reflection is about a visit on {day}, and no table has one.",
                    "Compare the date with the one in data/.",
                    day=reflection.visit.isoformat(),
                )
            )
        if (
            reflection.change
            and inquiry.changes
            and resolve_change(inquiry.changes, reflection.change) is None
        ):
            problems.append(
                warning(
                    "no-such-change",
                    reflection.change_place,
                    "inquiry.md has no change {change}.",
                    "Type its number, date, title, or idea; there are: {titles}.",
                    change=reflection.change,
                    titles=", ".join(f"{change.number} {change.title}" for change in inquiry.changes),
                )
            )
    return problems


def _unknown(place: Place, what: Phrase, name: str, known_ids: Iterable[str], folder: str) -> Problem:
    ids = list(known_ids)
    near = nearest(name, ids)
    remedy = Phrase("There are: {known}.")
    if near:
        remedy = Phrase("Did you mean {near}?")
    elif not ids:
        remedy = Phrase("Create it in {folder}/ first.")
    return error(
        "unknown-reference",
        place,
        "There is no {what} {name} in {folder}/.",
        remedy,
        what=what,
        name=name,
        folder=folder,
        near=near,
        known=", ".join(ids),
    )


def _waits(place: Place, what: Phrase, name: str, folder: str) -> Problem:
    return error(
        "waits-for",
        place,
        "The {what} {name} has an error of its own, so this inquiry cannot be shown yet.",
        "Correct {folder}/{name} first; nothing needs to change here.",
        what=what,
        name=name,
        folder=folder,
    )


def _no_class(place: Place, name: str, classes: Iterable[str]) -> Problem:
    class_names = list(classes)
    near = nearest(name, class_names)
    return error(
        "unknown-class",
        place,
        "No table has a class {name}.",
        "Did you mean {near}? If the name is right, import the visits to this class."
        if near
        else "The tables have: {class_names}. If the name is right, import the visits to this class.",
        name=name,
        near=near,
        class_names=", ".join(class_names),
    )
