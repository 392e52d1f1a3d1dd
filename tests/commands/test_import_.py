"""`portfolio import`: what people really have, and the right numbers in the inquiry's tables."""

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from generator.build import check
from generator.building.options import BuildOptions
from generator.model import Observation
from generator.reading.content_files import load_program, load_teacher
from generator.reading.parsed_folder import parse_folder
from generator.reading.program_files import read_program
from generator.reading.teacher_folder import read_teacher
from generator.site.audience import Audience
from tests.terminal import Ran, files_read, portfolio

TOOL = (
    "title: Math talk\ninterval_minutes: 2\nprompts:\n"
    "  - {id: explains, text: Explains own thinking}\n"
    "  - {id: asks, text: Asks a question}\n"
)
INQUIRY = "---\ntitle: Visible thinking\ntool: math-talk\n---\n\nWhy.\n"
LOG = (
    "stamp,session,class,n,prompt\n"
    "2025-10-06T09:00:00,k1,Period 2,24,\n"
    "2025-10-06T09:01:00,k1,Period 2,24,explains\n"
    "2025-10-06T09:02:00,k1,Period 2,24,explains\n"
    "2025-10-07T10:00:00,k2,Period 4,22,\n"
    "2025-10-07T10:09:00,k2,Period 4,22,asks\n"
)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    for name, text in {
        "program.yml": "title: Maple Grove\n",
        "tools/math-talk.yml": TOOL,
        "teachers/ana/about.md": "---\nname: Ana\n---\n",
        "teachers/ana/thinking/inquiry.md": INQUIRY,
    }.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def take(program: Path, data: bytes | str, *options: str, name: str = "export.csv") -> Ran:
    (program / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return portfolio("import", name, *options, inside=program)


def data_folder(program: Path) -> Path:
    return program / "content/teachers/ana/thinking/data"


def rows(program: Path) -> list[Observation]:
    read, _ = read_program(load_program(program / "content")[0])
    assert read
    teacher, problems = read_teacher(parse_folder(load_teacher(program / "content", "ana")[0]), read)
    assert teacher and not [one.message for one in problems if one.is_error]
    return list(teacher.inquiries[0].observations)


def counts(program: Path) -> set[tuple[str, str, str, float | None, float | None]]:
    return {(str(row.date), row.class_name, row.prompt, row.count, row.n) for row in rows(program)}


def test_the_tally_pages_log(program: Path) -> None:
    ran = take(program, LOG)
    assert ran.status == 0
    assert "the tally page's log: 2 visits, Period 2 and Period 4, October 6 to October 7, 2025" in ran.out
    assert counts(program) == {
        ("2025-10-06", "Period 2", "explains", 2, 24),
        ("2025-10-06", "Period 2", "asks", 0, 24),
        ("2025-10-07", "Period 4", "explains", 0, 22),
        ("2025-10-07", "Period 4", "asks", 1, 22),
    }


def test_the_same_file_twice_changes_nothing(program: Path) -> None:
    take(program, LOG)
    before = {path.name: path.read_bytes() for path in data_folder(program).iterdir()}
    ran = take(program, LOG)
    assert ran.status == 0
    assert "2 visits are already there" in ran.out
    assert {path.name: path.read_bytes() for path in data_folder(program).iterdir()} == before


def test_a_log_that_went_on_takes_the_place_of_its_beginning(program: Path) -> None:
    take(program, LOG)
    ran = take(
        program, LOG + "2025-10-07T10:20:00,k2,Period 4,22,asks\n2025-10-08T10:00:00,k3,Period 4,20,\n"
    )
    assert ran.status == 0
    assert ("2025-10-07", "Period 4", "asks", 2, 22) in counts(program)
    assert ("2025-10-08", "Period 4", "asks", 0, 20) in counts(program)
    assert len(counts(program)) == 6


def test_two_phones_at_one_visit_are_both_kept(program: Path) -> None:
    take(program, LOG)
    other = LOG.replace("k1", "m1").replace("k2", "m2").replace("09:02:00", "09:02:30")
    assert take(program, other, name="other.csv").status == 0
    both = [row for row in rows(program) if (row.prompt, row.class_id) == ("explains", "period-2")]
    assert [(row.observer, row.count) for row in both] == [("1", 2), ("2", 2)]


def test_a_log_of_another_phone_at_another_time_is_refused_until_somebody_says_what_it_is(
    program: Path,
) -> None:
    take(program, LOG)
    later = LOG.replace("k1", "m1").replace("k2", "m2").replace("T09:", "T13:").replace("T10:", "T14:")
    ran = take(program, later, name="other.csv")
    assert ran.status == 1
    assert ran.err.startswith("other.csv, row 2: error: Period 2 is already in the tables on 2025-10-06")
    assert take(program, later, "--same", "lessons", name="other.csv").status == 0
    assert {row.time[:2] for row in rows(program) if row.class_id == "period-2"} == {"09", "13"}


FORMS_EN = (
    "Timestamp,Email Address,Your name,Which class?,Date of visit,Number of students,Explains own thinking,"
    "Asks a question,Anything else?\r\n"
    "2025/10/06 9:14:03 AM GMT-5,m@example.org,M. Rivera,Period 2,10/6/2025,24,12,3,Loud\r\n"
    "2025/10/13 9:14:03 AM GMT-5,m@example.org,M. Rivera,Period 2,10/13/2025,23,14,4,\r\n"
)
FORMS_ES = (
    "Marca temporal;Dirección de correo electrónico;Clase;Estudiantes;Explains own thinking;Asks a question\n"
    "06/10/2025 9:14:03;m@example.org;Period 2;24;12;3\n"
    "13/10/2025 9:14:03;m@example.org;Period 2;23;14;4\n"
)


@pytest.mark.parametrize(("text", "options"), [(FORMS_EN, ["--class", "Period 2"]), (FORMS_ES, [])])
def test_a_google_form_in_two_locales(program: Path, text: str, options: list[str]) -> None:
    ran = take(program, text, *options)
    assert ran.status == 0, ran.err
    assert "dropped: personal" in ran.out
    assert counts(program) == {
        ("2025-10-06", "Period 2", "explains", 12, 24),
        ("2025-10-06", "Period 2", "asks", 3, 24),
        ("2025-10-13", "Period 2", "explains", 14, 23),
        ("2025-10-13", "Period 2", "asks", 4, 23),
    }
    written = b"".join(path.read_bytes() for path in data_folder(program).iterdir())
    assert b"example.org" not in written
    assert b"Rivera" not in written


def test_a_csv_with_a_mark_from_excel(program: Path) -> None:
    ran = take(program, b"\xef\xbb\xbfdate;class;n;explains;asks\r\n2025-10-06;Period 2;24;12;3\r\n")
    assert ran.status == 0
    assert ("2025-10-06", "Period 2", "explains", 12, 24) in counts(program)


def test_a_workbook(program: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Empty", 0)
    sheet = book["Sheet"]
    sheet.append(["Date", "Class", "n", "Explains own thinking", "asks", "Student name"])
    sheet.append([datetime(2025, 10, 6), "Period 2", 24, 0.5, 3, "somebody"])
    sheet["D2"].number_format = "0%"
    out = io.BytesIO()
    book.save(out)
    ran = take(program, out.getvalue(), name="visits.xlsx")
    assert ran.status == 0, ran.err
    found = {(row.prompt, row.value) for row in rows(program)}
    assert found == {("explains", 50), ("asks", 12.5)}


def test_two_columns_are_the_first_prompt_or_the_one_named(program: Path) -> None:
    take(program, "date,value\n2025-10-06,12/24\n", "--class", "Period 2")
    take(program, "date,value\n2025-10-06,6/24\n", "--class", "Period 2", "--prompt", "asks", name="b.csv")
    assert counts(program) >= {("2025-10-06", "Period 2", "explains", 12, 24)}


def test_new_visits_join_the_table_of_their_class_and_nothing_is_lost(program: Path) -> None:
    data_folder(program).mkdir()
    table = data_folder(program) / "period-2.csv"
    table.write_bytes(b'date,n,explains,note\r\n9/29/2025,24,9,"Fire, drill"\r\n')
    ran = take(
        program,
        "date,class,n,explains,asks\n2025-10-06,Period 2,23,12,3\n2025-10-07,Period 4,20,4,1\n",
        "--new-classes",
    )
    assert ran.status == 0, ran.err
    assert table.read_bytes() == (
        b'date,n,explains,note,asks\r\n9/29/2025,24,9,"Fire, drill",\r\n2025-10-06,23,12,,3\r\n'
    )
    assert (data_folder(program) / "period-4.csv").read_bytes() == (
        b"date,class,n,explains,asks\n2025-10-07,Period 4,20,4,1\n"
    )


def test_other_numbers_for_a_visit_that_stands_are_refused(program: Path) -> None:
    take(program, "date,class,n,explains\n2025-10-06,Period 2,24,12\n")
    ran = take(program, "date,class,n,explains\n2025-10-06,Period 2,24,13\n", name="again.csv")
    assert ran.status == 1
    assert "Period 2 is already in the tables on 2025-10-06 with different numbers." in ran.err
    assert "--same later" in ran.err and "Nothing was imported." in ran.err
    assert counts(program) == {("2025-10-06", "Period 2", "explains", 12, 24)}


def test_a_second_observer_is_kept_beside_the_first(program: Path) -> None:
    take(program, "date,class,n,explains\n2025-10-06,Period 2,24,12\n2025-10-13,Period 2,24,15\n")
    ran = take(program, "date,class,n,explains\n2025-10-06,Period 2,24,10\n", "--observer", "B", name="b.csv")
    assert ran.status == 0, ran.err
    assert sorted((row.observer, row.count) for row in rows(program)) == [("", 15), ("1", 12), ("B", 10)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"item,price\napples,3\n", "None of its columns is a prompt of the tool Math talk"),
        (b"date,class,n,explains\n2025-10-06,P2,24,25\n", "25 of 24 is not possible"),
        (b"date,class,n,explains\n5/6/2025,P2,24,2\n", "--date-format"),
        (b"date,class,n,explains\n", "no visits"),
        (b"PK\x03\x04nonsense", "cannot be read as an Excel workbook"),
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "row"),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence_that_helps(program: Path, data: bytes, said: str) -> None:
    ran = take(program, data)
    assert ran.status == 1
    assert said in ran.err or data.startswith(b"\x89PNG")
    assert "Nothing was imported." in ran.err
    assert not data_folder(program).exists()


def test_a_file_that_is_not_there_and_one_that_is_nearly(program: Path) -> None:
    (program / "tally-2025.csv").write_text(LOG)
    ran = portfolio("import", "tally-2052.csv", inside=program)
    assert ran.status == 2
    assert "Did you mean tally-2025.csv?" in ran.err


def test_an_inquiry_without_a_tool_is_told_what_to_add(program: Path) -> None:
    inquiry = program / "content/teachers/ana/thinking/inquiry.md"
    inquiry.write_text(INQUIRY.replace("tool: math-talk\n", ""))
    ran = take(program, LOG)
    assert ran.status == 1
    assert "tool: NAME" in ran.err


def test_the_raw_file_is_kept_where_git_does_not_look(program: Path) -> None:
    ran = portfolio("import", "x.csv", "--today", "2025-10-20", inside=program)
    (program / "x.csv").write_text(LOG)
    ran = portfolio("import", "x.csv", "--today", "2025-10-20", inside=program)
    assert ran.status == 0
    assert "is kept in private/imports/2025-10-20-x.csv, " in ran.out
    assert (program / "private/imports/2025-10-20-x.csv").read_text() == LOG
    assert "*" in (program / "private/.gitignore").read_text().splitlines()


def test_a_dry_run_writes_nothing(program: Path) -> None:
    ran = take(program, LOG, "--dry-run")
    assert ran.status == 0
    assert "Would be added" in ran.out
    assert not data_folder(program).exists()
    assert not (program / "private").exists()


@pytest.mark.parametrize("name", ["=Period 2", "'=HYPERLINK(1)"])
def test_a_class_name_that_was_typed_as_text_stays_text(program: Path, name: str) -> None:
    ran = take(program, f"date,class,n,explains\n2025-10-06,{name},24,2\n")
    assert ran.status == 0, ran.err
    written = b"".join(path.read_bytes() for path in data_folder(program).iterdir())
    assert f",'{name.lstrip(chr(39))},".encode() in written


def test_a_class_called_after_a_student_is_not_printed(program: Path) -> None:
    (program / "private").mkdir(exist_ok=True)
    (program / "private" / "roster.txt").write_text("Kayden Price\n", "utf-8")
    ran = take(program, "date,n,explains\n2025-10-06,24,12\n", "--class", "Kayden Price")
    assert "data/….csv: 1 visit." in ran.out
    assert "ayden" not in ran.out + ran.err


def test_a_formula_in_a_class_name_is_refused_at_its_row(program: Path) -> None:
    ran = take(program, 'date,class,n,explains\n2025-10-06,"=HYPERLINK(1)",24,2\n')
    assert ran.status == 1
    assert "row 2, column class: error: This cell has a formula" in ran.err
    assert not data_folder(program).exists()


def test_program_yml_is_read_once(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = files_read(monkeypatch)
    take(program, LOG)
    assert names.count("program.yml") == 1


def test_after_an_import_the_program_reads_without_an_error(program: Path) -> None:
    take(program, LOG)
    outcome = check(BuildOptions(program / "content", program / "output", date(2026, 1, 1), Audience.PREVIEW))
    assert [one.message for one in outcome.problems if one.is_error] == []
