"""Documents against their shapes: each mistake once, at its place, with what to type."""

from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.problems import Problem
from generator.reading.yaml.content_schema import (
    AboutFile,
    InquiryFile,
    MicroCredentialFile,
    PageFile,
    ProgramFile,
    ReflectionFile,
    ReviewFile,
    ToolFile,
)
from generator.reading.yaml.editor_schemas import SHAPES
from generator.reading.yaml.strict_yaml import parse_yaml
from generator.reading.yaml.validation import validate

Shaped = TypeVar("Shaped", bound=BaseModel)


def check(shape: type[Shaped], text: str) -> tuple[Shaped | None, list[Problem]]:
    document, problems = parse_yaml(text.encode(), "a.yml")
    assert document is not None
    assert not problems
    return validate(shape, document)


TOOL = "title: x\nprompts: [{text: a}]\n"

# shape, text, code, line, column, words of the message or the hint
MISTAKES: list[tuple[type[BaseModel], str, str, int, int, list[str]]] = [
    (ProgramFile, "", "missing-key", 1, 1, ["title is missing", "title: …"]),
    (ProgramFile, "titel: x\n", "unknown-key", 1, 1, ["titel", "Did you mean title?"]),
    (ProgramFile, "title: x\nurl : y\ncolour: z\n", "unknown-key", 3, 1, ["colour", "title, url, language"]),
    (ProgramFile, "url: x\ntitle:\n", "empty", 2, 7, ["title is empty"]),
    (ProgramFile, "title: '  '\n", "empty", 1, 8, ["title is empty"]),
    (ProgramFile, "title: [a, b]\n", "wrong-type", 1, 8, ["a text", "a list"]),
    (ProgramFile, "- a\n- b\n", "not-a-mapping", 1, 1, ["key: value", "title: …"]),
    (ProgramFile, "some words\n", "not-a-mapping", 1, 1, ["title: …"]),
    (ProgramFile, "title: x\nmin_group_size: ten\n", "wrong-type", 2, 17, ["whole number", "ten"]),
    (ProgramFile, "title: x\nmin_group_size: 4\n", "number-too-small", 2, 17, ["4", "5 or more"]),
    (
        ProgramFile,
        "title: x\nprivacy: J. Park\n",
        "wrong-type",
        2,
        10,
        ["J. Park", "attested_by, attested_on"],
    ),
    (ProgramFile, "title: x\nissuer:\n  nam: a\n", "unknown-key", 3, 3, ["Did you mean name?"]),
    (ToolFile, "title: x\n", "missing-key", 1, 1, ["prompts is missing"]),
    (ToolFile, "title: x\nprompts: []\n", "too-few", 2, 10, ["prompts", "0 of at least 1", "hyphen"]),
    (ToolFile, "title: x\nprompts:\n", "empty", 2, 9, ["prompts is empty"]),
    (ToolFile, "title: x\nprompts: {text: a}\n", "wrong-type", 2, 10, ["a list", "hyphen"]),
    (ToolFile, "title: x\nprompts: [a]\n", "wrong-type", 2, 11, ["keys with values", "id, text, look_for"]),
    (ToolFile, "title: x\nprompts:\n  - id: a\n", "missing-key", 3, 5, ["text is missing"]),
    (
        ToolFile,
        "title: x\nprompts: [{text: a, kind: count}]\n",
        "bad-choice",
        2,
        27,
        ["Did you mean count_of?"],
    ),
    (ToolFile, f"{TOOL}unit: student\n", "bad-choice", 3, 7, ["students", "turns"]),
    (ToolFile, f"{TOOL}interval_minutes: 2 min\n", "wrong-type", 3, 19, ["2 min", "interval_minutes: 2.5"]),
    (ToolFile, f"{TOOL}interval_minutes: 0\n", "number-too-small", 3, 19, ["above 0"]),
    (ToolFile, f"{TOOL}interval_minutes: nan\n", "wrong-type", 3, 19, ["a number"]),
    (MicroCredentialFile, "title: x\nmastery: {levels: [a]}\n", "too-few", 2, 19, ["1 of at least 2"]),
    (MicroCredentialFile, "title: x\nmastery: {passes: a}\n", "unknown-key", 2, 11, ["Did you mean pass?"]),
    (
        MicroCredentialFile,
        "title: x\nmastery:\n  criteria:\n    - {id: q, titel: t}\n",
        "unknown-key",
        4,
        15,
        ["Did you mean title?"],
    ),
    (
        MicroCredentialFile,
        "title: x\nimpact: {verdict: growth}\n",
        "bad-choice",
        2,
        19,
        ["sustained_improvement"],
    ),
    (PageFile, "title: x\norder: first\n", "wrong-type", 2, 8, ["whole number"]),
    (AboutFile, "name: Ana\nportrait: me.jpg\n", "wrong-type", 2, 11, ["alt, people"]),
    (AboutFile, "name: Ana\nportrait: {people: none}\n", "missing-key", 2, 11, ["alt is missing"]),
    (InquiryFile, "title: x\npublish: maybe\n", "wrong-type", 2, 10, ["true or false", "maybe"]),
    (InquiryFile, "title: x\nstatus: done\n", "bad-choice", 2, 9, ["draft, submitted"]),
    (InquiryFile, "title: x\nplanned_visits: many\n", "wrong-type", 2, 17, ["planned_visits: 12"]),
    (
        InquiryFile,
        "title: x\nchanges:\n  - {title: y}\n",
        "missing-key",
        3,
        5,
        ["date is missing", "date: …"],
    ),
    (InquiryFile, "title: x\nchanges:\n  - {date: }\n", "empty", 3, 12, ["date is empty"]),
    (InquiryFile, "title: x\nchanges: {date: 2025-10-06}\n", "wrong-type", 2, 10, ["a list"]),
    (InquiryFile, "title: x\ndate_format: mdy\n", "bad-choice", 2, 14, ["Did you mean m/d/y?"]),
    (InquiryFile, "title: x\nconditions: {a: {b: c}}\n", "wrong-type", 2, 17, ["a text"]),
    (
        InquiryFile,
        "title: x\nphotos: {a.jpg: {alt: x, people: nobody}}\n",
        "bad-choice",
        2,
        34,
        ["none, adults, consented, not identifiable"],
    ),
    (InquiryFile, "title: x\nphotos:\n  a.jpg: a table\n", "wrong-type", 3, 10, ["a.jpg", "alt, people"]),
    (ReviewFile, "date: 2026-02-10\nrecommend: Grant\n", "bad-choice", 2, 12, ["Did you mean grant?"]),
    (ReviewFile, "date: 2026-02-10\nattempt: 0\n", "number-too-small", 2, 10, ["1 or more"]),
    (
        ReviewFile,
        "date: 2026-02-10\ncriteria: {q: {levle: d}}\n",
        "unknown-key",
        2,
        16,
        ["Did you mean level?"],
    ),
    (
        ReviewFile,
        "date: 2026-02-10\ncriteria: {q: good}\n",
        "wrong-type",
        2,
        15,
        ["level, evidence, feedback"],
    ),
]

# as typed, code, words
DATES = [
    ("10/3/2025", "not-iso-date", ["2025-10-03", "2025-03-10"]),
    ("10/25/2025", "not-iso-date", ["date: 2025-10-25"]),
    ("2025-10-6", "not-iso-date", ["date: 2025-10-06"]),
    ("2025/10/06", "not-iso-date", ["date: 2025-10-06"]),
    ("2025-10-06 09:00", "not-iso-date", ["date: 2025-10-06"]),
    ("October 6 2025", "not-iso-date", ["date: 2025-10-06"]),
    ("6 de octubre de 2025", "not-iso-date", ["date: 2025-10-06"]),
    ("last week", "not-iso-date", ["last week", "2025-10-06"]),
    ("45936", "not-iso-date", ["45936"]),
    ("2024-02-30", "no-such-day", ["no such day", "2024-02-30"]),
    ("0000-01-01", "no-such-day", ["0000-01-01"]),
]


@pytest.mark.parametrize(("shape", "text", "code", "line", "column", "words"), MISTAKES)
def test_one_mistake_is_one_error(
    shape: type[BaseModel], text: str, code: str, line: int, column: int, words: list[str]
) -> None:
    value, problems = check(shape, text)
    assert value is None
    (problem,) = problems
    assert problem.is_error
    assert (problem.code, problem.place.line, problem.place.column) == (code, line, column)
    for word in words:
        assert word in f"{problem.message} {problem.hint}"


@pytest.mark.parametrize(("typed", "code", "words"), DATES)
def test_dates(typed: str, code: str, words: list[str]) -> None:
    value, problems = check(ReflectionFile, f"title: x\ndate: {typed}\n")
    assert value is None
    (problem,) = problems
    assert (problem.code, problem.place.line, problem.place.column) == (code, 2, 7)
    for word in words:
        assert word in f"{problem.message} {problem.hint}"


def test_all_mistakes_at_once_in_the_order_of_the_file() -> None:
    text = "titel: x\nprompts:\n  - {txt: a}\n  - {text: b, kind: tallys, better: up}\nunit: cups\n"
    _, problems = check(ToolFile, text)
    assert [(one.code, one.place.line) for one in problems] == [
        ("unknown-key", 1),
        ("unknown-key", 3),
        ("bad-choice", 4),
        ("bad-choice", 4),
        ("bad-choice", 5),
    ]


def test_a_missing_key_that_no_other_key_can_mean_is_told_beside_it() -> None:
    _, problems = check(ReflectionFile, "titel: x\n")
    assert sorted((one.code, one.place.field) for one in problems) == [
        ("missing-key", "date"),
        ("unknown-key", "titel"),
    ]


def test_a_key_with_words_in_it_is_a_text_that_lost_its_quotes() -> None:
    _, problems = check(ToolFile, "title: x\nprompts: [{text: says why, and how we know: b}]\n")
    assert [one.code for one in problems] == ["unknown-key"]
    assert "quotes" in problems[0].hint


YAML = st.recursive(
    st.sampled_from(["", "x", "3", "true", "2025-10-06", "3/4/25", "~", "-1", "nan", "9" * 5000]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda all_: f"[{', '.join(all_)}]")
        | st.dictionaries(
            st.sampled_from(
                ["title", "date", "classes", "changes", "levels", "mastery", "pass", "prompts", "q"]
            ),
            inner,
            max_size=3,
        ).map(lambda mapping: "{" + ", ".join(f"{key}: {one}" for key, one in mapping.items()) + "}")
    ),
    max_leaves=6,
)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(SHAPES)), YAML, YAML)
def test_never_raises_and_never_is_silent(name: str, one: str, other: str) -> None:
    shape = SHAPES[name]
    key = list(shape.model_fields)[-1]
    document, _ = parse_yaml(f"title: {one}\n{key if key != 'title' else 'x'}: {other}\n".encode(), "a.yml")
    if document is None:
        return
    value, problems = validate(shape, document)
    assert (value is None) == bool(problems)
    for problem in problems:
        assert problem.message
        assert problem.hint
        assert problem.place.line in (1, 2)
