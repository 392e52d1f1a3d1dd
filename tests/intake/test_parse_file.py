"""A file that was exported somewhere -> observations with class and observer."""

import pytest

from generator.intake.parse_file import ImportOptions, parse_file
from generator.reading.tables.columns import ColumnRole, PromptValues, SkipReason
from generator.reading.tables.dates import DateOrder
from generator.reading.tables.table_form import TableForm
from tests.intake.inquiries import parsed_file, program


def test_beside_an_error_stands_how_the_columns_were_read() -> None:
    text = "date,Which class?,explains,Score\n2025-10-06,P 2,25/24,8\n"
    parsed, (problem, reading) = parse_file(text.encode(), "a.csv", program().tools["talk"], ImportOptions())
    assert (parsed, problem.code, reading.is_error) == (None, "more-than-n", False)
    assert reading.message == (
        "The columns were read as date (date), class (Which class?), explains (explains). Not read: Score."
    )


def test_what_became_of_each_column() -> None:
    parsed = parsed_file("date,class,explains,Email,Score\n2025-10-06,P 2,12/24,m@example.org,8 / 24\n")
    assert parsed.table.form is TableForm.WIDE
    assert [(column.heading, column.meaning, column.skipped) for column in parsed.columns] == [
        ("date", ColumnRole.DATE, None),
        ("class", ColumnRole.CLASS, None),
        ("explains", PromptValues("explains"), None),
        ("Email", None, SkipReason.PERSONAL),
        ("Score", None, SkipReason.SCORE),
    ]
    assert [column.samples for column in parsed.columns][:2] == [("2025-10-06",), ("P 2",)]


def test_a_column_that_nobody_understands_stops_the_import() -> None:
    text = "date,class,explains,Mood\n2025-10-06,P 2,12/24,ok\n"
    parsed, (problem, *_) = parse_file(text.encode(), "a.csv", program().tools["talk"], ImportOptions())
    assert (parsed, problem.code) == (None, "unknown-column")
    assert problem.hint.endswith('--column "Mood=skip"')
    assert parsed_file(text, ImportOptions(answers={"mood": None})).observations


def test_a_heading_that_is_nearly_a_prompt_is_asked_about_with_it() -> None:
    text = "date,class,explains,Asks it\n2025-10-06,P 2,12/24,3/24\n"
    _, (problem, *_) = parse_file(text.encode(), "a.csv", program().tools["talk"], ImportOptions())
    assert problem.hint == (
        'If it holds asks, say  --column "Asks it=asks" ; to leave it out, say  --column "Asks it=skip"'
    )


def test_a_column_that_the_inquiry_ignores_is_dropped() -> None:
    parsed = parsed_file("date,explains,asks\n2025-10-06,12/24,3/24\n", ImportOptions(answers={"asks": None}))
    assert (parsed.columns[2].meaning, parsed.columns[2].skipped) == (None, SkipReason.ANSWERED)
    assert [row.prompt for row in parsed.observations] == ["explains"]


def test_the_options_fill_in_what_the_table_does_not_say() -> None:
    options = ImportOptions(class_name="Period 2", observer="B")
    parsed = parsed_file("date,explains,observer\n2025-10-06,12/24,\n2025-10-07,12/24,A\n", options)
    assert [(row.class_id, row.observer) for row in parsed.observations] == [
        ("period-2", "B"),
        ("period-2", "A"),
    ]
    assert not parsed.has_class


def test_two_columns_count_the_prompt_that_is_named_by_id_or_text() -> None:
    text = "date,value\n2025-10-06,12/24\n"
    for prompt, expected in (("", "explains"), ("asks", "asks"), ("Asks a question", "asks")):
        assert parsed_file(text, ImportOptions(prompt=prompt)).observations[0].prompt == expected


def test_a_date_format_settles_short_dates() -> None:
    text = "date,explains\n5/6/2025,12/24\n"
    parsed = parsed_file(text, ImportOptions(date_format=DateOrder.DAY_FIRST))
    assert str(parsed.observations[0].date) == "2025-06-05"


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("date,explains\n5/6/2025,12/24\n", "ambiguous-dates", "Import it again with  --date-format m/d/y"),
        ("item,price\napples,3\n", "no-values", "Is it the right file?"),
        ("date,explains\n", "no-visits", "Save it again after the visit"),
        ("date,explains\n2025-10-06,12/24,9\n", "too-many-cells", "extra comma"),
    ],
)
def test_a_file_that_cannot_be_imported(text: str, code: str, hint: str) -> None:
    parsed, (problem, *_) = parse_file(text.encode(), "a.csv", program().tools["talk"], ImportOptions())
    assert (parsed, problem.code) == (None, code)
    assert hint in problem.hint
