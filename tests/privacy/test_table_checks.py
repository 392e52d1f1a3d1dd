"""Columns and cells that name or describe single students (P01 to P05)."""

import pytest

from generator.model import Prompt, Tool
from generator.privacy.identifying_phrases import IDENTIFYING_TEXTS, IdentifyingKind
from generator.privacy.name_finder import NameFinder
from generator.privacy.roster import Roster
from generator.privacy.roster_file import read_roster
from generator.privacy.table_checks import check_table
from generator.problems import Problem
from generator.reading.tables.observation_table import read_observation_table
from generator.reading.tables.personal_columns import PERSONAL, SENSITIVE
from generator.reading.tables.raw_table import read_raw_table

TOOL = Tool("talk", "Talk", (Prompt("explains", "Explains own thinking"), Prompt("name", "Name a reason")))
NOBODY = NameFinder(Roster())


def codes(text: str, names: NameFinder = NOBODY) -> list[tuple[str, str, int | None]]:
    sheet, _ = read_raw_table(text.encode(), "data/a.csv")
    assert sheet is not None
    return [(one.severity, one.code, one.place.row) for one in check_table(sheet, TOOL, names)]


@pytest.mark.parametrize("heading", sorted(PERSONAL - {"name"}))
def test_a_personal_heading_is_an_error(heading: str) -> None:
    assert ("error", "P01", 1) in codes(
        f"date,{heading.replace('-', ' ').title()},n,explains\n2025-09-05,x,24,9\n"
    )


@pytest.mark.parametrize("heading", sorted(SENSITIVE))
def test_a_sensitive_heading_is_an_error(heading: str) -> None:
    assert codes(f"date,{heading},n,explains\n2025-09-05,1,24,9\n") == [("error", "P05", 1)]


@pytest.mark.parametrize(
    "heading",
    [
        "Free/Reduced",
        "504 Plan",
        "Has a 504?",
        "IEP/504",
        "SPED status",
        "ELL status",
        "Is ELL (Y/N)",
        "Lunch",
        "Lunch code",
        "Race / ethnicity",
        "Gender identity",
        "Discipline referrals",
        "Estado migratorio",
    ],
)
def test_a_part_of_a_heading_is_enough(heading: str) -> None:
    assert codes(f"date,{heading},n,explains\n2025-09-05,1,24,9\n") == [("error", "P05", 1)]
    rows = "\n".join(f"2025-09-05,P2,S{number:02},yes,1" for number in range(1, 13))
    assert ("error", "P05", 1) in codes(f"date,class,code,{heading},explains\n{rows}\n")


@pytest.mark.parametrize(
    "heading", ["Room 504", "After lunch", "Well said", "Tells why", "traces", "Helps a peer", "seminar"]
)
def test_what_only_has_the_letters_is_another_column(heading: str) -> None:
    assert codes(f"date,{heading},n,explains\n2025-09-05,1,24,9\n") == []


@pytest.mark.parametrize(
    "heading", ["explains", "Explains own thinking", "name", "class", "group", "students", "names of steps"]
)
def test_prompts_and_known_columns_are_not_personal(heading: str) -> None:
    assert codes(f"date,{heading},note\n2025-09-05,12,\n") == []


def test_a_row_for_each_student_is_an_error_whatever_the_column_is_called() -> None:
    rows = "\n".join(f"2025-09-05,P2,{who},1" for who in ("Maria", "Jose", "Ines", "M. K."))
    assert codes(f"date,class,who,explains\n{rows}\n") == [("error", "P02", 1)]


def test_rows_told_apart_by_codes_are_summed_up_and_said() -> None:
    rows = "\n".join(f"2025-09-05,P2,S{number:02},{number % 2}" for number in range(1, 25))
    text = f"date,class,student,explains\n{rows}\n"
    assert codes(text) == [("warning", "P02", 1)]
    table, problems = read_observation_table(text.encode(), "data/a.csv", TOOL)
    assert problems == []
    assert table is not None
    (row,) = table.observations
    assert (row.class_name, row.count, row.n, row.value) == ("P2", 12, 24, 50)


def test_a_code_table_takes_yes_and_no_and_leaves_blanks_out() -> None:
    rows = "\n".join(
        f"2025-09-05,S{n},{answer}" for n, answer in enumerate(["yes", "no", "x", "", "0", "sí"], start=1)
    )
    table, problems = read_observation_table(
        f"date,code,explains\n{rows}\n".encode(), "data/period-2.csv", TOOL
    )
    assert problems == []
    assert table is not None
    assert [(row.count, row.n) for row in table.observations] == [(3, 5)]


@pytest.mark.parametrize("cell", ["ana@example.org", "5551234567", "2013-05-04", "4471923", "555-123-4567"])
def test_a_cell_that_tells_who_is_an_error(cell: str) -> None:
    assert codes(f"date,n,explains,note\n2025-09-05,24,9,{cell}\n") == [("error", "P03", 2)]


@pytest.mark.parametrize("cell", ["2025-09-05", "room 555", "12/24", "half an hour late", "24"])
def test_an_ordinary_note_passes(cell: str) -> None:
    assert codes(f"date,n,explains,note\n2025-09-05,24,9,{cell}\n") == []


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (["Maria", "Jose", "Ines"], True),
        (["Maria", "Jose"], False),  # two rows are groups or observers
        (["Maria", "Jose", "Maria"], False),
        (["Maria", "Jose", "Ines", "Luis", "-"], True),
        (["Maria", "Jose", "Ines", "-", "7"], False),  # too few of them words
        (["x" * 40, "Jose", "Ines"], True),
        (["x" * 41, "Jose", "Ines"], False),
    ],
)
def test_a_column_tells_students_apart_by_words(who: list[str], expected: bool) -> None:
    rows = "\n".join(f"2025-09-05,P2,{cell},1" for cell in who)
    assert (codes(f"date,class,who,explains\n{rows}\n") == [("error", "P02", 1)]) == expected


def test_most_rows_belong_to_visits_with_several_rows() -> None:
    several = [f"2025-09-05,{name},1" for name in ("Maria", "Jose", "Ines")]
    single = [f"2025-10-{day:02},{day},1" for day in range(1, 5)]
    assert codes("\n".join(["date,who,explains", *several, *single[:3]])) == [("error", "P02", 1)]
    assert codes("\n".join(["date,who,explains", *several, *single])) == []


@pytest.mark.parametrize(
    ("cell", "expected"), [("2022-05-04", True), ("2023-05-04", False), ("1989-05-04", False)]
)
def test_a_date_years_before_the_visits_is_a_birth_date(cell: str, expected: bool) -> None:
    problems = codes(f"date,n,explains,note\n2025-09-05,24,9,{cell}\n")
    assert problems == ([("error", "P03", 2)] if expected else [])


def test_a_date_column_and_a_count_hold_what_they_hold() -> None:
    assert codes("stamp,n,explains\n5551234567,5551234567,5551234567\n") == []
    assert codes("date,n,explains\n2025-09-05,24,ana@example.org\n") == [("error", "P03", 2)]


def test_an_observer_is_an_adult_unless_surely_a_student() -> None:
    names = NameFinder(read_roster("Jaylen Brown\nWill Young\n"))
    assert codes("date,n,explains,observer\n2025-09-05,24,9,Will\n", names) == []
    assert codes("date,n,explains,observer\n2025-09-05,24,9,Jaylen\n", names) == [("error", "P04", 2)]


def test_names_of_the_roster_in_cells_and_headings() -> None:
    names = NameFinder(read_roster("Jaylen Brown\nWill Young\n"))
    assert codes("date,n,explains,note\n2025-09-05,24,9,Jaylen left\n", names) == [("error", "P04", 2)]
    assert codes("date,n,explains,note\n2025-09-05,24,9,Will\n", names) == [("warning", "P04", 2)]
    assert ("error", "P04", 1) in codes("date,n,explains,Jaylen\n2025-09-05,24,9,1\n", names)


def test_a_table_of_numbered_weeks_is_not_one_of_students() -> None:
    rows = "\n".join(f"Week {number},24,{number}" for number in range(1, 9))
    assert codes(f"Week,n,explains\n{rows}\n") == []
    assert codes(f"Who,n,explains\n{rows.replace('Week', 'Pupil')}\n") == [("warning", "P02", 1)]


def test_a_title_above_the_headings_is_searched_too() -> None:
    names = NameFinder(read_roster("Ximena Quispe\n"))
    title = "Talk of Ximena Quispe\n\ndate,n,explains\n2025-09-05,24,9\n"
    assert codes(title, names) == [("error", "P04", 1)]
    title = "Call 555-867-5309\n\ndate,n,explains\n2025-09-05,24,9\n"
    assert codes(title) == [("error", "P03", 1)]


def problems(text: str, names: NameFinder = NOBODY) -> list[Problem]:
    sheet, _ = read_raw_table(text.encode(), "data/a.csv")
    assert sheet is not None
    return check_table(sheet, TOOL, names)


def test_a_title_may_have_the_day_of_the_visits_and_a_word_that_is_a_name() -> None:
    table = "\n\ndate,n,explains\n2025-09-05,24,9\n"
    assert codes(f"Talk,2025-09-05{table}") == []
    assert codes(f"Talk,2013-05-04{table}") == [("error", "P03", 1)]
    names = NameFinder(read_roster("Will Young\n"))
    assert codes(f"Will they talk{table}", names) == [("warning", "P04", 1)]


def test_a_blank_cell_hides_nothing_below_it() -> None:
    (problem,) = problems("date,n,explains,note\n2025-09-05,24,9,\n2025-09-12,24,9,ana@example.org\n")
    assert str(problem.place) == "data/a.csv, row 3, column note"
    assert "row 3" in problem.message.lower() and problem.values["what"]
    assert problem.values["kind"] == "email"


def test_rows_and_columns_of_names_are_told_and_the_names_are_not() -> None:
    names = NameFinder(read_roster("Jaylen Brown\nWill Young\n"))
    rows = "2025-09-05,24,9,Jaylen\n2025-09-12,24,9,\n2025-09-19,24,9,Will\n"
    sure, possible = problems(f"date,n,explains,note\n{rows}", names)
    assert str(sure.place) == "data/a.csv, row 2, column note"
    assert str(possible.place) == "data/a.csv, row 4, column note"
    assert sure.values["rows"] == "2" and "row 4" in possible.message.lower()
    assert "Jaylen" not in sure.message and "Will" not in possible.message


def test_a_heading_that_may_not_be_is_named() -> None:
    (sensitive,) = problems("date,Lunch code,n,explains\n2025-09-05,1,24,9\n")
    (personal,) = problems("date,E-mail,n,explains\n2025-09-05,,24,9\n")
    assert "Lunch code" in sensitive.message and "E-mail" in personal.message
    assert (sensitive.place.field, personal.place.field) == ("Lunch code", "E-mail")


@pytest.mark.parametrize("cell", ["4471923", "2013-05-04"])
def test_a_column_that_nobody_reads_is_searched_as_a_note_is(cell: str) -> None:
    assert codes(f"date,n,explains,remark\n2025-09-05,24,9,{cell}\n") == [("error", "P03", 2)]


@pytest.mark.parametrize("day", ["5 Sept 2025", "20250905", "5/9/2025"])
def test_the_year_of_the_visits_is_found_in_any_form_of_date(day: str) -> None:
    assert codes(f"date,n,explains,note\n{day},24,9,2025-09-01\n") == []


def test_a_note_that_singles_out_a_student_is_told_with_its_row_and_kind() -> None:
    (problem,) = problems("date,n,explains,note\n2025-09-05,24,9,the only boy\n")
    assert (problem.severity, problem.code) == ("warning", "P13")
    assert (problem.place.row, problem.place.field) == (2, "note")
    assert (problem.values["kind"], problem.values["rows"]) == ("only-one", "2")
    assert problem.values["what"] == IDENTIFYING_TEXTS[IdentifyingKind.ONLY_ONE]


@pytest.mark.parametrize("heading", ["ana@example.org", "555-123-4567 called", "student id 4471923"])
def test_personal_data_in_a_heading_is_found_and_not_repeated(heading: str) -> None:
    text = f"date,n,explains,{heading}\n2025-09-05,24,9,1\n"
    table, _ = read_raw_table(text.encode(), "data/a.csv")
    assert table is not None
    problems = [one for one in check_table(table, TOOL, NOBODY) if one.code == "P03"]
    assert [(one.place.row, one.place.field, one.values["rows"]) for one in problems] == [(1, None, "1")]
