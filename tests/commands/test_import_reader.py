"""What is not clear in an imported file is asked; where nobody can be asked, nothing is written."""

from pathlib import Path

import openpyxl
import pytest

from tests.commands.test_import_ import counts, data_folder, program, rows, take
from tests.terminal import Ran, portfolio

__all__ = ["program"]  # a fixture

FORM = (
    "Timestamp,Which class?,Students present,Explains own thinking\n"
    "11/10/2025 9:52:31,Period 2,24,15\n11/17/2025 9:52:31,Period 2,24,13\n"
)
RESENT = FORM + "11/17/2025 14:05:00,Period 2,24,14\n"


def ask(program: Path, text: str, typed: str, *options: str, name: str = "export.csv") -> Ran:
    (program / name).write_text(text, "utf-8")
    return portfolio("import", name, *options, inside=program, stdin=typed.encode(), someone_there=True)


def settings(program: Path) -> str:
    return (program / "content/teachers/ana/thinking/inquiry.md").read_text("utf-8")


def day(program: Path, date: str) -> list[tuple[str, str, float | None]]:
    return [(cell.time, cell.observer, cell.count) for cell in rows(program) if str(cell.date) == date]


def test_a_form_imported_again_adds_the_new_visits_and_corrects_what_was_corrected(program: Path) -> None:
    assert take(program, FORM).status == 0
    longer = RESENT + "11/24/2025 9:52:31,Period 2,24,18\n"
    ran = take(program, longer, "--same", "later", name="longer.csv")
    assert ran.status == 0, ran.err
    assert "1 visit has new numbers: Period 2 on November 17, 2025." in ran.out
    assert "period-2.csv: 1 visit." in ran.out
    assert day(program, "2025-11-17") == [("", "", 14)]
    assert "same_visits: later\n" in settings(program)
    table = (data_folder(program) / "period-2.csv").read_bytes()
    ran = take(program, longer, name="longer.csv")
    assert ran.status == 0, ran.err
    assert (data_folder(program) / "period-2.csv").read_bytes() == table


def test_other_numbers_than_in_the_tables_are_asked_about(program: Path) -> None:
    assert take(program, FORM).status == 0
    other = FORM.replace(",13\n", ",12\n")
    ran = ask(program, other, "3\n", name="other.csv")
    assert ran.status == 0, ran.err
    assert "Period 2 on November 17, 2025 is already in the tables with different numbers." in ran.out
    assert day(program, "2025-11-17") == [("", "1", 13), ("", "2", 12)]
    assert take(program, other, name="other.csv").status == 0, "the answer is remembered"
    assert day(program, "2025-11-17") == [("", "1", 13), ("", "2", 12)]


def test_the_usual_number_of_a_class_counts_and_is_not_written_as_if_somebody_had_counted(
    program: Path,
) -> None:
    main = program / "content/teachers/ana/thinking/inquiry.md"
    main.write_text(
        "---\ntitle: Visible thinking\ntool: math-talk\nclasses: {Period 2: {students: 26}}\n---\n", "utf-8"
    )
    text = "Timestamp,Explains own thinking\n11/10/2025 9:52:31,13\n11/17/2025 9:52:31,50%\n"
    ran = take(program, text)
    assert ran.status == 0
    assert "get the usual number from inquiry.md: Period 2 26" in ran.err
    (table,) = data_folder(program).iterdir()
    assert table.read_text("utf-8") == (
        "date,class,explains\n2025-11-10,Period 2,13\n2025-11-17,Period 2,50%\n"
    )
    assert [(cell.value, cell.count, cell.n) for cell in rows(program)] == [(50, 13, 26), (50, None, 26)]


def test_a_form_sent_again_with_other_numbers_is_refused_with_three_remedies(program: Path) -> None:
    ran = take(program, RESENT)
    assert ran.status == 1
    assert "export.csv, row 4: error: Period 2 has different numbers for 2025-11-17 in row 3" in ran.err
    assert all(f"--same {answer}" in ran.err for answer in ("later", "lessons", "observers"))
    assert not data_folder(program).exists()


@pytest.mark.parametrize(
    ("answer", "number", "expected"),
    [
        ("later", 1, [("", "", 14)]),
        ("lessons", 2, [("09:52", "", 13), ("14:05", "", 14)]),
        ("observers", 3, [("", "1", 13), ("", "2", 14)]),
    ],
)
def test_what_the_rows_are_is_an_option_or_an_answer(
    program: Path, answer: str, number: int, expected: list[tuple[str, str, float]]
) -> None:
    assert take(program, RESENT, "--same", answer).status == 0
    assert day(program, "2025-11-17") == expected
    before = (data_folder(program) / "period-2.csv").read_bytes()
    (data_folder(program) / "period-2.csv").unlink()
    main = program / "content/teachers/ana/thinking/inquiry.md"
    main.write_text(settings(program).replace(f"same_visits: {answer}\n", ""), "utf-8")
    ran = ask(program, RESENT, f"9\n{number}\n")
    assert ran.status == 0, ran.err
    assert "rows with different numbers: 3, 4" in ran.out
    assert (data_folder(program) / "period-2.csv").read_bytes() == before


def test_the_same_numbers_twice_are_one_visit(program: Path) -> None:
    ran = take(program, FORM + "11/17/2025 9:53:00,Period 2,24,13\n")
    assert ran.status == 0
    assert "in the file twice with the same numbers and count once: Period 2 2025-11-17" in ran.err
    assert day(program, "2025-11-17") == [("", "", 13)]


def test_two_lessons_need_a_time(program: Path) -> None:
    table = "date,class,n,explains\n2025-10-06,Period 2,24,12\n2025-10-06,Period 2,24,9\n"
    ran = take(program, table, "--same", "lessons")
    assert ran.status == 1
    assert "Add a column  time  to the file" in ran.err
    timed = table.replace("date,", "date,time,").replace("24,12", "24,12").replace("06,P", "06,9:05,P", 1)
    timed = timed.replace("06,Period 2,24,9", "06,14:30,Period 2,24,9")
    assert take(program, timed).status == 0
    assert day(program, "2025-10-06") == [("09:05", "", 12), ("14:30", "", 9)]


def test_a_stamp_is_no_time_where_another_column_has_the_date(program: Path) -> None:
    form = (
        "Timestamp,Date of visit,Which class?,Students present,Explains own thinking\n"
        "11/18/2025 9:52:31,11/17/2025,Period 2,24,13\n11/18/2025 14:52:31,11/17/2025,Period 2,24,14\n"
    )
    ran = take(program, form, "--same", "lessons")
    assert ran.status == 1
    assert "The file does not say at what time on 2025-11-17 the two lessons of Period 2 were." in ran.err


def test_a_visit_that_came_without_a_time_is_known_when_the_form_comes_again(program: Path) -> None:
    take(program, FORM)
    assert take(program, RESENT, "--same", "lessons", name="again.csv").status == 0
    assert day(program, "2025-11-17") == [("", "", 13), ("14:05", "", 14)]


def test_two_classes_of_a_form_stay_two(program: Path) -> None:
    form = (
        "Timestamp,Which period?,How many students were present?,Explains own thinking\n"
        "9/8/2025 9:10:00,Period 2,24,8\n9/8/2025 11:05:00,Period 4,23,9\n9/15/2025 9:10:00,Period 2,24,10\n"
    )
    assert take(program, form).status == 0
    assert {(name, count) for _, name, _, count, _ in counts(program)} == {
        ("Period 2", 8),
        ("Period 4", 9),
        ("Period 2", 10),
    }
    assert {cell.observer for cell in rows(program)} == {""}


def test_the_table_shows_what_each_column_was_taken_for_with_cells(program: Path) -> None:
    ran = take(program, FORM)
    assert "  Which class?           class               Period 2\n" in ran.out
    assert "prompt explains     15 | 13\n" in ran.out


def test_a_column_that_is_not_understood_stops_the_import(program: Path) -> None:
    form = FORM.replace("Timestamp,", "Mood,Timestamp,").replace("\n11/", "\nsunny,11/")
    ran = take(program, form)
    assert ran.status == 1
    assert "  Mood " in ran.out and "not understood" in ran.out
    assert '--column "Mood=skip"' in ran.err
    assert not data_folder(program).exists()


def test_what_is_said_of_a_column_is_kept_for_the_next_file(program: Path) -> None:
    form = FORM.replace("Timestamp,", "Mood,Timestamp,").replace("\n11/", "\nsunny,11/")
    ran = take(program, form, "--column", "mood=condition")
    assert ran.status == 0, ran.err
    assert settings(program) == (
        '---\ntitle: Visible thinking\ntool: math-talk\ncolumns:\n  "Mood": condition\n---\n\nWhy.\n'
    )
    assert "is kept in content/teachers/ana/thinking/inquiry.md, for the next file." in ran.out
    assert take(program, form, name="again.csv").status == 0
    assert {cell.condition for cell in rows(program)} == {"sunny"}


def test_a_column_is_asked_about_until_the_answer_is_understood(program: Path) -> None:
    form = FORM.replace("Explains own thinking", "Reasons given")
    form = form.replace("Students present,", "Students present,Asks a question,").replace(",24,", ",24,3,")
    ran = ask(program, form, "thinking\nexplains\n")
    assert ran.status == 0, ran.err
    assert "What does the column Reasons given hold? Its cells are: 15 | 13" in ran.out
    assert "Type one of these words." in ran.out
    assert '  "Reasons given": explains\n' in settings(program)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("Mood", "does not say what a column holds"),
        ("Weather=skip", "The file has no column Weather."),
        ("Which class?=nonsense", "The column Which class? cannot hold …."),
    ],
)
def test_an_option_that_says_nothing_of_a_column(program: Path, option: str, said: str) -> None:
    ran = take(program, FORM, "--column", option)
    assert ran.status in (1, 2)
    assert said in ran.err
    assert not data_folder(program).exists()


def test_a_new_class_is_asked_about_once_there_are_classes(program: Path) -> None:
    take(program, FORM)
    other = FORM.replace("Period 2", "2nd period").replace("11/1", "12/1")
    ran = take(program, other, name="b.csv")
    assert ran.status == 1
    assert "2nd period is not a class of this inquiry, which has: Period 2." in ran.err
    assert "Did you mean Period 2?" in ran.err
    assert ask(program, other, "\n", name="b.csv").status == 0
    assert {cell.class_name for cell in rows(program)} == {"Period 2"}
    later = other + "10/24/2025 9:52:31,2nd period,24,12\n"
    assert take(program, later, name="c.csv").status == 0, "the answer is remembered"
    assert len(rows(program)) == 5


def test_a_new_class_can_be_meant(program: Path) -> None:
    take(program, FORM)
    other = FORM.replace("Period 2", "Period 4")
    assert ask(program, other, "2\n", name="b.csv").status == 0
    assert take(program, other.replace("Period 4", "Period 6"), "--new-classes", name="c.csv").status == 0
    assert {cell.class_name for cell in rows(program)} == {"Period 2", "Period 4", "Period 6"}


def test_the_classes_of_inquiry_md_are_known_in_all_their_spellings(program: Path) -> None:
    path = program / "content/teachers/ana/thinking/inquiry.md"
    path.write_text(settings(program).replace("tool:", "classes: {Period 2: {also: [P2]}}\ntool:"), "utf-8")
    assert take(program, FORM.replace("Period 2", "P2")).status == 0
    assert (data_folder(program) / "period-2.csv").read_text("utf-8").count("Period 2") == 2
    ran = take(program, FORM.replace("Period 2", "P3"), name="b.csv")
    assert "P3 is not a class of this inquiry, which has: Period 2." in ran.err


def test_spellings_of_one_class_in_the_first_file_are_pointed_out(program: Path) -> None:
    ran = take(program, FORM.replace("31,Period 2", "31,P2", 1))
    assert ran.status == 0
    assert "P2 and Period 2 are read as different classes." in ran.err


MERGED: list[list[str | int | None]] = [
    ["date", "class", "n", "explains"],
    ["2025-10-06", "Period 2", 24, 12],
    ["2025-10-13", None, 24, 9],
    ["2025-10-06", "Period 4", 23, 8],
    ["2025-10-13", None, 23, 7],
]


def merged_workbook(program: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in MERGED:
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    sheet.merge_cells("B4:B5")
    book.save(program / "visits.xlsx")
    return program / "visits.xlsx"


def test_merged_cells_are_filled_down_only_after_a_yes(program: Path) -> None:
    path = merged_workbook(program)
    ran = portfolio("import", path.name, inside=program)
    assert ran.status == 1
    assert "row 3: error: This row does not say which class it is." in ran.err
    assert "--fill-down" in ran.err
    ran = portfolio("import", path.name, inside=program, stdin=b"n\n", someone_there=True)
    assert (ran.status, data_folder(program).exists()) == (1, False)
    ran = portfolio("import", path.name, inside=program, stdin=b"y\n", someone_there=True)
    assert ran.status == 0, ran.err
    assert {(date, name, count) for date, name, _, count, _ in counts(program)} == {
        ("2025-10-06", "Period 2", 12),
        ("2025-10-13", "Period 2", 9),
        ("2025-10-06", "Period 4", 8),
        ("2025-10-13", "Period 4", 7),
    }
    assert portfolio("import", path.name, "--fill-down", inside=program).status == 0


def test_nothing_is_filled_down_into_a_row_with_nothing_above_it(program: Path) -> None:
    table = "date,class,n,explains\n2025-10-06,,24,12\n2025-10-13,Period 2,24,9\n"
    for option in ("--fill-down", "--accept"):
        ran = take(program, table, option)
        assert (ran.status, "row 2: error" in ran.err) == (1, True)
        assert "No row above it has a class either." in ran.err
        assert not {"--fill-down", "--accept"} & set(ran.err.split())


def test_a_total_without_a_class_is_refused_as_a_total(program: Path) -> None:
    table = "date,class,n,explains\n2025-10-06,Period 2,24,12\nTotal,,24,12\n"
    ran = take(program, table)
    assert (ran.status, "does not say which class" in ran.err) == (1, False)
    assert "row 3, column date: error: This row is a total or an average of other rows" in ran.err
    assert take(program, table, "--fill-down").status == 1
    assert take(program, table, "--accept").status == 0
    assert [count for *_, count, _ in counts(program)] == [12]


def test_a_class_that_is_given_is_that_of_the_blank_rows_only(program: Path) -> None:
    table = "date,class,n,explains\n2025-10-06,Period 2,24,12\n2025-10-13,,24,9\n"
    assert take(program, table, "--class", "Period 4").status == 0
    assert {(name, count) for _, name, _, count, _ in counts(program)} == {("Period 2", 12), ("Period 4", 9)}


def test_a_file_that_says_no_class_is_not_guessed(program: Path) -> None:
    table = "date,n,explains\n2025-10-06,24,12\n"
    ran = take(program, table, name="answers.csv")
    assert ran.status == 1
    assert "This file does not say which class it is." in ran.err
    assert take(program, table, name="period-2.csv").status == 0
    assert {cell.class_name for cell in rows(program)} == {"Period 2"}


def test_a_visit_in_the_future_is_a_mistake(program: Path) -> None:
    ran = take(program, FORM, "--today", "2025-11-12")
    assert ran.status == 1
    assert "row 3: error: The visit of 2025-11-17 to Period 2 is in the future." in ran.err
    assert not data_folder(program).exists()


def test_beside_rows_with_too_many_cells_stands_how_the_columns_were_read(program: Path) -> None:
    ran = take(program, "date,class,n,explains\n2025-09-08,P2,24,3,x\n2025-09-15,P2,24,3\n")
    assert ran.status == 1
    assert "row 2: error: This row has more cells than there are headings (4)." in ran.err
    assert "The columns were read as date (date), class (class), n (n), explains (explains)." in ran.err


UNCERTAIN = "date,class,n,explains\n2025-10-06,Period 2,24,6\n2025-10-13,Period 2,24,absent\nTotal,,48,6\n"


def test_where_nobody_can_be_asked_the_refusal_says_how_to_accept(program: Path) -> None:
    ran = take(program, UNCERTAIN)
    assert ran.status == 1
    assert "It could be read like this: row 4 is a total or an average: left out; absent in row 3" in ran.err
    assert "If that is right, import it again with  --accept" in ran.err
    assert not data_folder(program).exists()
    assert take(program, UNCERTAIN, "--accept").status == 0
    assert day(program, "2025-10-06")[0] == ("", "", 6)
    assert day(program, "2025-10-13")[0] == ("", "", None)
