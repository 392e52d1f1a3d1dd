"""The data as tables and files, and the commands that recompute the findings."""

import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from generator.model import Better, Change, Observation, Program, Prompt, Prose, Reflection
from generator.site.inquiry.parts.data_part import DataRow, build_data_part, citation, recompute_recipes
from generator.site.rendering.template_renderer import Link
from tests.conftest import ANA, Site
from tests.site.inquiry.inquiries import (
    NO_SIGNAL,
    PROGRAM,
    SUSTAINED,
    TOOL,
    change,
    inquiry,
    inquiry_context,
    observations,
    week,
)

HERE = "teachers/ana-lopez/visible-thinking/"


def test_a_table_for_each_class_with_a_column_for_each_prompt() -> None:
    rows = (
        *observations("Period 2", SUSTAINED),
        *observations("Period 2", [3.0, None], "asks"),
        *observations("Period 4", [6.0]),
    )
    first, second = build_data_part(inquiry_context(inquiry(observations=rows))).tables
    assert (first.class_name, first.headings) == ("Period 2", ("Explains own thinking", "Asks a question"))
    assert len(first.rows) == len(SUSTAINED)
    assert first.rows[:3] == (
        DataRow(week(0), "24", ("6 (25%)", "3 (13%)"), None),
        DataRow(week(1), "24", ("9 (38%)", "–"), None),
        DataRow(week(2), "24", ("7 (29%)", ""), None),
    )
    assert (second.class_name, second.headings) == ("Period 4", ("Explains own thinking",))


@pytest.mark.parametrize(
    ("value", "count", "bound", "cell"),
    [(None, None, "n < 10", "n < 10"), (5.0, None, "<=", "≤ 5%"), (None, None, "", "–")],
)
def test_a_hidden_count_says_what_is_known(
    value: float | None, count: float | None, bound: str, cell: str
) -> None:
    hidden = Observation(week(0), "period-2", "Period 2", "explains", value, count, None, bound=bound)
    rows = (hidden, *observations("Period 2", SUSTAINED)[1:])
    (table,) = build_data_part(inquiry_context(inquiry(observations=rows))).tables
    assert (table.rows[0].students, table.rows[0].cells) == ("", (cell,))


def test_a_visit_links_the_first_reflection_on_it() -> None:
    reflections = tuple(
        Reflection(name, week(9), name, Prose("", ""), visit=week(1)) for name in ("first", "second")
    )
    (table,) = build_data_part(inquiry_context(inquiry(reflections=reflections))).tables
    assert [row.reflection for row in table.rows[:3]] == [
        None,
        Link("first", f"{HERE}#reflection-first"),
        None,
    ]
    assert table.has_reflections
    (plain,) = build_data_part(inquiry_context(inquiry())).tables
    assert not plain.has_reflections


def test_a_visit_links_no_reflection_on_another_class() -> None:
    change = Change(1, week(1), "Talk", classes=("period-2",))
    reflections = (
        Reflection("tried", week(9), "tried", Prose("", ""), visit=week(0), change="1"),
        Reflection("named", week(9), "named", Prose("", ""), visit=week(1), class_name="Period 4"),
    )
    both = inquiry({"Period 2": SUSTAINED, "Period 4": SUSTAINED}, changes=(change,), reflections=reflections)
    tables = build_data_part(inquiry_context(both)).tables
    assert [[row.reflection and row.reflection.text for row in table.rows[:2]] for table in tables] == [
        ["tried", None],
        [None, "named"],
    ]


def test_files_with_their_sizes() -> None:
    context = inquiry_context(inquiry())
    part = build_data_part(context)
    assert (part.data_address, part.data_size) == (f"{HERE}data.csv", len(context.data_csv))
    assert (part.findings_address, part.findings_size) == (f"{HERE}findings.json", len(context.findings_json))


def test_a_citation_names_just_this_version() -> None:
    before, after = (
        citation(inquiry_context(inquiry(digests={"inquiry.md": digest}))) for digest in ("1" * 64, "2" * 64)
    )
    assert before.startswith(
        "Ana Lopez: Making thinking visible. In: Maple Grove. "
        f"https://maple-grove.example.org/{HERE}. Content "
    )
    assert before != after
    assert citation(inquiry_context(inquiry(), replace(PROGRAM, url=""))) == ""


def test_a_command_for_each_class_phase_and_direction() -> None:
    fewer = Prompt("waits", "Waits", better=Better.LOWER)
    tool = replace(TOOL, prompts=(*TOOL.prompts, fewer))
    rows = (
        *observations("Ms. Ana's", SUSTAINED),
        *observations("Ms. Ana's", NO_SIGNAL, "asks"),
        *observations("Ms. Ana's", NO_SIGNAL, "waits"),
    )
    changes = (change(1, 8), change(2, 12, new_phase=True))
    context = inquiry_context(
        inquiry(observations=rows, changes=changes), Program("Maple Grove", tools={tool.id: tool})
    )
    base = """portfolio analyse data.csv --class 'Ms. Ana'"'"'s'"""
    first = f"{base} --to 2025-11-27 --baseline-until 2025-10-30"
    second = f"{base} --from 2025-10-31 --baseline-until 2025-11-27"
    assert [(recipe.command, recipe.better) for recipe in recompute_recipes(context)] == [
        (first, Better.HIGHER),
        (second, Better.HIGHER),
        (f"{first} --better lower", Better.LOWER),
        (f"{second} --better lower", Better.LOWER),
    ]


def test_without_data_there_are_files_and_no_tables() -> None:
    part = build_data_part(inquiry_context(inquiry({})))
    assert (part.tables, part.recipes) == ((), ())
    assert part.data_size > 0


def test_the_citation_names_the_content_and_changes_with_it(site: Callable[..., Site]) -> None:
    def cited(program: Site) -> str:
        program.build()
        text = re.search(r'class="citation">(.*?)</p>', program.page(ANA))
        assert text
        return text[1]

    program = site()
    first = cited(program)
    assert "Ana Lopez: Making thinking visible. In: Maple Grove." in first
    assert re.search(r"Content [0-9a-f]{12}\.", first)
    assert cited(program) == first
    program.change({f"{ANA}/reflections/2025-11-01.md": "---\ndate: 2025-11-01\n---\n\nMore.\n"})
    assert cited(program) != first


def test_a_usual_number_that_counts_is_said_where_the_data_stand() -> None:
    rows = tuple(replace(row, n_is_usual=True) for row in observations("Period 2", SUSTAINED))
    assert build_data_part(inquiry_context(inquiry(observations=rows))).usual_sizes == "Period 2: 24"
    assert build_data_part(inquiry_context(inquiry())).usual_sizes == ""
