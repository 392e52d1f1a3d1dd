"""What only shows when the files of an inquiry are held against one another and the program.

Each check is a pure function that returns problems; each mistake is reported once, where it stands.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date as Date
from itertools import pairwise

from generator.layout import InquiryFolder, beside
from generator.model import Inquiry, Observation, Program
from generator.problems import Phrase, Place, Problem, error, warning
from generator.reading.program_files import nearest
from generator.reading.tables.observation_table import ObservationTable
from generator.reading.yaml.content_schema import InquiryFile
from generator.reading.yaml.strict_yaml import YamlDocument
from generator.slugs import slug

_YEAR = 366  # days


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
    for path, what, name, known, folder in named:
        if name and slug(name) not in known:
            place = document.place(path)
            left_out = f"{folder}/{slug(name)}" in program.unreadable
            problems.append(
                _waits(place, what, name, folder) if left_out else _unknown(place, what, name, known, folder)
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
    known = [prompt.id for prompt in tool.prompts]
    missing = [prompt for prompt in credential.impact.prompts if prompt not in known]
    if not missing:
        return []
    return [
        warning(
            "prompt-not-asked",
            document.place(("tool",)),
            "The micro-credential {credential} requires an impact on {missing}, and the tool {tool} does "
            "not ask it, so the requirement cannot be met.",
            "Use a tool that has this prompt, or another micro-credential.",
            credential=credential.id,
            missing=", ".join(missing),
            tool=tool.id,
        )
    ]


def no_tool_problem(path: str, inquiry: str, program: Program) -> Problem:
    """Tables whose columns mean nothing because no tool is named."""
    return error(
        "no-tool",
        Place(inquiry, field="tool"),
        "There are data in {path}, but inquiry.md names no tool, so their columns mean nothing.",
        "Add a line  tool: …  with one of: {tools}." if program.tools else "Make a tool first, in tools/.",
        path=path.rpartition("/")[2],
        tools=", ".join(program.tools),
    )


def check_against_tables(
    document: YamlDocument, shape: InquiryFile, inquiry: Inquiry, *, has_tables: bool
) -> list[Problem]:
    """Classes that changes, baselines and conditions name must be in a table."""
    names: dict[str, str] = {}
    for row in inquiry.observations:
        names.setdefault(row.class_id, row.class_name)
    if not has_tables or not names:
        return []
    problems = []
    for number, change in enumerate(shape.changes):
        for position, name in enumerate(change.classes):
            if slug(name) not in names:
                path = ("changes", number, "classes", position)
                problems.append(_no_class(document.place(path), name, names.values()))
    for key, mapping in (("baseline_until", shape.baseline_until), ("conditions", shape.conditions)):
        for name in mapping:
            if name and slug(name) not in names:
                problems.append(_no_class(document.key_place((key, name)), name, names.values()))
    for name, day in shape.baseline_until.items():
        classes = [slug(name)] if name else list(names)
        starts = [
            change.date
            for change in inquiry.changes
            if not change.classes or any(one in change.classes for one in classes)
        ]
        if starts and day >= min(starts):
            problems.append(
                warning(
                    "baseline-after-change",
                    document.place(("baseline_until", name) if name else ("baseline_until",)),
                    "The baseline ends on {day}, which is not before the first change on {start}.",
                    "Let it end before the change, or leave baseline_until out.",
                    day=day.isoformat(),
                    start=min(starts).isoformat(),
                )
            )
    return problems


def check_photo_files(document: YamlDocument, inquiry: Inquiry, folder: str) -> list[Problem]:
    """Declared photos are there; photos that are there are declared."""
    problems = []
    there = {path.removeprefix("photos/"): path for path in inquiry.images if path.startswith("photos/")}
    for name in inquiry.photos:
        if name not in there:
            like = nearest(name, list(there))
            problems.append(
                error(
                    "photo-not-there",
                    document.key_place(("photos", name)),
                    "There is no photo {name} in photos/.",
                    "Did you mean {like}?" if like else "Put it there, or take this line away.",
                    name=name,
                    like=like,
                )
            )
    for name, path in there.items():
        if name not in inquiry.photos:
            problems.append(
                warning(
                    "photo-not-declared",
                    Place(f"{folder}/{path}"),
                    "This photo is not listed under photos in inquiry.md, so it is not shown.",
                    "Add there:   {name}: {{alt: what it shows, people: none}}",
                    name=name,
                )
            )
    return problems


def check_reflections(inquiry: Inquiry) -> list[Problem]:
    """The visit and the change that a reflection looks back on exist."""
    days = {row.date for row in inquiry.observations}
    problems = []
    for one in inquiry.reflections:
        if one.visit and days and one.visit not in days:
            problems.append(
                warning(
                    "no-such-visit",
                    Place(one.body.file, field="visit"),
                    "No table has a visit on {day}, which this reflection looks back on.",
                    "Compare the date with the one in data/.",
                    day=one.visit.isoformat(),
                )
            )
        if one.change and inquiry.changes and not _names_change(inquiry, one.change):
            problems.append(
                warning(
                    "no-such-change",
                    Place(one.body.file, field="change"),
                    "inquiry.md has no change {change}.",
                    "Type its number, date, title or idea; there are: {titles}.",
                    change=one.change,
                    titles=", ".join(f"{change.number} {change.title}" for change in inquiry.changes),
                )
            )
    return problems


def check_reviews(inquiry: Inquiry, program: Program) -> list[Problem]:
    """Criteria and levels that a review names are the rubric's; the attempt it saw exists."""
    credential = program.micro_credentials.get(inquiry.micro_credential)
    attempts = {one.attempt for one in inquiry.submissions} or {1}
    problems = []
    for review in inquiry.reviews:
        file = beside(inquiry.body.file, f"{InquiryFolder.REVIEWS}/{review.id}.yml")
        if review.attempt is not None and review.attempt not in attempts:
            problems.append(
                warning(
                    "no-such-attempt",
                    Place(file, field="attempt"),
                    "There is no submission with the number {attempt}, so this review counts for nothing.",
                    "There are: {attempts}.",
                    attempt=review.attempt,
                    attempts=", ".join(map(str, sorted(attempts))),
                )
            )
        if credential is None:
            continue
        ids = [one.id for one in credential.mastery.criteria]
        for key, judgement in review.criteria.items():
            if key not in ids:
                problems.append(_not_in_rubric(file, Phrase("criterion"), key, ids))
            if judgement.level not in credential.mastery.levels:
                problems.append(
                    _not_in_rubric(file, Phrase("level"), judgement.level, list(credential.mastery.levels))
                )
    return problems


def check_duplicate_tables(tables: Mapping[str, ObservationTable]) -> list[Problem]:
    """Rows of one class, date and prompt that neither observer nor group tells apart."""
    problems = []
    counted: Counter[tuple[object, ...]] = Counter()
    first: dict[tuple[object, ...], Observation] = {}
    for table in tables.values():
        for row in table.observations:
            key = (row.class_id, row.date, row.prompt, row.observer, row.group)
            counted[key] += 1
            first.setdefault(key, row)
    rows = {(key[0], key[1]): first[key] for key, number in counted.items() if number > 1}
    for (_, day), row in rows.items():
        problems.append(
            warning(
                "visit-twice",
                Place(row.file, row=row.row),
                "{class_name} has more than one row for {day}; they are averaged.",
                "If two people counted, add a column observer; else take one row away.",
                class_name=row.class_name,
                day=day.isoformat() if row.date and hasattr(day, "isoformat") else "",
            )
        )
    return problems


def check_date_gaps(tables: Mapping[str, ObservationTable]) -> list[Problem]:
    """Visits with more than a year between them: most often a year that was typed wrong."""
    problems = []
    for table in tables.values():
        first: dict[Date, Observation] = {}
        for row in table.observations:
            if row.date:
                first.setdefault(row.date, row)
        for before, after in pairwise(sorted(first)):
            if (after - before).days > _YEAR:
                row = first[after]
                problems.append(
                    warning(
                        "far-apart",
                        Place(row.file, row=row.row),
                        "Between this visit, {day}, and the one before it, {other}, lies more than a year.",
                        "Look whether the year is right.",
                        day=after.isoformat(),
                        other=before.isoformat(),
                    )
                )
    return problems


def _names_change(inquiry: Inquiry, name: str) -> bool:
    wanted = slug(name)
    return any(
        wanted in (str(one.number), one.date.isoformat(), slug(one.title), one.idea)
        for one in inquiry.changes
    )


def _unknown(place: Place, what: Phrase, name: str, known: Iterable[str], folder: str) -> Problem:
    ids = list(known)
    like = nearest(slug(name), ids)
    remedy = Phrase("There are: {known}.")
    if like:
        remedy = Phrase("Did you mean {like}?")
    elif not ids:
        remedy = Phrase("Make it in {folder}/ first.")
    return error(
        "unknown-reference",
        place,
        "There is no {what} {name} in {folder}/.",
        remedy,
        what=what,
        name=name,
        folder=folder,
        like=like,
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
    known = list(classes)
    like = nearest(name, known)
    return error(
        "unknown-class",
        place,
        "No table has a class {name}.",
        "Did you mean {like}?" if like else "The tables have: {known}.",
        name=name,
        like=like,
        known=", ".join(known),
    )


def _not_in_rubric(file: str, what: Phrase, name: str, known: list[str]) -> Problem:
    like = nearest(name, known)
    return error(
        "not-in-rubric",
        Place(file, field="criteria"),
        "The micro-credential's rubric has no {what} {name}.",
        "Did you mean {like}?" if like else "It has: {known}.",
        what=what,
        name=name,
        like=like,
        known=", ".join(known),
    )
