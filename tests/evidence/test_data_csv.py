"""data.csv: long form, written from what was read, safe to open in a spreadsheet."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.evidence.data_csv import observer_letters, plain_number, read_data_csv, write_data_csv
from generator.model import Inquiry, Observation, Prompt, Prose, Tool

TOOL = Tool("talk", "Talk", (Prompt("explains", "Explains"), Prompt("asks", "Asks")))
DAY = date(2025, 9, 8)


def row(
    value: float | None = 25.0,
    *,
    day: date = DAY,
    of: str = "Period 2",
    prompt: str = "explains",
    count: float | None = None,
    n: float | None = None,
    group: str = "",
    condition: str = "",
    observer: str = "",
) -> Observation:
    class_id = of.lower().replace(" ", "-")
    return Observation(
        day, class_id, of, prompt, value, count, n, group=group, condition=condition, observer=observer
    )


def written(*rows: Observation, conditions: dict[str, str] | None = None) -> list[str]:
    inquiry = Inquiry("i", "t", "Title", Prose("", ""), observations=rows, conditions=conditions or {})
    data = write_data_csv(inquiry, TOOL)
    assert b"\r" not in data and data.endswith(b"\n")
    return data.decode().splitlines()


def test_an_inquiry_without_data_has_its_heading_only() -> None:
    assert written() == ["date,class,prompt,count,n,value"]


def test_a_row_an_observation_numbers_without_empty_decimals() -> None:
    assert written(row(25.0, count=6.0, n=24.0), row(100 / 3, prompt="asks", count=8, n=24)) == [
        "date,class,prompt,count,n,value",
        "2025-09-08,Period 2,explains,6,24,25",
        "2025-09-08,Period 2,asks,8,24,33.333333333333336",
    ]


def test_what_was_not_collected_stays_blank() -> None:
    assert written(row(None))[1] == "2025-09-08,Period 2,explains,,,"


def test_order_is_by_class_as_people_count_then_date_then_the_tools_prompts() -> None:
    rows = [
        row(of="Period 10"),
        row(prompt="asks"),
        row(day=date(2025, 9, 1)),
        row(),
    ]
    assert [line.split(",")[:3] for line in written(*rows)[1:]] == [
        ["2025-09-01", "Period 2", "explains"],
        ["2025-09-08", "Period 2", "explains"],
        ["2025-09-08", "Period 2", "asks"],
        ["2025-09-08", "Period 10", "explains"],
    ]


def test_observers_become_letters_by_their_first_row() -> None:
    lines = written(row(observer="M. Rivera"), row(observer="J. Park"), row(observer="M. Rivera"))
    assert lines[0].endswith(",observer")
    assert [line.rpartition(",")[2] for line in lines[1:]] == ["A", "B", "A"]
    assert "Rivera" not in "".join(lines)


def test_letters_never_meet_however_many_observers() -> None:
    rows = tuple(row(observer=f"Observer {number}") for number in range(60))
    letters = observer_letters(Inquiry("i", "t", "Title", Prose("", ""), observations=rows))
    assert len(set(letters.values())) == 60


def test_optional_columns_are_there_where_they_are_used() -> None:
    lines = written(row(group="girls"), row(condition="co-taught"))
    assert lines[0] == "date,class,prompt,count,n,value,group,condition"
    assert [line.split(",")[6:] for line in lines[1:]] == [["girls", ""], ["", "co-taught"]]


def test_two_lessons_of_one_day_have_their_time_and_are_read_back_with_it() -> None:
    lines = written(replace(row(), time="14:30"), replace(row(50.0), time="09:05"))
    assert lines[0] == "date,class,prompt,count,n,value,time"
    assert [line.split(",")[5:] for line in lines[1:]] == [["50", "09:05"], ["25", "14:30"]]
    read = read_data_csv("\n".join(lines).encode())
    assert [visit.time for visit in read] == ["09:05", "14:30"]


def test_a_condition_of_the_class_holds_where_the_row_has_none() -> None:
    lines = written(row(), row(condition="substitute"), conditions={"period-2": "co-taught"})
    assert [line.rpartition(",")[2] for line in lines[1:]] == ["co-taught", "substitute"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("place", ["class_name", "group", "condition"])
def test_a_text_cell_is_never_a_formula(start: str, place: str) -> None:
    bad = f"{start}SUM(A1)"
    rows = {"class_name": row(of=bad), "group": row(group=bad), "condition": row(condition=bad)}
    data = write_data_csv(Inquiry("i", "t", "T", Prose("", ""), observations=(rows[place],)), TOOL).decode()
    cells = list(csv.reader(StringIO(data, newline="")))[1]
    assert "'" + bad in cells
    assert bad not in cells


def test_a_real_number_stays_a_number_even_below_zero() -> None:
    assert written(row(-2.5))[1].endswith(",-2.5")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_short_and_read_back_the_same(value: float) -> None:
    assert float(plain_number(value)) == value
    assert not plain_number(value).endswith(".0")


@settings(max_examples=40)
@given(st.lists(st.text(max_size=8).filter(lambda text: "\0" not in text), min_size=1, max_size=4))
def test_every_row_reads_back_whatever_the_classes_are_called(names: list[str]) -> None:
    rows = tuple(row(of=name) for name in names)
    data = write_data_csv(Inquiry("i", "t", "T", Prose("", ""), observations=rows), TOOL).decode("utf-8")
    cells = list(csv.reader(StringIO(data, newline="")))
    assert len(cells) == 1 + len(names)
    assert sorted(cell[1].removeprefix("'") for cell in cells[1:]) == sorted(
        name.removeprefix("'") for name in names
    )
