"""A document against the shape of its file: every mistake as a problem at its line and column."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.nearest import nearest
from generator.problems import Phrase, Place, Problem, error
from generator.reading.tables.dates import DateOrder, read_dates
from generator.reading.yaml.strict_yaml import Path, YamlDocument

Shaped = TypeVar("Shaped", bound=BaseModel)

_MAPPING = Phrase("keys with values, indented below it")
_LIST = Phrase("a list: one entry a line, each beginning with a hyphen")
_NUMBER = (Phrase("a number"), Phrase("Type digits only, for instance  {key}: 2.5"))
# by the first word of pydantic's type of error: what should stand there, and how it is typed
_EXPECTED = {
    "int": (Phrase("a whole number"), Phrase("Type digits only, for instance  {key}: 12")),
    "float": _NUMBER,
    "finite": _NUMBER,
    "bool": (Phrase("true or false"), Phrase("Type  {key}: true  or  {key}: false")),
    "string": (
        Phrase("a text"),
        Phrase("Type the text after the colon, in quotes if it has brackets or a colon in it."),
    ),
    "list": (
        _LIST,
        Phrase("Type below it, indented by two spaces, a line that begins with a hyphen for each."),
    ),
    "dict": (_MAPPING, Phrase("Type below it, indented by two spaces, a line  name: value  for each.")),
    "model": (_MAPPING, Phrase("Type below it, on lines of their own, indented by two spaces: {keys}")),
}


def validate(shape: type[Shaped], document: YamlDocument) -> tuple[Shaped | None, list[Problem]]:
    """The document as its shape, or None and everything that is wrong with it."""
    value = {} if document.value is None else document.value
    if not isinstance(value, dict):
        return None, [
            error(
                "not-a-mapping",
                document.place(),
                "This file should hold lines of the form  key: value",
                "Begin, for instance, with  {key}: …",
                key=next(iter(shape.model_fields)),
            )
        ]
    try:
        return shape.model_validate(value), []
    except ValidationError as mistakes:
        problems = [_problem(shape, document, mistake) for mistake in mistakes.errors(include_url=False)]
        unique = {(problem.place, problem.code): problem for problem in problems}.values()
        return None, sorted(_once_each(list(unique)), key=_position)


def _once_each(problems: list[Problem]) -> list[Problem]:
    """`titel` for `title` is one mistake, though a key is unknown and another one missing."""
    misspelled = {
        (problem.values["within"], problem.values["near"])
        for problem in problems
        if problem.code == "unknown-key"
    }
    return [
        problem
        for problem in problems
        if problem.code != "missing-key"
        or (problem.values["within"], problem.values["key"]) not in misspelled
    ]


def _position(problem: Problem) -> tuple[int, int]:
    return problem.place.line or 0, problem.place.column or 0


def _problem(shape: type[BaseModel], document: YamlDocument, mistake: Any) -> Problem:
    kind: str = mistake["type"]
    path = _path(document, mistake["loc"])
    key = next((part for part in reversed(path) if isinstance(part, str) and part), "")
    if kind == "extra_forbidden":
        return _unknown_key(shape, document, path)
    if kind == "missing":
        return error(
            "missing-key",
            _of(document.place(path[:-1]), path),
            "{key} is missing here.",
            "Add a line:  {key}: …",
            key=key,
            within=path[:-1],
        )
    place = document.place(path)
    if mistake["input"] is None and kind.endswith("_type"):
        return _bad_value(place, "empty", "", key)
    if kind in ("enum", "literal_error"):
        return _bad_choice(place, mistake, key)
    if kind == "value_error":
        return _bad_value(place, str(mistake["ctx"]["error"]), str(mistake["input"]), key)
    if kind in ("greater_than_equal", "greater_than"):
        limit = mistake["ctx"].get("ge", mistake["ctx"].get("gt"))
        return error(
            "number-too-small",
            place,
            "{key} is {value}, which is too small.",
            "Type {limit} or more." if kind == "greater_than_equal" else "Type a number above {limit}.",
            key=key,
            value=mistake["input"],
            limit=limit,
        )
    if kind == "less_than_equal":
        return error(
            "number-too-large",
            place,
            "{key} is {value}, which is too large.",
            "Type {limit} or less.",
            key=key,
            value=str(mistake["input"])[:40],
            limit=mistake["ctx"]["le"],
        )
    if kind == "too_short":
        return error(
            "too-few",
            place,
            "{key} has too few entries: {found} of at least {limit}.",
            "Add one below it, on a line that begins with a hyphen.",
            key=key,
            found=mistake["ctx"]["actual_length"],
            limit=mistake["ctx"]["min_length"],
        )
    expected, remedy = _EXPECTED.get(kind.split("_")[0], (Phrase("something else"), ""))
    return error(
        "wrong-type",
        place,
        "{key} should be {expected}, and this is {found}.",
        remedy,
        key=key,
        expected=expected,
        found=_shown(mistake["input"]),
        keys=", ".join(_keys_at(shape, path)),
    )


def _path(document: YamlDocument, loc: tuple[int | str, ...]) -> Path:
    """Pydantic's path as far as the document goes, and the key that is too many or missing."""
    path = tuple(loc)
    return path if path[:-1] in document.marks else _path(document, path[:-1])


def _of(place: Place, path: Path) -> Place:
    return Place(place.file, place.line, place.column, field=str(path[-1]) if path else None)


def _unknown_key(shape: type[BaseModel], document: YamlDocument, path: Path) -> Problem:
    keys = _keys_at(shape, path[:-1])
    near = nearest(str(path[-1]), keys)
    remedy = Phrase("The settings are: {known}.")
    if near:
        remedy = Phrase("Did you mean {near}?")
    elif " " in str(path[-1]):
        remedy = Phrase("If this is part of the text before it, put quotes around that whole text.")
    return error(
        "unknown-key",
        document.key_place(path),
        '"{key}" is not a setting here.',
        remedy,
        key=path[-1],
        near=near,
        known=", ".join(keys),
        within=path[:-1],
    )


def _keys_at(shape: type[BaseModel], path: Path) -> list[str]:
    """The keys that a shape knows at a path, by the names that are typed; empty where it has none there."""
    model: type[BaseModel] | None = shape
    steps = iter(path)
    for key in steps:
        field = _field(model, key) if model else None
        model = _model_in(field.annotation) if field else None
        is_container = field and field.annotation is not model and not _is_optional(field.annotation)
        if model and is_container and next(steps, None) is None:  # a list's index or a mapping's key
            return []
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _field(model: type[BaseModel], key: str | int) -> FieldInfo | None:
    """The field of a key, by its name or as it is typed."""
    return next((field for name, field in model.model_fields.items() if key in (name, field.alias)), None)


def _is_optional(annotation: Any) -> bool:
    return type(None) in getattr(annotation, "__args__", ())


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `list[Model]`, `dict[str, Model]` or `Model | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if model := _model_in(inner):
            return model
    return None


def _bad_choice(place: Place, mistake: Any, key: str) -> Problem:
    choices = [
        choice.strip().strip("'")
        for choice in str(mistake["ctx"]["expected"]).replace(" or ", ", ").split(",")
        if choice.strip().strip("'")
    ]
    near = nearest(str(mistake["input"]), choices)
    return error(
        "bad-choice",
        place,
        "{key} cannot be {value}.",
        "Did you mean {near}? It is one of: {choices}." if near else "Type one of: {choices}.",
        key=key,
        value=_shown(mistake["input"]),
        near=near,
        choices=", ".join(choices),
    )


def _bad_value(place: Place, code: str, value: str, key: str) -> Problem:
    if code == "no-such-day":
        return error(
            code, place, "There is no such day as {value}.", "Type the date as 2025-10-06.", value=value
        )
    if code == "not-iso-date":
        days = _meant_days(value)
        return error(
            code,
            place,
            "{key} is not a date as it is written here: {value}.",
            "Type year, month, and day:  {key}: {day}"
            if len(days) == 1
            else "Type year, month, and day, so that month and day cannot be mixed up: {day} or {other}"
            if days
            else "Type year, month, and day, for instance  {key}: 2025-10-06",
            key=key,
            value=value[:40],
            day=days[0] if days else "",
            other=days[-1] if days else "",
        )
    if code == "not-month-day":
        return error(
            code,
            place,
            "{key} is not a month and a day as it is written here: {value}.",
            "Type them as 08-01, which is August 1.",
            key=key,
            value=value[:40],
        )
    return error("empty", place, "{key} is empty.", "Type its value after the colon.", key=key)


def _meant_days(text: str) -> list[str]:
    """The days that a date in some other form may mean, as they are to be typed."""
    orders = [read_dates([text], order).days[0] for order in (DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST)]
    return list(dict.fromkeys(day.isoformat() for day in orders if day is not None))


def _shown(value: object) -> str:
    if value is None:
        return Phrase("empty")
    if isinstance(value, dict):
        return Phrase("keys with values")
    if isinstance(value, list):
        return Phrase("a list")
    text = str(value)
    return text if len(text) <= 40 else text[:40] + "…"
