"""program.yml, and the program that comes of it."""

from generator.model import SchoolYearStart, SmallGroups
from generator.reading.program_files import read_program, without_files
from tests.reading.trees import folder


def test_settings_and_what_they_are_without() -> None:
    program, problems = read_program(
        folder("", {"program.yml": "title: ' Maple Grove '\nsmall_groups: suppress\n"})
    )
    assert problems == []
    assert program and program.title == "Maple Grove"
    assert (program.language, program.named_language, program.theme) == ("en", "", "default")
    assert program.small_groups is SmallGroups.SUPPRESS
    assert program.issuer is None


def test_the_school_year_begins_in_august_unless_the_program_says_otherwise() -> None:
    program, _ = read_program(folder("", {"program.yml": "title: Maple Grove\n"}))
    assert program and program.school_year_starts == SchoolYearStart(8, 1)
    program, _ = read_program(folder("", {"program.yml": "title: Maple Grove\nschool_year_starts: 02-01\n"}))
    assert program and program.school_year_starts == SchoolYearStart(2, 1)


def test_a_school_year_that_begins_on_no_day() -> None:
    program, problems = read_program(
        folder("", {"program.yml": "title: Maple Grove\nschool_year_starts: August\n"})
    )
    assert program is None
    assert [(problem.code, problem.hint) for problem in problems] == [
        ("not-month-day", "Type them as 08-01, which is August 1.")
    ]


def test_an_address_that_is_none_is_not_used() -> None:
    program, problems = read_program(folder("", {"program.yml": "title: Maple Grove\nurl: maple.example\n"}))
    assert program and program.url == ""
    assert [(problem.code, problem.place.line) for problem in problems] == [("bad-url", 2)]


def test_without_program_yml_there_is_no_program() -> None:
    program, problems = read_program(folder("", {"pages/about.md": "---\ntitle: About\n---\n"}))
    assert program is None
    assert [problem.code for problem in problems] == ["no-program"]


def test_files_that_privacy_refuses_are_known_as_left_out() -> None:
    program, _ = read_program(folder("", {"program.yml": "title: Maple Grove\n"}))
    less = without_files(program, ["tools/Math Talk.yml", "program.yml", "teachers/ana/about.md"])
    assert less and less.unreadable == {"tools/math-talk"}
    assert without_files(None, ["tools/a.yml"]) is None


def test_settings_that_are_there_twice_are_not_read() -> None:
    program, problems = read_program(
        folder("", {"program.yml": "title: A\n", "program.yaml": "title: B\n", "pages/a.md": ""})
    )
    assert program is None
    assert [(problem.code, problem.place.file) for problem in problems] == [("two-spellings", "program.yml")]
